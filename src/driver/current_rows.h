// CurrentRows: what a database client printed for the version table, read back: which revisions a database is at.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "context.h"
#include "migc/graph/graph.h"

namespace migc::driver {

// Reads `file` ("-": standard input) and takes the ids from it, whatever the client draws around them: headings, rules, borders,
// row counts. No row is base. Sorted by node. Nothing when an error was reported.
std::optional<std::vector<graph::Node>> ReadCurrentRows(Context& context, const graph::Graph& graph, const std::string& file);

// --indicate-current FILE
void AddIndicateCurrent(CLI::App& app, std::string& file);

}  // namespace migc::driver
