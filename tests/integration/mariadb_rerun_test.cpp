// A script for MariaDB that was cut off, run again: it goes on where it stopped, wherever that was, and ends where an undisturbed
// run ends. And a client that is told to go on after errors does no more than one that stops.
#include <gtest/gtest.h>

#include "integration/cuts.h"
#include "support/mariadb.h"
#include "support/pipeline.h"

namespace migc::integration {
namespace {

constexpr const char* kProject = "migrations: migrations\ndialects:\n  mariadb: 10.11\n";

constexpr const char* kFirst = R"(revision a 'One' revises base; upgrade {
  create table p (id bigint identity primary key, name varchar(20), note text);
  create table c (id bigint identity primary key, p_id bigint references p (id), n integer not null default 3);
  insert into p (id, name) values (1, 'x\y'), (2, 'it''s');
  alter table c add column k integer, add column l varchar(10) default 'z';
  create index c_k on c (k);
})";

std::string Second(const std::string& more) {
  return R"(revision b 'Two' revises a; upgrade {
  set lock timeout '7s';
  alter table p rename column name to title;
  update p set title = title || '!' where id = 1 undo nothing;
  require $$ select count(*) = 2 from p $$ 'not two';
  alter table p alter column title type integer using (length(title)), alter column note set not null fill 'none';
  create enum mood ('a', 'b');
  alter table p add column feels mood not null default 'a';
  alter enum mood rename 'a' to 'z';
  define trigger tr on c {
    mysql $$ CREATE TRIGGER tr BEFORE INSERT ON c FOR EACH ROW BEGIN SET NEW.n = 1; IF NEW.k IS NULL THEN SET NEW.k = 2; END IF; END $$
  };
  define view v as $$ select id from p $$;
  rename table c to cc;
)" + more +
         "\n}\ndowngrade irreversible 'it is a test';\n";
}

support::Compiled Compile(const std::string& more, const std::string& from = "base") {
  const support::MemoryProject project({{"migc.yaml", kProject}, {"migrations/a.mig", kFirst}, {"migrations/b.mig", Second(more)}});
  return project.Compile(from, "heads", "mariadb");
}

class MariadbRerun : public testing::Test {
 protected:
  void SetUp() override {
    if (support::SkipEngines("mariadb")) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
    ASSERT_NE(support::MariadbServer::Get(), nullptr) << "mariadb is not on this machine; set MIGC_SKIP_ENGINES to do without";
  }

  static std::string Dump(const support::MariadbDatabase& database) {
    const support::ProcessResult dump =
        support::RunProcess({"mariadb-dump", "--no-defaults", "--socket=" + database.server().socket(), "--user=root",
                             "--skip-comments", "--triggers", "--ignore-table=" + database.name() + ".migc_history",
                             "--ignore-table=" + database.name() + ".migc_step", database.name()});
    EXPECT_EQ(dump.status, 0) << dump.err;
    return dump.out + database.Query("SELECT revision, direction FROM migc_history ORDER BY id") +
           database.Query("SELECT COUNT(*) FROM migc_step WHERE revision <> ''");
  }
};

TEST_F(MariadbRerun, GoesOnWhereverItStopped) {
  const support::Compiled script = Compile("drop table cc;");
  ASSERT_TRUE(script.ok) << script.diagnostics;
  std::string expected;
  {
    const support::MariadbDatabase whole(*support::MariadbServer::Get());
    const support::ProcessResult done = whole.RunScript(script.text);
    ASSERT_EQ(done.status, 0) << done.err;
    expected = Dump(whole);
  }
  // Each sixth place: a database is made for each.
  const std::vector<std::string> beginnings = Beginnings(script.text);
  ASSERT_GT(beginnings.size(), 100u);
  for (std::size_t i = 0; i < beginnings.size(); i += 6) {
    const support::MariadbDatabase database(*support::MariadbServer::Get());
    database.RunScript(beginnings[i]);
    const support::ProcessResult again = database.RunScript(script.text);
    const bool was_done = again.err.find("at b already, where this script leads") != std::string::npos;
    EXPECT_TRUE(again.status == 0 || was_done) << i << ": " << again.err;
    EXPECT_EQ(Dump(database), expected) << "cut after:\n" << beginnings[i].substr(beginnings[i].size() - 400);
  }
}

// REVOKE fails when there is nothing to take away; so does the one that comes before a table goes.
TEST_F(MariadbRerun, APrivilegeIsTakenAwayOnce) {
  const support::Compiled script =
      Compile("grant select, insert on cc to migc_clerk; revoke insert on cc from migc_clerk; drop table cc;");
  ASSERT_TRUE(script.ok) << script.diagnostics;
  std::string expected;
  {
    const support::MariadbDatabase whole(*support::MariadbServer::Get());
    whole.Query("CREATE ROLE IF NOT EXISTS migc_clerk");
    const support::ProcessResult done = whole.RunScript(script.text);
    ASSERT_EQ(done.status, 0) << done.err;
    expected = Dump(whole);
  }
  std::size_t cut = 0;
  for (const std::string& beginning : Beginnings(script.text)) {
    if (beginning.find("REVOKE") == std::string::npos) continue;
    if (++cut % 2 == 0) continue;
    const support::MariadbDatabase database(*support::MariadbServer::Get());
    database.RunScript(beginning);
    const support::ProcessResult again = database.RunScript(script.text);
    const bool was_done = again.err.find("at b already, where this script leads") != std::string::npos;
    EXPECT_TRUE(again.status == 0 || was_done) << again.err;
    EXPECT_EQ(Dump(database), expected) << "cut after:\n" << beginning.substr(beginning.size() - 400);
    EXPECT_EQ(database.Query("SELECT COUNT(*) FROM information_schema.table_privileges WHERE table_schema = DATABASE()"), "0\n");
  }
  EXPECT_GT(cut, 10U);
}

TEST_F(MariadbRerun, NothingRunsAfterAFailureEvenWhenTheClientIsForced) {
  for (const char* failing :
       {"create table z (id integer primary key, n varchar(3)); insert into z (id, n) values (1, 'too long');",
        "create table z (id integer primary key); require $$ select 1 = 0 $$ 'never so';",
        "create table z (id integer primary key); sql $$ ALTER TABLE nosuch ADD COLUMN x INT $$ undo nothing;"}) {
    const support::Compiled script = Compile(std::string(failing) + " create table later (id integer primary key);");
    ASSERT_TRUE(script.ok) << script.diagnostics;
    const support::MariadbDatabase database(*support::MariadbServer::Get());
    const support::ProcessResult forced = database.RunScript(script.text, {"--force"});
    EXPECT_EQ(forced.out.find("MIGC-RECEIPT"), std::string::npos) << failing;
    EXPECT_EQ(database.Query("SELECT version_num FROM migc_version"), "a\n") << failing;
    EXPECT_EQ(database.Query("SHOW TABLES LIKE 'later'"), "") << failing;
    EXPECT_EQ(database.Query("SHOW TABLES LIKE 'z'"), "z\n") << failing;
    EXPECT_NE(database.RunScript(script.text).status, 0) << failing;
  }
}

TEST_F(MariadbRerun, AFailedStatementCanBeMended) {
  const support::Compiled wrong = Compile("sql $$ ALTER TABLE p ADD COLUMN x INTT $$ undo nothing;");
  const support::Compiled right = Compile("alter table p add column x integer;", "a");
  ASSERT_TRUE(wrong.ok && right.ok) << wrong.diagnostics << right.diagnostics;
  const support::MariadbDatabase database(*support::MariadbServer::Get());
  EXPECT_NE(database.RunScript(wrong.text).status, 0);
  const support::ProcessResult mended = database.RunScript(right.text);
  EXPECT_EQ(mended.status, 0) << mended.err;
  EXPECT_EQ(database.Query("SELECT version_num FROM migc_version"), "b\n");
  EXPECT_EQ(database.Query("SELECT title, x FROM p ORDER BY id"), "4|\\N\n4|\\N\n");
}

TEST_F(MariadbRerun, WhatNobodyCanTellStopsWithASentence) {
  const support::Compiled script = Compile("sql $$ ALTER TABLE nosuch ADD COLUMN x INT $$ undo nothing;");
  const support::MariadbDatabase database(*support::MariadbServer::Get());
  EXPECT_NE(database.RunScript(script.text).status, 0);
  const support::ProcessResult again = database.RunScript(script.text);
  EXPECT_NE(again.err.find("was begun: if it took effect, set its state in migc_step to done"), std::string::npos) << again.err;
}

TEST_F(MariadbRerun, GuardsStopBeforeTheFirstChange) {
  const support::Compiled script = Compile("", "a");
  const support::MariadbDatabase database(*support::MariadbServer::Get());
  for (const std::vector<std::string>& flags : {std::vector<std::string>{}, std::vector<std::string>{"--force"}}) {
    const support::ProcessResult refused = database.RunScript(script.text, flags);
    EXPECT_NE(refused.err.find("there is no table migc_version, so no migration was recorded in this database"), std::string::npos)
        << refused.err;
    EXPECT_EQ(database.Query("SHOW TABLES"), "");
  }
  const support::Compiled both = Compile("");
  EXPECT_EQ(database.RunScript(both.text).status, 0);
  const support::ProcessResult again = database.RunScript(both.text);
  EXPECT_NE(again.err.find("this database is at b already, where this script leads; nothing was changed"), std::string::npos);
}

}  // namespace
}  // namespace migc::integration
