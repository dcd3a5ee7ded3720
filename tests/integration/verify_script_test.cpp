// verify.sql finds every damage that is done to a database, one after the other, and nothing else; and asks as a user who may only
// read. (That it has nothing to say about a good database is asked of every golden, in golden_schema_test.cpp.)
#include <gtest/gtest.h>

#include "integration/verify_check.h"
#include "support/process.h"

namespace migc::integration {
namespace {

constexpr const char* kProject =
    "migrations: migrations\n"
    "dialects:\n"
    "  postgres: 15\n"
    "  mariadb: 10.11\n"
    "  sqlite: 3.40\n";

constexpr const char* kOne = R"(revision one 'One' revises base;
upgrade {
  create enum mood ('sad', 'ok');
  create table parent (id integer primary key, code varchar(10) not null unique, size decimal(10,2) not null default 0);
  create table account (
    id bigint identity primary key,
    email varchar(320) not null,
    nick varchar(20),
    old integer,
    feeling mood not null default 'ok',
    balance decimal(18,2) not null default 0,
    note varchar(50),
    constraint balance_positive check (balance >= 0)
  );
  create table child (
    id integer primary key,
    parent_id integer not null,
    owner bigint,
    other integer,
    seen varchar(10) not null,
    constraint child_parent foreign key (parent_id) references parent (id) on delete cascade,
    constraint child_owner foreign key (owner) references account (id)
  );
  create table lone (id integer primary key);
  create table gone (id integer primary key);
  create index account_email on account (email, nick);
  create unique index child_pair on child (parent_id, other);
  define view rich as $$ select id from account where balance > 100 $$;
  define trigger touch on child {
    postgres $$
      CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
      CREATE TRIGGER touch BEFORE INSERT ON child FOR EACH ROW EXECUTE FUNCTION touched();
    $$,
    mariadb $$ CREATE TRIGGER touch BEFORE INSERT ON child FOR EACH ROW SET NEW.other = 1 $$,
    sqlite $$ CREATE TRIGGER touch AFTER INSERT ON child BEGIN UPDATE child SET other = 1 WHERE id = new.id; END $$
  };
  for postgres, mariadb { create sequence numbers; }
}
)";
constexpr const char* kTwo = R"(revision two 'Two' revises one;
upgrade {
  alter table account drop column old;
  drop table gone;
}
)";

struct Damage {
  std::string sql;
  std::set<std::string> found;  // by it, beside what was found before it
};

std::set<std::string> Column(const std::string& name) {
  std::set<std::string> rows;
  for (const char* what : {"exists", "type", "null", "default"}) rows.insert("column " + name + " " + what + " MISSING");
  return rows;
}
std::set<std::string> Index(const std::string& name) {
  std::set<std::string> rows;
  for (const char* what : {"exists", "columns", "valid"}) rows.insert("index " + name + " " + what + " MISSING");
  return rows;
}

const std::vector<Damage>& PostgresDamages() {
  static const std::vector<Damage> damages = {
      {"ALTER TABLE account DROP COLUMN note", Column("account.note")},
      {"ALTER TABLE account ALTER nick TYPE varchar(40)", {"column account.nick type DIFFERENT"}},
      {"DROP INDEX account_email", Index("account.account_email")},
      {"ALTER TABLE account ALTER email DROP NOT NULL", {"column account.email null DIFFERENT"}},
      {"ALTER TABLE account ALTER balance DROP DEFAULT", {"column account.balance default DIFFERENT"}},
      {"ALTER TABLE account ALTER id DROP IDENTITY", {"column account.id default DIFFERENT"}},
      {"ALTER TABLE account DROP CONSTRAINT balance_positive",
       {"check account.balance_positive exists MISSING", "check account.balance_positive validated MISSING"}},
      {"ALTER TABLE child DROP CONSTRAINT child_owner",
       {"foreign key child.child_owner columns MISSING", "foreign key child.child_owner validated MISSING"}},
      {"ALTER TABLE child DROP CONSTRAINT child_parent; ALTER TABLE child ADD CONSTRAINT child_parent FOREIGN KEY (parent_id) "
       "REFERENCES parent (id) ON DELETE SET NULL NOT VALID",
       {"foreign key child.child_parent columns DIFFERENT", "foreign key child.child_parent validated DIFFERENT"}},
      {"DROP INDEX child_pair; CREATE INDEX child_pair ON child (parent_id, other)", {"index child.child_pair columns DIFFERENT"}},
      {"ALTER TABLE parent DROP CONSTRAINT parent_code_key", {"unique parent.parent_code_key columns MISSING"}},
      {"DROP VIEW rich", {"view rich exists MISSING"}},
      {"DROP TRIGGER touch ON child", {"trigger child.touch exists MISSING"}},
      {"ALTER TYPE mood RENAME VALUE 'sad' TO 'glum'", {"enum mood values DIFFERENT"}},
      {"DROP SEQUENCE numbers", {"sequence numbers exists MISSING", "sequence numbers increment MISSING"}},
      {"ALTER TABLE lone DROP CONSTRAINT lone_pkey", {"primary key lone.lone_pkey columns MISSING"}},
      {"ALTER TABLE account ADD COLUMN old integer", {"column account.old exists DIFFERENT"}},
      {"CREATE TABLE gone (id integer)", {"table gone exists DIFFERENT"}},
      {"DROP TABLE lone",
       {"table lone exists MISSING", "column lone.id exists MISSING", "column lone.id type MISSING", "column lone.id null MISSING",
        "column lone.id default MISSING"}},
      {"UPDATE migc_version SET version_num = 'one'", {"table migc_version rows DIFFERENT"}},
  };
  return damages;
}

const std::vector<Damage>& MariadbDamages() {
  static const std::vector<Damage> damages = {
      {"ALTER TABLE account DROP COLUMN note", Column("account.note")},
      {"ALTER TABLE parent MODIFY size decimal(12,2) NOT NULL DEFAULT 0", {"column parent.size type DIFFERENT"}},
      {"DROP INDEX account_email ON account", {"index account.account_email columns MISSING"}},
      {"ALTER TABLE account MODIFY email varchar(320)", {"column account.email null DIFFERENT"}},
      {"ALTER TABLE account ALTER balance DROP DEFAULT", {"column account.balance default DIFFERENT"}},
      {"ALTER TABLE account DROP CONSTRAINT balance_positive", {"check account.balance_positive exists MISSING"}},
      {"ALTER TABLE child DROP FOREIGN KEY child_owner",
       {"foreign key child.child_owner columns MISSING", "foreign key child.child_owner actions MISSING"}},
      {"ALTER TABLE child DROP FOREIGN KEY child_parent; ALTER TABLE child ADD CONSTRAINT child_parent FOREIGN KEY (parent_id) "
       "REFERENCES parent (id) ON DELETE RESTRICT",
       {"foreign key child.child_parent actions DIFFERENT"}},
      {"ALTER TABLE child ADD INDEX spare (parent_id), DROP INDEX child_pair, ADD INDEX child_pair (parent_id, other)",
       {"index child.child_pair columns DIFFERENT"}},
      {"ALTER TABLE parent DROP INDEX parent_code_key", {"index parent.parent_code_key columns MISSING"}},
      {"DROP VIEW rich", {"view rich exists MISSING"}},
      {"DROP TRIGGER touch", {"trigger child.touch exists MISSING"}},
      {"ALTER TABLE account MODIFY feeling enum('sad') NOT NULL DEFAULT 'sad'", {"column account.feeling type DIFFERENT"}},
      {"DROP SEQUENCE numbers", {"sequence numbers exists MISSING"}},
      {"ALTER TABLE lone DROP PRIMARY KEY", {"primary key lone columns MISSING"}},
      {"ALTER TABLE account ADD COLUMN old integer", {"column account.old exists DIFFERENT"}},
      {"CREATE TABLE gone (id integer)", {"table gone exists DIFFERENT"}},
      {"DROP TABLE lone",
       {"table lone exists MISSING", "column lone.id exists MISSING", "column lone.id type MISSING", "column lone.id null MISSING",
        "column lone.id default MISSING"}},
      {"UPDATE migc_version SET version_num = 'one'", {"table migc_version rows DIFFERENT"}},
  };
  return damages;
}

// What ALTER TABLE cannot do to a table is done to its text.
std::string Rewrite(const std::string& table, const std::string& text, const std::string& other) {
  return "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, '" + text + "', '" + other +
         "') WHERE name = '" + table + "' AND instr(sql, '" + text + "') > 0";
}

const std::vector<Damage>& SqliteDamages() {
  static const std::vector<Damage> damages = {
      {"ALTER TABLE account DROP COLUMN note", Column("account.note")},
      {Rewrite("parent", "size NUMERIC(10,2)", "size NUMERIC(12,2)"), {"column parent.size type DIFFERENT"}},
      {"DROP INDEX account_email", {"index account.account_email columns MISSING"}},
      {Rewrite("account", "email VARCHAR(320) NOT NULL", "email VARCHAR(320)"), {"column account.email null DIFFERENT"}},
      {Rewrite("account", "balance NUMERIC(18,2) NOT NULL DEFAULT 0", "balance NUMERIC(18,2) NOT NULL"),
       {"column account.balance default DIFFERENT"}},
      {Rewrite("account", "CONSTRAINT balance_positive CHECK (balance >= 0)", "CHECK (1)"),
       {"check account.balance_positive exists MISSING"}},
      {Rewrite("child", "CONSTRAINT child_owner FOREIGN KEY (owner) REFERENCES account (id)", "CHECK (1)"),
       {"foreign key child (owner) columns MISSING"}},
      {Rewrite("child", "ON DELETE CASCADE", "ON DELETE SET NULL"), {"foreign key child (parent_id) columns DIFFERENT"}},
      {"DROP INDEX child_pair; CREATE INDEX child_pair ON child (parent_id, other)", {"index child.child_pair columns DIFFERENT"}},
      {"DROP VIEW rich", {"view rich exists MISSING"}},
      {"DROP TRIGGER touch", {"trigger child.touch exists MISSING"}},
      {Rewrite("account", "IN (''sad'', ''ok'')", "IN (''sad'')"), {"column account.feeling values MISSING"}},
      {"ALTER TABLE account ADD COLUMN old integer", {"column account.old exists DIFFERENT"}},
      {"CREATE TABLE gone (id integer)", {"table gone exists DIFFERENT"}},
      {"ALTER TABLE parent RENAME COLUMN id TO number",
       [] {
         std::set<std::string> found = Column("parent.id");
         found.insert("primary key parent columns DIFFERENT");
         return found;
       }()},
      {"DROP TABLE lone",
       [] {
         std::set<std::string> found = Column("lone.id");
         found.insert({"table lone exists MISSING", "primary key lone columns MISSING"});
         return found;
       }()},
      {"UPDATE migc_version SET version_num = 'one'", {"table migc_version rows DIFFERENT"}},
  };
  return damages;
}

class VerifyScript : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    if (support::SkipEngines(GetParam())) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
    database = std::make_unique<Database>(ToolOf(GetParam()));
    ASSERT_TRUE(database->available()) << GetParam() << " is not on this machine; set MIGC_SKIP_ENGINES to do without";
    for (const auto& [from, to] : {std::pair("base", "one"), std::pair("one", "two")}) {
      const support::Compiled script = project.Compile(from, to, GetParam());
      ASSERT_TRUE(script.ok) << script.diagnostics;
      ASSERT_TRUE(database->Apply(script.text, to));
    }
    verify = VerifyScriptOf(project.At("one", GetParam()), project.At("two", GetParam()), {"two"});
  }

  int FailedStatus() const { return GetParam() == "postgres" ? 3 : 1; }

  support::MemoryProject project{{{"migc.yaml", kProject}, {"migrations/one.mig", kOne}, {"migrations/two.mig", kTwo}}};
  std::unique_ptr<Database> database;
  std::string verify;
};

TEST_P(VerifyScript, FindsEachDamageAndNothingElse) {
  const support::ProcessResult good = database->Run(verify);
  EXPECT_EQ(good.status, 0) << good.err << good.out;
  EXPECT_EQ(ReadVerdict(good).failures, std::set<std::string>()) << good.out;
  const int checks = ReadVerdict(good).checks;
  EXPECT_GT(checks, 50) << good.out;
  const auto& damages = GetParam() == "postgres" ? PostgresDamages() : GetParam() == "mariadb" ? MariadbDamages() : SqliteDamages();
  std::set<std::string> expected;
  for (const auto& [sql, found] : damages) {
    SCOPED_TRACE(sql);
    database->Query(sql);
    // A table that is gone takes its parts along, whatever was wrong with them.
    for (const std::string& row : found) expected.insert(row);
    const support::ProcessResult result = database->Run(verify);
    const Verdict verdict = ReadVerdict(result);
    EXPECT_EQ(verdict.failures, expected) << result.err;
    EXPECT_EQ(verdict.failed, static_cast<int>(expected.size())) << result.out;
    EXPECT_EQ(verdict.checks, checks);
    EXPECT_EQ(result.status, FailedStatus()) << result.err;
    EXPECT_NE(result.err.find("differs from what migc expects"), std::string::npos) << result.err;
    ASSERT_FALSE(HasFailure());
  }
  database->Query("DROP TABLE migc_version");
  const support::ProcessResult result = database->Run(verify);
  const Verdict verdict = ReadVerdict(result);
  EXPECT_EQ(verdict.failed, static_cast<int>(expected.size())) << result.out;
  EXPECT_EQ(result.status, FailedStatus()) << result.err;
}

INSTANTIATE_TEST_SUITE_P(Engines, VerifyScript, testing::Values("postgres", "mariadb", "sqlite"),
                         [](const auto& given) { return given.param; });

// ---- as a user who may only read ----

support::MemoryProject Project() {
  return support::MemoryProject({{"migc.yaml", kProject}, {"migrations/one.mig", kOne}, {"migrations/two.mig", kTwo}});
}

TEST(VerifyScriptReader, Postgres) {
  if (support::SkipEngines("postgres")) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
  ASSERT_NE(support::PostgresServer::Get(), nullptr);
  const support::PostgresDatabase database(*support::PostgresServer::Get());
  const support::Compiled script = Project().Compile("base", "two", "postgres");
  ASSERT_TRUE(script.ok) << script.diagnostics;
  ASSERT_EQ(database.RunScript(script.text).status, 0);
  database.Query("DO 'BEGIN CREATE ROLE verify_reader LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END'");
  database.Query("ALTER ROLE verify_reader SET default_transaction_read_only = on");
  database.Query("GRANT SELECT ON ALL TABLES IN SCHEMA public TO verify_reader");
  const std::string verify = VerifyScriptOf(Project().At("base", "postgres"), Project().At("two", "postgres"), {"two"});
  const support::ProcessResult good = database.RunScript(verify, {"-U", "verify_reader"});
  EXPECT_EQ(good.status, 0) << good.err << good.out;
  EXPECT_EQ(ReadVerdict(good).failures, std::set<std::string>()) << good.out;
  EXPECT_GT(ReadVerdict(good).checks, 50);
  // The rows of the version table cannot be told without the right to read it, and that is said.
  database.Query("REVOKE SELECT ON migc_version FROM verify_reader");
  const support::ProcessResult blind = database.RunScript(verify, {"-U", "verify_reader"});
  EXPECT_EQ(blind.status, 3);
  EXPECT_EQ(ReadVerdict(blind).failures, std::set<std::string>{"table migc_version rows DIFFERENT"}) << blind.out;
  EXPECT_NE(blind.out.find("may not read"), std::string::npos) << blind.out;
}

TEST(VerifyScriptReader, Mariadb) {
  if (support::SkipEngines("mariadb")) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
  ASSERT_NE(support::MariadbServer::Get(), nullptr);
  const support::MariadbDatabase database(*support::MariadbServer::Get());
  const support::Compiled script = Project().Compile("base", "two", "mariadb");
  ASSERT_TRUE(script.ok) << script.diagnostics;
  ASSERT_EQ(database.RunScript(script.text).status, 0);
  database.Query("CREATE USER IF NOT EXISTS verify_reader@localhost");
  database.Query("GRANT SELECT ON `" + database.name() + "`.* TO verify_reader@localhost");
  const std::string verify = VerifyScriptOf(Project().At("base", "mariadb"), Project().At("two", "mariadb"), {"two"});
  const auto run = [&] { return database.RunScript(verify, {"--user=verify_reader"}); };
  const support::ProcessResult good = run();
  EXPECT_EQ(good.status, 0) << good.err << good.out;
  EXPECT_EQ(ReadVerdict(good).failures, std::set<std::string>()) << good.out;
  EXPECT_GT(ReadVerdict(good).checks, 50);
  const std::set<std::string> unseen = {"foreign key child.child_owner actions", "foreign key child.child_parent actions",
                                        "trigger child.touch exists"};
  EXPECT_EQ(ReadVerdict(good).unseen, unseen) << good.out;
  // With the privilege that shows them they are looked at.
  database.Query("GRANT TRIGGER ON `" + database.name() + "`.* TO verify_reader@localhost");
  EXPECT_EQ(ReadVerdict(run()).unseen, std::set<std::string>());
  database.Query("DROP TRIGGER touch");
  EXPECT_EQ(ReadVerdict(run()).failures, std::set<std::string>{"trigger child.touch exists MISSING"});
  database.Query("DROP USER verify_reader@localhost");
}

TEST(VerifyScriptReader, Sqlite) {
  if (support::SkipEngines("sqlite")) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
  ASSERT_TRUE(support::SqliteDatabase::Available());
  const support::SqliteDatabase database;
  const support::Compiled script = Project().Compile("base", "two", "sqlite");
  ASSERT_TRUE(script.ok) << script.diagnostics;
  ASSERT_EQ(database.RunScript(script.text).status, 0);
  const std::string verify = VerifyScriptOf(Project().At("base", "sqlite"), Project().At("two", "sqlite"), {"two"});
  using Way = support::SqliteDatabase::Way;
  for (const Way way : {Way::kStdin, Way::kRead, Way::kInit}) {
    const support::ProcessResult good = database.RunScript(verify, way, {"-readonly"});
    EXPECT_EQ(good.status, 0) << good.err << good.out;
    EXPECT_EQ(ReadVerdict(good).failed, 0) << good.out;
    EXPECT_GT(ReadVerdict(good).checks, 40);
  }
}

}  // namespace
}  // namespace migc::integration
