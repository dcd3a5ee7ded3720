// Hostile names, messages and raw SQL, hostile flags and start-up files: the script says exactly what was meant, whatever the tool
// makes of its input.
#include <gmock/gmock.h>

#include <thread>

#include "integration/engines.h"
#include "support/postgres.h"
#include "support/sqlite.h"

namespace migc::integration {
namespace {

using support::Sql;
using testing::HasSubstr;
using testing::Not;

// What a comment, a printed line, a literal and a tool's own command may trip over.
const std::vector<std::string> kHostile = {
    "it's \"quoted\" `date` \\ \\\\ back",
    "two\nlines",
    "\\! touch /tmp/migc-was-here\n\\q",
    ".shell touch /tmp/migc-was-here\n.quit",
    "*/ DROP TABLE account; --",
    "; DROP TABLE account; --",
    "$migc$ $$ $1 :USER :'USER' :{?USER} ${HOME} %s %",
    "\r\nDROP TABLE account;\r",
    "emoji 🐘 \xe2\x80\xae right to left",
    "tab\there",
    "$migc$; $migc1$",
    "/\ngo\nGO\n/",
};

class Hostile : public OnEachEngine {};

TEST_P(Hostile, WordsOfTheAuthor) {
  int n = 0;
  std::string expected;
  for (const std::string& words : kHostile) {
    ++n;
    std::vector<emit::Statement> statements;
    if (n == 1) statements.push_back(Sql("CREATE TABLE account (id integer, words text)"));
    std::string literal;
    for (const char c : words) literal += c == '\'' ? "''" : std::string(1, c);
    statements.push_back(Sql("INSERT INTO account VALUES (" + std::to_string(n) + ", '" + literal + "')", words));
    statements.push_back(support::Require("SELECT 1 = 1", words, n == 1));
    sample->Add("rev" + std::to_string(n), words, std::move(statements));
    sample->last().path = "migrations/" + words + ".mig";
  }
  const support::ProcessResult result = database->Run(sample->Script());
  ASSERT_EQ(result.status, 0) << result.err << sample->Script();
  EXPECT_EQ(result.err, "");
  EXPECT_THAT(result.out, HasSubstr("MIGC-RECEIPT 1"));
  EXPECT_THAT(result.out, HasSubstr("upgrade rev1 it's \"quoted\" `date` \\ \\\\ back\n"));
  n = 0;
  for (const std::string& words : kHostile) {
    ++n;
    EXPECT_EQ(database->Query("SELECT words FROM account WHERE id = " + std::to_string(n)), words + "\n");
    EXPECT_EQ(database->Query("SELECT message FROM migc_history WHERE revision = 'rev" + std::to_string(n) + "'"), words + "\n");
  }
  EXPECT_EQ(database->Query("SELECT count(*) FROM account"), std::to_string(n) + "\n");
}

TEST_P(Hostile, RevisionIds) {
  for (const std::string& words : kHostile) sample->Add(words, "message", {});
  const support::ProcessResult result = database->Run(sample->Script());
  ASSERT_EQ(result.status, 0) << result.err << sample->Script();
  EXPECT_EQ(database->Query("SELECT version_num FROM migc_version"), kHostile.back() + "\n");
  // The receipt stays one line of words.
  const std::string receipt = result.out.substr(result.out.find("MIGC-RECEIPT"));
  EXPECT_THAT(receipt.substr(0, receipt.find('\n')), testing::MatchesRegex("MIGC-RECEIPT 1 [a-z]+ base [^ ]+ [0-9a-f]+ [0-9]+ *"));
}

TEST_P(Hostile, RequireSaysItsSentenceExactly) {
  for (const std::string& words : kHostile) {
    support::Sample chain(GetParam());
    chain.Add("aaaa", "Check", {support::Require("SELECT 1 = 2", words, true)});
    const support::ProcessResult result = database->Run(chain.Script());
    EXPECT_NE(result.status, 0);
    // The shell of SQLite drops a carriage return before a line feed; in the sentence of a trigger nothing can be done about it.
    EXPECT_THAT(result.err, HasSubstr(OnPostgres() || !words.starts_with('\r') ? words : words.substr(1)));
  }
}

TEST_P(Hostile, NamesOfTheBookkeeping) {
  script::Bookkeeping& bookkeeping = sample->input().options.bookkeeping;
  bookkeeping.version_table = "Order \"of\" 'versions' $migc$";
  bookkeeping.history_table = "select; --";
  sample->dialect().reserved = {"select"};
  if (OnPostgres()) {
    bookkeeping.version_schema = "Odd schema";
    database->Query("CREATE SCHEMA \"Odd schema\"");
  }
  sample->Add("aaaa", "One", {}).Add("bbbb", "Two", {});
  const std::string schema = OnPostgres() ? "\"Odd schema\"." : "";
  const support::ProcessResult result = database->Run(sample->Script());
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(database->Query("SELECT version_num FROM " + schema + R"("Order ""of"" 'versions' $migc$")"), "bbbb\n");
  EXPECT_EQ(database->Query("SELECT revision FROM " + schema + R"("select; --" ORDER BY id)"), "aaaa\nbbbb\n");
  EXPECT_NE(database->Run(sample->Script()).status, 0);
}

TEST_P(Hostile, CommentsInsideAndBehindStatements) {
  sample->Add(
      "aaaa", "Comments",
      {Sql("CREATE TABLE account (id integer) -- the end; really"), Sql("-- it's first;\nINSERT INTO account VALUES (1) /* ; ' */"),
       Sql("/* one; */ INSERT INTO account\n-- two;\nVALUES (2)")});
  const support::ProcessResult result = database->Run(sample->Script());
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(database->Query("SELECT id FROM account ORDER BY 1"), "1\n2\n");
}

MIGC_ON_EACH_ENGINE(Hostile);

// ---- psql ----

class Psql : public testing::Test {
 protected:
  void SetUp() override {
    if (support::SkipEngines("postgres")) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
    ASSERT_NE(support::PostgresServer::Get(), nullptr) << "postgres is not on this machine; set MIGC_SKIP_ENGINES to do without";
    database = std::make_unique<support::PostgresDatabase>(*support::PostgresServer::Get());
    sample.Add("aaaa", "One", {Sql("CREATE TABLE account (id integer PRIMARY KEY)")});
    sample.Add(
        "bbbb", "Two",
        {Sql("INSERT INTO account VALUES (1)"), Sql("INSERT INTO account VALUES (1)"), Sql("INSERT INTO account VALUES (2)")});
  }

  std::unique_ptr<support::PostgresDatabase> database;
  support::Sample sample{dialect::Tool::kPsql};
};

TEST_F(Psql, FlagsThatWouldGoOnAfterAFailure) {
  const std::vector<std::vector<std::string>> all = {
      {"-v", "ON_ERROR_STOP=0"}, {"-v", "ON_ERROR_ROLLBACK=on"},
      {"-v", "AUTOCOMMIT=off"},  {"-v", "AUTOCOMMIT=off", "-v", "ON_ERROR_ROLLBACK=on", "-v", "ON_ERROR_STOP=off"},
      {"-q", "-a", "-e"},        {"-v", "FETCH_COUNT=1"}};
  for (const auto& flags : all) {
    const support::PostgresDatabase fresh(*support::PostgresServer::Get());
    const support::ProcessResult result = fresh.RunScript(sample.Script(), flags);
    EXPECT_EQ(result.status, 3) << result.err;
    EXPECT_THAT(result.err, HasSubstr("duplicate key"));
    EXPECT_EQ(fresh.Query("SELECT version_num FROM migc_version"), "aaaa\n");
    EXPECT_EQ(fresh.Query("SELECT count(*) FROM account"), "0\n");
  }
}

TEST_F(Psql, AStartUpFileThatChangesEverything) {
  const support::TemporaryDirectory home;
  home.Write(".psqlrc",
             "\\set ON_ERROR_STOP off\n\\set AUTOCOMMIT off\n\\set ON_ERROR_ROLLBACK on\n\\set QUIET on\n\\set x 7\n\\set "
             "SHOW_CONTEXT always\n"
             "\\set VERBOSITY verbose\n\\pset format unaligned\n\\set HOST 'nowhere'\n");
  const std::string file = home.Write("script.sql", sample.Script());
  support::ProcessInput input;
  input.environment["HOME"] = home.path();
  input.environment["PSQLRC"] = home.path() + "/.psqlrc";
  const support::ProcessResult result = support::RunProcess(database->Psql({"-f", file}), input);
  EXPECT_EQ(result.status, 3) << result.err;
  EXPECT_EQ(database->Query("SELECT version_num FROM migc_version"), "aaaa\n");
}

TEST_F(Psql, FedByAPipe) {
  const support::TemporaryDirectory directory;
  support::ProcessInput input;
  input.stdin_path = directory.Write("script.sql", sample.Script());
  const support::ProcessResult result = support::RunProcess(database->Psql({}), input);
  EXPECT_EQ(result.status, 3);
  EXPECT_EQ(database->Query("SELECT version_num FROM migc_version"), "aaaa\n");
}

// With -1 psql would hold all in one transaction; the script's own COMMITs would break that promise.
TEST_F(Psql, RefusesToRunInsideOfATransaction) {
  const support::ProcessResult result = database->RunScript(sample.Script(), {"-1"});
  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.err, HasSubstr("this script makes its own transactions, and one is open already; nothing was changed"));
  EXPECT_EQ(database->Query("SELECT to_regclass('migc_version') IS NULL"), "t\n");
}

TEST_F(Psql, RefusesAnotherProduct) {
  sample.dialect().title = "CockroachDB";
  const support::ProcessResult result = database->RunScript(sample.Script());
  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.err, HasSubstr("this script is for CockroachDB, and this server is PostgreSQL"));
}

TEST_F(Psql, RefusesASchemaThatIsNotThere) {
  sample.input().options.bookkeeping.version_schema = "elsewhere";
  const support::ProcessResult result = database->RunScript(sample.Script());
  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.err, HasSubstr("there is no schema elsewhere for table elsewhere.migc_version; nothing was changed"));
}

// psql replaces :NAME outside quotes by a variable's value; HOST, USER, … are always set.
TEST_F(Psql, VariablesAreLeftAlone) {
  support::Sample chain(dialect::Tool::kPsql);
  chain.Add("aaaa", "Slices",
            {Sql("CREATE TABLE t (\"HOST\" integer, \"USER\" integer, a integer[], s text)"),
             Sql("INSERT INTO t VALUES (2, 3, ARRAY[1,2,3,4], 'x:USER')"),
             Sql("CREATE TABLE u AS SELECT a[1:\"HOST\"] AS b, a[1:2] AS c, a::text AS d FROM t"),
             Sql("CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT ':USER' || (SELECT a[1:2]::text FROM t) $$")});
  const support::ProcessResult result = database->RunScript(chain.Script(), {"-v", "2=9"});
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(database->Query("SELECT * FROM u"), "{1,2}|{1,2}|{1,2,3,4}\n");
  EXPECT_EQ(database->Query("SELECT s, f() FROM t"), "x:USER|:USER{1,2}\n");
  EXPECT_EQ(database->Query("SELECT prosrc FROM pg_proc WHERE proname = 'f'"),
            " SELECT ':USER' || (SELECT a[1:2]::text FROM t) \n");
}

TEST_F(Psql, BodiesAndRules) {
  support::Sample chain(dialect::Tool::kPsql);
  chain.Add("aaaa", "Bodies",
            {Sql("CREATE TABLE t (a integer)"), Sql("CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2)"),
             Sql("CREATE FUNCTION f(x integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN x > 1 THEN 1 ELSE 2 END; "
                 "SELECT x; END"),
             Sql("CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN NEW.a := 1; RETURN NEW; END; $body$"),
             Sql("INSERT INTO t VALUES (f(3))")});
  const support::ProcessResult result = database->RunScript(chain.Script());
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(database->Query("SELECT a FROM t"), "3\n");
}

// While one session makes an index concurrently, another one waits for the lock: that must not be a deadlock.
TEST_F(Psql, WaitingDoesNotHoldUpAnIndexMadeConcurrently) {
  support::Sample chain(dialect::Tool::kPsql);
  std::vector<emit::Statement> statements = {Sql("CREATE TABLE t (a integer)"), Sql("SELECT pg_sleep(1)")};
  for (int i = 0; i < 6; ++i) {
    statements.push_back(Sql("CREATE INDEX CONCURRENTLY i" + std::to_string(i) + " ON t (a)"));
    statements.back().no_transaction = true;
  }
  chain.Add("aaaa", "Index", std::move(statements));
  support::ProcessResult results[2];
  {
    std::jthread one([&] { results[0] = database->RunScript(chain.Script()); });
    std::jthread two([&] { results[1] = database->RunScript(chain.Script()); });
  }
  if (results[0].status != 0) std::swap(results[0], results[1]);
  EXPECT_EQ(results[0].status, 0) << results[0].err;
  EXPECT_THAT(results[1].err, HasSubstr("another session is applying migrations to this database; waiting until it has ended"));
  EXPECT_THAT(results[1].err, HasSubstr("this database is at aaaa already"));
  EXPECT_EQ(
      database->Query("SELECT count(*) FROM pg_index x JOIN pg_class c ON c.oid = indrelid WHERE relname = 't' AND indisvalid"),
      "6\n");
}

// ---- sqlite3 ----

class Sqlite3 : public testing::Test {
 protected:
  void SetUp() override {
    if (support::SkipEngines("sqlite")) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
    ASSERT_TRUE(support::SqliteDatabase::Available()) << "sqlite3 is not on this machine; set MIGC_SKIP_ENGINES to do without";
  }

  support::SqliteDatabase database;
  support::Sample sample{dialect::Tool::kSqlite3};
};

// The script is one transaction.
constexpr const char* kObjects = "SELECT name FROM sqlite_master";

TEST_F(Sqlite3, StopsHoweverItIsGivenTheScript) {
  sample.Add("aaaa", "One", {Sql("CREATE TABLE account (id integer PRIMARY KEY)")});
  sample.Add("bbbb", "Two",
             {Sql("INSERT INTO account VALUES (1)"), Sql("INSERT INTO nowhere VALUES (1)"), Sql("INSERT INTO account VALUES (2)")});
  using Way = support::SqliteDatabase::Way;
  for (const Way way : {Way::kStdin, Way::kRead, Way::kInit}) {
    const support::SqliteDatabase fresh;
    const support::ProcessResult result = fresh.RunScript(sample.Script(), way);
    EXPECT_EQ(result.status, 1);
    EXPECT_EQ(fresh.Query(kObjects), "");
  }
}

TEST_F(Sqlite3, AStartUpFileThatChangesEverything) {
  const support::TemporaryDirectory home;
  home.Write(".sqliterc",
             ".bail off\n.mode box\n.headers on\nPRAGMA foreign_keys = OFF;\nPRAGMA legacy_alter_table = ON;\n.separator '!'\n");
  sample.Add("aaaa", "One", {Sql("CREATE TABLE account (id integer PRIMARY KEY)")});
  sample.Add("bbbb", "Two", {Sql("INSERT INTO nowhere VALUES (1)"), Sql("INSERT INTO account VALUES (2)")});
  support::ProcessInput input;
  input.environment["HOME"] = home.path();
  input.stdin_path = home.Write("script.sql", sample.Script());
  const support::ProcessResult result = support::RunProcess({"sqlite3", database.path()}, input);
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(database.Query(kObjects), "");
}

// What the rebuild of a table with cascading children looks like; with foreign keys on, DROP TABLE would delete the children.
TEST_F(Sqlite3, ARebuildKeepsTheChildren) {
  sample.Add("aaaa", "Tables",
             {Sql("CREATE TABLE parent (id INTEGER PRIMARY KEY, a TEXT)"),
              Sql("CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent (id) ON DELETE CASCADE)"),
              Sql("INSERT INTO parent VALUES (1, 'a'), (2, 'b')"), Sql("INSERT INTO child VALUES (1, 1), (2, 2), (3, NULL)")});
  sample.Add("bbbb", "Rebuild",
             {Sql("CREATE TABLE parent_new (id INTEGER PRIMARY KEY, a TEXT NOT NULL)"),
              Sql("INSERT INTO parent_new SELECT id, a FROM parent"), Sql("DROP TABLE parent"),
              Sql("ALTER TABLE parent_new RENAME TO parent")});
  sample.last().sql.foreign_keys_off = true;
  const support::ProcessResult result = database.RunScript(sample.Script());
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(database.Query("SELECT id, parent FROM child ORDER BY 1"), "1|1\n2|2\n3|\\N\n");
  EXPECT_EQ(database.Query("PRAGMA foreign_key_check"), "");
  EXPECT_EQ(database.Query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1"),
            "child\nmigc_history\nmigc_version\nparent\n");
}

TEST_F(Sqlite3, ARebuildThatBreaksForeignKeysStops) {
  sample.Add("aaaa", "Tables",
             {Sql("CREATE TABLE parent (id INTEGER PRIMARY KEY)"),
              Sql("CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent (id))"),
              Sql("INSERT INTO parent VALUES (1), (2)"), Sql("INSERT INTO child VALUES (1, 1), (2, 2)")});
  sample.Add("bbbb", "Breaks", {Sql("DELETE FROM parent WHERE id = 2")});
  sample.last().sql.foreign_keys_off = true;
  sample.last().sql.may_cascade = true;
  const support::ProcessResult result = database.RunScript(sample.Script());
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.out, HasSubstr("migc: 1 row(s) of table child refer to rows of table parent that are not there"));
  EXPECT_THAT(result.err, HasSubstr("foreign keys are broken (see the lines before); the revision at hand was rolled back"));
  EXPECT_EQ(database.Query("SELECT version_num FROM migc_version"), "aaaa\n");
  EXPECT_EQ(database.Query("SELECT count(*) FROM parent"), "2\n");
}

TEST_F(Sqlite3, WhatWasBrokenBeforeDoesNotStopIt) {
  database.Query("CREATE TABLE parent (id INTEGER PRIMARY KEY)");
  database.Query("CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent (id))");
  database.Query("INSERT INTO child VALUES (1, 7)");
  sample.Add("aaaa", "Rebuild",
             {Sql("CREATE TABLE child_new (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent (id), n TEXT)"),
              Sql("INSERT INTO child_new (id, parent) SELECT id, parent FROM child"), Sql("DROP TABLE child"),
              Sql("ALTER TABLE child_new RENAME TO child")});
  sample.last().sql.foreign_keys_off = true;
  EXPECT_EQ(database.RunScript(sample.Script()).status, 0);
  EXPECT_EQ(database.Query("SELECT parent FROM child"), "7\n");
  sample.Add("bbbb", "One more", {Sql("INSERT INTO child VALUES (2, 8, NULL)")});
  sample.last().sql.foreign_keys_off = true;
  sample.StartAfter("aaaa");
  EXPECT_EQ(database.RunScript(sample.Script()).status, 1);
  EXPECT_EQ(database.Query("SELECT count(*) FROM child"), "1\n");
}

// Data statements obey foreign keys and cascade, as in every other database.
TEST_F(Sqlite3, ForeignKeysAreOnElsewhere) {
  sample.Add("aaaa", "Tables",
             {Sql("CREATE TABLE parent (id INTEGER PRIMARY KEY)"),
              Sql("CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent (id) ON DELETE CASCADE)"),
              Sql("INSERT INTO parent VALUES (1), (2)"), Sql("INSERT INTO child VALUES (1, 1), (2, 2)"),
              Sql("DELETE FROM parent WHERE id = 1")});
  ASSERT_EQ(database.RunScript(sample.Script()).status, 0);
  EXPECT_EQ(database.Query("SELECT id FROM child"), "2\n");
  sample.Add("bbbb", "Orphan", {Sql("INSERT INTO child VALUES (3, 9)")});
  sample.StartAfter("aaaa");
  const support::ProcessResult result = database.RunScript(sample.Script());
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.err, HasSubstr("FOREIGN KEY constraint failed"));
}

TEST_F(Sqlite3, Triggers) {
  emit::Statement trigger =
      Sql("CREATE TRIGGER touch AFTER INSERT ON t BEGIN\n  UPDATE t SET a = CASE WHEN a > 1 THEN 5 ELSE a END;\n  SELECT 1;\nEND");
  trigger.kind = emit::StatementKind::kBody;
  sample.Add("aaaa", "Trigger", {Sql("CREATE TABLE t (a INTEGER)"), trigger, Sql("INSERT INTO t VALUES (3)")});
  ASSERT_EQ(database.RunScript(sample.Script()).status, 0);
  EXPECT_EQ(database.Query("SELECT a FROM t"), "5\n");
}

}  // namespace
}  // namespace migc::integration
