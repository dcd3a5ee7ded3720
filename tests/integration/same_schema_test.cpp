// One random chain for every engine here: each then has the same schema, but for what support::Face names.
#include <gtest/gtest.h>

#include <cstdlib>

#include "integration/chain_generator.h"
#include "integration/schema_check.h"
#include "support/process.h"

namespace migc::integration {
namespace {

constexpr int kRevisions = 8;
constexpr int kMiddle = 4;
const std::vector<std::string> kDialects = {"postgres", "mariadb", "sqlite"};

struct Given {
  bool hostile;
  bool objects;
  std::uint32_t seed;
};

// MIGC_RANDOM_CHAINS sets how many of each kind are tried. They are not those of RandomChain.
std::vector<Given> Chains() {
  const char* set = std::getenv("MIGC_RANDOM_CHAINS");
  const int count = set == nullptr ? 3 : std::atoi(set);
  std::vector<Given> chains;
  for (int i = 0; i < count; ++i) {
    for (const bool hostile : {false, true}) chains.push_back({hostile, false, static_cast<std::uint32_t>(1000 + i)});
    chains.push_back({i % 2 == 0, true, static_cast<std::uint32_t>(1000 + i)});
  }
  return chains;
}

// Names are compared as the chain says them.
void Rename(std::map<std::string, std::string>& facts, const std::string& dialect) {
  const std::string here = ChainGenerator::Elephant(dialect);
  const std::string usual = ChainGenerator::Elephant("postgres");
  if (here == usual) return;
  std::map<std::string, std::string> renamed;
  const auto said = [&](std::string text) {
    for (std::size_t at = 0; (at = text.find(here, at)) != std::string::npos; at += usual.size())
      text.replace(at, here.size(), usual);
    return text;
  };
  for (const auto& [key, value] : facts) renamed[said(key)] = said(value);
  facts = std::move(renamed);
}

class SameSchema : public testing::TestWithParam<Given> {
 protected:
  static std::map<std::string, std::string> Files(const std::string& dialect) {
    return ChainGenerator(GetParam().seed, GetParam().hostile, GetParam().objects).Files(kRevisions, dialect);
  }

  void SetUp() override {
    for (const std::string& dialect : kDialects) {
      if (support::SkipEngines(dialect)) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
      ChainGenerator generator(GetParam().seed, GetParam().hostile, GetParam().objects);
      const auto files = generator.Files(kRevisions, dialect);
      positions = generator.positions();
      projects.emplace(dialect, support::MemoryProject(files));
      databases.emplace(dialect, Database(ToolOf(dialect)));
      databases.at(dialect).MakeRoles(ChainGenerator::Roles());
      ASSERT_TRUE(databases.at(dialect).available()) << dialect << " is not on this machine; set MIGC_SKIP_ENGINES to do without";
    }
  }

  bool Move(const std::string& from, const std::string& to) {
    for (const std::string& dialect : kDialects) {
      const support::Compiled script = projects.at(dialect).Compile(from, to, dialect);
      EXPECT_TRUE(script.ok) << script.diagnostics;
      if (!script.ok || !databases.at(dialect).Apply(script.text, dialect + " to " + to)) return false;
    }
    return true;
  }

  void Compare(bool column_order, const std::string& when) {
    std::map<std::string, support::LogicalSchema> schemas;
    for (const std::string& dialect : kDialects) schemas[dialect] = databases.at(dialect).ReadLogical();
    EXPECT_FALSE(schemas["postgres"].empty());
    for (const auto& [one, other] : {std::pair{"postgres", "sqlite"}, {"postgres", "mariadb"}, {"mariadb", "sqlite"}}) {
      support::Face face = support::FaceOf(one, other);
      // PostgreSQL has no places for new columns.
      face.column_order = column_order && !(positions && one == std::string("postgres"));
      auto expected = support::Facts(schemas[one], face);
      auto found = support::Facts(schemas[other], face);
      Rename(expected, one);
      Rename(found, other);
      EXPECT_EQ(support::Lines(support::Differences(expected, found)), "") << one << " and " << other << ", " << when;
    }
  }

  bool positions = false;
  std::map<std::string, support::MemoryProject> projects;
  std::map<std::string, Database> databases;
};

TEST_P(SameSchema, OnEveryEngine) {
  std::string all;
  for (const auto& [path, text] : Files("postgres")) {
    all += "==== " + path + "\n" + text;
  }
  SCOPED_TRACE(all);
  if (!Move("base", "head")) return;
  Compare(true, "at head");
  if (HasFailure()) return;
  const std::string middle = "r" + std::to_string(kMiddle);
  if (!Move("head", middle)) return;
  Compare(false, "down to " + middle);
}

INSTANTIATE_TEST_SUITE_P(All, SameSchema, testing::ValuesIn(Chains()), [](const testing::TestParamInfo<Given>& given) {
  return (given.param.objects ? "objects_" : given.param.hostile ? "hostile_" : "plain_") + std::to_string(given.param.seed);
});

}  // namespace
}  // namespace migc::integration
