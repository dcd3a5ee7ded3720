// LexByGrammar: the tokens as ANTLR's own lexer makes them from grammar/MigcLexer.g4, to hold the hand-written one to it.
#pragma once

#include <MigcLexer.h>
#include <antlr4-runtime.h>

#include <memory>
#include <string_view>

#include "parse/lexer.h"

namespace migc::parse::testing {

inline Lexemes LexByGrammar(std::string_view text) {
  using generated::MigcLexer;
  const std::size_t mark = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  // ANTLR counts code points.
  std::vector<std::uint32_t> offsets;
  for (std::size_t i = mark; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) offsets.push_back(static_cast<std::uint32_t>(i));
  }
  offsets.push_back(static_cast<std::uint32_t>(text.size()));

  antlr4::ANTLRInputStream characters{std::string(text)};  // passes over the mark itself
  MigcLexer lexer(&characters);
  lexer.removeErrorListeners();
  Lexemes result;
  while (true) {
    const std::unique_ptr<antlr4::Token> token = lexer.nextToken();
    if (token->getType() == antlr4::Token::EOF) break;
    Lexeme lexeme{token->getType(), offsets[token->getStartIndex()], offsets[token->getStopIndex() + 1]};
    if (lexeme.kind == MigcLexer::TAGGED_OPEN) {
      const std::string_view tag = text.substr(lexeme.begin, lexeme.end - lexeme.begin);
      const std::size_t close = text.find(tag, lexeme.end);
      lexeme.kind = close == std::string_view::npos ? MigcLexer::UNTERMINATED_RAW : MigcLexer::RAW;
      lexeme.end = static_cast<std::uint32_t>(close == std::string_view::npos ? text.size() : close + tag.size());
      const auto place = std::lower_bound(offsets.begin(), offsets.end(), lexeme.end);
      characters.seek(static_cast<std::size_t>(place - offsets.begin()));
    }
    (token->getChannel() == antlr4::Token::DEFAULT_CHANNEL ? result.tokens : result.comments).push_back(lexeme);
  }
  const auto end = static_cast<std::uint32_t>(text.size());
  result.tokens.push_back({kEnd, end, end});
  return result;
}

}  // namespace migc::parse::testing
