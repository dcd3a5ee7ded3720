#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "migc/diag/diagnostic.h"
#include "unit/driver/run_in_memory.h"

namespace migc::driver {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

// a1 - b2 (billing) - d4
//    \ c3 (shipping)
class CommandsTest : public testing::Test {
 protected:
  CommandsTest() {
    run["migc.yaml"] = "dialects: {postgres: 15, sqlite: 3.40}\n";
    run.AddTable("a1", "base");
    run.AddTable("b2", "a1\n  label billing");
    run.AddTable("c3", "a1\n  label shipping");
    run.AddTable("d4", "b2\n  depends on c3");
  }
  InMemory run;
};

TEST_F(CommandsTest, ListingsReadLikeAlembics) {
  EXPECT_EQ(run.Run({"history"}).out,
            "b2 (c3) -> d4 (billing) (head), Make d4\n"
            "a1 -> b2 (billing), Make b2\n"
            "a1 -> c3 (shipping) (effective head), Make c3\n"
            "<base> -> a1 (branchpoint), Make a1\n");
  EXPECT_EQ(run.Run({"heads"}).out, "c3 (shipping) (effective head)\nd4 (billing) (head)\n");
  EXPECT_EQ(run.Run({"heads", "--resolve-dependencies"}).out, "d4 (billing) (head)\n");
  EXPECT_EQ(run.Run({"branches"}).out, "a1 (branchpoint)\n   -> b2 (billing)\n   -> c3 (shipping) (effective head)\n\n");
  EXPECT_EQ(run.Run({"show", "a1"}).out,
            "Rev: a1 (branchpoint)\nParent: <base>\nBranches into: b2, c3\nPath: migrations/a1.mig\n\n    Make a1\n");
  EXPECT_EQ(run.Run({"show", "d4"}).out,
            "Rev: d4 (head)\nParent: b2\nAlso depends on: c3\nBranch names: billing\nPath: migrations/d4.mig\n\n    Make d4\n");
  EXPECT_THAT(run.Run({"history", "-v"}).out,
              HasSubstr("Rev: b2\nParent: a1\nBranch names: billing\nPath: migrations/b2.mig\n\n    Make b2\n\n"));
  EXPECT_EQ(run.Run({"history", "-r", "a1:b2"}).out, "a1 -> b2 (billing), Make b2\n<base> -> a1 (branchpoint), Make a1\n");
  EXPECT_EQ(run.Run({"show", "zz"}).status, kOutsideWrong);
}

TEST_F(CommandsTest, ColourIsForTerminals) {
  EXPECT_THAT(run.Run({"heads"}).out, Not(HasSubstr("\x1b")));
  EXPECT_THAT(run.Run({"heads", "--color", "always"}).out, HasSubstr("\x1b[33md4\x1b[0m"));
  run.environment().out_is_terminal = true;
  EXPECT_THAT(run.Run({"heads"}).out, HasSubstr("\x1b[33m"));
  EXPECT_THAT(run.Run({"heads", "--color=never"}).out, Not(HasSubstr("\x1b")));
  run.environment().variables["NO_COLOR"] = "1";
  EXPECT_THAT(run.Run({"heads"}).out, Not(HasSubstr("\x1b")));
}

TEST_F(CommandsTest, MachinesGetJson) {
  auto history = nlohmann::json::parse(run.Run({"history", "--json"}).out);
  ASSERT_EQ(history.size(), 4u);
  EXPECT_EQ(history[0]["revision"], "d4");
  EXPECT_EQ(history[0]["parents"], nlohmann::json({"b2"}));
  EXPECT_EQ(history[0]["depends_on"], nlohmann::json({"c3"}));
  EXPECT_EQ(history[3]["branchpoint"], true);
  auto plan = nlohmann::json::parse(run.Run({"plan", "--from", "base", "--to", "heads", "--json"}).out);
  ASSERT_EQ(plan.size(), 4u);
  EXPECT_EQ(plan[0]["revision"], "a1");
  EXPECT_EQ(plan[0]["direction"], "upgrade");
  EXPECT_EQ(plan[0]["file"], "migrations/a1.mig");
  EXPECT_EQ(plan[0]["rows"], nlohmann::json::parse(R"([["INSERT","a1"]])"));
  EXPECT_EQ(plan[0]["heads"], nlohmann::json({"a1"}));
  auto dialects = nlohmann::json::parse(run.Run({"dialects", "--json"}).out);
  ASSERT_GE(dialects.size(), 2u);
  for (const auto& dialect : dialects) {
    // The two back ends of this test, and what extends one of them.
    static const std::set<std::string> kPrinted = {"postgres", "sqlite", "duckdb", "yugabytedb", "cockroachdb", "redshift"};
    const bool printed = kPrinted.contains(dialect["name"].get<std::string>());
    EXPECT_EQ(dialect["printed"], printed) << dialect["name"];
  }
  EXPECT_EQ(nlohmann::json::parse(run.Run({"heads", "--json"}).out).size(), 2u);
  EXPECT_EQ(nlohmann::json::parse(run.Run({"show", "a1", "--json"}).out)["revision"], "a1");
  EXPECT_EQ(nlohmann::json::parse(run.Run({"branches", "--json"}).out)[0]["revision"], "a1");
}

TEST_F(CommandsTest, PlanSaysRowsAndHeads) {
  EXPECT_EQ(run.Run({"plan", "--from", "a1", "--to", "c3"}).out,
            "upgrade from a1 to c3: 1 revision\nupgrade c3, Make c3 (migrations/c3.mig)\n  update a1 to c3\n  heads: c3\n");
  EXPECT_EQ(run.Run({"plan", "--from", "a1", "--to", "base"}).out,
            "downgrade from a1 to base: 1 revision\ndowngrade a1, Make a1 (migrations/a1.mig)\n  delete a1\n  heads: base\n");
}

TEST_F(CommandsTest, ANewRevisionFollowsTheOnlyHead) {
  InMemory fresh;
  fresh["migc.yaml"] = "dialects: [sqlite]\n";
  auto first = fresh.Run({"revision", "-m", "It's a start"});
  EXPECT_EQ(first.status, kOk) << first.err;
  EXPECT_EQ(first.out, "migrations/000000000001_it_s_a_start.mig\n");
  EXPECT_EQ(fresh["migrations/000000000001_it_s_a_start.mig"],
            "revision 000000000001 'It''s a start'\n  revises base\n  created '2026-11-22T09:53:01Z';\n\nupgrade {\n}\n");
  auto second = fresh.Run({"revision", "-m", "More", "--rev-id", "x9", "--branch-label", "billing"});
  EXPECT_EQ(second.status, kOk) << second.err;
  EXPECT_THAT(fresh["migrations/x9_more.mig"], StartsWith("revision x9 'More'\n  revises 000000000001\n  label billing\n"));
  EXPECT_EQ(fresh.Run({"check"}).status, kOk) << fresh.Run({"check"}).err;
  EXPECT_EQ(fresh.Run({"history"}).out,
            "000000000001 -> x9 (billing) (head), More\n<base> -> 000000000001 (billing), It's a start\n");
}

TEST_F(CommandsTest, ANewRevisionIsRefusedWhereItsPlaceIsUnclear) {
  auto done = run.Run({"revision", "-m", "x"});
  EXPECT_EQ(done.status, kOutsideWrong);
  EXPECT_THAT(done.err, AllOf(HasSubstr("there are several heads: c3, d4"), HasSubstr("migc merge")));
  EXPECT_THAT(run.Run({"revision", "-m", "x", "--head", "b2"}).err, HasSubstr("--splice"));
  EXPECT_THAT(run.Run({"revision", "-m", "x", "--head", "zz"}).status, kOutsideWrong);
  EXPECT_THAT(run.Run({"revision", "-m", "x", "--head", "c3", "--rev-id", "a1"}).err,
              HasSubstr("there is already a revision \"a1\""));
  EXPECT_THAT(run.Run({"revision", "-m", "x", "--head", "c3", "--branch-label", "billing"}).status, kOutsideWrong);
  for (const char* id : {"a-b", "a@b", "head", "Base", "a b", "a:b", "+1"}) {
    EXPECT_EQ(run.Run({"revision", "-m", "x", "--head", "c3", "--rev-id=" + std::string(id)}).status, kOutsideWrong) << id;
  }
  EXPECT_EQ(run.Run({"revision", "-m", "x", "--head", "c3", "--rev-id", std::string(129, 'x')}).status, kOutsideWrong);
  EXPECT_EQ(run.Run({"revision", "-m", "x", "--head", "c3", "--version-path", "elsewhere"}).status, kOutsideWrong);
}

TEST_F(CommandsTest, BranchesStartAndJoin) {
  EXPECT_EQ(run.Run({"revision", "-m", "x", "--head", "b2", "--splice", "--rev-id", "e5"}).status, kOk);
  EXPECT_EQ(
      run.Run({"revision", "-m", "y", "--head", "base", "--rev-id", "f6", "--depends-on", "shipping", "--depends-on", "a1"}).status,
      kOk);
  EXPECT_THAT(run["migrations/f6_y.mig"], HasSubstr("  revises base\n  depends on shipping, a1\n"));
  auto merged = run.Run({"merge", "d4", "e5", "--rev-id", "g7"});
  EXPECT_EQ(merged.status, kOk) << merged.err;
  EXPECT_EQ(run["migrations/g7_merge_d4_and_e5.mig"],
            "revision g7 'merge d4 and e5'\n  revises d4, e5\n  created '2026-11-22T09:53:01Z';\n\nupgrade { }\n");
  EXPECT_EQ(run.Run({"merge", "--rev-id", "h8", "-m", "All"}).status, kOk);
  EXPECT_EQ(run.Run({"heads"}).out, "h8 (billing, shipping) (head)\n");
  EXPECT_THAT(run.Run({"merge"}).err, HasSubstr("there is only h8"));
  EXPECT_EQ(run.Run({"merge", "a1", "h8"}).status, kOutsideWrong);
}

TEST_F(CommandsTest, InitMakesAProjectThatChecks) {
  InMemory fresh;
  auto done = fresh.Run({"init", "db", "--dialect", "sqlite"});
  EXPECT_EQ(done.status, kOk) << done.err;
  EXPECT_EQ(done.out, "migc.yaml\ndb/\n");
  EXPECT_THAT(fresh["migc.yaml"], AllOf(HasSubstr("migrations: db\n"), HasSubstr("\n  sqlite:\n"), HasSubstr("\n  # postgres:\n")));
  EXPECT_EQ(fresh.Run({"check"}).status, kOk) << fresh.Run({"check"}).err;
  auto again = fresh.Run({"init"});
  EXPECT_EQ(again.status, kOutsideWrong);
  EXPECT_THAT(again.err, HasSubstr("migc.yaml is there already"));
  EXPECT_EQ(InMemory().Run({"init", "--dialect", "oracel"}).status, kOutsideWrong);
  EXPECT_THAT(fresh.Run({"compile", "--from", "base", "--to", "head"}).err, HasSubstr("this project has no revision yet"));
}

TEST_F(CommandsTest, WithoutAProjectItSaysSo) {
  InMemory fresh;
  for (const char* command : {"check", "history", "heads", "branches", "merge"}) {
    auto done = fresh.Run({command});
    EXPECT_EQ(done.status, kOutsideWrong) << command;
    EXPECT_THAT(done.err, AllOf(HasSubstr("there is no migc.yaml"), HasSubstr("migc init"))) << command;
  }
  EXPECT_EQ(fresh.Run({"dialects"}).status, kOk);
  fresh.AddTable("a1", "base");
  EXPECT_EQ(fresh.Run({"history"}).out, "<base> -> a1 (head), Make a1\n") << "a directory of migrations is a project too";
  EXPECT_EQ(fresh.Run({"history", "-c", "nowhere.yaml"}).status, kOutsideWrong);
  fresh["elsewhere/migc.yaml"] = "migrations: ../migrations\n";
  EXPECT_EQ(fresh.Run({"history", "-c", "elsewhere/migc.yaml"}).out, "<base> -> a1 (head), Make a1\n");
}

TEST_F(CommandsTest, CheckSpeaksForEveryDialect) {
  auto done = run.Run({"check"});
  EXPECT_EQ(done.status, kOk) << done.err;
  EXPECT_EQ(done.out, "4 revisions, 2 heads: no errors for PostgreSQL 15, SQLite 3.40\n");
  EXPECT_EQ(run.Run({"check", "--dialect", "sqlite"}).out, "4 revisions, 2 heads: no errors for SQLite 3.40\n");
  EXPECT_THAT(run.Run({"check", "-q"}).out, IsEmpty());
  run.AddRevision("e5", "d4", "  for sqlite { drop table nowhere; } else { drop table neverwhere; }\n");
  done = run.Run({"check"});
  EXPECT_EQ(done.status, kSourcesWrong);
  EXPECT_THAT(done.out, IsEmpty());
  EXPECT_THAT(done.err, AllOf(HasSubstr("no table \"nowhere\""), HasSubstr("no table \"neverwhere\"")));
}

TEST_F(CommandsTest, CheckProvesWrittenDowngrades) {
  run["migrations/d4.mig"] += "\ndowngrade { }\n";
  auto done = run.Run({"check"});
  EXPECT_EQ(done.status, kOk);
  EXPECT_THAT(done.err, HasSubstr("warning: the downgrade of revision d4 does not restore the schema"));
}

TEST_F(CommandsTest, EveryDiagnosticIsExplained) {
  for (const auto& info : diag::AllKinds()) {
    auto done = run.Run({"explain", std::string(info.code)});
    EXPECT_EQ(done.status, kOk) << info.code;
    EXPECT_THAT(done.out, StartsWith("# " + std::string(info.code) + " ")) << "docs/diagnostics/" << info.code << ".md";
  }
  EXPECT_EQ(run.Run({"explain", "m4102"}).out, run.Run({"explain", "M4102"}).out);
  EXPECT_THAT(run.Run({"explain", "M4999"}).err, HasSubstr("no diagnostic has the code \"M4999\""));
  EXPECT_EQ(run.Run({"explain", "M4999"}).status, kOutsideWrong);
  EXPECT_THAT(run.Run({"explain"}).out, AllOf(HasSubstr("M0001  error: "), HasSubstr("M4102  error: no table")));
}

TEST_F(CommandsTest, AlembicsWordsAreAnswered) {
  EXPECT_THAT(run.Run({"revision", "--autogenerate", "-m", "x"}).err, HasSubstr("migc compares no database"));
  EXPECT_THAT(run.Run({"-x", "a=b", "upgrade", "head"}).err, HasSubstr("-D NAME=VALUE"));
  EXPECT_THAT(run.Run({"list_templates"}).err, HasSubstr("migc init"));
  EXPECT_THAT(run.Run({"show", "current"}).err, HasSubstr("`migc current FILE` reads the answer"));
  EXPECT_THAT(run.Run({"downgrade", "-1", "--dialect", "sqlite"}).err, HasSubstr("migc downgrade head:-1"));
}

TEST_F(CommandsTest, TheCommandLineHelps) {
  auto help = run.Run({"--help"});
  EXPECT_EQ(help.status, kOk);
  EXPECT_THAT(help.err, IsEmpty());
  for (const char* command : {"init", "revision", "merge", "compile", "upgrade", "downgrade", "plan", "check", "history", "heads",
                              "branches", "show", "dialects", "explain"}) {
    EXPECT_THAT(help.out, HasSubstr(std::string("\n  ") + command)) << command;
    auto one = run.Run({command, "--help"});
    EXPECT_EQ(one.status, kOk) << command;
    EXPECT_THAT(one.out, HasSubstr(command));
  }
  EXPECT_THAT(run.Run({"--version"}).out, StartsWith("migc "));
  auto wrong = run.Run({"compil"});
  EXPECT_EQ(wrong.status, kOutsideWrong);
  EXPECT_EQ(wrong.err, "error: there is no command \"compil\" [M7201]\n     = help: did you mean `migc compile`?\n");
  EXPECT_THAT(run.Run({"compile", "--form", "base"}).err, HasSubstr("did you mean --from?"));
  EXPECT_THAT(run.Run({"compile", "--from", "base"}).err, HasSubstr("--to is required"));
  EXPECT_THAT(run.Run({}).err, HasSubstr("no command was given"));
  EXPECT_EQ(run.Run({}).status, kOutsideWrong);
  EXPECT_EQ(run.Run({"history", "--color", "sometimes"}).status, kOutsideWrong);
}

TEST_F(CommandsTest, GlobalOptionsStandAnywhere) {
  run["p/migc.yaml"] = "migrations: ../migrations\n";
  EXPECT_EQ(run.Run({"-c", "p/migc.yaml", "heads"}).out, run.Run({"heads", "-c", "p/migc.yaml"}).out);
}

}  // namespace
}  // namespace migc::driver
