// The bundle of the sample for every dialect: its files are what stands in tests/bundle/expected, it can be made again and
// verified, and the directory is written as a whole or not at all. MIGC_UPDATE_GOLDENS=1 writes what differs and fails the run.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "migc/source/file_system.h"
#include "support/memory_run.h"

namespace migc {
namespace {

namespace fs = std::filesystem;
using support::Finished;
using testing::HasSubstr;
using testing::Not;

const fs::path kRoot = fs::path(MIGC_SOURCE_DIR) / "tests/bundle";

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// The sample in memory, and commands on it.
class Sample {
 public:
  // DuckDB can add no constraint to a table that is there, so it has a chain of its own.
  explicit Sample(const std::string& dialect = "postgres") : Sample(kRoot / (dialect == "duckdb" ? "sample_duckdb" : "sample")) {}
  explicit Sample(const fs::path& folder) {
    files_.files()["migc.yaml"] = ReadFile(folder / "migc.yaml");
    for (const auto& entry : fs::directory_iterator(folder / "migrations")) {
      files_.files()["migrations/" + entry.path().filename().string()] = ReadFile(entry.path());
    }
  }
  Finished Run(const std::vector<std::string>& arguments) { return support::RunCommand(files_, arguments); }
  Finished Bundle(const std::string& output, std::vector<std::string> more = {"--dialect", "postgres"}) {
    more.insert(more.begin(), {"bundle", "--from", "a", "--to", "head", "-o", output});
    return Run(more);
  }
  std::string& operator[](const std::string& path) { return files_.files()[path]; }
  bool Has(const std::string& path) const { return files_.IsFile(path); }
  // Names below the directory.
  std::vector<std::string> Names(const std::string& directory) { return files_.List(directory).value(); }

 private:
  source::MemoryFileSystem files_;
};

// Digests of the upgrade as zeros: what it is made of has goldens of its own.
std::string WithoutDigests(const std::string& text) {
  const std::string whole = std::regex_replace(text, std::regex("[0-9a-f]{64}"), std::string(64, '0'));
  return std::regex_replace(whole, std::regex("(MIGC-RECEIPT [^']* )[0-9a-f]{12}( [0-9]+)"), "$1............$2");
}

void Expect(const fs::path& path, const std::string& given) {
  const std::string actual = WithoutDigests(given);
  if (fs::exists(path) && ReadFile(path) == actual) return;
  if (std::getenv("MIGC_UPDATE_GOLDENS") != nullptr) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << actual;
    ADD_FAILURE() << "rewrote " << path << "; read it, then run again";
    return;
  }
  ASSERT_TRUE(fs::exists(path)) << "no expectation " << path << "; MIGC_UPDATE_GOLDENS=1 writes it";
  EXPECT_EQ(actual, ReadFile(path)) << path;
}

class BundleOf : public testing::TestWithParam<std::string> {};

TEST_P(BundleOf, IsAsExpected) {
  Sample sample(GetParam());
  const Finished finished = sample.Bundle("out", {"--dialect", GetParam()});
  ASSERT_EQ(finished.status, 0) << finished.err;
  for (const std::string file : {"preflight.sql", "verify.sql", "status.sql", "abort.sql", "README.txt"}) {
    ASSERT_TRUE(sample.Has("out/" + file)) << file;
    Expect(kRoot / "expected" / GetParam() / file, sample["out/" + file]);
  }
}

TEST_P(BundleOf, HasTheScriptsThatCompileWrites) {
  Sample sample(GetParam());
  ASSERT_EQ(sample.Bundle("out", {"--dialect", GetParam()}).status, 0);
  EXPECT_EQ(sample["out/upgrade.sql"], sample.Run({"compile", "--from", "a", "--to", "head", "--dialect", GetParam()}).out);
  EXPECT_EQ(sample["out/downgrade.sql"], sample.Run({"compile", "--from", "head", "--to", "a", "--dialect", GetParam()}).out);
}

TEST_P(BundleOf, IsMadeAgainByVerify) {
  Sample sample(GetParam());
  ASSERT_EQ(sample.Bundle("out", {"--dialect", GetParam()}).status, 0);
  const Finished good = sample.Run({"verify", "out/manifest.json"});
  EXPECT_EQ(good.status, 0) << good.err;
  EXPECT_THAT(good.out, HasSubstr("identical"));
  EXPECT_EQ(sample.Run({"verify", "out/upgrade.sql"}).status, 0);
  EXPECT_EQ(sample.Run({"verify", "out/downgrade.sql"}).status, 0);
  for (const std::string& name : sample.Names("out")) {
    if (name == "manifest.json") continue;
    std::string& file = sample["out/" + name];
    const std::string whole = file;
    file.back() = ' ';
    const Finished bad = sample.Run({"verify", "out/manifest.json"});
    EXPECT_EQ(bad.status, 1) << name;
    EXPECT_THAT(bad.err, HasSubstr(name));
    file = whole;
  }
}

INSTANTIATE_TEST_SUITE_P(Dialects, BundleOf, testing::Values("postgres", "sqlite", "mysql", "mariadb", "mssql", "oracle", "duckdb"),
                         [](const auto& info) { return info.param; });

// What not every dialect can be asked for: enums, partial indexes, constraints that are validated later, raw SQL.
TEST(Bundle, PreflightAsksMore) {
  for (const std::string dialect : {"postgres", "mssql", "oracle"}) {
    Sample sample(kRoot / "sample_more");
    const Finished finished = sample.Bundle("out", {"--dialect", dialect});
    ASSERT_EQ(finished.status, 0) << finished.err;
    Expect(kRoot / "expected" / dialect / "more.preflight.sql", sample["out/preflight.sql"]);
  }
}

// Relatives whose catalogs say less.
TEST(Bundle, PreflightOfRelatives) {
  for (const std::string dialect : {"yugabytedb", "tidb", "cockroachdb"}) {
    Sample sample;
    sample["migc.yaml"] += "  yugabytedb: 2025.1\n  tidb: 8.5\n  cockroachdb: 25.2\n";
    sample["migrations/b_rules.mig"] =
        "revision b 'A rule' revises a;\nupgrade {\n  alter table customer alter column name set not null;\n}\n";
    const Finished finished = sample.Run({"bundle", "--from", "a", "--to", "b", "-o", "out", "--dialect", dialect});
    ASSERT_EQ(finished.status, 0) << finished.err;
    Expect(kRoot / "expected" / dialect / "preflight.sql", sample["out/preflight.sql"]);
  }
}

// The tables of which preflight.sql says the size, with the place.
std::vector<std::string> SizesIn(const std::string& script) {
  static const std::regex kRow("SELECT '(size of [^']*[^' ]) *' AS what,\n  'info' AS answer, how_large, '([^']*)' AS place");
  std::vector<std::string> sizes;
  for (std::sregex_iterator at(script.begin(), script.end(), kRow), end; at != end; ++at) {
    sizes.push_back((*at)[1].str() + " | " + (*at)[2].str());
  }
  return sizes;
}

TEST(Bundle, PreflightSizesWhatTheUpgradeChangesOrReads) {
  Sample sample;
  sample["migrations/e.mig"] = R"(revision e 'More tables' revises d;
upgrade {
  create enum mood ('sad', 'ok');
  create table indexed (id bigint not null primary key, a integer, index indexed_a (a));
  create table child (id bigint not null primary key, parent bigint, felt mood);
  create table parent (id bigint not null primary key, old integer);
  create table copied (id bigint not null primary key);
  create table gone (id bigint not null primary key);
  create table "order" (id bigint not null primary key);
  create table noted (id bigint not null primary key);
  create table filled (id bigint not null primary key);
  create table viewed (id bigint not null primary key);
  create table raw (id bigint not null primary key);
}
)";
  sample["migrations/f.mig"] = R"(revision f 'What is done with them' revises e;
upgrade {
  drop index indexed_a;
  alter table child add constraint child_parent foreign key (parent) references parent (id);
  rename table tag to mark;
  alter table mark add column more integer;
  alter enum mood set ('sad', 'ok', 'happy');
  create table made (id bigint not null primary key);
  alter table made add column more integer;
  alter table noted comment 'what was noted';
  insert into filled (id) values (1) undo nothing;
  insert into made (id) select $$ select id from copied $$ undo nothing;
  sql $$ CREATE VIEW seen AS SELECT id FROM viewed $$ undo $$ DROP VIEW seen $$;
  sql $$ DELETE FROM raw $$ undo nothing;
  update "order" set id = id + 1 undo nothing;
  drop table gone;
}
)";
  const Finished finished = sample.Run({"bundle", "--from", "e", "--to", "f", "-o", "out", "--dialect", "postgres"});
  ASSERT_EQ(finished.status, 0) << finished.err;
  EXPECT_EQ(SizesIn(sample["out/preflight.sql"]),
            (std::vector<std::string>{"size of indexed | migrations/f.mig:3", "size of child | migrations/f.mig:4 and 1 more",
                                      "size of parent | migrations/f.mig:4", "size of tag | migrations/f.mig:5 and 1 more",
                                      "size of copied | migrations/f.mig:12", "size of raw | migrations/f.mig:14",
                                      "size of order | migrations/f.mig:15", "size of gone | migrations/f.mig:16"}));
}

// Where DDL commits: steps of many kinds, one whose undo only asks, a way back that is written, and what cannot be undone.
TEST(Bundle, AbortUndoesStepByStep) {
  for (const std::string dialect : {"mssql", "mysql", "mariadb", "oracle"}) {
    Sample sample(kRoot / "sample_abort");
    const Finished finished = sample.Bundle("out", {"--dialect", dialect});
    ASSERT_EQ(finished.status, 0) << finished.err;
    Expect(kRoot / "expected" / dialect / "steps.abort.sql", sample["out/abort.sql"]);
    EXPECT_EQ(sample.Run({"verify", "out/manifest.json"}).status, 0);
  }
}

TEST(Bundle, AsTarHasTheSameFilesAndTheSameBytesEachTime) {
  Sample sample;
  ASSERT_EQ(sample.Bundle("out").status, 0);
  ASSERT_EQ(sample.Bundle("one.tar").status, 0);
  ASSERT_EQ(sample.Bundle("two.tar").status, 0);
  const std::string& tar = sample["one.tar"];
  EXPECT_EQ(tar, sample["two.tar"]);
  for (const std::string& name : sample.Names("out")) EXPECT_THAT(tar, HasSubstr(sample["out/" + name]));
}

TEST(Bundle, RefusesADirectoryThatHoldsSomething) {
  Sample sample;
  sample["out/notes.txt"] = "mine";
  const Finished finished = sample.Bundle("out");
  EXPECT_EQ(finished.status, 2);
  EXPECT_THAT(finished.err, HasSubstr("notes.txt"));
  EXPECT_EQ(sample.Names("out"), std::vector<std::string>{"notes.txt"});
}

TEST(Bundle, ForceReplacesTheBundleAndLeavesOtherFilesAlone) {
  Sample sample;
  ASSERT_EQ(sample.Bundle("out", {"--dialect", "postgres"}).status, 0);
  const auto before = sample.Names("out");
  sample["out/notes.txt"] = "mine";
  sample["out/upgrade.sql"] = "not what it was";
  EXPECT_EQ(sample.Bundle("out", {"--dialect", "sqlite"}).status, 2);
  ASSERT_EQ(sample.Bundle("out", {"--dialect", "sqlite", "--force"}).status, 0);
  EXPECT_EQ(sample["out/notes.txt"], "mine");
  EXPECT_EQ(sample.Names("out").size(), before.size() + 1);
  EXPECT_EQ(sample.Run({"verify", "out/manifest.json"}).status, 0);
}

TEST(Bundle, ForceTakesAwayWhatTheNewBundleLacks) {
  Sample sample;
  ASSERT_EQ(sample.Bundle("out").status, 0);
  ASSERT_TRUE(sample.Has("out/downgrade.sql"));
  sample["migrations/d_later.mig"] += "\ndowngrade irreversible 'the old names are gone';\n";
  ASSERT_EQ(sample.Bundle("out", {"--dialect", "postgres", "--force"}).status, 0);
  EXPECT_FALSE(sample.Has("out/downgrade.sql"));
}

TEST(Bundle, SaysWhyThereIsNoWayBack) {
  Sample sample;
  sample["migrations/d_later.mig"] += "\ndowngrade irreversible 'the old names are gone';\n";
  const Finished finished = sample.Bundle("out");
  ASSERT_EQ(finished.status, 0) << finished.err;
  EXPECT_FALSE(sample.Has("out/downgrade.sql"));
  EXPECT_THAT(sample["out/README.txt"],
              HasSubstr("There is no downgrade.sql: revision d cannot be undone: the old names are gone"));
  EXPECT_THAT(sample["out/manifest.json"], HasSubstr("\"no_downgrade\": \"revision d cannot be undone: the old names are gone"));
  EXPECT_THAT(sample["out/status.sql"], Not(HasSubstr(" d a ")));
  EXPECT_EQ(sample.Run({"verify", "out/manifest.json"}).status, 0);
}

TEST(Bundle, IsSigned) {
  Sample sample;
  ASSERT_EQ(sample.Run({"keygen", "release"}).status, 0);
  ASSERT_EQ(sample.Bundle("out", {"--dialect", "postgres", "--sign", "release.key"}).status, 0);
  const Finished good = sample.Run({"verify", "out/manifest.json", "--public-key", "release.pub"});
  EXPECT_EQ(good.status, 0) << good.err;
  EXPECT_EQ(sample.Run({"verify", "out/manifest.json", "--public-key", "release.pub", "--rebuild"}).status, 0);
  sample["out/preflight.sql"] += " ";
  EXPECT_EQ(sample.Run({"verify", "out/manifest.json", "--public-key", "release.pub"}).status, 1);
}

TEST(Bundle, WritesNothingWhenItFails) {
  Sample sample;
  EXPECT_EQ(sample.Bundle("out", {"--dialect", "postgres", "--sign", "no.key"}).status, 2);
  EXPECT_FALSE(sample.Has("out/upgrade.sql"));
  EXPECT_NE(sample.Run({"bundle", "--from", "head", "--to", "a", "--dialect", "postgres", "-o", "out"}).status, 0);
  EXPECT_FALSE(sample.Has("out/upgrade.sql"));
}

}  // namespace
}  // namespace migc
