// create index, drop index, rename index.
#include <fmt/format.h>

#include <algorithm>

#include "catalog/definition.h"
#include "catalog/expressions.h"
#include "catalog/foreign_key.h"
#include "catalog/lookup.h"
#include "catalog/operations.h"

namespace migc::catalog {
namespace {

struct FoundIndex {
  Found found = Found::kNo;
  ObjectKey key;
  const Table* table = nullptr;
  const ir::Index* index = nullptr;
};

// A materialized view can have indexes, which are its own affair.
bool IsMaterializedView(const Application& application, const ir::Name& name) {
  return application.catalog().Find(application.catalog().KeyOf(ObjectKind::kMaterializedView, name)) != nullptr;
}

const Table& TableAt(const Application& application, const ObjectKey& key) {
  return std::get<Table>(*application.catalog().Find(key));
}

// Every index of the schema, for a suggestion.
std::vector<std::string> IndexNames(const Catalog& catalog) {
  std::vector<std::string> names;
  const auto& objects = catalog.objects();
  for (auto at = objects.lower_bound({ObjectKind::kTable, {}, {}}); at != objects.end() && at->first.kind == ObjectKind::kTable;
       ++at) {
    for (const ir::Index& index : std::get<Table>(*at->second).definition.indexes) names.push_back(index.name.text);
  }
  return names;
}

// A key of that name is dropped as a constraint.
bool ReportKey(Application& application, const ir::Name& name, const std::vector<ObjectKey>& tables) {
  for (const ObjectKey& key : tables) {
    const ir::Table& table = TableAt(application, key).definition;
    const ir::Constraint* constraint = FindPart(application.catalog(), table.constraints, name.name);
    if (constraint == nullptr) continue;
    application.Report(WithOrigin(diag::Make(diag::Kind::kWrongKind, application.Where(name.origin),
                                             fmt::format("{} \"{}\"", ir::KindName(*constraint), name.name), "index"),
                                  constraint->origin, "it is made here")
                           .WithHelp(fmt::format("`alter table {}` drops and renames constraints", table.name.Text())));
    return true;
  }
  return false;
}

void ReportSeveral(Application& application, const ir::Name& name, const std::vector<ObjectKey>& tables) {
  diag::Diagnostic several = diag::Make(diag::Kind::kSeveralIndexes, application.Where(name.origin), name.Text());
  for (const ObjectKey& key : tables) {
    const ir::Index* index = FindPart(application.catalog(), TableAt(application, key).definition.indexes, name.name);
    several.notes.push_back({index->origin.known ? std::optional(index->origin.span) : std::nullopt, Describe(key) + " has one"});
  }
  application.Report(std::move(several).WithHelp("say which with `on table`"));
}

// The schema counts where it was written on the index or on its table.
FoundIndex LookUpIndex(Application& application, const ir::Name& name, const ir::Name& table) {
  FoundIndex result;
  const Catalog& catalog = application.catalog();
  std::vector<ObjectKey> tables;
  if (!table.empty()) {
    const FoundTable on = LookUpTable(application, table);
    if (on.found != Found::kYes) {
      result.found = on.found;
      return result;
    }
    tables = {on.key};
  } else {
    tables = catalog.TablesOfIndex(name);
  }
  std::vector<ObjectKey> having = tables;
  std::erase_if(having, [&](const ObjectKey& key) {
    return FindPart(catalog, TableAt(application, key).definition.indexes, name.name) == nullptr;
  });
  if (having.size() > 1) {
    ReportSeveral(application, name, having);
    return result;
  }
  if (having.empty()) {
    if (ReportKey(application, name, table.empty() ? catalog.TablesOfConstraint(name) : tables)) return result;
    diag::Diagnostic unknown = diag::Make(diag::Kind::kUnknownIndex, application.Where(name.origin), name.Text());
    if (!tables.empty()) unknown = WithTable(std::move(unknown), TableAt(application, tables.front()).definition);
    result.found = Missing(application, std::move(unknown), "index", name.name, {}, IndexNames(catalog));
    return result;
  }
  result.found = Found::kYes;
  result.key = having.front();
  result.table = &TableAt(application, result.key);
  result.index = FindPart(catalog, result.table->definition.indexes, name.name);
  return result;
}

bool IsThere(const Application& application, const ir::DropIndex& drop) {
  if (drop.table.empty()) return !application.catalog().TablesOfIndex(drop.name).empty();
  const Table* table = PeekTable(application, drop.table);
  return table != nullptr && FindPart(application.catalog(), table->definition.indexes, drop.name.name) != nullptr;
}

// On something whose columns the catalog does not know.
void CreateUnseen(Application& application, ir::CreateIndex& create) {
  ir::Table table;
  table.name = create.table;
  GiveName(application, table, create.index);
  application.Undo(ir::DropIndex{{create.table.schema, create.index.name.text, {}}, create.table, false, create.online});
}

}  // namespace

void Apply(Application& application, ir::CreateIndex& create) {
  if (!create.index.origin.known) create.index.origin = application.operation().origin;
  if (IsMaterializedView(application, create.table)) return CreateUnseen(application, create);
  const FoundTable found = LookUpTable(application, create.table);
  if (found.found == Found::kOutside) CreateUnseen(application, create);
  if (found.found != Found::kYes) return;
  ir::Table table = found.table->definition;
  if (create.if_not_exists && !create.index.name.empty()) {
    const ir::Index* there = FindPart(application.catalog(), table.indexes, create.index.name.text);
    if (there != nullptr) {
      if (there->keys == create.index.keys && there->unique == create.index.unique) return;
      application.Report(WithOrigin(diag::Make(diag::Kind::kExistsDifferently, application.Where(create.index.name.origin),
                                               fmt::format("index \"{}\"", there->name.text), "what it covers"),
                                    there->origin, "it is made here"));
      return;
    }
  }
  CompleteIndex(application, table, create.index);
  if (application.refused()) return;
  table.indexes.push_back(create.index);
  table.indexes.back().renamed_from.reset();
  const ir::Name name = table.name;
  application.SetTable(found.key, Table{std::move(table), found.table->privileges});
  application.Undo(ir::DropIndex{{name.schema, create.index.name.text, {}}, name, false, create.online});
}

void Apply(Application& application, ir::DropIndex& drop) {
  if (drop.if_exists && !IsThere(application, drop)) return;
  if (!drop.table.empty() && IsMaterializedView(application, drop.table)) {
    return application.CannotUndo("what the index of a materialized view was is not known");
  }
  const FoundIndex found = LookUpIndex(application, drop.name, drop.table);
  if (found.found == Found::kOutside) application.CannotUndo(fmt::format("raw SQL made index \"{}\"", drop.name.Text()));
  if (found.found != Found::kYes) return;
  const ir::Index index = *found.index;
  ir::Table table = found.table->definition;
  drop.table = table.name;
  drop.name.name = index.name.text;
  std::erase_if(table.indexes, [&](const ir::Index& one) { return one.name == index.name; });
  const std::vector<Referrer> left = LeftWithoutKey(application.catalog(), found.key, table);
  if (!left.empty()) {
    application.Report(WithReferrers(diag::Make(diag::Kind::kKeyReferenced, application.Where(drop.name.origin),
                                                fmt::format("unique index \"{}\"", index.name.text)),
                                     left)
                           .WithHelp("drop the foreign keys first"));
    return;
  }
  const ir::Name name = table.name;
  application.SetTable(found.key, Table{std::move(table), found.table->privileges});
  application.Undo(ir::CreateIndex{name, index, false, drop.online});
}

void Apply(Application& application, ir::RenameIndex& rename) {
  const FoundIndex found = LookUpIndex(application, rename.from, rename.table);
  if (found.found == Found::kOutside) application.CannotUndo(fmt::format("raw SQL made index \"{}\"", rename.from.Text()));
  if (found.found != Found::kYes) return;
  ir::Table table = found.table->definition;
  rename.table = table.name;
  rename.from.name = found.index->name.text;
  CheckNewIndexName(application, table, rename.to);
  if (application.refused()) return;
  FindPart(application.catalog(), table.indexes, rename.from.name)->name.text = rename.to.text;
  const ir::Name name = table.name;
  application.SetTable(found.key, Table{std::move(table), found.table->privileges});
  application.Undo(ir::RenameIndex{{name.schema, rename.to.text, {}}, ir::Identifier(rename.from.name), name});
}

}  // namespace migc::catalog
