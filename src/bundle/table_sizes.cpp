#include "bundle/table_sizes.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "migc/base/overloaded.h"
#include "migc/dialect/lineage.h"
#include "migc/emit/sql_text.h"

namespace migc::bundle {
namespace {

bool IsComment(const ir::AlterAction& action) {
  return std::holds_alternative<ir::SetTableComment>(action.body) || std::holds_alternative<ir::SetColumnComment>(action.body);
}

// What the catalog keeps with a table and the upgrade writes without looking at the table's rows.
bool IsBeside(const ir::Operation& operation) {
  if (const auto* alter = std::get_if<ir::AlterTable>(&operation.body)) return std::ranges::all_of(alter->actions, IsComment);
  return std::holds_alternative<ir::Grant>(operation.body) || std::holds_alternative<ir::RenameIndex>(operation.body) ||
         std::holds_alternative<ir::Insert>(operation.body);
}

// Statements that touch no row of a table that they name.
bool IsDefinition(std::string_view sql, const dialect::Lexical& lexical) {
  static const std::set<std::string> kinds = {"",     "VIEW",   "FUNCTION",  "PROCEDURE", "TRIGGER", "SEQUENCE", "TYPE",  "SCHEMA",
                                              "ROLE", "POLICY", "EXTENSION", "DOMAIN",    "COMMENT", "GRANT",    "REVOKE"};
  return kinds.contains(StatementKindOf(sql, lexical));
}

const ir::Constraint* FindAfter(const catalog::Step& step, const ir::Identifier& name) {
  for (const catalog::Change& change : step.changes) {
    const auto* table = change.after == nullptr ? nullptr : std::get_if<catalog::Table>(change.after.get());
    if (table == nullptr) continue;
    if (const ir::Constraint* found = ir::FindConstraint(table->definition, name.text)) return found;
  }
  return nullptr;
}

// The values of an enum that is a type are no part of the table, until they are replaced.
bool ReachesTables(const ir::AlterEnum& alter, const dialect::Dialect& dialect) {
  if (std::holds_alternative<ir::RenameEnum>(alter.action)) return false;
  return std::holds_alternative<ir::SetEnumValues>(alter.action) || !dialect.Has(dialect::Capability::kNativeEnums);
}

}  // namespace

void TableSizes::Touch(const TableTrack* table, const ir::Origin& origin) {
  if (table == nullptr) return;
  auto found = std::ranges::find(touched_, table->before, &Touched::table);
  if (found == touched_.end()) found = touched_.insert(found, {table->before, {}});
  const std::string place = PlaceOf(frame_, origin);
  if (place.empty() || std::ranges::find(found->places, place) != found->places.end()) return;
  found->places.push_back(place);
}

void TableSizes::OfChanges(const catalog::Step& step, const Lineage& lineage) {
  for (const catalog::Change& change : step.changes) {
    if (change.before == nullptr || !std::holds_alternative<catalog::Table>(*change.before)) continue;
    const auto track = lineage.tables().find(change.key);
    if (track != lineage.tables().end()) Touch(&track->second, step.operation.origin);
  }
}

// Every row of the child is looked up in it.
void TableSizes::OfParent(const ir::ForeignKey& key, const Lineage& lineage, const ir::Origin& origin) {
  Touch(lineage.Find(key.table), origin);
}

void TableSizes::OfAction(const catalog::Step& step, const Lineage& lineage, const ir::AlterAction& action) {
  const auto reads = [&](const ir::Constraint& constraint) {
    const auto* key = std::get_if<ir::ForeignKey>(&constraint.body);
    if (key != nullptr) OfParent(*key, lineage, action.origin);
  };
  if (const auto* add = std::get_if<ir::AddConstraint>(&action.body)) {
    if (!add->constraint.not_valid || !frame_.dialect->Has(dialect::Capability::kValidateConstraint)) reads(add->constraint);
  } else if (const auto* column = std::get_if<ir::AddColumn>(&action.body)) {
    // Nulls are not looked up.
    if (column->column.default_value || column->column.generated) std::ranges::for_each(column->constraints, reads);
  } else if (const auto* validate = std::get_if<ir::ValidateConstraint>(&action.body)) {
    if (const ir::Constraint* constraint = FindAfter(step, validate->name)) reads(*constraint);
  }
}

// Which tables the author's own SQL reads or changes is known no better than by the names that are in it.
void TableSizes::OfSql(std::string_view sql, const Lineage& lineage, const ir::Origin& origin) {
  for (const emit::SqlPart& part : emit::SplitStatements(sql, frame_.dialect->lexical).parts) {
    if (IsDefinition(part.text, frame_.dialect->lexical)) continue;
    for (const auto& [now, table] : lineage.tables()) {
      if (emit::MentionsWord(part.text, now.name, *frame_.dialect)) Touch(&table, origin);
    }
  }
}

void TableSizes::Add(const catalog::Step& step, const Lineage& lineage) {
  const ir::Operation& operation = step.operation;
  if (!IsBeside(operation)) OfChanges(step, lineage);
  std::visit(base::Overloaded{[&](const ir::AlterTable& alter) {
                                for (const ir::AlterAction& action : alter.actions) OfAction(step, lineage, action);
                              },
                              [&](const ir::AlterEnum& alter) {
                                if (!ReachesTables(alter, *frame_.dialect)) return;
                                for (const catalog::ObjectPtr& object : step.dependents) {
                                  const auto* table = std::get_if<catalog::Table>(object.get());
                                  if (table != nullptr) Touch(lineage.Find(table->definition.name), operation.origin);
                                }
                              },
                              [&](const ir::Insert& insert) {
                                if (insert.select) OfSql(*insert.select, lineage, operation.origin);
                              },
                              [&](const ir::Update& update) { Touch(lineage.Find(update.table), operation.origin); },
                              [&](const ir::Delete& erase) { Touch(lineage.Find(erase.table), operation.origin); },
                              [&](const ir::RawSql& raw) { OfSql(raw.text, lineage, operation.origin); }, [&](const auto&) {}},
             operation.body);
}

std::vector<CheckRow> TableSizes::Rows() const {
  std::vector<CheckRow> rows;
  // "SVV_TABLE_INFO is visible only to superusers", and to others an error (r_SVV_TABLE_INFO, Amazon Redshift's Developer Guide).
  if (dialect::IsRedshift(*frame_.dialect)) return rows;
  // What pg_class of CockroachDB says of rows and pages is not told anywhere.
  if (dialect::IsCockroachdb(*frame_.dialect)) return rows;
  for (const Touched& touched : touched_) {
    CheckRow row;
    row.name = "size of " + touched.table->name.Text();
    row.query = SizeQuery(*frame_.dialect, touched.table->name);
    if (!touched.places.empty()) row.where = touched.places.front();
    if (touched.places.size() > 1) row.where += fmt::format(" and {} more", touched.places.size() - 1);
    row.informs = true;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace migc::bundle
