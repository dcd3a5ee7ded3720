// What SQLite is refused, each with its code, and the nearest thing that is let through.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/emit_sqlite/chain.h"

namespace migc::emit::sqlite::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> CodesOf(const std::string& setup, const std::string& statements, const std::string& version = "3.40") {
  Chain chain(version);
  if (!setup.empty()) {
    chain.Apply(setup);
    EXPECT_EQ(chain.Diagnostics(), "") << setup;
  }
  chain.Apply(statements);
  return chain.Codes();
}

std::vector<std::string> CodesOf(const std::string& statements) { return CodesOf("", statements); }

constexpr const char* kTable = "create table t (id bigint identity primary key, n integer, a text);";

TEST(Support, OtherSchemas) {
  EXPECT_THAT(CodesOf("create table main.t (a integer);"), IsEmpty());
  EXPECT_THAT(CodesOf("create table other.t (a integer);"), Contains("M5501"));
  EXPECT_THAT(CodesOf("sql $$ CREATE TABLE other.p (id) $$ undo nothing;", "create table t (a integer references other.p (id));"),
              Contains("M5501"));
}

TEST(Support, Identity) {
  EXPECT_THAT(CodesOf("create table t (id integer primary key, n integer identity);"), ElementsAre("M5502"));
  EXPECT_THAT(CodesOf("create table t (a integer identity, b integer, primary key (a, b));"), ElementsAre("M5502"));
  EXPECT_THAT(CodesOf("create table t (id integer identity (increment 5) primary key);"), ElementsAre("M5503"));
  EXPECT_THAT(CodesOf("create table t (id integer identity (start 5) primary key);"), IsEmpty());
  EXPECT_THAT(CodesOf(kTable, "alter table t alter column id set identity (restart 5);"), ElementsAre("M5504"));
  EXPECT_THAT(CodesOf("create table t (id integer identity primary key) with sqlite 'WITHOUT ROWID';"), ElementsAre("M5505"));
  EXPECT_THAT(CodesOf("create table t (id integer primary key, n integer not null);", "alter table t alter column n add identity;"),
              ElementsAre("M5502"));
}

TEST(Support, Collations) {
  EXPECT_THAT(CodesOf("create table t (a text collate 'nocase');"), IsEmpty());
  EXPECT_THAT(CodesOf("create table t (a text collate 'C');"), ElementsAre("M5506"));
  EXPECT_THAT(CodesOf(kTable, "alter table t alter column a collate 'de_DE';"), ElementsAre("M5506"));
}

TEST(Support, IndexOptions) {
  EXPECT_THAT(CodesOf(kTable, "create index i on t (a) with sqlite 'fillfactor=70';"), ElementsAre("M5507"));
  EXPECT_THAT(CodesOf(kTable, "create index i on t (a) with postgres 'fillfactor=70';"), IsEmpty());
}

TEST(Support, StrictTables) {
  const char* strict = "create table t (id bigint identity primary key, a text, n integer) with sqlite 'STRICT';";
  EXPECT_THAT(CodesOf(strict), IsEmpty());
  EXPECT_THAT(CodesOf("", strict, "3.36"), ElementsAre("M5509"));
  EXPECT_THAT(CodesOf("create table t (a varchar(5)) with sqlite 'STRICT';"), ElementsAre("M5508"));
  EXPECT_THAT(CodesOf("create table t (a varchar(5) native (sqlite 'TEXT')) with sqlite 'STRICT';"), IsEmpty());
  EXPECT_THAT(CodesOf(strict, "alter table t add column b boolean;"), ElementsAre("M5508"));
}

TEST(Support, NumbersThatAreToBecomeDates) {
  EXPECT_THAT(CodesOf(kTable, "alter table t alter column n type timestamp;"), ElementsAre("M5510"));
  EXPECT_THAT(CodesOf(kTable, "alter table t alter column n type timestamp using (datetime(n, 'unixepoch'));"), IsEmpty());
  EXPECT_THAT(CodesOf(kTable, "alter table t alter column a type timestamp;"), IsEmpty());
}

TEST(Support, TablesThatOnlyRawSqlKnows) {
  const char* raw = "sql $$ CREATE TABLE r (a INTEGER, b TEXT) $$ undo nothing;";
  EXPECT_THAT(CodesOf(raw, "alter table r alter column a set not null;"), Contains("M5511"));
  Chain chain;
  chain.Apply(raw);
  EXPECT_EQ(Text(chain.Apply("alter table r rename column b to c;")), "ALTER TABLE r RENAME COLUMN b TO c;\n")
      << chain.Diagnostics();
}

TEST(Support, TriggersWhoseTextNoLongerFits) {
  const char* setup = R"(
    create table t (id integer primary key, a text, b text);
    define trigger g on t { sqlite $$ CREATE TRIGGER g AFTER UPDATE OF a ON t BEGIN SELECT 1; END $$ };)";
  EXPECT_THAT(CodesOf(setup, "alter table t alter column b set not null;"), IsEmpty());
  EXPECT_THAT(CodesOf(setup, "alter table t alter column b set not null, rename column a to aa;"), ElementsAre("M5513"));
  EXPECT_THAT(CodesOf(setup, "alter table t rename column a to aa;"), IsEmpty()) << "SQLite's own rename rewrites the trigger";
}

TEST(Support, WhatEveryDialectWithoutItRefuses) {
  EXPECT_THAT(CodesOf("create sequence s;"), Contains("M5001"));
  EXPECT_THAT(CodesOf("create table t (a integer[]);"), Contains("M5001"));
  EXPECT_THAT(CodesOf(kTable, "create index i on t (a) include (n);"), ElementsAre("M5002"));
  EXPECT_THAT(CodesOf(kTable, "alter table t add constraint c check (n > 0) not valid;"), ElementsAre("M5002"));
}

TEST(Support, SaysWhatToDo) {
  Chain chain;
  chain.Apply("create table t (id integer primary key, n integer identity);");
  EXPECT_THAT(chain.Diagnostics(), HasSubstr("help: make it the primary key"));
}

}  // namespace
}  // namespace migc::emit::sqlite::testing
