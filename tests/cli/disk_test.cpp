// A run that is cut off, or that has no room: the file that was there stays, or the whole new one is in its place. And what a run
// says does not depend on how far each revision came before the next was looked at.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "support/process.h"

namespace migc {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class DiskTest : public testing::Test {
 protected:
  DiskTest() { directory_.Write("migc.yaml", "dialects: {sqlite: 3.40, postgres: 15}\n"); }

  void Revision(const std::string& id, const std::string& parent, const std::string& body) {
    fs::create_directories(Place("migrations"));
    directory_.Write("migrations/" + id + ".mig",
                     "revision " + id + " 'Make " + id + "'\n  revises " + parent + ";\n\nupgrade {\n  " + body + "\n}\n");
  }
  // Long enough to be cut off in the middle.
  void LongChain() {
    std::string parent = "base";
    for (int n = 0; n < 300; ++n) {
      const std::string id = "r" + std::to_string(1000 + n);
      Revision(id, parent, "create table t_" + id + " (id bigint primary key, name varchar(40) not null unique, note text);");
      parent = id;
    }
  }

  std::string Place(const std::string& name) const { return directory_.path() + "/" + name; }
  std::string Slurp(const std::string& name) const {
    std::ifstream in(Place(name), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }
  void Put(const std::string& name, const std::string& text) { std::ofstream(Place(name), std::ios::binary) << text; }

  support::ProcessResult Migc(const std::vector<std::string>& arguments, const support::Disturbance& disturbance = {}) {
    std::vector<std::string> command = {std::string(MIGC_BINARY_DIR) + "/migc"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return support::RunProcess(command, {.directory = directory_.path(), .disturbance = disturbance, .environment = environment_});
  }
  support::ProcessResult Compile(const std::vector<std::string>& more = {}, const support::Disturbance& disturbance = {}) {
    std::vector<std::string> arguments = {"compile", "--from", "base", "--to", "head", "--dialect", "postgres"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return Migc(arguments, disturbance);
  }

  std::map<std::string, std::string> environment_;
  support::TemporaryDirectory directory_;
};

TEST_F(DiskTest, AKilledRunLeavesTheFormerFileOrTheWholeNewOne) {
  LongChain();
  const std::string whole = Compile().out;
  ASSERT_THAT(whole, HasSubstr("MIGC-RECEIPT"));
  int cut_off = 0;
  for (int step = 0; step < 40; ++step) {
    Put("deploy.sql", "the former script\n");
    const auto done = Compile({"-o", "deploy.sql"}, {.after = std::chrono::milliseconds(3 * step),
                                                     .act = [](pid_t process) { ::kill(process, SIGKILL); }});
    const std::string left = Slurp("deploy.sql");
    EXPECT_TRUE(left == "the former script\n" || left == whole)
        << "killed after " << 3 * step << " ms: " << left.size() << " bytes";
    if (done.status == 128 + SIGKILL) ++cut_off;
  }
  EXPECT_GT(cut_off, 0) << "no run was cut off, so this has shown nothing";
  EXPECT_EQ(Compile({"-o", "deploy.sql"}).status, 0);
  EXPECT_EQ(Slurp("deploy.sql"), whole);
  for (const auto& entry : fs::directory_iterator(directory_.path())) {
    const std::string name = entry.path().filename().string();
    const bool ours = name == "deploy.sql" || name == "migc.yaml" || name == "migrations";
    EXPECT_TRUE(ours || (name.starts_with(".migc-") && name.ends_with(".tmp"))) << name;
  }
}

// A place for the secret, so that there is a cache.
TEST_F(DiskTest, AKilledRunLeavesNoCacheThatIsBelieved) {
  LongChain();
  const std::string whole = Compile({"--no-cache"}).out;
  environment_["XDG_CACHE_HOME"] = Place("user");
  int cut_off = 0;
  for (int step = 0; step < 20; ++step) {
    fs::remove_all(Place(".migc"));
    const auto done =
        Compile({}, {.after = std::chrono::milliseconds(8 * step), .act = [](pid_t process) { ::kill(process, SIGKILL); }});
    if (done.status == 128 + SIGKILL) ++cut_off;
    EXPECT_EQ(Compile().out, whole) << "after one that was killed after " << 8 * step << " ms";
  }
  EXPECT_GT(cut_off, 0) << "no run was cut off, so this has shown nothing";
  EXPECT_EQ(std::distance(fs::directory_iterator(Place(".migc/cache")), fs::directory_iterator()), 1);
}

// WriteWhole follows symbolic links, and a repository may come with some.
TEST_F(DiskTest, ACacheThatLeadsElsewhereIsNotWritten) {
  LongChain();
  environment_["XDG_CACHE_HOME"] = Place("user");
  const std::string whole = Compile().out;
  const fs::path entry = fs::directory_iterator(Place(".migc/cache"))->path();
  Put("precious", "text");
  fs::remove(entry);
  fs::create_symlink(Place("precious"), entry);
  EXPECT_EQ(Compile().out, whole);
  EXPECT_EQ(Slurp("precious"), "text");
  fs::create_directories(Place("elsewhere"));
  Put("elsewhere/" + entry.filename().string(), "text");
  fs::remove_all(Place(".migc/cache"));
  fs::create_directory_symlink(Place("elsewhere"), Place(".migc/cache"));
  EXPECT_EQ(Compile().out, whole);
  EXPECT_EQ(Slurp("elsewhere/" + entry.filename().string()), "text");
}

TEST_F(DiskTest, WhereThereIsNoRoomTheFormerFileStays) {
  LongChain();
  Put("deploy.sql", "the former script\n");
  const std::string command = "trap '' XFSZ; ulimit -f 8; exec " + std::string(MIGC_BINARY_DIR) +
                              "/migc compile --from base --to head --dialect postgres -o deploy.sql";
  const auto done = support::RunProcess({"sh", "-c", command}, {.directory = directory_.path()});
  EXPECT_EQ(done.status, 2);
  EXPECT_EQ(done.err, "error: cannot write deploy.sql: File too large [M0003]\n");
  EXPECT_EQ(Slurp("deploy.sql"), "the former script\n");
  const auto entries = std::distance(fs::directory_iterator(directory_.path()), fs::directory_iterator());
  EXPECT_EQ(entries, 3) << "nothing temporary stays";
}

// docs/limits.md: what is past a limit is refused, and the message names it. The files have holes, and take no room.
TEST_F(DiskTest, WhatIsPastALimitIsToldTheLimit) {
  Revision("a1", "base", "create table t (a integer);\n  insert into t (a) from csv 'rows.csv';");
  Put("rows.csv", "a\n1\n");
  ASSERT_EQ(Compile().status, 0);
  const auto error_with = [&](const std::string& name, std::uintmax_t bytes, const std::vector<std::string>& arguments) {
    const bool there = fs::exists(Place(name));
    const std::string former = there ? Slurp(name) : "";
    fs::create_directories(fs::path(Place(name)).parent_path());
    if (!there) Put(name, "");
    fs::resize_file(Place(name), bytes);
    const auto done = Migc(arguments);
    there ? Put(name, former) : static_cast<void>(fs::remove(Place(name)));
    EXPECT_NE(done.status, 0) << name;
    return done.err.substr(0, done.err.find('\n'));
  };
  const std::vector<std::string> compile = {"compile", "--from", "base", "--to", "head", "--dialect", "postgres"};
  EXPECT_EQ(error_with("migrations/b2.mig", (16U << 20U) + 1, {"heads"}),
            "migrations/b2.mig:1:1: error: this file has 16777217 bytes; at most 16777216 are read [M1001]");
  EXPECT_EQ(error_with("migrations/b2.mig", (32U << 20U) + 1, {"heads"}),
            "error: cannot read migrations/b2.mig: it has 33554433 bytes; at most 33554432 are read [M0002]");
  EXPECT_EQ(error_with("rows.csv", (256U << 20U) + 1, compile),
            "migrations/a1.mig:6:30: error: cannot read rows.csv: it has 268435457 bytes; at most 268435456 are read [M0002]");
  EXPECT_EQ(error_with("migc.yaml", (1U << 20U) + 1, {"heads"}),
            "error: cannot read migc.yaml: it has 1048577 bytes; at most 1048576 are read [M0002]");
  EXPECT_EQ(error_with("facts/mine.yaml", (1U << 20U) + 1, {"--dialect-path", "facts", "dialects"}),
            "error: cannot read facts/mine.yaml: it has 1048577 bytes; at most 1048576 are read [M0002]");
  EXPECT_EQ(error_with("migc.sum", (64U << 20U) + 1, compile),
            "error: cannot read migc.sum: it has 67108865 bytes; at most 67108864 are read [M0002]");
  EXPECT_EQ(error_with("rows.txt", (16U << 20U) + 1, {"current", "rows.txt"}).substr(0, 27), "error: cannot read rows.txt");
  EXPECT_EQ(error_with("deploy.sql", (1U << 30U) + 1, {"verify", "deploy.sql"}),
            "error: cannot read deploy.sql: it has 1073741825 bytes; at most 1073741824 are read [M0002]");
  Put("migrations/b2.mig", "revision " + std::string(129, 'b') + " 'B'\n  revises a1;\nupgrade { }\n");
  EXPECT_THAT(Migc({"heads"}).err, HasSubstr("revision id of 129 characters; at most 128 fit into the version table [M2022]"));
}

TEST_F(DiskTest, DirectoriesThatAreTooDeepAreSaid) {
  Put("migc.yaml", "dialects: {sqlite: 3.40}\nrecursive: true\n");
  std::string path = "migrations";
  for (int depth = 0; depth < 64; ++depth) path += "/d";
  fs::create_directories(Place(path));
  EXPECT_EQ(Migc({"heads"}).status, 0);
  fs::create_directories(Place(path + "/e"));
  const auto done = Migc({"heads"});
  EXPECT_EQ(done.status, 2);
  EXPECT_THAT(done.err, HasSubstr("directories within each other are read 64 deep [M0002]"));
}

// Revisions are let go of one by one, but what is said is that of one phase after the other over all of them.
TEST_F(DiskTest, AnEarlierPhaseSpeaksForAllRevisionsFirst) {
  const std::vector<std::string> sqlite = {"compile", "--from", "base", "--to", "head", "--dialect", "sqlite"};
  Revision("a1", "base", "create extension pgcrypto;");
  Revision("b2", "a1", "drop table nowhere;");
  Revision("c3", "b2", "create table t (a varchar(0));");
  const auto lowered = Migc(sqlite);
  EXPECT_EQ(lowered.status, 1);
  EXPECT_THAT(lowered.err, AllOf(HasSubstr("[M2062]"), Not(HasSubstr("[M4102]")), Not(HasSubstr("[M5001]"))));
  Revision("c3", "b2", "create table t (a varchar(1));");
  const auto replayed = Migc(sqlite);
  EXPECT_EQ(replayed.status, 1);
  EXPECT_THAT(replayed.err, AllOf(HasSubstr("[M4102]"), Not(HasSubstr("[M5001]"))));
  Revision("b2", "a1", "drop table if exists nowhere;");
  const auto checked = Migc(sqlite);
  EXPECT_EQ(checked.status, 1);
  EXPECT_THAT(checked.err, HasSubstr("[M5001]"));
  EXPECT_EQ(checked.out, "");
}

}  // namespace
}  // namespace migc
