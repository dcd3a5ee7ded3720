// create sequence, alter sequence, drop sequence; what the options of a sequence become when some are set.
#include <fmt/format.h>

#include "catalog/alteration.h"
#include "catalog/expressions.h"
#include "catalog/lookup.h"
#include "catalog/operations.h"

namespace migc::catalog {
namespace {

struct FoundSequence {
  Found found = Found::kNo;
  ObjectKey key;
  const Sequence* sequence = nullptr;
};

FoundSequence LookUpSequence(Application& application, const ir::Name& name) {
  const Catalog& catalog = application.catalog();
  FoundSequence result;
  result.key = catalog.KeyOf(ObjectKind::kSequence, name);
  if (const ObjectPtr object = catalog.Find(result.key)) {
    result.found = Found::kYes;
    result.sequence = std::get_if<Sequence>(object.get());
    return result;
  }
  if (const auto other = OtherKind(catalog, name, ObjectKind::kSequence)) {
    application.Report(WithOrigin(diag::Make(diag::Kind::kWrongKind, application.Where(name.origin), Describe(*other), "sequence"),
                                  OriginOf(*catalog.Find(*other)), "it is made here"));
    return result;
  }
  result.found =
      Missing(application, diag::Make(diag::Kind::kUnknownObject, application.Where(name.origin), "sequence", name.Text()),
              "sequence", name.name, {}, NamesOfKind(catalog, ObjectKind::kSequence));
  if (result.found == Found::kOutside) application.CannotUndo(fmt::format("raw SQL made sequence \"{}\"", name.Text()));
  return result;
}

template <class T>
void Take(std::optional<T>& option, const std::optional<T>& changed) {
  if (changed) option = changed;
}

// Defaults that ask the sequence by its name are told the new one.
void RenameInDefaults(Application& application, const ObjectKey& from, const std::string& to) {
  const Catalog& catalog = application.catalog();
  for (const ObjectKey& user : catalog.UsersOfSequence(from)) {
    const ObjectPtr object = catalog.Find(user);
    Table table = std::get<Table>(*object);
    for (ir::Column& column : table.definition.columns) {
      if (!column.default_value) continue;
      ForEachSequenceName(*column.default_value, [&](std::string& text) {
        ir::Name name = SequenceNamed(text);
        if (catalog.KeyOf(ObjectKind::kSequence, name) != from) return;
        name.name = to;
        text = name.Text();
      });
    }
    application.SetTable(user, std::move(table));
  }
}

}  // namespace

ir::SequenceOptions Merge(ir::SequenceOptions options, const ir::SequenceOptions& changed) {
  Take(options.start, changed.start);
  Take(options.increment, changed.increment);
  Take(options.min_value, changed.min_value);
  Take(options.max_value, changed.max_value);
  Take(options.cache, changed.cache);
  Take(options.cycle, changed.cycle);
  if (changed.no_min_value) options.min_value.reset();
  if (changed.no_max_value) options.max_value.reset();
  options.no_min_value = options.no_max_value = false;
  options.restart.reset();
  return options;
}

ir::SequenceOptions ChangeBack(const ir::SequenceOptions& former, const ir::SequenceOptions& changed) {
  const bool ascending = former.increment.value_or(1) > 0;
  const std::int64_t first = ascending ? former.min_value.value_or(1) : former.max_value.value_or(-1);
  ir::SequenceOptions back;
  if (changed.start) back.start = former.start.value_or(first);
  if (changed.increment) back.increment = former.increment.value_or(1);
  if (changed.min_value || changed.no_min_value) {
    back.min_value = former.min_value;
    back.no_min_value = !former.min_value;
  }
  if (changed.max_value || changed.no_max_value) {
    back.max_value = former.max_value;
    back.no_max_value = !former.max_value;
  }
  if (changed.cache) back.cache = former.cache.value_or(1);
  if (changed.cycle) back.cycle = former.cycle.value_or(false);
  return back;
}

void Apply(Application& application, ir::CreateSequence& create) {
  const Catalog& catalog = application.catalog();
  const ObjectKey key = catalog.KeyOf(ObjectKind::kSequence, create.name);
  if (create.if_not_exists && catalog.Find(key) != nullptr) return;
  CheckLength(application, "sequence", create.name);
  CheckSchema(application, create.name);
  if (const auto holder = HolderOf(catalog, Newcomer::kRelation, create.name)) {
    return ReportTaken(application, "sequence", create.name, *holder);
  }
  if (application.refused()) return;
  ir::Name name = create.name;
  if (key.schema.empty()) name.schema.clear();
  ir::SequenceOptions options = create.options;
  options.restart.reset();
  application.Set(key, std::make_shared<const Object>(Sequence{name, options, application.operation().origin}));
  application.Undo(ir::DropSequence{name, false});
}

void Apply(Application& application, ir::AlterSequence& alter) {
  const FoundSequence found = LookUpSequence(application, alter.name);
  if (found.sequence == nullptr) return;
  const Sequence former = *found.sequence;
  Sequence changed = former;
  changed.options = Merge(former.options, alter.options);
  const ir::SequenceOptions back = ChangeBack(former.options, alter.options);
  if (!alter.rename_to) {
    if (changed == former) return;
    application.Set(found.key, std::make_shared<const Object>(changed));
    return application.Undo(ir::AlterSequence{former.name, back, std::nullopt});
  }
  changed.name.name = alter.rename_to->text;
  const ObjectKey key = application.catalog().KeyOf(ObjectKind::kSequence, changed.name);
  CheckLength(application, "sequence", *alter.rename_to);
  const auto holder = key == found.key ? std::nullopt : HolderOf(application.catalog(), Newcomer::kRelation, changed.name);
  if (holder)
    return ReportTaken(application, "sequence", {changed.name.schema, changed.name.name, alter.rename_to->origin}, *holder);
  if (application.refused()) return;
  RenameInDefaults(application, found.key, changed.name.name);
  application.Set(found.key, nullptr);
  application.Set(key, std::make_shared<const Object>(changed));
  application.Undo(ir::AlterSequence{changed.name, back, ir::Identifier(former.name.name)});
}

void Apply(Application& application, ir::DropSequence& drop) {
  const Catalog& catalog = application.catalog();
  if (drop.if_exists && catalog.Find(catalog.KeyOf(ObjectKind::kSequence, drop.name)) == nullptr) return;
  const FoundSequence found = LookUpSequence(application, drop.name);
  if (found.sequence == nullptr) return;
  const std::vector<ObjectKey> users = catalog.UsersOfSequence(found.key);
  if (!users.empty()) {
    diag::Diagnostic in_use = diag::Make(diag::Kind::kInUse, application.Where(drop.name.origin), Describe(found.key));
    for (const ObjectKey& user : users)
      in_use.notes.push_back({std::nullopt, "a default of " + Describe(user) + " takes its value from it"});
    return application.Report(std::move(in_use));
  }
  const Sequence former = *found.sequence;
  application.Set(found.key, nullptr);
  application.Undo(ir::CreateSequence{former.name, former.options, false});
}

}  // namespace migc::catalog
