#include "parse/syntax_help.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "migc/base/nearest.h"
#include "migc/base/text.h"
#include "parse/syntax_words.h"

namespace migc::parse {

namespace {

using Grammar = generated::MigcParser;

constexpr std::string_view kPortableTypes[] = {
    "bigint",  "binary",   "blob",      "boolean", "char",      "date",    "decimal",  "double", "int",
    "integer", "interval", "json",      "jsonb",   "nchar",     "numeric", "nvarchar", "real",   "smallint",
    "text",    "time",     "timestamp", "uuid",    "varbinary", "varchar", "xml",
};

// Two words that begin what other systems have, and how it is written here.
struct Habit {
  std::size_t first;
  std::string_view second;  // lower-case
  std::string_view help;
};

constexpr Habit kHabits[] = {
    {Grammar::CREATE, "view", "write define view name as $$ … $$"},
    {Grammar::CREATE, "materialized", "write define materialized view name as $$ … $$"},
    {Grammar::CREATE, "function", "write define function name(type) { postgres $$ … $$ }"},
    {Grammar::CREATE, "procedure", "write define procedure name(type) { postgres $$ … $$ }"},
    {Grammar::CREATE, "trigger", "write define trigger name on table { postgres $$ … $$ }"},
    {Grammar::CREATE, "type", "write create enum name ('a', 'b')"},
    {Grammar::DROP, "column", "write alter table t drop column c"},
    {Grammar::DROP, "constraint", "write alter table t drop constraint c"},
    {Grammar::DROP, "type", "write drop enum name"},
    {Grammar::RENAME, "column", "write alter table t rename column a to b"},
    {Grammar::RENAME, "constraint", "write alter table t rename constraint a to b"},
    {Grammar::RENAME, "to", "write rename table a to b"},
    {Grammar::SET, "data", "write alter column c type T"},
    {Grammar::TABLE, "modify", "write alter column c type T"},
};

std::string HelpForHabit(const Token& before, const Token& seen) {
  const std::string word = base::LowerAscii(seen.text());
  for (const Habit& habit : kHabits) {
    if (habit.first == before.getType() && habit.second == word) return std::string(habit.help);
  }
  if (word == "modify" || word == "change") return "write alter column c type T";
  if (word == "is" && seen.getType() == Grammar::IS) return "leave \"is\" out";
  return {};
}

// What stands where a text in quotes or raw SQL belongs.
std::string HelpForText(const Token& seen, const TokenKinds& expected) {
  const bool word = seen.getType() == Grammar::WORD || IsKeyword(seen.getType());
  if (expected.contains(Grammar::RAW) && (word || seen.getType() == Grammar::STRING)) {
    return "text of one database stands between $$ and $$";
  }
  const bool plain = word || seen.getType() == Grammar::INTEGER || seen.getType() == Grammar::DIGIT_WORD;
  const bool string_alone = expected.contains(Grammar::STRING) && !TakesName(expected) && !TakesExpression(expected);
  return plain && string_alone && !expected.contains(Grammar::SEMI)
             ? "write it in single quotes: '" + std::string(seen.text()) + "'"
             : "";
}

}  // namespace

std::string Quoted(std::string_view word) { return "\"" + std::string(word) + "\""; }

bool IsTypeWord(const Token& token) {
  const std::string word = base::LowerAscii(token.text());
  return std::find(std::begin(kPortableTypes), std::end(kPortableTypes), word) != std::end(kPortableTypes);
}

// The keyword that was meant, among those that may stand there.
std::string DidYouMean(const Token& token, const TokenKinds& expected) {
  if (token.getType() != Grammar::WORD && !IsKeyword(token.getType())) return {};
  std::vector<std::string> candidates;
  const bool any_name = TakesName(expected);
  for (const std::size_t kind : expected) {
    if (IsKeyword(kind) && !any_name) candidates.push_back(Spelling(kind));
  }
  const std::optional<std::string> nearest = base::NearestName(token.text(), candidates);
  return nearest ? "did you mean " + Quoted(*nearest) + "?" : std::string();
}

std::string_view ItemForm(std::size_t kind) {
  switch (kind) {
    case Grammar::CONSTRAINT:
      return "a constraint is written constraint name check (…), and so on";
    case Grammar::CHECK_:
      return "a check is written check (condition)";
    case Grammar::FOREIGN:
      return "a foreign key is written foreign key (column) references table (column)";
    case Grammar::EXCLUDE:
      return "an exclusion is written exclude using gist (column with =)";
    case Grammar::INDEX:
      return "an index is written index name (column)";
    case Grammar::PRIMARY:
      return "a primary key is written primary key (column)";
    case Grammar::UNIQUE:
      return "a unique constraint is written unique (column)";
    default:
      return {};
  }
}

std::string HelpForStatementWord(const Token& token) {
  const std::string word = base::LowerAscii(token.text());
  if (word == "begin" || word == "commit" || word == "rollback") return "leave it out: transactions are the script's business";
  static const std::vector<std::string> words = {"alter",  "comment", "create", "define",  "delete", "drop", "for", "grant",
                                                 "insert", "no",      "rename", "require", "revoke", "set",  "sql", "update"};
  if (const std::optional<std::string> nearest = base::NearestName(word, words)) return "did you mean " + Quoted(*nearest) + "?";
  return "a statement of one database is written sql $$ … $$";
}

std::string HelpFor(const TokenStream& tokens, const SyntaxError& error) {
  const Token& seen = tokens.At(error.offending);
  if (std::string meant = DidYouMean(seen, error.expected); !meant.empty()) return meant;
  if (error.offending == 0) return {};
  const Token& before = tokens.At(error.offending - 1);
  if (before.getType() == Grammar::STRING && before.end() == seen.begin()) return "a quote inside a string is written twice: ''";
  if (std::string habit = HelpForHabit(before, seen); !habit.empty()) return habit;
  if (std::string text = HelpForText(seen, error.expected); !text.empty()) return text;
  switch (error.rule->getRuleIndex()) {
    case Grammar::RuleIndexKeys:
      if (seen.getType() != Grammar::LPAREN) break;
      return "an expression in an index stands in parentheses of its own: ((lower(name))); a prefix is written length 10";
    case Grammar::RuleColumnList:
      if (error.statement->start->getType() != Grammar::INSERT) break;
      return "write insert into table (column, …) values (…)";
    case Grammar::RuleHeader:
      if (seen.getType() != Grammar::MINUS && seen.getType() != Grammar::DOT) break;
      return "an id with other characters than letters, digits and _ is quoted";
    case Grammar::RuleAlterColumnAction:
      if (IsTypeWord(seen)) return "write type " + std::string(seen.text());
      break;
    default:
      break;
  }
  if (seen.getType() == Grammar::LBRACKET && TakesName(error.expected)) return "names are quoted as \"name\"";
  if (TakesType(error.expected) && IsKeyword(seen.getType())) return "the type comes after the column's name";
  if (seen.getType() == Grammar::STRING && (before.getType() == Grammar::WORD || IsKeyword(before.getType()))) {
    return "words that go before a string are `date` and `timestamp`; for others write sql $$ … $$";
  }
  return {};
}

}  // namespace migc::parse
