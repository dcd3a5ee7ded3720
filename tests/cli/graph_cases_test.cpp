// Recorded and random graphs as files on the disk, through the real program: `plan --json` says what Alembic does, and scripts that
// are applied to SQLite one revision at a time leave the version table as the plan says.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>

#include "support/process.h"
#include "support/sqlite.h"

namespace migc {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using support::ProcessResult;

std::string Joined(const json& names, const std::string& separator, const std::string& nothing) {
  std::string text;
  for (const json& name : names) text += (text.empty() ? "" : separator) + "\"" + name.get<std::string>() + "\"";
  return text.empty() ? nothing : text;
}

std::string Typed(const json& rows) {
  std::string text;
  for (const json& row : rows) text += (text.empty() ? "" : ",") + row.get<std::string>();
  return text.empty() ? "base" : text;
}

// A project of the graph's revisions; each makes a table, so that there is something to apply.
void WriteProject(const fs::path& root, const json& graph) {
  fs::create_directories(root / "migrations");
  std::ofstream(root / "migc.yaml") << "dialects: {sqlite: 3.40}\n";
  std::size_t number = 0;
  for (const json& revision : graph) {
    const auto id = revision.at("rev").get<std::string>();
    std::string name = std::to_string(number++);
    name.insert(0, 6 - name.size(), '0');
    std::ofstream file(root / "migrations" / (name + ".mig"));
    file << "revision \"" << id << "\" revises " << Joined(revision.at("down"), ", ", "base");
    if (!revision.at("depends_on").empty()) file << " depends on " << Joined(revision.at("depends_on"), ", ", "");
    if (!revision.at("labels").empty()) file << " label " << Joined(revision.at("labels"), ", ", "");
    file << ";\nupgrade { create table \"t_" << id << "\" (a integer); }\n";
  }
}

ProcessResult Migc(const fs::path& root, std::vector<std::string> arguments) {
  std::vector<std::string> all = {MIGC_BINARY_DIR "/migc", "-q", "-c", (root / "migc.yaml").string()};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return support::RunProcess(all);
}

TEST(GraphCases, PlansAreWhatAlembicDoes) {
  std::ifstream file(MIGC_SOURCE_DIR "/../shared/reference/graph-cases.json");
  if (!file) GTEST_SKIP() << "skipped: graph-cases.json is not beside the project";
  int compared = 0;
  int rows_differ = 0;
  const json cases = json::parse(file);
  for (const json& item : cases.at("random")) {
    const auto stable = item.at("stable").get<std::string>();
    const auto kind = item.at("kind").get<std::string>();
    if (stable == "no" || kind == "stamp" || item.contains("error")) continue;
    SCOPED_TRACE(item.dump());
    support::TemporaryDirectory directory;
    WriteProject(directory.path(), item.at("graph"));
    const ProcessResult done = Migc(directory.path(), {"plan", "--from", Typed(item.at("current")), "--to", item.at("target"),
                                                       kind == "up" ? "--upgrade" : "--downgrade", "--json"});
    // An upgrade to what is applied already does nothing in Alembic, and is refused here.
    if (item.at("steps").empty() && done.err.find("M3112") != std::string::npos) continue;
    ASSERT_EQ(done.status, 0) << done.err;
    const json plan = json::parse(done.out);
    json order = json::array();
    json expected = json::array();
    for (const json& step : plan) order.push_back(step.at("revision"));
    for (const json& step : item.at("steps")) expected.push_back(step.at(0));
    EXPECT_EQ(order, expected);
    ++compared;
    if (stable != "all" || plan.size() != item.at("steps").size()) continue;
    for (std::size_t i = 0; i < plan.size(); ++i) {
      const json& step = item.at("steps").at(i);
      // Alembic keeps rows that are ancestors of others where a dependency is redundant; see the unit tests of the graph.
      if (plan[i].at("rows") != step.at(1) || plan[i].at("heads") != step.at(2)) {
        ++rows_differ;
        break;
      }
    }
  }
  std::cout << compared << " plans compared, " << rows_differ << " with other rows\n";
  EXPECT_GT(compared, 200);
  EXPECT_LE(rows_differ, 20);
}

// A random graph of up to twelve revisions, with branches, merges and dependencies.
json RandomGraph(std::mt19937& random) {
  const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
  json graph = json::array();
  const std::size_t count = 2 + below(11);
  for (std::size_t i = 0; i < count; ++i) {
    json revision = {
        {"rev", "r" + std::to_string(100 + i)}, {"down", json::array()}, {"depends_on", json::array()}, {"labels", json::array()}};
    const auto pick = [&] { return graph[i - 1 - below(std::min<std::size_t>(i, 4))].at("rev"); };
    if (i > 0 && below(8) != 0) revision["down"].push_back(pick());
    if (i > 1 && below(5) == 0) {
      if (const json other = pick(); revision["down"].empty() || other != revision["down"][0]) revision["down"].push_back(other);
    }
    if (i > 1 && below(6) == 0) revision["depends_on"].push_back(pick());
    graph.push_back(std::move(revision));
  }
  return graph;
}

std::vector<fs::path> Scripts(const fs::path& directory) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(directory)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

// Applies the plan from one end to the other, a script a revision, and looks at the version table after each.
void Walk(const support::SqliteDatabase& database, const fs::path& root, const std::string& from, const std::string& to,
          const std::string& name) {
  const ProcessResult planned = Migc(root, {"plan", "--from", from, "--to", to, "--json"});
  ASSERT_EQ(planned.status, 0) << planned.err;
  const fs::path directory = root / name;
  const ProcessResult compiled = Migc(root, {"compile", "--from", from, "--to", to, "--split", directory.string()});
  ASSERT_EQ(compiled.status, 0) << compiled.err;
  const json plan = json::parse(planned.out);
  const std::vector<fs::path> scripts = Scripts(directory);
  ASSERT_EQ(scripts.size(), plan.size());
  for (std::size_t i = 0; i < plan.size(); ++i) {
    std::ifstream file(scripts[i]);
    const std::string script(std::istreambuf_iterator<char>(file), {});
    const ProcessResult applied = database.RunScript(script);
    ASSERT_EQ(applied.status, 0) << scripts[i] << "\n" << applied.out << applied.err;
    json rows = json::array();
    for (const auto& row : database.Rows("SELECT version_num FROM migc_version ORDER BY version_num;")) rows.push_back(row.at(0));
    ASSERT_EQ(rows, plan[i].at("heads")) << scripts[i];
  }
}

TEST(GraphCases, TheVersionTableFollowsThePlan) {
  if (support::SkipEngines("sqlite")) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
  ASSERT_TRUE(support::SqliteDatabase::Available()) << "sqlite3 is not on this machine; set MIGC_SKIP_ENGINES to do without";
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    std::mt19937 random(seed);
    const json graph = RandomGraph(random);
    SCOPED_TRACE(graph.dump());
    support::TemporaryDirectory directory;
    WriteProject(directory.path(), graph);
    const support::SqliteDatabase database;
    Walk(database, directory.path(), "base", "heads", "up");
    if (testing::Test::HasFatalFailure()) return;
    const ProcessResult heads = Migc(directory.path(), {"heads", "--resolve-dependencies", "--json"});
    std::string from;
    for (const json& head : json::parse(heads.out)) from += (from.empty() ? "" : ",") + head.at("revision").get<std::string>();
    Walk(database, directory.path(), from, "base", "down");
    if (testing::Test::HasFatalFailure()) return;
    EXPECT_EQ(database.Query("SELECT count(*) FROM sqlite_master WHERE name LIKE 't_r%';"), "0\n");
  }
}

}  // namespace
}  // namespace migc
