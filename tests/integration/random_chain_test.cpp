// Random chains on each engine: the schema is what the catalog says after every revision, up and down, whatever the names are.
#include <gtest/gtest.h>

#include <cstdlib>

#include "integration/chain_generator.h"
#include "integration/schema_check.h"
#include "integration/verify_check.h"
#include "support/process.h"

namespace migc::integration {
namespace {

constexpr int kRevisions = 6;

struct Given {
  std::string dialect;
  bool hostile;
  bool objects;
  std::uint32_t seed;
};

// MIGC_RANDOM_CHAINS sets how many of each kind are tried.
std::vector<Given> Chains() {
  const char* set = std::getenv("MIGC_RANDOM_CHAINS");
  const int count = set == nullptr ? 3 : std::atoi(set);
  std::vector<Given> chains;
  for (int i = 0; i < count; ++i) {
    for (const char* dialect : {"postgres", "mariadb", "sqlite"}) {
      for (const bool hostile : {false, true}) chains.push_back({dialect, hostile, false, static_cast<std::uint32_t>(i)});
      chains.push_back({dialect, i % 2 == 1, true, static_cast<std::uint32_t>(i)});
    }
  }
  return chains;
}

class RandomChain : public testing::TestWithParam<Given> {};

std::string Id(int revision) { return revision == 0 ? "base" : "r" + std::to_string(revision); }

TEST_P(RandomChain, UpAndDownStepByStep) {
  const auto& [dialect, hostile, objects, seed] = GetParam();
  if (support::SkipEngines(dialect)) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
  const std::map<std::string, std::string> files = ChainGenerator(seed, hostile, objects).Files(kRevisions, dialect);
  std::string all;
  for (const auto& [path, text] : files) all += "==== " + path + "\n" + text;
  SCOPED_TRACE(all);
  const support::MemoryProject project(files);
  Database database(ToolOf(dialect));
  ASSERT_TRUE(database.available()) << dialect << " is not on this machine; set MIGC_SKIP_ENGINES to do without";
  database.MakeRoles(ChainGenerator::Roles());
  std::vector<support::Schema> schemas = {database.Read()};
  for (int i = 1; i <= kRevisions; ++i) {
    const support::Compiled up = project.Compile(Id(i - 1), Id(i), dialect);
    ASSERT_TRUE(up.ok) << up.diagnostics;
    ASSERT_TRUE(database.Apply(up.text, "up to " + Id(i)));
    schemas.push_back(database.Read());
    ExpectCatalog(schemas.back(), project.At(Id(i), dialect), "at " + Id(i));
    if (HasFailure()) return;
  }
  ExpectSameAsFresh(schemas.back(), project.At("head", dialect));
  ExpectVerified(database, project.At("base", dialect), project.At("head", dialect));
  for (int i = kRevisions; i > 0; --i) {
    const support::Compiled down = project.Compile(Id(i), Id(i - 1), dialect);
    ASSERT_TRUE(down.ok) << down.diagnostics;
    ASSERT_TRUE(database.Apply(down.text, "down to " + Id(i - 1)));
    ExpectSame(schemas[static_cast<std::size_t>(i) - 1], database.Read(), "down to " + Id(i - 1));
    if (HasFailure()) return;
  }
  const support::Compiled whole = project.Compile("base", "head", dialect);
  ASSERT_TRUE(whole.ok) << whole.diagnostics;
  ASSERT_TRUE(database.Apply(whole.text, "all at once"));
  ExpectSame(schemas.back(), database.Read(), "all at once");
}

std::string NameOf(const testing::TestParamInfo<Given>& given) {
  const char* kind = given.param.objects ? "_objects_" : given.param.hostile ? "_hostile_" : "_plain_";
  return given.param.dialect + kind + std::to_string(given.param.seed);
}

INSTANTIATE_TEST_SUITE_P(All, RandomChain, testing::ValuesIn(Chains()), NameOf);

// A third as many. MariaDB cannot leave out a revision that makes triggers or routines (docs/scripts.md).
std::vector<Given> IdempotentChains() {
  std::vector<Given> chains = Chains();
  std::erase_if(chains, [](const Given& one) {
    return one.seed % 3 != 0 || one.objects != (one.dialect != "mariadb") || one.hostile != (one.seed % 2 == 1);
  });
  return chains;
}

class IdempotentChain : public testing::TestWithParam<Given> {};

// On an empty database, and on one that has come half of the way; then once more.
TEST_P(IdempotentChain, AppliesWhatIsMissing) {
  const auto& [dialect, hostile, objects, seed] = GetParam();
  if (support::SkipEngines(dialect)) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
  const support::MemoryProject project(ChainGenerator(500 + seed, hostile, objects).Files(kRevisions, dialect));
  const support::Compiled whole = project.Compile("base", "head", dialect, "", {"--idempotent"});
  ASSERT_TRUE(whole.ok) << whole.diagnostics;
  for (const char* start : {"base", "r3"}) {
    Database database(ToolOf(dialect));
    ASSERT_TRUE(database.available()) << dialect << " is not on this machine; set MIGC_SKIP_ENGINES to do without";
    database.MakeRoles(ChainGenerator::Roles());
    if (start != std::string("base")) {
      const support::Compiled half = project.Compile("base", start, dialect);
      ASSERT_TRUE(half.ok) << half.diagnostics;
      ASSERT_TRUE(database.Apply(half.text, std::string("up to ") + start));
    }
    ASSERT_TRUE(database.Apply(whole.text, std::string("idempotent from ") + start));
    const support::Schema there = database.Read();
    ExpectCatalog(there, project.At("head", dialect), std::string("from ") + start);
    ASSERT_TRUE(database.Apply(whole.text, std::string("again from ") + start));
    ExpectSame(there, database.Read(), "applied twice");
    if (HasFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(All, IdempotentChain, testing::ValuesIn(IdempotentChains()), NameOf);

}  // namespace
}  // namespace migc::integration
