// Recovery: ANTLR's error strategy of ours: one error per statement, then on at the next `;`, `}` or statement.
#pragma once

#include <MigcParser.h>

#include "parse/syntax_errors.h"
#include "parse/token_stream.h"

namespace migc::parse {

class Recovery final : public antlr4::DefaultErrorStrategy {
 public:
  Recovery(TokenStream& tokens, SyntaxErrors& errors) : tokens_(tokens), errors_(errors) {}

  void reportError(antlr4::Parser* parser, const antlr4::RecognitionException& error) override;
  void recover(antlr4::Parser* parser, std::exception_ptr error) override;
  antlr4::Token* recoverInline(antlr4::Parser* parser) override;
  // Called before each turn of a loop: what begins no statement or section is passed over here.
  void sync(antlr4::Parser* parser) override;

 private:
  void SkipToStatement(bool in_block);
  void SkipToSection();
  void SkipStatement(std::size_t start);
  void SkipHeader();
  void StopWhenEnough() const;

  TokenStream& tokens_;
  SyntaxErrors& errors_;
};

}  // namespace migc::parse
