#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/driver/run_in_memory.h"

namespace migc::driver {
namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class CompileTest : public testing::Test {
 protected:
  CompileTest() {
    run["migc.yaml"] = "dialects: {postgres: 15, sqlite: 3.40}\nvariables: {who: someone, needed: }\n";
    run.AddTable("a1", "base");
    run.AddTable("b2", "a1");
    run.AddTable("c3", "b2");
  }
  Finished Compile(std::vector<std::string> more) {
    more.insert(more.begin(), "compile");
    more.insert(more.end(), {"--dialect", "postgres"});
    return run.Run(more);
  }
  InMemory run;
};

TEST_F(CompileTest, TheWayUpHasEveryRevisionOnceAndInOrder) {
  auto done = Compile({"--from", "base", "--to", "head"});
  EXPECT_EQ(done.status, kOk) << done.err;
  EXPECT_THAT(done.err, IsEmpty());
  auto first = done.out.find("SELECT 'create table t_a1'");
  auto second = done.out.find("SELECT 'create table t_b2'");
  auto third = done.out.find("SELECT 'create table t_c3'");
  EXPECT_LT(first, second);
  EXPECT_LT(second, third);
  EXPECT_LT(third, done.out.size());
  EXPECT_THAT(done.out, HasSubstr("migrations/b2.mig:5"));
}

TEST_F(CompileTest, APartOfTheWayStartsFromTheSchemaBeforeIt) {
  run.AddRevision("d4", "c3", "  alter table t_a1 add column b integer;\n");
  auto done = Compile({"--from", "c3", "--to", "head"});
  EXPECT_EQ(done.status, kOk) << done.err;
  EXPECT_THAT(done.out, AllOf(HasSubstr("SELECT 'add column t_a1.b'"), Not(HasSubstr("SELECT 'create table"))));
}

TEST_F(CompileTest, TheWayDownIsDerivedInReverse) {
  auto done = Compile({"--from", "head", "--to", "a1"});
  EXPECT_EQ(done.status, kOk) << done.err;
  auto first = done.out.find("SELECT 'drop table t_c3'");
  auto second = done.out.find("SELECT 'drop table t_b2'");
  EXPECT_LT(first, second);
  EXPECT_LT(second, done.out.size());
  EXPECT_THAT(done.out, Not(HasSubstr("SELECT 'drop table t_a1'")));
}

TEST_F(CompileTest, WhatCannotBeUndoneIsSaidAtEveryStatement) {
  run.AddRevision("d4", "c3", "  update t_a1 set a = 1;\n");
  run.AddRevision("e5", "d4", "  delete from t_a1;\n");
  EXPECT_EQ(Compile({"--from", "base", "--to", "head"}).status, kOk);
  auto done = Compile({"--from", "head", "--to", "base"});
  EXPECT_EQ(done.status, kSourcesWrong);
  EXPECT_THAT(done.out, IsEmpty());
  EXPECT_THAT(done.err, AllOf(HasSubstr("migrations/d4.mig:5:3: error: "), HasSubstr("migrations/e5.mig:5:3: error: ")));
}

TEST_F(CompileTest, OneRunReportsTheErrorsOfAllFiles) {
  run["migrations/b2.mig"] += "nonsense\n";
  run["migrations/a1.mig"] = "revision a1 'x' revises base; upgrade { create table t (a decimal(0)); }\n";
  run["migrations/c3.mig"] += "\xff";
  auto done = Compile({"--from", "base", "--to", "head"});
  EXPECT_EQ(done.status, kSourcesWrong);
  EXPECT_THAT(done.out, IsEmpty());
  EXPECT_THAT(done.err, AllOf(HasSubstr("migrations/a1.mig:1:"), HasSubstr("migrations/b2.mig:"), HasSubstr("migrations/c3.mig:")));
  EXPECT_THAT(done.err, HasSubstr("is not UTF-8; migrations are UTF-8 text [M0001]"));
}

TEST_F(CompileTest, NothingIsWrittenWhenAnythingIsWrong) {
  run["deploy.sql"] = "old";
  run.AddRevision("d4", "c3", "  drop table nowhere;\n");
  auto done = Compile({"--from", "base", "--to", "head", "-o", "deploy.sql"});
  EXPECT_EQ(done.status, kSourcesWrong);
  EXPECT_EQ(run["deploy.sql"], "old");
  EXPECT_THAT(done.err, HasSubstr("migrations/d4.mig:5:14: error: no table \"nowhere\""));
}

TEST_F(CompileTest, WritesTheSameToAFileAsToStandardOutput) {
  auto out = Compile({"--from", "base", "--to", "head"}).out;
  auto done = Compile({"--from", "base", "--to", "head", "-o", "deploy.sql"});
  EXPECT_EQ(done.status, kOk);
  EXPECT_THAT(done.out, IsEmpty());
  EXPECT_EQ(run["deploy.sql"], out);
  EXPECT_EQ(Compile({"--from", "base", "--to", "head", "-o", "nowhere/deploy.sql"}).status, kOutsideWrong);
}

TEST_F(CompileTest, SplitWritesAFileForEachRevisionAndNotBesideOthers) {
  auto done = Compile({"--from", "base", "--to", "head", "--split", "out/pg"});
  EXPECT_EQ(done.status, kOk) << done.err;
  auto before = run.Count();
  EXPECT_EQ(before, 4u + 3u);
  EXPECT_EQ(Compile({"--from", "base", "--to", "head", "--split", "out/pg"}).status, kOk) << "its own files are replaced";
  EXPECT_EQ(run.Count(), before);
  run["out/pg/99_old.sql"] = "DROP TABLE x;";
  done = Compile({"--from", "base", "--to", "head", "--split", "out/pg"});
  EXPECT_EQ(done.status, kOutsideWrong);
  EXPECT_THAT(done.err, HasSubstr("out/pg holds 99_old.sql"));
}

TEST_F(CompileTest, VariablesComeFromTheCommandLineThenTheEnvironmentThenTheDefault) {
  run.AddRevision("d4", "c3", "  create table \"x_${who}\" (a integer);\n");
  auto table = [&](std::vector<std::string> more) {
    more.insert(more.end(), {"--from", "c3", "--to", "head"});
    return Compile(more).out;
  };
  EXPECT_THAT(table({}), HasSubstr("create table x_someone"));
  run.environment().variables["MIGC_VAR_who"] = "envy";
  EXPECT_THAT(table({}), HasSubstr("create table x_envy"));
  EXPECT_THAT(table({"-D", "who=me=you"}), HasSubstr("create table x_me=you"));
}

TEST_F(CompileTest, VariablesThatAreMissingOrUnknownAreErrors) {
  run.AddRevision("d4", "c3", "  create table \"x_${needed}\" (a integer);\n");
  auto done = Compile({"--from", "c3", "--to", "head"});
  EXPECT_EQ(done.status, kSourcesWrong);
  EXPECT_THAT(done.err, HasSubstr("variable \"needed\" has no value"));
  done = Compile({"--from", "c3", "--to", "head", "-D", "neded=1"});
  EXPECT_EQ(done.status, kOutsideWrong);
  EXPECT_THAT(done.err, HasSubstr("did you mean \"needed\"?"));
  EXPECT_EQ(Compile({"--from", "c3", "--to", "head", "-D", "needed"}).status, kOutsideWrong);
  EXPECT_EQ(Compile({"--from", "c3", "--to", "head", "-D", "needed="}).status, kOk) << "empty is a value";
}

TEST_F(CompileTest, TheDialectIsAskedForOnlyWhenItIsInDoubt) {
  auto done = run.Run({"compile", "--from", "base", "--to", "head"});
  EXPECT_EQ(done.status, kOutsideWrong);
  EXPECT_THAT(done.err, HasSubstr("this project compiles for postgres, sqlite"));
  run["migc.yaml"] = "dialects: [sqlite]\n";
  EXPECT_EQ(run.Run({"compile", "--from", "base", "--to", "head"}).status, kOk);
  done = run.Run({"compile", "--from", "base", "--to", "head", "--dialect", "sqlit"});
  EXPECT_EQ(done.status, kOutsideWrong);
  EXPECT_THAT(done.err, HasSubstr("did you mean \"sqlite\"?"));
  run["migc.yaml"] = "dialects: [postgrs]\n";
  done = run.Run({"compile", "--from", "base", "--to", "head"});
  EXPECT_EQ(done.status, kOutsideWrong);
  EXPECT_THAT(done.err, AllOf(HasSubstr("migc.yaml:1:12: error: no dialect \"postgrs\""), HasSubstr("did you mean \"postgres\"?")));
}

TEST_F(CompileTest, VersionsAreThoseOfTheProjectUnlessAnotherIsAskedFor) {
  EXPECT_THAT(Compile({"--from", "base", "--to", "head"}).out, HasSubstr("15"));
  EXPECT_THAT(Compile({"--from", "base", "--to", "head", "--target-version", "17"}).out, HasSubstr("17"));
  EXPECT_EQ(Compile({"--from", "base", "--to", "head", "--target-version", "9.1"}).status, kOutsideWrong);
  EXPECT_EQ(Compile({"--from", "base", "--to", "head", "--target-version", "new"}).status, kOutsideWrong);
}

TEST_F(CompileTest, TargetsThatCannotBeResolvedAreAFaultOfTheCommandLine) {
  EXPECT_EQ(Compile({"--from", "base", "--to", "zz"}).status, kOutsideWrong);
  EXPECT_EQ(Compile({"--from", "base"}).status, kOutsideWrong) << "--to is missing";
  EXPECT_EQ(Compile({"--from", "head", "--to", "base", "--upgrade"}).status, kOutsideWrong);
  EXPECT_EQ(Compile({"--from", "a1", "--to", "head", "--upgrade"}).status, kOk);
  run["migrations/d4.mig"] = "revision d4 'x' revises zz;\nupgrade { }\n";
  EXPECT_EQ(Compile({"--from", "base", "--to", "head"}).status, kSourcesWrong) << "a missing parent is in the sources";
}

TEST_F(CompileTest, AlembicsSpellingMeansTheSame) {
  auto script = Compile({"--from", "base", "--to", "head"}).out;
  EXPECT_EQ(run.Run({"upgrade", "head", "--sql", "--dialect", "postgres"}).out, script);
  EXPECT_EQ(run.Run({"upgrade", "base:head", "--dialect", "postgres"}).out, script);
  EXPECT_EQ(run.Run({"upgrade", "+3", "--dialect", "postgres"}).out, script);
  auto back = Compile({"--from", "head", "--to", "b2"}).out;
  EXPECT_EQ(run.Run({"downgrade", "head:b2", "--sql", "--dialect", "postgres"}).out, back);
  EXPECT_EQ(run.Run({"downgrade", "head:-1", "--dialect", "postgres"}).out, back);
  auto alone = run.Run({"downgrade", "-1", "--dialect", "postgres"});
  EXPECT_EQ(alone.status, kOutsideWrong);
  EXPECT_THAT(alone.err, HasSubstr("migc downgrade head:-1"));
}

TEST_F(CompileTest, DumpsShowWhatAPhaseMakes) {
  for (const char* phase : {"parse", "lower", "resolve", "replay", "emit"}) {
    auto done = Compile({"--from", "a1", "--to", "head", "--dump", phase});
    EXPECT_EQ(done.status, kOk) << phase << done.err;
    EXPECT_THAT(done.out, HasSubstr("b2")) << phase;
  }
  EXPECT_THAT(Compile({"--from", "a1", "--to", "head", "--dump", "resolve"}).out,
              StartsWith("upgrade from a1 to c3: 2 revisions\nupgrade b2, Make b2 (migrations/b2.mig)\n"));
  EXPECT_THAT(Compile({"--from", "a1", "--to", "head", "--dump", "replay"}).out, ContainsRegex("t_a1(.|\n)*t_c3"));
  EXPECT_THAT(Compile({"--from", "a1", "--to", "head", "--dump", "emit"}).out,
              "# upgrade b2\n  create table t_b2\n    SELECT 'create table t_b2';\n# upgrade c3\n  create table t_c3\n    SELECT "
              "'create table t_c3';\n");
  EXPECT_EQ(Compile({"--from", "a1", "--to", "head", "--dump", "fly"}).status, kOutsideWrong);
}

TEST_F(CompileTest, SideFilesAreRelativeToTheProject) {
  run.AddRevision("d4", "c3", "  insert into t_a1 (a) from csv 'data/../data/a.csv';\n");
  auto done = Compile({"--from", "c3", "--to", "head"});
  EXPECT_EQ(done.status, kSourcesWrong);
  EXPECT_THAT(done.err, AllOf(HasSubstr("migrations/d4.mig:5:"), HasSubstr("data/a.csv")));
  run["data/a.csv"] = "a\n1\n";
  EXPECT_EQ(Compile({"--from", "c3", "--to", "head"}).status, kOk);
  run["data/a.csv"] = "a\n\xff\n";
  EXPECT_THAT(Compile({"--from", "c3", "--to", "head"}).err, HasSubstr("byte 2 is not UTF-8"));
}

TEST_F(CompileTest, WarningsOfWhatIsNotCompiledStayQuiet) {
  run.AddRevision("d4", "c3", "  for sqlite { sql $$ SELECT 1 $$; }\n");
  run.AddRevision("e5", "d4", "  sql for sqlite $$ SELECT 1 $$ undo nothing;\n");
  run["migc.yaml"] = "dialects: [postgres]\n";
  EXPECT_THAT(Compile({"--from", "base", "--to", "head"}).err, AllOf(HasSubstr("d4.mig"), HasSubstr("e5.mig")));
  EXPECT_THAT(Compile({"--from", "d4", "--to", "head"}).err, AllOf(Not(HasSubstr("d4.mig")), HasSubstr("e5.mig")));
  EXPECT_THAT(Compile({"--from", "d4", "--to", "head", "-q"}).err, IsEmpty());
}

TEST_F(CompileTest, DiagnosticsForMachinesAreADocumentEvenWhenThereAreNone) {
  EXPECT_EQ(Compile({"--from", "base", "--to", "head", "--diagnostics", "json"}).err, "{\n  \"diagnostics\": []\n}\n");
  EXPECT_THAT(Compile({"--from", "base", "--to", "zz", "--diagnostics", "json"}).err, HasSubstr("\"severity\": \"error\""));
  EXPECT_THAT(Compile({"--from", "base", "--to", "zz", "--diagnostics", "sarif"}).err, HasSubstr("\"version\": \"2.1.0\""));
}

}  // namespace
}  // namespace migc::driver
