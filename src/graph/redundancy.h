// Redundancy: which revisions are reached by a longer way as well, for many at once.
#pragma once

#include <cstdint>
#include <vector>

#include "migc/graph/graph.h"

namespace migc::graph {

// Asked of each revision in `asks`: does a way of at least `steps` (1 or 2) edges lead down from it to one of `seeds`?
struct WayQuestion {
  std::vector<Node> seeds;
  std::vector<Node> asks;
};

// One list of edges per node, pointing to older revisions.
using Edges = std::vector<std::vector<Node>>;

// Answers in the shape of the questions. `order` has every node after those that its edges point to. Sixty-four questions share
// one pass over the revisions between them, so that thousands of merges in a long chain cost less than reading them did.
std::vector<std::vector<bool>> AnswerWays(const std::vector<Node>& order, const Edges& edges,
                                          const std::vector<WayQuestion>& questions, int steps);

}  // namespace migc::graph
