// What MySQL and MariaDB refuse.
#include <gmock/gmock.h>

#include "unit/emit_mysql/chain.h"

namespace migc::emit::mysql::testing {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> CodesOf(const std::string& statements, const std::string& dialect = "mysql",
                                 const std::string& version = "8.4") {
  Chain chain(dialect, version);
  chain.Apply(statements);
  return chain.Codes();
}

TEST(Support, IdentityNeedsAKey) {
  EXPECT_THAT(CodesOf("create table t (n bigint identity, a integer);"), ElementsAre("M5202"));
  EXPECT_THAT(CodesOf("create table t (n bigint identity, a integer, index (n));"), ElementsAre());
  EXPECT_THAT(CodesOf("create table t (n bigint identity primary key); alter table t drop primary key;"), ElementsAre("M5202"));
  EXPECT_THAT(
      CodesOf("create table t (n bigint identity primary key); alter table t alter column n drop identity, drop primary key;"),
      ElementsAre());
}

// They would be there as question marks, and nobody would know.
TEST(Support, WideCharactersInComments) {
  for (const char* dialect : {"mysql", "mariadb"}) {
    const std::string version = dialect == std::string("mysql") ? "8.4" : "10.11";
    EXPECT_THAT(CodesOf("create table t (a integer) comment '🐘';", dialect, version), ElementsAre("M5002"));
    EXPECT_THAT(CodesOf("create table t (a integer comment '🐘', b text default '🐘');", dialect, version), ElementsAre("M5002"));
    EXPECT_THAT(
        CodesOf("create table t (a integer comment 'é'); comment on column t.a '🐘'; comment on table t '🐘';", dialect, version),
        ElementsAre("M5002", "M5002"));
  }
}

TEST(Support, NamesThatEndInABlank) {
  EXPECT_THAT(CodesOf("create table t (\"a \" integer);"), ElementsAre("M5201"));
  EXPECT_THAT(CodesOf("create table t (\"a\n\" integer);"), ElementsAre("M5201"));
  EXPECT_THAT(CodesOf("create table \"t\t\" (a integer);"), ElementsAre("M5201"));
  EXPECT_THAT(CodesOf("create table t (\"\ta\n b\" integer);"), ElementsAre());
}

TEST(Support, KeysOverLongTexts) {
  EXPECT_THAT(CodesOf("create table t (a text unique);"), ElementsAre("M5204"));
  EXPECT_THAT(CodesOf("create table t (a text, index (a length 20));"), ElementsAre());
  EXPECT_THAT(CodesOf("create table t (a json, index (a));"), ElementsAre("M5204"));
}

TEST(Support, ByVersion) {
  EXPECT_THAT(CodesOf("create table t (a integer check (a > 0));", "mysql", "5.7"), ElementsAre("M5001"));
  EXPECT_THAT(CodesOf("create table t (a varchar(36) default uuid());", "mysql", "5.7"), ElementsAre("M5205"));
  EXPECT_THAT(CodesOf("create table t (a text default 'x');", "mysql", "5.7"), ElementsAre("M5206"));
  EXPECT_THAT(CodesOf("create table t (a timestamp default now());", "mysql", "5.7"), ElementsAre());
  EXPECT_THAT(CodesOf("create table t (a integer, index (a desc));", "mysql", "5.7"), ElementsAre("M5002"));
  EXPECT_THAT(CodesOf("create table t (a integer, b integer not null generated as (a + 1));", "mariadb", "10.11"),
              ElementsAre("M5001"));
}

TEST(Support, WhatThereIsNot) {
  EXPECT_THAT(
      CodesOf("create table p (id integer primary key); create table t (a integer default 1 references p on delete set default);"),
      ElementsAre("M5201"));
  EXPECT_THAT(CodesOf("create table t (a varchar(9) collate 'C');"), ElementsAre("M5201"));
  EXPECT_THAT(CodesOf("create table t (id bigint identity primary key, check (id > 0));"), ElementsAre("M5201"));
  EXPECT_THAT(CodesOf("create table t (\"a🦀\" integer);"), ElementsAre("M5201"));
  EXPECT_THAT(CodesOf("create table t (a integer); create index i on t using gin (a);"), ElementsAre("M5201"));
}

TEST(Support, AColumnThatOnlyRawSqlKnows) {
  EXPECT_THAT(CodesOf("sql $$ CREATE TABLE t (a INT NOT NULL) $$ undo nothing; alter table t alter column a type bigint;"),
              ::testing::Contains("M5203"));
}

}  // namespace
}  // namespace migc::emit::mysql::testing
