#include "emit/mssql/procedure.h"

#include <fmt/format.h>

#include "emit/mssql/literal.h"
#include "migc/emit/sql_writer.h"

namespace migc::emit::mssql {
namespace {

std::string Called(std::string_view declarations, std::string_view call, std::string_view procedure) {
  return fmt::format("{}DECLARE @failed INT;\nEXEC @failed = {};\nIF @failed <> 0 THROW 50000, {}, 1", declarations, call,
                     Literal(fmt::format("{} has failed", procedure)));
}

std::string Rename(const std::string& object, const std::string& to, std::string_view kind) {
  return Called("", fmt::format("sys.sp_rename @objname = {}, @newname = {}, @objtype = N'{}'", object, Literal(to), kind),
                "sp_rename");
}

std::string Levels(const Commented& what, const dialect::Dialect& dialect) {
  const ir::Name table = Qualified(what.table, dialect);
  std::string levels = fmt::format("\n  @level0type = N'SCHEMA', @level0name = {}, @level1type = N'TABLE', @level1name = {}",
                                   Literal(table.schema), Literal(table.name));
  if (what.column) levels += fmt::format(", @level2type = N'COLUMN', @level2name = {}", Literal(*what.column));
  return levels;
}

// EXEC sys.sp_addextendedproperty …
std::string Call(std::string_view procedure, const Commented& what, std::string_view value, const dialect::Dialect& dialect) {
  const std::string given = value.empty() ? "" : fmt::format(" @value = {},", value);
  return fmt::format("sys.{} @name = N'MS_Description',{}{}", procedure, given, Levels(what, dialect));
}

// There is one: class 1 is objects and columns, where column 0 is the object itself.
std::string Exists(const Commented& what, const dialect::Dialect& dialect) {
  const std::string table = NameLiteral(what.table, dialect);
  const std::string column =
      what.column ? fmt::format("COLUMNPROPERTY(OBJECT_ID({}), {}, N'ColumnId')", table, Literal(*what.column)) : std::string("0");
  return fmt::format(
      "EXISTS (SELECT 1 FROM sys.extended_properties\n"
      "  WHERE class = 1 AND major_id = OBJECT_ID({}) AND minor_id = {} AND name = N'MS_Description')",
      table, column);
}

// An argument is a literal or a variable, not an expression.
struct Value {
  std::string declaration;
  std::string text;
};
Value ValueOf(const std::string& text) {
  if (IsPlainLiteral(text)) return {"", Literal(text)};
  return {fmt::format("DECLARE @comment NVARCHAR({}) = {};\n", kLongestComment, Literal(text)), "@comment"};
}

}  // namespace

std::string RenameObject(const ir::Name& name, const std::string& to, const dialect::Dialect& dialect) {
  return Rename(NameLiteral(name, dialect), to, "OBJECT");
}

std::string RenameDefault(const ir::Name& name, const std::string& to, const dialect::Dialect& dialect) {
  const std::string object = NameLiteral(name, dialect);
  return fmt::format(
      "DECLARE @failed INT = 0;\nIF OBJECT_ID({0}, N'D') IS NOT NULL\n"
      "  EXEC @failed = sys.sp_rename @objname = {0}, @newname = {1}, @objtype = N'OBJECT';\n"
      "IF @failed <> 0 THROW 50000, N'sp_rename has failed', 1",
      object, Literal(to));
}

std::string RenamePart(Renamed kind, const ir::Name& table, const std::string& part, const std::string& to,
                       const dialect::Dialect& dialect) {
  return Rename(NameLiteral(table, part, dialect), to, kind == Renamed::kColumn ? "COLUMN" : "INDEX");
}

std::string AddComment(const Commented& what, const std::string& text, const dialect::Dialect& dialect) {
  const Value value = ValueOf(text);
  return Called(value.declaration, Call("sp_addextendedproperty", what, value.text, dialect), "sp_addextendedproperty");
}

std::string SetComment(const Commented& what, const std::optional<std::string>& text, const dialect::Dialect& dialect) {
  const std::string exists = Exists(what, dialect);
  if (!text) {
    return fmt::format("DECLARE @failed INT = 0;\nIF {}\n  EXEC @failed = {};\nIF @failed <> 0 THROW 50000, {}, 1", exists,
                       Call("sp_dropextendedproperty", what, "", dialect), Literal("sp_dropextendedproperty has failed"));
  }
  const Value value = ValueOf(*text);
  return fmt::format(
      "{}DECLARE @failed INT;\nIF {}\n  EXEC @failed = {};\nELSE\n  EXEC @failed = {};\nIF @failed <> 0 THROW 50000, {}, 1",
      value.declaration, exists, Call("sp_updateextendedproperty", what, value.text, dialect),
      Call("sp_addextendedproperty", what, value.text, dialect), Literal("the comment could not be set"));
}

}  // namespace migc::emit::mssql
