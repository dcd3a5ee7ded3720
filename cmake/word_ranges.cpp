// Writes the code points that the lexer of grammar/MigcLexer.g4 takes for a part of a word, as a C++ table: migc reads that instead
// of the lexer, whose start alone takes longer than many a run of migc.
//   migc_word_ranges > word_ranges.h
#include <MigcLexer.h>

#include <algorithm>
#include <cstdio>

int main() {
  const migc::generated::MigcLexer lexer(nullptr);
  const std::vector<std::string>& rules = lexer.getRuleNames();
  const auto rule = std::find(rules.begin(), rules.end(), "WordStart");
  if (rule == rules.end()) return 1;
  const antlr4::atn::ATNState* state = lexer.getATN().ruleToStartState[static_cast<std::size_t>(rule - rules.begin())];
  while (state->transitions[0]->isEpsilon()) state = state->transitions[0]->target;
  const antlr4::misc::IntervalSet label = state->transitions[0]->label();  // by value: its intervals go with it
  std::vector<antlr4::misc::Interval> ranges = label.getIntervals();
  std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) { return a.a < b.a; });
  std::puts("// Made by cmake/word_ranges.cpp from grammar/MigcLexer.g4: first and last code point of each range, in order.");
  std::puts("#pragma once\n\n#include <cstdint>\n#include <utility>\n");
  std::puts("namespace migc::parse {\n");
  std::puts("inline constexpr std::pair<std::uint32_t, std::uint32_t> kWordRanges[] = {");
  for (const antlr4::misc::Interval& range : ranges) std::printf("    {%zd, %zd},\n", range.a, range.b);
  std::puts("};\n\n}  // namespace migc::parse");
  return std::fflush(stdout) == 0 ? 0 : 1;
}
