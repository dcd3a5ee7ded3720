// Every golden case that DuckDB takes, on its engine: up, down and up again, and what the engine's catalog then says, read from the
// file by a new process of the engine, is what migc's says.
#include <gtest/gtest.h>

#include <map>
#include <regex>

#include "golden/case.h"
#include "integration/schema_check.h"
#include "integration/verify_check.h"
#include "support/duckdb.h"

namespace migc::integration {
namespace {

const golden::Target kTarget = {"duckdb", "1.5"};

struct Stage {
  std::string name;
  std::string script;
  support::DuckdbResult result;
};
struct CaseRun {
  golden::Case c;
  std::vector<Stage> stages;  // "setup" when there is one, "up", "verify", "down" and "up again" when there is a way back, "fresh"
};

// The setups have foreign keys that cascade, which DuckDB refuses; the cases are about other things.
std::map<std::string, std::string> ProjectFilesOf(const golden::Case& c) {
  std::map<std::string, std::string> files = golden::FilesOf(c);
  if (const auto setup = files.find("migrations/_setup.mig"); setup != files.end()) {
    for (const std::string words : {" on delete cascade", " on update cascade"}) {
      std::string& text = setup->second;
      for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words)) text.erase(at, words.size());
    }
  }
  return files;
}

support::SchemaAt At(const golden::Case& c, const std::string& revision) {
  return support::MemoryProject(ProjectFilesOf(c)).At(revision, kTarget.dialect, kTarget.version);
}

// Of these the author's own text, given for PostgreSQL and what extends it, is nothing to DuckDB.
bool IsForPostgres(const golden::Case& c) { return c.name == "emit/choice/native_types" || c.name == "emit/raw_sql/trigger_body"; }

// Where the script leads, as its header says.
std::vector<std::string> HeadsOf(const std::string& script) {
  std::smatch line;
  if (!std::regex_search(script, line, std::regex("\n-- To: +(.+)\n"))) throw std::runtime_error("a script without a head");
  std::vector<std::string> heads;
  const std::string text = line[1];
  const std::regex head("[^, ]+");
  for (std::sregex_iterator it(text.begin(), text.end(), head), end; it != end; ++it) heads.push_back(it->str());
  return heads;
}

// The scripts of a case; none when it is refused.
std::vector<Stage> StagesOf(const golden::Case& c) {
  if (IsForPostgres(c)) return {};
  const support::MemoryProject project(ProjectFilesOf(c));
  const auto compile = [&](const std::string& from, const std::string& to) {
    return project.Compile(from, to, kTarget.dialect, kTarget.version);
  };
  const bool setup = golden::HasSetup(c);
  const std::string start = setup ? "setup" : "base";
  const support::Compiled up = compile(start, "heads");
  if (!up.ok) return {};
  std::vector<Stage> stages;
  if (setup) {
    const support::Compiled made = compile("base", start);
    if (!made.ok) return {};
    stages.push_back({"setup", made.text, {}});
  }
  stages.push_back({"up", up.text, {}});
  stages.push_back({"verify", VerifyScriptOf(At(c, start), At(c, "heads"), HeadsOf(up.text)), {}});
  if (const support::Compiled down = compile("heads", start); down.ok) {
    stages.push_back({"down", down.text, {}});
    stages.push_back({"up again", up.text, {}});
  }
  stages.push_back({"fresh", support::FreshScript(At(c, "heads")), {}});
  return stages;
}

// All of them, done by one process.
const std::map<std::string, CaseRun>& Runs() {
  static const auto* runs = [] {
    auto* made = new std::map<std::string, CaseRun>;
    std::vector<support::DuckdbJob> jobs;
    for (const golden::Case& c : golden::FindCases(std::string(MIGC_SOURCE_DIR) + "/tests/golden")) {
      if (c.must_fail || (c.phase != "emit" && c.phase != "script")) continue;
      CaseRun run{c, StagesOf(c)};
      const std::string database = "case" + std::to_string(made->size());
      for (const Stage& stage : run.stages) jobs.push_back({database + (stage.name == "fresh" ? "_fresh" : ""), stage.script});
      (*made)[c.phase + "/" + c.name] = std::move(run);
    }
    std::vector<support::DuckdbResult> results = support::RunOnDuckdb(jobs);
    // The map is in another order than the jobs.
    std::size_t next = 0;
    for (const golden::Case& c : golden::FindCases(std::string(MIGC_SOURCE_DIR) + "/tests/golden")) {
      const auto run = made->find(c.phase + "/" + c.name);
      if (run == made->end()) continue;
      for (Stage& stage : run->second.stages) stage.result = std::move(results[next++]);
    }
    return made;
  }();
  return *runs;
}

const Stage* Find(const CaseRun& run, const std::string& name) {
  for (const Stage& stage : run.stages) {
    if (stage.name == name) return &stage;
  }
  return nullptr;
}

void ExpectApplied(const Stage& stage) {
  EXPECT_EQ(stage.result.said.status, 0) << stage.name << " does not apply: " << stage.result.said.err << "\n" << stage.script;
  EXPECT_NE(stage.result.said.out.find("MIGC-RECEIPT 1 duckdb "), std::string::npos) << stage.result.said.out;
}

std::vector<golden::Case> Cases() {
  std::vector<golden::Case> cases;
  for (golden::Case& c : golden::FindCases(std::string(MIGC_SOURCE_DIR) + "/tests/golden")) {
    if (!c.must_fail && (c.phase == "emit" || c.phase == "script")) cases.push_back(std::move(c));
  }
  return cases;
}

class DuckdbSchema : public testing::TestWithParam<golden::Case> {};

TEST_P(DuckdbSchema, UpDownUp) {
  if (support::SkipEngines("duckdb")) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
  ASSERT_TRUE(support::DuckdbAvailable())
      << "tests/engines/install puts DuckDB into the build folder; set MIGC_SKIP_ENGINES to do without";
  const golden::Case& c = GetParam();
  const CaseRun& run = Runs().at(c.phase + "/" + c.name);
  if (run.stages.empty()) return;  // refused: the support check says why
  for (const Stage& stage : run.stages) {
    if (stage.name != "verify") ExpectApplied(stage);
  }
  if (HasFailure()) return;
  const support::Schema after = support::ReadDuckdbSchema(Find(run, "up")->result);
  ExpectCatalog(after, At(c, "heads"), "after up");
  const Stage& verify = *Find(run, "verify");
  EXPECT_EQ(verify.result.said.status, 0) << verify.result.said.err << verify.result.said.out << verify.script;
  EXPECT_EQ(ReadVerdict(verify.result.said).failed, 0) << verify.result.said.out << verify.script;
  EXPECT_GT(ReadVerdict(verify.result.said).checks, 0) << verify.result.said.out;
  const support::Schema fresh = support::ReadDuckdbSchema(Find(run, "fresh")->result);
  auto known = after;
  std::erase_if(known.facts, [&](const auto& fact) { return !fresh.facts.contains(fact.first); });
  std::erase_if(known.texts, [&](const auto& text) { return !fresh.texts.contains(text.first); });
  ExpectSame(fresh, known, "made afresh");
  const Stage* down = Find(run, "down");
  if (down == nullptr) return;
  const support::Schema back = support::ReadDuckdbSchema(down->result);
  if (const Stage* setup = Find(run, "setup")) {
    const support::Schema before = support::ReadDuckdbSchema(setup->result);
    ExpectCatalog(before, At(c, "setup"), "before");
    ExpectSame(before, back, "after down");
  } else {
    ExpectCatalog(back, At(c, "base"), "after down");
  }
  ExpectSame(after, support::ReadDuckdbSchema(Find(run, "up again")->result), "after up again");
}

// A refusal is no proof: most of the cases must be taken.
TEST(DuckdbSchemas, ManyCasesAreTaken) {
  if (support::SkipEngines("duckdb")) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
  ASSERT_TRUE(support::DuckdbAvailable());
  std::size_t taken = 0;
  for (const auto& [name, run] : Runs()) taken += run.stages.empty() ? 0 : 1;
  EXPECT_GE(taken, 60U);
}

INSTANTIATE_TEST_SUITE_P(All, DuckdbSchema, testing::ValuesIn(Cases()), [](const testing::TestParamInfo<golden::Case>& given) {
  std::string name = given.param.phase + "_" + given.param.name;
  for (char& c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  }
  return name;
});

}  // namespace
}  // namespace migc::integration
