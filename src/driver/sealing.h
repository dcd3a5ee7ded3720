// Sealing: migc.sum against the revisions of the project. Without that file nothing is sealed, and nothing here says anything.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "context.h"
#include "migc/project/project.h"
#include "migc/project/sum.h"
#include "sources.h"

namespace migc::driver {

inline constexpr std::uint64_t kMaxNamedFile = 256U << 20U;

// The project's migc.sum. `exists` says whether there is one; nothing when an error was reported.
struct OpenedSum {
  bool exists = false;
  project::Sum lines;
};
std::optional<OpenedSum> OpenSum(Context& context, const project::Project& project);
// False when an error was reported.
bool WriteSum(Context& context, const project::Project& project, const project::Sum& sum);

// The csv and sql files that a migration names, sorted; not those whose name has a variable in it.
std::vector<std::string> NamedFiles(const ast::File& tree);

// What the line of a revision is now. Nothing when an error was reported: a file that it names cannot be read.
std::optional<project::SumLine> CurrentLine(Context& context, const project::Project& project, const Sources& sources,
                                            graph::Node node);

// Reports the sealed revisions that are not what they were, but for those in `accepted`; and those that are not sealed, where
// `warn_open` says so. The sources are linked, and parsed as a whole. False when an error was reported.
bool CheckSum(Context& context, const project::Project& project, const Sources& sources, const project::Sum& sum, bool warn_open,
              const std::vector<std::string>& accepted = {});
// Opens it first; true when there is none.
bool CheckSealed(Context& context, const project::Project& project, const Sources& sources, bool warn_open);

}  // namespace migc::driver
