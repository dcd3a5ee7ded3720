// Parse: the text of a `.mig` file becomes its syntax tree; the only folder that knows ANTLR.
#pragma once

#include <cstdint>
#include <optional>

#include "migc/ast/ast.h"
#include "migc/diag/sink.h"
#include "migc/source/buffers.h"

namespace migc::parse {

// Bounds that keep hostile input from costing more than it should; what is over one is reported, never parsed.
inline constexpr std::uint64_t kMaxFileBytes = 16u << 20;  // 16 MiB
inline constexpr int kMaxNesting = 200;                    // of parentheses, brackets, braces and case … end together
inline constexpr int kMaxExpressionDepth = 1000;           // of the tree of one expression, to which each operator of a chain adds

// Nothing when an error was reported. Reports as many syntax errors as recovery allows, each with a caret and a hint.
std::optional<ast::File> BuildFile(const source::Buffer& buffer, diag::Sink& sink);

// As BuildFile, for who needs no more than the header: what follows it is neither read nor checked, and the tree has no statements.
std::optional<ast::File> BuildHeader(const source::Buffer& buffer, diag::Sink& sink);

// As BuildFile, for the model file: statements without a revision header.
std::optional<ast::File> BuildModel(const source::Buffer& buffer, diag::Sink& sink);

}  // namespace migc::parse
