// A second reading of how SQL*Plus cuts a file into commands, statements and blocks, and of what a PL/SQL literal says, written
// apart from src/script for its tests. It knows no strings, as SQL*Plus does not: it looks at lines.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace migc::script::testing {

struct SqlplusPart {
  enum class Kind { kCommand, kSql, kBlock, kFault };
  Kind kind;
  std::string text;
};

inline std::string StripLine(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return std::string(line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin));
}

inline std::vector<SqlplusPart> SplitAsSqlplus(const std::string& script) {
  using Kind = SqlplusPart::Kind;
  std::vector<SqlplusPart> parts;
  std::istringstream lines(script);
  std::string current;
  bool block = false;
  const auto starts = [](const std::string& word, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view one) { return word.starts_with(one); });
  };
  for (std::string line; std::getline(lines, line);) {
    const std::string word = StripLine(line);
    if (line.size() > 2499) parts.push_back({Kind::kFault, "long: " + line.substr(0, 40)});
    if (word.ends_with('-') && word != "--") parts.push_back({Kind::kFault, "goes on: " + word});
    if (current.empty()) {
      if (word.empty() || word.starts_with("--")) continue;
      if (starts(word, {"SET ", "WHENEVER ", "PROMPT", "VARIABLE ", "EXIT", "@", "#", "HOST", "!"})) {
        parts.push_back({Kind::kCommand, word});
        continue;
      }
      block = starts(word, {"DECLARE", "BEGIN"});
    }
    if (word == "." || (!current.empty() && word.starts_with("#"))) parts.push_back({Kind::kFault, word});
    if (word == "/") {
      parts.push_back({block ? Kind::kBlock : Kind::kSql, current});
      current.clear();
    } else if (!block && word.ends_with(';')) {
      parts.push_back({Kind::kSql, current + line.substr(0, line.rfind(';'))});
      current.clear();
    } else {
      current += line + "\n";
    }
  }
  if (!StripLine(current).empty()) parts.push_back({Kind::kFault, "unfinished: " + current});
  return parts;
}

// The value of `'…' || CHR(10) || q'[…]'` and the like at `at`, which is moved behind it.
inline std::optional<std::string> PlSqlValue(const std::string& text, std::size_t& at) {
  std::string value;
  const auto blank = [&] { at = std::min(text.find_first_not_of(" \n", at), text.size()); };
  while (true) {
    blank();
    if (text.compare(at, 4, "CHR(") == 0) {
      value += static_cast<char>(std::atoi(text.c_str() + at + 4));
      at = text.find(')', at) + 1;
    } else if (text.compare(at, 8, "TO_CLOB(") == 0) {
      at += 8;
      const std::optional<std::string> inner = PlSqlValue(text, at);
      if (!inner || text[at] != ')') return std::nullopt;
      value += *inner;
      ++at;
    } else if (text.compare(at, 2, "q'") == 0) {
      const std::size_t pair = std::string("[{(<").find(text[at + 2]);
      const char close = pair == std::string::npos ? text[at + 2] : "]})>"[pair];
      const std::size_t end = text.find(std::string{close, '\''}, at + 3);
      if (end == std::string::npos) return std::nullopt;
      value += text.substr(at + 3, end - at - 3);
      at = end + 2;
    } else if (text[at] == '\'') {
      for (++at; at < text.size(); ++at) {
        if (text[at] != '\'') {
          value += text[at];
        } else if (text[at + 1] == '\'') {
          value += text[at++];
        } else {
          break;
        }
      }
      ++at;
    } else {
      return std::nullopt;
    }
    const std::size_t here = at;
    blank();
    if (text.compare(at, 2, "||") != 0) {
      at = here;
      return value;
    }
    at += 2;
  }
}

// The statements that the steps of the ledger run, with their probes.
inline std::vector<std::pair<std::string, std::string>> StepsOf(const std::vector<SqlplusPart>& parts) {
  std::vector<std::pair<std::string, std::string>> steps;
  constexpr std::string_view kCall = "EXECUTE IMMEDIATE :migc_step USING ";
  for (const SqlplusPart& part : parts) {
    const std::size_t call = part.text.find(kCall);
    if (part.kind != SqlplusPart::Kind::kBlock || call == std::string::npos) continue;
    std::size_t at = part.text.find(",\n", call) + 2;
    const std::optional<std::string> statement = PlSqlValue(part.text, at);
    at = part.text.find(',', at) + 1;
    const std::optional<std::string> probe = PlSqlValue(part.text, at);
    steps.emplace_back(statement.value_or("<unreadable>"), probe.value_or("<unreadable>"));
  }
  return steps;
}

}  // namespace migc::script::testing
