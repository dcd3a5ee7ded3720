// WordCharacters: which code points the grammar takes for part of a word, and which words are its keywords.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace migc::parse {

// Whether the fragment WordStart of grammar/MigcLexer.g4 has the code point, which is beyond ASCII.
bool IsWordCharacter(std::uint32_t code_point);

// The token type of the keyword, or 0: `word` is none. Keywords are ASCII, in any case.
std::size_t KeywordKind(std::string_view word);

}  // namespace migc::parse
