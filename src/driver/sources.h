// Sources: the project's files through the phases that no dialect has a say in: read, parse, headers, graph.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "context.h"
#include "migc/ast/ast.h"
#include "migc/graph/graph.h"
#include "migc/ir/revision.h"
#include "migc/project/project.h"

namespace migc::driver {

struct SourceFile {
  const source::Buffer* buffer = nullptr;  // its path is relative to the project
  std::optional<ast::File> tree;           // nothing: reported, or lowered already
  std::optional<ir::Header> header;        // nothing: reported; LinkSources moves it to the graph
};

struct Sources {
  std::vector<SourceFile> files;  // by path
  std::optional<graph::Graph> graph;
  const SourceFile& FileOf(graph::Node node) const { return files[file_of_node[node]]; }
  std::size_t IndexOf(graph::Node node) const { return file_of_node[node]; }
  std::vector<std::size_t> file_of_node;
};

// The nearest migc.yaml, or the one that -c names. Nothing when an error was reported.
std::optional<project::Project> OpenProject(Context& context);

// How much of each file is parsed. Headers are enough for the graph, and say nothing of mistakes in what follows them.
enum class Reading : std::uint8_t { kHeaders, kWhole };

class Lowering;

// Reads and parses every file, and lowers their headers. A file in which something was wrong lacks what came after.
// `lowering` is given each file as soon as it is read, and the tree of it is let go of: the trees of a long chain are many times as
// large as its text.
Sources ReadSources(Context& context, const project::Project& project, Reading reading = Reading::kWhole,
                    Lowering* lowering = nullptr);

// Links the revisions; false when an error was reported, here or before.
bool LinkSources(Context& context, Sources& sources);

// All of the above for commands that need no more than the graph; no tree has statements.
std::optional<Sources> OpenGraph(Context& context, const project::Project& project);

}  // namespace migc::driver
