// Recipe: what a script is made from, for its header, so that `migc verify` can make it again: the command with everything in it
// that came from elsewhere (heads, environments, versions, values of variables), settings, and the files that are read beside the
// migrations.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "compilation.h"
#include "context.h"
#include "lowering.h"
#include "migc/script/script.h"

namespace migc::driver {

// What comes of the options that the command line gives to every command, and of the project's settings for the target.
script::MadeFrom CommonRecipe(Context& context, const project::Project& project, const Target& target);

// The two ends of the plan as ids, where they give the same plan again; else as they were typed.
struct Ends {
  std::string from;
  std::string to;
};
Ends FixedEnds(const graph::Graph& graph, const graph::Plan& plan, const Ends& typed);

// The options that were given and do not say where from, where to, for what or into which file: `--single-transaction`.
std::vector<std::string> OtherOptions(const CLI::App& app);

// The whole recipe of a script of a lowered compilation. `command` begins with its name, and lacks what follows from the
// compilation: ends, direction, dialect, version, variables.
script::MadeFrom RecipeOf(Context& context, const Compilation& compilation, const Ends& typed, const lower::Variables& variables,
                          std::vector<std::string> command, const std::vector<std::string>& more);

// Files that the revision names, with their digests.
std::vector<script::NamedFile> FilesOf(const Compilation& compilation, graph::Node node);

}  // namespace migc::driver
