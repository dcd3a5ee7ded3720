// Closure: sets of revisions, and what can be reached from one along parents, children or needs; linear, and never recursive.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "migc/graph/graph.h"

namespace migc::graph {

using Marks = std::vector<bool>;  // by node

enum class Along : std::uint8_t { kParents, kChildren, kNeeds, kNeededBy };

const std::vector<Node>& Next(const Revision& revision, Along along);

// Those of `starts` that `keep` lets through, and all that leads on from them through revisions that `keep` lets through.
template <class Keep>
Marks ReachIf(const Graph& graph, std::span<const Node> starts, Along along, Keep keep) {
  Marks reached(graph.size(), false);
  std::vector<Node> open;
  const auto visit = [&](Node node) {
    if (reached[node] || !keep(node)) return;
    reached[node] = true;
    open.push_back(node);
  };
  for (const Node start : starts) visit(start);
  while (!open.empty()) {
    const Node node = open.back();
    open.pop_back();
    for (const Node next : Next(graph.At(node), along)) visit(next);
  }
  return reached;
}

// `starts` and all that leads on from them.
Marks Reach(const Graph& graph, std::span<const Node> starts, Along along);

// The revision itself, what it comes from and what comes from it, by parents alone: what `label@…` means.
Marks LineageOf(const Graph& graph, Node revision);

// Each revision once, in the order in which they came.
class Collector {
 public:
  explicit Collector(const Graph& graph) : held_(graph.size(), false) {}

  void Add(const std::vector<Node>& nodes) {
    for (const Node node : nodes) {
      if (!held_[node]) nodes_.push_back(node);
      held_[node] = true;
    }
  }
  const std::vector<Node>& nodes() const { return nodes_; }

 private:
  Marks held_;
  std::vector<Node> nodes_;
};

// In order of node.
std::vector<Node> ListMarked(const Marks& marks);

// Two of `nodes` of which the first is an ancestor of the second (through needs).
std::optional<std::pair<Node, Node>> FindOverlap(const Graph& graph, const std::vector<Node>& nodes);

// A shortest line of revisions from `from` up to `to` through needs, both ends included; empty when there is none.
std::vector<Node> FindPath(const Graph& graph, Node from, Node to);

}  // namespace migc::graph
