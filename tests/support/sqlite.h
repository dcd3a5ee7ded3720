// Sqlite: a database file of the test's own, driven by the sqlite3 shell.
#pragma once

#include <string>
#include <vector>

#include "support/process.h"

namespace migc::support {

class SqliteDatabase {
 public:
  // How a person may hand a script to the shell.
  enum class Way { kStdin, kRead, kInit };

  // True when there is a sqlite3 program.
  static bool Available();

  // `sqlite3 FLAGS FILE < SCRIPT` and its like. (There is no start-up file in the test's environment.)
  ProcessResult RunScript(const std::string& script, Way way = Way::kStdin, const std::vector<std::string>& flags = {},
                          const Disturbance& disturbance = {}) const;
  // One query's answer: a row a line, columns separated by '|', nulls as "\N". Throws with the shell's words when it fails.
  std::string Query(const std::string& sql) const;
  std::vector<std::vector<std::string>> Rows(const std::string& sql) const;

  std::string path() const { return directory_.path() + "/test.db"; }

 private:
  TemporaryDirectory directory_;
};

}  // namespace migc::support
