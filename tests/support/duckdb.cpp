#include "support/duckdb.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace migc::support {
namespace {

namespace fs = std::filesystem;

// Where the tests are built, or where script/bootstrap builds; or another version of it, from a folder of its own.
std::string EnginesFolder() {
  if (const char* given = std::getenv("MIGC_ENGINES"); given != nullptr) return given;
  for (const std::string& build : {std::string(MIGC_BINARY_DIR), std::string(MIGC_SOURCE_DIR) + "/build"}) {
    if (fs::exists(build + "/engines/node_modules/@duckdb/node-api")) return build + "/engines";
  }
  return "";
}

std::string TextOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::vector<std::string>> Rows(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  bool at_start = true;
  for (const char c : text) {
    if (at_start) rows.emplace_back(1);
    at_start = c == '\x1e';
    if (c == '\x1f') {
      rows.back().emplace_back();
    } else if (c != '\x1e') {
      rows.back().back() += c;
    }
  }
  return rows;
}

}  // namespace

bool DuckdbAvailable() { return !EnginesFolder().empty(); }

std::vector<DuckdbResult> RunOnDuckdb(const std::vector<DuckdbJob>& jobs) {
  const TemporaryDirectory folder;
  std::string list;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    folder.Write(fmt::format("{}.sql", i), jobs[i].script);
    list += jobs[i].database + "\n";
  }
  folder.Write("jobs", list);
  ProcessInput input;
  input.environment["MIGC_ENGINES"] = EnginesFolder();
  const ProcessResult done =
      RunProcess({"node", std::string(MIGC_SOURCE_DIR) + "/tests/engines/duckdb.mjs", "batch", folder.path()}, input);
  if (done.status != 0) throw std::runtime_error("the runner of DuckDB: " + done.err);
  std::vector<DuckdbResult> results;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    const std::string stem = fmt::format("{}/{}", folder.path(), i);
    DuckdbResult result;
    result.said = {TextOf(stem + ".status") == "0" ? 0 : 1, TextOf(stem + ".out"), TextOf(stem + ".err")};
    result.catalog = Rows(TextOf(stem + ".catalog"));
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace migc::support
