#include "migc/graph/graph.h"

#include <algorithm>

#include "order.h"

namespace migc::graph {

std::optional<Node> Graph::Find(std::string_view full_id) const {
  const auto found = by_id_.find(full_id);
  if (found == by_id_.end()) return std::nullopt;
  return found->second;
}

std::vector<Node> Graph::FindPrefix(std::string_view prefix) const {
  std::vector<Node> nodes;
  for (auto it = by_id_.lower_bound(prefix); it != by_id_.end() && it->first.starts_with(prefix); ++it) nodes.push_back(it->second);
  return nodes;
}

std::optional<Node> Graph::FindLabel(std::string_view label) const {
  const auto found = by_label_.find(label);
  if (found == by_label_.end()) return std::nullopt;
  return found->second;
}

std::vector<Node> Graph::TopologicalOrder() const {
  std::vector<Node> order = NewestFirst(*this, Marks(size(), true));
  std::reverse(order.begin(), order.end());
  return order;
}

}  // namespace migc::graph
