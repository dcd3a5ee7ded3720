// Lanes: where each revision of a drawing stands, and in which column each line from a revision to its parent runs.
#pragma once

#include <cstddef>
#include <vector>

#include "migc/graph/graph.h"

namespace migc::graph {

// One row of the drawing, from its upper edge to its lower one. Columns count from 0.
struct LaneRow {
  Node node = 0;
  std::size_t column = 0;
  // Columns whose lines end in the revision, beside its own: its other children.
  std::vector<std::size_t> joining;
  // Columns whose lines begin at the revision, beside its own: to its other parents, in their order.
  std::vector<std::size_t> leaving;
  // The columns that have a line above the revision (its own among them, when it has children), and below it.
  std::vector<bool> above;
  std::vector<bool> below;
};

// `nodes`: children before parents, as ResolveRange gives them. Parents that are not among them are left out.
std::vector<LaneRow> LayOut(const Graph& graph, const std::vector<Node>& nodes);

}  // namespace migc::graph
