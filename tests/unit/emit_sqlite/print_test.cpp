// The statements that need no rebuild, as text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/emit_sqlite/chain.h"

namespace migc::emit::sqlite::testing {
namespace {

using ::testing::HasSubstr;

std::string Of(const std::string& statements) {
  Chain chain;
  const RevisionSql revision = chain.Apply(statements);
  EXPECT_EQ(chain.Diagnostics(), "") << statements;
  return Text(revision);
}

std::string After(const std::string& setup, const std::string& statements) {
  Chain chain;
  chain.Apply(setup);
  EXPECT_EQ(chain.Diagnostics(), "") << setup;
  const RevisionSql revision = chain.Apply(statements);
  EXPECT_EQ(chain.Diagnostics(), "") << statements;
  return Text(revision);
}

TEST(Print, CreatesATable) {
  EXPECT_EQ(Of(R"(create table if not exists account (
                    id          bigint identity primary key,
                    email       varchar(320) collate 'NOCASE' not null unique,
                    balance     decimal(18,2) not null default 0,
                    is_open     boolean not null default true,
                    created_at  timestamp with time zone not null default now(),
                    day         date default current_date,
                    token       uuid default uuid(),
                    parent_id   bigint references account (id) on delete set null deferrable initially deferred,
                    constraint positive check (balance >= 0),
                    index (created_at desc)
                  ) comment 'kept by the catalog alone';)"),
            R"(CREATE TABLE IF NOT EXISTS account (
  id INTEGER NOT NULL,
  email VARCHAR(320) COLLATE NOCASE NOT NULL,
  balance NUMERIC(18,2) NOT NULL DEFAULT 0,
  is_open BOOLEAN NOT NULL DEFAULT '1',
  created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  day DATE DEFAULT CURRENT_DATE,
  token CHAR(32) DEFAULT (lower(hex(randomblob(16)))),
  parent_id BIGINT,
  CONSTRAINT account_pkey PRIMARY KEY (id),
  CONSTRAINT account_email_key UNIQUE (email),
  CONSTRAINT account_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES account (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT positive CHECK (balance >= 0)
);
CREATE INDEX IF NOT EXISTS account_created_at_idx ON account (created_at DESC);
)");
}

TEST(Print, WritesDefaultsWithOnePairOfParentheses) {
  const std::string sql = Of(R"(create table t (
    a text default (lower('X')),
    b text default lower('X'),
    c integer default -1,
    d text default null,
    e text default sql $$ strftime('%Y', 'now') $$,
    f blob default x'00FF',
    g integer default (1));)");
  EXPECT_THAT(
      sql,
      HasSubstr("a TEXT DEFAULT (lower('X')),\n  b TEXT DEFAULT (lower('X')),\n  c INTEGER DEFAULT -1,\n  d TEXT DEFAULT NULL,\n"
                "  e TEXT DEFAULT (strftime('%Y', 'now')),\n  f BLOB DEFAULT x'00FF',\n  g INTEGER DEFAULT (1)\n"));
}

TEST(Print, StartsACountWhereItIsTold) {
  const std::string sql = Of("create table t (id bigint identity (start 100) primary key);");
  EXPECT_EQ(sql,
            "CREATE TABLE t (\n  id INTEGER NOT NULL CONSTRAINT t_pkey PRIMARY KEY AUTOINCREMENT\n);\n"
            "INSERT INTO sqlite_sequence (name, seq) SELECT 't', 99;\n");
  EXPECT_EQ(
      After("create table t (id bigint identity always primary key);", "alter table t alter column id set identity (restart 7);"),
      "DELETE FROM sqlite_sequence WHERE name = 't';\nINSERT INTO sqlite_sequence (name, seq) VALUES ('t', 6);\n");
}

TEST(Print, MakesAndRenamesIndexes) {
  const char* setup = "create table t (a text, b integer);";
  EXPECT_EQ(After(setup, "create unique index if not exists i on t ((lower(a)), b desc) where b > 0;"),
            "CREATE UNIQUE INDEX IF NOT EXISTS i ON t (lower(a), b DESC) WHERE b > 0;\n");
  EXPECT_EQ(After(std::string(setup) + "create index i on t (a) where b is not null;", "rename index i to j;"),
            "DROP INDEX i;\nCREATE INDEX j ON t (a) WHERE b IS NOT NULL;\n");
  EXPECT_EQ(After(std::string(setup) + "create index i on t (a);", "drop index i on t;"), "DROP INDEX i;\n");
}

TEST(Print, KnowsMainAsTheDefaultSchema) {
  EXPECT_EQ(Of("create table main.p (id integer primary key); create table main.c (p_id integer references main.p (id));"),
            "CREATE TABLE p (\n  id INTEGER NOT NULL,\n  CONSTRAINT p_pkey PRIMARY KEY (id)\n);\n"
            "CREATE TABLE c (\n  p_id INTEGER,\n  CONSTRAINT c_p_id_fkey FOREIGN KEY (p_id) REFERENCES p (id)\n);\n");
}

TEST(Print, DefinesAndReplacesViewsAndTriggers) {
  const char* setup = "create table t (a text); define view v as $$ select a from t $$;";
  EXPECT_EQ(After("create table t (a text);", "define view v as $$ select a from t; $$;"), "CREATE VIEW v AS\nselect a from t;\n");
  EXPECT_EQ(After(setup, "define view v as $$ select a as b from t $$;"),
            "DROP VIEW v;\nCREATE VIEW v AS\nselect a as b from t;\n");
  EXPECT_EQ(After(setup, "drop view if exists v;"), "DROP VIEW IF EXISTS v;\n");
  Chain chain;
  chain.Apply(setup);
  const RevisionSql revision =
      chain.Apply("define trigger g on t { sqlite $$ CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; SELECT 2; END; $$ };");
  ASSERT_EQ(revision.statements.size(), 1U) << chain.Diagnostics();
  EXPECT_EQ(revision.statements[0].kind, StatementKind::kBody);
  EXPECT_EQ(revision.statements[0].sql, "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; SELECT 2; END");
}

TEST(Print, SplitsRawSqlAndKeepsTriggersWhole) {
  EXPECT_EQ(Of("sql $$ SELECT 1; SELECT 'a;b' -- c;\n; $$ undo nothing;"), "SELECT 1;\nSELECT 'a;b';\n");
  EXPECT_EQ(Of("sql $$ PRAGMA foreign_keys=OFF $$ undo nothing;"), "PRAGMA foreign_keys=OFF;\n");
}

TEST(Print, WritesDataAndQuotesNames) {
  EXPECT_EQ(After(R"(create table "odd ""name"" 🦀" ("select" integer primary key, "a b" text, on_ boolean);)",
                  R"(insert into "odd ""name"" 🦀" ("select", "a b", on_) values (1, 'it''s', true), (2, null, false);)"),
            "INSERT INTO \"odd \"\"name\"\" 🦀\" (\"select\", \"a b\", on_) VALUES\n  (1, 'it''s', 1),\n  (2, NULL, 0);\n");
  EXPECT_EQ(After("create table t (a text, b integer);", "update t set a = upper(a) || 'x' where b in (1, 2) undo nothing;"),
            "UPDATE t SET a = upper(a) || 'x' WHERE b IN (1, 2);\n");
}

TEST(Print, TurnsForeignKeysOffOnlyWhereATableGoes) {
  Chain chain;
  EXPECT_FALSE(chain.Apply("create table t (a text, b text);").foreign_keys_off);
  EXPECT_FALSE(chain.Apply("alter table t add column c text;").foreign_keys_off);
  EXPECT_TRUE(chain.Apply("alter table t alter column c set default 'x';").foreign_keys_off);
  EXPECT_TRUE(chain.Apply("drop table t;").foreign_keys_off);
}

TEST(Print, LeavesTheTransactionOnlyForRawSqlAndData) {
  Chain chain;
  const RevisionSql revision = chain.Apply(
      "create table t (a text); no transaction { create index i on t (a) online; sql $$ VACUUM $$ undo nothing; delete from t undo "
      "nothing; }");
  ASSERT_EQ(revision.statements.size(), 4U) << chain.Diagnostics();
  EXPECT_FALSE(revision.statements[1].no_transaction) << revision.statements[1].sql;
  EXPECT_TRUE(revision.statements[2].no_transaction) << revision.statements[2].sql;
  EXPECT_TRUE(revision.statements[3].no_transaction) << revision.statements[3].sql;
}

TEST(Print, RequiresAndTimeouts) {
  Chain chain;
  const RevisionSql revision = chain.Apply("require $$ select 1 $$ 'why'; set lock timeout '5s';");
  ASSERT_EQ(revision.statements.size(), 2U) << chain.Diagnostics();
  EXPECT_EQ(revision.statements[0].kind, StatementKind::kRequire);
  EXPECT_EQ(revision.statements[0].message, "why");
  EXPECT_EQ(revision.statements[1].kind, StatementKind::kNote);
}

}  // namespace
}  // namespace migc::emit::sqlite::testing
