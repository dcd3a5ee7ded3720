// CharStream: UTF-8 text as ANTLR's lexer reads it, so that its positions are byte offsets and no copy of the text is made.
#pragma once

#include <antlr4-runtime.h>

#include <cstdint>
#include <string_view>

namespace migc::parse {

// A code point beyond ASCII is shown to the lexer as `_` where the grammar takes it for part of a word, and as a control
// character where not. The lexer remembers its decisions for ASCII alone and would work out the others anew each time: a
// megabyte of Cyrillic takes a minute that way. The tokens are the same.
class CharStream final : public antlr4::CharStream {
 public:
  // `text` is valid UTF-8 and outlives the stream.
  explicit CharStream(std::string_view text) : text_(text) {}
  // The grammar's set, which is known when there is a lexer.
  void SetWordCharacters(antlr4::misc::IntervalSet characters) { word_characters_ = std::move(characters); }

  void consume() override;
  std::size_t LA(ssize_t i) override;
  ssize_t mark() override { return 0; }
  void release(ssize_t) override {}
  std::size_t index() override { return offset_; }
  void seek(std::size_t index) override { offset_ = index; }
  std::size_t size() override { return text_.size(); }
  std::string getSourceName() const override { return {}; }
  std::string getText(const antlr4::misc::Interval& interval) override;
  std::string toString() const override { return std::string(text_); }

 private:
  std::size_t Shown(std::size_t offset) const;

  std::string_view text_;
  antlr4::misc::IntervalSet word_characters_;
  std::size_t offset_ = 0;
};

}  // namespace migc::parse
