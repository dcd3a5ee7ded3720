#include "emit/mysql/alter_group.h"

#include <algorithm>

#include "migc/base/overloaded.h"

namespace migc::emit::mysql {
namespace {

bool Meet(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& name) { return b.contains(name); });
}

void Insert(std::set<std::string>& names, const std::vector<ir::Identifier>& columns) {
  for (const ir::Identifier& column : columns) names.insert(column.text);
}

void TouchConstraint(Touched& touched, const ir::Constraint& constraint) {
  touched.constraints.insert(constraint.name.text);
  Insert(touched.columns, ColumnsOf(constraint));
  if (const auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) Insert(touched.columns, key->referred_columns);
}

const ir::Constraint* Dropped(const ir::AlterAction& action, const TableState& state) {
  const auto* drop = std::get_if<ir::DropConstraint>(&action.body);
  return drop == nullptr ? nullptr : state.FindConstraint(drop->name.text);
}

bool IsForeignKey(const ir::Constraint* constraint) {
  return constraint != nullptr && std::holds_alternative<ir::ForeignKey>(constraint->body);
}

bool AddsForeignKey(const ir::AlterAction& action) {
  if (const auto* add = std::get_if<ir::AddConstraint>(&action.body)) return IsForeignKey(&add->constraint);
  const auto* column = std::get_if<ir::AddColumn>(&action.body);
  return column != nullptr && std::any_of(column->constraints.begin(), column->constraints.end(),
                                          [](const ir::Constraint& one) { return IsForeignKey(&one); });
}

// With the column go the foreign keys that it is in.
bool DropsForeignKey(const ir::AlterAction& action, const TableState& state) {
  if (IsForeignKey(Dropped(action, state))) return true;
  const auto* drop = std::get_if<ir::DropColumn>(&action.body);
  if (drop == nullptr) return false;
  return std::any_of(state.table().constraints.begin(), state.table().constraints.end(), [&](const ir::Constraint& one) {
    const std::vector<ir::Identifier> columns = ColumnsOf(one);
    return IsForeignKey(&one) && std::find(columns.begin(), columns.end(), drop->column) != columns.end();
  });
}

bool AddsConstraint(const ir::AlterAction& action) { return std::holds_alternative<ir::AddConstraint>(action.body); }
bool AddsColumn(const ir::AlterAction& action) { return std::holds_alternative<ir::AddColumn>(action.body); }
bool DropsColumn(const ir::AlterAction& action) { return std::holds_alternative<ir::DropColumn>(action.body); }

}  // namespace

Touched TouchedBy(const ir::AlterAction& action, const TableState& state) {
  Touched touched;
  std::visit(base::Overloaded{
                 [&](const ir::AddColumn& a) {
                   touched.columns.insert(a.column.name.text);
                   for (const ir::Constraint& constraint : a.constraints) TouchConstraint(touched, constraint);
                   if (a.column.generated) Insert(touched.columns, ir::ColumnsOf(a.column.generated->expr));
                 },
                 [&](const ir::RenameColumnAction& a) {
                   touched.columns = {a.from.text, a.to.text};
                 },
                 [&](const ir::AddConstraint& a) { TouchConstraint(touched, a.constraint); },
                 [&](const ir::DropConstraint& a) { touched.constraints.insert(a.name.text); },
                 [&](const ir::RenameConstraint& a) {
                   touched.constraints = {a.from.text, a.to.text};
                 },
                 [&](const ir::ValidateConstraint& a) { touched.constraints.insert(a.name.text); },
                 [](const ir::DropPrimaryKey&) {},
                 [](const ir::DropUnique&) {},
                 [](const ir::DropForeignKey&) {},
                 [](const ir::DropCheck&) {},
                 [](const ir::SetTableComment&) {},
                 [](const ir::SetSchema&) {},
                 [](const ir::SetTableOption&) {},
                 [&](const ir::DropColumn& a) {
                   touched.columns.insert(a.column.text);
                   for (const ir::Constraint& one : state.table().constraints) {
                     const std::vector<ir::Identifier> columns = ColumnsOf(one);
                     if (std::find(columns.begin(), columns.end(), a.column) != columns.end())
                       touched.constraints.insert(one.name.text);
                   }
                 },
                 [&](const auto& a) { touched.columns.insert(a.column.text); },
             },
             action.body);
  return touched;
}

bool StandsAlone(const ir::AlterAction& action) {
  const auto* not_null = std::get_if<ir::SetNotNull>(&action.body);
  const auto* type = std::get_if<ir::SetType>(&action.body);
  return std::holds_alternative<ir::RenameColumnAction>(action.body) || std::holds_alternative<ir::RenameConstraint>(action.body) ||
         std::holds_alternative<ir::SetSchema>(action.body) || (not_null != nullptr && not_null->fill) ||
         (type != nullptr && type->using_expr);
}

void GroupContents::Take(const ir::AlterAction& action, const TableState& state) {
  const Touched touched = TouchedBy(action, state);
  constraints.insert(touched.constraints.begin(), touched.constraints.end());
  adds_foreign_key |= AddsForeignKey(action);
  drops_foreign_key |= DropsForeignKey(action, state);
  if (const auto* add = std::get_if<ir::AddColumn>(&action.body)) {
    added_columns.insert(add->column.name.text);
  } else if (const auto* drop = std::get_if<ir::DropColumn>(&action.body)) {
    dropped_columns.insert(drop->column.text);
  } else if (!AddsConstraint(action)) {
    changed_columns.insert(touched.columns.begin(), touched.columns.end());
  }
}

bool GroupContents::Refuses(const ir::AlterAction& action, const TableState& state) const {
  const Touched touched = TouchedBy(action, state);
  if (Meet(touched.constraints, constraints) || Meet(touched.columns, dropped_columns)) return true;
  // "ADD and DROP of foreign keys in one ALTER TABLE: not with ALGORITHM=COPY" (manual, ALTER TABLE).
  if (AddsForeignKey(action) && (drops_foreign_key || Meet(touched.columns, changed_columns))) return true;
  if (DropsForeignKey(action, state) && adds_foreign_key) return true;
  if (AddsColumn(action) || AddsConstraint(action)) return false;
  // Else it changes a column: not one that is new in this statement, nor one whose foreign key goes with it.
  if (Meet(touched.columns, added_columns)) return true;
  if (DropsColumn(action)) return Meet(touched.columns, changed_columns);
  return drops_foreign_key && !touched.columns.empty();
}

}  // namespace migc::emit::mysql
