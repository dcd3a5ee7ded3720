// Drawing: the revision graph for people: as text with lanes, as SVG and as Mermaid.
#pragma once

#include <string>
#include <vector>

#include "migc/graph/graph.h"

namespace migc::driver {

struct Drawing {
  const graph::Graph& graph;
  std::vector<graph::Node> nodes;    // newest first
  std::vector<graph::Node> current;  // where a database is; sorted
  bool ascii = false;                // text in letters that every terminal has
  bool colour = false;
};

// One row a revision, with what `history` says of it, and rows between where lines join and leave.
std::string DrawText(const Drawing& drawing);
// A document of its own, without a script or a font that it would have to fetch.
std::string DrawSvg(const Drawing& drawing);
// https://mermaid.js.org/syntax/flowchart.html; dependencies are dotted lines.
std::string DrawMermaid(const Drawing& drawing);

}  // namespace migc::driver
