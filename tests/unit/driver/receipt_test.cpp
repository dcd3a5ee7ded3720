// What an environment is at, from the receipt of a script to the next compilation.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "migc/project/state.h"
#include "unit/driver/run_in_memory.h"

namespace migc::driver {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class ReceiptTest : public ::testing::Test {
 protected:
  ReceiptTest() {
    run["migc.yaml"] = "migrations: migrations\ndialects:\n  postgres: 15\n  sqlite: 3.40\n";
    run.AddTable("a1", "base");
    run.AddTable("b2", "a1");
    run.AddTable("c3", "b2");
  }
  Finished Add(const std::string& receipt, const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments = {"receipt", "add", "--env", "production", receipt};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run.Run(arguments);
  }
  InMemory run;
};

TEST_F(ReceiptTest, GoesFromTheScriptToTheNextOne) {
  const std::string script = run.Run({"compile", "--from", "base", "--to", "b2", "--dialect", "sqlite"}).out;
  const auto at = script.find("MIGC-RECEIPT");
  ASSERT_NE(at, std::string::npos);
  const std::string receipt = script.substr(at, script.find('\'', at) - at);
  EXPECT_EQ(Add(receipt).out, "migc.state.yaml: production is at b2\n");
  EXPECT_THAT(run["migc.state.yaml"], AllOf(HasSubstr("at: ['b2']"), HasSubstr("dialect: 'sqlite'"), HasSubstr(receipt)));
  const Finished next = run.Run({"compile", "--from", "@production", "--to", "head"});
  EXPECT_THAT(next.out, HasSubstr("-- Upgrade of a SQLite database from b2 to c3")) << next.err;
  EXPECT_THAT(run.Run({"plan", "--from", "@production", "--to", "head"}).out, HasSubstr("upgrade from b2 to c3: 1 revision"));
  EXPECT_EQ(run.Run({"status"}).out, "production       sqlite     b2                           1 revision behind\n");
  EXPECT_THAT(run.Run({"status", "--json"}).out, HasSubstr("\"pending\": 1"));
}

TEST_F(ReceiptTest, ContinuesWhereTheEnvironmentIs) {
  ASSERT_EQ(Add("MIGC-RECEIPT 1 sqlite base a1 0123456789ab 1").status, kOk);
  EXPECT_THAT(Add("MIGC-RECEIPT 1 sqlite b2 c3 0123456789ab 1").err, HasSubstr("is at a1, and the receipt starts at b2"));
  EXPECT_THAT(Add("MIGC-RECEIPT 1 postgres a1 c3 0123456789ab 2").err, HasSubstr("is a sqlite database"));
  EXPECT_THAT(Add("MIGC-RECEIPT 1 sqlite a1 zz 0123456789ab 2").err, HasSubstr("zz, which is no revision"));
  EXPECT_EQ(Add("MIGC-RECEIPT 1 sqlite b2 c3 0123456789ab 1", {"--force"}).status, kOk);
  EXPECT_EQ(Add("MIGC-RECEIPT 1 sqlite c3 base 0123456789ab 3").out, "migc.state.yaml: production is at base\n");
  EXPECT_THAT(run.Run({"compile", "--from", "@production", "--to", "a1"}).out, HasSubstr("from base to a1"));
}

TEST_F(ReceiptTest, WhatIsWrongIsSaid) {
  EXPECT_THAT(Add("hello").err, HasSubstr("this is no receipt"));
  EXPECT_THAT(Add("MIGC-RECEIPT 1 sqlite base a1 0123").err, HasSubstr("this is no receipt"));
  EXPECT_THAT(run.Run({"compile", "--from", "@staging", "--to", "head", "--dialect", "sqlite"}).err,
              HasSubstr("knows no environment \"staging\""));
  run["migc.state.yaml"] = "environments:\n  production: {dialect: sqlite, at: [a1], colour: red}\n";
  EXPECT_THAT(run.Run({"status"}).err, HasSubstr("unknown key \"colour\""));
  run["migc.state.yaml"] = "environments: [";
  EXPECT_EQ(run.Run({"status"}).status, kOutsideWrong);
  run["migc.state.yaml"] = "environments:\n  production: {dialect: sqlite, at: [gone], receipts: []}\n";
  EXPECT_THAT(run.Run({"status"}).err, HasSubstr("is at gone, which is no revision of this project"));
  EXPECT_THAT(run.Run({"compile", "--from", "@production", "--to", "head", "--dialect", "postgres"}).err,
              HasSubstr("is a sqlite database, and --dialect says postgres"));
}

TEST(Receipts, AreFoundInWhatAClientPrints) {
  using project::ParseReceipt;
  const auto receipt = ParseReceipt("| MIGC-RECEIPT 1 mysql x%20y,b base 0123456789ab 12 |");
  ASSERT_TRUE(receipt);
  EXPECT_EQ(receipt->from, (std::vector<std::string>{"b", "x y"}));
  EXPECT_TRUE(receipt->to.empty());
  EXPECT_EQ(receipt->revisions, 12U);
  EXPECT_EQ(receipt->text, "MIGC-RECEIPT 1 mysql x%20y,b base 0123456789ab 12");
  for (const char* wrong :
       {"", "MIGC-RECEIPT", "MIGC-RECEIPT 2 a b c 0123456789ab 1", "MIGC-RECEIPT 1 a b c 0123456789AB 1",
        "MIGC-RECEIPT 1 a b c 0123456789ab x", "MIGC-RECEIPT 1 a b, c 0123456789ab 1", "MIGC-RECEIPT 1 a % c 0123456789ab 1"}) {
    EXPECT_FALSE(ParseReceipt(wrong)) << wrong;
  }
}

TEST(Receipts, TheFileReadsBackAsItWasWritten) {
  project::State state;
  state["it's"] = {"postgres", {"a'b", "c: d"}, {"MIGC-RECEIPT 1 postgres base x 0123456789ab 1"}};
  state["empty"] = {"sqlite", {}, {}};
  source::Buffers buffers;
  diag::Sink sink;
  const auto again = project::ReadState(buffers.Add("migc.state.yaml", project::StateText(state)), sink);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->at("it's").at, state["it's"].at);
  EXPECT_EQ(again->at("it's").receipts, state["it's"].receipts);
  EXPECT_EQ(again->at("empty").dialect, "sqlite");
}

}  // namespace
}  // namespace migc::driver
