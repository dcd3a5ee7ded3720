#include "catalog/application.h"

#include <algorithm>

#include "catalog/expressions.h"

namespace migc::catalog {
namespace {

// One change an object: from what it was before the first to what it is after the last, in the order of the first.
std::vector<Change> Merged(const std::vector<Change>& journal) {
  std::vector<Change> changes;
  std::map<ObjectKey, std::size_t> places;
  for (const Change& one : journal) {
    const auto [place, is_new] = places.emplace(one.key, changes.size());
    if (is_new) {
      changes.push_back(one);
    } else {
      changes[place->second].after = one.after;
    }
  }
  std::erase_if(changes, [](const Change& one) { return one.before == one.after; });
  return changes;
}

// In the order to run, with neighbouring changes of one table as one `alter table`.
std::vector<ir::Operation> InOrder(std::vector<ir::Operation> undo) {
  std::reverse(undo.begin(), undo.end());
  std::vector<ir::Operation> operations;
  for (ir::Operation& next : undo) {
    auto* alter = std::get_if<ir::AlterTable>(&next.body);
    auto* last = operations.empty() ? nullptr : std::get_if<ir::AlterTable>(&operations.back().body);
    if (alter != nullptr && last != nullptr && last->table == alter->table) {
      std::move(alter->actions.begin(), alter->actions.end(), std::back_inserter(last->actions));
    } else {
      operations.push_back(std::move(next));
    }
  }
  return operations;
}

// Every type that an operation names.
template <class Visit>
void ForEachType(const ir::Operation& operation, const Visit& visit) {
  const auto in_expr = [&](const ir::Expr& expr) {
    ForEachPart(expr, [&](const ir::Expr& part) {
      for (const ir::Type& type : part.types) visit(type);
    });
  };
  const auto in_column = [&](const ir::Column& column) {
    visit(column.type);
    ForEachColumnExpr(column, in_expr);
  };
  if (const auto* create = std::get_if<ir::CreateTable>(&operation.body)) {
    for (const ir::Column& column : create->table.columns) in_column(column);
  }
  if (const auto* alter = std::get_if<ir::AlterTable>(&operation.body)) {
    for (const ir::AlterAction& action : alter->actions) {
      if (const auto* add = std::get_if<ir::AddColumn>(&action.body)) in_column(add->column);
      if (const auto* set = std::get_if<ir::SetType>(&action.body)) {
        visit(set->type);
        if (set->using_expr) in_expr(*set->using_expr);
      }
    }
  }
  if (const auto* insert = std::get_if<ir::Insert>(&operation.body)) {
    for (const auto& row : insert->rows) std::for_each(row.begin(), row.end(), in_expr);
  }
  if (const auto* update = std::get_if<ir::Update>(&operation.body)) {
    for (const ir::Assignment& one : update->assignments) in_expr(one.value);
    if (update->where) in_expr(*update->where);
  }
  if (const auto* remove = std::get_if<ir::Delete>(&operation.body)) {
    if (remove->where) in_expr(*remove->where);
  }
}

}  // namespace

Application::Application(Catalog& catalog, const ir::Operation& operation, diag::Sink& sink, const Upcoming& upcoming)
    : catalog_(catalog), sink_(sink), upcoming_(upcoming) {
  step_.operation = operation;
}

const ir::Table* Application::FindUpcoming(const ObjectKey& key) const {
  const auto found = upcoming_.find(key);
  return found == upcoming_.end() ? nullptr : found->second;
}

std::optional<source::Span> Application::Where(const ir::Origin& origin) const {
  if (origin.known) return origin.span;
  if (step_.operation.origin.known) return step_.operation.origin.span;
  return std::nullopt;
}

void Application::Report(diag::Diagnostic diagnostic) {
  if (diagnostic.severity() == diag::Severity::kError) refused_ = true;
  sink_.Report(std::move(diagnostic));
}

void Application::Set(const ObjectKey& key, ObjectPtr object) {
  journal_.push_back({key, catalog_.Find(key), object});
  catalog_.Set(key, std::move(object));
}

void Application::Undo(ir::Operation::Body body) {
  undo_.push_back({std::move(body), step_.operation.no_transaction, {}, step_.operation.origin});
}

void Application::Undo(std::vector<ir::Operation> operations) {
  for (auto one = operations.rbegin(); one != operations.rend(); ++one) Undo(std::move(one->body));
}

void Application::UndoAction(const ir::Name& table, decltype(ir::AlterAction::body) body) {
  Undo(ir::AlterTable{table, false, {{std::move(body), step_.operation.origin}}});
}

void Application::CannotUndo(std::string reason) {
  if (!not_derivable_) not_derivable_ = NotDerivable{std::move(reason)};
}

void Application::AddDependent(ObjectPtr object) {
  if (object == nullptr) return;
  auto& all = step_.dependents;
  if (std::find(all.begin(), all.end(), object) == all.end()) all.push_back(std::move(object));
}

std::optional<std::vector<Step>> Application::ApplyEffects(const std::vector<ir::Operation>& effects) {
  std::vector<Step> steps;
  bool all = true;
  for (const ir::Operation& effect : effects) {
    Application inner(catalog_, effect, sink_, upcoming_);
    Replay(inner);
    std::optional<Step> step = inner.Finish();
    if (!step) {
      all = false;
      continue;
    }
    journal_.insert(journal_.end(), step->changes.begin(), step->changes.end());
    steps.push_back(std::move(*step));
  }
  if (all) return steps;
  refused_ = true;
  return std::nullopt;
}

void Application::AddEnum(const ir::Type& type) {
  if (type.kind != ir::TypeKind::kNamed) return;
  const ObjectKey key = catalog_.KeyOf(ObjectKind::kEnum, type.name);
  if (ObjectPtr object = catalog_.Find(key)) step_.enums.emplace(key, std::move(object));
}

void Application::AddEnumsOf(const Object& object) {
  const auto* table = std::get_if<Table>(&object);
  if (table == nullptr) return;
  for (const ir::Column& column : table->definition.columns) AddEnum(column.type);
}

void Application::CollectEnums() {
  for (const Change& change : step_.changes) {
    if (change.before != nullptr) AddEnumsOf(*change.before);
    if (change.after != nullptr) AddEnumsOf(*change.after);
    if (change.key.kind != ObjectKind::kEnum) continue;
    step_.enums.emplace(change.key, change.after != nullptr ? change.after : change.before);
  }
  for (const ObjectPtr& object : step_.dependents) AddEnumsOf(*object);
  ForEachType(step_.operation, [&](const ir::Type& type) { AddEnum(type); });
}

std::optional<Step> Application::Finish() {
  if (refused_) {
    for (auto one = journal_.rbegin(); one != journal_.rend(); ++one) catalog_.Set(one->key, one->before);
    for (const std::string& name : NamesOf(step_.operation)) catalog_.RememberRefused(name);
    return std::nullopt;
  }
  step_.changes = Merged(journal_);
  CollectEnums();
  if (not_derivable_) {
    step_.inverse = *std::move(not_derivable_);
  } else {
    step_.inverse = InOrder(std::move(undo_));
  }
  return std::move(step_);
}

}  // namespace migc::catalog
