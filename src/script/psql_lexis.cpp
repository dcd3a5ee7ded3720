#include "script/psql_lexis.h"

#include <array>

#include "migc/base/text.h"

namespace migc::script {
namespace {

bool IsBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool StartsName(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool ContinuesName(char c) { return StartsName(c) || IsDigit(c) || c == '$'; }
bool NamesVariable(char c) { return StartsName(c) || IsDigit(c); }

class Scanner {
 public:
  Scanner(std::string_view sql, bool backslashes) : sql_(sql), backslashes_(backslashes) {}

  PsqlScan Run() {
    while (at_ < sql_.size() && scan_.unfinished.empty()) Token();
    if (scan_.unfinished.empty() && parentheses_ > 0) scan_.unfinished = "a parenthesis";
    if (scan_.unfinished.empty() && blocks_ > 0) scan_.unfinished = "BEGIN ATOMIC";
    return std::move(scan_);
  }

 private:
  char Peek(std::size_t ahead = 0) const { return at_ + ahead < sql_.size() ? sql_[at_ + ahead] : '\0'; }

  void Take(std::size_t count) {
    scan_.text += sql_.substr(at_, count);
    at_ += count;
  }

  // Everything up to and with the next `end`, from `from` characters ahead.
  void TakeThrough(std::size_t from, std::string_view end, std::string_view what) {
    const std::size_t found = sql_.find(end, at_ + from);
    if (found == std::string_view::npos) scan_.unfinished = what;
    Take(found == std::string_view::npos ? sql_.size() - at_ : found + end.size() - at_);
  }

  void Token() {
    const char c = Peek();
    scan_.ends_in_line_comment = false;
    if (c == '-' && Peek(1) == '-') return LineComment();
    if (c == '/' && Peek(1) == '*') return BlockComment();
    if (c == '\'') return String(backslashes_);
    if (c == '"') return TakeThrough(1, "\"", "a quoted name");
    if (c == '$') return Dollar();
    if (c == ':') return Colon();
    if (c == '\\') return Backslash();
    if (StartsName(c)) return Word();
    if (IsDigit(c)) return Number();
    if (c == '(') ++parentheses_;
    if (c == ')' && parentheses_ > 0) --parentheses_;
    if (c == ';' && parentheses_ == 0 && blocks_ == 0 && !scan_.end) scan_.end = at_;
    if (!IsBlank(c)) last_word_.clear();
    Take(1);
  }

  void LineComment() {
    const std::size_t end = sql_.find_first_of("\r\n", at_);
    scan_.ends_in_line_comment = end == std::string_view::npos;
    Take((end == std::string_view::npos ? sql_.size() : end) - at_);
  }

  void BlockComment() {
    int depth = 0;
    do {
      if (Peek() == '/' && Peek(1) == '*') {
        ++depth;
        Take(2);
      } else if (Peek() == '*' && Peek(1) == '/') {
        --depth;
        Take(2);
      } else {
        Take(1);
      }
    } while (depth > 0 && at_ < sql_.size());
    if (depth > 0) scan_.unfinished = "a comment";
  }

  // A string goes on in another one that stands on a later line, with the same kind of escapes.
  void String(bool backslashes) {
    do {
      Take(1);
      while (at_ < sql_.size() && Peek() != '\'') Take(backslashes && Peek() == '\\' && at_ + 1 < sql_.size() ? 2 : 1);
      if (at_ == sql_.size()) {
        scan_.unfinished = "a string";
        return;
      }
      Take(1);
    } while (Peek() == '\'' || ContinueString());
  }

  // Takes the blank space between two parts of one string, when that is what follows.
  bool ContinueString() {
    std::size_t next = at_;
    bool new_line = false;
    while (next < sql_.size()) {
      if (IsBlank(sql_[next])) {
        new_line = new_line || sql_[next] == '\n' || sql_[next] == '\r';
        ++next;
      } else if (new_line && sql_.substr(next).starts_with("--")) {
        next = std::min(sql_.find_first_of("\r\n", next), sql_.size());
      } else {
        break;
      }
    }
    if (!new_line || next >= sql_.size() || sql_[next] != '\'') return false;
    Take(next - at_);
    return true;
  }

  void Dollar() {
    std::size_t end = at_ + 1;
    if (end < sql_.size() && StartsName(sql_[end])) {
      while (end < sql_.size() && NamesVariable(sql_[end])) ++end;
    }
    if (end < sql_.size() && sql_[end] == '$') {
      const std::string tag(sql_.substr(at_, end + 1 - at_));
      return TakeThrough(tag.size(), tag, "a dollar-quoted string");
    }
    Take(1);
  }

  void Colon() {
    if (Peek(1) == ':' || Peek(1) == '=') return Take(2);
    if (NamesVariable(Peek(1)) || Peek(1) == '\'' || Peek(1) == '"' || Peek(1) == '{') scan_.text += '\\';
    Take(1);
  }

  void Backslash() {
    if (!scan_.backslash) scan_.backslash = at_;
    Take(1);
  }

  void Number() {
    // An exponent's E belongs to the number; anything else that follows is a word of its own.
    while (at_ < sql_.size() && (IsDigit(Peek()) || Peek() == '.')) Take(1);
    if ((Peek() == 'e' || Peek() == 'E') && IsDigit(Peek(1))) Take(1);
    last_word_.clear();
  }

  void Word() {
    if ((Peek() == 'e' || Peek() == 'E') && Peek(1) == '\'') {
      Take(1);
      return String(true);
    }
    std::size_t end = at_;
    while (end < sql_.size() && ContinuesName(sql_[end])) ++end;
    const std::string word = base::LowerAscii(sql_.substr(at_, end - at_));
    NoteWord(word);
    Take(end - at_);
    last_word_ = word;
  }

  // psql counts BEGIN and CASE against END in a CREATE FUNCTION or PROCEDURE, for bodies of the SQL standard's form.
  void NoteWord(const std::string& word) {
    if (words_ < first_words_.size()) first_words_[words_] = word;
    ++words_;
    if (first_words_[0] == "copy" && last_word_ == "from" && word == "stdin") scan_.copies_from_stdin = true;
    const bool replace = first_words_[1] == "or" && first_words_[2] == "replace";
    const std::string& object = first_words_[replace ? 3 : 1];
    if (first_words_[0] != "create" || (object != "function" && object != "procedure") || parentheses_ > 0) return;
    if (word == "begin") ++blocks_;
    if (word == "case" && blocks_ > 0) ++blocks_;
    if (word == "end" && blocks_ > 0) --blocks_;
  }

  std::string_view sql_;
  bool backslashes_;
  std::size_t at_ = 0;
  int parentheses_ = 0;
  int blocks_ = 0;
  std::size_t words_ = 0;
  std::array<std::string, 4> first_words_;
  std::string last_word_;
  PsqlScan scan_;
};

}  // namespace

PsqlScan ScanForPsql(std::string_view sql, bool backslashes) { return Scanner(sql, backslashes).Run(); }

}  // namespace migc::script
