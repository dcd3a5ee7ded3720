// The cache of runs, seen from the command line. That an answer came from it shows in a run without back ends: it can still give
// the script that an earlier run made.
#include <gtest/gtest.h>

#include <sstream>

#include "run_in_memory.h"

namespace migc::driver {
namespace {

const std::string kEntry = ".migc/cache/";

class CacheTest : public testing::Test {
 protected:
  CacheTest() {
    migc_["migc.yaml"] = "dialects: [postgres]\n";
    std::string parent = "base";
    for (int i = 0; i < 120; ++i) {
      std::string id = std::to_string(100000000000 + i);
      migc_.AddTable(id, parent);
      parent = id;
    }
    last_ = parent;
    migc_["/home/ada/.profile"] = "";
    migc_["/home/eve/.profile"] = "";
    migc_.environment().variables = {{"HOME", "/home/ada"}};
  }

  // A run that can compile nothing.
  Finished RunWithoutBackends(const std::vector<std::string>& arguments) {
    std::ostringstream out;
    std::ostringstream err;
    Environment environment = migc_.environment();
    environment.out = &out;
    environment.err = &err;
    const int status = driver::Run(arguments, environment, {});
    return {status, out.str(), err.str()};
  }

  bool IsKept(const std::vector<std::string>& arguments) {
    const auto told = RunWithoutBackends(arguments);
    EXPECT_EQ(told.status == kOk, !told.out.empty());
    return told.status == kOk;
  }

  std::vector<std::string> Entries() {
    std::vector<std::string> paths;
    for (const auto& [path, text] : migc_.files()) {
      if (path.starts_with(kEntry)) paths.push_back(path);
    }
    return paths;
  }

  InMemory migc_;
  std::string last_;
  const std::vector<std::string> compile_ = {"compile", "--from", "base", "--to", "head", "--dialect", "postgres"};
};

TEST_F(CacheTest, TellsTheSameAgain) {
  auto without = compile_;
  without.push_back("--no-cache");
  const auto plain = migc_.Run(without);
  ASSERT_EQ(plain.status, kOk) << plain.err;
  EXPECT_TRUE(Entries().empty());
  const auto first = migc_.Run(compile_);
  ASSERT_EQ(Entries().size(), 1U);
  EXPECT_EQ(migc_[".migc/.gitignore"], "*\n");
  EXPECT_EQ(migc_["/home/ada/.cache/migc/cache.key"].size(), 32U);
  const auto second = RunWithoutBackends(compile_);
  EXPECT_EQ(second.status, kOk) << second.err;
  EXPECT_EQ(first.out, plain.out);
  EXPECT_EQ(second.out, plain.out);
  EXPECT_FALSE(RunWithoutBackends(without).status == kOk);
}

TEST_F(CacheTest, WritesTheFileAgain) {
  auto arguments = compile_;
  arguments.insert(arguments.end(), {"-o", "deploy.sql"});
  ASSERT_EQ(migc_.Run(arguments).status, kOk);
  const std::string script = migc_["deploy.sql"];
  migc_.files().erase("deploy.sql");
  ASSERT_EQ(RunWithoutBackends(arguments).status, kOk);
  EXPECT_EQ(migc_["deploy.sql"], script);
}

TEST_F(CacheTest, RunsAnewAfterAnyChange) {
  const std::string path = "migrations/" + last_ + ".mig";
  const std::vector<std::pair<std::string, std::string>> changes = {
      {path, "revision " + last_ + " 'Another'\n  revises 100000000118;\n\nupgrade {\n  create table other (a integer);\n}\n"},
      {"migrations/200000000000.mig", "revision 200000000000 'More'\n  revises " + last_ + ";\n\nupgrade {\n}\n"},
      {"migc.yaml", "dialects: [postgres]\nschema: other\n"},
      {"migc.sum", "migc sum 1\n"},
  };
  for (const auto& [name, text] : changes) {
    const auto files = migc_.files();
    ASSERT_EQ(migc_.Run(compile_).status, kOk);
    ASSERT_TRUE(IsKept(compile_));
    migc_[name] = text;
    EXPECT_FALSE(IsKept(compile_)) << name;
    auto without = compile_;
    without.push_back("--no-cache");
    const auto plain = migc_.Run(without);
    const auto cached = migc_.Run(compile_);
    EXPECT_EQ(cached.out, plain.out);
    EXPECT_EQ(cached.err, plain.err);
    EXPECT_EQ(cached.status, plain.status);
    migc_.files() = files;
  }
}

TEST_F(CacheTest, RunsAnewWithOtherWordsOrVariables) {
  ASSERT_EQ(migc_.Run(compile_).status, kOk);
  EXPECT_FALSE(IsKept({"compile", "--from", "base", "--to", "head-1", "--dialect", "postgres"}));
  migc_.environment().variables["MIGC_VAR_owner"] = "ada";
  EXPECT_FALSE(IsKept(compile_));
  migc_.environment().variables.erase("MIGC_VAR_owner");
  migc_.environment().variables["LESS"] = "-R";
  EXPECT_TRUE(IsKept(compile_));
}

TEST_F(CacheTest, BelievesNothingThatIsNotItsOwn) {
  ASSERT_EQ(migc_.Run(compile_).status, kOk);
  ASSERT_TRUE(IsKept(compile_));
  std::string& entry = migc_[Entries().front()];
  const std::string whole = entry;
  // A script that somebody put in the place of ours.
  entry.replace(entry.rfind("SELECT"), 6, "DELETE");
  EXPECT_FALSE(IsKept(compile_));
  entry = whole.substr(0, whole.size() / 2);
  EXPECT_FALSE(IsKept(compile_));
  entry = whole;
  EXPECT_TRUE(IsKept(compile_));
  // The whole cache of another user.
  migc_.environment().variables["HOME"] = "/home/eve";
  ASSERT_EQ(migc_.Run({"heads"}).status, kOk);
  EXPECT_FALSE(IsKept(compile_));
}

TEST_F(CacheTest, KeepsNoRunThatFailed) {
  migc_.AddRevision("200000000000", last_, "  alter table none drop column a;\n");
  const auto failed = migc_.Run(compile_);
  EXPECT_EQ(failed.status, kSourcesWrong);
  EXPECT_TRUE(Entries().empty());
  EXPECT_EQ(migc_.Run(compile_).err, failed.err);
}

TEST_F(CacheTest, TellsWarningsAgain) {
  migc_.AddRevision("200000000000", last_, "  create table w (a integer not null, b integer);\n  insert into w (b) values (1);\n");
  const auto first = migc_.Run(compile_);
  const auto second = RunWithoutBackends(compile_);
  ASSERT_EQ(first.status, kOk) << first.err;
  ASSERT_NE(first.err, "");
  ASSERT_EQ(second.status, kOk);
  EXPECT_EQ(second.err, first.err);
}

TEST_F(CacheTest, LeavesSmallProjectsAlone) {
  InMemory small;
  small["migc.yaml"] = "dialects: [postgres]\n";
  small.AddTable("100000000000", "base");
  small["/home/ada/.profile"] = "";
  small.environment().variables = {{"HOME", "/home/ada"}};
  const auto count = small.Count();
  ASSERT_EQ(small.Run({"compile", "--from", "base", "--to", "head"}).status, kOk);
  EXPECT_EQ(small.Count(), count);
}

TEST_F(CacheTest, NeedsAHome) {
  migc_.environment().variables = {{"HOME", "/nonexistent"}};
  const auto count = migc_.Count();
  ASSERT_EQ(migc_.Run(compile_).status, kOk);
  EXPECT_EQ(migc_.Count(), count);
  migc_.environment().variables = {{"HOME", "/nonexistent"}, {"XDG_CACHE_HOME", "/var/cache/ada"}};
  ASSERT_EQ(migc_.Run(compile_).status, kOk);
  EXPECT_TRUE(migc_.Has("/var/cache/ada/migc/cache.key"));
  EXPECT_TRUE(IsKept(compile_));
}

TEST_F(CacheTest, HasABound) {
  for (int i = 1; i <= 100; ++i) {
    ASSERT_EQ(migc_.Run({"compile", "--from", "head-" + std::to_string(i), "--to", "head"}).status, kOk);
  }
  EXPECT_LE(Entries().size(), 32U);
  EXPECT_GT(Entries().size(), 16U);
}

TEST_F(CacheTest, TellsEveryListing) {
  const std::vector<std::vector<std::string>> commands = {{"history"}, {"heads"},        {"branches"},
                                                          {"graph"},   {"show", last_},  {"plan", "--from", "base", "--to", "head"},
                                                          {"check"},   {"history", "-v"}};
  for (const auto& command : commands) {
    auto without = command;
    without.push_back("--no-cache");
    const auto plain = migc_.Run(without);
    const auto first = migc_.Run(command);
    const auto second = migc_.Run(command);
    EXPECT_EQ(plain.status, kOk) << plain.err;
    EXPECT_EQ(first.out, plain.out) << command[0];
    EXPECT_EQ(second.out, plain.out) << command[0];
  }
}

}  // namespace
}  // namespace migc::driver
