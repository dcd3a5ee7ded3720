#include "parse/char_stream.h"

#include "parse/utf8.h"

namespace migc::parse {

namespace {
constexpr std::size_t kShownWordCharacter = '_';
constexpr std::size_t kShownOther = 1;  // a control character, which the grammar has no use for
}  // namespace

std::size_t CharStream::Shown(std::size_t offset) const {
  const auto byte = static_cast<unsigned char>(text_[offset]);
  if (byte < 0x80) return byte;
  const std::uint32_t code_point = DecodeUtf8(text_.substr(offset)).code_point;
  return word_characters_.contains(static_cast<std::size_t>(code_point)) ? kShownWordCharacter : kShownOther;
}

void CharStream::consume() { offset_ += Utf8Length(static_cast<unsigned char>(text_[offset_])); }

std::size_t CharStream::LA(ssize_t i) {
  if (i == 1) return offset_ < text_.size() ? Shown(offset_) : IntStream::EOF;
  std::size_t offset = offset_;
  if (i > 0) {
    for (; i > 1 && offset < text_.size(); --i) offset += Utf8Length(static_cast<unsigned char>(text_[offset]));
    return offset < text_.size() ? Shown(offset) : IntStream::EOF;
  }
  for (; i < 0; ++i) {
    if (offset == 0) return IntStream::EOF;
    do {
      --offset;
    } while (offset > 0 && (static_cast<unsigned char>(text_[offset]) & 0xC0) == 0x80);
  }
  return Shown(offset);
}

std::string CharStream::getText(const antlr4::misc::Interval& interval) {
  const auto begin = static_cast<std::size_t>(interval.a);
  const auto end = std::min(static_cast<std::size_t>(interval.b) + 1, text_.size());
  return begin < end ? std::string(text_.substr(begin, end - begin)) : std::string();
}

}  // namespace migc::parse
