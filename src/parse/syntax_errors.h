// SyntaxErrors: says what is wrong where the parser could not go on, in a person's words and with the way out.
#pragma once

#include <MigcParser.h>

#include <cstdint>
#include <optional>

#include "migc/diag/sink.h"
#include "migc/source/buffers.h"
#include "parse/check_lexemes.h"
#include "parse/expected.h"
#include "parse/token_stream.h"

namespace migc::parse {

// What the messages depend on, gathered at the place of the error.
struct SyntaxError {
  const antlr4::ParserRuleContext* rule = nullptr;       // the innermost one
  const antlr4::ParserRuleContext* statement = nullptr;  // the statement it is in, if any
  std::size_t offending = 0;                             // index of the token
  TokenKinds expected;
};

class SyntaxErrors {
 public:
  SyntaxErrors(const source::Buffer& buffer, const TokenStream& tokens, const LexicalErrors& lexical, diag::Sink& sink)
      : buffer_(buffer), tokens_(tokens), lexical_(lexical), sink_(sink) {}

  void ReportUnexpected(const SyntaxError& error);
  // A token that begins no statement, where statements stand.
  void ReportNoStatement(std::size_t offending, bool in_block);
  // A token after the header that begins no section.
  void ReportNoSection(std::size_t offending);

  // So many that more would not help.
  bool Enough() const { return count_ >= kMaxErrors; }

 private:
  static constexpr int kMaxErrors = 50;

  // Each returns the diagnostic when the error is of its kind.
  std::optional<diag::Diagnostic> MissingHeader(const SyntaxError& error) const;
  std::optional<diag::Diagnostic> UnclosedBlock(const SyntaxError& error) const;
  std::optional<diag::Diagnostic> IndexInAlter(const SyntaxError& error) const;
  std::optional<diag::Diagnostic> ReservedAtItem(const SyntaxError& error) const;
  std::optional<diag::Diagnostic> MissingSign(const SyntaxError& error) const;
  std::optional<diag::Diagnostic> NotAName(const SyntaxError& error) const;
  diag::Diagnostic Unexpected(const SyntaxError& error) const;
  std::optional<std::size_t> OpenParenthesis(const SyntaxError& error) const;

  void Report(diag::Diagnostic diagnostic, std::size_t from, std::size_t offending);
  source::Span SpanAt(std::size_t index) const;
  bool BeginsLine(std::size_t index) const;

  const source::Buffer& buffer_;
  const TokenStream& tokens_;
  const LexicalErrors& lexical_;
  diag::Sink& sink_;
  bool header_missing_ = false;
  int count_ = 0;
};

// Two tokens that begin a statement, so that a forgotten `;` before them can be told from a misspelt one.
bool BeginsStatement(const TokenStream& tokens, std::size_t index);

}  // namespace migc::parse
