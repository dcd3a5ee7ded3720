// TextNames: which tables and columns a text of SQL names, as far as its words tell. Strings and comments do not count, nor what is
// seen to be of another table, an alias, a function or a parameter.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "migc/dialect/dialect.h"
#include "migc/emit/sql_text.h"

namespace migc::emit {

class TextNames {
 public:
  TextNames(std::string_view sql, const dialect::Dialect& dialect);

  bool Table(const std::string& name) const;
  // `own`: the text is a trigger on the table, whose rows are NEW and OLD, or INSERTED and DELETED.
  bool Column(const std::string& table, const std::string& column, bool own) const;
  // `select *` of the table.
  bool Star(const std::string& table) const;

  // The texts in its strings that are code: those in dollars, and what follows AS.
  static std::vector<std::string> Bodies(std::string_view sql, const dialect::Dialect& dialect);

 private:
  enum class Role : std::uint8_t { kNone, kTable, kAlias };
  struct Word {
    std::string text;     // in lower case, without quotation marks; "" is a symbol
    char symbol = ' ';    // or a string: '\''
    bool quoted = false;  // so it is no key word
    std::size_t statement = 0;
    Role role = Role::kNone;
  };
  struct Source {
    std::string table;
    std::string alias;
    std::size_t statement;
  };
  enum class Expect : std::uint8_t { kNothing, kTable, kAlias };
  // Inside of one pair of parentheses.
  struct Clause {
    bool tables = false;  // a list of tables
    bool query = false;   // SELECT or DELETE was said
    Expect expect = Expect::kNothing;
  };

  void Read();
  void ReadSymbol(std::size_t at);
  void ReadKeyword(std::size_t at, const std::string& word);
  std::size_t ReadName(std::size_t at);
  void BeginTables() { clauses_.back() = {true, clauses_.back().query, Expect::kTable}; }
  bool IsSymbol(std::size_t at, char symbol) const;
  // The key word there, or "".
  std::string KeywordAt(std::size_t at) const;
  std::string NameAt(std::size_t at) const { return at < words_.size() ? words_[at].text : std::string(); }
  const Source* SourceCalled(std::size_t statement, const std::string& alias) const;
  bool Reads(std::size_t statement, const std::string& table, bool own) const;
  bool IsOf(std::size_t at, const std::string& table, bool own) const;
  bool IsInUpdateOf(std::size_t at) const;

  std::vector<Word> words_;
  std::vector<Source> sources_;
  std::vector<Clause> clauses_ = std::vector<Clause>(1);
  std::size_t statement_ = 0;
};

}  // namespace migc::emit
