#include "parse/word_characters.h"

#include <MigcLexer.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "migc/base/check.h"
#include "migc/base/text.h"

namespace migc::parse {

namespace {

using generated::MigcLexer;
using Range = std::pair<std::uint32_t, std::uint32_t>;

// The grammar is asked, so that there is one place that says what a word is made of.
std::vector<Range> ReadRanges() {
  const MigcLexer lexer(nullptr);
  const std::vector<std::string>& rules = lexer.getRuleNames();
  const auto rule = static_cast<std::size_t>(std::find(rules.begin(), rules.end(), "WordStart") - rules.begin());
  CHECK(rule < rules.size());
  const antlr4::atn::ATNState* state = lexer.getATN().ruleToStartState[rule];
  while (state->transitions[0]->isEpsilon()) state = state->transitions[0]->target;
  std::vector<Range> ranges;
  const antlr4::misc::IntervalSet label = state->transitions[0]->label();  // by value: its intervals go with it
  for (const antlr4::misc::Interval& interval : label.getIntervals()) {
    ranges.emplace_back(static_cast<std::uint32_t>(interval.a), static_cast<std::uint32_t>(interval.b));
  }
  std::sort(ranges.begin(), ranges.end());
  return ranges;
}

constexpr std::size_t kLongestKeyword = 16;

// From the grammar's token names: ACTION … ZONE, where NULL_ and CHECK_ have a sign more than the word.
std::unordered_map<std::string, std::size_t> ReadKeywords() {
  const MigcLexer lexer(nullptr);
  std::unordered_map<std::string, std::size_t> keywords;
  for (std::size_t kind = MigcLexer::ACTION; kind <= MigcLexer::ZONE; ++kind) {
    std::string word = base::LowerAscii(lexer.getVocabulary().getSymbolicName(kind));
    if (word.ends_with('_')) word.pop_back();
    CHECK(word.size() <= kLongestKeyword);
    keywords.emplace(std::move(word), kind);
  }
  return keywords;
}

}  // namespace

bool IsWordCharacter(std::uint32_t code_point) {
  static const std::vector<Range> ranges = ReadRanges();
  auto after = std::upper_bound(ranges.begin(), ranges.end(), code_point,
                                [](std::uint32_t value, const Range& range) { return value < range.first; });
  return after != ranges.begin() && code_point <= std::prev(after)->second;
}

std::size_t KeywordKind(std::string_view word) {
  static const std::unordered_map<std::string, std::size_t> keywords = ReadKeywords();
  if (word.size() > kLongestKeyword) return 0;
  const auto found = keywords.find(base::LowerAscii(word));
  return found == keywords.end() ? 0 : found->second;
}

}  // namespace migc::parse
