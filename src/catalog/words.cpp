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

}  // namespace migc::catalog
