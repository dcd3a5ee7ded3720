#include "parse/token_stream.h"

namespace migc::parse {

TokenStream::TokenStream(std::string_view text, const std::vector<Lexeme>& lexemes) : text_(text) {
  tokens_.reserve(lexemes.size());
  for (const Lexeme& lexeme : lexemes) {
    tokens_.emplace_back(lexeme, static_cast<std::uint32_t>(tokens_.size()), text.substr(lexeme.begin, lexeme.end - lexeme.begin));
  }
}

antlr4::Token* TokenStream::LT(ssize_t k) {
  if (k < 0) {
    const auto back = static_cast<std::size_t>(-k);
    return back <= position_ ? &tokens_[position_ - back] : nullptr;
  }
  if (k == 0) return nullptr;
  return &tokens_[std::min(position_ + static_cast<std::size_t>(k) - 1, tokens_.size() - 1)];
}

std::size_t TokenStream::LA(ssize_t i) {
  const antlr4::Token* token = LT(i);
  return token == nullptr ? antlr4::Token::INVALID_TYPE : token->getType();
}

void TokenStream::consume() {
  if (position_ + 1 < tokens_.size()) ++position_;
}

std::string TokenStream::getText(const antlr4::misc::Interval& interval) {
  if (interval.a < 0 || interval.b < interval.a) return {};
  const std::size_t last = std::min(static_cast<std::size_t>(interval.b), tokens_.size() - 1);
  return getText(&tokens_[static_cast<std::size_t>(interval.a)], &tokens_[last]);
}

std::string TokenStream::getText(antlr4::RuleContext* context) { return getText(context->getSourceInterval()); }

std::string TokenStream::getText(antlr4::Token* start, antlr4::Token* stop) {
  if (start == nullptr || stop == nullptr) return {};
  return std::string(text_.substr(start->getStartIndex(), stop->getStopIndex() + 1 - start->getStartIndex()));
}

}  // namespace migc::parse
