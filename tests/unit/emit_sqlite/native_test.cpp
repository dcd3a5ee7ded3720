// What stays SQLite's own ALTER TABLE, and what of it must become a rebuild.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/emit_sqlite/chain.h"

namespace migc::emit::sqlite::testing {
namespace {

using ::testing::HasSubstr;

constexpr const char* kSetup = R"(
  create table parent (id bigint identity primary key);
  create table t (
    id     bigint identity primary key,
    plain  text,
    uniq   text unique,
    idx    text,
    part   text,
    chk    integer,
    ref    bigint references parent (id),
    base   integer,
    gen    integer generated as (base + 1) virtual,
    constraint chk_positive check (chk > 0),
    index (idx)
  );
  create index t_part on t (id) where part is not null;
)";

std::string After(const std::string& change) {
  Chain chain;
  chain.Apply(kSetup);
  EXPECT_EQ(chain.Diagnostics(), "");
  const RevisionSql revision = chain.Apply(change);
  EXPECT_EQ(chain.Diagnostics(), "") << change;
  return Text(revision);
}

bool IsRebuild(const std::string& sql) { return sql.find("migc_new_") != std::string::npos; }

TEST(Native, AddsColumnsWhereSqliteCan) {
  EXPECT_EQ(After("alter table t add column a integer;"), "ALTER TABLE t ADD COLUMN a INTEGER;\n");
  EXPECT_EQ(After("alter table t add column a integer not null default 0;"),
            "ALTER TABLE t ADD COLUMN a INTEGER NOT NULL DEFAULT 0;\n");
  EXPECT_EQ(After("alter table t add column a integer default -1;"), "ALTER TABLE t ADD COLUMN a INTEGER DEFAULT -1;\n");
  EXPECT_EQ(After("alter table t add column a boolean not null default true;"),
            "ALTER TABLE t ADD COLUMN a BOOLEAN NOT NULL DEFAULT '1';\n");
  EXPECT_EQ(After("alter table t add column a varchar(5) check (a <> '');"),
            "ALTER TABLE t ADD COLUMN a VARCHAR(5) CONSTRAINT t_a_check CHECK (a <> '');\n");
  EXPECT_EQ(After("alter table t add column a bigint references parent (id) on delete cascade;"),
            "ALTER TABLE t ADD COLUMN a BIGINT CONSTRAINT t_a_fkey REFERENCES parent (id) ON DELETE CASCADE;\n");
  EXPECT_EQ(After("alter table t add column a integer generated as (base * 2) virtual;"),
            "ALTER TABLE t ADD COLUMN a INTEGER GENERATED ALWAYS AS (base * 2) VIRTUAL;\n");
  EXPECT_EQ(After("alter table t add column a date default date '2026-01-31';"),
            "ALTER TABLE t ADD COLUMN a DATE DEFAULT '2026-01-31';\n");
}

TEST(Native, RebuildsForColumnsThatSqliteRefusesToAdd) {
  for (const char* change : {
           "alter table t add column a integer not null;",
           "alter table t add column a integer unique;",
           "alter table t add column a timestamp default now();",
           "alter table t add column a integer default (1 + 2);",
           "alter table t add column a integer generated as (base * 2) stored;",
           "alter table t add column a bigint default 1 references parent (id);",
           "alter table t add column a integer after id;",
           "alter table t add column a integer first;",
       }) {
    EXPECT_TRUE(IsRebuild(After(change))) << change;
  }
}

TEST(Native, DropsColumnsThatNothingNames) {
  EXPECT_EQ(After("alter table t drop column plain;"), "ALTER TABLE t DROP COLUMN plain;\n");
  EXPECT_EQ(After("alter table t drop column gen;"), "ALTER TABLE t DROP COLUMN gen;\n");
}

TEST(Native, RebuildsForColumnsThatSomethingNames) {
  for (const char* column : {"uniq", "idx", "ref"}) {
    EXPECT_TRUE(IsRebuild(After(std::string("alter table t drop column ") + column + ";"))) << column;
  }
  EXPECT_TRUE(IsRebuild(After("alter table t drop constraint chk_positive, drop column chk;")));
}

TEST(Native, RenamesColumnsAndTables) {
  EXPECT_EQ(After("alter table t rename column uniq to u;"), "ALTER TABLE t RENAME COLUMN uniq TO u;\n");
  EXPECT_EQ(After("rename table t to tt;"), "ALTER TABLE t RENAME TO tt;\n");
  EXPECT_EQ(After("rename table t to T;"), "ALTER TABLE t RENAME TO migc_new_T;\nALTER TABLE migc_new_T RENAME TO T;\n")
      << "SQLite says that there is another table of this name when only the case differs";
}

TEST(Native, KeepsSeveralNativeActionsInTheirOrder) {
  EXPECT_EQ(After("alter table t drop column plain, rename column base to plain, add column other text;"),
            "ALTER TABLE t DROP COLUMN plain;\nALTER TABLE t RENAME COLUMN base TO plain;\nALTER TABLE t ADD COLUMN other TEXT;\n");
}

TEST(Native, MarksDroppedColumnsAsLosingData) {
  Chain chain;
  chain.Apply(kSetup);
  const RevisionSql revision = chain.Apply("alter table t drop column plain, add column a integer;");
  ASSERT_EQ(revision.statements.size(), 2U);
  EXPECT_TRUE(revision.statements[0].loses_data);
  EXPECT_FALSE(revision.statements[1].loses_data);
  EXPECT_FALSE(revision.foreign_keys_off);
}

TEST(Native, SaysWhatSqliteHasNoNeedOf) {
  EXPECT_EQ(After("alter table t comment 'x', alter column plain comment 'y';"),
            "note: comment on table t (SQLite keeps no comments)\nnote: comment on column t.plain (SQLite keeps no comments)\n");
  EXPECT_EQ(After("alter table t alter column plain drop not null;"),
            "note: drop not null on t.plain (nothing to change on SQLite)\n");
  EXPECT_EQ(After("create enum mood ('sad');"), "note: create enum mood (the columns that use it are a checked VARCHAR)\n");
}

TEST(Native, AddsAnEnumColumnWithItsCheckAndDropsIt) {
  Chain chain;
  chain.Apply(kSetup);
  EXPECT_THAT(
      Text(chain.Apply("create enum mood ('sad', 'ok'); alter table t add column m mood not null default 'ok';")),
      HasSubstr("ALTER TABLE t ADD COLUMN m VARCHAR(3) NOT NULL DEFAULT 'ok' CHECK (m IN ('sad', 'ok'));\n"));
  EXPECT_EQ(Text(chain.Apply("alter table t drop column m;")), "ALTER TABLE t DROP COLUMN m;\n");
}

}  // namespace
}  // namespace migc::emit::sqlite::testing
