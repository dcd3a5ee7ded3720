// A second reading of how the mysql client cuts a file into statements, written apart from src/script for its tests: strings,
// names, comments, and DELIMITER at the start of a line.
#pragma once

#include <string>
#include <vector>

namespace migc::script::testing {

// Without their delimiters, and without comments before them. What does not end is "<unfinished>…".
inline std::vector<std::string> SplitAsMysql(const std::string& script) {
  std::vector<std::string> statements;
  std::string delimiter = ";";
  std::string statement;
  for (std::size_t i = 0; i < script.size();) {
    const char c = script[i];
    const bool blank = statement.find_first_not_of(" \n\t") == std::string::npos;
    if (blank && (i == 0 || script[i - 1] == '\n') && script.compare(i, 10, "DELIMITER ") == 0) {
      const std::size_t end = script.find('\n', i);
      delimiter = script.substr(i + 10, end - i - 10);
      i = end + 1;
    } else if (script.compare(i, delimiter.size(), delimiter) == 0) {
      const std::size_t start = statement.find_first_not_of(" \n\t");
      if (start != std::string::npos) statements.push_back(statement.substr(start));
      statement.clear();
      i += delimiter.size();
    } else if (c == '\'' || c == '"' || c == '`') {
      statement += script[i++];
      while (i < script.size() && script[i] != c) {
        if (script[i] == '\\' && c != '`') statement += script[i++];
        statement += script[i++];
      }
      if (i >= script.size()) return {"<unfinished> " + statement};
      statement += script[i++];
    } else if (c == '#' || (script.compare(i, 2, "--") == 0 && (i + 2 == script.size() || script[i + 2] <= ' '))) {
      const std::size_t end = script.find('\n', i);
      // In front of a statement it is nobody's; inside it stays.
      if (!blank) statement += script.substr(i, end - i);
      i = end;
    } else if (script.compare(i, 2, "/*") == 0) {
      const std::size_t end = script.find("*/", i + 2);
      statement += script.substr(i, end + 2 - i);
      i = end + 2;
    } else {
      statement += script[i++];
    }
  }
  if (statement.find_first_not_of(" \n\t") != std::string::npos) statements.push_back("<unfinished> " + statement);
  return statements;
}

// The string literal that follows `before` in the statement, as the server reads it; "" when `before` is not there.
inline std::string LiteralAfter(const std::string& statement, const std::string& before) {
  std::size_t at = statement.find(before);
  if (at == std::string::npos) return "";
  std::string text;
  for (at += before.size() + 1; at < statement.size(); ++at) {
    const char c = statement[at];
    if (c == '\\') {
      const char next = statement[++at];
      text += next == 'r' ? '\r' : next;
    } else if (c == '\'' && at + 1 < statement.size() && statement[at + 1] == '\'') {
      text += statement[++at];
    } else if (c == '\'') {
      return text;
    } else {
      text += c;
    }
  }
  return "<unfinished> " + text;
}

}  // namespace migc::script::testing
