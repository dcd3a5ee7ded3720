#include "lower/transactions.h"

#include <algorithm>
#include <array>
#include <vector>

#include "migc/base/text.h"

namespace migc::lower {
namespace {

struct Token {
  std::string word;  // upper-case; ";" ends a statement, "" is anything else
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool IsWordChar(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// What all dialects have in common: comments, quotes, dollar quotes, words and semicolons.
class Scanner {
 public:
  Scanner(std::string_view sql, bool backslash_escapes) : sql_(sql), backslash_escapes_(backslash_escapes) {}

  std::vector<Token> Scan() {
    while (at_ < sql_.size()) {
      const char c = sql_[at_];
      if (sql_.substr(at_, 2) == "--") {
        at_ = std::min(sql_.find('\n', at_), sql_.size());
      } else if (sql_.substr(at_, 2) == "/*") {
        SkipComment();
      } else if (c == '\'' || c == '"' || c == '`') {
        SkipQuoted(c);
        tokens_.push_back({});
      } else if (c == '$' && SkipDollarQuoted()) {
        tokens_.push_back({});
      } else if (IsWordChar(c)) {
        ScanWord();
      } else {
        if (c == ';') tokens_.push_back({";", at_, at_ + 1});
        if (c != ';' && c != ' ' && c != '\t' && c != '\n' && c != '\r') tokens_.push_back({"", at_, at_ + 1});
        ++at_;
      }
    }
    return std::move(tokens_);
  }

 private:
  // Comments nest in some dialects: taking them to nest everywhere can only make this see less.
  void SkipComment() {
    int depth = 0;
    for (; at_ < sql_.size(); ++at_) {
      const std::string_view two = sql_.substr(at_, 2);
      if (two == "/*") ++depth, ++at_;
      if (two == "*/") --depth, ++at_;
      if (depth == 0) break;
    }
    at_ = std::min(at_ + 1, sql_.size());
  }

  void SkipQuoted(char quote) {
    for (++at_; at_ < sql_.size(); ++at_) {
      if (sql_[at_] == '\\' && backslash_escapes_ && quote != '`') {
        ++at_;
      } else if (sql_[at_] == quote) {
        if (at_ + 1 >= sql_.size() || sql_[at_ + 1] != quote) break;
        ++at_;
      }
    }
    at_ = std::min(at_ + 1, sql_.size());
  }

  bool SkipDollarQuoted() {
    std::size_t end = at_ + 1;
    while (end < sql_.size() && IsWordChar(sql_[end])) ++end;
    if (end >= sql_.size() || sql_[end] != '$') return false;
    const std::string_view tag = sql_.substr(at_, end + 1 - at_);
    const std::size_t close = sql_.find(tag, end + 1);
    at_ = close == std::string_view::npos ? sql_.size() : close + tag.size();
    return true;
  }

  void ScanWord() {
    const std::size_t begin = at_;
    while (at_ < sql_.size() && (IsWordChar(sql_[at_]) || sql_[at_] == '$')) ++at_;
    tokens_.push_back({base::UpperAscii(sql_.substr(begin, at_ - begin)), begin, at_});
  }

  std::string_view sql_;
  bool backslash_escapes_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

class Finder {
 public:
  explicit Finder(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  std::optional<TransactionControl> Find() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].word == ";") continue;
      if (depth_ == 0) {
        if (auto found = ControlAt(i)) return found;
        procedural_ = BeginsProcedure(i);
        seen_procedure_ = seen_procedure_ || procedural_;
      }
      for (; i < tokens_.size() && tokens_[i].word != ";"; ++i) CountBlocks(i);
    }
    return std::nullopt;
  }

 private:
  using Words = std::initializer_list<std::string_view>;

  std::string_view Word(std::size_t i) const { return i < tokens_.size() ? std::string_view(tokens_[i].word) : ";"; }
  static bool IsOneOf(std::string_view word, Words words) { return std::find(words.begin(), words.end(), word) != words.end(); }

  std::optional<TransactionControl> Found(std::size_t first, std::size_t last) const {
    std::string words = tokens_[first].word;
    if (last != first) words += " " + tokens_[last].word;
    return TransactionControl{tokens_[first].begin, tokens_[last].end, words};
  }

  // Where `BEGIN` begins a transaction and not a block of statements.
  bool IsTransactional(std::size_t begin) const {
    const std::string_view next = Word(begin + 1);
    if (next == "NOT") return Word(begin + 2) == "DEFERRABLE";  // MariaDB has BEGIN NOT ATOMIC
    return IsOneOf(next, {";", "TRANSACTION", "TRAN", "WORK", "DEFERRED", "IMMEDIATE", "EXCLUSIVE", "CONCURRENT", "ISOLATION",
                          "READ", "DEFERRABLE", "DISTRIBUTED"});
  }

  std::optional<TransactionControl> ControlAt(std::size_t i) const {
    const std::string_view word = Word(i);
    const std::string_view next = Word(i + 1);
    if (IsOneOf(word, {"COMMIT", "ROLLBACK", "SAVEPOINT"})) return Found(i, i);
    if (word == "BEGIN" && IsTransactional(i)) return Found(i, i);
    if (IsOneOf(word, {"START", "PREPARE"}) && next == "TRANSACTION") return Found(i, i + 1);
    if (word == "SAVE" && IsOneOf(next, {"TRAN", "TRANSACTION"})) return Found(i, i + 1);
    if (word == "RELEASE" && next == "SAVEPOINT") return Found(i, i + 1);
    // END is COMMIT on PostgreSQL and SQLite, but also the end of a block that this could not follow.
    const bool alone = IsOneOf(next, {";", "WORK", "TRANSACTION"});
    if ((word == "ABORT" || (word == "END" && !seen_procedure_)) && alone) return Found(i, i);
    return std::nullopt;
  }

  // A statement that may hold others: a trigger, a routine, a block.
  bool BeginsProcedure(std::size_t i) const {
    if (IsOneOf(Word(i), {"BEGIN", "DECLARE", "IF", "WHILE", "FOR", "LOOP"})) return true;
    if (!IsOneOf(Word(i), {"CREATE", "ALTER", "REPLACE"})) return false;
    constexpr std::size_t kMostWordsBefore = 16;  // OR REPLACE, DEFINER = user@host, TEMP, …
    for (std::size_t j = i + 1; j < i + kMostWordsBefore && Word(j) != ";"; ++j) {
      if (IsOneOf(Word(j), {"TRIGGER", "PROCEDURE", "PROC", "FUNCTION", "PACKAGE", "EVENT", "TYPE"})) return true;
      if (IsOneOf(Word(j), {"TABLE", "INDEX", "VIEW"})) return false;
    }
    return false;
  }

  void CountBlocks(std::size_t i) {
    if (!procedural_ && depth_ == 0) return;
    const bool qualified = i > 0 && tokens_[i - 1].word.empty() && tokens_[i - 1].end == tokens_[i].begin;  // NEW.end
    if (qualified) return;
    const std::string_view word = Word(i);
    const bool ends = i > 0 && Word(i - 1) == "END";  // END TRY, END CASE
    if (word == "BEGIN" && !IsTransactional(i)) ++depth_;
    if (word == "CASE" && depth_ > 0 && !ends) ++depth_;
    if (word == "END" && depth_ > 0 && !IsOneOf(Word(i + 1), {"IF", "LOOP", "WHILE", "REPEAT", "FOR"})) --depth_;
  }

  std::vector<Token> tokens_;
  int depth_ = 0;  // of blocks that are open
  bool procedural_ = false;
  bool seen_procedure_ = false;
};

std::optional<TransactionControl> Find(std::string_view sql, bool backslash_escapes) {
  return Finder(Scanner(sql, backslash_escapes).Scan()).Find();
}

}  // namespace

std::optional<TransactionControl> FindTransactionControl(std::string_view sql) {
  std::optional<TransactionControl> found = Find(sql, false);
  // Whether a backslash escapes a quote differs between dialects: what only one reading sees may be inside a string.
  if (found && sql.find('\\') != std::string_view::npos) {
    const std::optional<TransactionControl> other = Find(sql, true);
    if (!other || other->begin != found->begin) return std::nullopt;
  }
  return found;
}

}  // namespace migc::lower
