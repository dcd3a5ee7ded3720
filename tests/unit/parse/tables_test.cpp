// Tables and their items.
#include <gtest/gtest.h>

#include "unit/parse/parsing.h"

namespace migc::parse::testing {

const std::vector<Case>& TableCases() {
  static const std::vector<Case> cases = {
      {R"mig(create table a (b integer);)mig",
       R"mig(
create table a
  column b
    type: integer
)mig"},
      {R"mig(create table if not exists billing.account ("B ""x""" text,);)mig",
       R"mig(
create table billing.account if not exists
  column "B ""x"""
    type: text
)mig"},
      {R"mig(create table a (id bigint identity primary key, n integer identity always (start with 100, increment by -5, min value 1, maxvalue +9, cache 3, no cycle) not null);)mig",
       R"mig(
create table a
  column id
    type: bigint
    identity
    primary key
  column n
    type: integer
    identity always
      option start 100
      option increment -5
      option min value 1
      option max value 9
      option cache 3
      option no cycle
    not null
)mig"},
      {R"mig(create table a (b varchar(320) constraint n not null constraint u unique nulls not distinct null default 'x' comment 'it''s');)mig",
       R"mig(
create table a
  column b
    type: varchar(320)
    not null named n
    unique nulls not distinct named u
    null
    default
      string 'x'
    comment 'it''s'
)mig"},
      {R"mig(create table a (b integer check (b > 0) not valid, c text constraint k check (c <> ''));)mig",
       R"mig(
create table a
  column b
    type: integer
    check not valid
      binary >
        name b
        number 0
  column c
    type: text
    check named k
      binary <>
        name c
        string ''
)mig"},
      {R"mig(create table a (b integer references t, c integer constraint f references s.t (id) on delete cascade on update set null match full deferrable initially deferred not valid);)mig",
       R"mig(
create table a
  column b
    type: integer
    references
      references t
  column c
    type: integer
    references named f
      references s.t (id) on delete cascade on update set null match full deferrable initially deferred not valid
)mig"},
      {R"mig(create table a (b integer references t on delete no action on update restrict not deferrable, c integer references t on delete set default deferrable initially immediate);)mig",
       R"mig(
create table a
  column b
    type: integer
    references
      references t on delete no action on update restrict not deferrable
  column c
    type: integer
    references
      references t on delete set default deferrable initially immediate
)mig"},
      {R"mig(create table a (b integer references t match full match full on delete cascade on delete restrict);)mig",
       R"mig(
create table a
  column b
    type: integer
    references
      references t on delete cascade match full (2 repeated)
)mig"},
      {R"mig(create table a (b integer generated as (c + 1) stored, d text generated as (lower(e)) virtual, f integer generated as (1));)mig",
       R"mig(
create table a
  column b
    type: integer
    generated stored
      binary +
        name c
        number 1
  column d
    type: text
    generated virtual
      call lower
        name e
  column f
    type: integer
    generated
      number 1
)mig"},
      {R"mig(create table a (b text character set 'utf8mb4' collate 'utf8mb4_bin' primary key);)mig",
       R"mig(
create table a
  column b
    type: text
    character set 'utf8mb4'
    collate 'utf8mb4_bin'
    primary key
)mig"},
      {R"mig(create table a (b integer renamed from c not null) renamed from d;)mig",
       R"mig(
create table a renamed from d
  column b renamed from c
    type: integer
    not null
)mig"},
      {R"mig(create table a (b integer, constraint p primary key (b, c), unique (b), unique nulls not distinct (c,), constraint k check (b > c) not valid);)mig",
       R"mig(
create table a
  column b
    type: integer
  constraint primary key (b, c) named p
  constraint unique (b)
  constraint unique (c) nulls not distinct
  constraint check not valid named k
    binary >
      name b
      name c
)mig"},
      {R"mig(create table a (b integer, foreign key (b, c) references t (x, y) on delete cascade, constraint f foreign key (b) references t);)mig",
       R"mig(
create table a
  column b
    type: integer
  constraint foreign key (b, c)
    references t (x, y) on delete cascade
  constraint foreign key (b) named f
    references t
)mig"},
      {R"mig(create table a (b integer, constraint e exclude using gist (b with =, (lower(c)) with '&&', d with &&) where (e > 1), exclude (b with <>));)mig",
       R"mig(
create table a
  column b
    type: integer
  constraint exclude using gist named e
    with =: name b
    with &&: parens
      call lower
        name c
    with &&: name d
    where: binary >
      name e
      number 1
  constraint exclude
    with <>: name b
)mig"},
      {R"mig(create table a (b integer, index (b), index i (b desc), unique index u using hash (b), index using gin (c) include (d, e) where (f is null) online nulls not distinct with postgres 'x' renamed from old);)mig",
       R"mig(
create table a
  column b
    type: integer
  index
    key
      name b
  index named i
    key desc
      name b
  index unique named u using hash
    key
      name b
  index using gin include (d, e) nulls not distinct online renamed from old
    key
      name c
    where: is null
      name f
    with postgres 'x'
)mig"},
      {R"mig(create table a (b integer) comment 'one' with postgres 'FILLFACTOR=70', mysql 'ENGINE=InnoDB',;)mig",
       R"mig(
create table a
  column b
    type: integer
  comment 'one'
  with postgres 'FILLFACTOR=70'
  with mysql 'ENGINE=InnoDB'
)mig"},
      {R"mig(create table a (b integer) with "Own" 'x' with mysql 'y' comment '';)mig",
       R"mig(
create table a
  column b
    type: integer
  comment ''
  with "Own" 'x'
  with mysql 'y'
)mig"},
      {R"mig(create table a (check_ integer, "check" integer, primary boolean, unique text, key integer, end timestamp with time zone);)mig",
       R"mig(
create table a
  column check_
    type: integer
  column "check"
    type: integer
  column primary
    type: boolean
  column unique
    type: text
  column key
    type: integer
  column end
    type: timestamp with time zone
)mig"},
      {R"mig(drop table a;)mig",
       R"mig(
drop table a
)mig"},
      {R"mig(drop table if exists s.a cascade;)mig",
       R"mig(
drop table s.a if exists cascade
)mig"},
      {R"mig(rename table a to s.b;)mig",
       R"mig(
rename table a to s.b
)mig"},
  };
  return cases;
}

namespace {

TEST(Tables, BecomeTheirTree) {
  for (const Case& c : TableCases()) EXPECT_EQ(ParseStatement(c.source), c.Result()) << c.source;
}

}  // namespace
}  // namespace migc::parse::testing
