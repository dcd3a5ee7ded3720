// NewRevision: what `revision` and `merge` share: an id, a place and a file that was not there before.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "context.h"
#include "migc/project/project.h"
#include "migc/project/templates.h"
#include "sources.h"

namespace migc::driver {

struct NewRevisionOptions {
  std::string id;  // empty: a random one
  std::string message;
  std::string branch_label;
  std::string directory;  // --version-path; empty: beside its first parent
  bool splice = false;
};

// The revision that `target` names, for a parent: with `splice` any, else a head. `base` is not among them.
std::optional<graph::Node> ResolveParent(Context& context, const graph::Graph& graph, const std::string& target, bool splice);

// Writes the file for `parents`, which may be none, and prints its path. False when an error was reported.
bool WriteRevision(Context& context, const project::Project& project, const Sources& sources, const NewRevisionOptions& options,
                   const std::vector<graph::Node>& parents, project::RevisionTemplate text);

}  // namespace migc::driver
