// docs/dialects/operations.md says which dialect does what, and is what the support check says: every row of operations.txt is
// compiled for every dialect, at each of its versions. MIGC_UPDATE_GOLDENS=1 writes the page.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <regex>
#include <vector>

#include "golden/case.h"
#include "migc/base/text.h"

namespace migc::golden {
namespace {

namespace fs = std::filesystem;

constexpr const char* kTables =
    "  create table customer (id bigint not null primary key, email varchar(100) not null, name varchar(40), level integer default "
    "1);\n"
    "  create table purchase (id bigint not null primary key, customer_id bigint not null references customer (id));\n";

struct Family {
  std::string dialect;
  std::string title;
  std::vector<std::string> versions;  // oldest first
};
const std::vector<Family>& Families() {
  static const std::vector<Family> families = {
      {"postgres", "PostgreSQL", {"12", "13", "14", "15", "16", "17", "18"}},
      {"mysql", "MySQL", {"5.7", "8.0.13", "8.0.16", "8.0.29", "8.4"}},
      {"mariadb", "MariaDB", {"10.6", "10.11", "11.4"}},
      {"sqlite", "SQLite", {"3.35", "3.53"}},
      {"mssql", "SQL Server", {"2016", "2017", "2019", "2022"}},
      {"oracle", "Oracle", {"12.2", "19", "23"}},
      {"yugabytedb", "YugabyteDB", {"2025.1", "2025.2"}},
      {"tidb", "TiDB", {"7.5", "8.1", "8.5"}},
      {"cockroachdb", "CockroachDB", {"25.2", "25.4"}},
      {"redshift", "Amazon Redshift", {"1.0"}},
  };
  return families;
}

struct Row {
  std::string title;
  std::string setup;
  std::string statement;
};
struct Section {
  std::string title;
  std::vector<Row> rows;
};

std::vector<Section> ReadSections() {
  std::vector<Section> sections;
  const std::string text = ReadFile(fs::path(MIGC_SOURCE_DIR) / "tests/golden/operations.txt");
  for (const auto line : base::SplitLines(text)) {
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with("== ")) {
      sections.push_back({std::string(line.substr(3)), {}});
      continue;
    }
    const auto colons = line.find(" :: ");
    EXPECT_NE(colons, std::string_view::npos) << line;
    std::string rest(line.substr(colons + 4));
    Row row{std::string(line.substr(0, colons)), "", rest};
    if (const auto arrow = rest.find(" => "); arrow != std::string::npos) {
      row.setup = rest.substr(0, arrow);
      row.statement = rest.substr(arrow + 4);
    }
    sections.back().rows.push_back(std::move(row));
  }
  return sections;
}

Outcome Compile(const Row& row, const std::string& dialect, const std::string& version) {
  return CompileStatements(kTables + row.setup, row.statement, {dialect, version});
}

// "" when it is done, else the codes of what is said.
std::string CodesIn(const std::string& text) {
  static const std::regex pattern(R"(\[(M\d{4})\])");
  std::vector<std::string> codes;
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) {
    const std::string code = (*it)[1];
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
  }
  std::string links;
  for (const std::string& code : codes) links += (links.empty() ? "" : " ") + ("[" + code + "](../diagnostics/" + code + ".md)");
  return links;
}

std::string CellOf(const Outcome& outcome) {
  if (!outcome.ok) return "no " + CodesIn(outcome.text);
  const std::string codes = CodesIn(outcome.warnings);
  return codes.empty() ? "yes" : "yes, but " + codes;
}

// What every version says, or since when it is otherwise.
std::string CellOf(const Row& row, const Family& family) {
  std::vector<std::string> cells;
  for (const std::string& version : family.versions) cells.push_back(CellOf(Compile(row, family.dialect, version)));
  std::string text = cells.front();
  for (std::size_t i = 1; i < cells.size(); ++i) {
    if (cells[i] != cells[i - 1]) text += "; since " + family.versions[i] + ": " + cells[i];
  }
  return text;
}

bool IsMade(const Family& family) {
  return family.dialect == "yugabytedb" || family.dialect == "cockroachdb" || family.dialect == "tidb" ||
         family.dialect == "redshift" || std::find(Dialects().begin(), Dialects().end(), family.dialect) != Dialects().end();
}

std::string Page() {
  std::string page =
      "# What each dialect does\n\n"
      "Compiled from the support check itself; a test holds this page to it. *yes*: there is SQL for it. *yes, but* M…: with a "
      "warning. *no* "
      "M…: it is refused,\nand the diagnostic names the alternative. *since*: from that version on (`--target-version`).\n";
  for (const Section& section : ReadSections()) {
    page += "\n## " + section.title + "\n\n| |";
    std::string rule = "| --- |";
    for (const Family& family : Families()) {
      if (!IsMade(family)) continue;
      page += " " + family.title + " |";
      rule += " --- |";
    }
    page += "\n" + rule + "\n";
    for (const Row& row : section.rows) {
      page += "| " + row.title + " |";
      for (const Family& family : Families()) {
        if (IsMade(family)) page += " " + CellOf(row, family) + " |";
      }
      page += "\n";
    }
  }
  return page;
}

TEST(Operations, ThePageIsWhatTheSupportCheckSays) {
  const fs::path path = fs::path(MIGC_SOURCE_DIR) / "docs/dialects/operations.md";
  const std::string page = Page();
  if (std::getenv("MIGC_UPDATE_GOLDENS") != nullptr) {
    std::ofstream(path, std::ios::binary) << page;
    return;
  }
  EXPECT_EQ(page, ReadFile(path)) << "MIGC_UPDATE_GOLDENS=1 writes it";
}

// A row that no dialect compiles says nothing about dialects: it is wrong itself.
TEST(Operations, EveryRowIsDoneBySomebody) {
  for (const Section& section : ReadSections()) {
    for (const Row& row : section.rows) {
      bool done = false;
      std::string said;
      for (const Family& family : Families()) {
        if (!IsMade(family)) continue;
        const Outcome outcome = Compile(row, family.dialect, family.versions.back());
        done = done || outcome.ok;
        if (!outcome.ok) said += outcome.text;
      }
      EXPECT_TRUE(done) << row.title << "\n" << said;
    }
  }
}

}  // namespace
}  // namespace migc::golden
