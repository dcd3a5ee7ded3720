// Target: one place in the graph as typed (`label@head-2`), taken apart but not looked up.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "migc/diag/sink.h"
#include "migc/graph/graph.h"

namespace migc::graph {

struct Target {
  std::string text;          // all of it
  std::string branch;        // before '@', or empty
  std::string symbol;        // a name, base, head or heads; empty: the current revision, and there are steps
  std::optional<int> steps;  // up when positive, down when negative

  bool IsRelative() const { return symbol.empty(); }  // to the current revision
};

// Several are separated by ','. What is the id or label of a revision as it stands is that revision, whatever characters it has.
std::optional<std::vector<Target>> ParseTargets(const Graph& graph, std::string_view text, diag::Sink& sink);

}  // namespace migc::graph
