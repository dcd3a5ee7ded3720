// BookkeepingScript: what `stamp` and `ensure-version` share: scripts that touch migc's own tables alone.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "context.h"
#include "migc/script/script.h"
#include "sources.h"

namespace migc::driver {

struct BookkeepingOptions {
  std::string dialect;
  std::string target_version;
  std::string output;
};
// --dialect, --target-version, -o.
void AddBookkeepingOptions(CLI::App& app, BookkeepingOptions& options);

// The project's settings of the bookkeeping tables.
script::Bookkeeping BookkeepingOf(const project::Project& project);

// The revision without its statements.
script::RevisionPart PartOf(const Sources& sources, graph::Node node);

// Fills in what follows from the project and the options, and writes the script. The command of `input.options.made_from` has what
// this command alone takes.
void WriteBookkeepingScript(Context& context, const project::Project& project, const BookkeepingOptions& options,
                            script::Input input);

}  // namespace migc::driver
