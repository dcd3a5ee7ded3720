// Cycles: an order in which every revision follows what it needs, or the closed paths that forbid one.
#pragma once

#include <vector>

#include "redundancy.h"

namespace migc::graph {

// Every node after those that its edges point to; shorter than `edges` when there is a cycle.
std::vector<Node> OldestFirst(const Edges& edges);

// Closed paths, no two of which share a node, each from its smallest node and without that node again at its end.
std::vector<std::vector<Node>> FindCycles(const Edges& edges);

}  // namespace migc::graph
