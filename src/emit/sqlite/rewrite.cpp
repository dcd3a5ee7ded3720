#include "emit/sqlite/rewrite.h"

#include <algorithm>

#include "emit/sqlite/make_expr.h"
#include "migc/base/overloaded.h"

namespace migc::emit::sqlite {
namespace {

const ir::Column* Autoincrement(const ir::Table& table) {
  const ir::Column* key = SingleKeyColumn(table);
  return key != nullptr && NeedsAutoincrement(*key) ? key : nullptr;
}

std::vector<std::string> ViewsAmong(std::span<const catalog::ObjectPtr> dependents) {
  std::vector<std::string> views;
  for (const catalog::ObjectPtr& object : dependents) {
    const auto* routine = object == nullptr ? nullptr : std::get_if<ir::Routine>(object.get());
    if (routine != nullptr && routine->kind == ir::RoutineKind::kView && routine->text) views.push_back(routine->name.name);
  }
  return views;
}

// All but the copy.
Rebuild RebuildOf(const ir::Table& before, const ir::Table& after, std::span<const catalog::ObjectPtr> dependents,
                  const Enums& enums) {
  Rebuild rebuild;
  rebuild.form = FormOf(after, enums);
  rebuild.temporary = "migc_new_" + after.name.name;
  rebuild.indexes = after.indexes;
  rebuild.triggers = TriggersOf(dependents, after.name);
  for (const ir::Index& index : before.indexes) rebuild.known_indexes.push_back(index.name.text);
  if (const ir::Column* counted = Autoincrement(after); counted != nullptr) {
    rebuild.keeps_sequence = Autoincrement(before) != nullptr;
    const std::int64_t start = counted->identity->options.start.value_or(1);
    if (!rebuild.keeps_sequence && start > 1) rebuild.starts_after = start - 1;
  }
  return rebuild;
}

std::vector<ir::EnumMapping> MappingsOf(const ir::AlterEnum& alter) {
  return std::visit(base::Overloaded{
                        [](const ir::AddEnumValue&) { return std::vector<ir::EnumMapping>(); },
                        [](const ir::RenameEnumValue& rename) {
                          return std::vector<ir::EnumMapping>{{rename.from, rename.to}};
                        },
                        [](const ir::RenameEnum&) { return std::vector<ir::EnumMapping>(); },
                        [](const ir::SetEnumValues& set) { return set.mappings; },
                    },
                    alter.action);
}

// CASE c WHEN 'a' THEN 'b' ELSE c END
ir::Expr Mapped(const ir::Expr& column, const std::vector<ir::EnumMapping>& mappings) {
  if (mappings.empty()) return column;
  ir::Expr exchange;
  exchange.kind = ir::ExprKind::kCase;
  exchange.has_operand = exchange.has_else = true;
  exchange.operands.push_back(column);
  for (const ir::EnumMapping& mapping : mappings) {
    exchange.operands.push_back(StringExpr(mapping.from));
    exchange.operands.push_back(StringExpr(mapping.to));
  }
  exchange.operands.push_back(column);
  return exchange;
}

}  // namespace

std::vector<ir::Routine> TriggersOf(std::span<const catalog::ObjectPtr> dependents, const ir::Name& table) {
  std::vector<ir::Routine> triggers;
  for (const catalog::ObjectPtr& object : dependents) {
    const auto* routine = object == nullptr ? nullptr : std::get_if<ir::Routine>(object.get());
    if (routine == nullptr || routine->kind != ir::RoutineKind::kTrigger || !routine->text) continue;
    if (SameName(routine->table.name, table.name)) triggers.push_back(*routine);
  }
  return triggers;
}

Rebuild RewriteAlterTable(const ir::Table& before, const ir::Table& after, std::span<const ir::AlterAction> actions,
                          std::span<const catalog::ObjectPtr> dependents, const Enums& enums) {
  Rebuild rebuild = RebuildOf(before, after, dependents, enums);
  CopyPlan plan(before);
  for (const ir::AlterAction& action : actions) plan.Apply(action);
  rebuild.renames = plan.renames();
  rebuild.conversions = plan.conversions();
  rebuild.copy = plan.ColumnsFor(after);
  rebuild.known_columns = plan.FormerColumns();
  const bool drops = std::any_of(actions.begin(), actions.end(),
                                 [](const ir::AlterAction& action) { return std::holds_alternative<ir::DropColumn>(action.body); });
  if (drops) rebuild.tested_views = ViewsAmong(dependents);
  return rebuild;
}

Rebuild RewriteEnumUse(const ir::Table& before, const ir::Table& after, const ir::AlterEnum& alter,
                       std::span<const catalog::ObjectPtr> dependents, const Enums& enums) {
  Rebuild rebuild = RebuildOf(before, after, dependents, enums);
  const std::vector<ir::EnumMapping> mappings = MappingsOf(alter);
  for (const ir::Column& column : before.columns) {
    rebuild.known_columns.push_back(column.name.text);
    if (column.generated) continue;
    const ir::Expr value = ColumnExpr(column.name.text);
    const bool uses = column.type.kind == ir::TypeKind::kNamed && SameName(column.type.name.name, alter.name.name);
    rebuild.copy.push_back({column.name.text, uses ? Mapped(value, mappings) : value});
  }
  return rebuild;
}

}  // namespace migc::emit::sqlite
