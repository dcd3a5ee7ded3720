// EnvironmentState: what migc.state.yaml says of an environment, for `--from @production`, `receipt` and `status`.
#pragma once

#include <optional>
#include <string>

#include "context.h"
#include "migc/project/project.h"
#include "migc/project/state.h"

namespace migc::driver {

// The state file of the project; empty when there is none. Nothing when an error was reported.
std::optional<project::State> OpenState(Context& context, const project::Project& project);
// False when an error was reported.
bool WriteState(Context& context, const project::Project& project, const project::State& state);

// `@production` becomes the revisions that the environment is at, as they would be typed, and gives its dialect where `dialect` is
// empty; everything else stays what it is. Nothing when an error was reported.
std::optional<std::string> ResolveEnvironment(Context& context, const project::Project& project, const std::string& from,
                                              std::string* dialect);

}  // namespace migc::driver
