#include "subgraph.h"

namespace migc::graph {

Subgraph::Subgraph(const Graph& graph, const Marks& chosen) : nodes_(ListMarked(chosen)) {
  std::vector<Local> local_of(graph.size(), kNoLocal);
  for (Local i = 0; i < size(); ++i) local_of[nodes_[i]] = i;

  std::vector<std::size_t> newer_count(nodes_.size(), 0);
  older_begin_.push_back(0);
  for (const Node node : nodes_) {
    for (const Node need : graph.At(node).needs) {
      if (local_of[need] == kNoLocal) continue;
      older_.push_back(local_of[need]);
      ++newer_count[local_of[need]];
    }
    older_begin_.push_back(older_.size());
  }
  newer_begin_.push_back(0);
  for (const std::size_t count : newer_count) newer_begin_.push_back(newer_begin_.back() + count);
  newer_.resize(older_.size());
  std::vector<std::size_t> next(newer_begin_.begin(), newer_begin_.end() - 1);
  for (Local i = 0; i < size(); ++i) {
    for (const Local older : Older(i)) newer_[next[older]++] = i;
  }
}

}  // namespace migc::graph
