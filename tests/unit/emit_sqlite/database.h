// Database: a SQLite file that the machine's sqlite3 works on, with scripts wrapped as the assembled ones are.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "migc/emit/statement.h"

namespace migc::emit::sqlite::testing {

struct Ran {
  int status = 0;
  std::string output;  // both streams
};

class Database {
 public:
  Database() {
    std::string name = (std::filesystem::temp_directory_path() / "migc_emit_sqlite_XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~Database() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  static bool HasEngine() { return std::system("sqlite3 --version > /dev/null 2>&1") == 0; }  // NOLINT: a fixed command

  // Any SQL, with foreign keys on, as a careful application connects.
  Ran Run(const std::string& sql) const { return Feed(".bail on\nPRAGMA foreign_keys = ON;\n" + sql); }

  // What `sql` prints; it must work.
  std::string Ask(const std::string& sql) const {
    const Ran ran = Run(sql);
    EXPECT_EQ(ran.status, 0) << sql << "\n" << ran.output;
    return ran.output;
  }

  // One revision in its transaction.
  Ran Apply(const RevisionSql& revision) const {
    std::string script = "CREATE TEMP TABLE stop (reason TEXT, ok INTEGER NOT NULL CHECK (ok));\n";
    if (revision.foreign_keys_off) script += "PRAGMA foreign_keys = OFF;\n";
    script += "BEGIN IMMEDIATE;\n";
    for (const Statement& statement : revision.statements) {
      if (statement.kind == StatementKind::kNote) continue;
      if (statement.kind == StatementKind::kRequire) {
        script += "INSERT INTO temp.stop SELECT 'require', (\n" + statement.sql + "\n);\n";
      } else {
        script += statement.sql + ";\n";
      }
    }
    if (revision.foreign_keys_off) script += "INSERT INTO temp.stop SELECT 'orphans', 0 FROM pragma_foreign_key_check;\n";
    return Run(script + "COMMIT;\n");
  }

  // Applies it, and shows what went wrong when it does not work.
  void MustApply(const RevisionSql& revision) const {
    ASSERT_FALSE(revision.statements.empty());
    const Ran ran = Apply(revision);
    ASSERT_EQ(ran.status, 0) << ran.output;
    EXPECT_EQ(ran.output, "") << "a statement of a migration prints nothing";
  }

  // Every object, by name: the schema as SQLite keeps it.
  std::string Schema() const {
    return Ask("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name;");
  }

 private:
  Ran Feed(const std::string& text) const {
    const std::filesystem::path script = folder_ / "script.sql";
    std::ofstream(script, std::ios::binary) << text;
    const std::string command = "sqlite3 -batch '" + (folder_ / "db").string() + "' < '" + script.string() + "' 2>&1";
    Ran ran;
    FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) return {-1, "popen failed"};
    std::array<char, 4096> block{};
    for (std::size_t n = 0; (n = std::fread(block.data(), 1, block.size(), pipe)) > 0;) ran.output.append(block.data(), n);
    const int status = ::pclose(pipe);
    ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ran;
  }

  std::filesystem::path folder_;
};

}  // namespace migc::emit::sqlite::testing
