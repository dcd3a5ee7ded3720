// Order: the order in which a set of revisions is undone, which is the reverse of the order in which it is applied.
#pragma once

#include <vector>

#include "closure.h"

namespace migc::graph {

// Those that `chosen` marks, newest first, as Alembic's traversal orders them: down the first parent as far as nothing newer is
// left out, one branch before the next; ties by node. Needs between the chosen are kept; others are not looked at.
std::vector<Node> NewestFirst(const Graph& graph, const Marks& chosen);

}  // namespace migc::graph
