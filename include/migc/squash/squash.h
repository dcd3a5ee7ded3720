// Squash: the statements of several revisions become those of one, as the text of a `.mig` file.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "migc/ast/ast.h"
#include "migc/source/buffers.h"

namespace migc::squash {

// A revision to be squashed; in the order in which they are applied.
struct Input {
  const ast::File* tree = nullptr;
  const source::Buffer* buffer = nullptr;
};

// What could not be made part of another statement, because the order in which it runs matters.
struct Kept {
  source::Span span;
  std::string what;  // "raw SQL", "data"
};

struct Result {
  std::string body;                         // what goes between the braces of `upgrade { }`, indented by two blanks
  std::optional<std::string> irreversible;  // why the one revision has no way back
  std::vector<Kept> kept;
};

// With `fold`: what is created and dropped again goes, and changes of a table that is created here become part of its `create
// table`, as far as nothing between them may see the difference. Without: every statement as it was written. Whoever calls this
// checks that both build the same schema.
Result Squash(std::span<const Input> revisions, bool fold);

}  // namespace migc::squash
