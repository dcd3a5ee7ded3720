// Listing: revisions as lines and entries that read like Alembic's, and as JSON for a machine.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "migc/graph/graph.h"

namespace migc::driver {

// Keys stay in the order they are put in, so that the same sources give the same bytes.
using Json = nlohmann::ordered_json;
// With two blanks a level and a line end; text that is not UTF-8 is replaced.
std::string JsonText(const Json& json);

struct LineParts {
  bool parents = false;    // "a -> " before it
  bool labels = false;     // "(billing)"
  bool tree = true;        // "(head)", "(branchpoint)", "(mergepoint)"
  bool head_only = false;  // of these "(head)" alone
  bool message = false;    // ", message" after it
  bool colour = false;
  const std::vector<graph::Node>* current = nullptr;  // sorted: "(current)" after those among them
};
// `a -> b (head), message`, without a line end.
std::string RevisionLine(const graph::Graph& graph, graph::Node node, const LineParts& parts);

// "Rev: …", "Parent: …", "Path: …" and the message; ends in '\n'.
std::string RevisionEntry(const graph::Graph& graph, graph::Node node, bool colour,
                          const std::vector<graph::Node>* current = nullptr);

Json RevisionJson(const graph::Graph& graph, graph::Node node);

}  // namespace migc::driver
