#include "fuzz/mutate.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string_view>

namespace migc::fuzz {
namespace {

constexpr std::string_view kWords[] = {
    "create",
    "table",
    "alter",
    "drop",
    "column",
    "add",
    "rename",
    "to",
    "index",
    "unique",
    "primary",
    "key",
    "references",
    "foreign",
    "check",
    "constraint",
    "default",
    "null",
    "not",
    "identity",
    "generated",
    "as",
    "stored",
    "virtual",
    "comment",
    "on",
    "delete",
    "update",
    "cascade",
    "restrict",
    "set",
    "insert",
    "into",
    "values",
    "from",
    "csv",
    "where",
    "undo",
    "nothing",
    "sql",
    "for",
    "postgres",
    "mysql",
    "mariadb",
    "sqlite",
    "mssql",
    "oracle",
    "else",
    "require",
    "if",
    "exists",
    "online",
    "enum",
    "sequence",
    "schema",
    "extension",
    "define",
    "view",
    "trigger",
    "function",
    "procedure",
    "materialized",
    "grant",
    "revoke",
    "using",
    "type",
    "fill",
    "native",
    "array",
    "exclude",
    "with",
    "validate",
    "deferrable",
    "initially",
    "deferred",
    "upgrade",
    "downgrade",
    "irreversible",
    "transaction",
    "no",
    "timeout",
    "lock",
    "statement",
    "integer",
    "bigint",
    "varchar",
    "(20)",
    "numeric",
    "(10, 2)",
    "text",
    "boolean",
    "date",
    "timestamp",
    "time zone",
    "uuid",
    "json",
    "bytes",
    "case",
    "when",
    "then",
    "end",
    "and",
    "or",
    "in",
    "between",
    "like",
    "is",
    "cast",
    "now()",
    "revision",
    "revises",
    "base",
    "depends",
    "labels",
    ";",
    ",",
    "(",
    ")",
    "{",
    "}",
    "''",
    "'it''s'",
    "\"a\"",
    "$$",
    "$$ select 1 $$",
    "$x$",
    "--",
    "/*",
    "*/",
    "0",
    "-1",
    "9223372036854775808",
    "1e999",
    "${x}",
    "||",
    "\\",
    "\n/\n",
    "\nGO\n",
    "\n.quit\n",
    "\xC3\xA9",
    "\xF0\x9F\x90\x98",
    "\xFF",
    std::string_view("\0", 1),
    "\t",
};

bool IsWord(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// Words, runs of blanks, and every other character for itself.
std::vector<std::string> Pieces(const std::string& text) {
  std::vector<std::string> pieces;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    if (IsWord(text[at])) {
      while (end < text.size() && IsWord(text[end])) ++end;
    } else if (std::isspace(static_cast<unsigned char>(text[at])) != 0) {
      while (end < text.size() && std::isspace(static_cast<unsigned char>(text[end])) != 0) ++end;
    }
    pieces.push_back(text.substr(at, end - at));
    at = end;
  }
  return pieces;
}

class Mutation {
 public:
  Mutation(const std::string& text, const std::string& other, std::mt19937& random)
      : pieces_(Pieces(text)), other_(Pieces(other)), random_(random) {}

  std::string Run() {
    for (unsigned i = 1 + Below(4); i > 0; --i) Step();
    std::string text;
    for (const std::string& piece : pieces_) text += piece;
    return text;
  }

 private:
  using Difference = std::vector<std::string>::difference_type;

  unsigned Below(std::size_t n) { return n == 0 ? 0 : static_cast<unsigned>(random_() % n); }
  std::vector<std::string>::iterator Place() { return pieces_.begin() + static_cast<Difference>(Below(pieces_.size() + 1)); }
  // A piece of `pieces` and some of those that follow it.
  std::vector<std::string> Run(const std::vector<std::string>& pieces, std::size_t longest) {
    if (pieces.empty()) return {};
    const std::size_t begin = Below(pieces.size());
    const std::size_t length = std::min<std::size_t>(pieces.size() - begin, 1 + Below(longest));
    const auto first = pieces.begin() + static_cast<Difference>(begin);
    return {first, first + static_cast<Difference>(length)};
  }
  void Insert(const std::vector<std::string>& more) { pieces_.insert(Place(), more.begin(), more.end()); }

  void Step() {
    if (pieces_.empty()) return Insert({std::string(kWords[Below(std::size(kWords))])});
    const std::size_t at = Below(pieces_.size());
    switch (Below(7)) {
      case 0: {  // leave out
        const std::size_t end = std::min(pieces_.size(), at + 1 + Below(8));
        pieces_.erase(pieces_.begin() + static_cast<Difference>(at), pieces_.begin() + static_cast<Difference>(end));
        break;
      }
      case 1:
        Insert(Run(pieces_, 24));
        break;
      case 2:
        Insert(Run(other_, 40));
        break;
      case 3:
        Insert({" ", std::string(kWords[Below(std::size(kWords))]), " "});
        break;
      case 4:
        pieces_[at] = kWords[Below(std::size(kWords))];
        break;
      case 5:
        std::swap(pieces_[at], pieces_[Below(pieces_.size())]);
        break;
      default:
        if (!pieces_[at].empty()) pieces_[at][Below(pieces_[at].size())] = static_cast<char>(random_());
        break;
    }
  }

  std::vector<std::string> pieces_;
  std::vector<std::string> other_;
  std::mt19937& random_;
};

}  // namespace

std::string Mutate(const std::string& text, const std::string& other, std::mt19937& random) {
  return Mutation(text, other, random).Run();
}

}  // namespace migc::fuzz
