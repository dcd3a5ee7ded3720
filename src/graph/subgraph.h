// Subgraph: the chosen revisions alone, with dense numbers and the edges among them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "closure.h"

namespace migc::graph {

using Local = std::uint32_t;  // index among the chosen, in order of node
inline constexpr Local kNoLocal = static_cast<Local>(-1);

class Subgraph {
 public:
  Subgraph(const Graph& graph, const Marks& chosen);

  Local size() const { return static_cast<Local>(nodes_.size()); }
  Node NodeOf(Local local) const { return nodes_[local]; }
  // What it needs, in the order of plans.
  std::span<const Local> Older(Local local) const { return Row(older_begin_, older_, local); }
  // What needs it.
  std::span<const Local> Newer(Local local) const { return Row(newer_begin_, newer_, local); }

 private:
  static std::span<const Local> Row(const std::vector<std::size_t>& begin, const std::vector<Local>& edges, Local local) {
    return std::span(edges).subspan(begin[local], begin[local + 1] - begin[local]);
  }

  std::vector<Node> nodes_;
  std::vector<std::size_t> older_begin_;
  std::vector<std::size_t> newer_begin_;
  std::vector<Local> older_;
  std::vector<Local> newer_;
};

}  // namespace migc::graph
