#include "parse/recovery.h"

namespace migc::parse {

namespace {

using generated::MigcParser;

constexpr std::size_t kEndOfFile = antlr4::Token::EOF;

bool BeginsSection(const TokenStream& tokens, std::size_t index) {
  const std::size_t kind = tokens.At(index).getType();
  if (kind != MigcParser::UPGRADE && kind != MigcParser::DOWNGRADE) return false;
  const std::size_t next = tokens.At(index + 1).getType();
  return next == MigcParser::LBRACE || next == MigcParser::IRREVERSIBLE;
}

// As the grammar's rule `statement`: one token decides.
bool IsStatementWord(std::size_t kind) {
  switch (kind) {
    case MigcParser::CREATE:
    case MigcParser::DROP:
    case MigcParser::RENAME:
    case MigcParser::ALTER:
    case MigcParser::DEFINE:
    case MigcParser::COMMENT:
    case MigcParser::GRANT:
    case MigcParser::REVOKE:
    case MigcParser::INSERT:
    case MigcParser::UPDATE:
    case MigcParser::DELETE:
    case MigcParser::SQL:
    case MigcParser::SET:
    case MigcParser::REQUIRE:
    case MigcParser::FOR:
    case MigcParser::NO:
      return true;
    default:
      return false;
  }
}

}  // namespace

void Recovery::StopWhenEnough() const {
  if (errors_.Enough()) throw antlr4::ParseCancellationException();
}

void Recovery::reportError(antlr4::Parser* parser, const antlr4::RecognitionException& error) {
  if (inErrorRecoveryMode(parser)) return;
  beginErrorCondition(parser);
  SyntaxError what;
  what.rule = parser->getContext();
  for (const antlr4::RuleContext* at = what.rule; at != nullptr; at = static_cast<antlr4::RuleContext*>(at->parent)) {
    const std::size_t index = at->getRuleIndex();
    if (index != MigcParser::RuleStatement && index != MigcParser::RuleHeader && index != MigcParser::RuleRevisionOption) continue;
    what.statement = static_cast<const antlr4::ParserRuleContext*>(at);
    break;
  }
  what.offending = error.getOffendingToken()->getTokenIndex();
  what.expected = ExpectedAfter(static_cast<MigcParser&>(*parser), *what.rule, tokens_, what.offending);
  errors_.ReportUnexpected(what);
  StopWhenEnough();
}

antlr4::Token* Recovery::recoverInline(antlr4::Parser* parser) { throw antlr4::InputMismatchException(parser); }

void Recovery::recover(antlr4::Parser* parser, std::exception_ptr error) {
  const antlr4::ParserRuleContext* rule = parser->getContext();
  switch (rule->getRuleIndex()) {
    case MigcParser::RuleStatement:
      return SkipStatement(rule->start->getTokenIndex());
    case MigcParser::RuleHeader:
    case MigcParser::RuleRevisionOption:
      return SkipHeader();
    case MigcParser::RuleSection:
      tokens_.consume();
      return SkipToSection();
    case MigcParser::RuleRevisionFile:
    case MigcParser::RuleModelFile:
      return tokens_.seek(tokens_.size() - 1);
    default:
      std::rethrow_exception(error);
  }
}

void Recovery::sync(antlr4::Parser* parser) {
  switch (parser->getContext()->getRuleIndex()) {
    case MigcParser::RuleBlock:
      if (parser->getContext()->children.empty()) return;  // its { comes first
      SkipToStatement(true);
      break;
    case MigcParser::RuleModelFile:
      SkipToStatement(false);
      break;
    case MigcParser::RuleRevisionFile: {
      const std::size_t kind = tokens_.LA(1);
      if (parser->getContext()->children.empty() || kind == kEndOfFile || BeginsSection(tokens_, tokens_.index())) return;
      if (kind == MigcParser::UPGRADE || kind == MigcParser::DOWNGRADE) return;
      if (kind == MigcParser::NO && tokens_.LA(2) == MigcParser::TRANSACTION && tokens_.LA(3) != MigcParser::LBRACE) return;
      errors_.ReportNoSection(tokens_.index());
      SkipToSection();
      break;
    }
    default:
      return;
  }
  StopWhenEnough();
}

void Recovery::SkipToStatement(bool in_block) {
  while (true) {
    const std::size_t kind = tokens_.LA(1);
    if (kind == kEndOfFile || IsStatementWord(kind) || (in_block && kind == MigcParser::RBRACE)) return;
    const std::size_t start = tokens_.index();
    if (in_block && BeginsSection(tokens_, start)) return;  // the block's end is missing
    errors_.ReportNoStatement(start, in_block);
    StopWhenEnough();
    if (kind == MigcParser::SEMI || kind == MigcParser::RBRACE) {
      tokens_.consume();
    } else {
      tokens_.consume();
      SkipStatement(start);
    }
  }
}

void Recovery::SkipToSection() {
  int depth = 0;
  for (std::size_t kind = tokens_.LA(1); kind != kEndOfFile; kind = tokens_.LA(1)) {
    if (depth <= 0 && BeginsSection(tokens_, tokens_.index())) return;
    if (kind == MigcParser::LBRACE) ++depth;
    if (kind == MigcParser::RBRACE) --depth;
    tokens_.consume();
  }
}

void Recovery::SkipHeader() {
  for (std::size_t kind = tokens_.LA(1); kind != kEndOfFile; kind = tokens_.LA(1)) {
    if (BeginsSection(tokens_, tokens_.index())) return;
    tokens_.consume();
    if (kind == MigcParser::SEMI) return;
  }
}

// To behind the `;` of the statement that begins at `start`, or to what can only be after it.
void Recovery::SkipStatement(std::size_t start) {
  int depth = 0;
  for (std::size_t i = start; i < tokens_.index(); ++i) {
    if (tokens_.At(i).getType() == MigcParser::LBRACE) ++depth;
    if (tokens_.At(i).getType() == MigcParser::RBRACE) --depth;
  }
  const std::size_t first = tokens_.At(start).getType();
  const bool ends_with_block = first == MigcParser::FOR || first == MigcParser::NO;
  for (std::size_t kind = tokens_.LA(1); kind != kEndOfFile; kind = tokens_.LA(1)) {
    if (depth <= 0 && kind == MigcParser::RBRACE) return;
    if (depth <= 0 && tokens_.index() > start && BeginsStatement(tokens_, tokens_.index())) return;
    tokens_.consume();
    if (kind == MigcParser::LBRACE) ++depth;
    if (kind == MigcParser::RBRACE && --depth == 0 && ends_with_block && tokens_.LA(1) != MigcParser::ELSE) return;
    if (kind == MigcParser::SEMI && depth <= 0) return;
  }
}

}  // namespace migc::parse
