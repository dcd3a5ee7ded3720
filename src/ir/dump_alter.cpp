#include "ir/dump_alter.h"

#include <fmt/format.h>

#include "migc/base/overloaded.h"
#include "migc/ir/spelling.h"

namespace migc::ir {
namespace {

std::string Cascade(bool on) { return on ? " cascade" : ""; }

std::string OnColumn(const Identifier& column, std::string_view rest) {
  return fmt::format("alter column {} {}", SpellName(column.text), rest);
}

std::string CommentText(const std::optional<std::string>& comment) {
  return comment ? "comment " + SpellString(*comment) : std::string("no comment");
}

std::string Line(const AddColumn& a) {
  std::string out = std::string("add column ") + (a.if_not_exists ? "if not exists " : "") + DumpLine(a.column);
  if (a.first) out += " first";
  if (a.after) out += " after " + SpellName(a.after->text);
  return out;
}

std::string Line(const SetType& a) {
  return OnColumn(a.column, "type " + Describe(a.type) + (a.using_expr ? " using (" + Describe(*a.using_expr) + ")" : ""));
}

std::string Line(const SetNotNull& a) {
  return OnColumn(a.column, "set not null" + (a.fill ? " fill " + Describe(*a.fill) : std::string()));
}

std::string Line(const SetIdentity& a) {
  std::string out = "set identity";
  if (a.always) out += *a.always ? " always" : " by default";
  const std::string options = DumpLine(a.options);
  return OnColumn(a.column, options.empty() ? out : out + " (" + options + ")");
}

std::string Line(const AlterAction& action) {
  return std::visit(
      base::Overloaded{
          [](const AddColumn& a) { return Line(a); },
          [](const DropColumn& a) {
            return "drop column " + IfExists(a.if_exists) + SpellName(a.column.text) + Cascade(a.cascade);
          },
          [](const RenameColumnAction& a) {
            return fmt::format("rename column {} to {}", SpellName(a.from.text), SpellName(a.to.text));
          },
          [](const SetType& a) { return Line(a); },
          [](const SetDefault& a) { return OnColumn(a.column, "set default " + Describe(a.value)); },
          [](const DropDefault& a) { return OnColumn(a.column, "drop default"); },
          [](const SetNotNull& a) { return Line(a); },
          [](const DropNotNull& a) { return OnColumn(a.column, "drop not null"); },
          [](const SetColumnComment& a) { return OnColumn(a.column, CommentText(a.comment)); },
          [](const AddIdentity& a) { return OnColumn(a.column, "add " + DumpLine(a.identity)); },
          [](const DropIdentity& a) { return OnColumn(a.column, "drop identity"); },
          [](const SetIdentity& a) { return Line(a); },
          [](const SetCharacterSet& a) {
            return OnColumn(a.column, a.name ? "character set " + SpellString(*a.name) : "default character set");
          },
          [](const SetCollation& a) {
            return OnColumn(a.column, a.name ? "collate " + SpellString(*a.name) : "default collation");
          },
          [](const AddConstraint& a) {
            return std::string("add ") + (a.if_not_exists ? "if not exists " : "") + DumpLine(a.constraint);
          },
          [](const DropConstraint& a) {
            return "drop constraint " + IfExists(a.if_exists) + SpellName(a.name.text) + Cascade(a.cascade);
          },
          [](const RenameConstraint& a) {
            return fmt::format("rename constraint {} to {}", SpellName(a.from.text), SpellName(a.to.text));
          },
          [](const ValidateConstraint& a) { return "validate constraint " + SpellName(a.name.text); },
          [](const DropPrimaryKey&) { return std::string("drop primary key"); },
          [](const DropUnique& a) { return "drop unique (" + SpellNames(a.columns) + ")"; },
          [](const DropForeignKey& a) { return "drop foreign key (" + SpellNames(a.columns) + ")"; },
          [](const DropCheck& a) { return "drop check (" + Describe(a.expr) + ")"; },
          [](const SetTableComment& a) { return CommentText(a.comment); },
          [](const SetSchema& a) { return a.schema.empty() ? "set default schema" : "set schema " + SpellName(a.schema.text); },
          [](const SetTableOption& a) { return "with " + SpellString(a.option); },
      },
      action.body);
}

}  // namespace

void DumpAction(Lines& lines, int depth, const AlterAction& action) {
  lines.Add(depth, Line(action));
  if (const auto* add = std::get_if<AddColumn>(&action.body)) {
    for (const Constraint& constraint : add->constraints) lines.Add(depth + 1, DumpLine(constraint));
  }
}

}  // namespace migc::ir
