// SQLite: a revision with statements outside of its transactions goes on at the first part that is not done, wherever it was cut
// off.
#include <gtest/gtest.h>

#include "integration/engines.h"
#include "support/engine.h"
#include "support/pipeline.h"

namespace migc::integration {
namespace {

support::MemoryProject Chain(const std::string& value) {
  return support::MemoryProject(
      {{"migc.yaml", "migrations: migrations\ndialects: [sqlite]\n"},
       {"migrations/a.mig",
        "revision a 'In parts' revises base;\n"
        "upgrade {\n"
        "  create table t (id integer primary key, name varchar(20));\n"
        "  require $$ select count(*) = 0 from t $$ 'table t has rows';\n"
        "  no transaction {\n"
        "    sql $$INSERT INTO t (name) VALUES ('" +
            value +
            "')$$ undo $$DELETE FROM t$$;\n"
            "    require $$ select count(*) = 1 from t $$ 'one row';\n"
            "    update t set name = name || '!' undo nothing;\n"
            "    sql $$VACUUM$$ undo $$VACUUM$$;\n"
            "  }\n"
            "  insert into t (name) values ('two');\n"
            "  create table u (id integer primary key);\n"
            "}\n"},
       {"migrations/b.mig", "revision b 'Another' revises a;\nupgrade { create table v (id integer primary key); }\n"}});
}

class SqliteParts : public testing::Test {
 protected:
  void SetUp() override {
    if (support::SkipEngines("sqlite")) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
    ASSERT_NE(support::NewDatabase(dialect::Tool::kSqlite3), nullptr) << "sqlite3 is not on this machine; set MIGC_SKIP_ENGINES";
  }

  static std::string ScriptOf(const std::string& value, const std::vector<std::string>& options = {}) {
    const support::Compiled compiled = Chain(value).Compile("base", "heads", "sqlite", "", options);
    EXPECT_TRUE(compiled.ok) << compiled.diagnostics;
    return compiled.text;
  }

  static std::string StateOf(support::Engine& database) {
    return database.Query(
        "SELECT name FROM sqlite_schema ORDER BY 1; SELECT id, name FROM t ORDER BY 1; SELECT version_num FROM migc_version;"
        "SELECT revision FROM migc_history ORDER BY id; SELECT * FROM migc_step");
  }

  // Behind each part, and behind some of the lines between.
  static std::vector<std::size_t> EndsOf(const std::string& script) {
    std::vector<std::size_t> ends;
    int lines = 0;
    for (std::size_t at = script.find('\n'); at != std::string::npos; at = script.find('\n', at + 1)) {
      const bool reads = std::string_view(script).substr(0, at).ends_with(".sql");
      if (reads || ++lines % 16 == 0) ends.push_back(at + 1);
    }
    return ends;
  }
};

TEST_F(SqliteParts, GoesOnWhereverItWasCutOff) {
  for (const std::vector<std::string>& options : {std::vector<std::string>{}, {"--idempotent"}}) {
    const std::string script = ScriptOf("one", options);
    const std::unique_ptr<support::Engine> undisturbed = support::NewDatabase(dialect::Tool::kSqlite3);
    ASSERT_EQ(undisturbed->Run(script).status, 0);
    const std::string expected = StateOf(*undisturbed);
    EXPECT_NE(expected.find("one!"), std::string::npos) << expected;
    int begun = 0;
    for (const std::size_t end : EndsOf(script)) {
      const std::unique_ptr<support::Engine> database = support::NewDatabase(dialect::Tool::kSqlite3);
      database->Run(script.substr(0, end));
      const bool has_ledger = !database->Query("SELECT 1 FROM sqlite_schema WHERE name = 'migc_step'").empty();
      if (has_ledger && database->Query("SELECT count(*) FROM migc_step") != "0\n") ++begun;
      const support::ProcessResult again = database->Run(script);
      EXPECT_TRUE(again.status == 0 || again.err.find("already, where this script leads") != std::string::npos) << again.err;
      EXPECT_EQ(StateOf(*database), expected) << "cut off behind:\n" << script.substr(0, end);
    }
    EXPECT_GT(begun, 4);
  }
}

TEST_F(SqliteParts, GoesOnAfterAFailureAndNotForAnotherScript) {
  const std::unique_ptr<support::Engine> database = support::NewDatabase(dialect::Tool::kSqlite3);
  database->Query("CREATE TABLE u (foreign_to_us INTEGER)");
  const std::string script = ScriptOf("one");
  EXPECT_NE(database->Run(script).status, 0);
  EXPECT_EQ(database->Query("SELECT name FROM t"), "one!\n");
  const support::ProcessResult other = database->Run(ScriptOf("other"));
  EXPECT_NE(other.status, 0);
  EXPECT_NE(other.err.find("a revision was begun by another script and is not complete"), std::string::npos) << other.err;
  database->Query("DROP TABLE u");
  const support::ProcessResult again = database->Run(script);
  EXPECT_EQ(again.status, 0) << again.err;
  EXPECT_EQ(database->Query("SELECT name FROM t ORDER BY id"), "one!\ntwo\n");
}

}  // namespace
}  // namespace migc::integration
