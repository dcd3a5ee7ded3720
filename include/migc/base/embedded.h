// EmbeddedFiles: texts that the build compiles into the binary (dialect facts, explanations); see cmake/embed.cmake.
#pragma once

#include <span>
#include <string_view>

namespace migc::base {

struct EmbeddedFile {
  std::string_view name;  // without its folder
  std::string_view text;
};
using EmbeddedFiles = std::span<const EmbeddedFile>;

}  // namespace migc::base

namespace migc::embedded {

base::EmbeddedFiles Dialects();      // dialects/*.yaml
base::EmbeddedFiles Explanations();  // docs/diagnostics/*.md

}  // namespace migc::embedded
