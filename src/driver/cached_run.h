// CachedRun: a command whose last run with these arguments is told again where the disk has not changed since.
#pragma once

#include <string>
#include <vector>

#include "commands.h"
#include "context.h"

namespace migc::driver {

// Runs the command and finishes the context. What is written is the same to the byte, from the cache or not.
int RunCached(Context& context, const Command& command, const std::vector<std::string>& arguments);

}  // namespace migc::driver
