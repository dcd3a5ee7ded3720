#include "catalog/foreign_key.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "catalog/expressions.h"
#include "catalog/lookup.h"
#include "catalog/types.h"

namespace migc::catalog {
namespace {

struct Referred {
  Found found = Found::kNo;
  const ir::Table* table = nullptr;
};

// The table that the key refers to: its own, one of the catalog, or one that comes later.
Referred FindReferred(Application& application, const ir::Table& table, ir::ForeignKey& key) {
  const Catalog& catalog = application.catalog();
  const ObjectKey target = catalog.KeyOf(ObjectKind::kTable, key.table);
  const ir::Table* found = nullptr;
  if (target == catalog.KeyOf(ObjectKind::kTable, table.name)) {
    found = &table;
  } else if (const Table* there = catalog.FindTable(key.table)) {
    found = &there->definition;
  } else {
    found = application.FindUpcoming(target);
  }
  if (found == nullptr) return {LookUpTable(application, key.table).found, nullptr};
  key.table.name = found->name.name;
  key.table.schema = target.schema.empty() ? "" : found->name.schema;
  return {Found::kYes, found};
}

std::optional<diag::Diagnostic> TypeProblem(const Catalog& catalog, const ir::Column& column, const ir::Table& referred,
                                            const ir::Column& other, std::optional<source::Span> where) {
  const Fit fit = FitOf(catalog, column.type, other.type);
  if (fit == Fit::kSame || fit == Fit::kUnknown) return std::nullopt;
  const auto kind = fit == Fit::kNever ? diag::Kind::kForeignKeyTypes : diag::Kind::kForeignKeyTypesDiffer;
  diag::Diagnostic mismatch = diag::Make(kind, where, column.name.text, ir::Describe(column.type),
                                         fmt::format("{}.{}", referred.name.Text(), other.name.text), ir::Describe(other.type));
  return WithOrigin(std::move(mismatch), other.name.origin.known ? other.name.origin : other.origin,
                    fmt::format("column \"{}\" is made here", other.name.text));
}

void CheckTypes(Application& application, const ir::Table& table, const ir::Constraint& constraint, const ir::ForeignKey& key,
                const ir::Table& referred) {
  const Catalog& catalog = application.catalog();
  for (std::size_t i = 0; i < key.columns.size(); ++i) {
    const ir::Column* column = FindColumn(catalog, table, key.columns[i].text);
    const ir::Column* other = FindColumn(catalog, referred, key.referred_columns[i].text);
    if (column == nullptr || other == nullptr) continue;
    const ir::Origin& place = key.columns[i].origin.known ? key.columns[i].origin : constraint.origin;
    if (auto problem = TypeProblem(catalog, *column, referred, *other, application.Where(place)))
      application.Report(std::move(*problem));
  }
}

void CheckSetNull(Application& application, const ir::Table& table, const ir::Constraint& constraint, const ir::ForeignKey& key) {
  if (key.on_delete != ir::ReferenceAction::kSetNull && key.on_update != ir::ReferenceAction::kSetNull) return;
  for (const ir::Identifier& name : key.columns) {
    const ir::Column* column = FindColumn(application.catalog(), table, name.text);
    if (column == nullptr || !column->not_null) continue;
    application.Report(diag::Make(diag::Kind::kSetNullOnNotNull, application.Where(constraint.origin), name.text));
  }
}

// Puts in the primary key's columns where none were written.
bool CompleteReferredColumns(Application& application, const ir::Constraint& constraint, ir::ForeignKey& key,
                             const ir::Table& referred) {
  if (key.referred_columns.empty()) {
    const ir::Constraint* primary = ir::FindPrimaryKey(referred);
    if (primary == nullptr) {
      application.Report(
          WithTable(diag::Make(diag::Kind::kNoPrimaryKey, application.Where(key.table.origin), referred.name.Text()), referred)
              .WithHelp("name the referred columns: they must be a unique key"));
      return false;
    }
    for (const ir::Identifier& column : std::get<ir::PrimaryKey>(primary->body).columns)
      key.referred_columns.emplace_back(column.text);
  } else if (LookUpColumns(application, referred, key.referred_columns, "foreign key") != Found::kYes) {
    return false;
  }
  if (key.columns.size() == key.referred_columns.size()) return true;
  application.Report(WithTable(diag::Make(diag::Kind::kForeignKeyColumnCount, application.Where(constraint.origin),
                                          key.columns.size(), key.referred_columns.size(), referred.name.Text()),
                               referred));
  return false;
}

}  // namespace

bool IsForward(const Application& application, const ir::Table& table, const ir::Constraint& constraint) {
  const auto* key = std::get_if<ir::ForeignKey>(&constraint.body);
  if (key == nullptr) return false;
  const Catalog& catalog = application.catalog();
  const ObjectKey target = catalog.KeyOf(ObjectKind::kTable, key->table);
  return target != catalog.KeyOf(ObjectKind::kTable, table.name) && catalog.Find(target) == nullptr &&
         application.FindUpcoming(target) != nullptr;
}

bool HasKeyOver(const Catalog& catalog, const ir::Table& table, const std::vector<ir::Identifier>& columns) {
  const auto is_key = [&](const ir::Constraint& constraint) {
    return IsKey(constraint) && SameColumns(catalog, *KeyColumns(constraint), columns);
  };
  const auto is_unique = [&](const ir::Index& index) { return SameColumns(catalog, UniqueColumns(index), columns); };
  return std::any_of(table.constraints.begin(), table.constraints.end(), is_key) ||
         std::any_of(table.indexes.begin(), table.indexes.end(), is_unique);
}

void CompleteForeignKey(Application& application, const ir::Table& table, const ir::Constraint& constraint, ir::ForeignKey& key) {
  const Found columns = LookUpColumns(application, table, key.columns, "foreign key");
  const Referred referred = FindReferred(application, table, key);
  if (referred.found != Found::kYes || columns == Found::kNo) return;
  if (!CompleteReferredColumns(application, constraint, key, *referred.table)) return;
  if (!HasKeyOver(application.catalog(), *referred.table, key.referred_columns)) {
    std::vector<std::string> names;
    for (const ir::Identifier& one : key.referred_columns) names.push_back(one.text);
    application.Report(WithTable(diag::Make(diag::Kind::kReferredNotUnique, application.Where(key.table.origin),
                                            fmt::format("{}", fmt::join(names, ", ")), referred.table->name.Text()),
                                 *referred.table));
  }
  CheckTypes(application, table, constraint, key, *referred.table);
  CheckSetNull(application, table, constraint, key);
}

std::vector<Referrer> ReferrersOf(const Catalog& catalog, const ObjectKey& table, bool with_own) {
  std::vector<ObjectKey> keys = catalog.ReferencedBy(table);
  if (with_own) keys.push_back(table);
  std::vector<Referrer> referrers;
  for (const ObjectKey& key : keys) {
    const ObjectPtr object = catalog.Find(key);
    const auto* holder = object == nullptr ? nullptr : std::get_if<Table>(object.get());
    if (holder == nullptr) continue;
    for (const ir::Constraint& constraint : holder->definition.constraints) {
      const auto* foreign = std::get_if<ir::ForeignKey>(&constraint.body);
      if (foreign == nullptr || catalog.KeyOf(ObjectKind::kTable, foreign->table) != table) continue;
      referrers.push_back({key, holder, &constraint});
    }
  }
  return referrers;
}

std::vector<Referrer> LeftWithoutKey(const Catalog& catalog, const ObjectKey& key, const ir::Table& after) {
  const ir::Table& before = std::get<Table>(*catalog.Find(key)).definition;
  std::vector<Referrer> left = ReferrersOf(catalog, key, true);
  std::erase_if(left, [&](const Referrer& one) {
    const auto& columns = one.foreign().referred_columns;
    const bool gone_too = one.key == key && FindPart(catalog, after.constraints, one.constraint->name.text) == nullptr;
    return gone_too || HasKeyOver(catalog, after, columns) || !HasKeyOver(catalog, before, columns);
  });
  return left;
}

std::vector<diag::Diagnostic> KeyTypeProblems(const Catalog& catalog, const ObjectKey& key, const ir::Table& table,
                                              const std::string& column, std::optional<source::Span> where) {
  std::vector<diag::Diagnostic> problems;
  const auto compare = [&](const ir::Table& from, const ir::ForeignKey& foreign, const ir::Table& to) {
    for (std::size_t i = 0; i < std::min(foreign.columns.size(), foreign.referred_columns.size()); ++i) {
      const ir::Column* a = FindColumn(catalog, from, foreign.columns[i].text);
      const ir::Column* b = FindColumn(catalog, to, foreign.referred_columns[i].text);
      if (a == nullptr || b == nullptr) continue;
      if ((&from != &table || a->name.text != column) && (&to != &table || b->name.text != column)) continue;
      if (auto problem = TypeProblem(catalog, *a, to, *b, where)) problems.push_back(std::move(*problem));
    }
  };
  for (const ir::Constraint& constraint : table.constraints) {
    const auto* foreign = std::get_if<ir::ForeignKey>(&constraint.body);
    if (foreign == nullptr) continue;
    const bool own = catalog.KeyOf(ObjectKind::kTable, foreign->table) == key;
    const Table* other = own ? nullptr : catalog.FindTable(foreign->table);
    if (own || other != nullptr) compare(table, *foreign, own ? table : other->definition);
  }
  for (const Referrer& one : ReferrersOf(catalog, key, false)) compare(one.table->definition, one.foreign(), table);
  return problems;
}

void DropReferrer(Application& application, const Referrer& referrer) {
  // Taken from the catalog anew: another key of the same table may be gone by now.
  const ObjectPtr held = application.catalog().Find(referrer.key);
  Table table = std::get<Table>(*held);
  const ir::Constraint constraint = *referrer.constraint;
  std::erase_if(table.definition.constraints, [&](const ir::Constraint& one) { return one.name == constraint.name; });
  const ir::Name name = table.definition.name;
  application.SetTable(referrer.key, std::move(table));
  application.UndoAction(name, ir::AddConstraint{constraint, false});
}

diag::Diagnostic WithReferrers(diag::Diagnostic diagnostic, const std::vector<Referrer>& referrers) {
  for (const Referrer& one : referrers) {
    const ir::Origin& origin = one.constraint->origin;
    diagnostic.notes.push_back(
        {origin.known ? std::optional(origin.span) : std::nullopt,
         fmt::format("foreign key \"{}\" of {} refers to it", one.constraint->name.text, Describe(one.key))});
  }
  return diagnostic;
}

}  // namespace migc::catalog
