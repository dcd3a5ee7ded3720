// What is refused, and what is only said.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/emit_oracle/chain.h"

namespace migc::emit::oracle::testing {
namespace {

using ::testing::ElementsAre;

class Support : public ::testing::Test {
 protected:
  std::vector<std::string> Codes(const std::string& statements, const std::string& version = "19") {
    Chain chain(version);
    chain.Apply("create table t (id bigint primary key, a varchar(20), b varchar(20) not null, c integer, f text);");
    chain.Apply(statements);
    return chain.Codes();
  }
};

TEST_F(Support, EmptyTextsAreNull) {
  EXPECT_THAT(Codes("create table u (a varchar(5) not null default '');"), ElementsAre("M5602"));
  EXPECT_THAT(Codes("create table u (a varchar(5) default '');"), ElementsAre("M5603"));
  EXPECT_THAT(Codes("insert into t (id, b) values (1, ''), (2, '');"), ElementsAre("M5602"));
  EXPECT_THAT(Codes("insert into t (id, a, b) values (1, '', 'x');"), ElementsAre("M5603"));
  EXPECT_THAT(Codes("update t set b = '' undo nothing;"), ElementsAre("M5602"));
  EXPECT_THAT(Codes("delete from t where a = '' undo nothing;"), ElementsAre("M5603"));
  EXPECT_THAT(Codes("alter table t alter column b set default '';"), ElementsAre("M5602"));
}

TEST_F(Support, OneIndexForAListOfColumns) {
  EXPECT_THAT(Codes("create table u (a integer unique, index (a));"), ElementsAre("M5604"));
  EXPECT_THAT(Codes("create index i on t (id);"), ElementsAre("M5604"));
  EXPECT_THAT(Codes("create index i on t (id desc); create index j on t (a, b); create index k on t (b, a);"), ElementsAre());
  EXPECT_THAT(Codes("create index i on t (a, b); create index j on t (a, b);"), ElementsAre("M5604"));
}

TEST_F(Support, NothingLargeInAKey) {
  EXPECT_THAT(Codes("create index i on t (f);"), ElementsAre("M5601"));
  EXPECT_THAT(Codes("alter table t add unique (f);"), ElementsAre("M5601"));
  EXPECT_THAT(Codes("create table u (a timestamp with time zone unique);"), ElementsAre("M5601"));
}

TEST_F(Support, NothingLargeIsCompared) {
  EXPECT_THAT(Codes("update t set c = 1 where f = 'x' undo nothing;"), ElementsAre("M5601"));
  EXPECT_THAT(Codes("create table u (a text, check (a in ('x', 'y')));"), ElementsAre("M5601"));
  EXPECT_THAT(Codes("delete from t where f like 'x%' or f is null undo nothing;"), ElementsAre());
}

TEST_F(Support, TypesThatCannotChange) {
  EXPECT_THAT(Codes("alter table t alter column id type varchar(20);"), ElementsAre("M5606"));
  EXPECT_THAT(Codes("alter table t alter column c type date;"), ElementsAre("M5606"));
  EXPECT_THAT(Codes("alter table t alter column c type date using (date '2026-01-01' + c);"), ElementsAre());
  EXPECT_THAT(Codes("alter table t add g integer generated as (c * 2); alter table t alter column c type bigint;"),
              ElementsAre("M5606"));
  EXPECT_THAT(Codes("alter table t add g integer generated as (c * 2); alter table t rename column c to d;"), ElementsAre("M5601"));
}

TEST_F(Support, WhatOracleHasNot) {
  EXPECT_THAT(Codes("create schema s;"), ElementsAre("M5601"));
  EXPECT_THAT(Codes("alter table t alter column c add identity;"), ElementsAre("M5601"));
  EXPECT_THAT(Codes("alter table t add x bigint references t (id) on delete set default;"), ElementsAre("M5601"));
  EXPECT_THAT(Codes("alter table t add x bigint references t (id) on update cascade;"), ElementsAre("M5001"));
  EXPECT_THAT(Codes("create index i on t (c) where c > 0;"), ElementsAre("M5001"));
  EXPECT_THAT(Codes("create index i on t using hash (c);"), ElementsAre("M5601"));
  EXPECT_THAT(Codes("create index i on t using bitmap (c);"), ElementsAre());
  EXPECT_THAT(Codes("create table u (a time);"), ElementsAre("M5003"));
  EXPECT_THAT(Codes("create table u (a integer generated as (1) stored);"), ElementsAre("M5001"));
  EXPECT_THAT(Codes("grant truncate on t to app;"), ElementsAre("M5601"));
  EXPECT_THAT(Codes("create sequence s; alter sequence s restart 3;", "12.2"), ElementsAre("M5601"));
  EXPECT_THAT(Codes("create sequence s; alter sequence s restart 3;", "18"), ElementsAre());
}

TEST_F(Support, NamesAndLengths) {
  EXPECT_THAT(Codes(R"(create table "a""b" (id integer);)"), ElementsAre("M5605"));
  EXPECT_THAT(Codes("comment on table t '" + std::string(4001, 'x') + "';"), ElementsAre("M5607"));
  EXPECT_THAT(Codes("comment on table t '" + std::string(4000, 'x') + "';"), ElementsAre());
  EXPECT_THAT(Codes("create table u (o boolean, constraint u_o_bool check (o = true));"), ElementsAre("M4206"));
}

TEST_F(Support, RoutinesHaveNoOverloads) {
  const std::string one =
      "define function f(integer) { oracle $$ CREATE FUNCTION f(a NUMBER) RETURN NUMBER IS BEGIN RETURN 1; END; $$ };";
  const std::string other =
      "define function f(text) { oracle $$ CREATE FUNCTION f(a CLOB) RETURN NUMBER IS BEGIN RETURN 1; END; $$ };";
  EXPECT_THAT(Codes(one + other), ElementsAre("M5608"));
  EXPECT_THAT(Codes(one + one), ElementsAre());
  EXPECT_THAT(Codes("define function f(integer) { oracle $$ BEGIN NULL; END; $$ };"), ElementsAre("M5304"));
}

TEST_F(Support, TimeoutsOfStatementsAreNotFollowed) {
  EXPECT_THAT(Codes("set statement timeout '2min';"), ElementsAre("M5002"));
  EXPECT_THAT(Codes("set lock timeout '5s';"), ElementsAre());
}

}  // namespace
}  // namespace migc::emit::oracle::testing
