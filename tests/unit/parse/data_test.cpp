// Data, raw SQL, and the statements round others.
#include <gtest/gtest.h>

#include "unit/parse/parsing.h"

namespace migc::parse::testing {

const std::vector<Case>& DataCases() {
  static const std::vector<Case> cases = {
      {R"mig(insert into country (code, name) values ('DE', 'Germany'), (upper('fr'), null),;)mig",
       R"mig(
insert into country (code, name)
  row
    string 'DE'
    string 'Germany'
  row
    call upper
      string 'fr'
    null
)mig"},
      {R"mig(insert into s.country (code,) from csv 'data/countries.csv' undo nothing;)mig",
       R"mig(
insert into s.country (code) undo nothing
  csv 'data/countries.csv'
)mig"},
      {R"mig(insert into archive (id, code) select $$ select id, code from country where old $$ undo nothing;)mig",
       R"mig(
insert into archive (id, code) undo nothing
  select $$ select id, code from country where old $$
)mig"},
      {R"mig(update account set status = 'open', where = 1 where (status is null) undo nothing;)mig",
       R"mig(
update account undo nothing
  set status: string 'open'
  set where: number 1
  where: is null
    name status
)mig"},
      {R"mig(update s.account set a = b + 1;)mig",
       R"mig(
update s.account
  set a: binary +
    name b
    number 1
)mig"},
      {R"mig(update a set b = 1, undo nothing;)mig",
       R"mig(
update a undo nothing
  set b: number 1
)mig"},
      {R"mig(delete from s.account where closed_at < date '2020-01-01' undo nothing;)mig",
       R"mig(
delete from s.account undo nothing
  where: binary <
    name closed_at
    date '2020-01-01'
)mig"},
      {R"mig(delete from a;)mig",
       R"mig(
delete from a
)mig"},
      {R"mig(sql $$ ANALYZE account $$;)mig",
       R"mig(
sql
  text $$ ANALYZE account $$
)mig"},
      {R"mig(sql for postgres, cockroachdb, $$ x ${schema} $$ undo $$ y $$;)mig",
       R"mig(
sql for postgres, cockroachdb
  text $$ x ${schema} $$
  undo $$ y $$
)mig"},
      {R"mig(sql file 'views/report.sql';)mig",
       R"mig(
sql file 'views/report.sql'
)mig"},
      {R"mig(sql file 'views/report.sql' for postgres undo nothing;)mig",
       R"mig(
sql for postgres file 'views/report.sql' undo nothing
)mig"},
      {R"mig(sql (postgres $$ a $$, mysql $b$ $$ $b$, else $$ c $$) undo nothing;)mig",
       R"mig(
sql undo nothing
  text for postgres $$ a $$
  text for mysql $$ $$ $$
  text $$ c $$
)mig"},
      {R"mig(sql $$ ALTER TABLE a RENAME CONSTRAINT x TO y $$ effects { alter table a rename constraint x to y; drop table z; } undo $$ u $$;)mig",
       R"mig(
sql
  text $$ ALTER TABLE a RENAME CONSTRAINT x TO y $$
  undo $$ u $$
  effects
    alter table a
      rename constraint x to y
    drop table z
)mig"},
      {R"mig(sql $$ x $$ effects { };)mig",
       R"mig(
sql
  text $$ x $$
)mig"},
      {R"mig(for postgres { drop table a; } else { drop table b; for mysql { drop table c; } })mig",
       R"mig(
for postgres
  drop table a
else
  drop table b
  for mysql
    drop table c
)mig"},
      {R"mig(for postgres, mysql, { };)mig",
       R"mig(
for postgres, mysql
)mig"},
      {R"mig(no transaction { drop index a online; })mig",
       R"mig(
no transaction
  drop index a online
)mig"},
      {R"mig(no transaction { };)mig",
       R"mig(
no transaction
)mig"},
      {R"mig(set lock timeout '5s', statement timeout '2min',;)mig",
       R"mig(
set timeouts lock '5s' statement '2min'
)mig"},
      {R"mig(set statement timeout '1h';)mig",
       R"mig(
set timeouts statement '1h'
)mig"},
      {R"mig(require $$ select count(*) = 0 from account $$ 'no accounts';)mig",
       R"mig(
require $$ select count(*) = 0 from account $$ 'no accounts'
)mig"},
  };
  return cases;
}

namespace {

TEST(Data, BecomeTheirTree) {
  for (const Case& c : DataCases()) EXPECT_EQ(ParseStatement(c.source), c.Result()) << c.source;
}

}  // namespace
}  // namespace migc::parse::testing
