// abort.sql on real engines: an upgrade that was cut off anywhere is undone, schema, rows and version rows, and then it can be run
// anew; what cannot be undone stops the script before it changes anything.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "integration/chain_generator.h"
#include "integration/cuts.h"
#include "integration/engines.h"
#include "integration/schema_check.h"
#include "migc/base/text.h"
#include "migc/driver/driver.h"
#include "migc/source/file_system.h"
#include "support/pipeline.h"

namespace migc::integration {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;
using testing::AnyOf;
using testing::HasSubstr;

dialect::Tool EngineOf(const std::string& dialect) {
  if (dialect == "mariadb") return dialect::Tool::kMysql;
  return dialect == "sqlite" ? dialect::Tool::kSqlite3 : dialect::Tool::kPsql;
}

std::string ReadText(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// MIGC_FAULTS: how many for each engine.
std::size_t CutsWanted() {
  const char* set = std::getenv("MIGC_FAULTS");
  return set == nullptr ? 6 : static_cast<std::size_t>(std::max(1, std::atoi(set)));
}

// MIGC_RANDOM_CHAINS: how many for each engine.
std::uint32_t RandomChainsWanted() {
  const char* set = std::getenv("MIGC_RANDOM_CHAINS");
  return set == nullptr ? 1 : static_cast<std::uint32_t>(std::max(1, std::atoi(set)));
}

Files SampleChain() {
  const fs::path root(MIGC_SOURCE_DIR);
  Files files = {{"migc.yaml", ReadText(root / "migc.yaml")}};
  for (const auto& entry : fs::recursive_directory_iterator(root / "migrations")) {
    if (entry.is_regular_file()) files[fs::relative(entry.path(), root).string()] = ReadText(entry.path());
  }
  return files;
}

constexpr const char* kFirst = R"(revision a 'One' revises base; upgrade {
  create table p (id bigint identity primary key, name varchar(20), note text);
  create table c (id bigint identity primary key, p_id bigint references p (id), n integer not null default 3);
  insert into p (id, name, note) values (1, 'x\y', 'n'), (2, 'it''s', 'm');
  insert into c (id, p_id) values (7, 2);
})";

// Many kinds of statements, transactions and parts outside of them.
constexpr const char* kSecond = R"(revision b 'Two' revises a; no transaction; upgrade {
  for postgres, mariadb { set lock timeout '7s'; }
  create table z (id bigint identity primary key, p_id bigint not null references p (id), word varchar(20) unique);
  create index c_n on c (n) online;
  alter table p rename column name to title;
  insert into z (id, p_id, word) values (1, 1, 'one'), (2, 2, 'two');
  alter table c add column k integer, add column l varchar(10) default 'z';
  create index c_k on c (k) online;
  require $$ select count(*) = 2 from p $$ 'not two';
  sql $$ UPDATE p SET note = 'N' WHERE note = 'n' $$ undo $$ UPDATE p SET note = 'n' WHERE note = 'N' $$;
})";
constexpr const char* kThird = R"(revision d 'Three' revises b; upgrade {
  alter table p alter column title type varchar(40), alter column title set not null;
  define view v as $$ select id from p $$;
  alter table c add constraint c_positive check (n > 0);
  rename table z to zz;
  drop index c_n on c;
})";
constexpr const char* kFourth = R"(revision e 'Four' revises d; upgrade {
  create table last (id integer primary key);
  alter table p drop column note;
  create table later (id integer primary key);
})";

// On SQLite nothing stands outside of transactions.
Files OwnChain(const std::string& dialect) {
  std::string second = kSecond;
  if (dialect == "sqlite") second = std::regex_replace(second, std::regex("no transaction; "), "");
  return {{"migc.yaml", "migrations: migrations\nvariables:\n  support_email: help@shop.example\n"},
          {"migrations/a.mig", kFirst},
          {"migrations/b.mig", second},
          {"migrations/d.mig", kThird},
          {"migrations/e.mig", kFourth}};
}

Files Bundle(const Files& project, const std::string& dialect, const std::string& from, const std::string& to,
             const std::vector<std::string>& more = {"-D", "support_email=help@shop.example"}) {
  source::MemoryFileSystem files;
  for (const auto& [path, text] : project) files.files()[path] = text;
  std::ostringstream out;
  std::ostringstream err;
  std::istringstream in;
  driver::Environment environment;
  environment.files = &files;
  environment.out = &out;
  environment.err = &err;
  environment.in = &in;
  std::vector<std::string> words = {"bundle", "--from", from, "--to", to, "--dialect", dialect, "-o", "out"};
  words.insert(words.end(), more.begin(), more.end());
  const int status = driver::Run(words, environment, support::AllBackends());
  EXPECT_EQ(status, 0) << err.str();
  Files bundle;
  for (const auto& [path, text] : files.files()) {
    if (path.starts_with("out/")) bundle[path.substr(4)] = text;
  }
  return bundle;
}

// Schema, rows and version rows; not what migc keeps of runs, nor numbers that were drawn.
std::string StateOf(support::Engine& database) {
  database.Query("DROP TABLE IF EXISTS migc_step");
  std::vector<std::string> lines;
  // SQLite keeps the text of a definition, and quotes names when it renames a table.
  const std::string dump = std::regex_replace(database.Dump(), std::regex(" AUTO_INCREMENT=[0-9]+|\"| IF NOT EXISTS"), "");
  for (std::string_view line : base::SplitLines(dump)) {
    const bool history = line.find("migc_history") != std::string_view::npos ||
                         line.find(",'upgrade',") != std::string_view::npos || line.find(",'downgrade',") != std::string_view::npos;
    if (line.ends_with(',')) line.remove_suffix(1);  // the last of a list has none
    if (!history && line.find("setval") == std::string_view::npos) lines.emplace_back(line);
  }
  std::sort(lines.begin(), lines.end());
  return base::Join(lines, "\n");
}

class Abort : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    if (support::SkipEngines(GetParam())) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
    ASSERT_NE(New(), nullptr) << GetParam() << " is not on this machine; set MIGC_SKIP_ENGINES to do without";
  }
  std::unique_ptr<support::Engine> New() const { return support::NewDatabase(EngineOf(GetParam())); }

  struct Case {
    Files bundle;
    std::string base;  // the script that leads to where the bundle begins
    std::string before;
    std::string after;
  };
  Case CaseOf(const Files& chain, const std::string& from, const std::string& to) {
    Case one;
    one.bundle = Bundle(chain, GetParam(), from, to);
    one.base = Bundle(chain, GetParam(), "base", from)["upgrade.sql"];
    const auto database = New();
    EXPECT_EQ(database->Run(one.base).status, 0);
    one.before = StateOf(*database);
    const support::ProcessResult done = database->Run(one.bundle["upgrade.sql"]);
    EXPECT_EQ(done.status, 0) << done.err;
    one.after = StateOf(*database);
    return one;
  }

  // Cut off at places all over the script, undone, and run anew.
  void ExpectUndone(Case one, std::size_t cuts) {
    const std::vector<std::string> beginnings = Beginnings(one.bundle["upgrade.sql"]);
    ASSERT_GT(beginnings.size(), 20u);
    const std::size_t every = beginnings.size() / cuts + 1;
    std::size_t unknown = 0;
    for (std::size_t i = 0; i < beginnings.size(); i += every) {
      const std::string where =
          "cut after:\n" + beginnings[i].substr(beginnings[i].size() - std::min<std::size_t>(400, beginnings[i].size()));
      const auto database = New();
      database->Run(one.base);
      database->Run(beginnings[i]);
      const support::ProcessResult undone = database->Run(one.bundle["abort.sql"]);
      if (undone.err.find("and nobody knows how far it came; nothing was changed") != std::string::npos) {
        // In the middle of a statement outside of transactions, which upgrade.sql does not know of either.
        ++unknown;
        continue;
      }
      EXPECT_EQ(undone.status, 0) << undone.out << undone.err << where;
      EXPECT_EQ(StateOf(*database), one.before) << where;
      const support::ProcessResult again = database->Run(one.bundle["upgrade.sql"]);
      EXPECT_EQ(again.status, 0) << again.err << where;
      EXPECT_EQ(StateOf(*database), one.after) << where;
      if (HasFailure()) return;
    }
    EXPECT_LE(unknown * 3, beginnings.size() / every);
  }

  // Where the upgrade is one transaction.
  void ExpectNothingIsLeft(Case one) {
    const std::vector<std::string> beginnings = Beginnings(one.bundle["upgrade.sql"]);
    for (std::size_t i = beginnings.size() / 2; i < beginnings.size(); i += 9) {
      const std::string& beginning = beginnings[i];
      const auto database = New();
      database->Run(one.base);
      database->Run(beginning);
      const std::string state = StateOf(*database);
      const support::ProcessResult said = database->Run(one.bundle["abort.sql"]);
      EXPECT_EQ(said.status, 0) << said.err;
      EXPECT_THAT(state, AnyOf(one.before, one.after));
      EXPECT_THAT(said.out, HasSubstr(state == one.before ? "there is nothing to undo" : "downgrade.sql leads back"));
      EXPECT_EQ(StateOf(*database), state);
    }
  }

  // Nothing was changed, and a sentence says why.
  void ExpectRefused(support::Engine& database, const std::string& abort, const std::string& why) {
    const std::string rows = database.Query("SELECT * FROM migc_version");
    const support::ProcessResult refused = database.Run(abort);
    EXPECT_NE(refused.status, 0);
    EXPECT_THAT(refused.out + refused.err, HasSubstr(why));
    EXPECT_EQ(database.Query("SELECT * FROM migc_version"), rows);
  }
};

// Where a part of the upgrade may be done, and where it is done as a whole or not at all.
class AbortOfSteps : public Abort {};
class AbortOfOneTransaction : public Abort {};

// The script up to the end of the first statement behind the text.
std::string UpTo(const std::string& script, const std::string& text) {
  const std::size_t at = script.find(text);
  EXPECT_NE(at, std::string::npos) << text;
  return script.substr(0, script.find("\n\n", at) + 1);
}

TEST_P(Abort, UndoesAnUpgradeThatWasCutOffAnywhere) { ExpectUndone(CaseOf(OwnChain(GetParam()), "a", "d"), CutsWanted()); }

// The schema alone: what a chain does to rows is not always undone.
TEST_P(AbortOfSteps, UndoesRandomChainsThatWereCutOff) {
  const std::string dialect = GetParam();
  for (std::uint32_t seed = 700; seed < 700 + RandomChainsWanted(); ++seed) {
    const Files chain = ChainGenerator(seed, false).ForReruns().Files(6, dialect);
    std::string all;
    for (const auto& [path, text] : chain) all += "==== " + path + "\n" + text;
    SCOPED_TRACE(all);
    const Files bundle = Bundle(chain, dialect, "r3", "r6", {});
    const std::string start = Bundle(chain, dialect, "base", "r3", {})["upgrade.sql"];
    Database whole(EngineOf(dialect));
    ASSERT_TRUE(whole.Apply(start, "r3"));
    const support::Schema before = whole.Read();
    ASSERT_TRUE(whole.Apply(bundle.at("upgrade.sql"), "r6"));
    const support::Schema after = whole.Read();
    const std::vector<std::string> beginnings = Beginnings(bundle.at("upgrade.sql"));
    for (const std::size_t part : {std::size_t{1}, std::size_t{2}}) {
      const std::string& beginning = beginnings[beginnings.size() * part / 3];
      SCOPED_TRACE("cut after:\n" + beginning.substr(beginning.size() - std::min<std::size_t>(400, beginning.size())));
      Database cut(EngineOf(dialect));
      ASSERT_TRUE(cut.Apply(start, "r3"));
      cut.Run(beginning);
      const support::Schema left = cut.Read();
      const support::ProcessResult undone = cut.Run(bundle.at("abort.sql"));
      if (undone.status != 0) {
        EXPECT_THAT(undone.out + undone.err, HasSubstr("nothing was changed"));
        ExpectSame(left, cut.Read(), "refused");
        continue;
      }
      ExpectSame(before, cut.Read(), "undone");
      ASSERT_TRUE(cut.Apply(bundle.at("upgrade.sql"), "anew"));
      ExpectSame(after, cut.Read(), "anew");
    }
    if (HasFailure()) return;
  }
}

TEST_P(AbortOfSteps, UndoesTheSample) {
  ExpectUndone(CaseOf(SampleChain(), "2b8e51c0d3f7", "f83d4c0621eb"), (CutsWanted() + 1) / 2);
}

TEST_P(AbortOfOneTransaction, LeavesNothingOfTheSample) {
  ExpectNothingIsLeft(CaseOf(SampleChain(), "2b8e51c0d3f7", "f83d4c0621eb"));
}

TEST_P(AbortOfSteps, GoesOnWhereItStoppedItself) {
  Case one = CaseOf(OwnChain(GetParam()), "a", "d");
  const std::string upgrade = UpTo(one.bundle["upgrade.sql"], "INSERT INTO z");
  const std::vector<std::string> beginnings = Beginnings(one.bundle["abort.sql"]);
  for (std::size_t i = 0; i < beginnings.size(); i += beginnings.size() / CutsWanted() + 1) {
    const auto database = New();
    database->Run(one.base);
    database->Run(upgrade);
    database->Run(beginnings[i]);
    const support::ProcessResult again = database->Run(one.bundle["abort.sql"]);
    if (again.err.find("and nobody knows how far it came") != std::string::npos) continue;  // as it is with upgrade.sql
    EXPECT_EQ(again.status, 0) << i << ": " << again.err;
    EXPECT_EQ(StateOf(*database), one.before) << i;
    if (HasFailure()) return;
  }
}

TEST_P(AbortOfSteps, StopsBeforeItChangesWhatCannotBeUndone) {
  Case one = CaseOf(OwnChain(GetParam()), "a", "e");
  const auto database = New();
  database->Run(one.base);
  ASSERT_EQ(database->Run(one.bundle["upgrade.sql"]).status, 0);
  ExpectRefused(*database, one.bundle["abort.sql"], "revision e is complete and cannot be undone: drop column p.note");
  EXPECT_EQ(StateOf(*database), one.after);
  if (GetParam() == "postgres") return;  // half of the revision is rolled back there
  const auto half = New();
  half->Run(one.base);
  half->Run(UpTo(one.bundle["upgrade.sql"], "DROP COLUMN note"));
  ExpectRefused(*half, one.bundle["abort.sql"], "drop column p.note");
  EXPECT_EQ(half->Run(one.bundle["upgrade.sql"]).status, 0);
  EXPECT_EQ(StateOf(*half), one.after);
  const auto before_it = New();
  before_it->Run(one.base);
  before_it->Run(UpTo(one.bundle["upgrade.sql"], "CREATE TABLE last"));
  const support::ProcessResult undone = before_it->Run(one.bundle["abort.sql"]);
  EXPECT_EQ(undone.status, 0) << undone.err;
  EXPECT_EQ(StateOf(*before_it), one.before);
}

TEST_P(AbortOfSteps, LeavesAloneWhatIsNotOfTheUpgrade) {
  Case one = CaseOf(OwnChain(GetParam()), "a", "d");
  const auto database = New();
  database->Run(one.base);
  database->Query("CREATE TABLE z (theirs INTEGER)");
  database->Query("INSERT INTO z VALUES (5)");
  for (int run = 0; run < 2; ++run) EXPECT_NE(database->Run(one.bundle["upgrade.sql"]).status, 0);
  if (GetParam() == "postgres") {
    // Nothing tells of a table that is made outside of a transaction; so the person who knows does.
    ExpectRefused(*database, one.bundle["abort.sql"], "create table z, of revision b, was begun, and nobody knows how far it came");
    database->Query("DELETE FROM migc_step WHERE revision = 'b' AND step = 2");
  }
  const support::ProcessResult undone = database->Run(one.bundle["abort.sql"]);
  EXPECT_EQ(undone.status, 0) << undone.err;
  EXPECT_EQ(database->Query("SELECT theirs FROM z"), "5\n");
  database->Query("DROP TABLE z");
  EXPECT_EQ(StateOf(*database), one.before);
  // Half-way by another script.
  EXPECT_EQ(database->Run(Bundle(OwnChain(GetParam()), GetParam(), "a", "b")["upgrade.sql"]).status, 0);
  ExpectRefused(*database, one.bundle["abort.sql"], "where no run of upgrade.sql left it");
}

// The option holds again behind a revision that had its own.
TEST_P(AbortOfSteps, TimeoutsOfTheScriptHoldBehindThoseOfARevision) {
  const bool postgres = GetParam() == "postgres";
  const std::string now = postgres ? "current_setting('lock_timeout')" : "@@SESSION.lock_wait_timeout";
  const std::string first =
      "revision a 'One' revises base; no transaction; upgrade { create table t (v varchar(20)); set lock timeout '7s'; sql $$ "
      "INSERT "
      "INTO t SELECT " +
      now + " $$ undo nothing; }";
  const std::string second = "revision b 'Two' revises a; upgrade { sql $$ INSERT INTO t SELECT " + now +
                             " $$ undo nothing; create table u (id integer); }";
  const support::MemoryProject project(
      {{"migc.yaml", "migrations: migrations\n"}, {"migrations/a.mig", first}, {"migrations/b.mig", second}});
  const support::Compiled script = project.Compile("base", "heads", GetParam(), "", {"--lock-timeout", "3s"});
  ASSERT_TRUE(script.ok) << script.diagnostics;
  const auto database = New();
  const support::ProcessResult done = database->Run(script.text);
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_EQ(database->Query("SELECT v FROM t ORDER BY v DESC"), postgres ? "7s\n3s\n" : "7\n3\n");
}

std::string NameOfEngine(const testing::TestParamInfo<std::string>& given) { return given.param; }
INSTANTIATE_TEST_SUITE_P(Engines, Abort, testing::Values("postgres", "mariadb", "sqlite"), NameOfEngine);
INSTANTIATE_TEST_SUITE_P(Engines, AbortOfSteps, testing::Values("postgres", "mariadb"), NameOfEngine);
INSTANTIATE_TEST_SUITE_P(Engines, AbortOfOneTransaction, testing::Values("sqlite"), NameOfEngine);

}  // namespace
}  // namespace migc::integration
