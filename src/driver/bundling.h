// Bundling: the files of a bundle, from the sources on.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "compile_options.h"
#include "context.h"
#include "migc/dialect/dialect.h"

namespace migc::driver {

struct Bundle {
  std::map<std::string, std::string> files;  // by name; manifest.json is one of them
  dialect::Dialect dialect;
  std::string no_downgrade;  // why it has no downgrade.sql; empty: it has
};

inline constexpr std::string_view kManifestFile = "manifest.json";

// Nothing when an error was reported.
std::optional<Bundle> MakeBundle(Context& context, const CompileOptions& options);

}  // namespace migc::driver
