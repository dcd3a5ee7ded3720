// Views, functions, procedures and triggers: defined, replaced, dropped, and found by what their texts name.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "catalog/lookup.h"
#include "catalog/operations.h"
#include "catalog/words.h"

namespace migc::catalog {
namespace {

bool IsViewKind(ObjectKind kind) { return kind == ObjectKind::kView || kind == ObjectKind::kMaterializedView; }
bool HasArguments(ir::RoutineKind kind) { return kind == ir::RoutineKind::kFunction || kind == ir::RoutineKind::kProcedure; }

const ir::Routine& RoutineAt(const Catalog& catalog, const ObjectKey& key) { return std::get<ir::Routine>(*catalog.Find(key)); }

// A trigger needs its table; a view may not take the name of something else.
bool MayDefine(Application& application, const ir::Routine& routine, const ObjectKey& key) {
  CheckLength(application, KindName(key.kind), routine.name);
  CheckSchema(application, routine.name);
  if (routine.kind == ir::RoutineKind::kTrigger && !IsView(application, routine.table)) {
    return LookUpTable(application, routine.table).found != Found::kNo && !application.refused();
  }
  if (!IsViewKind(key.kind) || application.catalog().Find(key) != nullptr) return !application.refused();
  if (const auto holder = HolderOf(application.catalog(), Newcomer::kRelation, routine.name)) {
    ReportTaken(application, KindName(key.kind), routine.name, *holder);
  }
  return !application.refused();
}

// The one that is meant: by its arguments, or the only one of the name.
std::optional<ObjectKey> FindRoutine(Application& application, const ir::DropRoutine& drop) {
  const Catalog& catalog = application.catalog();
  const ObjectKey key = catalog.KeyOf(ir::Routine{drop.kind, drop.name, drop.arguments, drop.table, {}, {}});
  if (catalog.Find(key) != nullptr) return key;
  std::vector<ObjectKey> overloads;
  if (HasArguments(drop.kind)) overloads = catalog.Overloads(key.kind, drop.name);
  // With arguments, one that was defined without them is meant too.
  if (drop.arguments) std::erase_if(overloads, [&](const ObjectKey& one) { return RoutineAt(catalog, one).arguments.has_value(); });
  if (overloads.size() == 1) return overloads.front();
  if (overloads.size() > 1) {
    diag::Diagnostic several =
        diag::Make(diag::Kind::kSeveralRoutines, application.Where(drop.name.origin), KindName(key.kind), drop.name.Text());
    for (const ObjectKey& one : overloads) {
      const ir::Origin made = OriginOf(*catalog.Find(one));
      several.notes.push_back({made.known ? std::optional(made.span) : std::nullopt, Describe(one)});
    }
    application.Report(std::move(several).WithHelp("write the types of its arguments"));
    return std::nullopt;
  }
  if (drop.if_exists) return std::nullopt;
  const Found found =
      Missing(application,
              diag::Make(diag::Kind::kUnknownObject, application.Where(drop.name.origin), KindName(key.kind), drop.name.Text()),
              KindName(key.kind), drop.name.name, {}, NamesOfKind(catalog, key.kind));
  if (found == Found::kOutside) application.CannotUndo(fmt::format("raw SQL made {} \"{}\"", KindName(key.kind), drop.name.Text()));
  return std::nullopt;
}

ObjectKey TableKeyOf(const ObjectKey& relation) { return {ObjectKind::kTable, relation.schema, relation.name}; }

// The views and triggers whose texts name the relation, and the triggers on it.
std::vector<ObjectKey> DirectDependents(const Catalog& catalog, const ObjectKey& relation, const std::string& name) {
  std::vector<ObjectKey> keys = catalog.TriggersOf(TableKeyOf(relation));
  for (const ObjectKey& key : catalog.RoutinesThatName(name)) {
    if (IsViewKind(key.kind) || key.kind == ObjectKind::kTrigger) keys.push_back(key);
  }
  return keys;
}

// Depth first, so that reading `found` backwards gives each before what rests on it.
void Collect(const Catalog& catalog, const ObjectKey& relation, const std::string& name, std::set<ObjectKey>& seen,
             std::vector<ObjectKey>& found) {
  for (const ObjectKey& key : DirectDependents(catalog, relation, name)) {
    if (!seen.insert(key).second) continue;
    if (IsViewKind(key.kind)) Collect(catalog, key, RoutineAt(catalog, key).name.name, seen, found);
    found.push_back(key);
  }
}

void AddFound(Application& application, std::vector<ObjectKey> found) {
  const Catalog& catalog = application.catalog();
  std::reverse(found.begin(), found.end());
  // Triggers come last: one on a view needs the view.
  std::stable_partition(found.begin(), found.end(), [](const ObjectKey& key) { return key.kind != ObjectKind::kTrigger; });
  for (const ObjectKey& key : found) application.AddDependent(catalog.Find(key));
}

// What stands upon a view that is defined again: views that read it, triggers on it. One that its own text names is below it.
void AddDependentsOfView(Application& application, const ObjectKey& key, const std::string& text) {
  const Catalog& catalog = application.catalog();
  std::set<ObjectKey> seen = {key};
  for (const auto& [other, object] : catalog.objects()) {
    if (IsViewKind(other.kind) && other != key && Mentions(text, RoutineAt(catalog, other).name.name)) seen.insert(other);
  }
  std::vector<ObjectKey> found;
  Collect(catalog, key, RoutineAt(catalog, key).name.name, seen, found);
  AddFound(application, std::move(found));
}

}  // namespace

void AddDependents(Application& application, const std::vector<ObjectKey>& tables) {
  const Catalog& catalog = application.catalog();
  std::set<ObjectKey> seen;
  std::vector<ObjectKey> found;
  for (const ObjectKey& key : tables) {
    Collect(catalog, key, std::get<Table>(*catalog.Find(key)).definition.name.name, seen, found);
  }
  AddFound(application, std::move(found));
}

void WarnOfMentions(Application& application, const ir::Origin& where, std::string_view what, const std::string& name,
                    const std::string& beside) {
  const Catalog& catalog = application.catalog();
  for (const ObjectKey& key : catalog.RoutinesThatName(name)) {
    if (!IsViewKind(key.kind) && key.kind != ObjectKind::kTrigger) continue;
    const ir::Routine& routine = RoutineAt(catalog, key);
    const bool on_it = !beside.empty() && catalog.Fold(routine.table.name) == catalog.Fold(beside);
    if (!beside.empty() && !on_it && !Mentions(*routine.text, beside)) continue;
    application.Report(WithOrigin(diag::Make(diag::Kind::kMentioned, application.Where(where), what, name, Describe(key)),
                                  OriginOf(*catalog.Find(key)), Describe(key) + " is defined here")
                           .WithHelp("drop it or define it again where it still means it"));
  }
}

void Apply(Application& application, ir::Define& define) {
  const Catalog& catalog = application.catalog();
  ir::Routine& routine = define.routine;
  const ObjectKey key = catalog.KeyOf(routine);
  if (!MayDefine(application, routine, key)) return;
  ir::Routine kept = routine;
  if (catalog.KeyOf(ObjectKind::kTable, routine.name).schema.empty()) kept.name.schema.clear();
  if (catalog.KeyOf(ObjectKind::kTable, routine.table).schema.empty()) kept.table.schema.clear();
  if (!kept.origin.known) kept.origin = application.operation().origin;
  if (const ObjectPtr former = catalog.Find(key)) {
    application.Undo(ir::Define{std::get<ir::Routine>(*former)});
    if (IsViewKind(key.kind) && kept.text) AddDependentsOfView(application, key, *kept.text);
  } else {
    application.Undo(ir::DropRoutine{kept.kind, kept.name, kept.arguments, kept.table, false});
  }
  application.Set(key, std::make_shared<const Object>(std::move(kept)));
}

void Apply(Application& application, ir::DropRoutine& drop) {
  const Catalog& catalog = application.catalog();
  const std::optional<ObjectKey> key = FindRoutine(application, drop);
  if (!key) return;
  const ObjectPtr held = catalog.Find(*key);
  const ir::Routine& routine = std::get<ir::Routine>(*held);
  drop.arguments = routine.arguments;
  const std::vector<ObjectKey> triggers = IsViewKind(key->kind) ? catalog.TriggersOf(TableKeyOf(*key)) : std::vector<ObjectKey>{};
  for (const ObjectKey& trigger : triggers) {
    application.Undo(ir::Define{RoutineAt(catalog, trigger)});
    application.Set(trigger, nullptr);
  }
  application.Set(*key, nullptr);
  application.Undo(ir::Define{routine});
  if (IsViewKind(key->kind)) WarnOfMentions(application, drop.name.origin, KindName(key->kind), routine.name.name, {});
}

}  // namespace migc::catalog
