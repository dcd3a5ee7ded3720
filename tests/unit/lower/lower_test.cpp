// From statements to operations: each case shows what is written and what it means.
#include "migc/lower/lower.h"

#include <gtest/gtest.h>

#include "unit/lower/support.h"

namespace migc::lower {
namespace {

struct Case {
  const char* written;
  const char* operations;
};

void Check(const std::vector<Case>& cases, const std::vector<std::string>& lineage = {"postgres"}) {
  for (const Case& one : cases) {
    Project project;
    project.lineage = lineage;
    EXPECT_EQ(project.DumpOf(one.written), one.operations) << one.written;
    EXPECT_EQ(project.Reports(), "") << one.written;
  }
}

TEST(Lower, Tables) {
  Check({
      {"create table account (id bigint identity primary key, email varchar(320) not null unique,"
       " constraint positive check (id > 0), index (email desc)) comment 'it''s';",
       "create table account comment 'it''s'\n"
       "  column id bigint not null identity\n"
       "  column email varchar(320) not null\n"
       "  primary key (id)\n"
       "  unique (email)\n"
       "  constraint positive check (id > 0) of column id\n"
       "  index (email desc)\n"},
      {"create table if not exists s.\"My Table\" (a int null, b int, primary key (b, c), c int);",
       "create table if not exists s.\"My Table\"\n"
       "  column a integer\n"
       "  column b integer not null\n"
       "  column c integer not null\n"
       "  primary key (b, c)\n"},
      {"create table t (a int constraint k references s.u (id) on delete cascade deferrable initially deferred check (a > 0) check "
       "(a < b));",
       "create table t\n"
       "  column a integer\n"
       "  constraint k foreign key (a) references s.u (id) on delete cascade deferrable initially deferred\n"
       "  check (a > 0) of column a\n"
       "  check (a < b)\n"},
      {"create table t (a int, b int generated as (a * 2) stored, c varchar(3) character set 'utf8' collate 'C' comment 'x',"
       " d int identity always (start 5, increment by -2, no cycle),"
       " exclude using gist (a with =, (b) with &&) where (a > 0));",
       "create table t\n"
       "  column a integer\n"
       "  column b integer generated as (a * 2) stored\n"
       "  column c varchar(3) character set 'utf8' collate 'C' comment 'x'\n"
       "  column d integer not null identity always (start 5, increment -2, no cycle)\n"
       "  exclude using gist (a with =, b with &&) where (a > 0)\n"},
      {"drop table if exists t cascade; rename table s.t to u;", "drop table if exists t cascade\nrename table s.t to s.u\n"},
  });
}

TEST(Lower, ChecksAreNamedAfterTheOneColumnTheyLookAt) {
  Check({
      {"create table t (a int check (b > 0), b int check (sql $$ x $$), check (a + a > 1));",
       "create table t\n"
       "  column a integer\n"
       "  column b integer\n"
       "  check (b > 0) of column b\n"
       "  check (sql $$ x $$) of column b\n"
       "  check (a + a > 1) of column a\n"},
  });
}

TEST(Lower, Types) {
  Check({
      {"create table t (a boolean, b int, c numeric, d numeric(5), e decimal(5,2), f double, g double precision, h TEXT,"
       " i char(3), j varchar, k time(0), l timestamp(6) with time zone, m uuid[], n mood, o app.mood[][], p nvarchar(5),"
       " q \"text\", r varbinary(16));",
       "create table t\n"
       "  column a boolean\n  column b integer\n  column c decimal\n  column d decimal(5)\n  column e decimal(5,2)\n"
       "  column f double precision\n  column g double precision\n  column h text\n  column i char(3)\n  column j varchar\n"
       "  column k time(0)\n  column l timestamp(6) with time zone\n  column m uuid[]\n  column n mood\n  column o app.mood[][]\n"
       "  column p nvarchar(5)\n  column q text\n  column r varbinary(16)\n"},
      {"create table t (e varchar(320) native (postgres 'citext', mysql 'x'), g native (postgres 'geometry(Point,4326)'), h text "
       "native (mysql 'x'));",
       "create table t\n"
       "  column e varchar(320) native 'citext'\n  column g native 'geometry(Point,4326)'\n  column h text\n"},
  });
  Project project;
  const auto revision = project.LowerStatements("create table t (q \"text\");");
  ASSERT_TRUE(revision);
  EXPECT_EQ(std::get<ir::CreateTable>(revision->upgrade[0].body).table.columns[0].type.kind, ir::TypeKind::kNamed)
      << "a quoted name is never a portable type";
}

TEST(Lower, Expressions) {
  Check({
      {"update t set a = NOW(), b = Coalesce(b, 'x', null), c = current_timestamp, c2 = current_timestamp(6), c3 = CURRENT_DATE(), "
       "d = \"current_date\", e = Char_Length(a, b),"
       " f = pg_catalog.lower(x), g = x'dead', h = date '2024-02-29', i = timestamp '2026-01-31 12:00:00.5'"
       " where not a != -1.5e3 and (b is not null or c not in (1, 2)) and d not between 1 and 2 and e like 'a%';",
       "update t\n"
       "  set a = now()\n  set b = coalesce(b, 'x', null)\n  set c = current_timestamp\n  set c2 = current_timestamp(6)\n  set c3 "
       "= current_date\n  set d = \"current_date\"\n"
       "  set e = Char_Length(a, b)\n  set f = pg_catalog.lower(x)\n  set g = x'DEAD'\n  set h = date '2024-02-29'\n"
       "  set i = timestamp '2026-01-31 12:00:00.5'\n"
       "  where not a <> -1.5e3 and (b is not null or c not in (1, 2)) and d not between 1 and 2 and e like 'a%'\n"},
      {"delete from t where case a when 1 then true else false end = cast(b as decimal(3,1)) undo nothing;",
       "delete from t undo nothing\n  where case a when 1 then true else false end = cast(b as decimal(3,1))\n"},
      {"alter table t alter column a set default sql (postgres $$ gen_random_uuid(); $$, else $$ uuid() $$);",
       "alter table t\n  alter column a set default sql $$ gen_random_uuid() $$\n"},
  });
}

TEST(Lower, AlterTable) {
  Check({
      {"alter table if exists t add column if not exists a int not null unique first, add b text after a, drop column if exists c "
       "cascade,"
       " rename column d to e, alter column f type bigint using (f * 2), alter column f set default 1, alter column f drop default,"
       " alter column f set not null fill 0, alter column f drop not null, alter column f comment 'x', alter column f no comment,"
       " alter column f add identity always, alter column f drop identity, alter column f set identity by default (restart 3),"
       " alter column f character set 'u', alter column f collate 'c';",
       "alter table if exists t\n"
       "  add column if not exists a integer not null first\n    unique (a)\n"
       "  add column b text after a\n  drop column if exists c cascade\n  rename column d to e\n"
       "  alter column f type bigint using (f * 2)\n  alter column f set default 1\n  alter column f drop default\n"
       "  alter column f set not null fill 0\n  alter column f drop not null\n  alter column f comment 'x'\n"
       "  alter column f no comment\n  alter column f add identity always\n  alter column f drop identity\n"
       "  alter column f set identity by default (restart 3)\n  alter column f character set 'u'\n  alter column f collate 'c'\n"},
      {"alter table t add constraint k foreign key (a, b) references u (c, d) match full on update set null not valid,"
       " add unique nulls not distinct (a), drop constraint if exists k cascade, rename constraint a to b, validate constraint k,"
       " drop primary key, drop unique (a, b), drop foreign key (a), drop check (a > 0), comment 'x', no comment, set schema s;",
       "alter table t\n"
       "  add constraint k foreign key (a, b) references u (c, d) match full on update set null not valid\n"
       "  add unique nulls not distinct (a)\n  drop constraint if exists k cascade\n  rename constraint a to b\n"
       "  validate constraint k\n  drop primary key\n  drop unique (a, b)\n  drop foreign key (a)\n  drop check (a > 0)\n"
       "  comment 'x'\n  no comment\n  set schema s\n"},
      {"comment on table s.t 'x'; comment on column s.t.c 'y'; comment on column t.c no comment;",
       "alter table s.t\n  comment 'x'\nalter table s.t\n  alter column c comment 'y'\nalter table t\n  alter column c no "
       "comment\n"},
  });
}

TEST(Lower, IndexesAndOtherObjects) {
  Check({
      {"create unique index i on s.t using gin (a desc nulls last, (lower(b)) ops 'text_ops', c length 10, (d)) include (e)"
       " where (a is null) nulls not distinct online;",
       "create unique index i using gin (a desc nulls last, (lower(b)) ops 'text_ops', c length 10, d) include (e) nulls not "
       "distinct"
       " where (a is null) on s.t online\n"},
      {"create index if not exists i on t (current_date); drop index if exists i on t online; rename index s.i on s.t to j;",
       "create if not exists index i (\"current_date\") on t\ndrop index if exists i on t online\nrename index s.i to j on s.t\n"},
      {"create sequence s start 5 increment by 2 minvalue 1 no maxvalue cache 20 cycle; alter sequence s restart with 9;"
       " alter sequence s rename to r; drop sequence if exists r;",
       "create sequence s (start 5, increment 2, min value 1, no max value, cache 20, cycle)\nalter sequence s (restart 9)\n"
       "alter sequence s rename to r\ndrop sequence if exists r\n"},
      {"create enum mood ('sad', 'it''s ok'); alter enum mood add 'new' before 'sad'; alter enum mood rename 'a' to 'z';"
       " alter enum mood rename to m; alter enum m set ('b', 'c') map 'a' to 'b', 'd' to 'c'; drop enum if exists m;",
       "create enum mood ('sad', 'it''s ok')\nalter enum mood add 'new' before 'sad'\nalter enum mood rename 'a' to 'z'\n"
       "alter enum mood rename to m\nalter enum m set ('b', 'c') map 'a' to 'b' map 'd' to 'c'\ndrop enum if exists m\n"},
      {"create schema if not exists s; drop schema s; create extension x; drop extension if exists x;"
       " grant select, insert on s.t to app, \"My Role\"; revoke all privileges on t from app;",
       "create schema if not exists s\ndrop schema s\ncreate extension x\ndrop extension if exists x\n"
       "grant select, insert on s.t to app, \"My Role\"\nrevoke all privileges on t from app\n"},
      {"define view v as $$\n  select a\n    from t\n$$; define function tax(integer, varchar(3)) { mysql $$ m $$, postgres $$ p "
       "$$ };"
       " define trigger touch on t { mysql $$ m $$ }; drop trigger if exists touch on t; drop function tax(integer); drop "
       "materialized view m;",
       "define view v\n  | select a\n  |   from t\ndefine function tax(integer, varchar(3))\n  | p\n"
       "define trigger touch on t without text for this dialect\ndrop trigger if exists touch on t\n"
       "drop function tax(integer)\ndrop materialized view m\n"},
  });
}

TEST(Lower, DataAndRawSql) {
  Check({
      {"insert into t (a, b) values (1, 'x'), (null, true) undo nothing;",
       "insert into t (a, b) undo nothing\n  values (1, 'x')\n  values (null, true)\n"},
      {"insert into t (a) select $$ select a from u; $$;", "insert into t (a)\n  | select a from u\n"},
      {"sql $$ ANALYZE t $$ undo nothing; sql $$ a $$ undo $$ b $$;", "sql undo nothing\n  | ANALYZE t\nsql\n  | a\nundo\n  | b\n"},
      {"sql $$ ALTER TABLE t ADD x int $$ effects { alter table t add x int; };",
       "sql\n  | ALTER TABLE t ADD x int\neffects\n  alter table t\n    add column x integer\n"},
      {"require $$ select count(*) = 0 from t; $$ 'no rows';", "require 'no rows'\n  | select count(*) = 0 from t\n"},
      {"set lock timeout '5s', statement timeout '2min'; set lock timeout '250ms'; set statement timeout '1 h';",
       "set lock timeout 5000ms, statement timeout 120000ms\nset lock timeout 250ms\nset statement timeout 3600000ms\n"},
  });
}

TEST(Lower, CommentsAndBlocks) {
  Check({
      {"-- why\n-- really\nsql $$ a $$;\n-- about both\nno transaction {\n  -- the first\n  sql $$ b $$;\n  sql $$ c $$;\n}\nsql "
       "$$ d $$;",
       "-- why\n-- really\nsql\n  | a\n-- about both\n-- the first\nno transaction\n  sql\n    | b\nno transaction\n  sql\n    | "
       "c\n"
       "sql\n  | d\n"},
  });
  Project project;
  const auto revision =
      project.Lower("revision a revises base; no transaction; upgrade { sql $$ a $$; } downgrade { sql $$ b $$; }");
  ASSERT_TRUE(revision);
  EXPECT_TRUE(revision->no_transaction);
  EXPECT_TRUE(revision->upgrade[0].no_transaction);
  EXPECT_TRUE(std::get<ir::WrittenDowngrade>(revision->downgrade).operations[0].no_transaction);
}

const char kChoices[] =
    "for mysql { sql $$ my $$; } else { sql $$ other $$; }"
    "for mysql, postgres { for mariadb { sql $$ maria $$; } }"
    "sql (mysql $$ my $$, MariaDB $$ maria $$); sql for postgres $$ pg $$;"
    "create table t (a int native (mysql 'm', postgres 'p')) with mysql 'ENGINE=InnoDB';"
    "alter table t with mysql 'm1', with mariadb 'm2', with postgres 'p';"
    "alter table t with postgres 'p';";

TEST(Lower, TheMostSpecificDialectIsChosen) {
  Check({{kChoices,
          "sql\n  | my\nsql\n  | maria\nsql\n  | maria\ncreate table t with 'ENGINE=InnoDB'\n  column a integer native 'm'\n"
          "alter table t\n  with 'm2'\n"}},
        {"mariadb", "mysql"});
  Check({{kChoices,
          "sql\n  | other\nsql\n  | pg\ncreate table t\n  column a integer native 'p'\nalter table t\n  with 'p'\nalter table t\n"
          "  with 'p'\n"}},
        {"postgres"});
}

TEST(Lower, RawSqlLosesItsMargin) {
  Check({
      {"sql $$\n\n      select 1\n\n        from t\n      ;\n  $$;", "sql\n  | select 1\n  |\n  |   from t\n  | ;\n"},
      {"sql $$ select 1\r\n        from t\r\n       where x $$;", "sql\n  | select 1\n  |  from t\n  | where x\n"},
      {"sql $x$ a $$ b $$ c $x$;", "sql\n  | a $$ b $$ c\n"},
      {"sql $$\n\t\ta\n\t  b\n$$;", "sql\n  | a\n  |   b\n"},
  });
}

TEST(Lower, Header) {
  Project project;
  const auto revision = project.Lower(
      "revision 1e5 'Add ${}x' revises \"a b\", 27c6a30d7c24 depends on x label billing, shop created '2026-11-22T09:53:01Z';"
      "upgrade { } downgrade irreversible 'gone';");
  ASSERT_TRUE(revision) << project.Reports();
  EXPECT_EQ(ir::Dump(*revision),
            "revision '1e5' 'Add $x'\n  revises \"a b\", \"27c6a30d7c24\"\n  depends on x\n  label billing, shop\n"
            "  created '2026-11-22T09:53:01Z'\n  upgrade\n  downgrade irreversible 'gone'\n");
  EXPECT_EQ(project.TextAt(revision->header.id.origin.span), "1e5");
}

TEST(Lower, Model) {
  Project project;
  const auto operations = project.LowerModelText(
      "create table t (a int renamed from b, index i (a) renamed from j) renamed from u; define view v as $$ select 1 $$;");
  ASSERT_TRUE(operations) << project.Reports();
  ASSERT_EQ(operations->size(), 2u);
  EXPECT_EQ(ir::Dump(operations->front()),
            "create table t renamed from u\n  column a integer renamed from b\n  index i (a) renamed from j\n");
}

TEST(Lower, EveryOperationKnowsItsPlace) {
  Project project;
  const auto revision = project.LowerStatements("create table t (a int unique); alter table t drop a;");
  ASSERT_TRUE(revision);
  EXPECT_EQ(project.TextAt(revision->upgrade[0].origin.span), "create table t (a int unique);");
  const auto& table = std::get<ir::CreateTable>(revision->upgrade[0].body).table;
  EXPECT_EQ(project.TextAt(table.columns[0].name.origin.span), "a");
  EXPECT_EQ(project.TextAt(table.constraints[0].origin.span), "unique");
  EXPECT_EQ(project.TextAt(std::get<ir::AlterTable>(revision->upgrade[1].body).actions[0].origin.span), "drop a");
}

}  // namespace
}  // namespace migc::lower
