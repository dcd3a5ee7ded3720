// Holds src/README.md: a folder includes only the headers that the table there allows.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

namespace {

namespace fs = std::filesystem;
const fs::path kRoot = MIGC_SOURCE_DIR;

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// Folder -> what it may include; "emit/<name>" stands for each folder under src/emit.
std::map<std::string, std::set<std::string>> ReadTable() {
  std::map<std::string, std::set<std::string>> table;
  std::istringstream lines(ReadFile(kRoot / "src/README.md"));
  const std::regex row(R"(^\| `([^`]+)` \|.*\| ([^|]+) \|$)");
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (!std::regex_match(line, match, row)) continue;
    std::istringstream words(match[2].str());
    std::set<std::string>& allowed = table[match[1].str()];
    for (std::string word; words >> word;) allowed.insert(word);
  }
  return table;
}

// "src/emit/postgres/print.cpp" -> "emit/<name>"; "include/migc/ir/type.h" -> "ir"; "src/main.cpp" -> "main.cpp".
std::string FolderOf(const fs::path& file) {
  const std::string path = fs::relative(file, kRoot).generic_string();
  const std::string tail = path.starts_with("src/") ? path.substr(4) : path.substr(std::string("include/migc/").size());
  const std::size_t first = tail.find('/');
  if (first == std::string::npos) return tail;
  const std::string folder = tail.substr(0, first);
  return folder == "emit" && tail.find('/', first + 1) != std::string::npos ? "emit/<name>" : folder;
}

TEST(Includes, FollowTheTableInSrcReadme) {
  const auto table = ReadTable();
  ASSERT_GE(table.size(), 15U) << "the table in src/README.md was not understood";
  const std::regex include(R"x(^#include "(migc/)?([a-z_]+(?:/[a-z_]+)*)/[a-z0-9_]+\.h")x");
  int checked = 0;
  for (const char* part : {"src", "include/migc"}) {
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / part)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".h" && extension != ".cpp") continue;
      const std::string folder = FolderOf(entry.path());
      ASSERT_TRUE(table.contains(folder)) << entry.path() << ": src/README.md has no row for " << folder;
      std::istringstream lines(ReadFile(entry.path()));
      for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        if (!std::regex_search(line, match, include)) continue;
        const std::string target = match[2].str();
        const std::string wanted = target.starts_with("emit/") ? "emit/<name>" : target;
        const bool own = fs::relative(entry.path(), kRoot).generic_string().starts_with("src/" + target + "/");
        ++checked;
        EXPECT_TRUE(own || wanted == folder || table.at(folder).contains(wanted)) << entry.path() << ": " << line;
      }
    }
  }
  EXPECT_GT(checked, 100);
}

// Nothing but a dialect's own folder (and the array in main.cpp) knows a dialect's name: it asks a capability.
TEST(Includes, NoDialectIsNamedOutsideItsFolder) {
  const std::regex comparison(R"x([=!]= *"(postgres|mysql|mariadb|sqlite|mssql|oracle)")x");
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / "src")) {
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
    if (FolderOf(entry.path()) == "emit/<name>" || FolderOf(entry.path()) == "main.cpp") continue;
    EXPECT_FALSE(std::regex_search(ReadFile(entry.path()), comparison)) << entry.path();
  }
}

// One thread: no lock to forget, and the bytes that come out cannot depend on who was first. Whoever wants a second one runs the
// tests under the thread sanitizer from then on.
TEST(Includes, NobodyStartsAThread) {
  const std::regex include(R"(#include <(thread|future|mutex|shared_mutex|atomic|condition_variable|execution|pthread\.h)>)");
  for (const char* part : {"src", "include/migc"}) {
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / part)) {
      if (!entry.is_regular_file()) continue;
      EXPECT_FALSE(std::regex_search(ReadFile(entry.path()), include)) << entry.path();
    }
  }
}

}  // namespace
