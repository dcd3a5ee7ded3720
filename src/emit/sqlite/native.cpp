#include "emit/sqlite/native.h"

#include <algorithm>

#include "emit/sqlite/print_table.h"
#include "migc/base/overloaded.h"
#include "migc/emit/sql_text.h"

namespace migc::emit::sqlite {
namespace {

bool HasColumn(const std::vector<ir::Identifier>& columns, const std::string& name) {
  return std::any_of(columns.begin(), columns.end(), [&](const ir::Identifier& column) { return SameName(column.text, name); });
}

bool ConstraintNames(const ir::Constraint& constraint, const std::string& column, const dialect::Dialect& dialect) {
  return std::visit(
      base::Overloaded{
          [&](const ir::PrimaryKey& key) { return HasColumn(key.columns, column); },
          [&](const ir::Unique& unique) { return HasColumn(unique.columns, column); },
          [&](const ir::Check& check) { return NamesColumn(check.expr, column, dialect); },
          // A key that refers to its own table names the column on the other side.
          [&](const ir::ForeignKey& key) { return HasColumn(key.columns, column) || HasColumn(key.referred_columns, column); },
          [](const ir::Exclude&) { return true; },
      },
      constraint.body);
}

bool IndexNames(const ir::Index& index, const std::string& column, const dialect::Dialect& dialect) {
  const auto key_names = [&](const ir::IndexKey& key) { return NamesColumn(key.expr, column, dialect); };
  return std::any_of(index.keys.begin(), index.keys.end(), key_names) ||
         (index.where && NamesColumn(*index.where, column, dialect));
}

// Whether the constraints written behind a new column may be: a check or a reference.
bool CanStandBehindColumn(const std::vector<ir::Constraint>& constraints, const ir::Column& column) {
  const bool null_default = !column.default_value || column.default_value->kind == ir::ExprKind::kNull;
  return std::all_of(constraints.begin(), constraints.end(), [&](const ir::Constraint& constraint) {
    // "If foreign key constraints are enabled and a column with a REFERENCES clause is added, the column must have a default value
    // of NULL."
    if (std::holds_alternative<ir::ForeignKey>(constraint.body)) return null_default;
    return std::holds_alternative<ir::Check>(constraint.body);
  });
}

// An action that changes the definition by a rebuild, unless the definition comes out the same.
Means ByDefinition(const ir::Table* table, const ir::Table* after, const Enums& enums) {
  if (table == nullptr || after == nullptr) return Means::kRebuild;
  return SameForm(FormOf(*table, enums), FormOf(*after, enums)) ? Means::kNothing : Means::kRebuild;
}

}  // namespace

bool NamesColumn(const ir::Expr& expr, const std::string& column, const dialect::Dialect& dialect) {
  if (expr.kind == ir::ExprKind::kColumn && SameName(expr.text, column)) return true;
  if (expr.kind == ir::ExprKind::kRawSql && MentionsWord(expr.text, column, dialect)) return true;
  return std::any_of(expr.operands.begin(), expr.operands.end(),
                     [&](const ir::Expr& operand) { return NamesColumn(operand, column, dialect); });
}

bool CanAddColumn(const ir::AddColumn& add, const ir::Table* table) {
  const ir::Column& column = add.column;
  if (add.first || column.identity) return false;
  if (add.after && (table == nullptr || table->columns.empty() || !SameName(table->columns.back().name.text, add.after->text))) {
    return false;
  }
  if (column.generated) return column.generated->storage != ir::Storage::kStored && add.constraints.empty();
  const bool has_value = column.default_value && column.default_value->kind != ir::ExprKind::kNull;
  if (column.not_null && !has_value) return false;
  if (column.default_value && !IsConstantDefault(*column.default_value)) return false;
  return CanStandBehindColumn(add.constraints, column);
}

bool CanDropColumn(const ir::Table& table, const std::string& column, const dialect::Dialect& dialect) {
  const auto constraint_names = [&](const ir::Constraint& constraint) { return ConstraintNames(constraint, column, dialect); };
  const auto index_names = [&](const ir::Index& index) { return IndexNames(index, column, dialect); };
  const auto generated_names = [&](const ir::Column& other) {
    return other.generated && !SameName(other.name.text, column) && NamesColumn(other.generated->expr, column, dialect);
  };
  return std::none_of(table.constraints.begin(), table.constraints.end(), constraint_names) &&
         std::none_of(table.indexes.begin(), table.indexes.end(), index_names) &&
         std::none_of(table.columns.begin(), table.columns.end(), generated_names);
}

Means MeansOf(const ir::AlterAction& action, const ir::Table* table, const ir::Table* after, const Enums& enums,
              const dialect::Dialect& dialect) {
  const auto rebuild = [](const auto&) { return Means::kRebuild; };
  const auto nothing = [](const auto&) { return Means::kNothing; };
  const auto by_definition = [&](const auto&) { return ByDefinition(table, after, enums); };
  return std::visit(base::Overloaded{
                        [&](const ir::AddColumn& add) { return CanAddColumn(add, table) ? Means::kNative : Means::kRebuild; },
                        [&](const ir::DropColumn& drop) {
                          // A column that the same statement added or renamed is not in the table's definition; the rebuild knows
                          // its way.
                          if (table == nullptr) return Means::kNative;
                          const bool known = FindColumnNamed(*table, drop.column.text) != nullptr;
                          return known && CanDropColumn(*table, drop.column.text, dialect) ? Means::kNative : Means::kRebuild;
                        },
                        [](const ir::RenameColumnAction&) { return Means::kNative; },
                        [&](const ir::SetType& a) { return a.using_expr ? rebuild(a) : by_definition(a); },
                        [&](const ir::SetNotNull& a) { return by_definition(a); },
                        [&](const ir::SetDefault& a) { return by_definition(a); },
                        [&](const ir::DropDefault& a) { return by_definition(a); },
                        [&](const ir::DropNotNull& a) { return by_definition(a); },
                        [&](const ir::AddIdentity& a) { return by_definition(a); },
                        [&](const ir::DropIdentity& a) { return by_definition(a); },
                        [&](const ir::SetIdentity& a) { return by_definition(a); },
                        [&](const ir::SetCollation& a) { return by_definition(a); },
                        [&](const ir::SetTableOption& a) { return by_definition(a); },
                        [&](const ir::AddConstraint& a) { return by_definition(a); },
                        [&](const ir::DropConstraint& a) { return by_definition(a); },
                        [&](const ir::RenameConstraint& a) { return by_definition(a); },
                        [&](const ir::DropPrimaryKey& a) { return by_definition(a); },
                        [&](const ir::DropUnique& a) { return by_definition(a); },
                        [&](const ir::DropForeignKey& a) { return by_definition(a); },
                        [&](const ir::DropCheck& a) { return by_definition(a); },
                        [&](const ir::SetColumnComment& a) { return nothing(a); },
                        [&](const ir::SetTableComment& a) { return nothing(a); },
                        [&](const ir::SetCharacterSet& a) { return nothing(a); },
                        [&](const ir::ValidateConstraint& a) { return nothing(a); },
                        [&](const ir::SetSchema& a) { return nothing(a); },  // only "main" gets past the check
                    },
                    action.body);
}

}  // namespace migc::emit::sqlite
