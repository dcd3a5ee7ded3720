#include "closure.h"

#include <algorithm>

namespace migc::graph {

const std::vector<Node>& Next(const Revision& revision, Along along) {
  switch (along) {
    case Along::kParents:
      return revision.parents;
    case Along::kChildren:
      return revision.children;
    case Along::kNeeds:
      return revision.needs;
    case Along::kNeededBy:
      return revision.needed_by;
  }
  return revision.needs;
}

Marks Reach(const Graph& graph, std::span<const Node> starts, Along along) {
  return ReachIf(graph, starts, along, [](Node) { return true; });
}

Marks LineageOf(const Graph& graph, Node revision) {
  const std::span<const Node> start(&revision, 1);
  Marks lineage = Reach(graph, start, Along::kParents);
  const Marks above = Reach(graph, start, Along::kChildren);
  for (std::size_t i = 0; i < lineage.size(); ++i) lineage[i] = lineage[i] || above[i];
  return lineage;
}

std::vector<Node> ListMarked(const Marks& marks) {
  std::vector<Node> nodes;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i]) nodes.push_back(static_cast<Node>(i));
  }
  return nodes;
}

std::optional<std::pair<Node, Node>> FindOverlap(const Graph& graph, const std::vector<Node>& nodes) {
  std::vector<Node> below;
  for (const Node node : nodes) {
    const std::vector<Node>& needs = graph.At(node).needs;
    below.insert(below.end(), needs.begin(), needs.end());
  }
  const Marks covered = Reach(graph, below, Along::kNeeds);
  const auto ancestor = std::find_if(nodes.begin(), nodes.end(), [&](Node node) { return covered[node]; });
  if (ancestor == nodes.end()) return std::nullopt;
  const Marks above = Reach(graph, std::span(&*ancestor, 1), Along::kNeededBy);
  const auto descendant = std::find_if(nodes.begin(), nodes.end(), [&](Node node) { return node != *ancestor && above[node]; });
  return std::pair(*ancestor, *descendant);
}

std::vector<Node> FindPath(const Graph& graph, Node from, Node to) {
  constexpr Node kNone = static_cast<Node>(-1);
  std::vector<Node> above(graph.size(), kNone);  // the next one on the way from a revision up to `to`
  std::vector<Node> open{to};
  above[to] = to;
  for (std::size_t i = 0; i < open.size() && above[from] == kNone; ++i) {
    for (const Node need : graph.At(open[i]).needs) {
      if (above[need] != kNone) continue;
      above[need] = open[i];
      open.push_back(need);
    }
  }
  std::vector<Node> path;
  if (above[from] == kNone) return path;
  for (Node node = from; node != to; node = above[node]) path.push_back(node);
  path.push_back(to);
  return path;
}

}  // namespace migc::graph
