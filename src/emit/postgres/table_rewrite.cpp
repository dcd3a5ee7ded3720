#include "emit/postgres/table_rewrite.h"

namespace migc::emit::postgres {
namespace {

bool IsWiderText(const ir::Type& from, const ir::Type& to) {
  const bool text = from.kind == ir::TypeKind::kVarchar && (to.kind == ir::TypeKind::kVarchar || to.kind == ir::TypeKind::kText);
  return text && from.array_dimensions == to.array_dimensions && (!to.length || (from.length && *from.length <= *to.length));
}

bool IsPrimaryKey(const std::string& constraint, const catalog::Step& step) {
  for (const catalog::Change& change : step.changes) {
    const auto* table = change.before ? std::get_if<catalog::Table>(change.before.get()) : nullptr;
    const ir::Constraint* found = table == nullptr ? nullptr : ir::FindConstraint(table->definition, constraint);
    if (found != nullptr && std::holds_alternative<ir::PrimaryKey>(found->body)) return true;
  }
  return false;
}

}  // namespace

bool RewritesTable(const ir::AlterAction& action, const TableState& state, const catalog::Step& step) {
  if (const auto* set = std::get_if<ir::SetType>(&action.body)) {
    const ir::Column* column = state.Find(set->column.text);
    return column == nullptr || !IsWiderText(column->type, set->type);
  }
  if (const auto* add = std::get_if<ir::AddColumn>(&action.body)) {
    const ir::Column& column = add->column;
    return column.generated || column.identity || (column.default_value && !IsConstant(*column.default_value));
  }
  if (const auto* add = std::get_if<ir::AddConstraint>(&action.body)) {
    return std::holds_alternative<ir::PrimaryKey>(add->constraint.body);
  }
  const auto* drop = std::get_if<ir::DropConstraint>(&action.body);
  return drop != nullptr && IsPrimaryKey(drop->name.text, step);
}

}  // namespace migc::emit::postgres
