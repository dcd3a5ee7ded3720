#include <fmt/format.h>

#include <algorithm>

#include "emit/mssql/condition.h"
#include "emit/mssql/dependents.h"
#include "emit/mssql/literal.h"
#include "emit/mssql/print.h"
#include "emit/mssql/procedure.h"
#include "migc/base/text.h"

namespace migc::emit::mssql {
namespace {

std::string AlterTable(const ir::Name& table, const dialect::Dialect& dialect) {
  return "ALTER TABLE " + QuoteName(dialect, table);
}

// WHERE of a catalog view: the rows of this column.
std::string OfColumn(std::string_view view, const ir::Name& table, const std::string& column, const dialect::Dialect& dialect) {
  return fmt::format("{0}parent_object_id = OBJECT_ID({1}) AND COL_NAME({0}parent_object_id, {0}parent_column_id) = {2}", view,
                     NameLiteral(table, dialect), Literal(column));
}

// As DropDefault, and also the checks and foreign keys of the column that are left: those that no migration has named.
std::string DropFound(const ir::Name& table, const std::string& column, const dialect::Dialect& dialect) {
  return fmt::format(
      "DECLARE @sql NVARCHAR(MAX) = N'';\n"
      "SELECT @sql += {} + QUOTENAME(found.name) + N';'\n"
      "FROM (\n"
      "  SELECT name, parent_object_id, parent_column_id FROM sys.default_constraints\n"
      "  UNION ALL SELECT name, parent_object_id, parent_column_id FROM sys.check_constraints\n"
      "  UNION ALL SELECT f.name, c.parent_object_id, c.parent_column_id\n"
      "    FROM sys.foreign_keys AS f JOIN sys.foreign_key_columns AS c ON c.constraint_object_id = f.object_id\n"
      ") AS found\n"
      "WHERE {};\n"
      "EXEC (@sql)",
      Literal(AlterTable(table, dialect) + " DROP CONSTRAINT "), OfColumn("found.", table, column, dialect));
}

std::string AlterColumn(const ir::Name& table, const ir::Column& column, bool not_null, const Enums& enums,
                        const dialect::Dialect& dialect) {
  SqlWriter out(dialect);
  out.Keyword("ALTER TABLE").Name(table).Keyword("ALTER COLUMN").Name(column.name.text);
  PrintTypeAndNull(out, column, not_null, enums);
  return out.Take();
}

// Each as a statement with a summary of its own.
void AddAll(Printer& printer, const std::vector<std::string>& statements, const std::string& summary) {
  const std::string before = printer.summary();
  printer.Describe(summary, {});
  for (const std::string& sql : statements) printer.Add(StatementKind::kSql, sql);
  printer.Describe(before, {});
}

// `account.nick`: as a person says it, without the default schema.
std::string Shown(const ir::Name& table, const std::string& column, const dialect::Dialect& dialect) {
  return (SameName(table.schema, dialect.default_schema) ? table.name : table.Text()) + "." + column;
}

std::string BetweenName(const std::string& column) { return "migc_new_" + std::string(base::ClipUtf8(column, 110)); }

// type … using: no expression stands in ALTER COLUMN, so the values are put together in a new column, which takes the former one's
// name.
void PrintReplaceColumn(Printer& printer, const ir::Name& table, const ir::Column& after, bool not_null, const ir::Expr& value) {
  const dialect::Dialect& dialect = printer.dialect();
  ir::Column between = after;
  between.name = BetweenName(after.name.text);
  SqlWriter add = printer.Writer();
  add.Keyword("ALTER TABLE").Name(table).Keyword("ADD").Name(between.name.text);
  PrintTypeAndNull(add, between, false, printer.enums());
  printer.Add(add);
  SqlWriter update = printer.Writer();
  PrintUpdate(update, ir::Update{table, {{between.name, AsValue(value)}}, std::nullopt, true}, MssqlSyntax());
  printer.Add(update);
  SqlWriter drop = printer.Writer();
  drop.Keyword("ALTER TABLE").Name(table).Keyword("DROP COLUMN").Name(after.name.text);
  printer.Add(drop).loses_data = printer.step().loses_data;
  printer.Add(StatementKind::kSql, RenamePart(Renamed::kColumn, table, between.name.text, after.name.text, dialect));
  if (not_null) printer.Add(StatementKind::kSql, AlterColumn(table, after, true, printer.enums(), dialect));
  if (after.comment) printer.Add(StatementKind::kSql, AddComment({table, after.name.text}, *after.comment, dialect));
}

}  // namespace

std::string DropDefault(const ir::Name& table, const std::string& column, const dialect::Dialect& dialect) {
  return fmt::format(
      "DECLARE @sql NVARCHAR(MAX);\n"
      "SELECT @sql = {} + QUOTENAME(name)\n"
      "FROM sys.default_constraints\n"
      "WHERE {};\n"
      "EXEC (@sql)",
      Literal(AlterTable(table, dialect) + " DROP CONSTRAINT "), OfColumn("", table, column, dialect));
}

std::string AddDefault(const ir::Name& table, const ir::Column& column, const dialect::Dialect& dialect) {
  SqlWriter out(dialect);
  out.Keyword("ALTER TABLE")
      .Name(table)
      .Keyword("ADD CONSTRAINT")
      .Name(DefaultName(table.name, column.name.text))
      .Keyword("DEFAULT");
  PrintDefaultValue(out, *column.default_value, column.type);
  out.Keyword("FOR").Name(column.name.text);
  return out.Take();
}

std::string AddConstraint(const ir::Name& table, const ir::Constraint& constraint, const dialect::Dialect& dialect) {
  SqlWriter out(dialect);
  out.Keyword("ALTER TABLE").Name(table).Keyword(constraint.not_valid ? "WITH NOCHECK ADD" : "ADD");
  PrintConstraint(out, Printable(constraint, dialect), MssqlSyntax());
  return out.Take();
}

std::string DropConstraint(const ir::Name& table, const std::string& name, bool if_exists, const dialect::Dialect& dialect) {
  SqlWriter out(dialect);
  out.Keyword("ALTER TABLE").Name(table).Keyword(if_exists ? "DROP CONSTRAINT IF EXISTS" : "DROP CONSTRAINT").Name(name);
  return out.Take();
}

void PrintAlterColumn(Printer& printer, const TableState& state, const ir::Column& before, const ir::Column& after,
                      const ir::Expr* using_expr) {
  const dialect::Dialect& dialect = printer.dialect();
  const Enums& enums = printer.enums();
  const ir::Name& table = state.name();
  const bool was_not_null = IsNotNull(state.table(), before);
  const bool not_null = after.not_null || after.identity;
  const ColumnChange change = using_expr != nullptr ? ColumnChange::kType : ChangeOf(before, after, was_not_null, not_null);
  if (change == ColumnChange::kNone) return printer.AddNote("there is nothing to change on SQL Server");
  const Dependents dependents = DependentsOf(state, before, change, enums, dialect);
  const std::vector<std::string> drops = DropStatements(dependents, table, before.name.text, dialect);
  std::vector<std::string> restores = RestoreStatements(dependents, table, after, dialect);
  const bool new_check = change == ColumnChange::kType || change == ColumnChange::kPrecision;
  const std::optional<ir::Constraint> check = EnumCheckOf(table.name, after, enums);
  const bool had_check = EnumCheckOf(table.name, before, enums).has_value();
  if (check && (new_check || had_check) && change != ColumnChange::kGrowth)
    restores.push_back(AddConstraint(table, *check, dialect));
  const std::string column = Shown(table, before.name.text, dialect);
  if (using_expr != nullptr) {
    const std::string summary = printer.summary();
    AddAll(printer, drops, "make way for a change of " + column);
    PrintReplaceColumn(printer, table, after, not_null, *using_expr);
    AddAll(printer, restores, "put back what was on " + column);
    return printer.Describe(summary, {});
  }
  const std::string alter = AlterColumn(table, after, not_null, enums, dialect);
  if (dependents.has_incoming) {
    // The variables live in one batch only.
    std::vector<std::string> batch = {CarryIncoming(table, before.name.text, dialect)};
    batch.insert(batch.end(), drops.begin(), drops.end());
    batch.push_back(alter);
    batch.insert(batch.end(), restores.begin(), restores.end());
    batch.emplace_back(kRestoreIncoming);
    printer.Add(StatementKind::kSql, base::Join(batch, ";\n")).loses_data = printer.step().loses_data;
    return;
  }
  AddAll(printer, drops, "make way for a change of " + column);
  printer.Add(StatementKind::kSql, alter).loses_data = printer.step().loses_data && change >= ColumnChange::kPrecision;
  AddAll(printer, restores, "put back what was on " + column);
}

void PrintDropColumn(Printer& printer, const TableState& state, const ir::DropColumn& drop) {
  const dialect::Dialect& dialect = printer.dialect();
  const ir::Name& table = state.name();
  const std::string& name = drop.column.text;
  std::vector<std::string> drops;
  const ir::Table& known = state.table();
  for (const ir::Constraint& constraint : known.constraints) {
    if (NamesColumn(constraint, name, dialect))
      drops.push_back(DropConstraint(table, constraint.name.text, drop.if_exists, dialect));
  }
  for (const ir::Index& index : known.indexes) {
    if (NamesColumn(index, name, dialect)) drops.push_back(DropIndex(table, index.name.text, drop.if_exists, dialect));
  }
  const ir::Column* column = state.Find(name);
  if (column != nullptr) {
    const std::optional<ir::Constraint> check = EnumCheckOf(table.name, *column, printer.enums());
    if (check) drops.push_back(DropConstraint(table, check->name.text, drop.if_exists, dialect));
  }
  // Of a table that only raw SQL knows, anything may be there.
  if (column == nullptr || column->default_value) drops.push_back(DropFound(table, name, dialect));
  AddAll(printer, drops, "make way for the end of " + Shown(table, name, dialect));
  SqlWriter out = printer.Writer();
  out.Keyword("ALTER TABLE").Name(table).Keyword(drop.if_exists ? "DROP COLUMN IF EXISTS" : "DROP COLUMN").Name(name);
  printer.Add(out).loses_data = true;
}

// A column that a check or the condition of an index names "participates in enforced dependencies" (error 15336).
void PrintRenameColumn(Printer& printer, const TableState& state, const ir::RenameColumnAction& rename) {
  const dialect::Dialect& dialect = printer.dialect();
  const ir::Name& table = state.name();
  TableState renamed = state;
  renamed.Apply({rename, {}});
  std::vector<std::string> drops;
  std::vector<std::string> restores;
  for (std::size_t i = 0; i < state.table().constraints.size(); ++i) {
    const ir::Constraint& constraint = state.table().constraints[i];
    if (!std::holds_alternative<ir::Check>(constraint.body) || !NamesColumn(constraint, rename.from.text, dialect)) continue;
    drops.push_back(DropConstraint(table, constraint.name.text, false, dialect));
    restores.push_back(AddConstraint(table, renamed.table().constraints[i], dialect));
  }
  for (std::size_t i = 0; i < state.table().indexes.size(); ++i) {
    const ir::Index& index = state.table().indexes[i];
    if (!index.where || !NamesColumn(*index.where, rename.from.text, dialect)) continue;
    drops.push_back(DropIndex(table, index.name.text, false, dialect));
    restores.push_back(CreateIndex(table, renamed.table().indexes[i], false, dialect));
  }
  const ir::Column* before = state.Find(rename.from.text);
  const ir::Column* after = renamed.Find(rename.to.text);
  if (before != nullptr && after != nullptr) {
    const std::optional<ir::Constraint> former = EnumCheckOf(table.name, *before, printer.enums());
    const std::optional<ir::Constraint> check = EnumCheckOf(table.name, *after, printer.enums());
    if (former) drops.push_back(DropConstraint(table, former->name.text, false, dialect));
    if (check) restores.push_back(AddConstraint(table, *check, dialect));
    if (before->default_value) {
      const ir::Name name{table.schema, DefaultName(table.name, before->name.text), {}};
      restores.push_back(RenameDefault(name, DefaultName(table.name, after->name.text), dialect));
    }
  }
  const std::string column = Shown(table, rename.from.text, dialect);
  AddAll(printer, drops, "make way for a change of " + column);
  printer.Add(StatementKind::kSql, RenamePart(Renamed::kColumn, table, rename.from.text, rename.to.text, dialect));
  AddAll(printer, restores, "put back what was on " + column);
}

}  // namespace migc::emit::mssql
