// What goes wrong: the wrong database, a statement that fails half-way, somebody else at work. Every script stops with one plain
// sentence and a non-zero status of the native tool with its default flags, and the database is as the last complete revision left
// it.
#include <gmock/gmock.h>

#include <algorithm>
#include <thread>

#include "integration/engines.h"
#include "migc/base/hash.h"

namespace migc::integration {
namespace {

using support::Sql;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kVersions = "SELECT version_num FROM migc_version ORDER BY 1";

// The lines that tell of a failure; a sentence is one of them.
int Errors(const std::string& text) {
  int count = 0;
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
    const std::string line = text.substr(at, text.find('\n', at) - at);
    if (line.find("ERROR:") != std::string::npos || line.find(" error near line") != std::string::npos) ++count;
    if (text.find('\n', at) == std::string::npos) break;
  }
  return count;
}

class Faults : public OnEachEngine {
 protected:
  void SetUp() override {
    OnEachEngine::SetUp();
    if (!sample) return;
    sample->Add("1975", "Create accounts", {Sql("CREATE TABLE account (id integer PRIMARY KEY, email varchar(20))")});
    sample->Add("27c6", "Give them names",
                {Sql("ALTER TABLE account ADD COLUMN name varchar(20)"), Sql("INSERT INTO account VALUES (1, 'a', 'b')")});
  }

  void ExpectStopsUnchanged(const std::string& script, const std::string& sentence) {
    const std::string before = database->Dump();
    const support::ProcessResult result = database->Run(script);
    EXPECT_NE(result.status, 0);
    EXPECT_THAT(result.out + result.err, HasSubstr(sentence));
    EXPECT_EQ(Errors(result.err), 1) << result.err;
    EXPECT_THAT(result.out, Not(HasSubstr("MIGC-RECEIPT")));
    EXPECT_EQ(database->Dump(), before);
  }

  void Apply(const std::string& script) {
    const support::ProcessResult result = database->Run(script);
    ASSERT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(result.err, "");
  }
};

TEST_P(Faults, AppliesToAnEmptyDatabaseAndSaysSo) {
  const std::string script = sample->Script();
  const support::ProcessResult result = database->Run(script);
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("migc: 1 of 2: upgrade 1975 Create accounts\n"));
  EXPECT_THAT(result.out, HasSubstr("MIGC-RECEIPT 1 " + NameOf(GetParam()) + " base 27c6 "));
  EXPECT_EQ(database->Query(kVersions), "27c6\n");
  EXPECT_EQ(database->Query("SELECT revision, direction, message FROM migc_history ORDER BY id"),
            "1975|upgrade|Create accounts\n27c6|upgrade|Give them names\n");
  EXPECT_EQ(database->Query("SELECT count(*) FROM migc_history WHERE applied_at IS NULL OR length(source_sha256) <> 64"), "0\n");
  EXPECT_EQ(database->Query("SELECT * FROM account"), "1|a|b\n");
}

// The digest in the receipt and in the history is that of the script with zeros in its place.
TEST_P(Faults, RecordsItsOwnDigest) {
  std::string script = sample->Script();
  const support::ProcessResult result = database->Run(script);
  ASSERT_EQ(result.status, 0) << result.err;
  std::string digest = database->Query("SELECT DISTINCT script_sha256 FROM migc_history");
  digest.pop_back();
  ASSERT_EQ(digest.size(), 64U);
  EXPECT_THAT(result.out, HasSubstr(" " + digest.substr(0, 12) + " 2"));
  for (const std::size_t digits : {std::size_t{64}, std::size_t{12}}) {
    const std::string part = digest.substr(0, digits);
    for (std::size_t at = script.find(part); at != std::string::npos; at = script.find(part, at))
      script.replace(at, digits, digits, '0');
  }
  EXPECT_EQ(script::ScriptDigest(script), digest);
  EXPECT_EQ(base::Sha256(script), digest);
}

TEST_P(Faults, RefusesToRunTwice) {
  Apply(sample->Script());
  ExpectStopsUnchanged(sample->Script(), "this database is at 27c6 already, where this script leads; nothing was changed");
}

TEST_P(Faults, RefusesADatabaseAtAnotherRevision) {
  Apply(sample->Script());
  support::Sample other(GetParam());
  other.Add("aaaa", "one", {Sql("CREATE TABLE one (id integer)")}).Add("bbbb", "two", {Sql("CREATE TABLE two (id integer)")});
  ExpectStopsUnchanged(other.Script(), "this script starts at base");
  ExpectStopsUnchanged(other.Script(), "this database is at 27c6");
  ExpectStopsUnchanged(other.StartAfter("aaaa").Script(), "this script starts at aaaa");
}

TEST_P(Faults, RefusesADatabaseWithoutVersionTable) {
  sample->StartAfter("1975");
  ExpectStopsUnchanged(sample->Script(), "there is no table migc_version, so no migration was recorded in this database");
}

TEST_P(Faults, RefusesAVersionTableThatIsEmpty) {
  Apply(sample->Script());
  database->Query("DELETE FROM migc_version");
  sample->StartAfter("1975");
  ExpectStopsUnchanged(sample->Script(), "this database is at base");
}

TEST_P(Faults, RefusesADatabaseWithoutHistoryTable) {
  database->Query("CREATE TABLE migc_version (version_num varchar(32))");
  database->Query("INSERT INTO migc_version VALUES ('1975')");
  sample->StartAfter("1975");
  ExpectStopsUnchanged(sample->Script(), "there is no table migc_history, in which this script records what it did");
  sample->input().options.bookkeeping.history = false;
  database->Query("CREATE TABLE account (id integer PRIMARY KEY, email varchar(20))");
  Apply(sample->Script());
  EXPECT_EQ(database->Query(kVersions), "27c6\n");
}

TEST_P(Faults, RefusesAnOlderServer) {
  sample->dialect().target = {99, 1, 0};
  ExpectStopsUnchanged(sample->Script(), "this script is for " + sample->dialect().title + " 99.1 or newer");
}

TEST_P(Faults, TakesTheVersionItIsFor) {
  sample->dialect().target = OnPostgres() ? dialect::Version{12, 0, 0} : dialect::Version{3, 35, 0};
  Apply(sample->Script());
}

// The first revision takes its bookkeeping with it.
TEST_P(Faults, AFailureInTheFirstRevisionLeavesNothing) {
  sample->input().revisions[0].sql.statements.push_back(Sql("INSERT INTO nowhere VALUES (1)"));
  ExpectStopsUnchanged(sample->Script(), "nowhere");
}

// What keeps a script for SQLite from being one transaction: see RevisionSql.
void InPieces(support::Sample& sample) {
  sample.last().sql.foreign_keys_off = true;
  sample.last().sql.may_cascade = true;
}

TEST_P(Faults, AFailureHalfWayLeavesTheRevisionsBefore) {
  sample->Add("5c3d", "Half",
              {Sql("CREATE TABLE half (id integer)"), Sql("INSERT INTO half VALUES (1)"), Sql("INSERT INTO nowhere VALUES (1)"),
               Sql("CREATE TABLE never (id integer)")});
  InPieces(*sample);
  sample->Add("7f80", "After", {Sql("CREATE TABLE after (id integer)")});
  const support::ProcessResult result = database->Run(sample->Script());
  EXPECT_NE(result.status, 0);
  EXPECT_EQ(Errors(result.err), 1) << result.err;
  EXPECT_THAT(result.out, Not(HasSubstr("MIGC-RECEIPT")));
  EXPECT_EQ(database->Query(kVersions), "27c6\n");
  EXPECT_EQ(database->Query("SELECT revision FROM migc_history ORDER BY id"), "1975\n27c6\n");
  const auto fresh = support::NewDatabase(GetParam());
  support::Sample two(GetParam());
  two.input().revisions = {sample->input().revisions[0], sample->input().revisions[1]};
  EXPECT_EQ(database->Query("SELECT count(*) FROM account"), "1\n");
  EXPECT_THAT(database->Dump(), Not(HasSubstr("half")));
  EXPECT_THAT(database->Dump(), Not(HasSubstr("never")));
}

TEST_P(Faults, InASingleTransactionAFailureLeavesNothing) {
  sample->input().options.single_transaction = true;
  const std::string good = sample->Script();
  sample->Add("5c3d", "Half", {Sql("CREATE TABLE half (id integer)"), Sql("INSERT INTO nowhere VALUES (1)")});
  ExpectStopsUnchanged(sample->Script(), "nowhere");
  Apply(good);
  EXPECT_EQ(database->Query(kVersions), "27c6\n");
}

TEST_P(Faults, ARequireThatCanBeAskedUpFrontStopsBeforeAnyChange) {
  sample->Add("5c3d", "Check", {support::Require("SELECT 1 = 2", "one isn't two", true)});
  ExpectStopsUnchanged(sample->Script(), "one isn't two");
}

TEST_P(Faults, ARequireStopsInItsPlace) {
  sample->Add("5c3d", "Check",
              {Sql("CREATE TABLE half (id integer)"),
               support::Require("SELECT count(*) = 0 FROM account -- none", "accounts are left", false)});
  InPieces(*sample);
  const support::ProcessResult result = database->Run(sample->Script());
  EXPECT_NE(result.status, 0);
  EXPECT_THAT(result.err, HasSubstr("accounts are left"));
  EXPECT_EQ(Errors(result.err), 1);
  EXPECT_EQ(database->Query(kVersions), "27c6\n");
  EXPECT_THAT(database->Dump(), Not(HasSubstr("half")));
}

TEST_P(Faults, ARequireNeedsOneTrueValue) {
  for (const std::string query : {"SELECT NULL = 1", "SELECT 1 = 1 FROM account WHERE id = 7"}) {
    support::Sample chain(GetParam());
    chain.Add("aaaa", "Table", {Sql("CREATE TABLE account (id integer)"), support::Require(query, "not so", false)});
    ExpectStopsUnchanged(chain.Script(), "not so");
  }
  support::Sample chain(GetParam());
  chain.Add("aaaa", "Table", {support::Require("WITH a AS (SELECT 1 AS x) SELECT x = 1 FROM a", "not so", true)});
  Apply(chain.Script());
}

// Something else moves the version row while the script runs: here, a statement of the revision itself.
TEST_P(Faults, TheVersionRowIsMovedByCompareAndSwap) {
  sample->Add("5c3d", "Moves", {Sql("CREATE TABLE half (id integer)"), Sql("UPDATE migc_version SET version_num = 'else'")});
  InPieces(*sample);
  const support::ProcessResult result = database->Run(sample->Script());
  EXPECT_NE(result.status, 0);
  EXPECT_THAT(result.err, HasSubstr("so"));
  EXPECT_THAT(result.err, HasSubstr("something else changed"));
  EXPECT_EQ(Errors(result.err), 1) << result.err;
  EXPECT_EQ(database->Query(kVersions), "27c6\n");
  EXPECT_THAT(database->Dump(), Not(HasSubstr("half")));
}

TEST_P(Faults, AStatementOutsideTheTransactionSplitsTheRevision) {
  emit::Statement outside = Sql(OnPostgres() ? "CREATE INDEX CONCURRENTLY account_name ON account (name)" : "VACUUM");
  outside.no_transaction = true;
  sample->Add("5c3d", "Outside",
              {Sql("INSERT INTO account VALUES (2, 'c', 'd')"), outside, Sql("INSERT INTO account VALUES (3, 'e', 'f')")});
  sample->Add("7f80", "Only outside", {outside});
  sample->last().sql.statements[0].sql = "VACUUM";
  Apply(sample->Script());
  EXPECT_EQ(database->Query(kVersions), "7f80\n");
  EXPECT_EQ(database->Query("SELECT count(*) FROM account"), "3\n");
}

TEST_P(Faults, AFirstRevisionOutsideTheTransactionMakesItsBookkeepingFirst) {
  support::Sample chain(GetParam());
  emit::Statement outside = Sql("VACUUM");
  outside.no_transaction = true;
  chain.Add("aaaa", "Outside", {outside});
  Apply(chain.Script());
  EXPECT_EQ(database->Query(kVersions), "aaaa\n");
}

// A merge of two branches: rows are deleted and moved, each exactly once.
TEST_P(Faults, SeveralHeadsAreMovedTogether) {
  Apply(sample->Script());
  database->Query("INSERT INTO migc_version VALUES ('9999')");
  support::Sample merge(GetParam());
  merge.Add("mmmm", "Merge", {});
  merge.last().heads_before = {"27c6", "9999"};
  merge.last().step.rows = {{graph::RowAction::kDelete, "9999", ""}, {graph::RowAction::kUpdate, "27c6", "mmmm"}};
  merge.input().from = {"27c6", "9999"};
  const support::ProcessResult result = database->Run(merge.Script());
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr(" 27c6,9999 mmmm "));
  EXPECT_EQ(database->Query(kVersions), "mmmm\n");
  ExpectStopsUnchanged(merge.Script(), "this database is at mmmm already");
}

TEST_P(Faults, OneHeadOfTwoIsAnotherRevision) {
  Apply(sample->Script());
  support::Sample merge(GetParam());
  merge.Add("mmmm", "Merge", {});
  merge.last().heads_before = {"27c6", "9999"};
  merge.input().from = {"27c6", "9999"};
  ExpectStopsUnchanged(merge.Script(), "this script starts at 27c6, 9999");
}

// Down to base and up again: the tables of the bookkeeping stay, and so does the history.
TEST_P(Faults, GoesDownToBaseAndUpAgain) {
  Apply(sample->Script());
  support::Sample down(GetParam());
  down.Add("1975", "Create accounts", {Sql("DROP TABLE account")});
  down.input().direction = graph::Direction::kDowngrade;
  down.input().from = {"27c6"};
  down.input().to = {};
  down.last().heads_before = {"27c6"};
  down.last().step = {0, graph::Direction::kDowngrade, {{graph::RowAction::kDelete, "27c6", ""}}, {}};
  const support::ProcessResult result = database->Run(down.Script());
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr(" 27c6 base "));
  EXPECT_EQ(database->Query(kVersions), "");
  EXPECT_EQ(database->Run(sample->Script()).status, 0);
  EXPECT_EQ(database->Query("SELECT direction FROM migc_history ORDER BY id"), "upgrade\nupgrade\ndowngrade\nupgrade\nupgrade\n");
}

TEST_P(Faults, TwoClientsApplyItOnce) {
  sample->Add("5c3d", "Slow", {});
  for (int i = 0; i < 40; ++i)
    sample->last().sql.statements.push_back(Sql("INSERT INTO account VALUES (" + std::to_string(i + 2) + ", 'x', 'y')"));
  const std::string script = sample->Script();
  support::ProcessResult results[2];
  {
    std::jthread one([&] { results[0] = database->Run(script); });
    std::jthread two([&] { results[1] = database->Run(script); });
  }
  if (results[0].status != 0) std::swap(results[0], results[1]);
  EXPECT_EQ(results[0].status, 0) << results[0].err;
  EXPECT_NE(results[1].status, 0);
  EXPECT_EQ(Errors(results[1].err), 1) << results[1].err;
  EXPECT_TRUE(results[1].err.find("already, where this script leads") != std::string::npos ||
              results[1].err.find("while this script ran") != std::string::npos ||
              results[1].err.find("this database is elsewhere") != std::string::npos)
      << results[1].err;
  EXPECT_EQ(database->Query("SELECT count(*) FROM account"), "41\n");
  EXPECT_EQ(database->Query("SELECT count(*) FROM migc_history"), "3\n");
}

MIGC_ON_EACH_ENGINE(Faults);

}  // namespace
}  // namespace migc::integration
