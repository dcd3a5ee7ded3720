// The real program on the real disk: exit statuses, what is written and what is left alone, whatever happens.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "support/process.h"

namespace migc {
namespace {

namespace fs = std::filesystem;
using support::ProcessResult;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::Not;

std::string Slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// One word of sh.
std::string Quoted(const std::string& word) {
  std::string quoted = "'";
  for (char c : word) quoted += c == '\'' ? "'\\''" : std::string(1, c);
  return quoted + "'";
}

class CliTest : public testing::Test {
 protected:
  CliTest() {
    Write("migc.yaml", "dialects: {sqlite: 3.40, postgres: 15}\nvariables: {needed: }\n");
    fs::create_directories(root() / "migrations");
  }
  fs::path root() const { return directory_.path(); }
  void Write(const std::string& name, const std::string& text) {
    fs::create_directories((root() / name).parent_path());
    std::ofstream(root() / name, std::ios::binary) << text;
  }
  void Revision(const std::string& id, const std::string& parents, const std::string& body) {
    Write("migrations/" + id + ".mig",
          "revision " + id + " 'Make " + id + "'\n  revises " + parents + ";\n\nupgrade {\n" + body + "}\n");
  }
  void SmallChain() {
    Revision("a1", "base", "  create table account (id bigint identity primary key, email varchar(320) not null unique);\n");
    Revision("b2", "a1", "  alter table account add column nick text;\n");
  }
  // `tail` is the rest of a shell's command line: "> out", "2>&1 | head".
  ProcessResult Shell(const std::string& command, const std::string& where = ".",
                      std::map<std::string, std::string> environment = {}) {
    std::string line =
        "cd " + Quoted((root() / where).string()) + " && PATH=" + Quoted(MIGC_BINARY_DIR) + ":\"$PATH\" && " + command;
    return support::RunProcess({"sh", "-c", line}, {.stdin_path = "/dev/null", .environment = std::move(environment)});
  }
  ProcessResult Compile(const std::string& more = "") {
    return Shell("migc compile --from base --to head --dialect sqlite " + more);
  }
  std::vector<std::string> Names(const std::string& where = ".") {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(root() / where)) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
  }

 private:
  support::TemporaryDirectory directory_;
};

TEST_F(CliTest, ANewProjectFromNothingToATableInADatabase) {
  fs::create_directories(root() / "shop");
  auto done = Shell(
      "migc init --dialect sqlite && "
      "file=$(migc revision -m 'Create accounts') && "
      "sed -i 's/upgrade {/upgrade {\\n  create table account (id integer primary key);/' \"$file\" && "
      "migc check && migc upgrade head > deploy.sql && sqlite3 shop.db < deploy.sql && "
      "sqlite3 shop.db \"select name from sqlite_master where name = 'account'\"",
      "shop");
  EXPECT_EQ(done.status, 0) << done.out << done.err;
  EXPECT_THAT(done.out, HasSubstr("1 revision, one head: no errors for SQLite"));
  EXPECT_THAT(done.out, testing::EndsWith("\naccount\n"));
  auto names = Names("shop/migrations");
  ASSERT_EQ(names.size(), 1u);
  EXPECT_THAT(names[0], MatchesRegex("[0-9a-f]+_create_accounts\\.mig"));
  EXPECT_EQ(names[0].find('_'), 12u);
}

TEST_F(CliTest, ExitStatusesTellWhoseFaultItIs) {
  SmallChain();
  EXPECT_EQ(Compile().status, 0);
  EXPECT_EQ(Shell("migc check").status, 0);
  EXPECT_EQ(Shell("migc nonsense").status, 2);
  EXPECT_EQ(Compile("--nonsense").status, 2);
  EXPECT_EQ(Compile("--target-version 1.0").status, 2);
  EXPECT_EQ(Shell("migc compile --from zz --to head --dialect sqlite").status, 2);
  EXPECT_EQ(Shell("migc -c nowhere.yaml check").status, 2);
  Revision("c3", "b2", "  drop table nowhere;\n");
  EXPECT_EQ(Compile().status, 1);
  EXPECT_EQ(Shell("migc check").status, 1);
  Write("migc.yaml", "dialect: sqlite\n");
  EXPECT_EQ(Compile().status, 2);
}

TEST_F(CliTest, ScriptsGoToStandardOutputAndDiagnosticsToStandardError) {
  SmallChain();
  auto good = Compile();
  EXPECT_THAT(good.err, IsEmpty());
  EXPECT_THAT(good.out, HasSubstr("CREATE TABLE account"));
  Revision("c3", "b2", "  drop table nowhere;\n");
  auto bad = Compile();
  EXPECT_THAT(bad.out, IsEmpty());
  EXPECT_THAT(
      bad.err,
      HasSubstr("migrations/c3.mig:5:14: error: no table \"nowhere\" at this revision [M4102]\n   5 |   drop table nowhere;\n"));
  EXPECT_THAT(bad.err, Not(HasSubstr("\x1b")));
}

TEST_F(CliTest, AnOutputFileIsReplacedOnlyByAWholeOne) {
  SmallChain();
  Write("deploy.sql", "old");
  Revision("c3", "b2", "  drop table nowhere;\n");
  EXPECT_EQ(Compile("-o deploy.sql").status, 1);
  EXPECT_EQ(Slurp(root() / "deploy.sql"), "old");
  fs::remove(root() / "migrations/c3.mig");
  EXPECT_EQ(Compile("-o deploy.sql").status, 0);
  EXPECT_EQ(Slurp(root() / "deploy.sql"), Compile().out);
  EXPECT_THAT(Names(), testing::ElementsAre("deploy.sql", "migc.yaml", "migrations")) << "nothing temporary stays";
}

TEST_F(CliTest, AnOutputThatCannotBeWrittenIsSaidWithItsReason) {
  SmallChain();
  auto missing = Compile("-o nowhere/deploy.sql");
  EXPECT_EQ(missing.status, 2);
  EXPECT_EQ(missing.err, "error: cannot write nowhere/deploy.sql: No such file or directory [M0003]\n");
  auto directory = Compile("-o migrations");
  EXPECT_EQ(directory.status, 2);
  EXPECT_EQ(directory.err, "error: cannot write migrations: Is a directory [M0003]\n");
  auto full = Compile("-o /dev/full");
  EXPECT_EQ(full.status, 2);
  EXPECT_EQ(full.err, "error: cannot write /dev/full: No space left on device [M0003]\n");
  auto redirected = Compile("> /dev/full");
  EXPECT_EQ(redirected.status, 2);
  EXPECT_THAT(redirected.err, HasSubstr("cannot write standard output"));
  EXPECT_EQ(Compile("-o /dev/null").status, 0);
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  Write("file", "x");
  EXPECT_EQ(Compile("--split file").status, 2);
  EXPECT_EQ(Slurp(root() / "file"), "x");
}

TEST_F(CliTest, FilesThatCannotBeReadAreSaid) {
  SmallChain();
  fs::create_directory(root() / "migrations/c3.mig");
  EXPECT_EQ(Compile().status, 0) << "a directory is no migration, whatever its name";
  fs::create_symlink("nowhere", root() / "migrations/d4.mig");
  auto dangling = Compile();
  EXPECT_EQ(dangling.status, 2);
  EXPECT_THAT(dangling.err, HasSubstr("error: cannot read migrations/d4.mig: No such file or directory [M0002]"));
  fs::remove(root() / "migrations/d4.mig");
  fs::create_symlink("d4.mig", root() / "migrations/d4.mig");
  EXPECT_EQ(Compile().status, 2) << "a link to itself";
  fs::remove(root() / "migrations/d4.mig");
  if (::geteuid() != 0) {
    ::chmod((root() / "migrations/b2.mig").c_str(), 0);
    EXPECT_THAT(Compile().err, HasSubstr("Permission denied"));
  }
  fs::remove(root() / "migc.yaml");
  fs::create_directory(root() / "migc.yaml");
  EXPECT_EQ(Shell("migc -c migc.yaml check").status, 2);
}

TEST_F(CliTest, ATreeThatIsBoundIntoItselfIsReadOnce) {
  SmallChain();
  Write("migc.yaml", "dialects: [sqlite]\nrecursive: true\n");
  fs::create_directories(root() / "migrations/deep");
  fs::create_directory_symlink("..", root() / "migrations/deep/up");
  auto done = Shell("migc check");
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_THAT(done.out, HasSubstr("2 revisions"));
}

TEST_F(CliTest, FileNamesThatAreNotUtf8AreSaid) {
  SmallChain();
  std::ofstream(root() / "migrations/x\xff.mig") << "x";
  auto done = Compile();
  EXPECT_EQ(done.status, 2);
  EXPECT_THAT(done.err, HasSubstr("migrations/x\\xff.mig: this file name is not UTF-8; rename it"));
}

TEST_F(CliTest, BadChainsShowTheirPath) {
  Revision("a1", "b2", "");
  Revision("b2", "a1", "");
  auto cycle = Compile();
  EXPECT_EQ(cycle.status, 1);
  EXPECT_THAT(cycle.err, HasSubstr("revises itself: "));
  Revision("a1", "base", "");
  Write("migrations/copy.mig", Slurp(root() / "migrations/a1.mig"));
  auto twice = Compile();
  EXPECT_EQ(twice.status, 1);
  EXPECT_THAT(twice.err, AllOf(HasSubstr("\"a1\" is used twice"), HasSubstr("copy.mig"), HasSubstr("a1.mig")));
  fs::remove(root() / "migrations/copy.mig");
  Revision("c3", "bb2", "");
  auto missing = Compile();
  EXPECT_EQ(missing.status, 1);
  EXPECT_THAT(missing.err, AllOf(HasSubstr("no revision \"bb2\""), HasSubstr("b2")));
}

TEST_F(CliTest, BadTextIsRefusedWithAPlaceAndWithoutACrash) {
  struct BadText {
    const char* what;
    std::string text;
    const char* said;
  };
  std::string head = "revision a1 'x' revises base;\nupgrade {\n";
  const BadText cases[] = {
      {"not UTF-8", head + "  -- \xc3\x28\n}\n", "a1.mig:3:6: error: byte 45 of this file is not UTF-8"},
      {"an unterminated string", head + "  update t set a = 'x;\n}\n", "a1.mig:3:20: error: "},
      {"an unterminated block", head + "  create table t (a integer);\n", "a1.mig:2:"},
      {"an unknown word", head + "  creat table t (a integer);\n}\n", "a1.mig:3:3: error: "},
      {"an empty file", "", "a1.mig:1:1: error: "},
      {"10,000 parentheses",
       head + "  create table t (a integer default " + std::string(10'000, '(') + "1" + std::string(10'000, ')') + ");\n}\n",
       "a1.mig:3:"},
      {"a line of 10 MB", head + "  bad " + std::string(10'000'000, 'x') + ";\n}\n", "a1.mig:3:3: error: "},
      {"20 MB", head + std::string(20'000'000, ' ') + "}\n", "bytes"},
      {"a variable without a value", head + "  create table \"t${needed}\" (a integer);\n}\n", "variable \"needed\" has no value"},
      {"a missing csv", head + "  create table t (a integer);\n  insert into t (a) from csv 'no.csv';\n}\n", "no.csv"},
  };
  for (const auto& bad : cases) {
    SCOPED_TRACE(bad.what);
    Write("migrations/a1.mig", bad.text);
    auto done = Compile("-o out.sql");
    EXPECT_EQ(done.status, 1);
    EXPECT_THAT(done.out, IsEmpty());
    EXPECT_THAT(done.err, HasSubstr(bad.said));
    EXPECT_LT(done.err.size(), 20'000u);
    EXPECT_FALSE(fs::exists(root() / "out.sql"));
  }
}

TEST_F(CliTest, ACsvRowOfTheWrongLengthIsShown) {
  Revision("a1", "base", "  create table t (a integer, b integer);\n  insert into t (a, b) from csv 'data/t.csv';\n");
  Write("data/t.csv", "a,b\n1,2\n3\n");
  auto done = Compile();
  EXPECT_EQ(done.status, 1);
  EXPECT_THAT(done.err, HasSubstr("data/t.csv:3"));
}

TEST_F(CliTest, TheProjectIsFoundFromBelow) {
  SmallChain();
  fs::create_directories(root() / "deep/er");
  auto done = Shell("migc heads", "deep/er");
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_EQ(done.out, "b2 (head)\n");
  EXPECT_EQ(Shell("migc upgrade head --dialect sqlite", "deep/er").out, Compile().out) << "the same bytes from anywhere";
}

TEST_F(CliTest, TheSameSourcesGiveTheSameBytes) {
  SmallChain();
  auto script = Compile().out;
  EXPECT_EQ(
      Shell("TZ=Pacific/Kiritimati LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 USER=x HOME=/nowhere migc upgrade head --dialect sqlite")
          .out,
      script);
  fs::rename(root() / "migrations", root() / "former");
  fs::create_directories(root() / "migrations");
  for (const char* name : {"b2.mig", "a1.mig"}) fs::copy_file(root() / "former" / name, root() / "migrations" / name);
  EXPECT_EQ(Compile().out, script) << "in whatever order the directory was filled";
}

TEST_F(CliTest, VariablesOfTheEnvironmentArrive) {
  Revision("a1", "base", "  create table \"t_${needed}\" (a integer);\n");
  EXPECT_EQ(Compile().status, 1);
  EXPECT_THAT(Shell("migc upgrade head --dialect sqlite", ".", {{"MIGC_VAR_needed", "x"}}).out, HasSubstr("CREATE TABLE t_x"));
  EXPECT_THAT(Compile("-D needed=y").out, HasSubstr("CREATE TABLE t_y"));
}

TEST_F(CliTest, SplitMakesScriptsThatApplyOneAfterTheOther) {
  SmallChain();
  EXPECT_EQ(Compile("--split out").status, 0);
  EXPECT_EQ(Names("out").size(), 2u);
  auto done =
      Shell("for f in out/*.sql; do sqlite3 shop.db < $f || exit 1; done; sqlite3 shop.db 'select version_num from migc_version'");
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_THAT(done.out, testing::EndsWith("\nb2\n"));
}

TEST_F(CliTest, ABundleIsMadeHere) {
  SmallChain();
  const auto done = Shell("migc bundle --from base --to head --dialect sqlite -o release-7 && migc verify release-7/manifest.json");
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_TRUE(fs::exists(root() / "release-7" / "upgrade.sql"));
}

TEST_F(CliTest, AScriptIsVerifiedAndSignedOnTheDisk) {
  SmallChain();
  EXPECT_EQ(Compile("-o deploy.sql").status, 0);
  EXPECT_EQ(Shell("migc verify ../deploy.sql", "migrations").status, 0) << "from wherever the project is found";
  EXPECT_EQ(Shell("umask 000 && migc keygen release").status, 0);
  struct stat status {};
  ASSERT_EQ(::stat((root() / "release.key").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777U, 0600U);
  const std::string secret = Slurp(root() / "release.key");
  EXPECT_EQ(Shell("rm release.pub && migc keygen release").status, 2);
  EXPECT_EQ(Slurp(root() / "release.key"), secret) << "a key is never replaced";
  EXPECT_FALSE(fs::exists(root() / "release.pub"));
  EXPECT_EQ(Shell("ln -s victim dangling.key && migc keygen dangling").status, 2);
  EXPECT_FALSE(fs::exists(root() / "victim")) << "nor written through a link";
  EXPECT_EQ(Shell("migc keygen k && migc sign deploy.sql --key k.key").status, 0);
  EXPECT_EQ(Shell("migc verify deploy.sql --public-key k.pub").status, 0);
  Write("migrations/a1.mig", Slurp(root() / "migrations/a1.mig") + "-- a remark\n");
  EXPECT_EQ(Shell("migc verify deploy.sql --public-key k.pub").status, 0);
  EXPECT_EQ(Shell("migc verify deploy.sql").status, 1);
  Write("deploy.sql", Slurp(root() / "deploy.sql") + "\n");
  EXPECT_EQ(Shell("migc verify deploy.sql --public-key k.pub").status, 1);
}

TEST_F(CliTest, OpenSslVerifiesWhatMigcSigns) {
  if (Shell("openssl version").status != 0) GTEST_SKIP() << "there is no openssl here";
  Write("deploy.sql", "SELECT 1;\n");
  EXPECT_EQ(Shell("migc keygen k && migc sign deploy.sql --key k.key").status, 0);
  const std::string verify =
      "sed -n 's/^ed25519 //p' deploy.sql.sig | base64 -d > s.bin && "
      "openssl pkeyutl -verify -pubin -inkey k.pub -rawin -in deploy.sql -sigfile s.bin";
  EXPECT_EQ(Shell(verify).status, 0) << Shell(verify).err;
  Write("deploy.sql", "SELECT 2;\n");
  EXPECT_NE(Shell(verify).status, 0);
  EXPECT_EQ(Shell("openssl genpkey -algorithm ed25519 -out o.key && openssl pkey -in o.key -pubout -out o.pub").status, 0);
  EXPECT_EQ(Shell("migc sign deploy.sql --key o.key && migc verify deploy.sql --public-key o.pub").status, 0);
}

// What two people do who each make a migration after the same one.
TEST_F(CliTest, TwoHeadsAreAConflictOfGit) {
  if (Shell("git --version").status != 0) GTEST_SKIP() << "there is no git here";
  SmallChain();
  const auto done = Shell(
      "export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b;"
      "git init -q -b main && migc seal && git add . && git commit -qm start && git switch -qc one && "
      "migc revision -m One --rev-id 0one && git add . && git commit -qm one && git switch -q main && "
      "migc revision -m Two --rev-id two && git add . && git commit -qm two && ! git merge -q one && git status --short");
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_THAT(done.out, HasSubstr("UU migc.sum"));
  const auto check = Shell("migc check");
  EXPECT_EQ(check.status, 1);
  EXPECT_THAT(check.err, HasSubstr("a merge left a conflict here: two people have put revisions after the same one [M7404]"));
  EXPECT_EQ(Shell("sed -i '/^[<=>]\\{7\\}/d' migc.sum && migc seal && migc merge && migc check -q").status, 0);
  EXPECT_EQ(Shell("migc heads").out.find("head"), Shell("migc heads").out.rfind("head")) << "one head again";
}

TEST_F(CliTest, WhoeverStopsReadingIsNoCrash) {
  SmallChain();
  auto done = Shell("migc upgrade head --dialect sqlite | head -c 10");
  EXPECT_EQ(done.out.size(), 10u);
  EXPECT_THAT(done.err, Not(HasSubstr("internal error")));
}

}  // namespace
}  // namespace migc
