// What somebody else has made in the way of a step: the script stops, however often it is run, and loses nothing; when the way is
// free, it ends where an undisturbed run ends. MariaDB runs the scripts for MySQL and TiDB too.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "integration/cuts.h"
#include "integration/schema_check.h"
#include "support/engine.h"
#include "support/pipeline.h"

namespace migc::integration {
namespace {

using testing::HasSubstr;

constexpr const char* kFirst = R"(revision a 'One' revises base; upgrade {
  create table p (id bigint identity primary key, name varchar(20), n integer, constraint p_u unique (n, name));
  create index p_n on p (n);
  insert into p (id, name, n) values (1, 'x', 2);
  for mariadb { create sequence s; }
})";

support::MemoryProject Project(const std::string& change) {
  return support::MemoryProject(
      {{"migc.yaml", "migrations: migrations\ndialects: [mariadb, mysql, tidb]\n"},
       {"migrations/a.mig", kFirst},
       {"migrations/b.mig", "revision b 'Two' revises a; upgrade {\n" + change + "\n}\ndowngrade irreversible 'it is a test';\n"}});
}

struct Target {
  std::string dialect;
  std::string version;
};

struct Scripts {
  std::string first;
  std::string second;
};

Scripts CompileFor(const Target& target, const std::string& change) {
  const support::MemoryProject project = Project(change);
  const support::Compiled first = project.Compile("base", "a", target.dialect, target.version);
  const support::Compiled second = project.Compile("a", "b", target.dialect, target.version);
  EXPECT_TRUE(first.ok && second.ok) << first.diagnostics << second.diagnostics;
  return {OnMariadb(first.text), OnMariadb(second.text)};
}

class MariadbWay : public testing::Test {
 protected:
  void SetUp() override {
    if (support::SkipEngines("mariadb")) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
    ASSERT_NE(support::NewDatabase(dialect::Tool::kMysql), nullptr) << "mariadb is not on this machine; set MIGC_SKIP_ENGINES";
  }

  static std::unique_ptr<support::Engine> At(const std::string& script) {
    std::unique_ptr<support::Engine> database = support::NewDatabase(dialect::Tool::kMysql);
    const support::ProcessResult made = database->Run(script);
    EXPECT_EQ(made.status, 0) << made.err;
    return database;
  }
  // Definitions and rows; not the history, which tells when a run was.
  static std::string StateOf(support::Engine& database) {
    database.Query("DROP TABLE migc_history");
    return database.Dump();
  }
  static std::string Undisturbed(const Scripts& scripts) {
    const auto database = At(scripts.first);
    const support::ProcessResult done = database->Run(scripts.second);
    EXPECT_EQ(done.status, 0) << done.err;
    return StateOf(*database);
  }

  // `said`: by the script, or by the server.
  static void ExpectStopsUntilTheWayIsFree(const Target& target, const std::string& change, const std::string& obstacle,
                                           const std::string& removal, const std::string& said) {
    SCOPED_TRACE(target.dialect + ": " + change);
    const Scripts scripts = CompileFor(target, change);
    const std::string expected = Undisturbed(scripts);
    const auto database = At(scripts.first);
    database->Query(obstacle);
    const support::ProcessResult stopped = database->Run(scripts.second);
    const support::ProcessResult again = database->Run(scripts.second);
    EXPECT_NE(stopped.status, 0);
    EXPECT_THAT(stopped.err, HasSubstr(said));
    EXPECT_EQ(again.err, stopped.err);
    EXPECT_EQ(database->Query("SELECT version_num FROM migc_version"), "a\n");
    database->Query(removal);
    const support::ProcessResult free = database->Run(scripts.second);
    EXPECT_EQ(free.status, 0) << free.err;
    EXPECT_EQ(StateOf(*database), expected);
  }
};

TEST_F(MariadbWay, ARenameIsNeverLost) {
  const Target mariadb{"mariadb", ""};
  ExpectStopsUntilTheWayIsFree(mariadb, "rename table p to q;", "CREATE TABLE q (theirs INT)", "DROP TABLE q",
                               "Table 'q' already exists");
  ExpectStopsUntilTheWayIsFree(mariadb, "alter table p rename column name to title;", "ALTER TABLE p ADD COLUMN title INT",
                               "ALTER TABLE p DROP COLUMN title", "Duplicate column name 'title'");
  ExpectStopsUntilTheWayIsFree(mariadb, "rename index p_n to p_m;", "CREATE INDEX p_m ON p (id)", "DROP INDEX p_m ON p",
                               "Duplicate key name 'p_m'");
  ExpectStopsUntilTheWayIsFree(mariadb, "alter table p rename constraint p_u to p_v;", "CREATE INDEX p_v ON p (id)",
                               "DROP INDEX p_v ON p", "Duplicate key name 'p_v'");
  ExpectStopsUntilTheWayIsFree(mariadb, "alter sequence s rename to z;", "CREATE SEQUENCE z", "DROP SEQUENCE z",
                               "Table 'z' already exists");
  // MySQL has RENAME COLUMN since 8.0; here it is CHANGE COLUMN.
  ExpectStopsUntilTheWayIsFree({"mysql", "5.7"}, "alter table p rename column name to title;", "ALTER TABLE p ADD COLUMN title INT",
                               "ALTER TABLE p DROP COLUMN title", "Duplicate column name 'title'");
  ExpectStopsUntilTheWayIsFree({"tidb", "8.5"}, "rename table p to q;", "CREATE TABLE q (theirs INT)", "DROP TABLE q",
                               "Table 'q' already exists");
}

// Whatever words stand in the statement.
TEST_F(MariadbWay, WhatIsThereAlreadyIsSomebodyElses) {
  const std::string theirs =
      "what it does is there already, and no run of this script did it; move it out of the way, and run again";
  const Target mariadb{"mariadb", ""};
  ExpectStopsUntilTheWayIsFree(
      mariadb, "define function f() { mariadb $$ CREATE FUNCTION f() RETURNS TEXT RETURN REPLACE('a', 'a', 'b') $$ };",
      "CREATE FUNCTION f() RETURNS INT RETURN 1", "DROP FUNCTION f", "step 1 of b: " + theirs);
  ExpectStopsUntilTheWayIsFree(mariadb, "define view v as $$ select id from p where exists (select 1 from p) $$;",
                               "CREATE VIEW v AS SELECT 1 AS x", "DROP VIEW v", "step 1 of b: " + theirs);
  // Done by hand: under the new name already.
  ExpectStopsUntilTheWayIsFree(mariadb, "rename table p to q;", "RENAME TABLE p TO q", "RENAME TABLE q TO p",
                               "step 1 of b: " + theirs);
}

TEST_F(MariadbWay, WhatMayBeThereIsTaken) {
  const Scripts scripts = CompileFor({"mariadb", ""}, R"(
    create sequence if not exists s2;
    drop sequence if exists s3;
    drop view if exists gone;
    define view v { mariadb $$ CREATE OR REPLACE VIEW v AS SELECT id FROM p $$ };
    define function f() { mariadb $$ CREATE FUNCTION IF NOT EXISTS f() RETURNS INT RETURN 1 $$ };
  )");
  const auto database = At(scripts.first);
  database->Query("CREATE SEQUENCE s2");
  database->Query("CREATE VIEW v AS SELECT 1 AS x");
  database->Query("CREATE FUNCTION f() RETURNS INT RETURN 1");
  const support::ProcessResult done = database->Run(scripts.second);
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_EQ(database->Query("SELECT version_num FROM migc_version"), "b\n");
  EXPECT_EQ(database->Query("SELECT * FROM v"), "1\n");
}

// Names of columns have no case, those of tables have one here.
TEST_F(MariadbWay, ANameThatChangesItsCaseAloneGoesOnWhereItStopped) {
  const Scripts scripts = CompileFor({"mariadb", ""}, R"(
    alter table p rename column name to "Name";
    rename table p to "P";
  )");
  const std::string expected = Undisturbed(scripts);
  EXPECT_THAT(expected, HasSubstr("CREATE TABLE `P`"));
  EXPECT_THAT(expected, HasSubstr("`Name` varchar(20)"));
  std::size_t cuts = 0;
  for (const std::string& beginning : Beginnings(scripts.second)) {
    // After the statement, before the note that it was done.
    if (!beginning.ends_with("EXECUTE migc_do;\n") || beginning.find("@migc_n = 1,") == std::string::npos) continue;
    const auto database = At(scripts.first);
    database->Run(beginning);
    const support::ProcessResult again = database->Run(scripts.second);
    EXPECT_EQ(again.status, 0) << again.err;
    EXPECT_EQ(StateOf(*database), expected) << beginning.substr(beginning.size() - 400);
    ++cuts;
  }
  EXPECT_EQ(cuts, 2U);
}

}  // namespace
}  // namespace migc::integration
