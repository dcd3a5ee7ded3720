// The words of the author in scripts for the databases that are not on this machine: cut as SQL*Plus and sqlcmd cut them, the
// statements hold the same words again.
#include <gtest/gtest.h>

#include <set>

#include "support/exact_words.h"
#include "support/pipeline.h"
#include "unit/script/sqlplus_splitter.h"

namespace migc::integration {
namespace {

using script::testing::SqlplusPart;

support::Compiled Compile(const std::string& dialect) {
  return support::MemoryProject(support::ExactProject(dialect)).Compile("base", "head", dialect);
}

// N'…' + N'…' at `at`, which is moved behind it.
std::string SumOfLiterals(const std::string& sql, std::size_t& at) {
  std::string value;
  while (true) {
    at = sql.find('\'', at) + 1;
    for (; at < sql.size(); ++at) {
      if (sql[at] == '\'' && sql.compare(at, 2, "''") != 0) break;
      if (sql[at] == '\'') ++at;
      value += sql[at];
    }
    ++at;
    const std::size_t next = sql.find_first_not_of(" \n", at);
    if (next == std::string::npos || sql.compare(next, 4, "+ N'") != 0) return value;
    at = next + 2;
  }
}

// Every literal of T-SQL, those inside of what is given to EXEC too; and every [name].
void CollectTsql(const std::string& sql, std::set<std::string>& words) {
  for (std::size_t at = 0; at < sql.size();) {
    if (sql.compare(at, 2, "--") == 0) {
      at = std::min(sql.find('\n', at), sql.size());
    } else if (sql.compare(at, 2, "/*") == 0) {
      at = std::min(sql.find("*/", at), sql.size() - 2) + 2;
    } else if (sql[at] == '\'') {
      const std::string value = SumOfLiterals(sql, at);
      words.insert(value);
      if (value.find('\'') != std::string::npos || value.find('[') != std::string::npos) CollectTsql(value, words);
    } else if (sql[at] == '[') {
      std::string name;
      for (++at; at < sql.size(); ++at) {
        if (sql[at] == ']' && sql.compare(at, 2, "]]") != 0) break;
        if (sql[at] == ']') ++at;
        name += sql[at];
      }
      words.insert(name);
      ++at;
    } else {
      ++at;
    }
  }
}

// The same of a statement for Oracle.
void CollectOracle(const std::string& sql, std::set<std::string>& words) {
  for (std::size_t at = 0; at < sql.size();) {
    if (sql.compare(at, 2, "--") == 0) {
      at = std::min(sql.find('\n', at), sql.size());
    } else if (sql[at] == '"') {
      const std::size_t end = std::min(sql.find('"', at + 1), sql.size());
      words.insert(sql.substr(at + 1, end - at - 1));
      at = end + 1;
    } else if (sql[at] == '\'' || sql.compare(at, 2, "q'") == 0 || sql.compare(at, 4, "CHR(") == 0 ||
               sql.compare(at, 8, "TO_CLOB(") == 0) {
      const std::size_t begin = at;
      const std::optional<std::string> value = script::testing::PlSqlValue(sql, at);
      if (!value) {
        at = begin + 1;
        continue;
      }
      words.insert(*value);
      if (value->find_first_of("'\"") != std::string::npos) CollectOracle(*value, words);
    } else {
      ++at;
    }
  }
}

void ExpectAll(const std::set<std::string>& words, const std::string& dialect) {
  for (const std::string& text : support::ExactTexts()) {
    EXPECT_TRUE(words.contains(text)) << dialect << " is not told:\n" << text.substr(0, 200);
  }
  for (const std::string& name : support::ExactNames(dialect)) {
    for (const char* suffix : {"", " c", " d", " i", " k"}) {
      EXPECT_TRUE(words.contains(name + suffix)) << dialect << " is not told the name:\n" << name << suffix;
    }
  }
}

TEST(ExactScript, ForSqlplus) {
  const support::Compiled script = Compile("oracle");
  ASSERT_TRUE(script.ok) << script.diagnostics;
  const std::vector<SqlplusPart> parts = script::testing::SplitAsSqlplus(script.text);
  for (const SqlplusPart& part : parts) EXPECT_NE(part.kind, SqlplusPart::Kind::kFault) << part.text.substr(0, 500);
  std::set<std::string> words;
  for (const auto& [statement, probe] : script::testing::StepsOf(parts)) {
    EXPECT_NE(statement, "<unreadable>");
    CollectOracle(statement, words);
  }
  ExpectAll(words, "oracle");
}

TEST(ExactScript, ForSqlcmd) {
  const support::Compiled script = Compile("mssql");
  ASSERT_TRUE(script.ok) << script.diagnostics;
  std::set<std::string> words;
  std::string batch;
  std::istringstream lines(script.text);
  for (std::string line; std::getline(lines, line);) {
    std::string word = script::testing::StripLine(line);
    for (char& c : word) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    EXPECT_EQ(line.find("$("), line.find("$(migc_sqlcmd)")) << line.substr(0, 200);
    if (word == "GO") {
      CollectTsql(batch, words);
      batch.clear();
      continue;
    }
    const bool own = word.starts_with(":ON ERROR EXIT") || word.starts_with(":SETVAR ");
    // `:r file`, `QUIT`: with a letter, or a blank or nothing behind.
    const bool command = word.starts_with("GO ") || word.starts_with("!!") || word == "EXIT" || word == "QUIT" ||
                         word.starts_with("QUIT ") || word == "RESET" ||
                         (word.size() > 1 && word[0] == ':' && word[1] >= 'A' && word[1] <= 'Z');
    EXPECT_TRUE(own || !command) << line.substr(0, 200);
    if (!own) batch += line + "\n";
  }
  ExpectAll(words, "mssql");
}

}  // namespace
}  // namespace migc::integration
