// Text: the few operations on UTF-8 text that several phases need and the standard library lacks.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migc::base {

// The offset of the first byte that is not valid UTF-8 (overlong forms, surrogates and > U+10FFFF are invalid), or nothing.
std::optional<std::size_t> FindInvalidUtf8(std::string_view text);

// The longest prefix of at most `limit` bytes that does not cut a UTF-8 character in two.
std::string_view ClipUtf8(std::string_view text, std::size_t limit);

// The number of code points of valid UTF-8.
std::size_t CountCodePoints(std::string_view text);

// ASCII letters only: SQL's case folding of keywords and of unquoted names.
std::string LowerAscii(std::string_view text);
std::string UpperAscii(std::string_view text);

std::string Join(const std::vector<std::string>& parts, std::string_view separator);

// Lines without their "\n" (a "\r" before it is dropped too). A last line without "\n" counts; "" gives no line.
std::vector<std::string_view> SplitLines(std::string_view text);

}  // namespace migc::base
