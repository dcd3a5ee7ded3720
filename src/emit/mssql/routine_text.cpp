#include "emit/mssql/routine_text.h"

#include <algorithm>
#include <optional>

#include "migc/base/text.h"

namespace migc::emit::mssql {
namespace {

std::vector<Token> Significant(std::string_view sql, const dialect::Dialect& dialect) {
  std::vector<Token> tokens = Tokenize(sql, dialect.lexical).tokens;
  std::erase_if(tokens, [](const Token& token) { return token.kind == TokenKind::kComment; });
  return tokens;
}

std::string_view TextOf(std::string_view sql, const Token& token) { return sql.substr(token.begin, token.end - token.begin); }

std::string WordOf(std::string_view sql, const Token& token) {
  return token.kind == TokenKind::kWord ? base::UpperAscii(TextOf(sql, token)) : std::string();
}

// A word that stands alone on its line.
bool StandsAlone(std::string_view sql, const Token& token) {
  constexpr std::string_view kBlank = " \t\r";
  const std::size_t after = sql.find_first_not_of(kBlank, token.end);
  if (after != std::string_view::npos && sql[after] != '\n') return false;
  if (token.begin == 0) return true;
  const std::size_t before = sql.find_last_not_of(kBlank, token.begin - 1);
  return before == std::string_view::npos || sql[before] == '\n';
}

bool IsConditionToken(std::string_view sql, const Token& token) {
  if (token.kind == TokenKind::kSymbol) {
    const char c = sql[token.begin];
    return c == '=' || c == '<' || c == '>';
  }
  const std::string word = WordOf(sql, token);
  return word == "EXISTS" || word == "IN" || word == "LIKE" || word == "BETWEEN" || word == "IS" || word == "AND" || word == "OR" ||
         word == "NOT";
}

}  // namespace

std::vector<std::string> FirstWords(const std::string& sql, const dialect::Dialect& dialect, std::size_t most) {
  std::vector<std::string> words;
  for (const Token& token : Significant(sql, dialect)) {
    if (words.size() == most) break;
    words.push_back(WordOf(sql, token));
  }
  words.resize(most);
  return words;
}

bool BeginsWithCreate(const std::string& sql, const dialect::Dialect& dialect) {
  return FirstWord(sql, dialect.lexical) == "CREATE";
}

std::string WithoutEnd(std::string_view sql) {
  while (!sql.empty() && std::string_view(" \t\r\n;").find(sql.back()) != std::string_view::npos) sql.remove_suffix(1);
  return std::string(sql);
}

std::string CreateText(const std::string& sql, bool alters, const dialect::Dialect& dialect) {
  const std::vector<Token> tokens = Significant(sql, dialect);
  const bool or_alter = tokens.size() > 2 && WordOf(sql, tokens[1]) == "OR" && WordOf(sql, tokens[2]) == "ALTER";
  const std::size_t end = or_alter ? tokens[2].end : tokens[0].end;
  return WithoutEnd(sql.substr(0, tokens[0].begin) + (alters ? "ALTER" : "CREATE") + sql.substr(end));
}

bool IsSchemaBound(const std::string& sql, const dialect::Dialect& dialect) { return MentionsWord(sql, "schemabinding", dialect); }

std::vector<std::string> SplitBatches(const std::string& sql, const dialect::Dialect& dialect) {
  std::vector<std::string> batches;
  std::size_t begin = 0;
  const auto finish = [&](std::size_t end) {
    std::string batch = WithoutEnd(std::string_view(sql).substr(begin, end - begin));
    batch.erase(0, std::min(batch.find_first_not_of("\r\n"), batch.size()));
    if (!Significant(batch, dialect).empty()) batches.push_back(std::move(batch));
  };
  for (const Token& token : Significant(sql, dialect)) {
    if (WordOf(sql, token) != "GO" || !StandsAlone(sql, token)) continue;
    finish(token.begin);
    begin = token.end;
  }
  finish(sql.size());
  return batches;
}

std::string WithTruthAsNumber(const std::string& query, const dialect::Dialect& dialect) {
  const std::vector<Token> tokens = Significant(query, dialect);
  if (tokens.size() < 2 || WordOf(query, tokens[0]) != "SELECT") return query;
  int depth = 0;
  bool condition = false;
  std::optional<std::size_t> from;
  for (std::size_t i = 1; i < tokens.size() && !from; ++i) {
    const Token& token = tokens[i];
    const char symbol = token.kind == TokenKind::kSymbol ? query[token.begin] : '\0';
    if (symbol == '(') ++depth;
    if (symbol == ')') --depth;
    if (depth > 0) continue;
    const std::string word = WordOf(query, token);
    // More than one column, or a name that is given to it: it is T-SQL already.
    if (symbol == ',' || word == "AS" || word == "CASE" || word == "TOP" || word == "DISTINCT") return query;
    if (word == "FROM") from = i;
    if (!from) condition = condition || IsConditionToken(query, token);
  }
  if (!condition) return query;
  const std::size_t begin = tokens[1].begin;
  const std::size_t end = from ? tokens[*from - 1].end : tokens.back().end;
  return query.substr(0, tokens[0].begin) + "SELECT CASE WHEN " + query.substr(begin, end - begin) + " THEN 1 ELSE 0 END" +
         query.substr(end);
}

}  // namespace migc::emit::mssql
