#include "migc/catalog/replay.h"

#include <fmt/format.h>

#include "catalog/application.h"
#include "catalog/foreign_key.h"
#include "catalog/operations.h"
#include "migc/base/overloaded.h"

namespace migc::catalog {
namespace {

void AddNames(const ir::AlterAction& action, std::vector<std::string>& names) {
  if (const auto* add = std::get_if<ir::AddColumn>(&action.body)) names.push_back(add->column.name.text);
  if (const auto* rename = std::get_if<ir::RenameColumnAction>(&action.body)) names.push_back(rename->to.text);
  if (const auto* add = std::get_if<ir::AddConstraint>(&action.body)) names.push_back(add->constraint.name.text);
  if (const auto* rename = std::get_if<ir::RenameConstraint>(&action.body)) names.push_back(rename->to.text);
  if (const auto* drop = std::get_if<ir::DropColumn>(&action.body)) names.push_back(drop->column.text);
  if (const auto* drop = std::get_if<ir::DropConstraint>(&action.body)) names.push_back(drop->name.text);
}

// What has become of a column's foreign keys by the end.
void LookAgain(const Catalog& catalog, const std::vector<LaterCheck>& checks, diag::Sink& sink) {
  for (const LaterCheck& check : checks) {
    const ObjectPtr object = catalog.Find(check.table);
    const auto* table = object == nullptr ? nullptr : std::get_if<Table>(object.get());
    if (table == nullptr) continue;
    for (diag::Diagnostic& problem : KeyTypeProblems(catalog, check.table, table->definition, check.column, check.where)) {
      sink.Report(std::move(problem));
    }
  }
}

// All operations of one list, with the foreign keys that wait for a table put where it is made.
class Replayer {
 public:
  Replayer(Catalog& catalog, diag::Sink& sink) : catalog_(catalog), sink_(sink) {}

  std::optional<std::vector<Step>> Run(const std::vector<ir::Operation>& operations);

 private:
  void Apply(const ir::Operation& operation);
  void AddWaiting(const ir::Operation& made);
  void FollowRename(const ir::Operation& operation);

  Catalog& catalog_;
  diag::Sink& sink_;
  Upcoming upcoming_;
  std::vector<Deferred> waiting_;
  std::vector<LaterCheck> later_;
  std::vector<Step> steps_;
  bool failed_ = false;
};

void Replayer::Apply(const ir::Operation& operation) {
  Application application(catalog_, operation, sink_, upcoming_);
  Replay(application);
  std::optional<Step> step = application.Finish();
  if (!step) {
    failed_ = true;
    return;
  }
  for (Deferred& deferred : application.TakeDeferred()) waiting_.push_back(std::move(deferred));
  for (LaterCheck& check : application.TakeLaterChecks()) later_.push_back(std::move(check));
  FollowRename(operation);
  const auto* written = std::get_if<ir::AlterTable>(&operation.body);
  const auto* completed = std::get_if<ir::AlterTable>(&step->operation.body);
  const bool all_waits = written != nullptr && !written->actions.empty() && completed->actions.empty();
  if (!all_waits) steps_.push_back(std::move(*step));
}

// A table whose foreign key waits may have another name, or be gone, by the time it is added.
void Replayer::FollowRename(const ir::Operation& operation) {
  if (const auto* rename = std::get_if<ir::RenameTable>(&operation.body)) {
    const ObjectKey from = catalog_.KeyOf(ObjectKind::kTable, rename->from);
    for (Deferred& one : waiting_) {
      if (catalog_.KeyOf(ObjectKind::kTable, one.table) == from) one.table.name = rename->to.name;
    }
  }
  if (const auto* drop = std::get_if<ir::DropTable>(&operation.body)) {
    const ObjectKey gone = catalog_.KeyOf(ObjectKind::kTable, drop->name);
    std::erase_if(waiting_, [&](const Deferred& one) { return catalog_.KeyOf(ObjectKind::kTable, one.table) == gone; });
  }
}

void Replayer::AddWaiting(const ir::Operation& made) {
  const auto* create = std::get_if<ir::CreateTable>(&made.body);
  if (create == nullptr) return;
  const ObjectKey key = catalog_.KeyOf(ObjectKind::kTable, create->table.name);
  std::vector<Deferred> ready;
  for (const Deferred& one : waiting_) {
    if (one.referred == key) ready.push_back(one);
  }
  std::erase_if(waiting_, [&](const Deferred& one) { return one.referred == key; });
  // Of a table that could not be made there is nothing more to say.
  if (catalog_.Find(key) == nullptr) return;
  for (Deferred& one : ready) {
    const ir::Origin origin = one.constraint.origin;
    ir::AlterTable alter{one.table, false, {{ir::AddConstraint{std::move(one.constraint), false}, origin}}};
    Apply({std::move(alter), one.no_transaction, {}, origin});
  }
}

std::optional<std::vector<Step>> Replayer::Run(const std::vector<ir::Operation>& operations) {
  for (const ir::Operation& operation : operations) {
    const auto* create = std::get_if<ir::CreateTable>(&operation.body);
    if (create != nullptr) upcoming_.emplace(catalog_.KeyOf(ObjectKind::kTable, create->table.name), &create->table);
  }
  for (const ir::Operation& operation : operations) {
    const auto* create = std::get_if<ir::CreateTable>(&operation.body);
    if (create != nullptr) upcoming_.erase(catalog_.KeyOf(ObjectKind::kTable, create->table.name));
    Apply(operation);
    AddWaiting(operation);
  }
  if (failed_) return std::nullopt;
  LookAgain(catalog_, later_, sink_);
  return std::move(steps_);
}

}  // namespace

void Replay(Application& application) {
  std::visit([&](auto& body) { Apply(application, body); }, application.operation().body);
}

std::vector<std::string> NamesOf(const ir::Operation& operation) {
  std::vector<std::string> names;
  std::visit(base::Overloaded{
                 [&](const ir::CreateTable& o) { names.push_back(o.table.name.name); },
                 [&](const ir::DropTable& o) { names.push_back(o.name.name); },
                 [&](const ir::RenameTable& o) {
                   names = {o.from.name, o.to.name};
                 },
                 [&](const ir::AlterTable& o) {
                   for (const ir::AlterAction& action : o.actions) AddNames(action, names);
                 },
                 [&](const ir::CreateIndex& o) { names.push_back(o.index.name.text); },
                 [&](const ir::DropIndex& o) { names.push_back(o.name.name); },
                 [&](const ir::RenameIndex& o) {
                   names = {o.from.name, o.to.text};
                 },
                 [&](const ir::CreateSequence& o) { names.push_back(o.name.name); },
                 [&](const ir::AlterSequence& o) {
                   if (o.rename_to) names.push_back(o.rename_to->text);
                 },
                 [&](const ir::DropSequence& o) { names.push_back(o.name.name); },
                 [&](const ir::CreateEnum& o) { names.push_back(o.name.name); },
                 [&](const ir::AlterEnum& o) {
                   if (const auto* rename = std::get_if<ir::RenameEnum>(&o.action)) names.push_back(rename->to.text);
                 },
                 [&](const ir::DropEnum& o) { names.push_back(o.name.name); },
                 [&](const ir::CreateSchema& o) { names.push_back(o.name.text); },
                 [&](const ir::DropSchema& o) { names.push_back(o.name.text); },
                 [&](const ir::CreateExtension& o) { names.push_back(o.name.text); },
                 [&](const ir::DropExtension& o) { names.push_back(o.name.text); },
                 [&](const ir::Define& o) { names.push_back(o.routine.name.name); },
                 [&](const ir::DropRoutine& o) { names.push_back(o.name.name); },
                 [](const ir::Grant&) {},
                 [](const ir::Insert&) {},
                 [](const ir::Update&) {},
                 [](const ir::Delete&) {},
                 [](const ir::RawSql&) {},
                 [](const ir::SetTimeouts&) {},
                 [](const ir::Require&) {},
             },
             operation.body);
  std::erase(names, std::string());
  return names;
}

std::optional<Step> ApplyOperation(Catalog& catalog, const ir::Operation& operation, diag::Sink& sink) {
  const Upcoming none;
  Application application(catalog, operation, sink, none);
  Replay(application);
  std::optional<Step> step = application.Finish();
  if (step) LookAgain(catalog, application.TakeLaterChecks(), sink);
  return step;
}

std::optional<std::vector<Step>> ApplyOperations(Catalog& catalog, const std::vector<ir::Operation>& operations, diag::Sink& sink) {
  return Replayer(catalog, sink).Run(operations);
}

void Revert(Catalog& catalog, const std::vector<Step>& steps) {
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    for (auto change = step->changes.rbegin(); change != step->changes.rend(); ++change) catalog.Set(change->key, change->before);
  }
}

}  // namespace migc::catalog
