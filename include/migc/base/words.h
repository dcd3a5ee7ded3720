// Words: any text as one word of a line, and back: what could end a word, or what a tool would read as something else, is
// percent-encoded.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migc::base {

// ASCII letters, digits, the bytes of `plain`, and a `-` that is not the last byte stay; every other byte becomes %XX.
// Only for text that is not empty.
std::string EncodeWord(std::string_view text, std::string_view plain);
// Nothing when an escape is not whole.
std::optional<std::string> DecodeWord(std::string_view word);

// The words with a blank between them, on lines of at most `width` bytes. A word that is longer is cut: its line ends in '%'.
std::vector<std::string> WrapWords(const std::vector<std::string>& words, std::size_t width);
std::vector<std::string> UnwrapWords(const std::vector<std::string_view>& lines);

}  // namespace migc::base
