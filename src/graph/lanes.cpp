#include "migc/graph/lanes.h"

#include <algorithm>
#include <optional>

namespace migc::graph {
namespace {

class Layout {
 public:
  Layout(const Graph& graph, const std::vector<Node>& nodes) : graph_(graph), chosen_(graph.size(), false) {
    for (const Node node : nodes) chosen_[node] = true;
  }

  LaneRow Place(Node node) {
    LaneRow row;
    row.node = node;
    row.above = Taken();
    row.column = FirstThatAwaits(node);
    row.above.resize(awaited_.size(), false);
    for (std::size_t i = row.column + 1; i < awaited_.size(); ++i) {
      if (awaited_[i] != node) continue;
      row.joining.push_back(i);
      awaited_[i].reset();
    }
    Leave(row);
    while (!awaited_.empty() && !awaited_.back()) awaited_.pop_back();
    row.below = Taken();
    return row;
  }

 private:
  // The column whose line comes to the revision; for a head, the first one that is free.
  std::size_t FirstThatAwaits(Node node) {
    auto place = std::find(awaited_.begin(), awaited_.end(), std::optional(node));
    if (place == awaited_.end()) place = std::find(awaited_.begin(), awaited_.end(), std::nullopt);
    if (place == awaited_.end()) place = awaited_.insert(place, node);
    return static_cast<std::size_t>(place - awaited_.begin());
  }

  // The first parent goes on in the revision's column; each other one where it is awaited already, else in a new column.
  void Leave(LaneRow& row) {
    awaited_[row.column].reset();
    bool first = true;
    for (const Node parent : graph_.At(row.node).parents) {
      if (!chosen_[parent]) continue;
      if (first) {
        awaited_[row.column] = parent;
        first = false;
        continue;
      }
      row.leaving.push_back(ColumnFor(parent, row.column));
    }
  }

  // To the right of `beside`, so that lines never go back.
  std::size_t ColumnFor(Node parent, std::size_t beside) {
    for (std::size_t i = beside + 1; i < awaited_.size(); ++i) {
      if (awaited_[i] == parent) return i;
    }
    for (std::size_t i = beside + 1; i < awaited_.size(); ++i) {
      if (awaited_[i]) continue;
      awaited_[i] = parent;
      return i;
    }
    awaited_.emplace_back(parent);
    return awaited_.size() - 1;
  }

  std::vector<bool> Taken() const {
    std::vector<bool> taken;
    for (const auto& column : awaited_) taken.push_back(column.has_value());
    return taken;
  }

  const Graph& graph_;
  std::vector<bool> chosen_;
  std::vector<std::optional<Node>> awaited_;  // by column: the revision that its line goes to
};

}  // namespace

std::vector<LaneRow> LayOut(const Graph& graph, const std::vector<Node>& nodes) {
  Layout layout(graph, nodes);
  std::vector<LaneRow> rows;
  rows.reserve(nodes.size());
  for (const Node node : nodes) rows.push_back(layout.Place(node));
  return rows;
}

}  // namespace migc::graph
