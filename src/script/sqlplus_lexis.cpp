#include "script/sqlplus_lexis.h"

#include <vector>

#include "migc/base/text.h"

namespace migc::script {
namespace {

// SP2-0027 from 2,500 on.
constexpr std::size_t kLongestLine = 2499;

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsBlank(text.back())) text.remove_suffix(1);
  return text;
}

// After comments and opening parentheses.
std::vector<std::string> FirstWords(std::string_view sql, std::size_t most) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at < sql.size() && words.size() < most) {
    if (IsBlank(sql[at]) || sql[at] == '(') {
      ++at;
    } else if (sql.substr(at).starts_with("--")) {
      at = std::min(sql.find('\n', at), sql.size());
    } else if (sql.substr(at).starts_with("/*")) {
      const std::size_t end = sql.find("*/", at + 2);
      at = end == std::string_view::npos ? sql.size() : end + 2;
    } else if (IsLetter(sql[at])) {
      std::size_t end = at;
      while (end < sql.size() && (IsLetter(sql[end]) || sql[end] == '_')) ++end;
      words.push_back(base::UpperAscii(sql.substr(at, end - at)));
      at = end;
    } else {
      break;
    }
  }
  words.resize(most);
  return words;
}

}  // namespace

SqlplusKind SqlplusKindOf(std::string_view sql) {
  const std::vector<std::string> words = FirstWords(sql, 2);
  const std::string& first = words[0];
  if (first == "SELECT" || first == "WITH") return SqlplusKind::kQuery;
  if (first == "ALTER" && words[1] == "SESSION") return SqlplusKind::kSession;
  if (first == "SET" && (words[1] == "ROLE" || words[1] == "CONSTRAINT" || words[1] == "CONSTRAINTS")) return SqlplusKind::kSession;
  if (first == "INSERT" || first == "UPDATE" || first == "DELETE" || first == "MERGE") return SqlplusKind::kData;
  return SqlplusKind::kOther;
}

std::string_view SqlplusFault(std::string_view sql) {
  std::size_t begin = 0;
  while (begin <= sql.size()) {
    const std::size_t end = std::min(sql.find('\n', begin), sql.size());
    const std::string_view whole = sql.substr(begin, end - begin);
    const std::string_view line = Trimmed(whole);
    if (whole.size() > kLongestLine) return "a line of 2,500 bytes or more";
    if (line.ends_with(';')) return "a line that ends in `;`";
    if (line.ends_with('-')) return "a line that ends in `-`";
    if (line == "/" || line == ".") return "a line of only `/` or `.`";
    if (line.starts_with('#') || line.starts_with('@')) return "a line that starts with `#` or `@`";
    begin = end + 1;
  }
  return {};
}

std::string SqlplusLine(std::string line) {
  const std::string_view trimmed = Trimmed(line);
  if (trimmed.ends_with('-') && trimmed != "--") line += " .";
  if (line.size() <= kLongestLine) return line;
  return std::string(base::ClipUtf8(line, kLongestLine - 4)) + " …";
}

}  // namespace migc::script
