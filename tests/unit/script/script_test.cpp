// What stands in a script, where, and what is refused before there is one.
#include "migc/script/script.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "migc/base/text.h"
#include "migc/diag/sink.h"
#include "script/script_text.h"
#include "support/script_sample.h"

namespace migc::script {
namespace {

using support::Sql;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr auto kTools = {dialect::Tool::kPsql, dialect::Tool::kSqlite3};

support::Sample& Fill(support::Sample& sample) {
  emit::Statement drop = Sql("ALTER TABLE account DROP COLUMN nick", "drop column account.nick");
  drop.loses_data = true;
  emit::Statement note;
  note.kind = emit::StatementKind::kNote;
  note.summary = "comment on account: this dialect keeps none";
  return sample.Add("1975", "Create accounts", {Sql("CREATE TABLE account (id integer, nick text)", "create table account"), note})
      .Add("27c6", "Drop the nick", {drop});
}

std::size_t Count(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

// The parts come one after the other.
void ExpectInOrder(const std::string& text, const std::vector<std::string>& parts) {
  std::size_t at = 0;
  for (const std::string& part : parts) {
    const std::size_t found = text.find(part, at);
    ASSERT_NE(found, std::string::npos) << part << " is not behind what comes before it in\n" << text;
    at = found + part.size();
  }
}

TEST(Script, PartsStandInOrder) {
  for (const dialect::Tool tool : kTools) {
    support::Sample sample(tool);
    const std::string text = Fill(sample).Script();
    // On SQLite one transaction holds both.
    const bool each = tool == dialect::Tool::kPsql;
    ExpectInOrder(text, {"from base to 27c6",
                         "migc 0.1.0",
                         "or newer)",
                         "Apply with:",
                         "SHA-256:",
                         "Loses data:    [3] drop column account.nick",
                         "--   1975  Create accounts",
                         "migrations/1975.mig  SHA-256 aaa",
                         "--   27c6  Drop the nick",
                         tool == dialect::Tool::kPsql ? "\\set ON_ERROR_STOP on" : ".bail on",
                         "-- Guards",
                         "nothing was changed",
                         "upgrade 1975 Create accounts",
                         "BEGIN",
                         "CREATE TABLE IF NOT EXISTS migc_version",
                         "CREATE TABLE IF NOT EXISTS migc_history",
                         "-- [1] migrations/1975.mig:1  create table account\nCREATE TABLE account (id integer, nick text);\n",
                         "-- [2] migrations/1975.mig:2  comment on account",
                         "INSERT INTO migc_version (version_num) VALUES ('1975')",
                         "INSERT INTO migc_history",
                         each ? "COMMIT;" : "",
                         "upgrade 27c6",
                         each ? "BEGIN" : "",
                         "-- [3] migrations/27c6.mig:1  drop column account.nick\n",
                         "UPDATE migc_version SET version_num = '27c6' WHERE version_num = '1975'",
                         "COMMIT;",
                         "MIGC-RECEIPT 1 "});
    EXPECT_EQ(text.find('\r'), std::string::npos);
    EXPECT_TRUE(text.ends_with("\n"));
    EXPECT_EQ(base::FindInvalidUtf8(text), std::nullopt);
  }
}

TEST(Script, IsAPureFunction) {
  for (const dialect::Tool tool : kTools) {
    support::Sample one(tool);
    support::Sample two(tool);
    EXPECT_EQ(Fill(one).Script(), Fill(two).Script());
    EXPECT_EQ(one.Script(), one.Script());
  }
}

TEST(Script, BookkeepingIsMadeFromBaseOnly) {
  for (const dialect::Tool tool : kTools) {
    support::Sample sample(tool);
    EXPECT_THAT(Fill(sample).StartAfter("1975").Script(), Not(HasSubstr("CREATE TABLE IF NOT EXISTS migc")));
  }
}

TEST(Script, HistoryCanBeLeftOut) {
  for (const dialect::Tool tool : kTools) {
    support::Sample sample(tool);
    Fill(sample).input().options.bookkeeping.history = false;
    EXPECT_THAT(sample.Script(), Not(HasSubstr("migc_history")));
  }
}

TEST(Script, NamesAreConfiguredAndQuoted) {
  support::Sample sample(dialect::Tool::kPsql);
  Fill(sample).input().options.bookkeeping = {"Ops", "alembic_version", "order", true};
  sample.dialect().reserved = {"order"};
  const std::string text = sample.Script();
  EXPECT_THAT(text, HasSubstr("UPDATE \"Ops\".alembic_version SET version_num = '27c6'"));
  EXPECT_THAT(text, HasSubstr("INSERT INTO \"Ops\".\"order\" (revision"));
  EXPECT_THAT(text, Not(HasSubstr("migc_version")));
  // A database without schemas has its tables where it is.
  support::Sample sqlite(dialect::Tool::kSqlite3);
  Fill(sqlite).input().options.bookkeeping.version_schema = "Ops";
  EXPECT_THAT(sqlite.Script(), Not(HasSubstr("Ops")));
}

TEST(Script, AStatementOutsideTheTransactionStandsBetweenTwo) {
  for (const dialect::Tool tool : kTools) {
    support::Sample sample(tool);
    emit::Statement outside = Sql("VACUUM", "vacuum");
    outside.no_transaction = true;
    sample.Add("1975", "Split", {Sql("SELECT 1"), outside, outside, Sql("SELECT 2")});
    const std::string text = sample.Script();
    const std::string begin = tool == dialect::Tool::kPsql ? "\nBEGIN;" : "\nBEGIN IMMEDIATE;";
    ExpectInOrder(text, {"upgrade 1975", begin, "SELECT 1;", "COMMIT;", "VACUUM;", "VACUUM;", begin, "SELECT 2;",
                         "INSERT INTO migc_version", "COMMIT;"});
    EXPECT_EQ(Count(text, "\nCOMMIT;"), 2U);
    EXPECT_THAT(text, HasSubstr("Outside them:  [2] vacuum\n--                [3] vacuum\n"));
  }
}

TEST(Script, OneTransactionOnDemand) {
  for (const dialect::Tool tool : kTools) {
    support::Sample sample(tool);
    Fill(sample).input().options.single_transaction = true;
    EXPECT_EQ(Count(sample.Script(), "\nCOMMIT;"), 1U);
  }
}

TEST(Script, WithoutRevisionsThereIsStillAGuardAndAReceipt) {
  for (const dialect::Tool tool : kTools) {
    support::Sample sample(tool);
    sample.input().from = sample.input().to = {"1975"};
    const std::string text = sample.Script();
    ExpectInOrder(text, {"No revision lies between them", "Guards", "1975", "MIGC-RECEIPT 1"});
    EXPECT_EQ(Count(text, "\nCOMMIT;"), 0U);
  }
}

TEST(Script, SplitGivesOneScriptForEachRevision) {
  support::Sample sample(dialect::Tool::kPsql);
  Fill(sample);
  sample.input().revisions[1].path = "migrations/a/27c6_Drop the \"nick\".mig";
  const auto files = AssembleSplit(sample.input());
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files[0].first, "0001_1975.up.sql");
  EXPECT_EQ(files[1].first, "0002_27c6_Drop_the__nick_.up.sql");
  EXPECT_THAT(files[0].second, HasSubstr("from base to 1975"));
  EXPECT_THAT(files[1].second, HasSubstr("from 1975 to 27c6"));
  EXPECT_THAT(files[1].second, Not(HasSubstr("create table account")));
}

TEST(Script, TheReceiptKeepsItsWordsApart) {
  support::Sample sample(dialect::Tool::kPsql);
  sample.input().from = {"a b", "c,d"};
  sample.input().to = {"é%"};
  EXPECT_THAT(sample.Script(), HasSubstr("'MIGC-RECEIPT 1 postgres a%20b,c%2Cd %C3%A9%25 "));
}

TEST(ScriptText, OneLineIsOneLine) {
  EXPECT_EQ(OneLine("a\nb\r\nc\td\re"), "a b c d e");
  EXPECT_EQ(OneLine("\x01\x7f\x1b[31m"), "<U+0001><U+007F><U+001B>[31m");
  EXPECT_EQ(OneLine("x\xe2\x80\xaey\xe2\x81\xa6z\xc2\x85 é 🐘"), "x<U+202E>y<U+2066>z<U+0085> é 🐘");
}

TEST(ScriptText, OwnZerosStayZeros) {
  ScriptText text;
  text.Line("user " + std::string(64, '0'));
  text.DigestLine("a ", 64, " b");
  text.DigestLine("c ", 12, " d");
  const std::string done = std::move(text).Finish();
  const std::string digest = done.substr(done.find("a ") + 2, 64);
  EXPECT_EQ(done, "user " + std::string(64, '0') + "\na " + digest + " b\nc " + digest.substr(0, 12) + " d\n");
  EXPECT_EQ(digest, ScriptDigest("user " + std::string(64, '0') + "\na " + std::string(64, '0') + " b\nc " + std::string(12, '0') +
                                 " d\n"));
}

std::vector<std::string> CodesOf(support::Sample& sample) {
  diag::Sink sink;
  const bool ok = CheckScript(sample.input(), sink);
  EXPECT_EQ(ok, sink.diagnostics().empty());
  std::vector<std::string> codes;
  for (const diag::Diagnostic& diagnostic : sink.diagnostics()) {
    codes.emplace_back(diag::InfoOf(diagnostic.kind).code);
    EXPECT_TRUE(diagnostic.span.has_value());
  }
  return codes;
}

TEST(CheckScript, TakesWhatTheToolTakes) {
  for (const dialect::Tool tool : kTools) {
    support::Sample sample(tool);
    EXPECT_THAT(CodesOf(Fill(sample)), ElementsAre());
  }
}

TEST(CheckScript, RefusesWhatCannotBeInOneTransaction) {
  support::Sample sample(dialect::Tool::kPsql);
  emit::Statement outside = Sql("VACUUM", "vacuum");
  outside.no_transaction = true;
  sample.Add("1975", "Outside", {outside});
  EXPECT_THAT(CodesOf(sample), ElementsAre());
  sample.input().options.single_transaction = true;
  EXPECT_THAT(CodesOf(sample), ElementsAre("M6001"));
}

TEST(CheckScript, RefusesWhatPsqlWouldChange) {
  support::Sample sample(dialect::Tool::kPsql);
  sample.Add("1975", "Bad",
             {Sql("SELECT 1 \\g"), Sql("COPY t FROM STDIN"), Sql("SELECT (1"), Sql("SELECT 1; SELECT 2"),
              support::Require("SELECT (1", "no", false), support::Require("SELECT '\\' = '\\'", "yes", false)});
  EXPECT_THAT(CodesOf(sample), ElementsAre("M6002", "M6003", "M6005", "M6005", "M6005"));
}

TEST(CheckScript, RefusesWhatSqlite3WouldChange) {
  support::Sample sample(dialect::Tool::kSqlite3);
  sample.Add("1975", "Bad",
             {Sql("SELECT 4\n/\n2"), Sql("SELECT :a"), Sql("SELECT 'a"), Sql("SELECT 1; SELECT 2"), Sql("SELECT \"a\r\nb\"")});
  EXPECT_THAT(CodesOf(sample), ElementsAre("M6002", "M6004", "M6005", "M6005", "M6006"));
}

}  // namespace
}  // namespace migc::script
