// The table rebuild as text: one per `alter table`, in SQLite's own order, with what must be renamed, converted and put back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/emit_sqlite/chain.h"

namespace migc::emit::sqlite::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* kAccount = R"(
  create table account (
    id     bigint identity primary key,
    email  varchar(320) not null unique,
    nick   varchar(40),
    code   text,
    index (nick)
  );
)";

std::string After(const char* setup, const char* change) {
  Chain chain;
  chain.Apply(setup);
  EXPECT_EQ(chain.Diagnostics(), "");
  const RevisionSql revision = chain.Apply(change);
  EXPECT_EQ(chain.Diagnostics(), "");
  return Text(revision);
}

TEST(Rebuild, IsInTheDocumentedOrder) {
  EXPECT_EQ(After(kAccount, "alter table account alter column nick set not null;"), R"(require SELECT count(*) = 0 FROM (
  SELECT name FROM pragma_table_xinfo('account') WHERE name COLLATE NOCASE NOT IN ('id', 'email', 'nick', 'code')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'account' COLLATE NOCASE AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ('account_nick_idx')
  UNION ALL
  SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'account' COLLATE NOCASE
);
CREATE TABLE migc_new_account (
  id INTEGER NOT NULL,
  email VARCHAR(320) NOT NULL,
  nick VARCHAR(40) NOT NULL,
  code TEXT,
  CONSTRAINT account_pkey PRIMARY KEY (id),
  CONSTRAINT account_email_key UNIQUE (email)
);
INSERT INTO migc_new_account (id, email, nick, code)
SELECT id, email, nick, code
FROM account;
DROP TABLE account;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migc_new_account RENAME TO account;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX account_nick_idx ON account (nick);
)");
}

TEST(Rebuild, IsOneForAllActionsOfAStatement) {
  const std::string sql = After(kAccount, R"(alter table account
    add column phone varchar(30),
    alter column nick set default 'x',
    alter column email type varchar(400),
    add constraint some_name check (nick is not null or phone is not null);)");
  EXPECT_EQ(sql.find("CREATE TABLE"), sql.rfind("CREATE TABLE"));
  EXPECT_THAT(sql, HasSubstr("INSERT INTO migc_new_account (id, email, nick, code)\nSELECT id, email, nick, code\n"))
      << "a new column gets its default";
  EXPECT_THAT(sql, HasSubstr("CONSTRAINT some_name CHECK (nick IS NOT NULL OR phone IS NOT NULL)"));
}

TEST(Rebuild, RenamesColumnsFirstSoThatOthersFollow) {
  const std::string sql = After(kAccount, R"(alter table account
    alter column nick set not null fill email,
    rename column email to mail;)");
  EXPECT_THAT(sql, StartsWith("ALTER TABLE account RENAME COLUMN email TO mail;\nrequire "));
  EXPECT_THAT(sql, HasSubstr("NOT IN ('id', 'mail', 'nick', 'code')"));
  EXPECT_THAT(sql, HasSubstr("(id, mail, nick, code)\nSELECT id, mail, coalesce(nick, mail), code\n"));
}

TEST(Rebuild, LetsAColumnTakeTheNameOfADroppedOne) {
  // `email` is unique and so cannot be dropped by itself; `nick` takes its name.
  const std::string sql = After(kAccount, R"(alter table account drop column email, rename column nick to email;)");
  EXPECT_THAT(sql, StartsWith("ALTER TABLE account RENAME COLUMN email TO migc_dropped_email;\n"
                              "ALTER TABLE account RENAME COLUMN nick TO email;\nrequire "));
  EXPECT_THAT(sql, HasSubstr("INSERT INTO migc_new_account (id, email, code)\nSELECT id, email, code\n"));
}

TEST(Rebuild, DoesNotCopyADroppedColumnIntoANewOneOfItsName) {
  const std::string sql = After(kAccount, "alter table account drop column email, add column email text not null default 'none';");
  EXPECT_THAT(sql, HasSubstr("INSERT INTO migc_new_account (id, nick, code)\nSELECT id, nick, code\n"));
}

TEST(Rebuild, ConvertsWhereTheKindOfValueChanges) {
  EXPECT_THAT(After(kAccount, "alter table account alter column code type integer;"),
              HasSubstr("require SELECT count(*) = 0 FROM account WHERE CAST(code AS INTEGER) <> code;"));
  EXPECT_THAT(After(kAccount, "alter table account alter column code type integer;"),
              HasSubstr("SELECT id, email, nick, CAST(code AS INTEGER)\n"));
  EXPECT_THAT(After(kAccount, "alter table account alter column code type blob;"), HasSubstr("CAST(code AS BLOB)"));
  EXPECT_THAT(After("create table t (n integer);", "alter table t alter column n type decimal(10,2);"), Not(HasSubstr("CAST(")));
}

TEST(Rebuild, KeepsTextOfDatesAsItIs) {
  // CAST('2026-01-31' AS DATETIME) is the number 2026.
  const std::string sql = After(kAccount, "alter table account alter column code type timestamp;");
  EXPECT_THAT(sql, HasSubstr("code DATETIME"));
  EXPECT_THAT(sql, HasSubstr("SELECT id, email, nick, code\n"));
}

TEST(Rebuild, TakesTheAuthorsConversion) {
  const std::string sql = After(kAccount, "alter table account alter column code type integer using (length(code) + 1);");
  EXPECT_THAT(sql, HasSubstr("SELECT id, email, nick, length(code) + 1\n"));
  EXPECT_THAT(sql, Not(HasSubstr("CAST(code AS INTEGER) <> code")));
}

TEST(Rebuild, IsMadeForRowsToo) {
  const char* setup = "create table t (id integer primary key, a text not null);";
  EXPECT_THAT(After(setup, "alter table t alter column a type text using (upper(a));"), HasSubstr("SELECT id, upper(a)\n"))
      << "the definition stays, the rows do not";
  EXPECT_THAT(After(setup, "alter table t drop column a, add column a text not null;"), HasSubstr("(id)\nSELECT id\n"));
  EXPECT_EQ(After(setup, "alter table t alter column a set not null fill 'x';"),
            "note: set not null on t.a (nothing to change on SQLite)\n");
}

TEST(Rebuild, LeavesGeneratedColumnsOutOfTheCopy) {
  const std::string sql =
      After("create table line (id bigint identity primary key, n integer, twice integer generated as (n * 2) stored);",
            "alter table line alter column n set not null;");
  EXPECT_THAT(sql, HasSubstr("twice INTEGER GENERATED ALWAYS AS (n * 2) STORED"));
  EXPECT_THAT(sql, HasSubstr("INSERT INTO migc_new_line (id, n)\nSELECT id, n\n"));
}

TEST(Rebuild, PutsAColumnWhereItIsWanted) {
  const std::string sql = After(kAccount, "alter table account add column title text after id;");
  EXPECT_THAT(sql, HasSubstr("  id INTEGER NOT NULL,\n  title TEXT,\n  email VARCHAR(320) NOT NULL,\n"));
}

TEST(Rebuild, KeepsTheCountOfAutoincrement) {
  const std::string sql =
      After("create table t (id bigint identity always primary key, n integer);", "alter table t alter column n set not null;");
  EXPECT_THAT(sql, HasSubstr("id INTEGER NOT NULL CONSTRAINT t_pkey PRIMARY KEY AUTOINCREMENT,\n"));
  EXPECT_THAT(sql,
              HasSubstr("DELETE FROM sqlite_sequence WHERE name = 'migc_new_t';\n"
                        "INSERT INTO sqlite_sequence (name, seq) SELECT 'migc_new_t', seq FROM sqlite_sequence WHERE name = 't';\n"
                        "DROP TABLE t;\n"));
}

TEST(Rebuild, KeepsOptionsOfTheTable) {
  EXPECT_THAT(After("create table t (id text primary key, n integer) with sqlite 'WITHOUT ROWID, STRICT';",
                    "alter table t alter column n set not null;"),
              HasSubstr("CONSTRAINT t_pkey PRIMARY KEY (id)\n) WITHOUT ROWID, STRICT;\n"));
}

TEST(Rebuild, PutsTriggersBackByTheirText) {
  const std::string sql = After(R"(
    create table account (id integer primary key, seen integer);
    define trigger touch on account {
      sqlite $$ CREATE TRIGGER touch AFTER UPDATE OF id ON account BEGIN UPDATE account SET seen = 1; END $$
    };)",
                                "alter table account alter column seen set not null;");
  EXPECT_THAT(sql,
              HasSubstr("AND NOT (name = 'touch' COLLATE NOCASE AND replace(replace(replace(replace(sql, ' ', ''), char(9), ''), "
                        "char(10), ''), char(13), '') = "
                        "'CREATETRIGGERtouchAFTERUPDATEOFidONaccountBEGINUPDATEaccountSETseen=1;END')"));
  EXPECT_THAT(sql, HasSubstr("PRAGMA legacy_alter_table = OFF;\n"
                             "CREATE TRIGGER touch AFTER UPDATE OF id ON account BEGIN UPDATE account SET seen = 1; END;\n"));
}

TEST(Rebuild, TriesViewsWhenAColumnGoes) {
  const char* setup = R"(
    create table account (id integer primary key, email text unique, nick text);
    define view mail as $$ select email from account $$;)";
  EXPECT_THAT(After(setup, "alter table account drop column nick, alter column email set not null;"),
              HasSubstr("require SELECT count(*) = 0 FROM (SELECT * FROM mail LIMIT 0);\n"));
  EXPECT_THAT(After(setup, "alter table account alter column email set not null;"), Not(HasSubstr("LIMIT 0")));
}

TEST(Rebuild, IsOneTransactionWhateverTheAuthorAsksFor) {
  Chain chain;
  chain.Apply(kAccount);
  const RevisionSql revision = chain.Apply("no transaction { alter table account alter column nick set not null; }");
  ASSERT_FALSE(revision.statements.empty()) << chain.Diagnostics();
  EXPECT_TRUE(revision.foreign_keys_off);
  for (const Statement& statement : revision.statements) EXPECT_FALSE(statement.no_transaction) << statement.sql;
}

TEST(Rebuild, MarksTheStatementThatLosesData) {
  Chain chain;
  chain.Apply(kAccount);
  const RevisionSql revision = chain.Apply("alter table account drop column email;");
  int marked = 0;
  for (const Statement& statement : revision.statements) {
    if (!statement.loses_data) continue;
    EXPECT_EQ(statement.sql, "DROP TABLE account");
    ++marked;
  }
  EXPECT_EQ(marked, 1);
}

TEST(Rebuild, ExchangesRenamedValuesOfAnEnum) {
  const std::string sql =
      After("create enum mood ('sad', 'ok'); create table person (id integer primary key, feels mood default 'sad');",
            "alter enum mood rename 'sad' to 'unhappy';");
  EXPECT_THAT(sql,
              HasSubstr("feels VARCHAR(7) DEFAULT 'unhappy' CHECK (feels IN ('unhappy', 'ok'))"));
  EXPECT_THAT(sql, HasSubstr("SELECT id, CASE feels WHEN 'sad' THEN 'unhappy' ELSE feels END\n"));
}

}  // namespace
}  // namespace migc::emit::sqlite::testing
