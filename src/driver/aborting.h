// Aborting: abort.sql of a bundle: back from wherever the upgrade stopped, where that can be.
#pragma once

#include <optional>
#include <string>

#include "compilation.h"
#include "compile_options.h"
#include "migc/bundle/readme.h"

namespace migc::driver {

// A script that undoes what the upgrade's script has left. Nothing where the dialect's tool has no such script, or `why` says what
// speaks against it.
struct AbortScript {
  std::optional<std::string> text;
  std::string why;
  std::string stays;  // what of the upgrade cannot be undone by it, as a clause; empty: all of it can
};
AbortScript MakeAbort(Context& context, const CompileOptions& options, const Compilation& up, const std::string& upgrade_sha256);

}  // namespace migc::driver
