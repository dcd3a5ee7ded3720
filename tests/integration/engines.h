// Engines: a test that needs a database gets a new one, fails where the engine is missing, and says so where it was told to do
// without.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "support/engine.h"
#include "support/script_sample.h"

namespace migc::integration {

inline std::string NameOf(dialect::Tool tool) { return support::FactsFor(tool).name; }

// For each engine: `database` is new, `sample` an empty chain for it.
class OnEachEngine : public testing::TestWithParam<dialect::Tool> {
 protected:
  void SetUp() override {
    if (support::SkipEngines(NameOf(GetParam()))) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
    database = support::NewDatabase(GetParam());
    ASSERT_NE(database, nullptr) << NameOf(GetParam()) << " is not on this machine; set MIGC_SKIP_ENGINES to do without";
    sample = std::make_unique<support::Sample>(GetParam());
  }
  bool OnPostgres() const { return GetParam() == dialect::Tool::kPsql; }

  std::unique_ptr<support::Engine> database;
  std::unique_ptr<support::Sample> sample;
};

#define MIGC_ON_EACH_ENGINE(suite)                                                                         \
  INSTANTIATE_TEST_SUITE_P(Engines, suite, testing::Values(dialect::Tool::kPsql, dialect::Tool::kSqlite3), \
                           [](const testing::TestParamInfo<dialect::Tool>& given) { return NameOf(given.param); })

}  // namespace migc::integration
