#include <algorithm>

#include "ast/dump_writer.h"

#include "migc/base/overloaded.h"

namespace migc::ast {

namespace {

std::string ShowValues(const std::vector<String>& values) {
  std::string result = " (";
  for (std::size_t i = 0; i < values.size(); ++i) result += (i > 0 ? ", " : "") + Show(values[i]);
  return result + ")";
}

std::string_view RoutineName(RoutineKind kind) {
  switch (kind) {
    case RoutineKind::kView:
      return "view ";
    case RoutineKind::kMaterializedView:
      return "materialized view ";
    case RoutineKind::kFunction:
      return "function ";
    case RoutineKind::kProcedure:
      return "procedure ";
    case RoutineKind::kTrigger:
      return "trigger ";
  }
  return {};
}

void WriteArguments(Writer& writer, const std::optional<std::vector<TypeRef>>& arguments) {
  if (!arguments) return;
  if (arguments->empty()) writer.Line("no arguments");
  for (const TypeRef& type : *arguments) Write(writer, "argument", type);
}

void WriteNode(Writer& writer, const CreateTable& node) { Write(writer, node); }
void WriteNode(Writer& writer, const DropTable& node) {
  writer.Line("drop table " + Show(node.name) + IfExists(node.if_exists) + Flag(node.cascade, "cascade"));
}
void WriteNode(Writer& writer, const RenameTable& node) { writer.Line("rename table " + Show(node.from) + " to " + Show(node.to)); }
void WriteNode(Writer& writer, const AlterTable& node) { Write(writer, node); }
void WriteNode(Writer& writer, const CreateIndex& node) {
  writer.Line("create index on " + Show(node.table) + IfNotExists(node.if_not_exists));
  const Writer::Level level(writer);
  Write(writer, node.index);
}
void WriteNode(Writer& writer, const DropIndex& node) {
  writer.Line("drop index " + Show(node.name) + (node.table ? " on " + Show(*node.table) : "") + IfExists(node.if_exists) +
              Flag(node.online, "online"));
}
void WriteNode(Writer& writer, const RenameIndex& node) {
  writer.Line("rename index " + Show(node.from) + (node.table ? " on " + Show(*node.table) : "") + " to " + Show(node.to));
}
void WriteNode(Writer& writer, const CreateSequence& node) {
  writer.Line("create sequence " + Show(node.name) + IfNotExists(node.if_not_exists));
  const Writer::Level level(writer);
  for (const Option& option : node.options) Write(writer, option);
}
void WriteNode(Writer& writer, const AlterSequence& node) {
  writer.Line("alter sequence " + Show(node.name) + (node.rename_to ? " rename to " + Show(*node.rename_to) : ""));
  const Writer::Level level(writer);
  for (const Option& option : node.options) Write(writer, option);
}
void WriteNode(Writer& writer, const DropSequence& node) {
  writer.Line("drop sequence " + Show(node.name) + IfExists(node.if_exists));
}
void WriteNode(Writer& writer, const CreateEnum& node) {
  writer.Line("create enum " + Show(node.name) + IfNotExists(node.if_not_exists) + ShowValues(node.values));
}
void WriteNode(Writer& writer, const AlterEnum& node) {
  const std::string start = "alter enum " + Show(node.name) + " ";
  std::visit(
      base::Overloaded{
          [&](const AddEnumValue& action) {
            writer.Line(start + "add " + Show(action.value) + (action.before ? " before " + Show(*action.before) : "") +
                        (action.after ? " after " + Show(*action.after) : ""));
          },
          [&](const RenameEnumValue& action) { writer.Line(start + "rename " + Show(action.from) + " to " + Show(action.to)); },
          [&](const RenameEnum& action) { writer.Line(start + "rename to " + Show(action.to)); },
          [&](const SetEnumValues& action) {
            writer.Line(start + "set" + ShowValues(action.values));
            const Writer::Level level(writer);
            for (const EnumMapping& mapping : action.mappings) {
              writer.Line("map " + Show(mapping.from) + " to " + Show(mapping.to));
            }
          }},
      node.action);
}
void WriteNode(Writer& writer, const DropEnum& node) { writer.Line("drop enum " + Show(node.name) + IfExists(node.if_exists)); }
void WriteNode(Writer& writer, const CreateSchema& node) {
  writer.Line("create schema " + Show(node.name) + IfNotExists(node.if_not_exists));
}
void WriteNode(Writer& writer, const DropSchema& node) { writer.Line("drop schema " + Show(node.name) + IfExists(node.if_exists)); }
void WriteNode(Writer& writer, const CreateExtension& node) {
  writer.Line("create extension " + Show(node.name) + IfNotExists(node.if_not_exists));
}
void WriteNode(Writer& writer, const DropExtension& node) {
  writer.Line("drop extension " + Show(node.name) + IfExists(node.if_exists));
}
void WriteNode(Writer& writer, const Define& node) {
  writer.Line("define " + std::string(RoutineName(node.kind)) + Show(node.name) + (node.table ? " on " + Show(*node.table) : ""));
  const Writer::Level level(writer);
  WriteArguments(writer, node.arguments);
  for (const DialectText& text : node.texts) Write(writer, text);
}
void WriteNode(Writer& writer, const DropDefined& node) {
  writer.Line("drop " + std::string(RoutineName(node.kind)) + Show(node.name) + (node.table ? " on " + Show(*node.table) : "") +
              IfExists(node.if_exists));
  const Writer::Level level(writer);
  WriteArguments(writer, node.arguments);
}
void WriteNode(Writer& writer, const Comment& node) {
  writer.Line(std::string("comment on ") + (node.on_column ? "column " : "table ") + Show(node.target) +
              (node.comment ? " " + Show(*node.comment) : " no comment"));
}
void WriteNode(Writer& writer, const Grant& node) {
  std::string privileges;
  for (const std::string& privilege : node.privileges) privileges += (privileges.empty() ? "" : ", ") + privilege;
  writer.Line((node.revoke ? "revoke " : "grant ") + privileges + " on " + Show(node.table) + (node.revoke ? " from " : " to ") +
              Show(node.roles));
}
void WriteNode(Writer& writer, const Insert& node) {
  writer.Line("insert into " + Show(node.table) + " (" + Show(node.columns) + ")" + Flag(node.undo_nothing, "undo nothing"));
  const Writer::Level level(writer);
  for (const std::vector<Expr>& row : node.rows) {
    writer.Line("row");
    const Writer::Level deeper(writer);
    for (const Expr& value : row) Write(writer, "", value);
  }
  if (node.csv) writer.Line("csv " + Show(*node.csv));
  if (node.select) writer.Line("select " + Show(*node.select));
}
void WriteNode(Writer& writer, const Update& node) {
  writer.Line("update " + Show(node.table) + Flag(node.undo_nothing, "undo nothing"));
  const Writer::Level level(writer);
  for (const Assignment& assignment : node.assignments) Write(writer, "set " + Show(assignment.column), assignment.value);
  if (node.where) Write(writer, "where", *node.where);
}
void WriteNode(Writer& writer, const Delete& node) {
  writer.Line("delete from " + Show(node.table) + Flag(node.undo_nothing, "undo nothing"));
  const Writer::Level level(writer);
  if (node.where) Write(writer, "where", *node.where);
}
void WriteNode(Writer& writer, const RawSql& node) {
  writer.Line("sql" + Flag(!node.for_dialects.empty(), "for " + Show(node.for_dialects)) +
              (node.file ? " file " + Show(*node.file) : "") + Flag(node.undo_nothing, "undo nothing"));
  const Writer::Level level(writer);
  for (const DialectText& text : node.texts) Write(writer, text);
  if (node.undo) writer.Line("undo " + Show(*node.undo));
  if (node.effects.empty()) return;
  writer.Line("effects");
  const Writer::Level deeper(writer);
  Write(writer, node.effects);
}
void WriteNode(Writer& writer, const ForDialects& node) {
  writer.Line("for " + Show(node.dialects));
  {
    const Writer::Level level(writer);
    Write(writer, node.body);
  }
  if (node.otherwise.empty()) return;
  writer.Line("else");
  const Writer::Level level(writer);
  Write(writer, node.otherwise);
}
void WriteNode(Writer& writer, const NoTransaction& node) {
  writer.Line("no transaction");
  const Writer::Level level(writer);
  Write(writer, node.body);
}
void WriteNode(Writer& writer, const SetTimeouts& node) {
  writer.Line(std::string("set timeouts") + (node.lock ? " lock " + Show(*node.lock) : "") +
              (node.statement ? " statement " + Show(*node.statement) : ""));
}
void WriteNode(Writer& writer, const Require& node) { writer.Line("require " + Show(node.query) + " " + Show(node.message)); }

void WriteComment(Writer& writer, std::string_view comment) {
  if (comment.empty()) return;
  // The last line may be empty too.
  for (std::size_t at = 0; at <= comment.size();) {
    const std::size_t end = std::min(comment.find('\n', at), comment.size());
    writer.Line("-- " + Escaped(comment.substr(at, end - at), 0));
    at = end + 1;
  }
}

}  // namespace

void Write(Writer& writer, const std::vector<Statement>& statements) {
  for (const Statement& statement : statements) {
    WriteComment(writer, statement.leading_comment);
    std::visit([&](const auto& node) { WriteNode(writer, node); }, statement.node);
  }
}

}  // namespace migc::ast
