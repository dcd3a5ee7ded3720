// TokenStream: a list of lexemes as ANTLR's parser reads it: no copies of text, no allocation per token.
#pragma once

#include <antlr4-runtime.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "parse/lexer.h"

namespace migc::parse {

class Token final : public antlr4::Token {
 public:
  Token(const Lexeme& lexeme, std::uint32_t index, std::string_view text)
      : type_(lexeme.kind), begin_(lexeme.begin), end_(lexeme.end), index_(index), text_(text) {}

  std::string getText() const override { return std::string(text_); }
  std::size_t getType() const override { return type_; }
  std::size_t getLine() const override { return 0; }
  std::size_t getCharPositionInLine() const override { return 0; }
  std::size_t getChannel() const override { return antlr4::Token::DEFAULT_CHANNEL; }
  std::size_t getTokenIndex() const override { return index_; }
  std::size_t getStartIndex() const override { return begin_; }
  std::size_t getStopIndex() const override { return static_cast<std::size_t>(end_) - 1; }
  antlr4::TokenSource* getTokenSource() const override { return nullptr; }
  antlr4::CharStream* getInputStream() const override { return nullptr; }
  std::string toString() const override { return std::string(text_); }

  std::uint32_t begin() const { return begin_; }
  std::uint32_t end() const { return end_; }
  std::string_view text() const { return text_; }

 private:
  std::size_t type_;
  std::uint32_t begin_;
  std::uint32_t end_;
  std::uint32_t index_;
  std::string_view text_;
};

class TokenStream final : public antlr4::TokenStream {
 public:
  // `text` outlives the stream; `lexemes` ends with kEnd.
  TokenStream(std::string_view text, const std::vector<Lexeme>& lexemes);

  antlr4::Token* LT(ssize_t k) override;
  antlr4::Token* get(std::size_t index) const override { return const_cast<Token*>(&tokens_[index]); }
  antlr4::TokenSource* getTokenSource() const override { return nullptr; }
  std::string getText(const antlr4::misc::Interval& interval) override;
  std::string getText() override { return std::string(text_); }
  std::string getText(antlr4::RuleContext* context) override;
  std::string getText(antlr4::Token* start, antlr4::Token* stop) override;
  void consume() override;
  std::size_t LA(ssize_t i) override;
  ssize_t mark() override { return 0; }
  void release(ssize_t) override {}
  std::size_t index() override { return position_; }
  void seek(std::size_t index) override { position_ = std::min(index, tokens_.size() - 1); }
  std::size_t size() override { return tokens_.size(); }
  std::string getSourceName() const override { return {}; }

  const Token& At(std::size_t index) const { return tokens_[index]; }
  std::size_t Count() const { return tokens_.size(); }

 private:
  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t position_ = 0;
};

}  // namespace migc::parse
