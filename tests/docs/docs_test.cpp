// The examples in README.md and docs/ are true: ```mig blocks compile, ```console blocks print what they say.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "emit/mssql/backend.h"
#include "emit/mysql/backend.h"
#include "emit/oracle/backend.h"
#include "emit/postgres/backend.h"
#include "emit/sqlite/backend.h"
#include "migc/driver/driver.h"

namespace migc {
namespace {

namespace fs = std::filesystem;
const fs::path kRoot = MIGC_SOURCE_DIR;

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// The text between "```language\n" and "\n```", in order.
std::vector<std::string> Blocks(const std::string& page, const std::string& language) {
  std::vector<std::string> blocks;
  const std::string fence = "```" + language + "\n";
  for (std::size_t at = page.find("\n" + fence); at != std::string::npos; at = page.find("\n" + fence, at)) {
    at += fence.size() + 1;
    const std::size_t end = page.find("\n```", at);
    blocks.push_back(page.substr(at, end + 1 - at));
    at = end;
  }
  return blocks;
}

int RunMigc(source::MemoryFileSystem& files, const std::vector<std::string>& arguments, std::string& err) {
  static const auto* backends = [] {
    auto* made = new std::vector<std::unique_ptr<emit::Backend>>;
    made->push_back(emit::mssql::MakeBackend());
    made->push_back(emit::mysql::MakeBackend());
    made->push_back(emit::oracle::MakeBackend());
    made->push_back(emit::postgres::MakeBackend());
    made->push_back(emit::sqlite::MakeBackend());
    return made;
  }();
  std::ostringstream out;
  std::ostringstream errors;
  driver::Environment environment;
  environment.files = &files;
  environment.out = &out;
  environment.err = &errors;
  const int status = driver::Run(arguments, environment, *backends);
  err = errors.str();
  return status;
}

TEST(Docs, TheLanguagePageCompilesOnEveryDialect) {
  source::MemoryFileSystem files;
  files.files()["migc.yaml"] = "migrations: migrations\ndialects: [postgres, sqlite]\n";
  int n = 0;
  for (const std::string& block : Blocks(ReadFile(kRoot / "docs/language.md"), "mig")) {
    files.files()["migrations/block_" + std::to_string(++n) + ".mig"] = block;
  }
  ASSERT_GE(n, 5);
  std::string err;
  EXPECT_EQ(RunMigc(files, {"check"}, err), 0) << err;
}

std::string RunInShell(const std::string& command) {
  const std::string line =
      "cd '" + kRoot.string() + "' && PATH='" + MIGC_BINARY_DIR + "':\"$PATH\" NO_COLOR=1 sh -c '" + command + "' 2>&1";
  std::string output;
  std::array<char, 4096> buffer{};
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(line.c_str(), "r"), pclose);
  while (const std::size_t got = fread(buffer.data(), 1, buffer.size(), pipe.get())) output.append(buffer.data(), got);
  return output;
}

// A line `…` in what is expected stands for any lines.
void ExpectLines(const std::string& command, const std::string& expected, const std::string& actual) {
  std::istringstream lines(expected);
  std::string piece;
  std::size_t at = 0;
  bool skipping = false;
  const auto check = [&] {
    const std::size_t found = actual.find(piece, at);
    EXPECT_NE(found, std::string::npos) << "$ " << command << "\nexpected (from here):\n" << piece << "\ngot:\n" << actual;
    if (!skipping) EXPECT_EQ(found, at) << "$ " << command << "\nexpected:\n" << piece << "\ngot:\n" << actual;
    at = found == std::string::npos ? at : found + piece.size();
    piece.clear();
  };
  for (std::string line; std::getline(lines, line);) {
    if (line != "…") {
      piece += line + "\n";
      continue;
    }
    check();
    skipping = true;
  }
  check();
  if (!expected.ends_with("…\n"))
    EXPECT_EQ(at, actual.size()) << "$ " << command << "\nexpected:\n" << expected << "\ngot:\n" << actual;
}

TEST(Docs, CommandsPrintWhatThePagesSay) {
  int commands = 0;
  for (const char* page : {"README.md", "docs/cli.md", "docs/bundle.md"}) {
    for (const std::string& block : Blocks(ReadFile(kRoot / page), "console")) {
      std::istringstream lines(block);
      std::string command;
      std::string expected;
      const auto finish = [&] {
        if (command.empty()) return;
        ++commands;
        ExpectLines(command, expected, RunInShell(command));
        expected.clear();
      };
      for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("$ ")) {
          finish();
          command = line.substr(2);
        } else {
          expected += line + "\n";
        }
      }
      finish();
    }
  }
  EXPECT_GE(commands, 5);
}

}  // namespace
}  // namespace migc
