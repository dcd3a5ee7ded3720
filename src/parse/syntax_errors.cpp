#include "parse/syntax_errors.h"

#include <algorithm>
#include <string>
#include <vector>

#include "parse/syntax_help.h"
#include "parse/syntax_words.h"

namespace migc::parse {

namespace {

using diag::Kind;
using generated::MigcParser;

const antlr4::ParserRuleContext* Enclosing(const antlr4::ParserRuleContext* rule, std::size_t rule_index) {
  for (const antlr4::RuleContext* at = rule; at != nullptr; at = static_cast<antlr4::RuleContext*>(at->parent)) {
    if (at->getRuleIndex() == rule_index) return static_cast<const antlr4::ParserRuleContext*>(at);
  }
  return nullptr;
}

}  // namespace

bool BeginsStatement(const TokenStream& tokens, std::size_t index) {
  const std::size_t first = tokens.At(index).getType();
  if (first == antlr4::Token::EOF) return false;
  const std::size_t second = tokens.At(index + 1).getType();
  switch (first) {
    case MigcParser::CREATE:
    case MigcParser::ALTER:
    case MigcParser::DROP:
    case MigcParser::RENAME:
    case MigcParser::DEFINE:
      return second == MigcParser::TABLE || second == MigcParser::SEQUENCE || second == MigcParser::ENUM ||
             second == MigcParser::SCHEMA || second == MigcParser::EXTENSION || second == MigcParser::VIEW ||
             second == MigcParser::MATERIALIZED || second == MigcParser::FUNCTION || second == MigcParser::PROCEDURE ||
             second == MigcParser::TRIGGER || (first != MigcParser::ALTER && second == MigcParser::INDEX) ||
             (first == MigcParser::CREATE && second == MigcParser::UNIQUE);
    case MigcParser::COMMENT:
      return second == MigcParser::ON;
    case MigcParser::INSERT:
      return second == MigcParser::INTO;
    case MigcParser::DELETE:
      return second == MigcParser::FROM;
    case MigcParser::SQL:
      return second == MigcParser::RAW || second == MigcParser::FOR || second == MigcParser::FILE;
    case MigcParser::NO:
      return second == MigcParser::TRANSACTION;
    case MigcParser::REQUIRE:
      return second == MigcParser::RAW;
    case MigcParser::SET:
      return second == MigcParser::LOCK || second == MigcParser::STATEMENT;
    case MigcParser::GRANT:
    case MigcParser::REVOKE:
    case MigcParser::UPDATE:
      return second == MigcParser::WORD || second == MigcParser::SELECT || second == MigcParser::INSERT;
    default:
      return false;
  }
}

source::Span SyntaxErrors::SpanAt(std::size_t index) const {
  const Token& token = tokens_.At(index);
  return {buffer_.id(), token.begin(), token.end()};
}

bool SyntaxErrors::BeginsLine(std::size_t index) const {
  if (index == 0) return true;
  const std::uint32_t from = tokens_.At(index - 1).end();
  return buffer_.text().substr(from, tokens_.At(index).begin() - from).find('\n') != std::string_view::npos;
}

void SyntaxErrors::Report(diag::Diagnostic diagnostic, std::size_t from, std::size_t offending) {
  const std::uint32_t begin = tokens_.At(from).begin();
  const std::uint32_t end = tokens_.At(offending).end();
  if (tokens_.At(offending).begin() >= lexical_.unreliable_from) return;
  const auto stray = std::lower_bound(lexical_.strays.begin(), lexical_.strays.end(), begin);
  if (stray != lexical_.strays.end() && *stray <= end) return;  // said already, and better
  ++count_;
  sink_.Report(std::move(diagnostic));
}

void SyntaxErrors::ReportUnexpected(const SyntaxError& error) {
  const std::size_t from = error.statement != nullptr ? error.statement->start->getTokenIndex() : error.offending;
  for (const auto kind : {&SyntaxErrors::MissingHeader, &SyntaxErrors::UnclosedBlock, &SyntaxErrors::IndexInAlter,
                          &SyntaxErrors::ReservedAtItem, &SyntaxErrors::MissingSign, &SyntaxErrors::NotAName}) {
    if (std::optional<diag::Diagnostic> diagnostic = (this->*kind)(error)) {
      header_missing_ |= diagnostic->kind == Kind::kMissingHeader;
      return Report(std::move(*diagnostic), from, error.offending);
    }
  }
  Report(Unexpected(error), from, error.offending);
}

std::optional<diag::Diagnostic> SyntaxErrors::MissingHeader(const SyntaxError& error) const {
  if (error.rule->getRuleIndex() != MigcParser::RuleHeader || error.offending != 0) return std::nullopt;
  const bool misspelt = tokens_.Count() > 1 && !DidYouMean(tokens_.At(0), error.expected).empty();
  return diag::Make(Kind::kMissingHeader, SpanAt(0), DescribeSeen(tokens_.At(0)))
      .WithHelp(misspelt ? "did you mean \"revision\"?" : "write revision <id> 'what it does' revises <id before it, or base>;");
}

std::optional<diag::Diagnostic> SyntaxErrors::UnclosedBlock(const SyntaxError& error) const {
  const std::size_t seen = tokens_.At(error.offending).getType();
  const bool ends = seen == antlr4::Token::EOF || seen == MigcParser::UPGRADE || seen == MigcParser::DOWNGRADE;
  if (!ends || error.rule->getRuleIndex() != MigcParser::RuleBlock || error.rule->start->getType() != MigcParser::LBRACE) {
    return std::nullopt;
  }
  return diag::Make(Kind::kUnclosedBlock, SpanAt(error.rule->start->getTokenIndex()))
      .WithNote(SpanAt(error.offending), DescribeSeen(tokens_.At(error.offending)) + " comes first")
      .WithHelp("add the closing }");
}

std::optional<diag::Diagnostic> SyntaxErrors::IndexInAlter(const SyntaxError& error) const {
  const Token& seen = tokens_.At(error.offending);
  const bool adds = seen.getType() == MigcParser::INDEX && error.rule->getRuleIndex() == MigcParser::RuleAddAction;
  const bool alters =
      error.statement != nullptr && tokens_.At(error.statement->start->getTokenIndex()).getType() == MigcParser::ALTER;
  const bool drops = alters && tokens_.At(error.offending - 1).getType() == MigcParser::INDEX &&
                     tokens_.At(error.offending - 2).getType() == MigcParser::DROP;
  if (adds && IsTypeWord(tokens_.At(error.offending + 1))) {
    return diag::Make(Kind::kReservedName, SpanAt(error.offending), "index", "here")
        .WithHelp("write add column index, or quote it: \"index\"");
  }
  if (!adds && !drops) return std::nullopt;
  return diag::Make(Kind::kIndexInAlter, SpanAt(adds ? error.offending : error.offending - 1))
      .WithHelp(adds ? "write create index name on table (column); or, for a column of that name, add column index"
                     : "write drop index name on table;");
}

// `index varchar(20)` is read as an index called varchar: the mistake is the word before.
std::optional<diag::Diagnostic> SyntaxErrors::ReservedAtItem(const SyntaxError& error) const {
  const antlr4::ParserRuleContext* item = Enclosing(error.rule, MigcParser::RuleTableItem);
  if (item == nullptr) item = Enclosing(error.rule, MigcParser::RuleAddAction);
  if (item == nullptr) return std::nullopt;
  const std::size_t start = item->start->getTokenIndex();
  const std::string_view form = ItemForm(item->start->getType());
  if (form.empty() || error.offending > start + 3 || error.offending == start) return std::nullopt;
  const std::string word(tokens_.At(start).text());
  if (IsTypeWord(tokens_.At(start + 1))) {
    return diag::Make(Kind::kReservedName, SpanAt(start), word, "at the start of a table's item")
        .WithHelp("quote it to name a column: " + Quoted(word));
  }
  return Unexpected(error).WithHelp(std::string(form) + "; a column of that name is written " + Quoted(word));
}

// The `(` of the statement that is still open at the error.
std::optional<std::size_t> SyntaxErrors::OpenParenthesis(const SyntaxError& error) const {
  int depth = 0;
  for (std::size_t i = error.offending; i-- > error.statement->start->getTokenIndex();) {
    if (tokens_.At(i).getType() == MigcParser::RPAREN) ++depth;
    if (tokens_.At(i).getType() == MigcParser::LPAREN && depth-- == 0) return i;
  }
  return std::nullopt;
}

std::optional<diag::Diagnostic> SyntaxErrors::MissingSign(const SyntaxError& error) const {
  if (error.offending == 0 || error.statement == nullptr) return std::nullopt;
  const Token& seen = tokens_.At(error.offending);
  const std::size_t kind = seen.getType();
  const bool at_end = kind == MigcParser::RBRACE || kind == antlr4::Token::EOF || kind == MigcParser::UPGRADE ||
                      kind == MigcParser::DOWNGRADE || BeginsStatement(tokens_, error.offending);
  const source::Span before = SpanAt(error.offending - 1);
  const std::string after = DescribeSeen(tokens_.At(error.offending - 1));
  if (error.expected.contains(MigcParser::SEMI) && at_end) {
    return diag::Make(Kind::kMissingSign, before, ";", after).WithHelp("each statement ends with ;");
  }
  if (error.expected.contains(MigcParser::RPAREN) && (at_end || kind == MigcParser::SEMI)) {
    if (const std::optional<std::size_t> open = OpenParenthesis(error)) {
      return diag::Make(Kind::kMissingSign, before, ")", after)
          .WithNote(SpanAt(*open), "this one is still open")
          .WithHelp("add the closing )");
    }
  }
  const bool begins_part =
      kind == MigcParser::WORD || kind == MigcParser::QUOTED_NAME || IsKeyword(kind) || kind == MigcParser::LPAREN;
  if (error.expected.contains(MigcParser::COMMA) && begins_part && BeginsLine(error.offending) &&
      DidYouMean(seen, error.expected).empty()) {
    return diag::Make(Kind::kMissingSign, before, ",", after).WithHelp("the parts of a list are separated by ,");
  }
  return std::nullopt;
}

std::optional<diag::Diagnostic> SyntaxErrors::NotAName(const SyntaxError& error) const {
  const Token& seen = tokens_.At(error.offending);
  const source::Span span = SpanAt(error.offending);
  const bool expression = TakesExpression(error.expected);
  if (TakesName(error.expected)) {
    if (IsKeyword(seen.getType())) {
      if (TakesType(error.expected)) return std::nullopt;
      return diag::Make(Kind::kReservedName, span, seen.text(), expression ? "in an expression" : "here")
          .WithHelp("quote it to name something: " + Quoted(seen.text()));
    }
    if (seen.getType() == MigcParser::DIGIT_WORD || seen.getType() == MigcParser::EXPONENT_INTEGER) {
      return diag::Make(Kind::kNameBeginsWithDigit, span, seen.text()).WithHelp("quote it: " + Quoted(seen.text()));
    }
    if (seen.getType() == MigcParser::STRING) {
      return diag::Make(Kind::kStringForName, span).WithHelp("write it without quotes, or in double quotes");
    }
  }
  if (error.expected.contains(MigcParser::STRING) && seen.getType() == MigcParser::QUOTED_NAME) {
    return diag::Make(Kind::kNameForString, span).WithHelp("write a string in single quotes: '…'");
  }
  return std::nullopt;
}

diag::Diagnostic SyntaxErrors::Unexpected(const SyntaxError& error) const {
  const std::string expected = DescribeExpected(error.expected);
  return diag::Make(Kind::kUnexpectedToken, SpanAt(error.offending), DescribeSeen(tokens_.At(error.offending)),
                    expected.empty() ? "something else" : expected)
      .WithHelp(HelpFor(tokens_, error));
}

void SyntaxErrors::ReportNoStatement(std::size_t offending, bool in_block) {
  const Token& seen = tokens_.At(offending);
  const source::Span span = SpanAt(offending);
  if (seen.getType() == MigcParser::REVISION && !in_block) {
    return Report(diag::Make(Kind::kHeaderInModel, span).WithHelp("leave the header and `upgrade { }` out"), offending, offending);
  }
  if (seen.getType() == MigcParser::RBRACE) {
    return Report(diag::Make(Kind::kUnmatchedBrace, span).WithHelp("leave it out"), offending, offending);
  }
  const bool word = seen.getType() == MigcParser::WORD || IsKeyword(seen.getType());
  if (!word) {
    const std::string help = seen.getType() == MigcParser::SEMI ? "leave it out" : "";
    return Report(diag::Make(Kind::kUnexpectedToken, span, DescribeSeen(seen), "a statement").WithHelp(help), offending, offending);
  }
  Report(diag::Make(Kind::kUnknownStatement, span, seen.text()).WithHelp(HelpForStatementWord(seen)), offending, offending);
}

void SyntaxErrors::ReportNoSection(std::size_t offending) {
  if (header_missing_) return;  // one thing at a time
  const Token& seen = tokens_.At(offending);
  const source::Span span = SpanAt(offending);
  if (seen.getType() == MigcParser::RBRACE) {
    return Report(diag::Make(Kind::kUnmatchedBrace, span).WithHelp("leave it out"), offending, offending);
  }
  if (BeginsStatement(tokens_, offending)) {
    return Report(diag::Make(Kind::kStatementOutside, span).WithHelp("write it inside upgrade { … }"), offending, offending);
  }
  const TokenKinds sections = {MigcParser::UPGRADE, MigcParser::DOWNGRADE, antlr4::Token::EOF};
  Report(
      diag::Make(Kind::kUnexpectedToken, span, DescribeSeen(seen), DescribeExpected(sections)).WithHelp(DidYouMean(seen, sections)),
      offending, offending);
}

}  // namespace migc::parse
