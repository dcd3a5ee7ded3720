// Every action of alter table.
#include <gtest/gtest.h>

#include "unit/parse/parsing.h"

namespace migc::parse::testing {

const std::vector<Case>& AlterCases() {
  static const std::vector<Case> cases = {
      {R"mig(alter table a add b integer;)mig",
       R"mig(
alter table a
  add column
    column b
      type: integer
)mig"},
      {R"mig(alter table if exists s.a add column b varchar(10) not null default 'x' first, add if not exists c text after b, add column if not exists d text;)mig",
       R"mig(
alter table s.a if exists
  add column first
    column b
      type: varchar(10)
      not null
      default
        string 'x'
  add column if not exists after b
    column c
      type: text
  add column if not exists
    column d
      type: text
)mig"},
      {R"mig(alter table a add column check integer, add column index text, add column primary integer, add column column integer, add primary integer, add unique text;)mig",
       R"mig(
alter table a
  add column
    column check
      type: integer
  add column
    column index
      type: text
  add column
    column primary
      type: integer
  add column
    column column
      type: integer
  add column
    column primary
      type: integer
  add column
    column unique
      type: text
)mig"},
      {R"mig(alter table a drop b, drop column c, drop if exists d cascade, drop column if exists e cascade, drop column, drop constraint, drop primary, drop unique cascade, drop foreign, drop check, drop if;)mig",
       R"mig(
alter table a
  drop column b
  drop column c
  drop column d if exists cascade
  drop column e if exists cascade
  drop column column
  drop column constraint
  drop column primary
  drop column unique cascade
  drop column foreign
  drop column check
  drop column if
)mig"},
      {R"mig(alter table a rename column b to c, rename constraint d to e, validate constraint f;)mig",
       R"mig(
alter table a
  rename column b to c
  rename constraint d to e
  validate constraint f
)mig"},
      {R"mig(alter table a alter column b type bigint, alter column type type text using (cast(type as text)), alter column c type mood using lower(d);)mig",
       R"mig(
alter table a
  column b set type
    type: bigint
  column type set type
    type: text
    using: cast
      name type
      type: text
  column c set type
    type: mood
    using: call lower
      name d
)mig"},
      {R"mig(alter table a alter column b set default 1 + 1, alter column b drop default, alter column b set not null, alter column b set not null fill 'x' || c, alter column b drop not null;)mig",
       R"mig(
alter table a
  column b set default
    binary +
      number 1
      number 1
  column b drop default
  column b set not null
  column b set not null
    fill: binary ||
      string 'x'
      name c
  column b drop not null
)mig"},
      {R"mig(alter table a alter column b comment 'x', alter column b no comment, alter column b character set 'utf8', alter column b collate 'C';)mig",
       R"mig(
alter table a
  column b comment 'x'
  column b no comment
  column b character set 'utf8'
  column b collate 'C'
)mig"},
      {R"mig(alter table a alter column b add identity, alter column b add identity always (start 5), alter column b drop identity, alter column b set identity, alter column b set identity always (restart with 3), alter column b set identity by default;)mig",
       R"mig(
alter table a
  column b add identity
    identity
  column b add identity
    identity always
      option start 5
  column b drop identity
  column b set identity
  column b set identity always
    option restart 3
  column b set identity by default
)mig"},
      {R"mig(alter table a add primary key (b), add constraint u unique (b), add constraint if not exists k check (b > 0) not valid, add foreign key (b) references t, add exclude using gist (b with =);)mig",
       R"mig(
alter table a
  add constraint
    constraint primary key (b)
  add constraint
    constraint unique (b) named u
  add constraint if not exists
    constraint check not valid named k
      binary >
        name b
        number 0
  add constraint
    constraint foreign key (b)
      references t
  add constraint
    constraint exclude using gist
      with =: name b
)mig"},
      {R"mig(alter table a drop constraint n, drop constraint if exists m cascade, drop primary key, drop unique (b, c), drop foreign key (b,), drop check (b > 0);)mig",
       R"mig(
alter table a
  drop constraint n
  drop constraint m if exists cascade
  drop primary key
  drop unique (b, c)
  drop foreign key (b)
  drop check
    binary >
      name b
      number 0
)mig"},
      {R"mig(alter table a comment 'x', no comment, set schema s, with postgres 'p', mysql 'q', comment 'y', with "Own" 'r',;)mig",
       R"mig(
alter table a
  comment 'x'
  no comment
  set schema s
  with postgres 'p'
  with mysql 'q'
  comment 'y'
  with "Own" 'r'
)mig"},
  };
  return cases;
}

namespace {

TEST(AlterTable, BecomeTheirTree) {
  for (const Case& c : AlterCases()) EXPECT_EQ(ParseStatement(c.source), c.Result()) << c.source;
}

}  // namespace
}  // namespace migc::parse::testing
