#include "coverage.h"

#include <algorithm>

namespace migc::graph {

Coverage::Coverage(const Subgraph& graph, const std::vector<Slot>& slots, std::vector<bool> removed)
    : graph_(graph),
      removed_(std::move(removed)),
      begin_(graph.size(), 0),
      end_(graph.size(), 0),
      leads_out_(graph.size(), false),
      minima_(std::size_t{2} * graph.size(), kNoSlot),
      at_least_(slots),
      exact_(graph.size(), 0) {
  NumberTree();
  LookUpwards(slots);
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

// Newest revisions first: the range of the preorder that is reached upwards, and the first slot there.
void Coverage::LookUpwards(const std::vector<Slot>& slots) {
  std::vector<std::uint32_t> low = begin_;
  std::vector<std::uint32_t> high = begin_;
  std::vector<std::uint32_t> waiting(graph_.size(), 0);
  std::vector<Local> ready;
  for (Local node = 0; node < graph_.size(); ++node) {
    minima_[graph_.size() + begin_[node]] = slots[node];
    waiting[node] = static_cast<std::uint32_t>(graph_.Newer(node).size());
    if (waiting[node] == 0) ready.push_back(node);
  }
  for (std::size_t i = graph_.size() - 1; i >= 1; --i) minima_[i] = std::min(minima_[2 * i], minima_[2 * i + 1]);
  for (std::size_t i = 0; i < ready.size(); ++i) {
    const Local node = ready[i];
    leads_out_[node] = low[node] < begin_[node] || high[node] >= end_[node];
    for (const Local older : graph_.Older(node)) {
      low[older] = std::min(low[older], low[node]);
      high[older] = std::max(high[older], high[node]);
      at_least_[older] = std::min(at_least_[older], at_least_[node]);
      if (--waiting[older] == 0) ready.push_back(older);
    }
  }
}

void Coverage::Set(Local local, Slot slot) {
  std::size_t i = std::size_t{graph_.size()} + begin_[local];
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

Local Coverage::FindDoubtful(Local local, Slot& best) const {
  Local doubtful = kNoLocal;
  for (const Local newer : graph_.Newer(local)) {
    if (removed_[newer]) continue;
    if (exact_[newer] == question_) {
      best = std::min(best, at_least_[newer]);
    } else if (doubtful == kNoLocal || at_least_[newer] < at_least_[doubtful]) {
      doubtful = newer;
    }
  }
  return doubtful != kNoLocal && at_least_[doubtful] < best ? doubtful : kNoLocal;
}

// True when the subtree alone settles the first slot at or above the revision.
bool Coverage::Settle(Local local) {
  const Slot inside = SmallestIn(local);
  if (leads_out_[local] && inside > at_least_[local]) return false;
  at_least_[local] = inside;
  exact_[local] = question_;
  return true;
}

Slot Coverage::FirstAbove(Local local) {
  const Slot above = Smallest(begin_[local] + 1, end_[local]);
  if (!leads_out_[local]) return above;
  ++question_;
  std::vector<Local> path{local};
  while (true) {
    const Local node = path.back();
    Slot best = path.size() == 1 ? above : SmallestIn(node);
    const Local doubtful = FindDoubtful(node, best);
    if (doubtful != kNoLocal) {
      if (!Settle(doubtful)) path.push_back(doubtful);
      continue;
    }
    if (path.size() == 1) return best;
    at_least_[node] = best;
    exact_[node] = question_;
    path.pop_back();
  }
}

}  // namespace migc::graph
