// The commands that Alembic asks a database for, and migc writes or reads a text for; and what it draws.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/driver/run_in_memory.h"

namespace migc::driver {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class OfflineTest : public ::testing::Test {
 protected:
  OfflineTest() {
    run["migc.yaml"] = "migrations: migrations\ndialects:\n  sqlite: 3.40\n";
    run.AddTable("a1", "base");
    run.AddTable("b2", "a1\n  label billing");
    run.AddTable("c3", "a1\n  label shipping");
    run.AddTable("d4", "b2, c3");
  }
  Finished Current(const std::string& printed, const std::vector<std::string>& more = {}) {
    run["printed.txt"] = printed;
    std::vector<std::string> arguments = {"current", "printed.txt"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run.Run(arguments);
  }
  InMemory run;
};

TEST_F(OfflineTest, CurrentPrintsTheQuery) {
  EXPECT_EQ(run.Run({"current"}).out, "SELECT version_num FROM migc_version ORDER BY version_num;\n");
  run["migc.yaml"] += "version_table: \"select\"\nversion_table_schema: ops\n";
  EXPECT_EQ(run.Run({"current"}).out, "SELECT version_num FROM \"select\" ORDER BY version_num;\n") << "SQLite has no schemas";
}

TEST_F(OfflineTest, CurrentReadsWhatEveryClientPrints) {
  const std::string both = "b2 (billing)";
  for (const char* printed : {
           "b2\nc3\n",                                              // sqlite3, psql -At, mysql -N
           " version_num \n-------------\n b2\n c3\n(2 rows)\n\n",  // psql
           "+-------------+\n| version_num |\n+-------------+\n| b2          |\n| c3          |\n+-------------+\n2 rows in set "
           "(0.00 sec)\n",
           "version_num\r\nb2\r\nc3\r\n",  // mysql to a file
           "version_num                     \n--------------------------------\nb2   \nc3  \n\n(2 rows affected)\n",  // sqlcmd
           "\nVERSION_NUM\n--------------------------------------------------------------------------------\nb2\nc3\n\n2 rows "
           "selected.\n",
           "\"b2\"\n\"c3\"\n",  // csv
       }) {
    const Finished done = Current(printed);
    EXPECT_EQ(done.out,
              "b2 (billing), Make b2\nc3 (shipping), Make c3\n1 revision to apply: migc compile --from b2,c3 --to heads\n")
        << printed << done.err;
    EXPECT_EQ(done.status, kOk);
  }
}

TEST_F(OfflineTest, NoRowIsBase) {
  for (const char* printed : {"", " version_num \n-------------\n(0 rows)\n", "Empty set (0.00 sec)\n", "no rows selected\n"}) {
    EXPECT_EQ(Current(printed).out, "base\n4 revisions to apply: migc compile --from base --to heads\n") << printed;
  }
}

TEST_F(OfflineTest, WhatIsNoRevisionIsRefusedWithItsLine) {
  const Finished done = Current("b2\nERROR: relation does not exist\n");
  EXPECT_EQ(done.status, kOutsideWrong);
  EXPECT_THAT(done.err, AllOf(HasSubstr("M7208"), HasSubstr("line 2 of printed.txt"), HasSubstr("relation does not exist")));
  EXPECT_EQ(done.out, "");
}

TEST_F(OfflineTest, CheckHeadsGivesAStatus) {
  EXPECT_EQ(Current("d4\n", {"--check-heads"}).status, kOk);
  const Finished behind = Current("b2\nc3\n", {"-c"});
  EXPECT_EQ(behind.status, kSourcesWrong);
  EXPECT_THAT(behind.err, HasSubstr("the database is at b2, c3, and the heads are d4"));
  EXPECT_EQ(Current("", {"-c"}).status, kSourcesWrong);
  EXPECT_EQ(run.Run({"current", "-c"}).status, kOutsideWrong) << "there is nothing to ask";
}

TEST_F(OfflineTest, CurrentAsJson) {
  EXPECT_EQ(Current("d4\n", {"--json"}).out,
            "{\n  \"current\": [\n    \"d4\"\n  ],\n  \"heads\": [\n    \"d4\"\n  ],\n  \"pending\": 0\n}\n");
}

TEST_F(OfflineTest, HistoryMarksWhereADatabaseIs) {
  run["printed.txt"] = "b2\n";
  EXPECT_THAT(run.Run({"history", "-i", "printed.txt"}).out, HasSubstr("a1 -> b2 (billing) (current), Make b2\n"));
  EXPECT_THAT(run.Run({"history", "-v", "-i", "printed.txt"}).out, HasSubstr("Rev: b2 (current)\n"));
  EXPECT_THAT(run.Run({"history", "--json", "-i", "printed.txt"}).out, HasSubstr("\"current\": true"));
  EXPECT_THAT(run.Run({"history"}).out, Not(HasSubstr("current")));
}

TEST_F(OfflineTest, EditOpensTheFile) {
  std::string opened;
  run.environment().edit = [&](const std::string& editor, const std::string& path) {
    opened = editor + " " + path;
    return 0;
  };
  EXPECT_EQ(run.Run({"edit", "b2"}).status, kOutsideWrong) << "no editor";
  run.environment().variables = {{"EDITOR", "vi"}};
  EXPECT_EQ(run.Run({"edit", "zz"}).status, kOutsideWrong);
  EXPECT_EQ(run.Run({"edit", "billing"}).status, kOk);
  EXPECT_EQ(opened, "vi migrations/b2.mig");
  run.environment().variables["VISUAL"] = "code --wait";
  run.environment().edit = [](const std::string&, const std::string&) { return 3; };
  EXPECT_THAT(run.Run({"edit", "head"}).err, HasSubstr("`code --wait migrations/d4.mig` ended with 3"));
}

TEST_F(OfflineTest, GraphAsText) {
  EXPECT_EQ(run.Run({"graph"}).out,
            "●  d4 (billing, shipping) (head) (mergepoint), Make d4\n"
            "├─╮\n"
            "● │  b2 (billing), Make b2\n"
            "│ ●  c3 (shipping), Make c3\n"
            "├─╯\n"
            "●  a1 (branchpoint), Make a1\n");
  EXPECT_EQ(run.Run({"graph", "--ascii", "-r", "b2:"}).out,
            "*  d4 (billing, shipping) (head) (mergepoint), Make d4\n"
            "*  b2 (billing), Make b2\n");
}

TEST_F(OfflineTest, GraphOfSeveralHeads) {
  run.AddTable("e5", "a1");
  run.AddTable("f6", "b2, e5");
  const std::string out = run.Run({"graph", "--ascii"}).out;
  std::size_t rows = 0;
  for (char c : out) rows += c == '*' ? 1 : 0;
  EXPECT_EQ(rows, 6U) << out;
  EXPECT_THAT(out, HasSubstr("a1 (branchpoint)"));
}

TEST_F(OfflineTest, GraphAsAPicture) {
  run["printed.txt"] = "c3\n";
  run.AddRevision("e5", "d4", "");
  run["migrations/e5.mig"] = "revision e5 'Less < more & \"quoted\"' revises d4 depends on b2; upgrade { }";
  const std::string svg = run.Run({"graph", "--format", "svg", "-i", "printed.txt"}).out;
  EXPECT_THAT(svg,
              AllOf(StartsWith("<svg xmlns=\"http://www.w3.org/2000/svg\""), HasSubstr("Less &lt; more &amp; &quot;quoted&quot;"),
                    HasSubstr("c3 (shipping) (current)"), Not(HasSubstr("http://fonts"))));
  EXPECT_EQ(run.Run({"graph", "--format", "mermaid"}).out,
            "flowchart BT\n"
            "  r0[\"a1<br/>Make a1\"]\n"
            "  r1[\"b2 (billing)<br/>Make b2\"]\n"
            "  r2[\"c3 (shipping)<br/>Make c3\"]\n"
            "  r3[\"d4 (billing, shipping)<br/>Make d4\"]\n"
            "  r4[\"e5 (billing, shipping)<br/>Less #60; more #38; #34;quoted#34;\"]:::head\n"
            "  r0 --> r1\n"
            "  r0 --> r2\n"
            "  r1 --> r3\n"
            "  r2 --> r3\n"
            "  r3 --> r4\n"
            "  classDef head stroke-width:3px\n"
            "  classDef current fill:#ffcc00,color:#000000\n")
      << "a dependency on an ancestor is redundant, and dropped";
  EXPECT_EQ(run.Run({"graph", "--format", "svg", "-o", "g.svg"}).out, "");
  EXPECT_THAT(run["g.svg"], StartsWith("<svg"));
}

TEST_F(OfflineTest, ARevisionComesInBetween) {
  run["migrations/b2.mig"] = "revision b2 -- a1 is the first\n  revises \"a1\" label billing;\nupgrade { }\n";
  const Finished done = run.Run({"revision", "-m", "Forgotten", "--rev-id", "x9", "--insert-after", "a1"});
  EXPECT_EQ(done.status, kOk) << done.err;
  EXPECT_EQ(done.out, "migrations/x9_forgotten.mig\nmigrations/b2.mig\nmigrations/c3.mig\n");
  EXPECT_EQ(run["migrations/b2.mig"], "revision b2 -- a1 is the first\n  revises x9 label billing;\nupgrade { }\n");
  EXPECT_THAT(run["migrations/c3.mig"], HasSubstr("revises x9\n"));
  EXPECT_THAT(run["migrations/x9_forgotten.mig"], HasSubstr("revises a1\n"));
  EXPECT_THAT(run.Run({"history"}).out, HasSubstr("a1 -> x9 (branchpoint), Forgotten"));
  EXPECT_EQ(run.Run({"revision", "-m", "x", "--insert-after", "zz"}).status, kOutsideWrong);
  EXPECT_EQ(run.Run({"revision", "-m", "x", "--insert-after", "a1", "--head", "d4"}).status, kOutsideWrong);
}

TEST_F(OfflineTest, AStampMovesTheRowsAlone) {
  const Finished done = run.Run({"stamp", "head"});
  EXPECT_EQ(done.status, kOk) << done.err;
  EXPECT_THAT(done.out,
              AllOf(StartsWith("-- Stamp of a SQLite database: it is at d4 from now on, not at base; nothing else is changed"),
                    HasSubstr("INSERT INTO migc_version (version_num) VALUES ('d4')"), HasSubstr("'stamp'"),
                    HasSubstr("CREATE TABLE IF NOT EXISTS migc_version"), Not(HasSubstr("t_d4"))));
  EXPECT_THAT(run.Run({"stamp", "b2:d4"}).out, HasSubstr("UPDATE migc_version SET version_num = 'd4' WHERE version_num = 'b2'"));
  EXPECT_THAT(run.Run({"stamp", "b2", "c3", "--from", "a1"}).out,
              AllOf(HasSubstr("from now on, not at a1"), HasSubstr("VALUES ('c3')")));
  EXPECT_THAT(run.Run({"stamp", "base", "--from", "d4"}).out, HasSubstr("DELETE FROM migc_version WHERE version_num = 'd4'"));
  EXPECT_EQ(run.Run({"stamp", "a1:b2", "--from", "c3"}).status, kOutsideWrong);
  EXPECT_EQ(run.Run({"stamp", "a1", "b2"}).status, kOutsideWrong) << "the rows would be illegal";
}

TEST_F(OfflineTest, APurgeAsksForNoRow) {
  const std::string out = run.Run({"stamp", "b2", "--purge"}).out;
  EXPECT_THAT(out, AllOf(HasSubstr("wherever it was"), HasSubstr("DELETE FROM migc_version;"), HasSubstr("VALUES ('b2')"),
                         Not(HasSubstr("'start'"))));
  EXPECT_EQ(run.Run({"stamp", "b2", "--purge", "--from", "a1"}).status, kOutsideWrong);
}

TEST_F(OfflineTest, EnsureVersionCreatesTheTables) {
  const std::string out = run.Run({"ensure-version"}).out;
  EXPECT_THAT(out, AllOf(HasSubstr("CREATE TABLE IF NOT EXISTS migc_version"), HasSubstr("CREATE TABLE IF NOT EXISTS migc_history"),
                         Not(HasSubstr("INSERT INTO migc_version"))));
  EXPECT_EQ(run.Run({"ensure_version", "--sql"}).out, out) << "Alembic's spelling";
}

TEST_F(OfflineTest, HeadersAreEnoughForTheGraph) {
  run["migrations/d4.mig"] = "revision d4 revises b2, c3;\nupgrade { this is not the language";
  EXPECT_EQ(run.Run({"heads"}).out, "d4 (billing, shipping) (head)\n");
  EXPECT_EQ(run.Run({"check"}).status, kSourcesWrong);
  run["migrations/d4.mig"] = "revision d4 revises b2 c3;\nupgrade { }";
  const Finished wrong = run.Run({"heads"});
  EXPECT_EQ(wrong.status, kSourcesWrong);
  EXPECT_THAT(wrong.err, HasSubstr("migrations/d4.mig:1:24"));
}

TEST_F(OfflineTest, SquashedRevisionsBuildTheSame) {
  run.AddRevision("e5", "d4",
                  "  alter table t_d4 add column b text, alter column a set default 7;\n"
                  "  create table gone (x integer);\n");
  run.AddRevision("f6", "e5", "  drop table gone;\n  insert into t_a1 (a) values (1);\n");
  const Finished done = run.Run({"squash", "b2,c3:f6"});
  EXPECT_EQ(done.status, kOk) << done.err;
  EXPECT_EQ(done.out,
            "revision f6 'Make f6'\n  revises b2, c3;\n\nupgrade {\n"
            "  -- From d4 Make d4\n\n  create table t_d4 (a integer not null default 7,\n    b text);\n\n"
            "  -- From f6 Make f6\n\n  insert into t_a1 (a) values (1);\n}\n");
}

TEST_F(OfflineTest, SquashReplacesTheFiles) {
  run.AddTable("e5", "d4");
  const auto before = run.Count();
  EXPECT_EQ(run.Run({"squash", "base:e5", "--replace", "-m", "All of it"}).status, kOk);
  EXPECT_EQ(run.Count(), before - 4);
  EXPECT_EQ(run.Run({"history"}).out, "<base> -> e5 (billing, shipping) (head), All of it\n");
  EXPECT_EQ(run.Run({"check"}).status, kOk);
}

TEST_F(OfflineTest, WhatCannotBeSquashed) {
  EXPECT_THAT(run.Run({"squash", "base:b2"}).err, AllOf(HasSubstr("M7210"), HasSubstr("c3 comes after a1")));
  EXPECT_THAT(run.Run({"squash", "b2,c3:d4"}).err, HasSubstr("it has 1 revision"));
  EXPECT_THAT(run.Run({"squash", "d4"}).err, HasSubstr("M3119"));
  run.AddTable("e5", "a1");
  EXPECT_THAT(run.Run({"squash", "base:heads"}).err, HasSubstr("several heads"));
}

}  // namespace
}  // namespace migc::driver
