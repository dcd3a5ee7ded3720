#include "script/mysql_lexis.h"

#include <algorithm>
#include <vector>

#include "migc/base/text.h"
#include "migc/emit/sql_text.h"

namespace migc::script {
namespace {

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The first words in upper case; what is none, and comments, are left out.
std::vector<std::string> Words(std::string_view sql, const dialect::Dialect& dialect, std::size_t most) {
  std::vector<std::string> words;
  for (const emit::Token& token : emit::Tokenize(sql, dialect.lexical).tokens) {
    if (words.size() == most) break;
    const bool bracket = token.kind == emit::TokenKind::kSymbol && sql[token.begin] == '(';
    if (bracket && !words.empty()) break;
    if (token.kind == emit::TokenKind::kWord) words.push_back(base::UpperAscii(sql.substr(token.begin, token.end - token.begin)));
  }
  words.resize(std::max<std::size_t>(words.size(), 1));
  return words;
}

// CREATE DEFINER=`a`@`b` TRIGGER …
bool IsOfProgram(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (IsOneOf(word, {"FUNCTION", "PROCEDURE", "TRIGGER", "EVENT", "PACKAGE"})) return true;
    if (IsOneOf(word, {"TABLE", "VIEW", "INDEX", "DATABASE", "SCHEMA", "USER", "ROLE", "SEQUENCE"})) return false;
  }
  return false;
}

class Scanner {
 public:
  explicit Scanner(std::string_view sql) : sql_(sql) {}

  MysqlScan Run() {
    while (at_ < sql_.size() && scan_.unfinished.empty()) Next();
    scan_.loses_return = sql_.find("\r\n") != std::string_view::npos;
    return scan_;
  }

 private:
  bool Starts(std::string_view text) const { return sql_.substr(at_).starts_with(text); }

  void Next() {
    const bool line_start = at_ == 0 || sql_[at_ - 1] == '\n';
    if (line_start) NoteLine();
    const char c = sql_[at_];
    if (c == '\'' || c == '"') return Quoted(c, true);
    if (c == '`') return Quoted(c, false);
    // `--` is a comment only before a blank.
    const bool dashes = Starts("--") && (at_ + 2 >= sql_.size() || static_cast<unsigned char>(sql_[at_ + 2]) <= ' ');
    if (c == '#' || dashes) {
      at_ = std::min(sql_.find('\n', at_), sql_.size());
      return;
    }
    if (Starts("/*")) {
      const std::size_t end = sql_.find("*/", at_ + 2);
      if (end == std::string_view::npos) scan_.unfinished = "a comment";
      at_ = end == std::string_view::npos ? sql_.size() : end + 2;
      return;
    }
    if (c == '?') scan_.parameter = true;
    if (c == '\\' && !scan_.backslash) scan_.backslash = at_;
    ++at_;
  }

  void NoteLine() {
    std::size_t start = at_;
    while (start < sql_.size() && (sql_[start] == ' ' || sql_[start] == '\t')) ++start;
    if (base::LowerAscii(sql_.substr(start, 9)) == "delimiter") scan_.names_delimiter = true;
  }

  void Quoted(char mark, bool escapes) {
    for (++at_; at_ < sql_.size(); ++at_) {
      if (sql_[at_] == '\\' && escapes) {
        ++at_;
      } else if (sql_[at_] == mark) {
        ++at_;
        return;
      }
    }
    at_ = std::min(at_, sql_.size());
    scan_.unfinished = mark == '`' ? "a quoted name" : "a string";
  }

  std::string_view sql_;
  std::size_t at_ = 0;
  MysqlScan scan_;
};

}  // namespace

MysqlKind KindOf(std::string_view sql, const dialect::Dialect& dialect) {
  const std::vector<std::string> words = Words(sql, dialect, 12);
  const std::string& first = words.front();
  if (IsOneOf(first, {"INSERT", "UPDATE", "DELETE", "REPLACE", "SELECT", "WITH", "VALUES", "DO"})) return MysqlKind::kData;
  if (first == "SET") return MysqlKind::kSetting;
  if (dialect.Has(dialect::Capability::kPreparedStatements)) return MysqlKind::kChange;
  if (IsOneOf(first, {"LOCK", "UNLOCK", "LOAD", "USE", "HANDLER", "HELP"})) return MysqlKind::kDirect;
  const bool definition = IsOneOf(first, {"CREATE", "DROP", "ALTER"});
  return definition && IsOfProgram(words) ? MysqlKind::kDirect : MysqlKind::kChange;
}

bool IsHarmlessTwice(std::string_view sql, const dialect::Dialect& dialect) {
  return IsOneOf(Words(sql, dialect, 1).front(),
                 {"ANALYZE", "OPTIMIZE", "REPAIR", "CHECK", "CHECKSUM", "FLUSH", "GRANT", "SHOW", "DESCRIBE", "EXPLAIN"});
}

MysqlScan ScanForMysql(std::string_view sql) { return Scanner(sql).Run(); }

std::string QuoteForMysql(std::string_view text) {
  std::string literal = "'";
  for (const char c : text) {
    if (c == '\'') {
      literal += "''";
    } else if (c == '\\') {
      literal += "\\\\";
    } else if (c == '\r') {
      literal += "\\r";  // the client makes one line end of a carriage return and a line feed
    } else {
      literal += c;
    }
  }
  return literal + "'";
}

std::string DelimiterFor(std::string_view sql) {
  std::string delimiter = "//";
  while (sql.find(delimiter) != std::string_view::npos) delimiter += '/';
  return delimiter;
}

}  // namespace migc::script
