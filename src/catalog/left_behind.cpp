#include "migc/catalog/left_behind.h"

#include <algorithm>
#include <set>
#include <utility>

namespace migc::catalog {
namespace {

// Renames in the effects of raw SQL leave texts behind like any other.
void AddRenames(const ir::Operation& operation, std::vector<LeftBehind>& found) {
  if (const auto* rename = std::get_if<ir::RenameTable>(&operation.body)) {
    const ir::Origin& origin = rename->from.origin.known ? rename->from.origin : operation.origin;
    found.push_back({rename->to, false, rename->from.name, rename->to.name, origin, {}});
  }
  if (const auto* alter = std::get_if<ir::AlterTable>(&operation.body)) {
    for (const ir::AlterAction& action : alter->actions) {
      const auto* rename = std::get_if<ir::RenameColumnAction>(&action.body);
      if (rename == nullptr) continue;
      found.push_back(
          {alter->table, true, rename->from.text, rename->to.text, action.origin.known ? action.origin : operation.origin, {}});
    }
  }
  if (const auto* raw = std::get_if<ir::RawSql>(&operation.body)) {
    for (const ir::Operation& effect : raw->effects) AddRenames(effect, found);
  }
}

bool IsViewNamed(const Catalog& catalog, const ir::Name& name) {
  return catalog.Find(catalog.KeyOf(ObjectKind::kView, name)) != nullptr ||
         catalog.Find(catalog.KeyOf(ObjectKind::kMaterializedView, name)) != nullptr;
}

// The renames of one list, and what comes after each in it.
class Finder {
 public:
  Finder(const Catalog& catalog, const std::vector<Step>& steps) : catalog_(catalog), steps_(steps) {}

  std::vector<LeftBehind> Run() const {
    std::vector<LeftBehind> all;
    for (std::size_t at = 0; at < steps_.size(); ++at) {
      std::vector<LeftBehind> found;
      AddRenames(steps_[at].operation, found);
      for (LeftBehind& one : found) {
        if (catalog_.Fold(one.from) == catalog_.Fold(one.to) || IsThereAgain(at, one)) continue;
        one.texts = TextsFor(at, one);
        if (!one.texts.empty()) all.push_back(std::move(one));
      }
    }
    return all;
  }

 private:
  // Something else may have taken the former name: a view for those who do not know the new one yet. True for a table that is gone.
  bool IsThereAgain(std::size_t at, const LeftBehind& behind) const {
    if (!behind.column) {
      const ir::Name former{behind.table.schema, behind.from, {}};
      if (catalog_.FindTable(former) != nullptr || IsViewNamed(catalog_, former)) return true;
    }
    ir::Name name = behind.table;
    for (std::size_t next = at + 1; next < steps_.size(); ++next) {
      const auto* rename = std::get_if<ir::RenameTable>(&steps_[next].operation.body);
      if (rename != nullptr && catalog_.Fold(rename->from.name) == catalog_.Fold(name.name)) name.name = rename->to.name;
    }
    const Table* table = catalog_.FindTable(name);
    if (table == nullptr) return true;
    return behind.column && std::ranges::any_of(table->definition.columns, [&](const ir::Column& column) {
             return catalog_.Fold(column.name.text) == catalog_.Fold(behind.from);
           });
  }

  std::vector<ObjectPtr> TextsFor(std::size_t at, const LeftBehind& behind) const {
    std::set<ObjectKey> keys;
    for (const ObjectKey& key : catalog_.RoutinesThatName(behind.from)) keys.insert(key);
    if (behind.column) {
      for (const ObjectKey& key : catalog_.RoutinesThatName(behind.table.name)) {
        if (std::get<ir::Routine>(*catalog_.Find(key)).text->find('*') != std::string::npos) keys.insert(key);
      }
    }
    std::vector<ObjectPtr> texts;
    for (const ObjectKey& key : keys) {
      const ObjectPtr object = catalog_.Find(key);
      if (!IsDefinedAfter(at, std::get<ir::Routine>(*object))) texts.push_back(object);
    }
    return texts;
  }

  bool IsDefinedAfter(std::size_t at, const ir::Routine& routine) const {
    return std::any_of(steps_.begin() + static_cast<std::ptrdiff_t>(at) + 1, steps_.end(), [&](const Step& step) {
      const auto* define = std::get_if<ir::Define>(&step.operation.body);
      return define != nullptr && define->routine.kind == routine.kind && define->routine.name.name == routine.name.name;
    });
  }

  const Catalog& catalog_;
  const std::vector<Step>& steps_;
};

}  // namespace

std::vector<LeftBehind> FindLeftBehind(const Catalog& catalog, const std::vector<Step>& steps) {
  return Finder(catalog, steps).Run();
}

}  // namespace migc::catalog
