// A second reading of how psql cuts a file into statements and commands, written apart from src/script for its tests.
#pragma once

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

namespace migc::script::testing {

class PsqlSplitter {
 public:
  explicit PsqlSplitter(std::string file) : text_(std::move(file)) {}

  std::vector<std::string> Split() {
    while (at_ < text_.size()) Step();
    if (!current_.empty()) found_.push_back("<unfinished> " + current_);
    return found_;
  }

 private:
  static bool IsSpace(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }
  static bool IsWord(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || static_cast<unsigned char>(c) >= 0x80;
  }
  bool Here(std::string_view word) const { return text_.compare(at_, word.size(), word) == 0; }
  char At(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  // Text in front of a statement does not belong to it.
  void Take(std::size_t end, bool belongs = true) {
    end = std::min(end, text_.size());
    if (belongs || !current_.empty()) current_ += text_.substr(at_, end - at_);
    at_ = end;
  }

  std::size_t EndOfQuote(std::size_t from, char mark, bool backslashes) const {
    for (std::size_t i = from + 1; i < text_.size(); ++i) {
      if (backslashes && text_[i] == '\\') {
        ++i;
      } else if (text_[i] == mark) {
        if (i + 1 < text_.size() && text_[i + 1] == mark) {
          ++i;
        } else {
          return i + 1;
        }
      }
    }
    return text_.size();
  }

  std::size_t EndOfComment() const {
    int depth = 0;
    for (std::size_t i = at_; i < text_.size(); ++i) {
      if (text_.compare(i, 2, "/*") == 0) {
        ++depth;
        ++i;
      } else if (text_.compare(i, 2, "*/") == 0) {
        ++i;
        if (--depth == 0) return i + 1;
      }
    }
    return text_.size();
  }

  // The end of the tag that opens a dollar quote here, or 0.
  std::size_t EndOfTag() const {
    if (At(0) != '$' || std::isdigit(static_cast<unsigned char>(At(1))) != 0) return 0;
    std::size_t end = at_ + 1;
    while (end < text_.size() && IsWord(text_[end])) ++end;
    return end < text_.size() && text_[end] == '$' ? end + 1 : 0;
  }

  void Step() {
    const char c = At(0);
    if (IsSpace(c)) {
      Take(at_ + 1, false);
    } else if (Here("--")) {
      Take(text_.find('\n', at_), false);
    } else if (Here("/*")) {
      Take(EndOfComment(), false);
    } else if (c == '\'') {
      Take(EndOfQuote(at_, '\'', continued_));
      continued_ = continued_ && text_.find_first_not_of(" \n", at_) != std::string::npos;
    } else if ((c == 'E' || c == 'e') && At(1) == '\'') {
      Take(EndOfQuote(at_ + 1, '\'', true));
      continued_ = true;
    } else if (c == '"') {
      Take(EndOfQuote(at_, '"', false));
    } else if (const std::size_t tag = EndOfTag(); tag != 0) {
      const std::string mark = text_.substr(at_, tag - at_);
      const std::size_t end = text_.find(mark, tag);
      Take(end == std::string::npos ? text_.size() : end + mark.size());
    } else if (c == '\\') {
      Backslash();
    } else if (Here("::") || Here(":=")) {
      Take(at_ + 2);
    } else if (c == ':' && (IsWord(At(1)) || At(1) == '\'' || At(1) == '"' || At(1) == '{')) {
      current_ += "<variable>";
      ++at_;
    } else if (IsWord(c)) {
      Word();
    } else {
      Punctuation(c);
    }
  }

  void Backslash() {
    if (At(1) == ':' || At(1) == ';') {
      ++at_;
      Take(at_ + 1);
      return;
    }
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    found_.push_back(text_.substr(at_, end - at_));
    at_ = end;
  }

  void Word() {
    std::string word;
    std::size_t end = at_;
    while (end < text_.size() && (IsWord(text_[end]) || text_[end] == '$'))
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(text_[end++])));
    if (std::isdigit(static_cast<unsigned char>(word[0])) == 0) words_ += " " + word;
    bool routine = false;
    for (const char* start :
         {" create function", " create procedure", " create or replace function", " create or replace procedure"}) {
      routine = routine || words_.starts_with(start);
    }
    if (routine && depth_ == 0) {
      if (word == "begin" || (word == "case" && blocks_ > 0)) ++blocks_;
      if (word == "end" && blocks_ > 0) --blocks_;
    }
    continued_ = false;
    Take(end);
  }

  void Punctuation(char c) {
    continued_ = false;
    if (c == ';' && depth_ == 0 && blocks_ == 0) {
      found_.push_back(current_);
      current_.clear();
      words_.clear();
      ++at_;
      return;
    }
    if (c == '(') ++depth_;
    if (c == ')' && depth_ > 0) --depth_;  // one too many is the server's business
    Take(at_ + 1);
  }

  std::string text_;
  std::size_t at_ = 0;
  std::string current_;
  std::string words_;
  int depth_ = 0;
  int blocks_ = 0;
  bool continued_ = false;  // the string before was E'…': one that goes on in a next line has escapes too
  std::vector<std::string> found_;
};

inline std::vector<std::string> SplitAsPsql(const std::string& file) { return PsqlSplitter(file).Split(); }

}  // namespace migc::script::testing
