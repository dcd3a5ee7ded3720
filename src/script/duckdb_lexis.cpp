#include "script/duckdb_lexis.h"

#include "migc/base/text.h"
#include "migc/emit/sql_text.h"

namespace migc::script {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

bool IsBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsBlank(text.back())) text.remove_suffix(1);
  return text;
}

// 'a' || chr(13) || '
// b'
std::string AsSum(std::string_view literal) {
  constexpr std::string_view kReturn = "' || chr(13) || '";
  std::string text = "(" + std::string(literal) + ")";
  for (std::size_t at = text.find(kLineEnd); at != std::string::npos; at = text.find(kLineEnd, at + kReturn.size())) {
    text.replace(at, 1, kReturn);
  }
  return text;
}

class Scanner {
 public:
  Scanner(std::string_view sql, const dialect::Lexical& lexical) : sql_(sql), lexical_(lexical) {}

  DuckdbScan Run() {
    const emit::Tokens tokens = emit::Tokenize(sql_, lexical_);
    scan_.unfinished = tokens.unfinished;
    scan_.ends_in_line_comment = emit::EndsInLineComment(sql_, lexical_);
    std::size_t done = 0;
    for (const emit::Token& token : tokens.tokens) {
      Between(done, token.begin);
      Take(token);
      done = token.end;
    }
    Between(done, sql_.size());
    NoteLines(tokens);
    return std::move(scan_);
  }

 private:
  std::string_view TextOf(const emit::Token& token) const { return sql_.substr(token.begin, token.end - token.begin); }
  void Between(std::size_t begin, std::size_t end) { scan_.text += sql_.substr(begin, end - begin); }

  void Take(const emit::Token& token) {
    const std::string_view text = TextOf(token);
    const bool loses = text.find(kLineEnd) != std::string_view::npos;
    if (token.kind == emit::TokenKind::kName && loses) scan_.name_loses_return = true;
    if (token.kind == emit::TokenKind::kString && loses) {
      // E'…' and $$…$$ have no such sum; they are read as names are.
      if (text.front() != '\'') scan_.name_loses_return = true;
      scan_.text += text.front() == '\'' ? AsSum(text) : std::string(text);
      return;
    }
    if (token.kind == emit::TokenKind::kSymbol) Symbol(token, text.front());
    scan_.text += text;
  }

  void Symbol(const emit::Token& token, char c) {
    if (c == ';') scan_.end = true;
    if (c == '?' && scan_.parameter.empty()) scan_.parameter = "?";
    const bool names = token.end < sql_.size() && !IsBlank(sql_[token.end]);
    if (c == '$' && names && scan_.parameter.empty()) scan_.parameter = "$" + std::string(1, sql_[token.end]);
  }

  // A line of the text is the client's own when it begins no token in its middle: the whole line is `/` or `go`, or the statement
  // begins with `.` or `#`.
  void NoteLines(const emit::Tokens& tokens) {
    const std::string_view all = Trimmed(sql_);
    if (all.starts_with('.') || all.starts_with('#')) scan_.command = true;
    for (const emit::Token& token : tokens.tokens) {
      const std::string_view text = TextOf(token);
      const bool terminator = (token.kind == emit::TokenKind::kSymbol && text == "/") ||
                              (token.kind == emit::TokenKind::kWord && base::LowerAscii(text) == "go");
      if (!terminator) continue;
      const std::size_t before = sql_.rfind('\n', token.begin);
      const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
      const std::size_t end = std::min(sql_.find('\n', token.end), sql_.size());
      if (Trimmed(sql_.substr(begin, end - begin)) == text) scan_.command = true;
    }
  }

  std::string_view sql_;
  const dialect::Lexical& lexical_;
  DuckdbScan scan_;
};

}  // namespace

DuckdbScan ScanForDuckdb(std::string_view sql, const dialect::Lexical& lexical) { return Scanner(sql, lexical).Run(); }

}  // namespace migc::script
