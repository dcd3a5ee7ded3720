#include "script/sqlite3_lexis.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "migc/base/text.h"

namespace migc::script {
namespace {

bool IsBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool IsWord(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kReturn = "' || char(13) || '";

// 'a' || char(13) || '
// b'
std::string AsSum(std::string_view literal) {
  std::string text(literal);
  for (std::size_t at = text.find(kLineEnd); at != std::string::npos; at = text.find(kLineEnd, at + kReturn.size())) {
    text.replace(at, 1, kReturn);
  }
  return text;
}

// ADD COLUMN takes no default but a constant one, which a sum is not; and a schema says the same thing in one way.
std::string AsBytes(std::string_view literal) {
  std::string text = "CAST(x'";
  for (std::size_t i = 1; i + 1 < literal.size(); ++i) {
    text += fmt::format("{:02X}", static_cast<unsigned char>(literal[i]));
    if (literal[i] == '\'') ++i;
  }
  return text + "' AS TEXT)";
}

class Scanner {
 public:
  explicit Scanner(std::string_view sql) : sql_(sql) {}

  Sqlite3Scan Run() {
    while (at_ < sql_.size() && scan_.unfinished.empty()) Token();
    if (scan_.unfinished.empty() && trigger_ && !(after_semicolon_ && ended_)) scan_.unfinished = "a trigger";
    scan_.text += sql_.substr(copied_);
    return std::move(scan_);
  }

 private:
  char Peek(std::size_t ahead = 0) const { return at_ + ahead < sql_.size() ? sql_[at_ + ahead] : '\0'; }
  bool AtLineStart() const { return at_ == 0 || sql_[at_ - 1] == '\n'; }

  void TakeThrough(std::size_t from, std::string_view end, std::string_view what) {
    const std::size_t found = sql_.find(end, at_ + from);
    if (found == std::string_view::npos) scan_.unfinished = what;
    at_ = found == std::string_view::npos ? sql_.size() : found + end.size();
  }

  void Token() {
    if (AtLineStart()) NoteLine();
    const char c = Peek();
    scan_.ends_in_line_comment = false;
    if (IsBlank(c)) return Skip(1);
    if (c == '-' && Peek(1) == '-') return LineComment();
    if (c == '/' && Peek(1) == '*') return TakeThrough(2, "*/", "a comment");
    if (c == ';') return Semicolon();
    if (c == '?' || ((c == ':' || c == '@' || c == '$') && IsWord(Peek(1)))) return Parameter();
    if (c == '\'') return String();
    if (c == '"') return Quoted("\"", "a quoted name");
    if (c == '`') return Quoted("`", "a quoted name");
    if (c == '[') return Quoted("]", "a quoted name");
    if (IsWord(c)) return Word();
    Significant();
    Skip(1);
  }

  void Skip(std::size_t count) { at_ += count; }

  void Significant() {
    started_ = true;
    ended_ = false;
    after_semicolon_ = false;
    ++words_;
  }

  void Quoted(std::string_view end, std::string_view what) {
    const std::size_t begin = at_;
    Significant();
    TakeThrough(1, end, what);
    if (sql_.substr(begin, at_ - begin).find(kLineEnd) != std::string_view::npos) scan_.name_loses_return = true;
  }

  void String() {
    const std::size_t begin = at_;
    Significant();
    do {
      TakeThrough(1, "'", "a string");
    } while (Peek() == '\'' && scan_.unfinished.empty());
    const std::string_view literal = sql_.substr(begin, at_ - begin);
    if (literal.find(kLineEnd) == std::string_view::npos) return;
    scan_.text += sql_.substr(copied_, begin - copied_);
    scan_.text += "(" + (defines_ ? AsBytes(literal) : AsSum(literal)) + ")";
    copied_ = at_;
  }

  void LineComment() {
    const std::size_t end = sql_.find('\n', at_);
    scan_.ends_in_line_comment = end == std::string_view::npos;
    at_ = std::min(end, sql_.size());
  }

  // In a trigger, and only there, `;` ends the statement just after `; END`.
  void Semicolon() {
    if (!trigger_ && !scan_.end) scan_.end = at_;
    if (trigger_ && ended_ && !scan_.end) scan_.end = at_;
    after_semicolon_ = true;
    ended_ = false;
    Skip(1);
  }

  void Parameter() {
    std::size_t end = at_ + 1;
    while (end < sql_.size() && IsWord(sql_[end])) ++end;
    if (scan_.parameter.empty()) {
      scan_.parameter = sql_.substr(at_, end - at_);
      scan_.parameter_at = at_;
    }
    Significant();
    at_ = end;
  }

  void Word() {
    std::size_t end = at_;
    while (end < sql_.size() && IsWord(sql_[end])) ++end;
    const std::string word = base::LowerAscii(sql_.substr(at_, end - at_));
    const bool ends = trigger_ && after_semicolon_ && word == "end";
    if (words_ == 0) create_ = word == "create";
    if (words_ == 0) defines_ = create_ || word == "alter";
    const bool temporary = words_ == 1 && (word == "temp" || word == "temporary");
    if (words_ == 1 && create_ && word == "trigger") trigger_ = true;
    Significant();
    if (temporary) words_ = 1;
    if (ends) {
      ended_ = true;
      after_semicolon_ = true;
    }
    at_ = end;
  }

  // The shell reads line by line: it looks for a command of its own where no statement has begun, and takes a line of `/` or `go`
  // for a terminator where the statement could end.
  void NoteLine() {
    if (scan_.command) return;
    std::string_view line = sql_.substr(at_, std::min(sql_.find('\n', at_), sql_.size()) - at_);
    if (!started_ && (line.starts_with('.') || line.starts_with('#'))) scan_.command = at_;
    if (trigger_ || !started_) return;
    while (!line.empty() && IsBlank(line.front())) line.remove_prefix(1);
    const bool slash = line.starts_with('/') && !line.starts_with("/*");
    if (!slash && base::LowerAscii(line.substr(0, 2)) != "go") return;
    line.remove_prefix(slash ? 1 : 2);
    while (!line.empty() && IsBlank(line.front())) line.remove_prefix(1);
    // A comment behind it makes no difference to the shell.
    if (line.empty() || line.starts_with("--") || line.starts_with("/*")) scan_.command = at_;
  }

  std::string_view sql_;
  std::size_t at_ = 0;
  std::size_t copied_ = 0;  // what stands before it is in scan_.text
  std::size_t words_ = 0;
  bool started_ = false;
  bool create_ = false;
  bool defines_ = false;  // the schema, not data
  bool trigger_ = false;
  bool after_semicolon_ = false;
  bool ended_ = false;
  Sqlite3Scan scan_;
};

}  // namespace

Sqlite3Scan ScanForSqlite3(std::string_view sql) { return Scanner(sql).Run(); }

}  // namespace migc::script
