// What a script for DuckDB does when all is not well: guards, checks and failures, and text that is not plain.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/duckdb.h"

namespace migc::integration {
namespace {

using support::DuckdbResult;
using testing::HasSubstr;
using testing::Not;

// Three revisions, of which the last fails on what is there.
support::MemoryProject Project() {
  return support::MemoryProject(
      {{"migc.yaml", "migrations: migrations\ndialects: [duckdb]\n"},
       {"migrations/a.mig",
        "revision a1 'One' revises base;\nupgrade { create table t (id bigint identity primary key, a varchar(40)); }\n"},
       {"migrations/b.mig",
        "revision b2 'It''s; two' revises a1;\nupgrade {\n  insert into t (id, a) values (1, 'it''s \\ \"%\" $1 ? ; -- 🐘'), "
        "(2, 'one\r\ntwo\r\n\tthree'), "
        "(3, '/'), (4, '.quit');\n  require $$ select count(*) = 4 from t $$ 'four rows, no more';\n}\n"},
       {"migrations/c.mig",
        "revision c3 'Three' revises b2;\nupgrade {\n  create table u (b integer);\n  create unique index t_a on t (a);\n  insert "
        "into t (a) "
        "values ('/');\n}\n"}});
}

std::string Script(const std::string& from, const std::string& to) {
  const support::Compiled script = Project().Compile(from, to, "duckdb", "1.5");
  EXPECT_TRUE(script.ok) << script.diagnostics;
  return script.text;
}

bool HasTable(const DuckdbResult& result, const std::string& name) {
  for (const std::vector<std::string>& row : result.catalog) {
    if (row[0] == "table" && row[2] == name) return true;
  }
  return false;
}

class DuckdbScript : public testing::Test {
 protected:
  void SetUp() override {
    if (support::SkipEngines("duckdb")) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
    ASSERT_TRUE(support::DuckdbAvailable())
        << "tests/engines/install puts DuckDB into the build folder; set MIGC_SKIP_ENGINES to do without";
  }
};

TEST_F(DuckdbScript, GuardsStopItBeforeTheFirstChange) {
  const std::string up = Script("base", "b2");
  const auto results = support::RunOnDuckdb({{"a", up},
                                             {"a", up},
                                             {"a", Script("a1", "b2")},
                                             {"a", Script("base", "a1")},
                                             {"empty", Script("a1", "b2")},
                                             {"empty", Script("b2", "base")}});
  EXPECT_EQ(results[0].said.status, 0) << results[0].said.err;
  EXPECT_THAT(results[0].said.out, HasSubstr("migc: 2 of 2: upgrade b2 It's; two\n"));
  EXPECT_THAT(results[0].said.out, HasSubstr("MIGC-RECEIPT 1 duckdb base b2 "));
  for (const std::size_t again : {1U, 2U}) {
    EXPECT_EQ(results[again].said.status, 1);
    EXPECT_THAT(results[again].said.err, HasSubstr("this database is at b2 already, where this script leads; nothing was changed"));
    EXPECT_THAT(results[again].said.out, Not(HasSubstr("migc:")));
  }
  EXPECT_THAT(results[3].said.err,
              HasSubstr("this database is at b2, and this script starts at base; nothing was changed. A script for it is "
                        "compiled with --from b2"));
  for (const std::size_t empty : {4U, 5U}) {
    EXPECT_THAT(results[empty].said.err,
                HasSubstr("there is no table migc_version, so no migration was recorded in this database"));
    EXPECT_TRUE(results[empty].catalog.empty() || !HasTable(results[empty], "t"));
  }
}

TEST_F(DuckdbScript, AFailureLeavesNothingOfItsRevision) {
  const std::string rows =
      "SELECT string_agg(version_num, ' ') FROM migc_version;\nSELECT string_agg(revision || ' ' || direction, ', ' ORDER "
      "BY id) FROM migc_history;\n";
  const auto results = support::RunOnDuckdb({{"a", Script("base", "b2")},
                                             {"a", Script("b2", "c3")},
                                             {"a", rows},
                                             {"a", Script("b2", "base")},
                                             {"a", "SELECT count(*) FROM migc_version;\n"}});
  EXPECT_EQ(results[1].said.status, 1);
  EXPECT_THAT(results[1].said.err, HasSubstr("uplicate key"));
  EXPECT_FALSE(HasTable(results[1], "u"));
  EXPECT_EQ(results[2].said.out, "b2\na1 upgrade, b2 upgrade\n");
  EXPECT_EQ(results[3].said.status, 0) << results[3].said.err;
  EXPECT_FALSE(HasTable(results[3], "t"));
  EXPECT_EQ(results[4].said.out, "0\n");
}

TEST_F(DuckdbScript, ARequirementStopsItWithItsSentence) {
  const auto results = support::RunOnDuckdb({{"a", Script("base", "a1")},
                                             {"a", "INSERT INTO t (id, a) VALUES (99, 'another');\n"},
                                             {"a", Script("a1", "b2")},
                                             {"a", "SELECT count(*) FROM t;\n"}});
  EXPECT_EQ(results[2].said.status, 1);
  EXPECT_THAT(results[2].said.err, HasSubstr("four rows, no more"));
  EXPECT_EQ(results[3].said.out, "1\n");
}

TEST_F(DuckdbScript, TextIsReadBackAsItWasWritten) {
  const auto results = support::RunOnDuckdb({{"a", Script("base", "b2")}, {"a", "SELECT hex(a) FROM t ORDER BY id;\n"}});
  ASSERT_EQ(results[0].said.status, 0) << results[0].said.err;
  std::string expected;
  for (const std::string text : {"it's \\ \"%\" $1 ? ; -- 🐘", "one\r\ntwo\r\n\tthree", "/", ".quit"}) {
    for (const char c : text) {
      constexpr std::string_view kDigits = "0123456789ABCDEF";
      expected += kDigits[static_cast<unsigned char>(c) >> 4U];
      expected += kDigits[static_cast<unsigned char>(c) & 15U];
    }
    expected += "\n";
  }
  EXPECT_EQ(results[1].said.out, expected);
}

// The client opens the file for itself alone, and knows no conditions.
TEST_F(DuckdbScript, AnIdempotentScriptIsRefused) {
  const support::Compiled script = Project().Compile("base", "b2", "duckdb", "1.5", {"--idempotent"});
  EXPECT_FALSE(script.ok);
  EXPECT_THAT(script.diagnostics,
              HasSubstr("this asks for a script that passes over what is done, which DuckDB 1.5 does not have [M5001]"));
}

}  // namespace
}  // namespace migc::integration
