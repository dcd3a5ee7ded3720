#include "parse/syntax_errors.h"

#include <algorithm>
#include <string>
#include <vector>

#include "migc/base/nearest.h"
#include "migc/base/text.h"
#include "parse/syntax_words.h"

namespace migc::parse {

namespace {

using diag::Kind;
using generated::MigcParser;

constexpr std::string_view kPortableTypes[] = {
    "bigint",  "binary",   "blob",      "boolean", "char",      "date",    "decimal",  "double", "int",
    "integer", "interval", "json",      "jsonb",   "nchar",     "numeric", "nvarchar", "real",   "smallint",
    "text",    "time",     "timestamp", "uuid",    "varbinary", "varchar", "xml",
};

bool IsTypeWord(const Token& token) {
  const std::string word = base::LowerAscii(token.text());
  return std::find(std::begin(kPortableTypes), std::end(kPortableTypes), word) != std::end(kPortableTypes);
}

std::string Quoted(std::string_view word) { return "\"" + std::string(word) + "\""; }

const antlr4::ParserRuleContext* Enclosing(const antlr4::ParserRuleContext* rule, std::size_t rule_index) {
  for (const antlr4::RuleContext* at = rule; at != nullptr; at = static_cast<antlr4::RuleContext*>(at->parent)) {
    if (at->getRuleIndex() == rule_index) return static_cast<const antlr4::ParserRuleContext*>(at);
  }
  return nullptr;
}

const std::vector<std::string>& StatementWords() {
  static const std::vector<std::string> words = {"alter",  "comment", "create", "define",  "delete", "drop", "for", "grant",
                                                 "insert", "no",      "rename", "require", "revoke", "set",  "sql", "update"};
  return words;
}

// The keyword that was meant, among those that may stand there.
std::string DidYouMean(const Token& token, const TokenKinds& expected) {
  if (token.getType() != MigcParser::WORD && !IsKeyword(token.getType())) return {};
  std::vector<std::string> candidates;
  const bool any_name = TakesName(expected);
  for (const std::size_t kind : expected) {
    if (IsKeyword(kind) && !any_name) candidates.push_back(Spelling(kind));
  }
  const std::optional<std::string> nearest = base::NearestName(token.text(), candidates);
  return nearest ? "did you mean " + Quoted(*nearest) + "?" : std::string();
}

// How a constraint or index that begins with the word is written.
std::string_view ItemForm(std::size_t kind) {
  switch (kind) {
    case MigcParser::CONSTRAINT:
      return "a constraint is written constraint name check (…), and so on";
    case MigcParser::CHECK_:
      return "a check is written check (condition)";
    case MigcParser::FOREIGN:
      return "a foreign key is written foreign key (column) references table (column)";
    case MigcParser::EXCLUDE:
      return "an exclusion is written exclude using gist (column with =)";
    case MigcParser::INDEX:
      return "an index is written index name (column)";
    case MigcParser::PRIMARY:
      return "a primary key is written primary key (column)";
    case MigcParser::UNIQUE:
      return "a unique constraint is written unique (column)";
    default:
      return {};
  }
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
  if (tokens_.At(error.offending).getType() != antlr4::Token::EOF) return std::nullopt;
  const antlr4::ParserRuleContext* block = Enclosing(error.rule, MigcParser::RuleBlock);
  if (block == nullptr) return std::nullopt;
  if (block == error.rule) {
    if (block->start->getType() != MigcParser::LBRACE) return std::nullopt;
    return diag::Make(Kind::kUnclosedBlock, SpanAt(block->start->getTokenIndex())).WithHelp("add the closing }");
  }
  return Unexpected(error);
}

std::optional<diag::Diagnostic> SyntaxErrors::IndexInAlter(const SyntaxError& error) const {
  const Token& seen = tokens_.At(error.offending);
  const bool adds = seen.getType() == MigcParser::INDEX && error.rule->getRuleIndex() == MigcParser::RuleAddAction;
  const bool drops = error.offending > 0 && tokens_.At(error.offending - 1).getType() == MigcParser::INDEX &&
                     Enclosing(error.rule, MigcParser::RuleAlterTable) != nullptr && error.offending > 1 &&
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

std::optional<diag::Diagnostic> SyntaxErrors::MissingSign(const SyntaxError& error) const {
  if (error.offending == 0 || error.statement == nullptr) return std::nullopt;
  const Token& seen = tokens_.At(error.offending);
  const bool at_end = seen.getType() == MigcParser::RBRACE || seen.getType() == antlr4::Token::EOF;
  const bool statement = BeginsStatement(tokens_, error.offending);
  const bool semicolon = error.expected.contains(MigcParser::SEMI) && (statement || at_end);
  const bool word = seen.getType() == MigcParser::WORD || seen.getType() == MigcParser::QUOTED_NAME || IsKeyword(seen.getType()) ||
                    seen.getType() == MigcParser::LPAREN;
  const bool comma = !semicolon && error.expected.contains(MigcParser::COMMA) && word && BeginsLine(error.offending) &&
                     DidYouMean(seen, error.expected).empty();
  if (!semicolon && !comma) return std::nullopt;
  const char* sign = semicolon ? ";" : ",";
  return diag::Make(Kind::kMissingSign, SpanAt(error.offending - 1), sign, DescribeSeen(tokens_.At(error.offending - 1)))
      .WithHelp(semicolon ? "each statement ends with ;" : "the parts of a list are separated by ,");
}

std::optional<diag::Diagnostic> SyntaxErrors::NotAName(const SyntaxError& error) const {
  const Token& seen = tokens_.At(error.offending);
  const source::Span span = SpanAt(error.offending);
  const bool expression = error.expected.contains(MigcParser::CAST);
  if (TakesName(error.expected)) {
    if (IsKeyword(seen.getType())) {
      const bool type = error.expected.contains(MigcParser::DOUBLE) && !error.expected.contains(MigcParser::DEFAULT) && !expression;
      if (type) return std::nullopt;
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

std::string SyntaxErrors::HelpFor(const SyntaxError& error) const {
  const Token& seen = tokens_.At(error.offending);
  if (std::string meant = DidYouMean(seen, error.expected); !meant.empty()) return meant;
  const std::size_t rule = error.rule->getRuleIndex();
  if (error.expected.contains(MigcParser::RAW) && (seen.getType() == MigcParser::STRING || seen.getType() == MigcParser::WORD)) {
    return "text of a database's own stands between $$ and $$";
  }
  if (rule == MigcParser::RuleIndexKeys && seen.getType() == MigcParser::LPAREN) {
    return "an expression in an index stands in parentheses of its own: ((lower(name))); a prefix is written length 10";
  }
  if (rule == MigcParser::RuleInsertStatement && !error.expected.contains(MigcParser::DOT)) return {};
  if (rule == MigcParser::RuleInsertStatement) return "write insert into table (column, …) values (…)";
  if (seen.getType() == MigcParser::UPGRADE || seen.getType() == MigcParser::DOWNGRADE) return "is a } missing before it?";
  return {};
}

diag::Diagnostic SyntaxErrors::Unexpected(const SyntaxError& error) const {
  const std::string expected = DescribeExpected(error.expected);
  return diag::Make(Kind::kUnexpectedToken, SpanAt(error.offending), DescribeSeen(tokens_.At(error.offending)),
                    expected.empty() ? "something else" : expected)
      .WithHelp(HelpFor(error));
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
  const std::optional<std::string> nearest = base::NearestName(seen.text(), StatementWords());
  std::string help = nearest ? "did you mean " + Quoted(*nearest) + "?" : "a statement of one database is written sql $$ … $$";
  if (seen.getType() == MigcParser::UPGRADE || seen.getType() == MigcParser::DOWNGRADE) help = "is a } missing before it?";
  Report(diag::Make(Kind::kUnknownStatement, span, seen.text()).WithHelp(std::move(help)), offending, offending);
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
