// alter table: the actions one after the other; what concerns the table as a whole.
#include <fmt/format.h>

#include <algorithm>

#include "catalog/alteration.h"
#include "catalog/operations.h"
#include "migc/base/text.h"

namespace migc::catalog {
namespace {

void Apply(Alteration& alteration, ir::SetTableComment& set) {
  ir::Table table = alteration.table();
  if (table.comment == set.comment) return;
  const std::optional<std::string> former = table.comment;
  table.comment = set.comment;
  alteration.Replace(std::move(table));
  alteration.Undo(ir::SetTableComment{former});
}

void Apply(Alteration& alteration, ir::SetSchema& set) {
  Application& application = alteration.application();
  const Catalog& catalog = alteration.catalog();
  const ir::Name former = alteration.table().name;
  const ir::Name target{set.schema.text, former.name, set.schema.origin};
  const ObjectKey key = catalog.KeyOf(ObjectKind::kTable, target);
  if (key == alteration.key()) return;
  if (const auto holder = HolderOf(catalog, Newcomer::kRelation, target)) return ReportTaken(application, "table", target, *holder);
  CheckSchema(application, target);
  CheckNamesInSchema(application, alteration.whole(), set.schema.text, set.schema.origin);
  if (application.refused()) return;
  MoveTable(application, alteration.key(), target);
  alteration.MoveTo(key);
  alteration.Undo(ir::SetSchema{former.schema});
}

// The word before "=": FILLFACTOR of `FILLFACTOR = 70`.
std::string OptionName(const std::string& option) {
  std::string name = base::UpperAscii(option.substr(0, option.find('=')));
  std::erase(name, ' ');
  return name;
}

void Apply(Alteration& alteration, ir::SetTableOption& set) {
  ir::Table table = alteration.table();
  const std::string name = OptionName(set.option);
  const auto same = std::find_if(table.options.begin(), table.options.end(),
                                 [&](const std::string& option) { return OptionName(option) == name; });
  if (same == table.options.end()) {
    alteration.application().CannotUndo(fmt::format("what table option {} was before is not known", name));
    table.options.push_back(set.option);
  } else {
    alteration.Undo(ir::SetTableOption{*same});
    *same = set.option;
  }
  alteration.Replace(std::move(table));
}

// Gone already: NameShape made each a DropConstraint.
void Apply(Alteration&, ir::DropPrimaryKey&) {}
void Apply(Alteration&, ir::DropUnique&) {}
void Apply(Alteration&, ir::DropForeignKey&) {}
void Apply(Alteration&, ir::DropCheck&) {}

void ApplyActions(Alteration& alteration, ir::AlterTable& alter) {
  std::vector<ir::AlterAction> completed;
  for (ir::AlterAction& action : alter.actions) {
    alteration.origin = action.origin;
    alteration.before.clear();
    alteration.left_out = false;
    // Each is judged by itself: one that is refused does not keep the next from being looked at.
    const bool refused = alteration.application().ExchangeRefused(false);
    if (NameShape(alteration, action)) std::visit([&](auto& body) { Apply(alteration, body); }, action.body);
    if (alteration.application().ExchangeRefused(refused)) {
      alteration.application().Refuse();
      const auto* add = std::get_if<ir::AddColumn>(&action.body);
      if (add != nullptr) alteration.application().RememberRefused(add->column.name.text);
    }
    completed.insert(completed.end(), alteration.before.begin(), alteration.before.end());
    if (!alteration.left_out) completed.push_back(std::move(action));
  }
  alter.actions = std::move(completed);
}

}  // namespace

const ir::Column* Alteration::Find(ir::Identifier& column) {
  const Found found = LookUpColumn(application_, table(), column);
  if (found == Found::kOutside) GoesOutside("column", column.text);
  return found == Found::kYes ? FindColumn(catalog(), table(), column.text) : nullptr;
}

void Alteration::GoesOutside(std::string_view what, const std::string& name) {
  application_.CannotUndo(fmt::format("raw SQL made {} \"{}\", so what it was is not known", what, name));
}

void Apply(Application& application, ir::AlterTable& alter) {
  if (alter.if_exists && PeekTable(application, alter.table) == nullptr) return;
  const FoundTable found = LookUpTable(application, alter.table);
  if (found.found == Found::kOutside) {
    application.CannotUndo(fmt::format("raw SQL made table \"{}\", so what it was is not known", alter.table.Text()));
  }
  if (found.found != Found::kYes) return;
  // Recorded even when no action changes anything (`set not null` twice, a restart): emit must know the table all the same.
  application.SetTable(found.key, Table(*found.table));
  Alteration alteration(application, found.key);
  ApplyActions(alteration, alter);
  if (application.refused()) return;
  if (alteration.table().columns.empty()) {
    application.Report(diag::Make(diag::Kind::kNoColumns, application.Where(alter.table.origin), alter.table.Text()));
  }
  AddDependents(application, {alteration.key()});
  for (const ObjectKey& referrer : application.catalog().ReferencedBy(alteration.key())) {
    application.AddDependent(application.catalog().Find(referrer));
  }
}

}  // namespace migc::catalog
