// Every golden script that has an engine on this machine: up, down and up again, and what the engine's catalog then says is what
// migc's says.
#include <gtest/gtest.h>

#include "golden/case.h"
#include "integration/schema_check.h"
#include "integration/verify_check.h"
#include "support/process.h"

namespace migc::integration {
namespace {

struct Run {
  golden::Case c;
  golden::Target target;
};

std::vector<Run> Runs() {
  std::vector<Run> runs;
  for (const golden::Case& c : golden::FindCases(std::string(MIGC_SOURCE_DIR) + "/tests/golden")) {
    if (c.must_fail || (c.phase != "emit" && c.phase != "script")) continue;
    for (const golden::Target& target : c.targets) {
      // No engine of the first two is to be had: tests/parsers reads their goldens. DuckDB's run in duckdb_schema_test.cpp.
      if (target.dialect == "oracle" || target.dialect == "mssql" || target.dialect == "duckdb") continue;
      // Its types are no other server's; redshift_test.cpp runs what can be.
      if (target.dialect == "redshift") continue;
      // What it does as PostgreSQL does is run for that one.
      const bool own = c.name.find("/near/") != std::string::npos || c.name.find("/index/") != std::string::npos;
      if (target.dialect == "cockroachdb" && !own && c.phase != "script") continue;
      runs.push_back({c, target});
    }
  }
  return runs;
}

// What MariaDB, which stands in for MySQL here, spells in another way or does not have.
bool OnlyMysqlTakes(const std::string& script) {
  for (const char* text : {"DROP CHECK ", " ((", "DELIMITER "}) {
    if (script.find(text) != std::string::npos) return true;
  }
  return false;
}

class GoldenSchema : public testing::TestWithParam<Run> {
 protected:
  support::Compiled Compile(const std::string& from, const std::string& to) const {
    return project.Compile(from, to, GetParam().target.dialect, GetParam().target.version);
  }
  support::SchemaAt At(const std::string& revision) const {
    return project.At(revision, GetParam().target.dialect, GetParam().target.version);
  }

  support::MemoryProject project{golden::FilesOf(GetParam().c)};
};

TEST_P(GoldenSchema, UpDownUp) {
  const auto& [c, target] = GetParam();
  if (support::SkipEngines(target.dialect)) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
  const std::string start = golden::HasSetup(c) ? "setup" : "base";
  const support::Compiled up = Compile(start, "heads");
  if (!up.ok) return;  // refused: tests/golden has what is said
  const dialect::Tool tool = ToolOf(target.dialect);
  const auto left_to_mysql = [&](const std::string& from, const std::string& to) {
    const support::Compiled script = Compile(from, to);
    const bool stands_in = target.dialect == "mysql" || target.dialect == "tidb";
    return stands_in && script.ok && OnlyMysqlTakes(script.text);
  };
  if (left_to_mysql(start, "heads") || left_to_mysql("heads", start)) GTEST_SKIP() << "MariaDB spells it in another way";
  Database database(tool);
  ASSERT_TRUE(database.available()) << target.dialect << " is not on this machine; set MIGC_SKIP_ENGINES to do without";
  // For a newer server than this one; a relative has version numbers of its own.
  if (At("base").dialect.version_after.empty() && At("base").dialect.target > EngineVersion(tool)) return;
  if (start != "base") {
    const support::Compiled setup = Compile("base", start);
    ASSERT_TRUE(setup.ok) << setup.diagnostics;
    if (!database.Apply(setup.text, "setup")) return;
  }
  const support::Schema before = database.Read();
  ExpectCatalog(before, At(start), "before");
  if (!database.Apply(up.text, "up")) return;
  const support::Schema after = database.Read();
  ExpectCatalog(after, At("heads"), "after");
  // A relative runs on the same engine, which has made the same afresh.
  if (At("base").dialect.version_after.empty()) ExpectSameAsFresh(after, At("heads"));
  // MariaDB, which stands in for MySQL, says other words for its types; of some relatives the shape is not asked after.
  const bool asked = target.dialect != "mysql" && target.dialect != "tidb" && target.dialect != "cockroachdb";
  if (asked) ExpectVerified(database, At(start), At("heads"));
  const support::Compiled down = Compile("heads", start);
  if (!down.ok) return;
  if (!database.Apply(down.text, "down")) return;
  ExpectSame(before, database.Read(), "after down");
  if (!database.Apply(up.text, "up again")) return;
  ExpectSame(after, database.Read(), "after up again");
}

INSTANTIATE_TEST_SUITE_P(All, GoldenSchema, testing::ValuesIn(Runs()), [](const testing::TestParamInfo<Run>& given) {
  std::string name = given.param.c.name + "_" + given.param.target.Suffix();
  for (char& c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  }
  return name;
});

}  // namespace
}  // namespace migc::integration
