// CheckLexemes: what is wrong with the tokens alone: texts without an end, characters without a meaning, too deep nesting.
#pragma once

#include <cstdint>
#include <vector>

#include "migc/diag/sink.h"
#include "migc/source/buffers.h"
#include "parse/lexer.h"

namespace migc::parse {

struct LexicalErrors {
  // Where the reading went wrong: syntax errors at and after this place are its consequences. The file's size when nowhere.
  std::uint32_t unreliable_from = 0;
  std::vector<std::uint32_t> strays;  // offsets, in order
  bool nests_too_deep = false;        // must not be parsed
};

// Reports. Takes stray characters out of the list, and makes finished texts of unfinished ones, so that the parser can go on.
LexicalErrors CheckLexemes(const source::Buffer& buffer, Lexemes& lexemes, diag::Sink& sink);

}  // namespace migc::parse
