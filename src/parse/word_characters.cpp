#include "parse/word_characters.h"

#include <MigcParser.h>
#include <word_ranges.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "migc/base/check.h"
#include "migc/base/text.h"

namespace migc::parse {

namespace {

using Grammar = generated::MigcParser;

constexpr std::size_t kLongestKeyword = 16;

// From the grammar's token names: ACTION … ZONE, where NULL_ and CHECK_ have a sign more than the word.
std::unordered_map<std::string, std::size_t> ReadKeywords() {
  const Grammar parser(nullptr);
  std::unordered_map<std::string, std::size_t> keywords;
  for (std::size_t kind = Grammar::ACTION; kind <= Grammar::ZONE; ++kind) {
    std::string word = base::LowerAscii(parser.getVocabulary().getSymbolicName(kind));
    if (word.ends_with('_')) word.pop_back();
    CHECK(word.size() <= kLongestKeyword);
    keywords.emplace(std::move(word), kind);
  }
  return keywords;
}

}  // namespace

bool IsWordCharacter(std::uint32_t code_point) {
  const auto* after = std::upper_bound(std::begin(kWordRanges), std::end(kWordRanges), code_point,
                                       [](std::uint32_t value, const auto& range) { return value < range.first; });
  return after != std::begin(kWordRanges) && code_point <= std::prev(after)->second;
}

std::size_t KeywordKind(std::string_view word) {
  static const std::unordered_map<std::string, std::size_t> keywords = ReadKeywords();
  if (word.size() > kLongestKeyword) return 0;
  const auto found = keywords.find(base::LowerAscii(word));
  return found == keywords.end() ? 0 : found->second;
}

}  // namespace migc::parse
