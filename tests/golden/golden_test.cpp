// Every case under tests/golden: what the phase makes of it, for every dialect, is what stands beside it.
// MIGC_UPDATE_GOLDENS=1 writes what differs and fails the run.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include "golden/case.h"

namespace migc::golden {
namespace {

namespace fs = std::filesystem;
const fs::path kRoot = fs::path(MIGC_SOURCE_DIR) / "tests/golden";

bool Updating() { return std::getenv("MIGC_UPDATE_GOLDENS") != nullptr; }

void Expect(const fs::path& path, const std::string& actual) {
  if (fs::exists(path) && ReadFile(path) == actual) return;
  if (Updating()) {
    std::ofstream(path, std::ios::binary) << actual;
    ADD_FAILURE() << "rewrote " << path << "; read it, then run again";
    return;
  }
  ASSERT_TRUE(fs::exists(path)) << "no expectation " << path << "; MIGC_UPDATE_GOLDENS=1 writes it. Got:\n" << actual;
  EXPECT_EQ(actual, ReadFile(path)) << path;
}

void ExpectAbsent(const fs::path& path) {
  if (!fs::exists(path)) return;
  if (Updating()) fs::remove(path);
  ADD_FAILURE() << path << " is an expectation that nothing meets" << (Updating() ? "; removed" : "");
}

// One directed outcome: `stem` is "postgres.up.sql" or "postgres.ir"; a refusal goes to `refusal`.
// Warnings that come with a text stand in `stem`.warn.
void ExpectOutcome(const Case& c, const Outcome& outcome, const std::string& stem, const std::string& refusal) {
  Expect(c.Expectation(outcome.ok ? stem : refusal), outcome.text);
  ExpectAbsent(c.Expectation(outcome.ok ? refusal : stem));
  if (outcome.warnings.empty()) {
    ExpectAbsent(c.Expectation(stem + ".warn"));
  } else {
    Expect(c.Expectation(stem + ".warn"), outcome.warnings);
  }
}

const std::map<std::string, std::string>& DumpSuffixes() {
  static const std::map<std::string, std::string> suffixes = {
      {"parse", "ast"}, {"lower", "ir"}, {"resolve", "plan"}, {"replay", "catalog"}};
  return suffixes;
}

// `fail_` cases that every dialect refuses with the same words have one file for all of them.
void ExpectFailure(const Case& c) {
  std::set<std::string> texts;
  std::map<std::string, std::string> by_target;
  for (const Target& target : c.targets) {
    const Outcome outcome = RunCase(c, target, "up");
    EXPECT_FALSE(outcome.ok) << c.name << " has fail_ in its name, but " << target.Suffix() << " takes it";
    texts.insert(outcome.text);
    by_target[target.Suffix()] = outcome.text;
  }
  if (texts.size() == 1) {
    Expect(c.Expectation("diag"), *texts.begin());
    for (const auto& [target, text] : by_target) ExpectAbsent(c.Expectation(target + ".diag"));
    return;
  }
  ExpectAbsent(c.Expectation("diag"));
  for (const auto& [target, text] : by_target) Expect(c.Expectation(target + ".diag"), text);
}

class Golden : public testing::TestWithParam<Case> {};

TEST_P(Golden, IsAsExpected) {
  const Case& c = GetParam();
  if (c.must_fail) return ExpectFailure(c);
  bool taken = false;
  for (const Target& target : c.targets) {
    const std::string suffix = target.Suffix();
    const Outcome up = RunCase(c, target, "up");
    taken = taken || up.ok;
    if (DumpSuffixes().contains(c.phase)) {
      ExpectOutcome(c, up, suffix + "." + DumpSuffixes().at(c.phase), suffix + ".diag");
      continue;
    }
    ExpectOutcome(c, up, suffix + ".up.sql", suffix + ".diag");
    if (!up.ok) {
      ExpectAbsent(c.Expectation(suffix + ".down.sql"));
      ExpectAbsent(c.Expectation(suffix + ".down.diag"));
      continue;
    }
    ExpectOutcome(c, RunCase(c, target, "down"), suffix + ".down.sql", suffix + ".down.diag");
  }
  EXPECT_TRUE(taken) << c.name << " is refused by every dialect: give it a name that starts with fail_";
}

INSTANTIATE_TEST_SUITE_P(All, Golden, testing::ValuesIn(FindCases(kRoot)), [](const testing::TestParamInfo<Case>& info) {
  std::string name = info.param.name;
  for (char& c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  }
  return name;
});

// out/ is what the sample chain compiles to.
TEST(Goldens, TheSampleChainCompilesToOut) {
  std::vector<std::string> dialects = Dialects();
  dialects.emplace_back("yugabytedb");
  dialects.emplace_back("cockroachdb");
  for (const std::string& dialect : dialects) {
    const fs::path folder = fs::path(MIGC_SOURCE_DIR) / "out" / dialect;
    if (Updating()) fs::create_directories(folder);
    for (const bool down : {false, true}) {
      const Outcome outcome = CompileSample(dialect, down);
      ASSERT_TRUE(outcome.ok) << outcome.text;
      Expect(folder / (down ? "downgrade.sql" : "upgrade.sql"), outcome.text);
    }
  }
}

// A file that belongs to no case is a mistake in its name.
TEST(Goldens, NoExpectationIsWithoutItsCase) {
  for (const auto& entry : fs::recursive_directory_iterator(kRoot)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".sql" && extension != ".diag" && extension != ".ast" && extension != ".ir" && extension != ".plan" &&
        extension != ".catalog" && extension != ".warn") {
      continue;
    }
    const std::string name = entry.path().filename().string();
    EXPECT_TRUE(fs::exists(entry.path().parent_path() / (name.substr(0, name.find('.')) + ".mig"))) << entry.path();
  }
}

}  // namespace
}  // namespace migc::golden
