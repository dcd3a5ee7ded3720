#include "migc/base/words.h"

#include <utility>

namespace migc::base {
namespace {

constexpr std::string_view kDigits = "0123456789ABCDEF";

bool IsAlphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

}  // namespace

std::string EncodeWord(std::string_view text, std::string_view plain) {
  std::string word;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool dash = c == '-' && i + 1 < text.size();
    if (IsAlphanumeric(c) || dash || (c != '-' && plain.find(c) != std::string_view::npos)) {
      word += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      word.append(1, '%').append(1, kDigits[byte >> 4U]).append(1, kDigits[byte & 15U]);
    }
  }
  return word;
}

std::optional<std::string> DecodeWord(std::string_view word) {
  std::string text;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] != '%') {
      text += word[i];
      continue;
    }
    if (i + 2 >= word.size()) return std::nullopt;
    const std::size_t high = kDigits.find(word[i + 1]);
    const std::size_t low = kDigits.find(word[i + 2]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    text += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return text;
}

std::vector<std::string> WrapWords(const std::vector<std::string>& words, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  for (std::string_view word : words) {
    if (!line.empty() && line.size() + 1 + word.size() > width) lines.push_back(std::exchange(line, ""));
    if (!line.empty()) line += ' ';
    while (word.size() > width) {
      lines.push_back(std::string(word.substr(0, width - 1)) + '%');
      word.remove_prefix(width - 1);
    }
    line += word;
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

std::vector<std::string> UnwrapWords(const std::vector<std::string_view>& lines) {
  std::vector<std::string> words;
  std::string word;
  for (const std::string_view line : lines) {
    const bool cut = line.ends_with('%');
    for (const char c : line.substr(0, line.size() - (cut ? 1 : 0))) {
      if (c != ' ') {
        word += c;
      } else if (!word.empty()) {
        words.push_back(std::exchange(word, ""));
      }
    }
    if (!cut && !word.empty()) words.push_back(std::exchange(word, ""));
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

}  // namespace migc::base
