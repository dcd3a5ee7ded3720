// Lex: the text of a file as the tokens of grammar/MigcLexer.g4, in one flat list.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace migc::parse {

// Kinds are MigcLexer's token types; kEnd ends every list.
struct Lexeme {
  std::size_t kind = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Lexeme&, const Lexeme&) = default;
};

inline constexpr std::size_t kEnd = static_cast<std::size_t>(-1);

struct Lexemes {
  std::vector<Lexeme> tokens;
  std::vector<Lexeme> comments;  // `--` and `/* */` that have an end
};

// `text` is valid UTF-8 of at most 4 GiB - 1. A byte order mark at its start is passed over.
Lexemes Lex(std::string_view text);

// The same up to the first `;`, with which a revision's header ends.
Lexemes LexHeader(std::string_view text);

}  // namespace migc::parse
