// Every page of `migc explain` shows what it explains: its example gives the diagnostic that the page is about.
// A page's ```mig blocks are the migrations, a ```yaml block is migc.yaml (or the file that its first line names), a ```csv block
// is data/example.csv, and a ```console block has the commands; without one the chain is checked, and compiled up and down.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "emit/mssql/backend.h"
#include "emit/mysql/backend.h"
#include "emit/oracle/backend.h"
#include "emit/postgres/backend.h"
#include "emit/sqlite/backend.h"
#include "migc/diag/diagnostic.h"
#include "migc/driver/driver.h"

namespace migc {
namespace {

namespace fs = std::filesystem;

// Those that no page can show: bytes that are no text, files and depths that nobody wants to read, terminals and disks that fail,
// and what only a project of another kind has.
const std::set<std::string>& WithoutExample() {
  static const std::set<std::string> codes = {
      "M0001",  // bytes that are not UTF-8
      "M1001",  // 16 MiB
      "M1002",  // a NUL byte
      "M1003",  // 200 parentheses
      "M1004",  // as many operators
      "M1021",  // a model file, which no command reads yet
      "M2005",  // a NUL in a variable
      "M2106",  // what the grammar refuses first
      "M2109",  // a model file
      "M2164",  // a model file
      "M3003",  // what lower refuses first, in a chain that was read from files
      "M3117",  // two ways between the same ends
      "M4111",  // a database where index names are per table
      "M4311",  // what the grammar refuses first
      "M5004",  // a database with a limit on types
      "M6006",  // a carriage return in a name
      "M7101",  // a directory without a project
      "M7204",  // facts without a back end
      "M7207",  // a directory with scripts in it
      "M7409",  // a signature
  };
  return codes;
}

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::string> Blocks(const std::string& page, const std::string& language) {
  std::vector<std::string> blocks;
  const std::string fence = "\n```" + language + "\n";
  for (auto at = page.find(fence); at != std::string::npos; at = page.find(fence, at)) {
    at += fence.size();
    auto end = page.find("\n```", at);
    blocks.push_back(page.substr(at, end + 1 - at));
  }
  return blocks;
}

std::vector<std::string> Words(const std::string& line) {
  std::vector<std::string> words;
  std::string word;
  bool quoted = false;
  for (char c : line) {
    if (c == '\'') {
      quoted = !quoted;
    } else if (c == ' ' && !quoted) {
      words.push_back(std::exchange(word, ""));
    } else {
      word += c;
    }
  }
  words.push_back(word);
  return words;
}

std::vector<std::vector<std::string>> CommandsOf(const std::string& page) {
  std::vector<std::vector<std::string>> commands;
  for (const auto& block : Blocks(page, "console")) {
    std::istringstream lines(block);
    for (std::string line; std::getline(lines, line);) {
      auto words = Words(line);
      EXPECT_GE(words.size(), 3u) << line;
      EXPECT_EQ(words[0] + words[1], "$migc") << line;
      commands.emplace_back(words.begin() + 2, words.end());
    }
  }
  if (!commands.empty()) return commands;
  commands.push_back({"check"});
  for (const char* dialect : {"postgres", "sqlite"}) {
    commands.push_back({"compile", "--from", "base", "--to", "heads", "--dialect", dialect});
    commands.push_back({"compile", "--from", "heads", "--to", "base", "--dialect", dialect});
  }
  return commands;
}

void AddFiles(const std::string& page, source::MemoryFileSystem& files) {
  files.files()["migc.yaml"] = "dialects: [postgres, sqlite]\n";
  int n = 0;
  for (const auto& block : Blocks(page, "mig")) files.files()["migrations/example_" + std::to_string(++n) + ".mig"] = block;
  if (n == 0) EXPECT_TRUE(files.MakeDirectory("migrations").ok());
  for (const auto& block : Blocks(page, "csv")) files.files()["data/example.csv"] = block;
  for (const auto& block : Blocks(page, "yaml")) {
    auto first = block.substr(0, block.find('\n'));
    files.files()[first.starts_with("# ") ? first.substr(2) : "migc.yaml"] = block;
  }
}

class Explanation : public testing::TestWithParam<diag::KindInfo> {};

TEST_P(Explanation, ShowsWhatItExplains) {
  const std::string code(GetParam().code);
  const std::string page = ReadFile(fs::path(MIGC_SOURCE_DIR) / "docs/diagnostics" / (code + ".md"));
  ASSERT_TRUE(page.starts_with("# " + code + " ")) << "docs/diagnostics/" << code << ".md begins with the code and a title";
  if (WithoutExample().contains(code)) return;
  std::vector<std::unique_ptr<emit::Backend>> backends;
  backends.push_back(emit::mssql::MakeBackend());
  backends.push_back(emit::mysql::MakeBackend());
  backends.push_back(emit::oracle::MakeBackend());
  backends.push_back(emit::postgres::MakeBackend());
  backends.push_back(emit::sqlite::MakeBackend());
  std::string said;
  for (const auto& command : CommandsOf(page)) {
    source::MemoryFileSystem files;
    AddFiles(page, files);
    std::ostringstream out;
    std::ostringstream err;
    driver::Environment environment;
    environment.files = &files;
    environment.out = &out;
    environment.err = &err;
    environment.new_revision_id = [] { return std::string("000000000001"); };
    environment.now = [] { return std::string("2026-01-01T00:00:00Z"); };
    driver::Run(command, environment, backends);
    said += err.str();
  }
  EXPECT_THAT(said, testing::HasSubstr("[" + code + "]"));
}

INSTANTIATE_TEST_SUITE_P(All, Explanation, testing::ValuesIn(diag::AllKinds()),
                         [](const testing::TestParamInfo<diag::KindInfo>& info) {
                           return std::string(info.param.code) + std::string(info.param.name);
                         });

TEST(Explanations, NoPageIsWithoutItsDiagnostic) {
  std::set<std::string> codes;
  for (const auto& info : diag::AllKinds()) codes.insert(std::string(info.code) + ".md");
  for (const auto& entry : fs::directory_iterator(fs::path(MIGC_SOURCE_DIR) / "docs/diagnostics")) {
    EXPECT_TRUE(codes.contains(entry.path().filename().string())) << entry.path();
  }
}

}  // namespace

namespace diag {
void PrintTo(const KindInfo& info, std::ostream* out) { *out << info.code; }
}  // namespace diag
}  // namespace migc
