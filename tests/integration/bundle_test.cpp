// What a bundle asks before and after an upgrade, on real engines, as a user who may only read: faults that were planted are found
// and counted, clean data passes, and what passed goes through.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "migc/base/text.h"
#include "migc/source/file_system.h"
#include "support/duckdb.h"
#include "support/mariadb.h"
#include "support/memory_run.h"
#include "support/postgres.h"
#include "support/sqlite.h"

namespace migc::integration {
namespace {

namespace fs = std::filesystem;
using support::ProcessResult;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Pair;

const fs::path kSamples = fs::path(MIGC_SOURCE_DIR) / "tests/bundle";

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// The files of the sample's bundle.
std::map<std::string, std::string> Bundle(const std::string& dialect, const std::string& from, const std::string& to) {
  source::MemoryFileSystem files;
  const fs::path folder = kSamples / (dialect == "duckdb" ? "sample_duckdb" : "sample");
  files.files()["migc.yaml"] = ReadFile(folder / "migc.yaml");
  for (const auto& entry : fs::directory_iterator(folder / "migrations")) {
    files.files()["migrations/" + entry.path().filename().string()] = ReadFile(entry.path());
  }
  // What these cannot do is not in their chain.
  if (dialect == "tidb" || dialect == "yugabytedb" || dialect == "cockroachdb") {
    files.files()["migc.yaml"] += "  " + dialect + ":\n";
    files.files()["migrations/b_rules.mig"] =
        "revision b 'A rule' revises a;\nupgrade {\n  alter table customer alter column name set not null;\n}\n";
  }
  const support::Finished finished =
      support::RunCommand(files, {"bundle", "--from", from, "--to", to, "--dialect", dialect, "-o", "out"});
  EXPECT_EQ(finished.status, 0) << finished.err;
  std::map<std::string, std::string> bundle;
  for (const auto& [path, text] : files.files()) {
    if (path.starts_with("out/")) bundle[path.substr(4)] = text;
  }
  return bundle;
}

struct Answer {
  std::string answer;
  std::string count;
  friend bool operator==(const Answer&, const Answer&) = default;
};
void PrintTo(const Answer& answer, std::ostream* out) { *out << answer.answer << " " << answer.count; }

// What a script printed, by what was asked.
struct Said {
  std::map<std::string, Answer> checks;
  std::map<std::string, std::string> sizes;  // "customer", "about 10000 rows, 1 MB"
};

Said Rows(const ProcessResult& said, const std::string& separator = " | ") {
  EXPECT_EQ(said.status, 0) << said.err;
  EXPECT_EQ(said.err, "");
  Said rows;
  for (const auto line : base::SplitLines(said.out)) {
    std::vector<std::string> fields;
    std::string rest(line);
    for (std::size_t at = rest.find(separator); at != std::string::npos; at = rest.find(separator)) {
      fields.push_back(rest.substr(0, at));
      rest = rest.substr(at + separator.size());
    }
    fields.push_back(rest);
    if (fields.size() != 4) {
      ADD_FAILURE() << "not a row of a check: " << line;
      continue;
    }
    std::string name = fields[0];
    name.erase(name.find_last_not_of(' ') + 1);
    const std::string size = "size of ";
    const bool informs = fields[1] == "info";
    EXPECT_EQ(informs, name.starts_with(size)) << line;
    const bool added = informs ? rows.sizes.emplace(name.substr(size.size()), fields[2]).second
                               : rows.checks.emplace(name, Answer{fields[1], fields[2]}).second;
    EXPECT_TRUE(added) << "asked twice: " << name;
  }
  return rows;
}

constexpr const char* kFaults =
    "INSERT INTO customer (id, email, name, level, country) VALUES (1, 'x@example.com', 'A', 1, NULL),\n"
    "  (2, 'x@example.com', NULL, 40000, NULL), (3, 'y@example.com', NULL, -40000, NULL), (4, NULL, 'D', 32767, NULL),\n"
    "  (5, NULL, 'E', NULL, NULL);\n"
    "INSERT INTO purchase (id, customer_id, amount, code, closed, note) VALUES\n"
    "  (1, 1, 999999.99, '1234567890', FALSE, NULL), (2, 9, 1000000.00, '12345678901', FALSE, NULL),\n"
    "  (3, 9, -1000000.00, 'äöüäöüäöüä', TRUE, NULL), (4, 8, 0, 'a longer code than that', TRUE, NULL),\n"
    "  (5, NULL, NULL, NULL, TRUE, NULL), (6, NULL, -1, '', NULL, NULL);\n"
    "INSERT INTO label (name, weight) VALUES ('a', 1), ('a', 2), ('b', 2), (NULL, NULL), ('c', NULL);\n";

constexpr const char* kClean =
    "INSERT INTO customer (id, email, name, level, country) VALUES (1, 'x@example.com', 'A', 1, NULL), (2, NULL, 'B', -32768, "
    "NULL),\n"
    "  (3, NULL, 'C', NULL, NULL);\n"
    "INSERT INTO purchase (id, customer_id, amount, code, closed, note) VALUES (1, 1, 999999.99, '1234567890', TRUE, NULL),\n"
    "  (2, NULL, NULL, NULL, NULL, 'x');\n"
    "INSERT INTO label (name, weight) VALUES ('a', 1), ('b', 2);\n";

// What is planted by kFaults, where lengths and ranges count and where they do not.
std::map<std::string, Answer> Found(bool enforces_types) {
  std::map<std::string, Answer> found = {
      {"the database is at a", {"pass", "0"}},
      {"not so: there are more customers than this table was made for", {"fail", "1"}},
      {"no nulls in customer.name", {"fail", "2"}},
      {"no duplicates in customer (email)", {"fail", "1"}},
      {"no orphans: purchase (customer_id) is in customer", {"fail", "3"}},
      {"not closed or amount > 0 in every row of purchase", {"fail", "2"}},
      {"no nulls in label.name", {"fail", "1"}},
      {"no duplicates in label (name)", {"fail", "1"}},
      {"no nulls in label.weight", {"fail", "2"}},
      {"no duplicates in label (weight)", {"fail", "1"}},
  };
  if (enforces_types) {
    found["no value of customer.level is outside -32768 to 32767"] = {"fail", "2"};
    found["no value of purchase.code is longer than 10 characters"] = {"fail", "2"};
    found["no value of purchase.amount has more than 6 digits before the point"] = {"fail", "2"};
  }
  return found;
}

void ExpectAllPass(const Said& rows, std::size_t least) {
  EXPECT_GE(rows.checks.size(), least);
  for (const auto& [name, row] : rows.checks) EXPECT_EQ(row, (Answer{"pass", "0"})) << name;
}

std::string ReceiptOf(const std::string& script) {
  const std::size_t at = script.rfind("MIGC-RECEIPT");
  return script.substr(at, script.find('\'', at) - at);
}

class BundleOnPostgres : public testing::Test {
 protected:
  void SetUp() override {
    if (support::SkipEngines("postgres")) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
    auto* server = support::PostgresServer::Get();
    ASSERT_NE(server, nullptr) << "PostgreSQL is not on this machine; set MIGC_SKIP_ENGINES to do without";
    database_ = std::make_unique<support::PostgresDatabase>(*server);
    database_->Query("DROP ROLE IF EXISTS reader");
    database_->Query("CREATE ROLE reader LOGIN IN ROLE pg_read_all_data");
    database_->Query("ALTER ROLE reader SET default_transaction_read_only = on");
  }
  void TearDown() override {
    if (database_) database_->Query("DROP ROLE IF EXISTS reader");
  }
  ProcessResult Ask(const std::string& script) { return database_->RunScript(script, {"-U", "reader"}); }
  void Apply(const std::string& script) {
    const ProcessResult said = database_->RunScript(script);
    ASSERT_EQ(said.status, 0) << said.err;
  }
  std::unique_ptr<support::PostgresDatabase> database_;
};

class BundleOnMariadb : public testing::Test {
 protected:
  void SetUp() override {
    if (support::SkipEngines("mariadb")) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
    auto* server = support::MariadbServer::Get();
    ASSERT_NE(server, nullptr) << "MariaDB is not on this machine; set MIGC_SKIP_ENGINES to do without";
    database_ = std::make_unique<support::MariadbDatabase>(*server);
    database_->Query("CREATE OR REPLACE USER reader@localhost");
    database_->Query("GRANT SELECT ON " + database_->name() + ".* TO reader@localhost");
  }
  void TearDown() override {
    if (database_) database_->Query("DROP USER reader@localhost");
  }
  ProcessResult Ask(const std::string& script) { return database_->RunScript(script, {"--user=reader", "-N"}); }
  void Apply(const std::string& script) {
    const ProcessResult said = database_->RunScript(script, {"--default-character-set=utf8mb4"});
    ASSERT_EQ(said.status, 0) << said.err;
  }
  std::unique_ptr<support::MariadbDatabase> database_;
};

class BundleOnSqlite : public testing::Test {
 protected:
  void SetUp() override {
    if (support::SkipEngines("sqlite")) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
    ASSERT_TRUE(support::SqliteDatabase::Available()) << "sqlite3 is not on this machine; set MIGC_SKIP_ENGINES to do without";
    // An empty file is no database yet, and cannot be opened to be read alone.
    database_.Query("VACUUM");
  }
  ProcessResult Ask(const std::string& script) {
    return database_.RunScript(script, support::SqliteDatabase::Way::kStdin, {"-readonly"});
  }
  void Apply(const std::string& script) {
    const ProcessResult said = database_.RunScript(script);
    ASSERT_EQ(said.status, 0) << said.err;
  }
  support::SqliteDatabase database_;
};

TEST_F(BundleOnPostgres, PreflightFindsWhatIsPlanted) {
  Apply(Bundle("postgres", "base", "a")["upgrade.sql"]);
  Apply(kFaults);
  auto found = Found(true);
  found["the server is PostgreSQL"] = found["its version is 15 or newer"] = {"pass", "0"};
  auto bundle = Bundle("postgres", "a", "head");
  EXPECT_EQ(Rows(Ask(bundle["preflight.sql"])).checks, found);
  EXPECT_NE(database_->RunScript(bundle["upgrade.sql"]).status, 0);
}

TEST_F(BundleOnPostgres, WhatPassesGoesThroughAndStatusHasTheReceipt) {
  auto first = Bundle("postgres", "base", "a");
  ExpectAllPass(Rows(Ask(first["preflight.sql"])), 3);
  EXPECT_THAT(Ask(first["status.sql"]).out, HasSubstr("base"));
  Apply(first["upgrade.sql"]);
  EXPECT_EQ(Rows(Ask(first["preflight.sql"])).checks["the database is at base"], (Answer{"fail", "1"}));
  Apply(kClean);
  auto bundle = Bundle("postgres", "a", "head");
  ExpectAllPass(Rows(Ask(bundle["preflight.sql"])), 14);
  EXPECT_THAT(Ask(bundle["status.sql"]).out, HasSubstr("no receipt"));
  Apply(bundle["upgrade.sql"]);
  EXPECT_THAT(Ask(bundle["status.sql"]).out, HasSubstr(ReceiptOf(bundle["upgrade.sql"]) + "\n"));
  Apply(bundle["downgrade.sql"]);
  EXPECT_THAT(Ask(bundle["status.sql"]).out, HasSubstr(ReceiptOf(bundle["downgrade.sql"]) + "\n"));
}

// Ten thousand rows, but none that the upgrade would stop at.
TEST_F(BundleOnPostgres, PreflightSaysHowLargeTheTablesAre) {
  auto first = Bundle("postgres", "base", "a");
  EXPECT_TRUE(Rows(Ask(first["preflight.sql"])).sizes.empty());
  Apply(first["upgrade.sql"]);
  auto bundle = Bundle("postgres", "a", "head");
  EXPECT_THAT(Rows(Ask(bundle["preflight.sql"])).sizes,
              ElementsAre(Pair("customer", MatchesRegex("about 0 rows, [0-9]+ (bytes|kB)")),
                          Pair("label", MatchesRegex("about 0 rows, [0-9]+ (bytes|kB)")),
                          Pair("purchase", MatchesRegex("about 0 rows, [0-9]+ (bytes|kB)"))));
  Apply("INSERT INTO customer (id, name) SELECT n, 'customer ' || n FROM generate_series(1, 10000) n;\n");
  EXPECT_THAT(Rows(Ask(bundle["preflight.sql"])).sizes["customer"], MatchesRegex("rows unknown \\(not analyzed\\), [0-9]+ kB"));
  Apply("ANALYZE customer;\n");
  EXPECT_THAT(Rows(Ask(bundle["preflight.sql"])).sizes["customer"], MatchesRegex("about 10000 rows, [0-9]+ kB"));
}

// No server of YugabyteDB is here; what it is asked is PostgreSQL too.
TEST_F(BundleOnPostgres, YugabytedbIsAskedForRowsAlone) {
  Apply(Bundle("postgres", "base", "a")["upgrade.sql"]);
  const std::string script = Bundle("yugabytedb", "a", "b")["preflight.sql"];
  Apply(kClean);
  Said said = Rows(Ask(script));
  EXPECT_EQ(said.checks["the server is YugabyteDB"], (Answer{"fail", "1"}));
  EXPECT_THAT(said.sizes, ElementsAre(Pair("customer", "rows unknown (not analyzed, or none)")));
  Apply("ANALYZE customer;\n");
  EXPECT_THAT(Rows(Ask(script)).sizes, ElementsAre(Pair("customer", "about 3 rows")));
}

// Nor one of CockroachDB.
TEST_F(BundleOnPostgres, CockroachdbIsAskedForNoSizes) {
  Apply(Bundle("postgres", "base", "a")["upgrade.sql"]);
  auto bundle = Bundle("cockroachdb", "a", "b");
  Apply(kClean);
  const Said said = Rows(Ask(bundle["preflight.sql"]));
  EXPECT_EQ(said.checks.at("the server is CockroachDB"), (Answer{"fail", "1"}));
  EXPECT_EQ(said.checks.at("its version is 25.2 or newer"), (Answer{"fail", "1"}));
  EXPECT_EQ(said.checks.at("the database is at a"), (Answer{"pass", "0"}));
  EXPECT_TRUE(said.sizes.empty());
  EXPECT_EQ(Rows(Ask(bundle["verify.sql"])).checks.at("the database is at b"), (Answer{"fail", "2"}));
  EXPECT_THAT(bundle["abort.sql"], HasSubstr("for CockroachDB there is none that undoes a half of it"));
}

TEST_F(BundleOnPostgres, PreflightAddsPartitionsUp) {
  Apply(Bundle("postgres", "base", "a")["upgrade.sql"]);
  const std::string script = Bundle("postgres", "a", "head")["preflight.sql"];
  const auto size = [&] { return Rows(Ask(script)).sizes["label"]; };
  Apply("DROP TABLE label;\nCREATE TABLE label (name varchar(40), weight integer) PARTITION BY RANGE (weight);\n");
  EXPECT_EQ(size(), "about 0 rows, 0 bytes");
  Apply(
      "CREATE TABLE label_low PARTITION OF label FOR VALUES FROM (0) TO (1000);\n"
      "CREATE TABLE label_high PARTITION OF label FOR VALUES FROM (1000) TO (9000);\n"
      "INSERT INTO label SELECT 'label ' || n, n FROM generate_series(1, 5000) n;\n");
  EXPECT_THAT(size(), MatchesRegex("rows unknown \\(not analyzed\\), [0-9]+ kB"));
  Apply("ANALYZE label_low;\n");
  EXPECT_THAT(size(), MatchesRegex("more than 999 rows \\(not all of it is analyzed\\), [0-9]+ kB"));
  Apply("ANALYZE label;\n");
  EXPECT_THAT(size(), MatchesRegex("about 5000 rows, [0-9]+ kB"));
  // What is asked of the catalog is not stopped by a table that is not there; the checks of its rows are.
  Apply("DROP TABLE label;\n");
  EXPECT_THAT(Ask(script).out, HasSubstr("| info | no such table that this user may see | "));
}

TEST_F(BundleOnMariadb, PreflightFindsWhatIsPlanted) {
  Apply(Bundle("mariadb", "base", "a")["upgrade.sql"]);
  Apply(kFaults);
  auto found = Found(true);
  found["the server is MariaDB"] = found["its version is 10.11 or newer"] = {"pass", "0"};
  auto bundle = Bundle("mariadb", "a", "head");
  EXPECT_EQ(Rows(Ask(bundle["preflight.sql"]), "\t").checks, found);
  EXPECT_NE(database_->RunScript(bundle["upgrade.sql"]).status, 0);
}

TEST_F(BundleOnMariadb, WhatPassesGoesThroughAndStatusHasTheReceipt) {
  auto first = Bundle("mariadb", "base", "a");
  ExpectAllPass(Rows(Ask(first["preflight.sql"]), "\t"), 3);
  EXPECT_THAT(Ask(first["status.sql"]).out, HasSubstr("base"));
  Apply(first["upgrade.sql"]);
  EXPECT_EQ(Rows(Ask(first["preflight.sql"]), "\t").checks["the database is at base"], (Answer{"fail", "1"}));
  Apply(kClean);
  auto bundle = Bundle("mariadb", "a", "head");
  ExpectAllPass(Rows(Ask(bundle["preflight.sql"]), "\t"), 14);
  EXPECT_THAT(Ask(bundle["status.sql"]).out, HasSubstr("no receipt"));
  Apply(bundle["upgrade.sql"]);
  EXPECT_THAT(Ask(bundle["status.sql"]).out, HasSubstr(ReceiptOf(bundle["upgrade.sql"]) + "\n"));
}

TEST_F(BundleOnMariadb, PreflightSaysHowLargeTheTablesAre) {
  Apply(Bundle("mariadb", "base", "a")["upgrade.sql"]);
  const std::string script = Bundle("mariadb", "a", "head")["preflight.sql"];
  EXPECT_THAT(Rows(Ask(script), "\t").sizes,
              ElementsAre(Pair("customer", "about 0 rows, 16 kB"), Pair("label", "about 0 rows, 16 kB"),
                          Pair("purchase", "about 0 rows, 16 kB")));
  std::string many = "INSERT INTO customer (id, name) VALUES (1, 'customer 1')";
  for (int i = 2; i <= 10000; ++i) many += ", (" + std::to_string(i) + ", 'customer " + std::to_string(i) + "')";
  Apply(many + ";\nANALYZE TABLE customer;\n");
  const std::string size = Rows(Ask(script), "\t").sizes["customer"];
  ASSERT_THAT(size, MatchesRegex("about [0-9]+ rows, [0-9]+ kB"));
  // The manual: off by as much as half.
  const int rows = std::stoi(size.substr(std::string("about ").size()));
  EXPECT_GT(rows, 5000) << size;
  EXPECT_LT(rows, 15000) << size;
  database_->Query("DROP TABLE label");
  EXPECT_THAT(Ask(script).out, HasSubstr("\tinfo\tno such table that this user may see\t"));
}

// No server of TiDB is here; what it is asked is MariaDB's too.
TEST_F(BundleOnMariadb, TidbDoesNotTellNoRowsFromNoStatistics) {
  Apply(Bundle("mariadb", "base", "a")["upgrade.sql"]);
  const std::string script = Bundle("tidb", "a", "b")["preflight.sql"];
  Said said = Rows(Ask(script), "\t");
  EXPECT_EQ(said.checks["the server is TiDB"], (Answer{"fail", "1"}));
  EXPECT_THAT(said.sizes, ElementsAre(Pair("customer", "rows unknown (not analyzed, or none)")));
  Apply(kClean);
  Apply("ANALYZE TABLE customer;\n");
  EXPECT_THAT(Rows(Ask(script), "\t").sizes, ElementsAre(Pair("customer", "about 3 rows, 16 kB")));
}

TEST_F(BundleOnSqlite, PreflightFindsWhatIsPlanted) {
  Apply(Bundle("sqlite", "base", "a")["upgrade.sql"]);
  Apply(kFaults);
  auto found = Found(false);
  found["SQLite 3.40 or newer"] = {"pass", "0"};
  auto bundle = Bundle("sqlite", "a", "head");
  EXPECT_EQ(Rows(Ask(bundle["preflight.sql"])).checks, found);
  EXPECT_NE(database_.RunScript(bundle["upgrade.sql"]).status, 0);
}

TEST_F(BundleOnSqlite, WhatPassesGoesThroughAndStatusHasTheReceipt) {
  auto first = Bundle("sqlite", "base", "a");
  ExpectAllPass(Rows(Ask(first["preflight.sql"])), 2);
  EXPECT_THAT(Ask(first["status.sql"]).out, HasSubstr("base"));
  Apply(first["upgrade.sql"]);
  EXPECT_EQ(Rows(Ask(first["preflight.sql"])).checks["the database is at base"], (Answer{"fail", "1"}));
  Apply(kClean);
  auto bundle = Bundle("sqlite", "a", "head");
  ExpectAllPass(Rows(Ask(bundle["preflight.sql"])), 10);
  EXPECT_THAT(Ask(bundle["status.sql"]).out, HasSubstr("no receipt"));
  Apply(bundle["upgrade.sql"]);
  EXPECT_THAT(Ask(bundle["status.sql"]).out, HasSubstr(ReceiptOf(bundle["upgrade.sql"]) + "\n"));
}

TEST_F(BundleOnSqlite, PreflightSaysHowLargeTheTablesAre) {
  Apply(Bundle("sqlite", "base", "a")["upgrade.sql"]);
  const std::string script = Bundle("sqlite", "a", "head")["preflight.sql"];
  const std::string many =
      "WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 10000)\n"
      "  INSERT INTO customer (id, name) SELECT n, 'customer ' || n FROM number;\n";
  Apply(many);
  EXPECT_THAT(Rows(Ask(script)).sizes, ElementsAre(Pair("customer", MatchesRegex("10000 rows, in a database of [0-9]+ kB")),
                                                   Pair("label", MatchesRegex("0 rows, in a database of [0-9]+ kB")),
                                                   Pair("purchase", MatchesRegex("0 rows, in a database of [0-9]+ kB"))));
}

TEST(BundleOnDuckdb, PreflightFindsWhatIsPlantedAndStatusHasTheReceipt) {
  if (support::SkipEngines("duckdb")) GTEST_SKIP() << "MIGC_SKIP_ENGINES is set";
  ASSERT_TRUE(support::DuckdbAvailable()) << "DuckDB is not on this machine: script/bootstrap installs it";
  auto first = Bundle("duckdb", "base", "a");
  auto bundle = Bundle("duckdb", "a", "head");
  const std::string faults =
      "INSERT INTO customer (id, email, name) VALUES (1, 'x', 'A'), (2, 'x', NULL), (3, NULL, NULL), (4, NULL, 'D');\n"
      "INSERT INTO label (name, weight) VALUES ('a', 40000), ('A', -40000), ('b', 1), (NULL, NULL), (NULL, NULL);\n";
  // In a database of its own: DuckDB converts what was deleted too, when a column is given another type.
  const std::string clean =
      "INSERT INTO customer (id, email, name) VALUES (1, 'x', 'A'), (2, NULL, 'B'), (3, NULL, 'C');\n"
      "INSERT INTO label (name, weight) VALUES ('a', 32767), ('b', -32768), (NULL, NULL), (NULL, NULL);\n";
  const auto said = support::RunOnDuckdb({{"one", first["preflight.sql"]},
                                          {"one", first["status.sql"]},
                                          {"one", first["upgrade.sql"]},
                                          {"one", first["preflight.sql"]},
                                          {"one", faults},
                                          {"one", bundle["preflight.sql"]},
                                          {"two", first["upgrade.sql"] + clean},
                                          {"two", bundle["preflight.sql"]},
                                          {"two", bundle["upgrade.sql"]},
                                          {"two", bundle["status.sql"]}});
  ExpectAllPass(Rows(said[0].said, "|"), 2);
  EXPECT_TRUE(Rows(said[0].said, "|").sizes.empty());
  EXPECT_THAT(said[1].said.out, HasSubstr("base"));
  ASSERT_EQ(said[2].said.status, 0) << said[2].said.err;
  EXPECT_EQ(Rows(said[3].said, "|").checks["the database is at base"], (Answer{"fail", "1"}));
  ASSERT_EQ(said[4].said.status, 0) << said[4].said.err;
  const Said planted = Rows(said[5].said, "|");
  EXPECT_EQ(planted.checks, (std::map<std::string, Answer>{
                                {"DuckDB 1.5 or newer", {"pass", "0"}},
                                {"the database is at a", {"pass", "0"}},
                                {"no nulls in customer.name", {"fail", "2"}},
                                {"no duplicates in customer (email)", {"fail", "1"}},
                                {"no value of label.weight is outside -32768 to 32767", {"fail", "2"}},
                                {"no duplicates in label (lower(name))", {"fail", "1"}},
                            }));
  EXPECT_THAT(planted.sizes, ElementsAre(Pair("customer", MatchesRegex("about 4 rows, in a database of [0-9.]+ [a-zA-Z]+")),
                                         Pair("label", MatchesRegex("about 5 rows, in a database of [0-9.]+ [a-zA-Z]+"))));
  ExpectAllPass(Rows(said[7].said, "|"), 6);
  ASSERT_EQ(said[8].said.status, 0) << said[8].said.err;
  EXPECT_THAT(said[9].said.out, HasSubstr(ReceiptOf(bundle["upgrade.sql"]) + "\n"));
}

}  // namespace
}  // namespace migc::integration
