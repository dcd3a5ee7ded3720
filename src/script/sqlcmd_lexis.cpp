#include "script/sqlcmd_lexis.h"

#include <algorithm>
#include <array>
#include <vector>

#include "migc/base/text.h"

namespace migc::script {
namespace {

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool IsWord(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '@' || c == '#' ||
         c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view Trimmed(std::string_view line) {
  while (!line.empty() && IsBlank(line.front())) line.remove_prefix(1);
  while (!line.empty() && IsBlank(line.back())) line.remove_suffix(1);
  return line;
}

bool IsNumber(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// True for a line that sqlcmd reads as a command of its own.
bool IsCommand(std::string_view whole) {
  const std::string_view line = Trimmed(whole);
  if (line.starts_with("!!")) return true;
  // `:r file`, `:setvar`, `:on error`; `::` and `:=` are none.
  if (line.starts_with(':') && line.size() > 1 && IsWord(line[1])) return true;
  std::size_t end = 0;
  while (end < line.size() && IsWord(line[end])) ++end;
  const std::string word = base::LowerAscii(line.substr(0, end));
  const std::string_view rest = Trimmed(line.substr(end));
  if (word == "go") return rest.empty() || rest.starts_with("--") || rest.starts_with("/*") || IsNumber(rest);
  if (word == "exit") return rest.empty() || rest.starts_with('(');
  return (word == "quit" || word == "reset" || word == "ed" || word == "list") && rest.empty();
}

// Offsets at which a text must be cut: inside `$(`, inside the word of a command, behind a backslash that ends a line.
std::vector<std::size_t> Cuts(std::string_view text, bool starts_line) {
  std::vector<std::size_t> cuts;
  bool line_start = starts_line;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (line_start) {
      const std::string_view line = text.substr(i, std::min(text.find('\n', i), text.size()) - i);
      // Behind its first letter.
      if (IsCommand(line)) cuts.push_back(i + line.find(Trimmed(line)) + 1);
    }
    line_start = text[i] == '\n';
    if (text[i] == '$' && text.substr(i + 1).starts_with('(')) cuts.push_back(i + 1);
    if (text[i] != '\\') continue;
    const std::string_view rest = text.substr(i + 1);
    if (rest.starts_with('\n') || rest.starts_with('\r')) cuts.push_back(i + 1);
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

std::string Quoted(std::string_view text) {
  std::string literal = "N'";
  for (const char c : text) {
    literal += c;
    if (c == '\'') literal += c;
  }
  return literal + "'";
}

// N'…' + N'…'
std::string Sum(std::string_view text, const std::vector<std::size_t>& cuts) {
  std::string sum;
  std::size_t begin = 0;
  for (const std::size_t cut : cuts) {
    sum += Quoted(text.substr(begin, cut - begin)) + " + ";
    begin = cut;
  }
  return sum + Quoted(text.substr(begin));
}

class Scanner {
 public:
  explicit Scanner(std::string_view sql) : sql_(sql) {}

  SqlcmdScan Run() {
    while (at_ < sql_.size() && scan_.unfinished.empty()) Token();
    const bool has_hazard = hazard_ || (scan_.unfinished.empty() && HasHazardInLines());
    scan_.text = std::string(sql_);
    scan_.first_in_batch = IsModule();
    if (has_hazard && !scan_.command && scan_.variable.empty()) {
      scan_.text = "EXEC (" + Sum(sql_, Cuts(sql_, true)) + ")";
      scan_.ends_in_line_comment = false;
      scan_.first_in_batch = false;
    }
    return std::move(scan_);
  }

 private:
  char Peek(std::size_t ahead = 0) const { return at_ + ahead < sql_.size() ? sql_[at_ + ahead] : '\0'; }

  void Token() {
    const char c = Peek();
    scan_.ends_in_line_comment = false;
    if (c == '-' && Peek(1) == '-') {
      const std::size_t end = sql_.find('\n', at_);
      scan_.ends_in_line_comment = end == std::string_view::npos;
      return Hold(std::min(end, sql_.size()));
    }
    if (c == '/' && Peek(1) == '*') return Comment();
    if (c == '\'') return Quote('\'', "a string");
    if (c == '"') return Quote('"', "a quoted name");
    if (c == '[') return Quote(']', "a quoted name");
    if (IsWord(c)) return Word();
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') NoteCode();
    ++at_;
  }

  // Up to `end` it is no code.
  void Hold(std::size_t end) {
    const std::string_view held = sql_.substr(at_, end - at_);
    if (held.find("$(") != std::string_view::npos) hazard_ = true;
    at_ = end;
  }

  void Comment() {
    std::size_t end = at_;
    int depth = 0;
    do {
      if (sql_.substr(end).starts_with("/*")) {
        ++depth;
        end += 2;
      } else if (sql_.substr(end).starts_with("*/")) {
        --depth;
        end += 2;
      } else {
        ++end;
      }
    } while (depth > 0 && end < sql_.size());
    if (depth > 0) scan_.unfinished = "a comment";
    Hold(std::min(end, sql_.size()));
  }

  void Quote(char close, std::string_view what) {
    NoteCode();
    std::size_t end = at_ + 1;
    for (;;) {
      end = sql_.find(close, end);
      if (end == std::string_view::npos) {
        scan_.unfinished = what;
        at_ = sql_.size();
        return;
      }
      ++end;
      if (end == sql_.size() || sql_[end] != close) break;
      ++end;
    }
    Hold(end);
  }

  void Word() {
    NoteCode();
    std::size_t end = at_;
    while (end < sql_.size() && IsWord(sql_[end])) ++end;
    const std::string_view word = sql_.substr(at_, end - at_);
    if (words_.size() < 5) words_.push_back(base::UpperAscii(word));
    if (word.ends_with('$') && sql_.substr(end).starts_with('(') && scan_.variable.empty()) {
      scan_.variable = "$" + std::string(sql_.substr(end, std::min(sql_.find(')', end), sql_.size() - 1) + 1 - end));
    }
    at_ = end;
  }

  // Code begins here; is it the first of a line that sqlcmd takes?
  void NoteCode() {
    const std::size_t start = sql_.rfind('\n', at_ == 0 ? 0 : at_ - 1);
    const std::size_t line_start = at_ == 0 || start == std::string_view::npos ? 0 : start + 1;
    if (at_ > 0 && sql_[at_ - 1] == '\n') return NoteLine(at_);
    if (Trimmed(sql_.substr(line_start, at_ - line_start)).empty()) NoteLine(line_start);
  }
  void NoteLine(std::size_t begin) {
    if (scan_.command || begin == noted_) return;
    noted_ = begin;
    if (IsCommand(sql_.substr(begin, std::min(sql_.find('\n', begin), sql_.size()) - begin))) scan_.command = begin;
  }

  // A command line that is a part of a string, a name or a comment.
  bool HasHazardInLines() const {
    std::size_t begin = 0;
    while (begin < sql_.size()) {
      const std::size_t end = std::min(sql_.find('\n', begin), sql_.size());
      if (IsCommand(sql_.substr(begin, end - begin))) return true;
      begin = end + 1;
    }
    return false;
  }

  bool IsModule() const {
    constexpr std::array<std::string_view, 5> kModules = {"VIEW", "PROCEDURE", "PROC", "FUNCTION", "TRIGGER"};
    if (words_.size() < 2 || (words_[0] != "CREATE" && words_[0] != "ALTER")) return false;
    return std::find(kModules.begin(), kModules.end(), words_[1]) != kModules.end();
  }

  std::string_view sql_;
  std::size_t at_ = 0;
  std::size_t noted_ = std::string_view::npos;
  bool hazard_ = false;
  std::vector<std::string> words_;
  SqlcmdScan scan_;
};

}  // namespace

SqlcmdScan ScanForSqlcmd(std::string_view sql) { return Scanner(sql).Run(); }

std::string SqlcmdLiteral(std::string_view text) { return Sum(text, Cuts(text, false)); }

}  // namespace migc::script
