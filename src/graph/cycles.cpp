#include "cycles.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace migc::graph {
namespace {

enum class State : std::uint8_t { kNew, kOpen, kDone };

// A depth-first walk that keeps the open path in a list of its own.
class Walk {
 public:
  explicit Walk(const Edges& edges) : edges_(edges), state_(edges.size(), State::kNew), used_(edges.size(), false) {}

  std::vector<std::vector<Node>> Run() {
    for (Node start = 0; start < edges_.size(); ++start) {
      if (state_[start] == State::kNew) WalkFrom(start);
    }
    return std::move(cycles_);
  }

 private:
  void WalkFrom(Node start) {
    Open(start);
    while (!path_.empty()) {
      auto& [node, next] = path_.back();
      if (next == edges_[node].size()) {
        state_[node] = State::kDone;
        path_.pop_back();
        continue;
      }
      const Node older = edges_[node][next++];
      if (state_[older] == State::kNew) {
        Open(older);
      } else if (state_[older] == State::kOpen) {
        Close(older);
      }
    }
  }

  void Open(Node node) {
    state_[node] = State::kOpen;
    path_.emplace_back(node, 0);
  }

  // The path from `first` to the end of the open path, and back to `first`.
  void Close(Node first) {
    std::vector<Node> cycle;
    const auto begin = std::find_if(path_.rbegin(), path_.rend(), [&](const auto& step) { return step.first == first; });
    for (auto step = begin.base() - 1; step != path_.end(); ++step) {
      if (used_[step->first]) return;
      cycle.push_back(step->first);
    }
    for (const Node node : cycle) used_[node] = true;
    std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
    cycles_.push_back(std::move(cycle));
  }

  const Edges& edges_;
  std::vector<State> state_;
  std::vector<bool> used_;
  std::vector<std::pair<Node, std::size_t>> path_;
  std::vector<std::vector<Node>> cycles_;
};

}  // namespace

std::vector<Node> OldestFirst(const Edges& edges) {
  std::vector<std::uint32_t> waiting(edges.size(), 0);
  Edges newer(edges.size());
  std::vector<Node> order;
  for (Node node = 0; node < edges.size(); ++node) {
    waiting[node] = static_cast<std::uint32_t>(edges[node].size());
    for (const Node older : edges[node]) newer[older].push_back(node);
    if (edges[node].empty()) order.push_back(node);
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (const Node node : newer[order[i]]) {
      if (--waiting[node] == 0) order.push_back(node);
    }
  }
  return order;
}

std::vector<std::vector<Node>> FindCycles(const Edges& edges) { return Walk(edges).Run(); }

}  // namespace migc::graph
