// Fault injection: a script is cut off, its client is killed, the server is killed, something foreign stands in the way; then the
// cause is gone and the same script is run again. It must end as an undisturbed run ends: the same schema, rows and version rows.
// `script/faults` runs many; here are a few of each kind.
#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <optional>
#include <random>
#include <regex>
#include <thread>

#include "integration/chain_generator.h"
#include "integration/engines.h"
#include "integration/states.h"
#include "migc/base/text.h"
#include "support/pipeline.h"

namespace migc::integration {
namespace {

using Clock = std::chrono::steady_clock;

// The names of the engines' dialects.
const std::vector<std::string> kDialects = {"postgres", "sqlite", "mariadb"};

dialect::Tool EngineOf(const std::string& dialect) {
  if (dialect == "mariadb") return dialect::Tool::kMysql;
  return dialect == "sqlite" ? dialect::Tool::kSqlite3 : dialect::Tool::kPsql;
}

// MIGC_FAULTS: how many for each engine.
int FaultsWanted() {
  const char* set = std::getenv("MIGC_FAULTS");
  return set == nullptr ? 24 : std::atoi(set);
}

// Every other random chain has views, triggers, routines, sequences and grants too.
support::MemoryProject ChainOf(std::uint32_t seed, const std::string& dialect) {
  if (seed == 0) return SampleChain();
  return support::MemoryProject(ChainGenerator(seed, false, seed % 2 == 1).ForReruns().Files(4, dialect));
}

// MariaDB 10.11 itself loses the foreign keys of a table when the server is killed while ALTER TABLE copies that table: 5 of 90
// kills with nothing but CREATE TABLE and ALTER TABLE, as durable as by default. No script can know of it, so these count apart.
bool OnlyForeignKeysAreGone(const std::string& difference) {
  const std::vector<std::string_view> lines = base::SplitLines(difference);
  return !lines.empty() && std::ranges::all_of(lines, [](std::string_view line) {
    return line.starts_with("- ") && line.find(" FOREIGN KEY ") != std::string_view::npos;
  });
}

struct Script {
  std::string text;
  std::string expected;               // the state after an undisturbed run
  std::chrono::microseconds takes{};  // an undisturbed run
  std::vector<std::size_t> ends;      // of lines that end a statement
  std::vector<std::string> tables;    // that it makes
};

enum class Fault { kCut, kClientKilled, kServerKilled, kForeignObject, kLocked, kNoPrivilege };
constexpr std::array kFaults = {Fault::kCut,           Fault::kClientKilled, Fault::kServerKilled,
                                Fault::kForeignObject, Fault::kLocked,       Fault::kNoPrivilege};
constexpr std::array kNames = {"cut off", "client killed", "server killed", "foreign object", "lock timeout", "no privilege"};

class FaultInjection : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    if (support::SkipEngines(GetParam())) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
    ASSERT_NE(New(), nullptr) << GetParam() << " is not on this machine; set MIGC_SKIP_ENGINES to do without";
    MakeRoles();
  }

  std::unique_ptr<support::Engine> New() const { return support::NewDatabase(EngineOf(GetParam())); }

  // Those that random chains grant to; they are the server's, and stay.
  void MakeRoles() const {
    const std::unique_ptr<support::Engine> database = New();
    for (const std::string& role : ChainGenerator::Roles()) {
      if (GetParam() == "mariadb") database->Query("CREATE USER IF NOT EXISTS " + role);
      if (GetParam() == "postgres") {
        database->Query("DO $$ BEGIN CREATE ROLE " + role + "; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
      }
    }
  }

  Script ScriptOf(std::uint32_t seed) {
    const support::Compiled compiled = ChainOf(seed, GetParam()).Compile("base", "heads", GetParam(), "", {"--lock-timeout", "1s"});
    EXPECT_TRUE(compiled.ok) << compiled.diagnostics;
    Script script;
    script.text = compiled.text;
    const std::unique_ptr<support::Engine> database = New();
    const auto begin = Clock::now();
    const support::ProcessResult done = database->Run(script.text);
    script.takes = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
    EXPECT_EQ(done.status, 0) << done.err;
    script.expected = StateOf(*database);
    for (std::size_t at = script.text.find(";\n"); at != std::string::npos; at = script.text.find(";\n", at + 1)) {
      script.ends.push_back(at + 2);
    }
    for (const std::string_view line : base::SplitLines(script.text)) {
      constexpr std::string_view kCreate = "CREATE TABLE ";
      const std::size_t found = line.find(kCreate);
      const std::size_t end = line.find(" (", found);
      if (found == std::string_view::npos || end == std::string_view::npos) continue;
      const std::string name(line.substr(found + kCreate.size(), end - found - kCreate.size()));
      // A schema of its own the script makes itself.
      if (name.find("migc") == std::string::npos && name.find_first_of(" .") == std::string::npos) script.tables.push_back(name);
    }
    return script;
  }

  // Where the run is disturbed, and the cause taken away again.
  void Inject(Fault fault, const Script& script, support::Engine& database) {
    const auto moment = std::chrono::microseconds(random_() % static_cast<std::uint64_t>(script.takes.count() + 1));
    switch (fault) {
      case Fault::kCut:
        Cut(script, database);
        break;
      case Fault::kClientKilled:
        database.Run(script.text, {moment, [](pid_t client) { kill(client, SIGKILL); }});
        break;
      case Fault::kServerKilled: {
        bool killed = false;
        database.Run(script.text, {moment, [&](pid_t) {
                                     database.KillServer();
                                     killed = true;
                                   }});
        if (killed) database.StartServer();
        break;
      }
      case Fault::kForeignObject: {
        const std::string& table = script.tables[random_() % script.tables.size()];
        database.Query("CREATE TABLE " + table + " (foreign_to_us INTEGER)");
        const support::ProcessResult refused = database.Run(script.text);
        EXPECT_NE(refused.status, 0) << "table " << table << " was there, and nobody minded";
        database.Query("DROP TABLE " + table);
        break;
      }
      case Fault::kLocked: {
        Cut(script, database);
        const std::optional<std::string> table = AnyMade(script, database);
        if (!table) break;
        const std::unique_ptr<support::Blocker> blocker = database.Lock(*table);
        ExpectStoppedOrDone(database.Run(script.text));
        break;
      }
      case Fault::kNoPrivilege:
        Cut(script, database);
        ExpectStoppedOrDone(database.RunWithoutPrivileges(script.text, true));
        break;
    }
  }

  void Cut(const Script& script, support::Engine& database) {
    database.Run(script.text.substr(0, script.ends[random_() % script.ends.size()]));
  }

  // A table that the script makes and that is there.
  std::optional<std::string> AnyMade(const Script& script, support::Engine& database) {
    std::vector<std::string> made;
    for (const std::string& table : script.tables) {
      const std::string there = GetParam() == "sqlite"    ? "SELECT name FROM sqlite_schema WHERE name = '" + table + "'"
                                : GetParam() == "mariadb" ? "SHOW TABLES LIKE '" + table + "'"
                                                          : "SELECT 1 WHERE to_regclass('" + table + "') IS NOT NULL";
      if (!database.Query(there).empty()) made.push_back(table);
    }
    if (made.empty()) return std::nullopt;
    return made[random_() % made.size()];
  }

  // What is left to do may need neither what is locked nor a privilege; but what was not done must not be called done.
  void ExpectStoppedOrDone(const support::ProcessResult& result) {
    stopped_ += result.status == 0 ? 0 : 1;
    EXPECT_EQ(result.status == 0, result.out.find("MIGC-RECEIPT 1 ") != std::string::npos) << result.out << result.err;
  }

  // Whether raw SQL that was cut off has taken effect nobody can tell, so the script asks. A person looks, and does as it says. The
  // one statement of this kind, in the sample chain, makes a view.
  bool AnswerFor(const support::ProcessResult& stopped, support::Engine& database) {
    const std::regex question(
        "step ([0-9]+) of (\\w+) was begun: if it took effect, set its state in migc_step to done, else delete its row");
    std::smatch asked;
    if (GetParam() != "mariadb" || !std::regex_search(stopped.err, asked, question)) return false;
    const std::string row = " WHERE revision = '" + asked[2].str() + "' AND step = " + asked[1].str();
    const bool there = !database.Query("SHOW TABLES LIKE 'open_order'").empty();
    database.Query((there ? "UPDATE migc_step SET state = 'done'" : "DELETE FROM migc_step") + row);
    ++asked_;
    return true;
  }

  std::mt19937 random_{20261122};
  int stopped_ = 0;  // runs that a lock or a missing privilege stopped
  int asked_ = 0;    // that asked a person
};

TEST_P(FaultInjection, TheSameScriptRunAgainEndsAsIfNothingHadBeen) {
  const int wanted = FaultsWanted();
  constexpr int kPerScript = 12;
  std::map<Fault, int> injected;
  int survived = 0;
  int lost_by_server = 0;
  Script script;
  for (int i = 0; i < wanted; ++i) {
    if (i % kPerScript == 0) script = ScriptOf(static_cast<std::uint32_t>(i / kPerScript));
    if (HasFailure()) return;
    const std::unique_ptr<support::Engine> database = New();
    Fault fault = kFaults[static_cast<std::size_t>(i) % kFaults.size()];
    if (fault == Fault::kServerKilled && !database->HasServer()) fault = Fault::kClientKilled;
    if (fault == Fault::kForeignObject && script.tables.empty()) fault = Fault::kCut;
    Inject(fault, script, *database);
    ++injected[fault];
    support::ProcessResult again = database->Run(script.text);
    if (AnswerFor(again, *database)) again = database->Run(script.text);
    const bool was_done = (again.err + again.out).find("already, where this script leads") != std::string::npos;
    EXPECT_TRUE(again.status == 0 || was_done)
        << "fault " << i << ", " << kNames[static_cast<std::size_t>(fault)] << ": " << again.err;
    const std::string difference = DifferenceOf(script.expected, StateOf(*database));
    if (fault == Fault::kServerKilled && GetParam() == "mariadb" && OnlyForeignKeysAreGone(difference)) {
      ++lost_by_server;
      continue;
    }
    EXPECT_EQ(difference, "") << "fault " << i << ", " << kNames[static_cast<std::size_t>(fault)]
                              << ": another state than without it";
    if (difference.empty() && (again.status == 0 || was_done)) ++survived;
    if (std::getenv("MIGC_FAULTS") != nullptr && (i + 1) % 100 == 0) std::cout << GetParam() << ": " << i + 1 << " faults\n";
  }
  std::cout << GetParam() << ": " << wanted << " faults";
  for (const auto& [fault, count] : injected) std::cout << ", " << count << ' ' << kNames[static_cast<std::size_t>(fault)];
  std::cout << " (" << stopped_ << " of the last two kinds stopped it); " << survived << " survived";
  if (asked_ > 0) std::cout << ", " << asked_ << " of them after an answer about raw SQL";
  EXPECT_GT(stopped_, 0);
  if (lost_by_server > 0) std::cout << ", " << lost_by_server << " lost foreign keys by the server's own recovery";
  std::cout << '\n';
}

// Before the first change, and in words: the user may read and write rows, and no more.
TEST_P(FaultInjection, WithoutPrivilegesNothingIsChanged) {
  const support::MemoryProject chain = SampleChain();
  const bool transactional = GetParam() != "mariadb";
  for (const auto& [from, sentence] : std::map<std::string, std::string>{
           {"base", transactional ? "may not create anything in schema public" : "lacks the privilege CREATE in this database"},
           {"5e13", transactional ? "does not own " : "lacks the privilege ALTER in this database"}}) {
    const std::unique_ptr<support::Engine> database = New();
    if (from != "base") {
      ASSERT_EQ(database->Run(chain.Compile("base", from, GetParam()).text).status, 0);
    }
    const support::Compiled script = chain.Compile(from, from == "base" ? "5e13" : "6f42", GetParam());
    ASSERT_TRUE(script.ok) << script.diagnostics;
    const std::string before = StateOf(*database, from != "base");
    const support::ProcessResult refused = database->RunWithoutPrivileges(script.text, from != "base");
    EXPECT_NE(refused.status, 0) << from;
    const std::string said = refused.out + refused.err;
    EXPECT_NE(said.find(GetParam() == "sqlite" ? "readonly database" : sentence), std::string::npos) << from << ": " << said;
    EXPECT_EQ(DifferenceOf(before, StateOf(*database, from != "base")), "") << from;
    const support::ProcessResult done = database->Run(script.text);
    EXPECT_EQ(done.status, 0) << done.err;
  }
}

// One of them applies it; the other one waits, and then stops with a sentence. Nothing is applied twice.
TEST_P(FaultInjection, TwoClientsAtTheSameMoment) {
  const int wanted = std::getenv("MIGC_FAULTS") == nullptr ? 5 : 100;
  Script script;
  for (int i = 0; i < wanted; ++i) {
    if (i % 10 == 0) script = ScriptOf(static_cast<std::uint32_t>(i / 10));
    const std::unique_ptr<support::Engine> database = New();
    std::array<support::ProcessResult, 2> results;
    {
      std::jthread one([&] { results[0] = database->Run(script.text); });
      std::jthread two([&] { results[1] = database->Run(script.text); });
    }
    if (results[0].status != 0) std::swap(results[0], results[1]);
    EXPECT_EQ(results[0].status, 0) << results[0].err;
    EXPECT_NE(results[1].status, 0) << results[1].out;
    EXPECT_NE(results[0].out.find("MIGC-RECEIPT 1 "), std::string::npos) << results[0].out;
    EXPECT_EQ(results[1].out.find("MIGC-RECEIPT 1 "), std::string::npos) << results[1].out;
    const std::string said = results[1].out + results[1].err;
    EXPECT_TRUE(said.find("already, where this script leads") != std::string::npos ||
                (GetParam() == "sqlite" &&
                 (said.find("database is locked") != std::string::npos || said.find("while this script ran") != std::string::npos)))
        << said;
    EXPECT_EQ(DifferenceOf(script.expected, StateOf(*database)), "") << "pair " << i;
  }
  std::cout << GetParam() << ": two clients at the same moment, " << wanted << " times\n";
}

// From every state on the way, and once more at its end.
TEST_P(FaultInjection, AnIdempotentScriptAppliesWhatIsMissing) {
  const support::MemoryProject chain = SampleChain();
  const std::string expected = ScriptOf(0).expected;
  const support::Compiled idempotent = chain.Compile("base", "heads", GetParam(), "", {"--idempotent"});
  ASSERT_TRUE(idempotent.ok) << idempotent.diagnostics;
  for (const char* start : {"base", "1f0c", "4da7", "5e13", "81c6", "b4f9", "c50a", "f83d"}) {
    const std::unique_ptr<support::Engine> database = New();
    if (std::string_view(start) != "base") {
      const support::Compiled before = chain.Compile("base", start, GetParam());
      ASSERT_TRUE(before.ok) << before.diagnostics;
      ASSERT_EQ(database->Run(before.text).status, 0);
    }
    for (int run = 1; run <= 2; ++run) {
      const support::ProcessResult done = database->Run(idempotent.text);
      EXPECT_EQ(done.status, 0) << "from " << start << ", run " << run << ": " << done.err;
      EXPECT_NE(done.out.find("MIGC-RECEIPT 1 "), std::string::npos) << done.out;
    }
    EXPECT_EQ(DifferenceOf(expected, StateOf(*database)), "") << start;
  }
  const std::unique_ptr<support::Engine> elsewhere = New();
  const support::Compiled other = chain.Compile("base", "92d7", GetParam());
  ASSERT_EQ(elsewhere->Run(other.text).status, 0);
  const support::ProcessResult refused = elsewhere->Run(idempotent.text);
  EXPECT_NE(refused.status, 0) << "the state of one branch alone is not on the way";
  EXPECT_NE((refused.out + refused.err).find("92d7e6a0cb85"), std::string::npos) << refused.err;
}

INSTANTIATE_TEST_SUITE_P(Engines, FaultInjection, testing::ValuesIn(kDialects),
                         [](const testing::TestParamInfo<std::string>& given) { return given.param; });

}  // namespace
}  // namespace migc::integration
