#include "coverage.h"

#include <algorithm>

namespace migc::graph {

Coverage::Coverage(const Subgraph& graph)
    : graph_(graph),
      begin_(graph.size(), 0),
      end_(graph.size(), 0),
      leads_out_(graph.size(), false),
      removed_(graph.size(), false),
      minima_(std::size_t{2} * graph.size(), kNoSlot),
      at_least_(graph.size(), 0),
      seen_(graph.size(), 0) {
  NumberTree();
  FindOpenSubtrees();
}

void Coverage::NumberTree() {
  const auto in_tree = [&](Local parent, Local child) { return graph_.Older(child).front() == parent; };
  std::vector<std::pair<Local, std::size_t>> path;  // a revision, and how many of its newer ones were looked at
  std::uint32_t next = 0;
  for (Local root = 0; root < graph_.size(); ++root) {
    if (!graph_.Older(root).empty()) continue;
    path.emplace_back(root, 0);
    begin_[root] = next++;
    while (!path.empty()) {
      const Local node = path.back().first;
      if (path.back().second == graph_.Newer(node).size()) {
        end_[node] = next;
        path.pop_back();
        continue;
      }
      const Local newer = graph_.Newer(node)[path.back().second++];
      if (!in_tree(node, newer)) continue;
      begin_[newer] = next++;
      path.emplace_back(newer, 0);
    }
  }
}

void Coverage::FindOpenSubtrees() {
  // The range of the preorder that is reached from a revision upwards, newest revisions first.
  std::vector<std::uint32_t> low = begin_;
  std::vector<std::uint32_t> high = begin_;
  std::vector<std::uint32_t> waiting(graph_.size(), 0);
  std::vector<Local> ready;
  for (Local node = 0; node < graph_.size(); ++node) {
    waiting[node] = static_cast<std::uint32_t>(graph_.Newer(node).size());
    if (waiting[node] == 0) ready.push_back(node);
  }
  for (std::size_t i = 0; i < ready.size(); ++i) {
    const Local node = ready[i];
    leads_out_[node] = low[node] < begin_[node] || high[node] >= end_[node];
    for (const Local older : graph_.Older(node)) {
      low[older] = std::min(low[older], low[node]);
      high[older] = std::max(high[older], high[node]);
      if (--waiting[older] == 0) ready.push_back(older);
    }
  }
}

void Coverage::Set(Local local, Slot slot) {
  std::size_t i = graph_.size() + begin_[local];
  minima_[i] = slot;
  for (i /= 2; i >= 1; i /= 2) minima_[i] = std::min(minima_[2 * i], minima_[2 * i + 1]);
}

Slot Coverage::Smallest(std::uint32_t begin, std::uint32_t end) const {
  Slot smallest = kNoSlot;
  std::size_t i = std::size_t{graph_.size()} + begin;
  std::size_t j = std::size_t{graph_.size()} + end;
  for (; i < j; i /= 2, j /= 2) {
    if (i % 2 == 1) smallest = std::min(smallest, minima_[i++]);
    if (j % 2 == 1) smallest = std::min(smallest, minima_[--j]);
  }
  return smallest;
}

Slot Coverage::FirstAbove(Local local) {
  const Slot best = Smallest(begin_[local] + 1, end_[local]);
  if (!leads_out_[local]) return best;
  return WalkAbove(local, best);
}

Slot Coverage::WalkAbove(Local start, Slot best) {
  ++walk_;
  std::vector<Local> visited{start};
  seen_[start] = walk_;
  for (std::size_t i = 0; i < visited.size(); ++i) {
    const Local node = visited[i];
    for (const Local newer : graph_.Newer(node)) {
      if (removed_[newer] || seen_[newer] == walk_) continue;
      seen_[newer] = walk_;
      if (graph_.Older(newer).front() != node) best = std::min(best, Smallest(begin_[newer], end_[newer]));
      if (leads_out_[newer] && at_least_[newer] < best) visited.push_back(newer);
    }
  }
  // `start` is left out: it may have a slot of its own that is smaller.
  for (std::size_t i = 1; i < visited.size(); ++i) at_least_[visited[i]] = std::max(at_least_[visited[i]], best);
  return best;
}

}  // namespace migc::graph
