// What lowering refuses: each case shows the code, the very characters that are marked, and part of the way out.
#include <gtest/gtest.h>

#include "unit/lower/support.h"

namespace migc::lower {
namespace {

struct Case {
  const char* written;
  const char* reports;  // as Project::Reports
  const char* help;     // of the first
};

void CheckOne(Project& project, const Case& one) {
  EXPECT_EQ(project.Reports(), one.reports) << one.written;
  for (const diag::Diagnostic& report : project.sink.diagnostics()) EXPECT_NE(report.help, "") << report.message;
  if (project.sink.diagnostics().empty()) return;
  EXPECT_NE(project.sink.Sorted().front().help.find(one.help), std::string::npos)
      << one.written << ": " << project.sink.Sorted().front().help;
}

void CheckStatements(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    Project project;
    project.variables = {{"owner", "app's"}, {"schema", ""}, {"unset", std::nullopt}, {"evil", "x; COMMIT; ${owner}"}};
    const bool lowered = project.LowerStatements(one.written).has_value();
    EXPECT_EQ(lowered, !project.sink.HasErrors()) << one.written;
    CheckOne(project, one);
  }
}

TEST(Errors, Placeholders) {
  CheckStatements({
      {"sql $$ grant x to ${ownr} $$;", "M2001 ${ownr}\n", "did you mean \"owner\"?"},
      {"sql $tag$ grant x to ${other_thing} $tag$;", "M2001 ${other_thing}\n", "declare it"},
      {"comment on table t 'it''s ${unset}''s';", "M2002 ${unset}\n", "-D unset=VALUE"},
      {"drop table \"a\"\"${nope}\";", "M2001 ${nope}\n", "declare it"},
      {"comment on table t '${ and ${a b}';", "M2003 ${\nM2003 ${\n", "write ${name}"},
      {"drop table \"${schema}\";", "M2007 \"${schema}\"\n", "put a name"},
      {"alter table t add column a text native (postgres '${nope}');", "M2001 ${nope}\n", "declare it"},
      {"sql (postgres $$ ${nope} $$);", "M2001 ${nope}\n", "declare it"},
      {"sql $$ select ${evil} $$;", "M2161 $$ select ${evil} $$\n", "leave it out"},
  });
}

TEST(Errors, Names) {
  CheckStatements({
      {"drop table a.b.c;", "M2006 a.b.c\n", "schema.name"},
      {"drop table \"\";", "M2007 \"\"\n", "put a name"},
      {"comment on column c 'x';", "M2006 c\n", "write table.column"},
      {"comment on column a.b.c.d 'x';", "M2006 a.b.c\n", "schema.name"},
      {"delete from t where a.b.c = 1;", "M2006 a.b.c\n", "schema.name"},
  });
}

TEST(Errors, Header) {
  const Case cases[] = {
      {"revision a; upgrade { }", "M2020 a\n", "revises base"},
      {"revision \"a-b\" revises base; upgrade { }", "M2021 \"a-b\"\n", "\"_\" instead"},
      {"revision 'a@b' revises 'x:y'; upgrade { }", "M2021 'a@b'\nM2021 'x:y'\n", "\"_\" instead"},
      {"revision ' a' revises base; upgrade { }", "M2021 ' a'\n", "leave it out"},
      {"revision heads revises base; upgrade { }", "M2023 heads\n", "another"},
      {"revision a revises b, c, b; upgrade { }", "M2024 b\n", "leave one"},
      {"revision a revises b depends on c, c label l, l; upgrade { }", "M2024 c\nM2024 l\n", "leave one"},
      {"revision a revises b, base; upgrade { }", "M2025 base\n", "leave `base` out"},
      {"revision a revises \"base\"; upgrade { }", "M2023 \"base\"\n", "another"},
      {"revision \"\" revises base; upgrade { }", "M2007 \"\"\n", "between the quotes"},
      {"revision a '${x}' revises base; upgrade { }", "M2004 ${x}\n", "${}"},
      {"revision a 'x' revises base; upgrade { } downgrade irreversible '${x}';", "M2001 ${x}\n", "declare it"},
  };
  for (const Case& one : cases) {
    Project project;
    EXPECT_FALSE(project.Lower(one.written)) << one.written;
    CheckOne(project, one);
  }
  Project project;
  const std::string id(129, 'a');
  EXPECT_FALSE(project.Lower("revision " + id + " revises base; upgrade { }"));
  EXPECT_EQ(project.Reports(), "M2022 " + id + "\n");
  Project long_enough;
  EXPECT_TRUE(long_enough.Lower("revision " + id.substr(1) + " revises base; upgrade { }"));
}

TEST(Errors, Dialects) {
  CheckStatements({
      {"sql for postgre $$ a $$;", "M2040 postgre\n", "did you mean \"postgres\"?"},
      {"for postgres, mysqll { sql $$ a $$; }", "M2040 mysqll\n", "did you mean \"mysql\"?"},
      {"for postgres, postgres { sql $$ a $$; }", "M2041 postgres\n", "leave one"},
      {"sql (postgres $$ a $$, postgres $$ b $$, else $$ c $$, else $$ d $$);", "M2041 postgres\nM2041 $$ d $$\n", "leave one"},
      {"alter table t alter column a set default sql (mysql $$ a $$);", "M2043 sql (mysql $$ a $$)\n", "add `postgres $$ … $$`"},
      {"create table t (a native (mysql 'x', sqlite 'y'));", "M2044 native (mysql 'x', sqlite 'y')\n", "add `postgres '…'`"},
      {"create table t (a int) with mysql 'a', mysql 'b';", "M2041 mysql\n", "leave one"},
      {"alter table t add column a text native (postgres '');", "M2160 ''\n", ""},
  });
}

TEST(Errors, AStatementThatNobodyGetsIsAWarning) {
  CheckStatements({
      {"sql for sqlite $$ a $$;", "M2042 sql for sqlite $$ a $$;\n", "add one of them"},
      {"sql (sqlite $$ a $$);", "M2042 sql (sqlite $$ a $$);\n", "add one of them"},
      {"for sqlite { sql $$ a $$; }", "M2042 for sqlite { sql $$ a $$; }\n", "add one of them"},
      {"for postgres { sql for mysql $$ a $$; }", "M2042 sql for mysql $$ a $$;\n", "add one of them"},
      {"for mysql { } else { sql for mysql $$ a $$; }", "M2042 sql for mysql $$ a $$;\n", "add one of them"},
      {"alter table t with sqlite 'x';", "M2042 alter table t with sqlite 'x';\n", "add one of them"},
      {"define trigger g on t { sqlite $$ a $$ };", "M2042 define trigger g on t { sqlite $$ a $$ };\n", "add one of them"},
      {"sql for mysql $$ a $$; sql (mysql $$ a $$); for mysql { } alter table t add a int, with sqlite 'x';", "", ""},
  });
  Project project;
  project.configured.clear();
  EXPECT_EQ(project.DumpOf("sql for sqlite $$ a $$;"), "") << "nothing is known of what is configured";
  EXPECT_EQ(project.Reports(), "");
}

TEST(Errors, Types) {
  CheckStatements({
      {"create table t (a varchr(20));", "M2060 varchr(20)\n", "did you mean \"varchar\"?"},
      {"create table t (a datetime(6));", "M2060 datetime(6)\n", "write timestamp"},
      {"create table t (a geography(6));", "M2060 geography(6)\n", "write native (postgres '…')"},
      {"create table t (a mood with time zone);", "M2060 mood with time zone\n", ""},
      {"create table t (a char, b nvarchar, c int(11), d text(5), e decimal(1,2,3));",
       "M2061 char\nM2061 nvarchar\nM2061 int(11)\nM2061 text(5)\nM2061 decimal(1,2,3)\n", "write char(n)"},
      {"create table t (a varchar(0), b decimal(5,7), c timestamp(10), d decimal(0), e varchar(99999999999));",
       "M2062 varchar(0)\nM2062 decimal(5,7)\nM2062 timestamp(10)\nM2062 decimal(0)\nM2062 varchar(99999999999)\n",
       "in that range"},
      {"create table t (a date with time zone);", "M2063 date with time zone\n", "timestamp with time zone"},
      {"create table t (a int[][][][][][][]);", "M2064 int[][][][][][][]\n", "json"},
      {"delete from t where cast(a as char) = 'x';", "M2061 char\n", "write char(n)"},
  });
}

TEST(Errors, Expressions) {
  CheckStatements({
      {"delete from t where a = date '2026-02-29';", "M2081 date '2026-02-29'\n", "cast"},
      {"delete from t where a = date '1900-02-29' or a = date '2026-13-01' or a = date '26-1-1' or a = date '0000-01-01';",
       "M2081 date '1900-02-29'\nM2081 date '2026-13-01'\nM2081 date '26-1-1'\nM2081 date '0000-01-01'\n", ""},
      {"delete from t where a = timestamp '2026-01-31T12:00:00' or a = timestamp '2026-01-31 24:00:00'"
       " or a = timestamp '2026-01-31 12:00:00.' or a = timestamp '2026-01-31 12:00:00.1234567' or a = timestamp '2026-01-31';",
       "M2082 timestamp '2026-01-31T12:00:00'\nM2082 timestamp '2026-01-31 24:00:00'\nM2082 timestamp '2026-01-31 12:00:00.'\n"
       "M2082 timestamp '2026-01-31 12:00:00.1234567'\nM2082 timestamp '2026-01-31'\n",
       ""},
      {"update t set a = now(6), b = length(), c = substring(d), e = coalesce(f), g = uuid(1);",
       "M2084 now(6)\nM2084 length()\nM2084 substring(d)\nM2084 coalesce(f)\nM2084 uuid(1)\n", "sql $$"},
      {"delete from t where \"My Func\"(a) = 1;", "M2083 \"My Func\"\n", "sql $$"},
  });
}

TEST(Errors, Tables) {
  CheckStatements({
      {"create table t (a int not null not null);", "M2100 not null\n", "leave one"},
      {"create table t (a int default 1 default 2 comment 'x' comment 'y');", "M2100 default 2\nM2100 comment 'y'\n", "leave one"},
      {"create table t (a int not null null);", "M2101 null\n", "leave one"},
      {"create table t (a int null primary key);", "M2101 primary key\n", "leave one"},
      {"create table t (a int identity default 1);", "M2101 default 1\n", "leave one"},
      {"create table t (a int, b int default 1 generated as (a));", "M2101 generated as (a)\n", "leave one"},
      {"create table t (a int null, primary key (a));", "M2101 null\n", "leave `null` out"},
      {"create table t (a int primary key, b int primary key);", "M2102 primary key\n", "primary key (a, b)"},
      {"create table t (a int primary key, constraint k primary key (a));", "M2102 constraint k primary key (a)\n",
       "primary key (a, b)"},
      {"create table t (check (1 = 1));", "M2103 t\n", "add a column"},
      {"create table t (a int, \"a\" text);", "M2104 \"a\"\n", "leave one"},
      {"create table t (a int, primary key (a, a), unique (a, a), foreign key (a) references u (b, b));",
       "M2104 a\nM2104 a\nM2107 references u (b, b)\nM2104 b\n", "leave one"},
      {"create table t (a int constraint n not null);", "M2105 n\n", "write `not null` alone"},
      {"create table t (a int references u (b, c));", "M2107 references u (b, c)\n", "name one column"},
      {"alter table t add foreign key (a, b) references u (c);", "M2107 references u (c)\n", "as many"},
      {"create table t (a int check (a > 0) not valid);", "M2108 check (a > 0) not valid\n", "leave `not valid` out"},
      {"create table t (a int renamed from b, index i (a) renamed from j) renamed from u;", "M2109 b\nM2109 j\nM2109 u\n",
       "rename column a to b"},
      {"create table t (a int references u on delete cascade on delete cascade);", "M2100 on delete cascade\n", "leave one"},
      {"alter table t add foreign key (a) references u not deferrable initially deferred;",
       "M2101 references u not deferrable initially deferred\n", "leave `not` out"},
      {"create index i on t (a length 0);", "M2111 a length 0\n", "number of characters"},
      {"alter table t drop unique (a, a);", "M2104 a\n", "leave one"},
  });
}

TEST(Errors, SequencesEnumsAndGrants) {
  CheckStatements({
      {"create sequence s start 1 start 2;", "M2100 start 2\n", "leave one"},
      {"create sequence s cycle no cycle;", "M2100 no cycle\n", "leave one"},
      {"create sequence s restart;", "M2120 restart\n", "write `start`"},
      {"create sequence s owned by t.c;", "M2120 owned by t.c\n", "the options are"},
      {"create sequence s increment 0 cache 0;", "M2121 increment 0\nM2121 cache 0\n", "another number"},
      {"create sequence s start 99999999999999999999;", "M2121 start 99999999999999999999\n", "another number"},
      {"alter sequence s restart;", "M2121 restart\n", "another number"},
      {"create sequence s min value 5 max value 3; create sequence r start 1 min value 2;", "M2101 max value 3\nM2101 start 1\n",
       "change one"},
      {"create enum e ('a', 'b', 'a');", "M2123 'a'\n", "leave one"},
      {"alter enum e set ('a', 'a') map 'x' to 'a', 'x' to 'a';", "M2123 'a'\nM2123 'x'\n", "leave one"},
      {"grant selct on t to app;", "M2125 t\n", "did you mean \"select\"?"},
      {"grant select, select on t to app;", "M2100 t\n", "leave one"},
  });
}

TEST(Errors, DataAndRawSql) {
  CheckStatements({
      {"insert into t (a, b) values (1), (1, 2, 3), (1, 2);", "M2140 1\nM2140 1, 2, 3\n", "write null"},
      {"insert into t (a, a) values (1, 2);", "M2104 a\n", "leave one"},
      {"update t set a = 1, a = 2;", "M2104 a\n", "leave one"},
      {"sql $$   $$; sql $$ ; $$;", "M2160 $$   $$\nM2160 $$ ; $$\n", "write a statement"},
      {"sql $$ a $$ undo $$ $$;", "M2160 $$ $$\n", "write a statement"},
      {"require $$ select true $$ '';", "M2160 ''\n", "say what is wrong"},
      {"sql $$ update t set a = 1; commit; $$;", "M2161 commit\n", "no transaction { … }"},
      {"sql $x$\nStart  Transaction;\nselect 1 $x$ undo $$ rollback $$;", "M2161 Start  Transaction\nM2161 rollback\n",
       "no transaction"},
      {"define view v as $$ commit $$;", "M2161 commit\n", "leave it out"},
      {"no transaction { no transaction { sql $$ a $$; } }", "M2162 no transaction { sql $$ a $$; }\n", "leave the inner one out"},
      {"sql $$ a $$ effects { sql $$ b $$; drop table t; insert into t (a) values (1); };",
       "M2163 sql $$ b $$;\nM2163 insert into t (a) values (1);\n", "nothing in `effects` is run"},
      {"set lock timeout '5', statement timeout '0s';", "M2165 '5'\nM2165 '0s'\n", "the units are"},
      {"set lock timeout '99999h'; set lock timeout '-5s'; set lock timeout 'soon';", "M2165 '99999h'\nM2165 '-5s'\nM2165 'soon'\n",
       ""},
      {"sql file 'views.sql';", "M0002 'views.sql'\n", "directory of migc.yaml"},
  });
}

TEST(Errors, Model) {
  Project project;
  EXPECT_FALSE(project.LowerModelText("drop table t; sql $$ a $$; grant select on t to x; revoke select on t from x;"));
  EXPECT_EQ(project.Reports(), "M2164 drop table t;\nM2164 sql $$ a $$;\nM2164 revoke select on t from x;\n");
}

TEST(Errors, AllOfAFileAreReportedAtOnce) {
  Project project;
  EXPECT_FALSE(project.Lower("revision a-b; upgrade { }").has_value());
  Project more;
  EXPECT_FALSE(more.Lower("revision \"a-b\";\nupgrade { drop table a.b.c; sql $$ commit $$; }\ndowngrade { drop table \"\"; }"));
  EXPECT_EQ(more.Reports(), "M2021 \"a-b\"\nM2020 \"a-b\"\nM2006 a.b.c\nM2161 commit\nM2007 \"\"\n");
}

}  // namespace
}  // namespace migc::lower
