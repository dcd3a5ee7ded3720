// Labels: how a branch label spreads from the revision that carries it.
#pragma once

#include <vector>

#include "migc/graph/graph.h"

namespace migc::graph {

// Fills in `labels` of every revision. A label goes to all descendants (by parents), and to ancestors as long as nothing branches
// off or merges on the whole line. `followers` counts by node the revisions that name it, as a parent or a dependency.
void SpreadLabels(std::vector<Revision>& revisions, const std::vector<std::size_t>& followers);

}  // namespace migc::graph
