// What is said of statements that are wrong, and that those after them are read all the same.
#include <gtest/gtest.h>

#include "unit/parse/parsing.h"

namespace migc::parse::testing {

const std::vector<Case>& ErrorCases() {
  static const std::vector<Case> cases = {
      {R"mig(creat table t (a integer);)mig",
       R"mig(
1:1-6 M1024 no statement begins with "creat"
  help did you mean "create"?
)mig"},
      {R"mig(foo;)mig",
       R"mig(
1:1-4 M1024 no statement begins with "foo"
  help did you mean "for"?
)mig"},
      {R"mig(begin; commit;)mig",
       R"mig(
1:1-6 M1024 no statement begins with "begin"
  help leave it out: transactions are the script's business
1:8-14 M1024 no statement begins with "commit"
  help leave it out: transactions are the script's business
)mig"},
      {R"mig(select 1;)mig",
       R"mig(
1:1-7 M1024 no statement begins with "select"
  help a statement of one database is written sql $$ … $$
)mig"},
      {R"mig(create table t (a integer))mig",
       R"mig(
1:26-27 M1027 no ";" after ")"
  help each statement ends with ;
)mig"},
      {R"mig(create table t (a integer foo, b text);)mig",
       R"mig(
1:27-30 M1030 "foo" where an attribute of the column, ")" or "," is expected
)mig"},
      {R"mig(create table t (a integer b text);)mig",
       R"mig(
1:27-28 M1030 "b" where an attribute of the column, ")" or "," is expected
)mig"},
      {R"mig(create table t (a integer
  b text);)mig",
       R"mig(
1:19-26 M1027 no "," after "integer"
  help the parts of a list are separated by ,
)mig"},
      {R"mig(create table t (a integer,
  b text;
drop tabel x;)mig",
       R"mig(
2:5-9 M1027 no ")" after "text"
  note 1:16-17 this one is still open
  help add the closing )
3:6-11 M1030 "tabel" where "enum", "extension", "function", "index", "materialized", "procedure", "schema", "sequence", "table" or one of several other words is expected
  help did you mean "table"?
)mig"},
      {R"mig(create table t (check a > 3);)mig",
       R"mig(
1:23-24 M1030 "a" where "(" is expected
  help a check is written check (condition); a column of that name is written "check"
)mig"},
      {R"mig(create table t (constraint varchar(20));)mig",
       R"mig(
1:17-27 M1031 "constraint" has a meaning of its own at the start of a table's item, and is not a name without quotes
  help quote it to name a column: "constraint"
)mig"},
      {R"mig(create table t (a integer, primary key id);)mig",
       R"mig(
1:40-42 M1030 "id" where "(" is expected
  help a primary key is written primary key (column); a column of that name is written "primary"
)mig"},
      {R"mig(create table t (email not null);)mig",
       R"mig(
1:23-26 M1030 "not" where a type is expected
  help the type comes after the column's name
)mig"},
      {R"mig(create table t (email);)mig",
       R"mig(
1:22-23 M1030 ")" where a type is expected
)mig"},
      {R"mig(create table t ();)mig",
       R"mig(
1:17-18 M1030 ")" where a name is expected
)mig"},
      {R"mig(create table t (a integer not nul);)mig",
       R"mig(
1:31-34 M1030 "nul" where "null" is expected
  help did you mean "null"?
)mig"},
      {R"mig(create table t (a integer default order by);)mig",
       R"mig(
1:41-43 M1030 "by" where an operator, an attribute of the column, ")" or "," is expected
)mig"},
      {R"mig(create table t (a integer default end);)mig",
       R"mig(
1:35-38 M1031 "end" has a meaning of its own in an expression, and is not a name without quotes
  help quote it to name something: "end"
)mig"},
      {R"mig(create table t (a integer default 3::text);)mig",
       R"mig(
1:36-37 M1014 ":" has no meaning outside of strings, quoted names and raw SQL
  help a type is converted by cast(x as T)
)mig"},
      {R"mig(create table `t` (a integer);)mig",
       R"mig(
1:14-15 M1014 "`" has no meaning outside of strings, quoted names and raw SQL
  help names are quoted as "name"
1:16-17 M1014 "`" has no meaning outside of strings, quoted names and raw SQL
  help names are quoted as "name"
)mig"},
      {R"mig(create table [t] (a integer);)mig",
       R"mig(
1:14-15 M1030 "[" where a name is expected
  help names are quoted as "name"
)mig"},
      {R"mig(create table 't' (a integer);)mig",
       R"mig(
1:14-17 M1033 a string where a name is expected; single quotes make a string
  help write it without quotes, or in double quotes
)mig"},
      {R"mig(create table t (1a integer);)mig",
       R"mig(
1:17-19 M1032 "1a" begins with a digit; a name does so only in quotes
  help quote it: "1a"
)mig"},
      {R"mig(create table 12e5 (a integer);)mig",
       R"mig(
1:14-18 M1032 "12e5" begins with a digit; a name does so only in quotes
  help quote it: "12e5"
)mig"},
      {R"mig(create table t (a integer references t on delete foo);)mig",
       R"mig(
1:50-53 M1030 "foo" where "cascade", "no", "restrict" or "set" is expected
)mig"},
      {R"mig(create table t (a integer comment "x");)mig",
       R"mig(
1:35-38 M1034 a name where a string is expected; double quotes make a name
  help write a string in single quotes: '…'
)mig"},
      {R"mig(create table t (a text default 'it's fine');)mig",
       R"mig(
1:36-37 M1030 "s" where an operator, an attribute of the column, ")" or "," is expected
  help a quote inside a string is written twice: ''
1:42-45 M1010 this string has no end; it runs to the end of the file
  help add the closing '; a quote inside a string is written twice
)mig"},
      {R"mig(create tabel t (a integer);)mig",
       R"mig(
1:8-13 M1030 "tabel" where "enum", "extension", "index", "schema", "sequence", "table" or "unique" is expected
  help did you mean "table"?
)mig"},
      {R"mig(create table if exists t (a integer);)mig",
       R"mig(
1:17-23 M1030 "exists" where "not" or "(" is expected
)mig"},
      {R"mig(create table t (a interval '1 day');)mig",
       R"mig(
1:28-35 M1030 a string where an attribute of the column, ")" or "," is expected
  help words that go before a string are `date` and `timestamp`; for others write sql $$ … $$
)mig"},
      {R"mig(create table t (a integer renamed from b renamed from c) renamed from d renamed from e comment 'x' comment 'y';)mig",
       R"mig(
1:42-56 M1040 `renamed from` is given twice; once is enough
  note 1:27-41 it was given here
  help keep the one that is meant
1:73-87 M1040 `renamed from` is given twice; once is enough
  note 1:58-72 it was given here
  help keep the one that is meant
1:100-111 M1040 the comment is given twice; once is enough
  note 1:88-99 it was given here
  help keep the one that is meant
)mig"},
      {R"mig(create view v as $$ x $$;)mig",
       R"mig(
1:8-12 M1030 "view" where "enum", "extension", "index", "schema", "sequence", "table" or "unique" is expected
  help write define view name as $$ … $$
)mig"},
      {R"mig(create function f() returns int;)mig",
       R"mig(
1:8-16 M1030 "function" where "enum", "extension", "index", "schema", "sequence", "table" or "unique" is expected
  help write define function name(type) { postgres $$ … $$ }
)mig"},
      {R"mig(create unique table t (a integer);)mig",
       R"mig(
1:15-20 M1030 "table" where "index" is expected
)mig"},
      {R"mig(drop column x;)mig",
       R"mig(
1:6-12 M1030 "column" where "enum", "extension", "function", "index", "materialized", "procedure", "schema", "sequence", "table" or one of several other words is expected
  help write alter table t drop column c
)mig"},
      {R"mig(drop table a b;)mig",
       R"mig(
1:14-15 M1030 "b" where "cascade" or ";" is expected
)mig"},
      {R"mig(drop table a.;)mig",
       R"mig(
1:14-15 M1030 ";" where a name is expected
)mig"},
      {R"mig(drop table a;; drop table b;)mig",
       R"mig(
1:14-15 M1030 ";" where a statement is expected
  help leave it out
)mig"},
      {R"mig(drop table x
drop table y;)mig",
       R"mig(
1:12-13 M1027 no ";" after "x"
  help each statement ends with ;
)mig"},
      {R"mig(rename column a to b;)mig",
       R"mig(
1:8-14 M1030 "column" where "index" or "table" is expected
  help write alter table t rename column a to b
)mig"},
      {R"mig(rename table a b;)mig",
       R"mig(
1:16-17 M1030 "b" where "to" is expected
)mig"},
      {R"mig(alter table t add index (a);)mig",
       R"mig(
1:19-24 M1035 an index in `alter table`; indexes have statements of their own
  help write create index name on table (column); or, for a column of that name, add column index
)mig"},
      {R"mig(alter table t add index integer;)mig",
       R"mig(
1:19-24 M1031 "index" has a meaning of its own here, and is not a name without quotes
  help write add column index, or quote it: "index"
)mig"},
      {R"mig(alter table t drop index foo;)mig",
       R"mig(
1:20-25 M1035 an index in `alter table`; indexes have statements of their own
  help write drop index name on table;
)mig"},
      {R"mig(alter table t alter column a integer;)mig",
       R"mig(
1:30-37 M1030 "integer" where "add", "character", "collate", "comment", "drop", "no", "set" or "type" is expected
  help write type integer
)mig"},
      {R"mig(alter table t alter a type integer;)mig",
       R"mig(
1:21-22 M1030 "a" where "column" is expected
)mig"},
      {R"mig(alter table t modify a integer;)mig",
       R"mig(
1:15-21 M1030 "modify" where "add", "alter", "comment", "drop", "no", "rename", "set", "validate" or "with" is expected
  help write alter column c type T
)mig"},
      {R"mig(alter table t add column a integer
  drop column b;)mig",
       R"mig(
1:28-35 M1027 no "," after "integer"
  help the parts of a list are separated by ,
)mig"},
      {R"mig(alter table t rename to x;)mig",
       R"mig(
1:22-24 M1030 "to" where "column" or "constraint" is expected
  help write rename table a to b
)mig"},
      {R"mig(alter table t alter column a set data type integer;)mig",
       R"mig(
1:34-38 M1030 "data" where "default", "identity" or "not" is expected
  help write alter column c type T
)mig"},
      {R"mig(create index i on t (lower(a));)mig",
       R"mig(
1:27-28 M1030 "(" where "asc", "collate", "desc", "length", "nulls", "ops", ")" or "," is expected
  help an expression in an index stands in parentheses of its own: ((lower(name))); a prefix is written length 10
)mig"},
      {R"mig(create index i on t (a(10));)mig",
       R"mig(
1:23-24 M1030 "(" where "asc", "collate", "desc", "length", "nulls", "ops", ")" or "," is expected
  help an expression in an index stands in parentheses of its own: ((lower(name))); a prefix is written length 10
)mig"},
      {R"mig(create index i on t (a desc asc);)mig",
       R"mig(
1:29-32 M1040 the order is given twice; once is enough
  note 1:24-28 it was given here
  help keep the one that is meant
)mig"},
      {R"mig(create index i on t (a) online online;)mig",
       R"mig(
1:32-38 M1040 `online` is given twice; once is enough
  note 1:25-31 it was given here
  help keep the one that is meant
)mig"},
      {R"mig(create index on t;)mig",
       R"mig(
1:18-19 M1030 ";" where "(" is expected
)mig"},
      {R"mig(create sequence s start foo;)mig",
       R"mig(
1:25-28 M1030 "foo" where a number, "+" or "-" is expected
)mig"},
      {R"mig(create enum e (a, b);)mig",
       R"mig(
1:16-17 M1030 "a" where a string is expected
  help write it in single quotes: 'a'
)mig"},
      {R"mig(comment on table t is 'x';)mig",
       R"mig(
1:20-22 M1030 "is" where "no" or a string is expected
  help leave "is" out
)mig"},
      {R"mig(grant select to x;)mig",
       R"mig(
1:14-16 M1030 "to" where a privilege, "on" or "," is expected
)mig"},
      {R"mig(revoke select on t to x;)mig",
       R"mig(
1:20-22 M1030 "to" where "from" is expected
)mig"},
      {R"mig(define view v as select * from t;)mig",
       R"mig(
1:18-24 M1030 "select" where raw SQL $$ … $$ is expected
  help text of one database stands between $$ and $$
)mig"},
      {R"mig(define function f { postgres 'x' };)mig",
       R"mig(
1:30-33 M1030 a string where raw SQL $$ … $$ is expected
  help text of one database stands between $$ and $$
)mig"},
      {R"mig(insert into t values (1);)mig",
       R"mig(
1:15-21 M1030 "values" where "(" is expected
  help write insert into table (column, …) values (…)
)mig"},
      {R"mig(insert into t (a) value (1);)mig",
       R"mig(
1:19-24 M1030 "value" where "from", "select" or "values" is expected
  help did you mean "values"?
)mig"},
      {R"mig(insert into t (a) select x from y;)mig",
       R"mig(
1:26-27 M1030 "x" where raw SQL $$ … $$ is expected
  help text of one database stands between $$ and $$
)mig"},
      {R"mig(update t a = 3;)mig",
       R"mig(
1:10-11 M1030 "a" where "set" is expected
)mig"},
      {R"mig(delete t where a = 1;)mig",
       R"mig(
1:8-9 M1030 "t" where "from" is expected
)mig"},
      {R"mig(delete from t where a < b < c;)mig",
       R"mig(
1:27-30 M1041 a second comparison without parentheses; databases disagree on what it would compare
  note 1:23-26 the first one
  help join two comparisons with `and`, or put one into parentheses
)mig"},
      {R"mig(delete from t where a = b in (1);)mig",
       R"mig(
1:27-33 M1041 a second comparison without parentheses; databases disagree on what it would compare
  note 1:23-26 the first one
  help join two comparisons with `and`, or put one into parentheses
)mig"},
      {R"mig(delete from t where a is null = b;)mig",
       R"mig(
1:31-34 M1041 a second comparison without parentheses; databases disagree on what it would compare
  note 1:23-30 the first one
  help join two comparisons with `and`, or put one into parentheses
)mig"},
      {R"mig(delete from t where a || b + 1 = 2;)mig",
       R"mig(
1:28-29 M1042 "+" beside "||"; databases disagree on which comes first
  note 1:23-25 the `||`
  help put what belongs together into parentheses
)mig"},
      {R"mig(delete from t where a = 1 and;)mig",
       R"mig(
1:30-31 M1030 ";" where an expression is expected
)mig"},
      {R"mig(delete from t where a in ();)mig",
       R"mig(
1:27-28 M1030 ")" where an expression is expected
)mig"},
      {R"mig(delete from t where x'abc' = x'zz';)mig",
       R"mig(
1:21-27 M1015 these bytes are not pairs of hexadecimal digits
  help add the digit that is missing; each byte has two
1:30-35 M1015 these bytes are not pairs of hexadecimal digits
  help x'…' holds 0-9 and a-f alone
)mig"},
      {R"mig(delete from t where a = interval '1 day';)mig",
       R"mig(
1:34-41 M1030 a string where an operator, "undo" or ";" is expected
  help words that go before a string are `date` and `timestamp`; for others write sql $$ … $$
)mig"},
      {R"mig(delete from t where a = case when b then c;)mig",
       R"mig(
1:43-44 M1030 ";" where an operator, "else", "end" or "when" is expected
)mig"},
      {R"mig(delete from t where a != 1 or a & b;)mig",
       R"mig(
1:33-34 M1014 "&" has no meaning outside of strings, quoted names and raw SQL
  help write an expression of one database as sql $$ … $$
)mig"},
      {R"mig(delete from t where a = @x;)mig",
       R"mig(
1:25-26 M1014 "@" has no meaning outside of strings, quoted names and raw SQL
  help values that are not known before the script runs have no place in a migration
)mig"},
      {R"mig(sql 'select 1';)mig",
       R"mig(
1:5-15 M1030 a string where "file", "for", raw SQL $$ … $$ or "(" is expected
  help text of one database stands between $$ and $$
)mig"},
      {R"mig(sql select 1;)mig",
       R"mig(
1:5-11 M1030 "select" where "file", "for", raw SQL $$ … $$ or "(" is expected
  help text of one database stands between $$ and $$
)mig"},
      {R"mig(sql $$ a $$ undo nothing undo $$ b $$ effects { } effects { };)mig",
       R"mig(
1:26-38 M1040 `undo` is given twice; once is enough
  note 1:13-25 it was given here
  help keep the one that is meant
1:51-62 M1040 `effects` is given twice; once is enough
  note 1:39-50 it was given here
  help keep the one that is meant
)mig"},
      {R"mig(set lock timeout 5;)mig",
       R"mig(
1:18-19 M1030 "5" where a string is expected
  help write it in single quotes: '5'
)mig"},
      {R"mig(set lock timeout '5s', lock timeout '6s';)mig",
       R"mig(
1:24-41 M1040 the lock timeout is given twice; once is enough
  note 1:18-22 it was given here
  help keep the one that is meant
)mig"},
      {R"mig(require 'x';)mig",
       R"mig(
1:9-12 M1030 a string where raw SQL $$ … $$ is expected
  help text of one database stands between $$ and $$
)mig"},
      {R"mig(for postgres create table t (a integer);)mig",
       R"mig(
1:14-20 M1030 "create" where "{" is expected
)mig"},
      {R"mig(drop table a; } drop table b;)mig",
       R"mig(
1:17-21 M1023 a statement outside of `upgrade` and `downgrade`; a revision's statements stand inside them
  help write it inside upgrade { … }
)mig"},
      {R"mig(create foo; create bar; drop table c; alter table d foo;)mig",
       R"mig(
1:8-11 M1030 "foo" where "enum", "extension", "index", "schema", "sequence", "table" or "unique" is expected
1:20-23 M1030 "bar" where "enum", "extension", "index", "schema", "sequence", "table" or "unique" is expected
1:53-56 M1030 "foo" where "add", "alter", "comment", "drop", "no", "rename", "set", "validate" or "with" is expected
)mig"},
      {R"mig(for postgres { create foo; drop tabel x; } else { foo } drop table y;)mig",
       R"mig(
1:23-26 M1030 "foo" where "enum", "extension", "index", "schema", "sequence", "table" or "unique" is expected
1:33-38 M1030 "tabel" where "enum", "extension", "function", "index", "materialized", "procedure", "schema", "sequence", "table" or one of several other words is expected
  help did you mean "table"?
1:51-54 M1024 no statement begins with "foo"
  help did you mean "for"?
)mig"},
      {R"mig(sql $$ a $$ effects { foo; drop table b; }; create foo;)mig",
       R"mig(
1:23-26 M1024 no statement begins with "foo"
  help did you mean "for"?
1:52-55 M1030 "foo" where "enum", "extension", "index", "schema", "sequence", "table" or "unique" is expected
)mig"},
      {R"mig(drop table 'a;)mig",
       R"mig(
1:12-15 M1010 this string has no end; it runs to the end of the file
  help add the closing '; a quote inside a string is written twice
)mig"},
      {R"mig(drop table "a;
drop table b;)mig",
       R"mig(
1:12-15 M1011 this quoted name has no end; it runs to the end of the file
  help add the closing "; a quote inside a name is written twice
)mig"},
      {R"mig(drop table 'a;
drop table 'b';
drop table 'c;)mig",
       R"mig(
1:12-2:13 M1033 a string where a name is expected; single quotes make a string
  help write it without quotes, or in double quotes
)mig"},
      {R"mig(sql $$ a;)mig",
       R"mig(
1:5-10 M1012 this block of raw SQL has no end; it runs to the end of the file
  help end it as it began
)mig"},
      {R"mig(sql $a$ b $$;)mig",
       R"mig(
1:5-14 M1012 this block of raw SQL has no end; it runs to the end of the file
  help end it as it began
)mig"},
      {R"mig(drop table a; /* b)mig",
       R"mig(
1:15-19 M1013 this comment has no end; it runs to the end of the file
  help add the closing */
)mig"},
      {R"mig(create table t (“b” text, c text, d text);)mig",
       R"mig(
1:17-18 M1014 "“" has no meaning outside of strings, quoted names and raw SQL
  help write straight quotes: '…' for a string, "…" for a name
1:19-20 M1014 "”" has no meaning outside of strings, quoted names and raw SQL
  help write straight quotes: '…' for a string, "…" for a name
1:28-29 M1014 the character U+00A0 has no meaning outside of strings, quoted names and raw SQL
  help write an ordinary blank
1:36-37 M1014 the character U+0007 has no meaning outside of strings, quoted names and raw SQL
  help leave it out
)mig"},
  };
  return cases;
}

namespace {

TEST(Errors, SayWhatIsWrong) {
  for (const Case& c : ErrorCases()) EXPECT_EQ(ParseStatement(c.source), c.Result()) << c.source;
}

}  // namespace
}  // namespace migc::parse::testing
