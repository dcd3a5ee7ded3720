// SqlText: the author's raw SQL as tokens, by the dialect's lexical rules: split, look into, never parse.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "migc/dialect/dialect.h"

namespace migc::emit {

enum class TokenKind : std::uint8_t { kWord, kName, kString, kComment, kSymbol };

struct Token {
  TokenKind kind{};
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const Token&, const Token&) = default;
};

struct Tokens {
  std::vector<Token> tokens;    // comments too; a symbol is one byte
  std::string_view unfinished;  // "a string", "a quoted name", "a comment" that the text ends in, or ""
};

Tokens Tokenize(std::string_view sql, const dialect::Lexical& lexical);

// The first token that is no comment, in capitals; empty when there is none.
std::string FirstWord(std::string_view sql, const dialect::Lexical& lexical);

// One statement of a raw text, without its `;` and without comments after it.
struct SqlPart {
  std::string text;
  bool holds_statements = false;  // a `;` inside: the body of a routine or trigger
};

struct SplitText {
  std::vector<SqlPart> parts;
  std::string_view unfinished;  // as in Tokens, or "a BEGIN … END"
};

SplitText SplitStatements(std::string_view sql, const dialect::Lexical& lexical);

// What a text that must stand inside a statement must not have: "a `;`", "a `)` without its `(`", …; or nothing.
std::optional<std::string> FragmentFault(std::string_view sql, const dialect::Lexical& lexical);

// True when the text has the word outside strings and comments (in any case), or the name in quotation marks.
bool MentionsWord(std::string_view sql, std::string_view word, const dialect::Dialect& dialect);

// True when what is written after the text would be a comment.
bool EndsInLineComment(std::string_view sql, const dialect::Lexical& lexical);

}  // namespace migc::emit
