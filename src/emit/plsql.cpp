#include "migc/emit/plsql.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "migc/base/text.h"

namespace migc::emit {
namespace {

constexpr std::size_t kLongestLine = 2000;
constexpr std::size_t kLongestVarchar = 30000;

bool IsControl(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t') || byte == 0x7F;
}

std::string_view Trimmed(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t") + 1 - begin);
}

bool IsSafeLine(std::string_view line) {
  const std::string_view trimmed = Trimmed(line);
  if (line.size() > kLongestLine || trimmed == "/" || trimmed == ".") return false;
  if (trimmed.ends_with('-') || trimmed.starts_with('#')) return false;
  for (const char c : line) {
    if (IsControl(c)) return false;
  }
  return true;
}

std::vector<std::string_view> LinesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', begin)) {
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  lines.push_back(text.substr(begin));
  return lines;
}

// 'it''s' || CHR(9): the parts of one line, as short as a line of the script may be.
void AddParts(std::string_view line, std::vector<std::string>& parts) {
  std::string part;
  const auto finish = [&] {
    if (!part.empty()) parts.push_back("'" + part + "'");
    part.clear();
  };
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (IsControl(line[i])) {
      finish();
      parts.push_back(fmt::format("CHR({})", static_cast<int>(line[i])));
      continue;
    }
    // Not between the bytes of one character.
    const bool starts_character = (static_cast<unsigned char>(line[i]) & 0xC0U) != 0x80U;
    if (starts_character && part.size() >= kLongestLine) finish();
    if (line[i] == '\'') part += '\'';
    part += line[i];
  }
  finish();
}

std::string LineByLine(std::string_view text, bool large) {
  std::vector<std::string> parts;
  const std::vector<std::string_view> lines = LinesOf(text);
  std::string result = large ? "TO_CLOB('')" : "";
  std::size_t open = 0;  // bytes of the line of the script
  const auto add = [&](const std::string& part) {
    const bool first = result.empty();
    const bool new_line = !first && (part.starts_with("'") || open > kLongestLine);
    result += first ? "" : new_line ? " ||\n" : " || ";
    if (new_line) open = 0;
    result += part;
    open += part.size();
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    parts.clear();
    AddParts(lines[i], parts);
    for (const std::string& part : parts) add(part);
    if (i + 1 < lines.size()) add("CHR(10)");
  }
  return result.empty() ? "''" : result;
}

// TO_CLOB(q'[…]') || TO_CLOB(q'[…]'): as many whole lines in each as a literal takes.
std::string InChunks(const std::vector<std::string_view>& lines) {
  constexpr std::size_t kLongestChunk = 20000;
  std::string result;
  std::string chunk;
  const auto finish = [&] {
    result += fmt::format("{}TO_CLOB({})", result.empty() ? "" : " ||\n", QuoteForPlSql(chunk));
    chunk.clear();
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (chunk.size() + lines[i].size() > kLongestChunk) finish();
    chunk += lines[i];
    if (i + 1 < lines.size()) chunk += '\n';
  }
  finish();
  return result;
}

}  // namespace

std::string QuoteForPlSql(std::string_view text) {
  constexpr std::string_view kOpening = "[{(<!~^|";
  constexpr std::string_view kClosing = "]})>!~^|";
  for (std::size_t i = 0; i < kOpening.size(); ++i) {
    if (text.find(std::string{kClosing[i], '\''}) != std::string_view::npos) continue;
    return fmt::format("q'{}{}{}'", kOpening[i], text, kClosing[i]);
  }
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'') quoted += c;
    quoted += c;
  }
  return quoted + "'";
}

std::string PlSqlString(std::string_view text) { return LineByLine(text, text.size() > kLongestVarchar); }

std::string PlSqlText(std::string_view text) {
  const std::vector<std::string_view> lines = LinesOf(text);
  const bool safe = !text.empty() && std::ranges::all_of(lines, IsSafeLine);
  const bool large = text.size() > kLongestVarchar;
  if (!safe) return LineByLine(text, large);
  return large ? InChunks(lines) : QuoteForPlSql(text);
}

}  // namespace migc::emit
