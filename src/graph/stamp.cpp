#include <fmt/format.h>

#include <algorithm>

#include "migc/graph/plan.h"
#include "resolve.h"
#include "wording.h"

namespace migc::graph {
namespace {

// The rows in the order in which they were typed, and later added.
class Table {
 public:
  Table(const Graph& graph, std::vector<Node> rows) : graph_(graph), rows_(std::move(rows)) {}

  const std::vector<Node>& rows() const { return rows_; }
  std::vector<RowChange>&& TakeChanges() { return std::move(changes_); }

  void Delete(Node row) {
    changes_.push_back({RowAction::kDelete, IdOf(graph_, row), {}});
    std::erase(rows_, row);
  }

  // The rows that lead to the revision or come from it become one row, which is it.
  void MoveTo(Node node) {
    if (std::find(rows_.begin(), rows_.end(), node) != rows_.end()) return;
    const std::vector<Node> related = RelatedTo(node);
    if (related.empty()) {
      changes_.push_back({RowAction::kInsert, {}, IdOf(graph_, node)});
      rows_.push_back(node);
      return;
    }
    for (const Node row : related) {
      if (row != related.back()) Delete(row);
    }
    changes_.push_back({RowAction::kUpdate, IdOf(graph_, related.back()), IdOf(graph_, node)});
    std::replace(rows_.begin(), rows_.end(), related.back(), node);
  }

  // Through dependencies too.
  std::vector<Node> RelatedTo(Node node) const {
    const Marks below = Reach(graph_, std::span(&node, 1), Along::kNeeds);
    const Marks above = Reach(graph_, std::span(&node, 1), Along::kNeededBy);
    std::vector<Node> related;
    std::copy_if(rows_.begin(), rows_.end(), std::back_inserter(related), [&](Node row) { return below[row] || above[row]; });
    return related;
  }

 private:
  const Graph& graph_;
  std::vector<Node> rows_;
  std::vector<RowChange> changes_;
};

struct StampTarget {
  std::vector<Node> nodes;  // empty: base
  std::optional<Branch> branch;
};

std::optional<StampTarget> ResolveTarget(const Graph& graph, const std::vector<Node>& rows, const Target& target,
                                         diag::Sink& sink) {
  if (!target.IsRelative()) {
    std::optional<Place> place = Lookup(graph, sink).Absolute(target);
    if (!place) return std::nullopt;
    return StampTarget{std::move(place->nodes), std::move(place->branch)};
  }
  if (*target.steps < 0) {
    std::optional<Floor> floor = DescendFromRows(graph, rows, target, sink);
    if (!floor) return std::nullopt;
    return StampTarget{floor->node ? std::vector<Node>{*floor->node} : std::vector<Node>(), std::move(floor->branch)};
  }
  const std::optional<Ends> ends = ResolveEnds(graph, rows, target.text, sink);
  if (!ends) return std::nullopt;
  return StampTarget{ends->nodes, std::nullopt};
}

std::vector<std::string> SortedIds(const Graph& graph, const std::vector<Node>& nodes) {
  std::vector<std::string> ids = IdsOf(graph, nodes);
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace

std::optional<Stamp> ResolveStamp(const Graph& graph, std::string_view from, std::string_view to, bool purge, diag::Sink& sink) {
  std::vector<Node> rows;
  if (!purge) {
    std::optional<std::vector<Node>> found = ResolveRows(graph, from, sink);
    if (!found) return std::nullopt;
    rows = std::move(*found);
  }
  const std::optional<std::vector<Target>> targets = ParseTargets(graph, to, sink);
  if (!targets) return std::nullopt;
  std::vector<StampTarget> places;
  std::vector<Node> nodes;
  for (const Target& target : *targets) {
    std::optional<StampTarget> place = ResolveTarget(graph, rows, target, sink);
    if (!place) return std::nullopt;
    nodes.insert(nodes.end(), place->nodes.begin(), place->nodes.end());
    places.push_back(std::move(*place));
  }
  if (!CheckTargetsApart(graph, nodes, sink)) return std::nullopt;

  Table table(graph, rows);
  for (const StampTarget& place : places) {
    for (const Node node : place.nodes) table.MoveTo(node);
    if (!place.nodes.empty()) continue;
    const std::vector<Node> leaving = place.branch ? table.RelatedTo(place.branch->revision) : table.rows();
    for (const Node row : leaving) table.Delete(row);
  }
  return Stamp{SortedIds(graph, rows), SortedIds(graph, table.rows()), table.TakeChanges()};
}

}  // namespace migc::graph
