// Resolve: where an upgrade or a downgrade goes, shared by plans and stamps.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lookup.h"

namespace migc::graph {

// The revisions that an upgrade from `rows` to the typed targets ends at, without doubles and without overlap.
struct Ends {
  std::vector<Node> nodes;
  std::vector<Node> named;  // those of them that were not asked for as head or heads
  bool base = false;        // base was among the targets
};
std::optional<Ends> ResolveEnds(const Graph& graph, const std::vector<Node>& rows, std::string_view to, diag::Sink& sink);

// Where one downgrade target lies.
struct Floor {
  std::optional<Node> node;  // nothing: base
  std::optional<Branch> branch;
};
// `-2` and `label@-2`: down from a current revision. Among several it is the first, and its branch alone, with a warning.
std::optional<Floor> DescendFromRows(const Graph& graph, const std::vector<Node>& rows, const Target& target, diag::Sink& sink);

// As FindOverlap, reported; true when there is none.
bool CheckTargetsApart(const Graph& graph, const std::vector<Node>& nodes, diag::Sink& sink);

// "a line runs …" from one of `from` to `to`, or that there is none.
std::string LineText(const Graph& graph, const std::vector<Node>& from, Node to);

}  // namespace migc::graph
