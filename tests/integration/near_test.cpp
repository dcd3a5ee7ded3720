// Near dialects of which no engine is here: what they share with PostgreSQL is run there, up and down, cut off anywhere and run
// again. The server calls itself by the other's name, and nothing else is replaced.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "integration/chain_generator.h"
#include "integration/schema_check.h"
#include "integration/states.h"
#include "migc/base/text.h"
#include "support/engine.h"
#include "support/process.h"

namespace migc::integration {
namespace {

constexpr int kRevisions = 4;
constexpr int kCuts = 3;  // of each script

// The sample chain; and by a seed, random ones that it does not refuse.
std::vector<support::MemoryProject> Chains(const std::string& dialect, const std::string& version) {
  std::vector<support::MemoryProject> chains = {SampleChain()};
  for (std::uint32_t seed = 1; seed < 60 && chains.size() < 4; ++seed) {
    support::MemoryProject project(ChainGenerator(seed, seed % 2 == 0).ForReruns().Files(kRevisions, "postgres"));
    const bool up = project.Compile("base", "heads", dialect, version).ok;
    if (up && project.Compile("heads", "base", dialect, version).ok) chains.push_back(std::move(project));
  }
  return chains;
}

class Near : public testing::Test {
 protected:
  void SetUp() override {
    if (support::SkipEngines("postgres")) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
    ASSERT_NE(support::NewDatabase(dialect::Tool::kPsql), nullptr) << "PostgreSQL is not on this machine; set MIGC_SKIP_ENGINES";
  }

  static support::ProcessResult Run(support::Engine& database, const std::string& script) {
    return database.Run(OnPostgres(script));
  }

  // A new database at base, or with all of the chain.
  static std::unique_ptr<support::Engine> At(const std::string& before) {
    std::unique_ptr<support::Engine> database = support::NewDatabase(dialect::Tool::kPsql);
    if (!before.empty()) {
      const support::ProcessResult made = Run(*database, before);
      EXPECT_EQ(made.status, 0) << made.err;
    }
    return database;
  }

  // Cut off at ends of statements, and run again as a whole.
  void ExpectGoesOn(const std::string& before, const std::string& script) {
    const std::unique_ptr<support::Engine> undisturbed = At(before);
    const support::ProcessResult done = Run(*undisturbed, script);
    ASSERT_EQ(done.status, 0) << done.err << "\n" << script;
    const std::string expected = StateOf(*undisturbed);
    std::vector<std::size_t> ends;
    for (std::size_t at = script.find(";\n"); at != std::string::npos; at = script.find(";\n", at + 1)) ends.push_back(at + 2);
    for (int i = 0; i < kCuts; ++i) {
      const std::unique_ptr<support::Engine> database = At(before);
      const std::size_t cut = ends[random_() % ends.size()];
      Run(*database, script.substr(0, cut));
      const support::ProcessResult again = Run(*database, script);
      const bool complete = again.err.find("already, where this script leads") != std::string::npos;
      // A conversion that somebody wrote may not be one to make twice: a person is asked.
      if (again.err.find("nobody knows how far it came") != std::string::npos) continue;
      ASSERT_TRUE(again.status == 0 || complete) << again.err << "\ncut after\n" << script.substr(0, cut) << "\nof\n" << script;
      ASSERT_EQ(DifferenceOf(expected, StateOf(*database)), "") << "cut after\n" << script.substr(0, cut);
      ++resumed_;
    }
  }

  void ExpectGoOn(const std::vector<support::MemoryProject>& chains, const std::string& dialect, const std::string& version) {
    for (const support::MemoryProject& chain : chains) {
      const support::Compiled up = chain.Compile("base", "heads", dialect, version);
      ASSERT_TRUE(up.ok) << up.diagnostics;
      ExpectGoesOn("", up.text);
      if (HasFailure()) return;
      const support::Compiled down = chain.Compile("heads", "base", dialect, version);
      ASSERT_TRUE(down.ok) << down.diagnostics;
      ExpectGoesOn(up.text, down.text);
      if (HasFailure()) return;
    }
  }

  std::mt19937 random_{20261123};
  int resumed_ = 0;
};

TEST_F(Near, YugabytedbGoesOnWhereItStopped) {
  const std::vector<support::MemoryProject> chains = Chains("yugabytedb", "2025.1");
  ASSERT_EQ(chains.size(), 4u);
  ExpectGoOn(chains, "yugabytedb", "2025.1");
  EXPECT_GT(resumed_, 15);
}

TEST_F(Near, CockroachdbGoesOnWhereItStopped) {
  std::vector<support::MemoryProject> chains = Chains("cockroachdb", "25.2");
  ASSERT_EQ(chains.size(), 4u);
  chains.resize(2, SampleChain());
  ExpectGoOn(chains, "cockroachdb", "25.2");
  EXPECT_GT(resumed_, 5);
}

TEST_F(Near, AnIdempotentScriptForYugabytedbAppliesWhatIsMissing) {
  const support::MemoryProject chain = SampleChain();
  const support::Compiled whole = chain.Compile("base", "heads", "yugabytedb", "2025.1");
  const support::Compiled some = chain.Compile("base", "70b5c4e8a963", "yugabytedb", "2025.1");
  const support::Compiled missing = chain.Compile("base", "heads", "yugabytedb", "2025.1", {"--idempotent"});
  ASSERT_TRUE(whole.ok && some.ok && missing.ok) << missing.diagnostics;
  const std::unique_ptr<support::Engine> database = At(some.text);
  for (int i = 0; i < 2; ++i) {
    const support::ProcessResult result = Run(*database, missing.text);
    ASSERT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(DifferenceOf(StateOf(*At(whole.text)), StateOf(*database)), "");
  }
}

TEST_F(Near, YugabytedbKnowsItsServer) {
  const support::Compiled up = SampleChain().Compile("base", "heads", "yugabytedb", "2025.2");
  ASSERT_TRUE(up.ok) << up.diagnostics;
  const std::unique_ptr<support::Engine> database = At("");
  const support::ProcessResult other = database->Run(up.text);
  EXPECT_NE(other.status, 0);
  EXPECT_NE(other.err.find("this script is for YugabyteDB, and this server is PostgreSQL"), std::string::npos) << other.err;
  const support::ProcessResult older = database->Run(OnPostgres(up.text, "2025.1.3.0-b1"));
  EXPECT_NE(older.status, 0);
  EXPECT_NE(older.err.find("this script is for YugabyteDB 2025.2 or newer, and this server is 2025.1"), std::string::npos)
      << older.err;
  const support::ProcessResult newer = database->Run(OnPostgres(up.text, "2025.10.0.0-b1"));
  EXPECT_EQ(newer.status, 0) << newer.err;
}

TEST_F(Near, CockroachdbKnowsItsServer) {
  const support::Compiled up = SampleChain().Compile("base", "heads", "cockroachdb", "25.4");
  ASSERT_TRUE(up.ok) << up.diagnostics;
  const std::unique_ptr<support::Engine> database = At("");
  const support::ProcessResult other = database->Run(up.text);
  EXPECT_NE(other.status, 0);
  EXPECT_NE(other.err.find("this script is for CockroachDB, and this server is PostgreSQL"), std::string::npos) << other.err;
  const support::ProcessResult older = database->Run(OnPostgres(up.text, "25.3.1"));
  EXPECT_NE(older.status, 0);
  EXPECT_NE(older.err.find("this script is for CockroachDB 25.4 or newer, and this server is 25.3"), std::string::npos)
      << older.err;
  const support::ProcessResult inside = database->Run("BEGIN;\n" + OnPostgres(up.text));
  EXPECT_NE(inside.status, 0);
  EXPECT_NE(inside.err.find("this script makes its own transactions, and one is open already"), std::string::npos) << inside.err;
  const support::ProcessResult newer = database->Run(OnPostgres(up.text, "26.1.0"));
  EXPECT_EQ(newer.status, 0) << newer.err;
  const support::ProcessResult again = database->Run(OnPostgres(up.text));
  EXPECT_NE(again.err.find("already, where this script leads"), std::string::npos) << again.err;
}

// What the guards are told by psql stops the script where it is not the one for the database.
TEST_F(Near, CockroachdbStopsWhereItIsNotMadeFor) {
  const support::MemoryProject project(
      {{"migc.yaml", "migrations: migrations\ndialects: [cockroachdb]\n"},
       {"migrations/a.mig", "revision a1 'One' revises base;\nupgrade {\n  create table t (id bigint primary key);\n}\n"},
       {"migrations/b.mig",
        "revision b1 'Two' revises a1;\nupgrade {\n  create table u (id bigint primary key);\n"
        "  alter table t add column a integer;\n}\n"}});
  const support::Compiled first = project.Compile("base", "a1", "cockroachdb", "25.2");
  const support::Compiled whole = project.Compile("base", "heads", "cockroachdb", "25.2");
  const support::Compiled second = project.Compile("a1", "heads", "cockroachdb", "25.2");
  ASSERT_TRUE(first.ok && whole.ok && second.ok) << second.diagnostics;
  const std::unique_ptr<support::Engine> database = At("");
  const auto expect = [&](const support::Compiled& script, const std::string& sentence) {
    const support::ProcessResult stopped = Run(*database, script.text);
    EXPECT_NE(stopped.status, 0);
    EXPECT_NE(stopped.err.find(sentence), std::string::npos) << stopped.err;
  };
  expect(second, "there is no table migc_version, so no migration was recorded in this database");
  ASSERT_EQ(Run(*database, first.text).status, 0);
  expect(whole, "this database is at a1, where no run of this script left it");
  database->Query("CREATE TABLE u (strange integer)");
  expect(second, "create table u, of revision b1: what it does is there already, and no run of this script did it");
  database->Query("INSERT INTO migc_step VALUES ('c1', 1, repeat('0', 64), 'started')");
  expect(second, "revision c1 was begun by another script and is not complete");
  database->Query("DELETE FROM migc_step");
  database->Query("DROP TABLE u");
  ASSERT_EQ(Run(*database, second.text).status, 0);
  expect(second, "this database is at b1 already, where this script leads");
  database->Query("UPDATE migc_version SET version_num = 'z1'");
  expect(second, "this database is at z1, and this script starts at a1");
}

// What a run of this script did not begin is somebody else's.
TEST_F(Near, YugabytedbStopsBeforeWhatIsThereAlready) {
  const support::MemoryProject project({{"migc.yaml", "migrations: migrations\ndialects: [yugabytedb]\n"},
                                        {"migrations/a.mig",
                                         "revision a1 'One' revises base;\nupgrade {\n  create table t (id bigint primary key);\n"
                                         "  create table u (id bigint primary key);\n  alter table t add column a integer;\n}\n"}});
  const support::Compiled up = project.Compile("base", "heads", "yugabytedb", "2025.1");
  ASSERT_TRUE(up.ok) << up.diagnostics;
  const std::unique_ptr<support::Engine> database = At("");
  database->Query("CREATE TABLE u (strange integer)");
  const support::ProcessResult stopped = Run(*database, up.text);
  EXPECT_NE(stopped.status, 0);
  EXPECT_NE(stopped.err.find("create table u, of revision a1: what it does is there already, and no run of this script did it"),
            std::string::npos)
      << stopped.err;
  database->Query("DROP TABLE u");
  const support::ProcessResult again = Run(*database, up.text);
  EXPECT_EQ(again.status, 0) << again.err;
  EXPECT_EQ(database->Query("SELECT count(*) FROM migc_step"), "0\n");
}

}  // namespace
}  // namespace migc::integration
