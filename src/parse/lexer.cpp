#include "parse/lexer.h"

#include <MigcLexer.h>

#include "migc/base/check.h"
#include "parse/char_stream.h"

namespace migc::parse {

namespace {

using generated::MigcLexer;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// What the fragment WordStart of the grammar takes beyond ASCII (WordPart adds digits alone).
antlr4::misc::IntervalSet WordCharacters(const MigcLexer& lexer) {
  const std::vector<std::string>& rules = lexer.getRuleNames();
  const auto rule = static_cast<std::size_t>(std::find(rules.begin(), rules.end(), "WordStart") - rules.begin());
  CHECK(rule < rules.size());
  const antlr4::atn::ATNState* state = lexer.getATN().ruleToStartState[rule];
  while (state->transitions[0]->isEpsilon()) state = state->transitions[0]->target;
  return state->transitions[0]->label();
}

// `$tag$` at `begin` becomes the block up to the same tag.
Lexeme CloseTag(std::string_view text, const Lexeme& opener) {
  const std::string_view tag = text.substr(opener.begin, opener.end - opener.begin);
  const std::size_t close = text.find(tag, opener.end);
  if (close == std::string_view::npos) return {MigcLexer::UNTERMINATED_RAW, opener.begin, static_cast<std::uint32_t>(text.size())};
  return {MigcLexer::RAW, opener.begin, static_cast<std::uint32_t>(close + tag.size())};
}

}  // namespace

Lexemes Lex(std::string_view text) {
  CharStream characters(text);
  MigcLexer lexer(&characters);
  lexer.removeErrorListeners();
  characters.SetWordCharacters(WordCharacters(lexer));
  if (text.starts_with(kByteOrderMark)) characters.seek(kByteOrderMark.size());

  Lexemes result;
  while (true) {
    const std::unique_ptr<antlr4::Token> token = lexer.nextToken();
    if (token->getType() == antlr4::Token::EOF) break;
    Lexeme lexeme{token->getType(), static_cast<std::uint32_t>(token->getStartIndex()),
                  static_cast<std::uint32_t>(token->getStopIndex() + 1)};
    if (lexeme.kind == MigcLexer::TAGGED_OPEN) {
      lexeme = CloseTag(text, lexeme);
      characters.seek(lexeme.end);
    }
    (token->getChannel() == antlr4::Token::DEFAULT_CHANNEL ? result.tokens : result.comments).push_back(lexeme);
  }
  const auto end = static_cast<std::uint32_t>(text.size());
  result.tokens.push_back({kEnd, end, end});
  return result;
}

}  // namespace migc::parse
