#include "emit/mssql/dependents.h"

#include <fmt/format.h>

#include <algorithm>

#include "emit/mssql/literal.h"
#include "migc/base/overloaded.h"

namespace migc::emit::mssql {
namespace {

bool IsVariable(ir::TypeKind kind) {
  return kind == ir::TypeKind::kVarchar || kind == ir::TypeKind::kNvarchar || kind == ir::TypeKind::kVarbinary ||
         kind == ir::TypeKind::kNamed;
}

// The same base type: what differs is a length, a precision or a scale.
bool SameBase(const ir::Type& a, const ir::Type& b) {
  if (!a.native.empty() || !b.native.empty()) return false;
  return a.kind == b.kind && a.with_time_zone == b.with_time_zone;
}

bool Grows(const ir::Type& from, const ir::Type& to) {
  if (from.kind == ir::TypeKind::kNamed) return false;  // its check changes too
  return IsVariable(from.kind) && from.length && to.length && *to.length >= *from.length;
}

bool InTheWay(const ir::Constraint& constraint, ColumnChange change) {
  const bool any_type = change == ColumnChange::kGrowth || change == ColumnChange::kPrecision || change == ColumnChange::kType;
  const bool more = change == ColumnChange::kNotNull || change == ColumnChange::kPrecision || change == ColumnChange::kType;
  return std::visit(base::Overloaded{
                        [&](const ir::PrimaryKey&) { return any_type; },
                        [&](const ir::Unique&) { return more; },
                        // Whether it is in the way of a change of nulls alone is not said, so it makes room.
                        [&](const ir::Check&) { return more || change == ColumnChange::kNullable; },
                        [&](const ir::ForeignKey&) { return any_type; },
                        [](const ir::Exclude&) { return false; },
                    },
                    constraint.body);
}

// Foreign keys need the keys, so they go first and come last.
int Rank(const ir::Constraint& constraint) {
  return std::visit(base::Overloaded{
                        [](const ir::ForeignKey&) { return 0; },
                        [](const ir::Check&) { return 1; },
                        [](const ir::Unique&) { return 2; },
                        [](const ir::PrimaryKey&) { return 3; },
                        [](const ir::Exclude&) { return 4; },
                    },
                    constraint.body);
}

bool IsEnumCheck(const ir::Constraint& constraint, const ir::Name& table, const std::string& column) {
  return SameName(constraint.name.text, EnumCheckName(table.name, column));
}

// True where other tables may well refer to the column. To a unique column that only grows hardly any does, and SQL Server says so.
bool IsReferable(const ir::Table& table, const std::string& column, ColumnChange change) {
  const auto in_key = [&](const ir::Constraint& constraint) {
    if (const auto* key = std::get_if<ir::PrimaryKey>(&constraint.body)) return HasColumn(key->columns, column);
    const auto* unique = std::get_if<ir::Unique>(&constraint.body);
    return change != ColumnChange::kGrowth && unique != nullptr && HasColumn(unique->columns, column);
  };
  return std::any_of(table.constraints.begin(), table.constraints.end(), in_key);
}

}  // namespace

ColumnChange ChangeOf(const ir::Column& before, const ir::Column& after, bool was_not_null, bool is_not_null) {
  ColumnChange change = ColumnChange::kNone;
  if (was_not_null && !is_not_null) change = ColumnChange::kNullable;
  if (!was_not_null && is_not_null) change = ColumnChange::kNotNull;
  if (before.collation != after.collation) change = ColumnChange::kPrecision;
  if (before.type == after.type) return change;
  if (!SameBase(before.type, after.type)) return ColumnChange::kType;
  if (!Grows(before.type, after.type)) return ColumnChange::kPrecision;
  // What either alone has in its way.
  return change == ColumnChange::kNone ? ColumnChange::kGrowth : ColumnChange::kPrecision;
}

Dependents DependentsOf(const TableState& state, const ir::Column& before, ColumnChange change, const Enums& enums,
                        const dialect::Dialect& dialect) {
  Dependents dependents;
  const std::string& column = before.name.text;
  const ir::Table& table = state.table();
  for (const ir::Constraint& constraint : table.constraints) {
    if (InTheWay(constraint, change) && NamesColumn(constraint, column, dialect)) dependents.constraints.push_back(constraint);
  }
  if (const std::optional<ir::Constraint> check = EnumCheckOf(table.name.name, before, enums); check && InTheWay(*check, change)) {
    dependents.constraints.push_back(*check);
  }
  std::stable_sort(dependents.constraints.begin(), dependents.constraints.end(),
                   [](const ir::Constraint& a, const ir::Constraint& b) { return Rank(a) < Rank(b); });
  if (change == ColumnChange::kNotNull || change == ColumnChange::kPrecision || change == ColumnChange::kType) {
    for (const ir::Index& index : table.indexes) {
      if (NamesColumn(index, column, dialect)) dependents.indexes.push_back(index);
    }
  }
  dependents.has_default = change == ColumnChange::kType && before.default_value.has_value();
  const bool type = change == ColumnChange::kGrowth || change == ColumnChange::kPrecision || change == ColumnChange::kType;
  dependents.has_incoming = type && IsReferable(table, column, change);
  return dependents;
}

std::vector<std::string> DropStatements(const Dependents& dependents, const ir::Name& table, const std::string& column,
                                        const dialect::Dialect& dialect) {
  std::vector<std::string> statements;
  const auto drop = [&](const ir::Constraint& constraint) {
    statements.push_back(DropConstraint(table, constraint.name.text, false, dialect));
  };
  for (const ir::Constraint& constraint : dependents.constraints) {
    if (Rank(constraint) < 2) drop(constraint);
  }
  for (const ir::Index& index : dependents.indexes) statements.push_back(DropIndex(table, index.name.text, false, dialect));
  for (const ir::Constraint& constraint : dependents.constraints) {
    if (Rank(constraint) >= 2) drop(constraint);
  }
  if (dependents.has_default) statements.push_back(DropDefault(table, column, dialect));
  return statements;
}

std::vector<std::string> RestoreStatements(const Dependents& dependents, const ir::Name& table, const ir::Column& after,
                                           const dialect::Dialect& dialect) {
  std::vector<std::string> statements;
  if (dependents.has_default && after.default_value) statements.push_back(AddDefault(table, after, dialect));
  const auto add = [&](bool keys) {
    for (auto constraint = dependents.constraints.rbegin(); constraint != dependents.constraints.rend(); ++constraint) {
      if ((Rank(*constraint) >= 2) != keys || IsEnumCheck(*constraint, table, after.name.text)) continue;
      statements.push_back(AddConstraint(table, *constraint, dialect));
    }
  };
  add(true);
  for (const ir::Index& index : dependents.indexes) statements.push_back(CreateIndex(table, index, false, dialect));
  add(false);
  return statements;
}

std::string CarryIncoming(const ir::Name& table, const std::string& column, const dialect::Dialect& dialect) {
  // FOR XML PATH: STRING_AGG is there since 2017 only.
  const auto columns = [](std::string_view side) {
    return fmt::format(
        "STUFF((SELECT N', ' + QUOTENAME(COL_NAME(c.{0}_object_id, c.{0}_column_id))\n"
        "      FROM sys.foreign_key_columns AS c WHERE c.constraint_object_id = k.object_id ORDER BY c.constraint_column_id\n"
        "      FOR XML PATH(N''), TYPE).value(N'.', N'NVARCHAR(MAX)'), 1, 2, N'')",
        side);
  };
  const auto object = [](std::string_view id) {
    return fmt::format("QUOTENAME(OBJECT_SCHEMA_NAME(k.{0})) + N'.' + QUOTENAME(OBJECT_NAME(k.{0}))", id);
  };
  const std::string name = NameLiteral(table, dialect);
  return fmt::format(
      "DECLARE @drop NVARCHAR(MAX) = N'', @restore NVARCHAR(MAX) = N'';\n"
      "SELECT @drop += N'ALTER TABLE ' + f.child + N' DROP CONSTRAINT ' + f.name + N';',\n"
      "  @restore += N'ALTER TABLE ' + f.child + IIF(f.is_not_trusted = 1, N' WITH NOCHECK', N' WITH CHECK')\n"
      "    + N' ADD CONSTRAINT ' + f.name + N' FOREIGN KEY (' + f.child_columns + N') REFERENCES ' + f.parent\n"
      "    + N' (' + f.parent_columns + N') ON DELETE ' + f.on_delete + N' ON UPDATE ' + f.on_update + N';'\n"
      "FROM (\n"
      "  SELECT QUOTENAME(k.name) AS name, k.is_not_trusted,\n"
      "    {0} AS child,\n"
      "    {1} AS child_columns,\n"
      "    {2} AS parent,\n"
      "    {3} AS parent_columns,\n"
      "    REPLACE(k.delete_referential_action_desc, N'_', N' ') AS on_delete,\n"
      "    REPLACE(k.update_referential_action_desc, N'_', N' ') AS on_update\n"
      "  FROM sys.foreign_keys AS k\n"
      "  WHERE k.referenced_object_id = OBJECT_ID({4}) AND k.parent_object_id <> k.referenced_object_id\n"
      "    AND EXISTS (SELECT 1 FROM sys.foreign_key_columns AS c WHERE c.constraint_object_id = k.object_id\n"
      "      AND COL_NAME(c.referenced_object_id, c.referenced_column_id) = {5})\n"
      ") AS f;\n"
      "EXEC (@drop)",
      object("parent_object_id"), columns("parent"), object("referenced_object_id"), columns("referenced"), name, Literal(column));
}

}  // namespace migc::emit::mssql
