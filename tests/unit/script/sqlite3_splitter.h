// A second reading of how the sqlite3 shell cuts a file into statements and commands, written apart from src/script for its tests:
// by lines, as the shell reads, with sqlite3_complete() as its documentation describes it.
#pragma once

#include <cctype>
#include <sstream>
#include <string>
#include <vector>

namespace migc::script::testing {

// True when the text ends in a semicolon that ends a statement.
inline bool IsComplete(const std::string& sql) {
  std::vector<std::string> tokens;
  for (std::size_t i = 0; i < sql.size();) {
    const char c = sql[i];
    if (std::isspace(static_cast<unsigned char>(c)) != 0) {
      ++i;
    } else if (sql.compare(i, 2, "--") == 0) {
      i = sql.find('\n', i);
      if (i == std::string::npos) break;
    } else if (sql.compare(i, 2, "/*") == 0) {
      i = sql.find("*/", i + 2);
      if (i == std::string::npos) return false;
      i += 2;
    } else if (c == '\'' || c == '"' || c == '`' || c == '[') {
      i = sql.find(c == '[' ? ']' : c, i + 1);
      if (i == std::string::npos) return false;
      ++i;
      tokens.emplace_back("quoted");
    } else if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80) {
      std::string word;
      while (i < sql.size() && (std::isalnum(static_cast<unsigned char>(sql[i])) != 0 || sql[i] == '_' || sql[i] == '$' ||
                                static_cast<unsigned char>(sql[i]) >= 0x80)) {
        word += static_cast<char>(std::tolower(static_cast<unsigned char>(sql[i++])));
      }
      tokens.push_back(word);
    } else {
      tokens.emplace_back(1, c);
      ++i;
    }
  }
  if (tokens.empty() || tokens.back() != ";") return false;
  const bool temporary = tokens.size() > 2 && tokens[0] == "create" && (tokens[1] == "temp" || tokens[1] == "temporary");
  const std::size_t object = temporary ? 2 : 1;
  if (tokens.size() <= object || tokens[0] != "create" || tokens[object] != "trigger") return true;
  return tokens.size() > 3 && tokens[tokens.size() - 2] == "end" && tokens[tokens.size() - 3] == ";";
}

// Comments and blank space at both ends do not count.
inline std::string Strip(std::string text) {
  for (bool more = true; more;) {
    more = false;
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0) text.erase(0, 1);
    if (text.starts_with("--")) {
      text.erase(0, std::min(text.find('\n'), text.size()));
      more = true;
    } else if (text.starts_with("/*")) {
      text.erase(0, text.find("*/") + 2);
      more = true;
    }
  }
  while (!text.empty() && (std::isspace(static_cast<unsigned char>(text.back())) != 0)) text.pop_back();
  return text;
}

inline std::vector<std::string> SplitAsSqlite3(const std::string& file) {
  std::vector<std::string> statements;
  std::istringstream lines(file);
  std::string line;
  std::string current;
  while (std::getline(lines, line)) {
    if (line.ends_with('\r')) line.pop_back();
    if (Strip(current).empty() && (line.starts_with(".") || line.starts_with("#"))) {
      statements.push_back(line);
      current.clear();
      continue;
    }
    const std::string bare = Strip(line);
    if ((bare == "/" || bare == "go" || bare == "GO") && IsComplete(current + ";")) line = ";";
    current += line + "\n";
    if (!IsComplete(current)) continue;
    std::string statement = Strip(current);
    statement.pop_back();
    statements.push_back(Strip(statement));
    current.clear();
  }
  if (!Strip(current).empty()) statements.push_back("<unfinished> " + current);
  return statements;
}

}  // namespace migc::script::testing
