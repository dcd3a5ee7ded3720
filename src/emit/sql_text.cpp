#include "migc/emit/sql_text.h"

#include "migc/base/text.h"

namespace migc::emit {
namespace {

bool IsWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '_' ||
         byte >= 0x80;
}

class Tokenizer {
 public:
  Tokenizer(std::string_view sql, const dialect::Lexical& lexical) : sql_(sql), lexical_(lexical) {}

  Tokens Run() {
    while (at_ < sql_.size()) {
      const std::size_t begin = at_;
      if (IsBlank(sql_[at_])) {
        ++at_;
        continue;
      }
      result_.tokens.push_back({Next(), begin, at_});
    }
    return std::move(result_);
  }

 private:
  static bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }
  bool StartsWith(std::string_view text) const { return sql_.substr(at_).starts_with(text); }

  TokenKind Next() {
    const char c = sql_[at_];
    if (StartsWith("--") || (c == '#' && lexical_.hash_comments)) return LineComment();
    // MySQL runs what stands in it.
    if (lexical_.stored_programs && (StartsWith("/*!") || StartsWith("/*M!"))) return BlockComment(), TokenKind::kWord;
    if (StartsWith("/*")) return BlockComment();
    if (c == '\'') return Quoted('\'', lexical_.backslash_escapes, TokenKind::kString, "a string");
    if (c == '"' && lexical_.double_quoted_strings) return Quoted('"', lexical_.backslash_escapes, TokenKind::kString, "a string");
    if (c == '"') return Quoted('"', false, TokenKind::kName, "a quoted name");
    if (c == '`' && lexical_.backtick_names) return Quoted('`', false, TokenKind::kName, "a quoted name");
    if (c == '[' && lexical_.bracket_names) return Quoted(']', false, TokenKind::kName, "a quoted name");
    if (c == '$' && lexical_.dollar_quotes && DollarQuote()) return TokenKind::kString;
    if (IsWordByte(c)) return Word();
    ++at_;
    return TokenKind::kSymbol;
  }

  TokenKind LineComment() {
    at_ = std::min(sql_.find('\n', at_), sql_.size());
    return TokenKind::kComment;
  }

  TokenKind BlockComment() {
    int depth = 0;
    while (at_ < sql_.size()) {
      if (StartsWith("/*") && (depth == 0 || lexical_.nested_comments)) {
        ++depth;
        at_ += 2;
      } else if (StartsWith("*/")) {
        at_ += 2;
        if (--depth == 0) return TokenKind::kComment;
      } else {
        ++at_;
      }
    }
    result_.unfinished = "a comment";
    return TokenKind::kComment;
  }

  // The mark twice stands for itself.
  TokenKind Quoted(char close, bool backslash, TokenKind kind, std::string_view what) {
    ++at_;
    while (at_ < sql_.size()) {
      const char c = sql_[at_++];
      if (c == '\\' && backslash && at_ < sql_.size()) {
        ++at_;
      } else if (c == close) {
        if (at_ == sql_.size() || sql_[at_] != close) return kind;
        ++at_;
      }
    }
    result_.unfinished = what;
    return kind;
  }

  // $tag$ … $tag$; false when this `$` does not open one.
  bool DollarQuote() {
    std::size_t end = at_ + 1;
    if (end < sql_.size() && sql_[end] >= '0' && sql_[end] <= '9') return false;
    while (end < sql_.size() && IsWordByte(sql_[end])) ++end;
    if (end == sql_.size() || sql_[end] != '$') return false;
    const std::string_view tag = sql_.substr(at_, end + 1 - at_);
    const std::size_t close = sql_.find(tag, end + 1);
    if (close == std::string_view::npos) result_.unfinished = "a string";
    at_ = close == std::string_view::npos ? sql_.size() : close + tag.size();
    return true;
  }

  // q'[ … ]', q'! … !', also after N: the next quotation mark that follows the closing delimiter ends it.
  bool QQuote() {
    std::size_t open = at_;
    if (sql_[open] == 'n' || sql_[open] == 'N') ++open;
    if (!sql_.substr(open).starts_with("q'") && !sql_.substr(open).starts_with("Q'")) return false;
    if (open + 2 >= sql_.size()) return false;
    constexpr std::string_view kOpening = "[{(<";
    constexpr std::string_view kClosing = "]})>";
    const char mark = sql_[open + 2];
    const std::size_t paired = kOpening.find(mark);
    const std::string end = {paired == std::string_view::npos ? mark : kClosing[paired], '\''};
    const std::size_t close = sql_.find(end, open + 3);
    if (close == std::string_view::npos) result_.unfinished = "a string";
    at_ = close == std::string_view::npos ? sql_.size() : close + end.size();
    return true;
  }

  TokenKind Word() {
    if (lexical_.q_quotes && QQuote()) return TokenKind::kString;
    // E'it\'s': the letter changes how the string is read.
    if (lexical_.escape_strings && (StartsWith("E'") || StartsWith("e'"))) {
      ++at_;
      return Quoted('\'', true, TokenKind::kString, "a string");
    }
    // A `$` may stand inside a word, where it opens no dollar quote.
    while (at_ < sql_.size() && (IsWordByte(sql_[at_]) || sql_[at_] == '$')) ++at_;
    return TokenKind::kWord;
  }

  std::string_view sql_;
  const dialect::Lexical& lexical_;
  std::size_t at_ = 0;
  Tokens result_;
};

std::string Upper(std::string_view sql, const Token& token) {
  return token.kind == TokenKind::kWord ? base::UpperAscii(sql.substr(token.begin, token.end - token.begin)) : std::string();
}

// Follows the tokens of one statement to know whether a `;` ends it: not inside `BEGIN ATOMIC … END` of a routine, nor inside
// `BEGIN … END` of a trigger, where CASE … END may be nested.
class BlockDepth {
 public:
  explicit BlockDepth(const dialect::Lexical& lexical) : lexical_(&lexical) {}

  void See(const std::string& word) {
    ++seen_;
    if (seen_ == 1) create_ = word == "CREATE";
    if (create_ && seen_ <= 3 && word == "TRIGGER") trigger_ = true;
    if (depth_ > 0 && word == "CASE") {
      ++depth_;
    } else if (depth_ > 0 && word == "END") {
      --depth_;
    } else if (depth_ == 0 && create_ && word == "ATOMIC" && before_ == "BEGIN" && lexical_->begin_atomic) {
      depth_ = 1;
    } else if (depth_ == 0 && trigger_ && word == "BEGIN" && lexical_->trigger_blocks) {
      depth_ = 1;
    }
    before_ = word;
  }
  bool inside() const { return depth_ > 0; }

 private:
  const dialect::Lexical* lexical_;
  int seen_ = 0;
  int depth_ = 0;
  bool create_ = false;
  bool trigger_ = false;
  std::string before_;
};

bool IsSymbol(std::string_view sql, const Token& token, char symbol) {
  return token.kind == TokenKind::kSymbol && sql[token.begin] == symbol;
}

// A `/` on a line of its own, which ends what is before it.
bool IsSlashLine(std::string_view sql, const Token& token) {
  if (!IsSymbol(sql, token, '/')) return false;
  constexpr std::string_view kBlank = " \t\r";
  const std::size_t before = sql.find_last_not_of(kBlank, token.begin == 0 ? 0 : token.begin - 1);
  const bool starts_line = token.begin == 0 || before == std::string_view::npos || sql[before] == '\n';
  const std::size_t after = sql.find_first_not_of(kBlank, token.end);
  return starts_line && (after == std::string_view::npos || sql[after] == '\n');
}

// MySQL: a routine, trigger or event goes on to the END of its BEGIN. CASE has an END of its own; the END of IF, LOOP, REPEAT and
// WHILE has the word behind it.
class StoredProgram {
 public:
  // `word` is "" for what is none.
  void See(const std::string& word) {
    ++seen_;
    if (seen_ == 1) create_ = word == "CREATE" || word == "ALTER";
    const bool maker = word == "FUNCTION" || word == "PROCEDURE" || word == "TRIGGER" || word == "EVENT";
    if (create_ && !decided_ && maker) program_ = decided_ = true;
    if (create_ && !decided_ && (word == "TABLE" || word == "VIEW" || word == "INDEX" || word == "DATABASE")) decided_ = true;
    if (!program_) return;
    const bool after_end = before_ == "END";
    if (after_end && (word == "IF" || word == "LOOP" || word == "REPEAT" || word == "WHILE")) {
      ++depth_;  // that END closed none of ours
    } else if (word == "BEGIN" || (word == "CASE" && !after_end)) {
      ++depth_;
    } else if (word == "END" && depth_ > 0) {
      --depth_;
    }
    before_ = word;
  }
  // Only the word after an END tells whose it was; a `;` does too.
  bool inside() const { return depth_ > 0; }

 private:
  int seen_ = 0;
  int depth_ = 0;
  bool create_ = false;
  bool decided_ = false;
  bool program_ = false;
  std::string before_;
};

// The words in which an END, ELSE or UNTIL would be left over when a block that was not begun is cut at its `;`.
bool IsLeftOver(const std::string& word) { return word == "END" || word == "ELSE" || word == "ELSEIF" || word == "UNTIL"; }

// Knows by its first words whether a statement is PL/SQL, whose `;` are its own (SQL*Plus User's Guide, "Running PL/SQL Blocks").
class PlSqlUnit {
 public:
  void See(const std::string& word) {
    if (decided_) return;
    ++seen_;
    if (seen_ == 1) {
      inside_ = word == "DECLARE" || word == "BEGIN";
      decided_ = word != "CREATE";
      return;
    }
    if (word == "OR" || word == "REPLACE" || word == "EDITIONABLE" || word == "NONEDITIONABLE") return;
    inside_ = word == "FUNCTION" || word == "PROCEDURE" || word == "PACKAGE" || word == "TRIGGER" || word == "TYPE";
    decided_ = true;
  }
  bool inside() const { return inside_; }

 private:
  int seen_ = 0;
  bool decided_ = false;
  bool inside_ = false;
};

}  // namespace

Tokens Tokenize(std::string_view sql, const dialect::Lexical& lexical) { return Tokenizer(sql, lexical).Run(); }

std::string FirstWord(std::string_view sql, const dialect::Lexical& lexical) {
  for (const Token& token : Tokenize(sql, lexical).tokens) {
    if (token.kind != TokenKind::kComment) return base::UpperAscii(sql.substr(token.begin, token.end - token.begin));
  }
  return {};
}

SplitText SplitStatements(std::string_view sql, const dialect::Lexical& lexical) {
  const Tokens tokens = Tokenize(sql, lexical);
  SplitText result;
  result.unfinished = tokens.unfinished;
  BlockDepth depth(lexical);
  PlSqlUnit unit;
  StoredProgram program;
  std::size_t begin = 0;
  std::size_t end = 0;  // of the last token that is no comment
  bool any = false;
  bool started = false;
  SqlPart part;
  const auto finish = [&] {
    if (any) {
      part.text = std::string(sql.substr(begin, end - begin));
      result.parts.push_back(std::move(part));
    }
    part = {};
    any = started = false;
    depth = BlockDepth(lexical);
    unit = PlSqlUnit();
    program = StoredProgram();
  };
  for (const Token& token : tokens.tokens) {
    const bool slash = lexical.plsql_units && IsSlashLine(sql, token);
    const bool in_unit = lexical.plsql_units && unit.inside();
    const bool in_program = lexical.stored_programs && program.inside();
    if (slash || (IsSymbol(sql, token, ';') && !depth.inside() && !in_unit && !in_program)) {
      finish();
      continue;
    }
    // A comment before the statement stays with it, one after it does not.
    if (!started) begin = token.begin;
    started = true;
    if (token.kind == TokenKind::kComment) continue;
    if (!any && lexical.stored_programs && IsLeftOver(Upper(sql, token)))
      result.unfinished = "a block without BEGIN … END around it";
    any = true;
    end = token.end;
    if (IsSymbol(sql, token, ';')) part.holds_statements = true;
    depth.See(Upper(sql, token));
    unit.See(Upper(sql, token));
    program.See(Upper(sql, token));
  }
  if (result.unfinished.empty() && (depth.inside() || (lexical.stored_programs && program.inside())))
    result.unfinished = "a BEGIN … END";
  finish();
  return result;
}

std::optional<std::string> FragmentFault(std::string_view sql, const dialect::Lexical& lexical) {
  const Tokens tokens = Tokenize(sql, lexical);
  if (!tokens.unfinished.empty()) return std::string(tokens.unfinished) + " that it does not end";
  int depth = 0;
  for (const Token& token : tokens.tokens) {
    if (IsSymbol(sql, token, ';')) return "a `;`";
    if (IsSymbol(sql, token, '(')) ++depth;
    if (IsSymbol(sql, token, ')') && --depth < 0) return "a `)` without its `(`";
  }
  if (depth > 0) return "a `(` without its `)`";
  return std::nullopt;
}

bool MentionsWord(std::string_view sql, std::string_view word, const dialect::Dialect& dialect) {
  const std::string wanted = base::LowerAscii(word);
  for (const Token& token : Tokenize(sql, dialect.lexical).tokens) {
    std::string_view text = sql.substr(token.begin, token.end - token.begin);
    if (token.kind == TokenKind::kName && text.size() >= 2) text = text.substr(1, text.size() - 2);
    const bool candidate = token.kind == TokenKind::kWord || token.kind == TokenKind::kName;
    if (candidate && base::LowerAscii(text) == wanted) return true;
  }
  return false;
}

bool EndsInLineComment(std::string_view sql, const dialect::Lexical& lexical) {
  const Tokens tokens = Tokenize(sql, lexical);
  if (tokens.tokens.empty() || tokens.tokens.back().kind != TokenKind::kComment) return false;
  const Token& last = tokens.tokens.back();
  return last.end == sql.size() && !sql.substr(last.begin).starts_with("/*");
}

}  // namespace migc::emit
