#include "ast/dump_writer.h"

namespace migc::ast {

namespace {

// One overload per action: a line, and what belongs to it a level deeper.

void WriteAction(Writer& writer, const AddColumn& action) {
  writer.Line("add column" + IfNotExists(action.if_not_exists) + Flag(action.first, "first") +
              (action.after ? " after " + Show(*action.after) : ""));
  const Writer::Level level(writer);
  Write(writer, action.column);
}
void WriteAction(Writer& writer, const DropColumn& action) {
  writer.Line("drop column " + Show(action.column) + IfExists(action.if_exists) + Flag(action.cascade, "cascade"));
}
void WriteAction(Writer& writer, const RenameColumn& action) {
  writer.Line("rename column " + Show(action.from) + " to " + Show(action.to));
}
void WriteAction(Writer& writer, const SetType& action) {
  writer.Line("column " + Show(action.column) + " set type");
  const Writer::Level level(writer);
  Write(writer, "type", action.type);
  if (action.using_expr) Write(writer, "using", *action.using_expr);
}
void WriteAction(Writer& writer, const SetDefault& action) {
  writer.Line("column " + Show(action.column) + " set default");
  const Writer::Level level(writer);
  Write(writer, "", action.expr);
}
void WriteAction(Writer& writer, const DropDefault& action) { writer.Line("column " + Show(action.column) + " drop default"); }
void WriteAction(Writer& writer, const SetNotNull& action) {
  writer.Line("column " + Show(action.column) + " set not null");
  const Writer::Level level(writer);
  if (action.fill) Write(writer, "fill", *action.fill);
}
void WriteAction(Writer& writer, const DropNotNull& action) { writer.Line("column " + Show(action.column) + " drop not null"); }
void WriteAction(Writer& writer, const SetColumnComment& action) {
  writer.Line("column " + Show(action.column) + (action.comment ? " comment " + Show(*action.comment) : " no comment"));
}
void WriteAction(Writer& writer, const AddIdentity& action) {
  writer.Line("column " + Show(action.column) + " add identity");
  const Writer::Level level(writer);
  Write(writer, action.identity);
}
void WriteAction(Writer& writer, const DropIdentity& action) { writer.Line("column " + Show(action.column) + " drop identity"); }
void WriteAction(Writer& writer, const SetIdentity& action) {
  writer.Line("column " + Show(action.column) + " set identity" +
              (action.always ? Flag(true, *action.always ? "always" : "by default") : ""));
  const Writer::Level level(writer);
  for (const Option& option : action.options) Write(writer, option);
}
void WriteAction(Writer& writer, const SetCharacterSet& action) {
  writer.Line("column " + Show(action.column) + " character set " + Show(action.name));
}
void WriteAction(Writer& writer, const SetCollation& action) {
  writer.Line("column " + Show(action.column) + " collate " + Show(action.name));
}
void WriteAction(Writer& writer, const AddConstraint& action) {
  writer.Line("add constraint" + IfNotExists(action.if_not_exists));
  const Writer::Level level(writer);
  Write(writer, action.constraint);
}
void WriteAction(Writer& writer, const DropConstraint& action) {
  writer.Line("drop constraint " + Show(action.name) + IfExists(action.if_exists) + Flag(action.cascade, "cascade"));
}
void WriteAction(Writer& writer, const RenameConstraint& action) {
  writer.Line("rename constraint " + Show(action.from) + " to " + Show(action.to));
}
void WriteAction(Writer& writer, const ValidateConstraint& action) { writer.Line("validate constraint " + Show(action.name)); }
void WriteAction(Writer& writer, const DropPrimaryKey&) { writer.Line("drop primary key"); }
void WriteAction(Writer& writer, const DropUnique& action) { writer.Line("drop unique (" + Show(action.columns) + ")"); }
void WriteAction(Writer& writer, const DropForeignKey& action) { writer.Line("drop foreign key (" + Show(action.columns) + ")"); }
void WriteAction(Writer& writer, const DropCheck& action) {
  writer.Line("drop check");
  const Writer::Level level(writer);
  Write(writer, "", action.expr);
}
void WriteAction(Writer& writer, const SetTableComment& action) {
  writer.Line(action.comment ? "comment " + Show(*action.comment) : "no comment");
}
void WriteAction(Writer& writer, const SetSchema& action) { writer.Line("set schema " + Show(action.schema)); }
void WriteAction(Writer& writer, const SetOption& action) { Write(writer, action.option); }

}  // namespace

void Write(Writer& writer, const AlterTable& table) {
  writer.Line("alter table " + Show(table.name) + IfExists(table.if_exists));
  const Writer::Level level(writer);
  for (const AlterAction& action : table.actions) {
    std::visit([&](const auto& alternative) { WriteAction(writer, alternative); }, action.action);
  }
}

}  // namespace migc::ast
