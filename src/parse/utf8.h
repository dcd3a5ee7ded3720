// DecodeUtf8: one code point of text that is known to be valid UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace migc::parse {

constexpr std::size_t Utf8Length(unsigned char first_byte) {
  return first_byte < 0x80 ? 1u : first_byte < 0xE0 ? 2u : first_byte < 0xF0 ? 3u : 4u;
}

struct CodePoint {
  std::uint32_t code_point = 0;
  std::size_t length = 0;  // in bytes
};

// The first code point of `text`, which is not empty.
constexpr CodePoint DecodeUtf8(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const std::size_t length = Utf8Length(first);
  if (length == 1) return {first, 1};
  std::uint32_t value = first & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) value = value << 6 | (static_cast<unsigned char>(text[i]) & 0x3Fu);
  return {value, length};
}

}  // namespace migc::parse
