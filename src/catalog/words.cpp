#include "catalog/words.h"

#include <algorithm>

#include "migc/base/text.h"

namespace migc::catalog {
namespace {

bool IsWordCharacter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || byte >= 0x80;
}

}  // namespace

std::set<std::string> WordsOf(std::string_view text) {
  std::set<std::string> words;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && IsWordCharacter(text[end])) ++end;
    if (end > begin) words.insert(base::LowerAscii(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return words;
}

bool IsWord(std::string_view name) { return !name.empty() && std::all_of(name.begin(), name.end(), IsWordCharacter); }

bool Mentions(std::string_view text, std::string_view name) {
  if (name.empty()) return false;
  const std::string folded = base::LowerAscii(text);
  const std::string wanted = base::LowerAscii(name);
  for (std::size_t at = folded.find(wanted); at != std::string::npos; at = folded.find(wanted, at + 1)) {
    const std::size_t end = at + wanted.size();
    const bool starts = at == 0 || !IsWordCharacter(folded[at - 1]) || !IsWordCharacter(wanted.front());
    const bool ends = end == folded.size() || !IsWordCharacter(folded[end]) || !IsWordCharacter(wanted.back());
    if (starts && ends) return true;
  }
  return false;
}

std::string WithoutStrings(std::string_view text) {
  std::string rest;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view ahead = text.substr(at);
    std::string_view end = ahead.starts_with("--") ? "\n" : ahead.starts_with("/*") ? "*/" : ahead.starts_with('\'') ? "'" : "";
    if (end.empty()) {
      rest += text[at++];
      continue;
    }
    // A doubled quotation mark ends one string and begins another.
    const std::size_t close = text.find(end, at + (end == "*/" ? 2 : 1));
    at = close == std::string_view::npos ? text.size() : close + end.size();
    rest += ' ';
  }
  return rest;
}

}  // namespace migc::catalog
