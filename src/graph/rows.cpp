#include "rows.h"

#include "closure.h"
#include "migc/base/check.h"
#include "wording.h"

namespace migc::graph {

Rows::Rows(const Graph& graph, const std::vector<Node>& rows)
    : graph_(graph), applied_(Reach(graph, rows, Along::kNeeds)), needed_(graph.size(), 0) {
  for (Node node = 0; node < graph.size(); ++node) {
    if (!applied_[node]) continue;
    for (const Node need : graph.At(node).needs) ++needed_[need];
  }
  for (const Node row : rows) CHECK(IsRow(row));
  heads_ = HeadList(IdsOf(graph, rows));
}

std::vector<RowChange> Rows::Upgrade(Node node) {
  std::vector<Node> absorbed;
  for (const Node need : graph_.At(node).needs) {
    CHECK(applied_[need]);
    if (IsRow(need)) absorbed.push_back(need);
  }
  for (const Node need : graph_.At(node).needs) ++needed_[need];
  applied_[node] = true;

  const std::string& id = IdOf(graph_, node);
  heads_ = heads_.With(id);
  if (absorbed.empty()) return {{RowAction::kInsert, {}, id}};
  std::vector<RowChange> changes;
  for (const Node row : absorbed) {
    heads_ = heads_.Without(IdOf(graph_, row));
    changes.push_back({RowAction::kDelete, IdOf(graph_, row), {}});
  }
  changes.back() = {RowAction::kUpdate, IdOf(graph_, absorbed.back()), id};
  return changes;
}

std::vector<RowChange> Rows::Downgrade(Node node) {
  CHECK(IsRow(node));
  applied_[node] = false;
  std::vector<Node> freed;
  for (const Node need : graph_.At(node).needs) {
    if (--needed_[need] == 0) freed.push_back(need);
  }

  const std::string& id = IdOf(graph_, node);
  heads_ = heads_.Without(id);
  if (freed.empty()) return {{RowAction::kDelete, id, {}}};
  std::vector<RowChange> changes;
  for (const Node row : freed) {
    heads_ = heads_.With(IdOf(graph_, row));
    changes.push_back({RowAction::kInsert, {}, IdOf(graph_, row)});
  }
  changes.back() = {RowAction::kUpdate, id, IdOf(graph_, freed.back())};
  return changes;
}

Plan MakePlan(const Graph& graph, const std::vector<Node>& rows, Direction direction, const std::vector<Node>& order) {
  Rows table(graph, rows);
  Plan plan;
  plan.direction = direction;
  plan.from = table.heads();
  plan.steps.reserve(order.size());
  for (const Node node : order) {
    Step step;
    step.revision = node;
    step.direction = direction;
    step.rows = direction == Direction::kUpgrade ? table.Upgrade(node) : table.Downgrade(node);
    step.heads = table.heads();
    plan.steps.push_back(std::move(step));
  }
  plan.to = table.heads();
  return plan;
}

}  // namespace migc::graph
