// Schemas, extensions, and privileges on tables.
#include <fmt/format.h>

#include <algorithm>

#include "catalog/creation.h"
#include "catalog/lookup.h"
#include "catalog/operations.h"

namespace migc::catalog {
namespace {

ObjectKey NamedKey(const Application& application, ObjectKind kind, const ir::Identifier& name) {
  return {kind, "", application.catalog().Fold(name.text)};
}

template <class Made, class Drop, class Create>
void CreateNamed(Application& application, ObjectKind kind, const Create& create) {
  const ObjectKey key = NamedKey(application, kind, create.name);
  if (const ObjectPtr there = application.catalog().Find(key)) {
    if (!create.if_not_exists)
      ReportTaken(application, KindName(kind), {"", create.name.text, create.name.origin}, {Describe(key), OriginOf(*there)});
    return;
  }
  CheckLength(application, KindName(kind), create.name);
  if (application.refused()) return;
  const ir::Origin made = create.name.origin.known ? create.name.origin : application.operation().origin;
  application.Set(key, std::make_shared<const Object>(Made{create.name.text, made}));
  application.Undo(Drop{create.name, false});
}

template <class Create, class Drop>
void DropNamed(Application& application, ObjectKind kind, const Drop& drop) {
  const ObjectKey key = NamedKey(application, kind, drop.name);
  if (application.catalog().Find(key) == nullptr) {
    // One that the chain never made is taken to be there: somebody who may has made it.
    if (!drop.if_exists) application.CannotUndo(fmt::format("{} was not made by this chain", Describe(key)));
    return;
  }
  application.Set(key, nullptr);
  application.Undo(Create{drop.name, false});
}

std::vector<ObjectKey> ObjectsIn(const Catalog& catalog, const std::string& schema) {
  std::vector<ObjectKey> keys;
  for (const ObjectKind kind : {ObjectKind::kEnum, ObjectKind::kSequence, ObjectKind::kTable, ObjectKind::kView,
                                ObjectKind::kMaterializedView, ObjectKind::kFunction, ObjectKind::kProcedure}) {
    const auto& objects = catalog.objects();
    for (auto at = objects.lower_bound({kind, schema, {}}); at != objects.end(); ++at) {
      if (at->first.kind != kind || at->first.schema != schema) break;
      keys.push_back(at->first);
    }
  }
  return keys;
}

constexpr std::string_view kAll = "all";

// What each privilege of "all" is, when one of them is taken away.
std::set<Privilege> EachOf(const std::string& role) {
  std::set<Privilege> each;
  for (const char* privilege : {"delete", "insert", "references", "select", "trigger", "truncate", "update"})
    each.insert({role, privilege});
  return each;
}

bool IsAll(const std::string& privilege) { return privilege == kAll || privilege == "all privileges"; }

void GrantTo(std::set<Privilege>& privileges, const std::string& role, const std::string& privilege) {
  if (IsAll(privilege)) {
    std::erase_if(privileges, [&](const Privilege& one) { return one.role == role; });
    privileges.insert({role, std::string(kAll)});
  } else if (!privileges.contains({role, std::string(kAll)})) {
    privileges.insert({role, privilege});
  }
}

void RevokeFrom(std::set<Privilege>& privileges, const std::string& role, const std::string& privilege) {
  if (IsAll(privilege)) {
    std::erase_if(privileges, [&](const Privilege& one) { return one.role == role; });
    return;
  }
  if (privileges.erase({role, std::string(kAll)}) > 0) privileges.merge(EachOf(role));
  privileges.erase({role, privilege});
}

std::set<Privilege> Without(const std::set<Privilege>& a, const std::set<Privilege>& b) {
  std::set<Privilege> rest;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::inserter(rest, rest.end()));
  return rest;
}

}  // namespace

void Apply(Application& application, ir::CreateSchema& create) {
  CreateNamed<Schema, ir::DropSchema>(application, ObjectKind::kSchema, create);
}

void Apply(Application& application, ir::DropSchema& drop) {
  const std::vector<ObjectKey> inside =
      ObjectsIn(application.catalog(), application.catalog().KeyOf(ObjectKind::kTable, {drop.name.text, "", {}}).schema);
  if (!inside.empty()) {
    diag::Diagnostic not_empty = diag::Make(diag::Kind::kSchemaNotEmpty, application.Where(drop.name.origin), drop.name.text);
    for (const ObjectKey& key : inside) {
      const ir::Origin made = OriginOf(*application.catalog().Find(key));
      not_empty.notes.push_back({made.known ? std::optional(made.span) : std::nullopt, Describe(key) + " is in it"});
    }
    return application.Report(std::move(not_empty));
  }
  DropNamed<ir::CreateSchema>(application, ObjectKind::kSchema, drop);
}

void Apply(Application& application, ir::CreateExtension& create) {
  CreateNamed<Extension, ir::DropExtension>(application, ObjectKind::kExtension, create);
}

void Apply(Application& application, ir::DropExtension& drop) {
  DropNamed<ir::CreateExtension>(application, ObjectKind::kExtension, drop);
}

void Apply(Application& application, ir::Grant& grant) {
  if (IsView(application, grant.table)) {
    ir::Grant back = grant;
    back.revoke = !grant.revoke;
    return application.Undo(back);
  }
  const FoundTable found = LookUpTable(application, grant.table);
  if (found.found == Found::kOutside) application.CannotUndo(fmt::format("raw SQL made table \"{}\"", grant.table.Text()));
  if (found.found != Found::kYes) return;
  Table table = *found.table;
  const std::set<Privilege> before = table.privileges;
  for (const ir::Identifier& role : grant.roles) {
    for (const std::string& privilege : grant.privileges) {
      grant.revoke ? RevokeFrom(table.privileges, role.text, privilege) : GrantTo(table.privileges, role.text, privilege);
    }
  }
  if (table.privileges == before) return;
  const ir::Name name = table.definition.name;
  const std::set<Privilege> gained = Without(table.privileges, before);
  const std::set<Privilege> lost = Without(before, table.privileges);
  application.SetTable(found.key, std::move(table));
  // What is gained is taken back first: to take "all" back takes everything.
  application.Undo(GrantOperations(name, lost, false));
  application.Undo(GrantOperations(name, gained, true));
}

}  // namespace migc::catalog
