// Render: diagnostics as text with carets for a person, or as JSON or SARIF for a machine.
#pragma once

#include <span>
#include <string>

#include "migc/diag/diagnostic.h"
#include "migc/source/buffers.h"

namespace migc::diag {

struct TextStyle {
  bool colour = false;
  std::size_t max_shown = 50;  // further ones are counted in a last line
};

// Each as `path:line:column: error: message [M4102]`, the source line with carets, notes and help. Ends in '\n' unless empty.
std::string RenderText(std::span<const Diagnostic> diagnostics, const source::Buffers& buffers, const TextStyle& style);

// {"diagnostics":[{"code","severity","message","path","line","column","end_line","end_column","notes":[…],"help"}]}; '\n' at the end.
std::string RenderJson(std::span<const Diagnostic> diagnostics, const source::Buffers& buffers);

// SARIF 2.1.0.
std::string RenderSarif(std::span<const Diagnostic> diagnostics, const source::Buffers& buffers);

}  // namespace migc::diag
