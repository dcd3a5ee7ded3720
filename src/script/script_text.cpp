#include "script/script_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "migc/base/check.h"
#include "migc/script/script.h"

namespace migc::script {
namespace {

// What a viewer or a tool may take for a line end, or for an order to show the rest of the line in another direction.
constexpr std::array<std::uint32_t, 15> kUnsafe = {0x85,   0x61C,  0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B,
                                                   0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069};

std::string Utf8(std::uint32_t code) {
  const auto low = [](std::uint32_t bits) { return static_cast<char>(0x80U | (bits & 0x3FU)); };
  if (code < 0x800) return {static_cast<char>(0xC0U | (code >> 6U)), low(code)};
  return {static_cast<char>(0xE0U | (code >> 12U)), low(code >> 6U), low(code)};
}

// The unsafe code point that stands at the start of `text`, or 0.
std::uint32_t UnsafeAt(std::string_view text) {
  for (const std::uint32_t code : kUnsafe) {
    if (text.starts_with(Utf8(code))) return code;
  }
  return 0;
}

}  // namespace

void ScriptText::Line(std::string_view line) {
  const bool comment = line.starts_with("--") && line.find('\n') == std::string_view::npos;
  if (comment && shape_) {
    text_ += shape_(std::string(line));
  } else {
    text_ += line;
  }
  text_ += '\n';
}

void ScriptText::DigestLine(std::string_view before, std::size_t digits, std::string_view after) {
  text_ += before;
  digests_.emplace_back(text_.size(), digits);
  text_.append(digits, '0');
  Line(after);
}

void ScriptText::EndString() {
  std::string quoted;
  std::size_t added = 0;
  std::size_t next = 0;  // of the digests, which stand in the order of their offsets
  while (next < digests_.size() && digests_[next].first < string_) ++next;
  for (std::size_t i = string_; i < text_.size(); ++i) {
    while (next < digests_.size() && digests_[next].first == i) digests_[next++].first += added;
    quoted += text_[i];
    if (text_[i] != '\'') continue;
    quoted += '\'';
    ++added;
  }
  text_.replace(string_, std::string::npos, quoted);
}

std::string ScriptText::Finish() && {
  const std::string digest = ScriptDigest(text_);
  for (const auto& [offset, digits] : digests_) text_.replace(offset, digits, digest, 0, digits);
  return std::move(text_);
}

std::string OneLine(std::string_view text) {
  const auto plain = [](char c) { return c >= ' ' && c < 0x7F; };
  if (std::all_of(text.begin(), text.end(), plain)) return std::string(text);
  std::string line;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '\r' && text.substr(i + 1).starts_with('\n')) continue;
    if (byte == '\n' || byte == '\r' || byte == '\t') {
      line += ' ';
    } else if (byte < 0x20 || byte == 0x7F) {
      line += fmt::format("<U+{:04X}>", byte);
    } else if (const std::uint32_t code = byte < 0x80 ? 0 : UnsafeAt(text.substr(i)); code != 0) {
      line += fmt::format("<U+{:04X}>", code);
      i += Utf8(code).size() - 1;
    } else {
      line += text[i];
    }
  }
  return line;
}

}  // namespace migc::script
