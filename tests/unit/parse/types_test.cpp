// Types of columns.
#include <gtest/gtest.h>

#include "unit/parse/parsing.h"

namespace migc::parse::testing {

const std::vector<Case>& TypeCases() {
  static const std::vector<Case> cases = {
      {R"mig(create table a (b boolean, c smallint, d int, e numeric(10), f decimal(18, 2), g double precision, h double, i DOUBLE  Precision);)mig",
       R"mig(
create table a
  column b
    type: boolean
  column c
    type: smallint
  column d
    type: int
  column e
    type: numeric(10)
  column f
    type: decimal(18,2)
  column g
    type: double precision
  column h
    type: double
  column i
    type: double precision
)mig"},
      {R"mig(create table a (b timestamp with time zone, c timestamp(6) with time zone, d time(3), e interval, f uuid, g jsonb);)mig",
       R"mig(
create table a
  column b
    type: timestamp with time zone
  column c
    type: timestamp(6) with time zone
  column d
    type: time(3)
  column e
    type: interval
  column f
    type: uuid
  column g
    type: jsonb
)mig"},
      {R"mig(create table a (b integer[], c varchar(10)[][], d timestamp with time zone[]);)mig",
       R"mig(
create table a
  column b
    type: integer[]
  column c
    type: varchar(10)[][]
  column d
    type: timestamp with time zone[]
)mig"},
      {R"mig(create table a (b varchar(320) native (postgres 'citext') not null, c native (postgres 'geometry(Point,4326)', mysql 'POINT'), d interval native (sqlite 'DATETIME',) default '0');)mig",
       R"mig(
create table a
  column b
    type: varchar(320)
      text for postgres 'citext'
    not null
  column c
    type: native
      text for postgres 'geometry(Point,4326)'
      text for mysql 'POINT'
  column d
    type: interval
      text for sqlite 'DATETIME'
    default
      string '0'
)mig"},
      {R"mig(create table a (b mood, c app.mood, d "Odd Type", e Status, primary native (mysql 'X') not null, unique double precision);)mig",
       R"mig(
create table a
  column b
    type: mood
  column c
    type: app.mood
  column d
    type: "Odd Type"
  column e
    type: Status
  column primary
    type: native
      text for mysql 'X'
    not null
  column unique
    type: double precision
)mig"},
  };
  return cases;
}

namespace {

TEST(Types, BecomeTheirTree) {
  for (const Case& c : TypeCases()) EXPECT_EQ(ParseStatement(c.source), c.Result()) << c.source;
}

}  // namespace
}  // namespace migc::parse::testing
