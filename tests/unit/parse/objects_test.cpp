// Indexes, sequences, enums, schemas, extensions, routines, comments and grants.
#include <gtest/gtest.h>

#include "unit/parse/parsing.h"

namespace migc::parse::testing {

const std::vector<Case>& ObjectCases() {
  static const std::vector<Case> cases = {
      {R"mig(create index on a (b);)mig",
       R"mig(
create index on a
  index
    key
      name b
)mig"},
      {R"mig(create unique index if not exists i on s.a using gin (b asc, c desc nulls last, (lower(d)) nulls first ops 'text_ops' collate 'C', e length 10 collate nocase desc, f collate "x") include (g, h,) where (i is null) online with postgres 'x', mysql 'y';)mig",
       R"mig(
create index on s.a if not exists
  index unique named i using gin include (g, h) online
    key asc
      name b
    key desc nulls last
      name c
    key parenthesised nulls first ops 'text_ops' collate 'C'
      call lower
        name d
    key desc length 10 collate 'nocase'
      name e
    key collate 'x'
      name f
    where: is null
      name i
    with postgres 'x'
    with mysql 'y'
)mig"},
      {R"mig(create index on on on (on) nulls not distinct;)mig",
       R"mig(
create index on on
  index named on nulls not distinct
    key
      name on
)mig"},
      {R"mig(drop index i;)mig",
       R"mig(
drop index i
)mig"},
      {R"mig(drop index if exists s.i on s.a online;)mig",
       R"mig(
drop index s.i on s.a if exists online
)mig"},
      {R"mig(rename index a to b;)mig",
       R"mig(
rename index a to b
)mig"},
      {R"mig(rename index s.a on s.t to b;)mig",
       R"mig(
rename index s.a on s.t to b
)mig"},
      {R"mig(create sequence a;)mig",
       R"mig(
create sequence a
)mig"},
      {R"mig(create sequence if not exists s.a start 100 increment by -10 minvalue -5 max value 7 no min value, no maxvalue, cache 20 no cache cycle no cycle owned by t.c,;)mig",
       R"mig(
create sequence s.a if not exists
  option start 100
  option increment -10
  option min value -5
  option max value 7
  option no min value
  option no max value
  option cache 20
  option no cache
  option cycle
  option no cycle
  option owned by t.c
)mig"},
      {R"mig(alter sequence a restart;)mig",
       R"mig(
alter sequence a
  option restart
)mig"},
      {R"mig(alter sequence a restart with 5, increment 2;)mig",
       R"mig(
alter sequence a
  option restart 5
  option increment 2
)mig"},
      {R"mig(alter sequence s.a rename to b;)mig",
       R"mig(
alter sequence s.a rename to b
)mig"},
      {R"mig(drop sequence if exists a;)mig",
       R"mig(
drop sequence a if exists
)mig"},
      {R"mig(create enum mood ('sad', 'it''s ok',);)mig",
       R"mig(
create enum mood ('sad', 'it''s ok')
)mig"},
      {R"mig(create enum if not exists s.mood ('a');)mig",
       R"mig(
create enum s.mood if not exists ('a')
)mig"},
      {R"mig(alter enum mood add 'x';)mig",
       R"mig(
alter enum mood add 'x'
)mig"},
      {R"mig(alter enum mood add 'x' before 'y';)mig",
       R"mig(
alter enum mood add 'x' before 'y'
)mig"},
      {R"mig(alter enum mood add 'x' after 'y';)mig",
       R"mig(
alter enum mood add 'x' after 'y'
)mig"},
      {R"mig(alter enum mood rename 'a' to 'z';)mig",
       R"mig(
alter enum mood rename 'a' to 'z'
)mig"},
      {R"mig(alter enum mood rename to feeling;)mig",
       R"mig(
alter enum mood rename to feeling
)mig"},
      {R"mig(alter enum mood set ('b', 'c') map 'a' to 'b', 'd' to 'c',;)mig",
       R"mig(
alter enum mood set ('b', 'c')
  map 'a' to 'b'
  map 'd' to 'c'
)mig"},
      {R"mig(alter enum mood set ('b');)mig",
       R"mig(
alter enum mood set ('b')
)mig"},
      {R"mig(drop enum mood;)mig",
       R"mig(
drop enum mood
)mig"},
      {R"mig(drop enum if exists s.mood;)mig",
       R"mig(
drop enum s.mood if exists
)mig"},
      {R"mig(create schema s;)mig",
       R"mig(
create schema s
)mig"},
      {R"mig(create schema if not exists "S";)mig",
       R"mig(
create schema "S" if not exists
)mig"},
      {R"mig(drop schema s;)mig",
       R"mig(
drop schema s
)mig"},
      {R"mig(drop schema if exists s;)mig",
       R"mig(
drop schema s if exists
)mig"},
      {R"mig(create extension "uuid-ossp";)mig",
       R"mig(
create extension "uuid-ossp"
)mig"},
      {R"mig(create extension if not exists citext;)mig",
       R"mig(
create extension citext if not exists
)mig"},
      {R"mig(drop extension if exists citext;)mig",
       R"mig(
drop extension citext if exists
)mig"},
      {R"mig(define view s.v as $$ select 1 $$;)mig",
       R"mig(
define view s.v
  text $$ select 1 $$
)mig"},
      {R"mig(define materialized view v { postgres $$ a $$, else $$ b $$, };)mig",
       R"mig(
define materialized view v
  text for postgres $$ a $$
  text $$ b $$
)mig"},
      {R"mig(define function tax(integer, varchar(10)) { postgres $$ x $$, "Own" $$ y $$ };)mig",
       R"mig(
define function tax
  argument: integer
  argument: varchar(10)
  text for postgres $$ x $$
  text for "Own" $$ y $$
)mig"},
      {R"mig(define function f() as $$ x $$;)mig",
       R"mig(
define function f
  no arguments
  text $$ x $$
)mig"},
      {R"mig(define procedure p { mysql $$ z $$ };)mig",
       R"mig(
define procedure p
  text for mysql $$ z $$
)mig"},
      {R"mig(define trigger touch on s.account as $$ x $$;)mig",
       R"mig(
define trigger touch on s.account
  text $$ x $$
)mig"},
      {R"mig(drop view if exists v;)mig",
       R"mig(
drop view v if exists
)mig"},
      {R"mig(drop materialized view s.v;)mig",
       R"mig(
drop materialized view s.v
)mig"},
      {R"mig(drop function tax(integer);)mig",
       R"mig(
drop function tax
  argument: integer
)mig"},
      {R"mig(drop function f();)mig",
       R"mig(
drop function f
  no arguments
)mig"},
      {R"mig(drop function f;)mig",
       R"mig(
drop function f
)mig"},
      {R"mig(drop procedure if exists p(text, timestamp with time zone);)mig",
       R"mig(
drop procedure p if exists
  argument: text
  argument: timestamp with time zone
)mig"},
      {R"mig(drop trigger touch on account;)mig",
       R"mig(
drop trigger touch on account
)mig"},
      {R"mig(drop trigger if exists s.touch on s.account;)mig",
       R"mig(
drop trigger s.touch on s.account if exists
)mig"},
      {R"mig(comment on table t 'x';)mig",
       R"mig(
comment on table t 'x'
)mig"},
      {R"mig(comment on column s.t.c 'y';)mig",
       R"mig(
comment on column s.t.c 'y'
)mig"},
      {R"mig(comment on column t.c no comment;)mig",
       R"mig(
comment on column t.c no comment
)mig"},
      {R"mig(grant select, insert on s.t to r, "R-2";)mig",
       R"mig(
grant select, insert on s.t to r, "R-2"
)mig"},
      {R"mig(grant all privileges, Update, on t to r,;)mig",
       R"mig(
grant all privileges, update on t to r
)mig"},
      {R"mig(revoke delete on t from r;)mig",
       R"mig(
revoke delete on t from r
)mig"},
  };
  return cases;
}

namespace {

TEST(Objects, BecomeTheirTree) {
  for (const Case& c : ObjectCases()) EXPECT_EQ(ParseStatement(c.source), c.Result()) << c.source;
}

}  // namespace
}  // namespace migc::parse::testing
