#include "migc/project/project.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "migc/diag/render.h"

namespace migc::project {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

struct Outcome {
  std::optional<Project> project;
  std::string said;
};

Outcome Read(std::string yaml) {
  source::Buffers buffers;
  diag::Sink sink;
  Outcome outcome;
  outcome.project = ReadProject(buffers.Add("migc.yaml", std::move(yaml)), ".", sink);
  outcome.said = diag::RenderText(sink.Sorted(), buffers, {});
  return outcome;
}

TEST(ReadProjectTest, AnEmptyFileMeansTheDefaults) {
  for (const char* yaml : {"", "# only a comment\n", "---\n"}) {
    auto outcome = Read(yaml);
    ASSERT_TRUE(outcome.project) << outcome.said;
    const auto& project = *outcome.project;
    ASSERT_EQ(project.directories.size(), 1u);
    EXPECT_EQ(project.directories[0].value, "migrations");
    EXPECT_FALSE(project.recursive);
    EXPECT_THAT(project.dialects, IsEmpty());
    EXPECT_EQ(project.version_table, "migc_version");
    EXPECT_EQ(project.version_table_schema, "");
    EXPECT_TRUE(project.history);
    EXPECT_EQ(project.history_table, "migc_history");
    EXPECT_EQ(project.file_template, "{id}_{slug}");
  }
}

TEST(ReadProjectTest, EveryKeyArrives) {
  auto outcome = Read(
      "migrations: [a, b/c]\n"
      "recursive: true\n"
      "dialects:\n  postgres: 15\n  sqlite: 3.40\n  mysql:\n"
      "version_table: alembic_version\n"
      "version_table_schema: ops\n"
      "history: false\n"
      "history_table: h\n"
      "naming:\n  unique: \"uq_{table}_{columns}\"\n  check: \"ck_{table}_{n}\"\n"
      "variables:\n  a: x y\n  b:\n  c: {default: '1'}\n  d: ~\n  e: ''\n"
      "model: schema.mig\n"
      "default_schema: {postgres: app}\n"
      "file_template: \"{year}-{id}\"\n");
  ASSERT_TRUE(outcome.project) << outcome.said;
  const auto& project = *outcome.project;
  ASSERT_EQ(project.directories.size(), 2u);
  EXPECT_EQ(project.directories[1].value, "b/c");
  EXPECT_TRUE(project.recursive);
  ASSERT_EQ(project.dialects.size(), 3u);
  EXPECT_EQ(project.dialects[0].name.value, "postgres");
  EXPECT_EQ(project.dialects[0].version->value, "15");
  EXPECT_EQ(project.dialects[1].version->value, "3.40") << "a version is no number";
  EXPECT_FALSE(project.dialects[2].version);
  EXPECT_EQ(project.version_table, "alembic_version");
  EXPECT_EQ(project.version_table_schema, "ops");
  EXPECT_FALSE(project.history);
  EXPECT_EQ(project.history_table, "h");
  EXPECT_THAT(project.naming, ElementsAre(Pair("check", "ck_{table}_{n}"), Pair("unique", "uq_{table}_{columns}")));
  EXPECT_EQ(project.variables.at("a"), "x y");
  EXPECT_EQ(project.variables.at("b"), std::nullopt);
  EXPECT_EQ(project.variables.at("c"), "1");
  EXPECT_EQ(project.variables.at("d"), std::nullopt);
  EXPECT_EQ(project.variables.at("e"), "");
  EXPECT_EQ(project.model->value, "schema.mig");
  EXPECT_EQ(project.default_schema.at("postgres").value, "app");
  EXPECT_EQ(project.file_template, "{year}-{id}");
}

TEST(ReadProjectTest, DialectsMayBeAList) {
  auto outcome = Read("dialects: [postgres, sqlite: 3.35]\n");
  ASSERT_TRUE(outcome.project) << outcome.said;
  ASSERT_EQ(outcome.project->dialects.size(), 2u);
  EXPECT_FALSE(outcome.project->dialects[0].version);
  EXPECT_EQ(outcome.project->dialects[1].name.value, "sqlite");
  EXPECT_EQ(outcome.project->dialects[1].version->value, "3.35");
}

TEST(ReadProjectTest, UnknownKeysAreRefusedWithASuggestionAndTheirPlace) {
  auto outcome = Read("# é\nversion_tabel: x\n");
  EXPECT_FALSE(outcome.project);
  EXPECT_EQ(outcome.said,
            "migc.yaml:2:1: error: unknown key \"version_tabel\" in migc.yaml [M7002]\n"
            "   2 | version_tabel: x\n"
            "     | ^~~~~~~~~~~~~\n"
            "     = help: did you mean \"version_table\"?\n");
  EXPECT_THAT(Read("naming: {uniqe: x}\n").said, HasSubstr("did you mean \"unique\"?"));
  EXPECT_THAT(Read("naming: {zzzzzzzz: x}\n").said, HasSubstr("the keys are primary_key, unique"));
  EXPECT_THAT(Read("variables: {a: {defualt: x}}\n").said, HasSubstr("did you mean \"default\"?"));
}

TEST(ReadProjectTest, EveryMistakeIsSaidInOneRun) {
  std::string said = Read("nonsense: 1\nhistory: yes\nmigrations: {}\nversion_table: [a]\nhistory_table: ''\nnaming: x\n").said;
  for (const char* part : {"migc.yaml:1:1: error: unknown key \"nonsense\"",
                           "migc.yaml:2:10: error: \"history\" is \"yes\"; it must be true or false", "\"migrations\" is a mapping",
                           "\"version_table\" is a list", "\"history_table\" is \"\"; it must be a name", "\"naming\" is \"x\""}) {
    EXPECT_THAT(said, HasSubstr(part));
  }
}

TEST(ReadProjectTest, ValuesThatMakeNoSenseAreRefused) {
  EXPECT_THAT(Read("a: [\n").said, HasSubstr("error: this is not YAML: "));
  EXPECT_THAT(Read("- a\n").said, HasSubstr("\"migc.yaml\" is a list"));
  EXPECT_THAT(Read("history: true\nhistory: false\n").said,
              HasSubstr("migc.yaml:2:1: error: the key \"history\" stands here twice"));
  EXPECT_THAT(Read("dialects: [sqlite, sqlite]\n").said, HasSubstr("\"sqlite\" stands here twice"));
  EXPECT_THAT(Read("naming: {unique: '{tabel}_key'}\n").said, HasSubstr("unknown placeholder \"{tabel}\" in \"{tabel}_key\""));
  EXPECT_THAT(Read("naming: {unique: '{tabel}_key'}\n").said, HasSubstr("did you mean {table}?"));
  EXPECT_THAT(Read("naming: {unique: '{table'}\n").said, HasSubstr("{table}"));
  EXPECT_THAT(Read("variables: {'1a': x}\n").said, HasSubstr("a name of letters, digits and _"));
  EXPECT_THAT(Read("variables: {a: [1]}\n").said, HasSubstr("\"a\" is a list"));
  EXPECT_THAT(Read("file_template: '{slug}'\n").said, HasSubstr("a file name with {id} in it"));
  EXPECT_THAT(Read("file_template: 'x/{id}'\n").said, HasSubstr("a file name with {id} in it"));
  EXPECT_THAT(Read("migrations: []\n").said, HasSubstr("\"migrations\" is a list"));
  EXPECT_THAT(Read("? [a]\n: b\n").said, HasSubstr("\"key\" is a list; it must be a word"));
}

TEST(ReadProjectTest, YamlThatIsMeantToHurtIsRefusedQuickly) {
  EXPECT_FALSE(Read(std::string(100'000, '[')).project);
  EXPECT_FALSE(Read("migrations: &a [*a]\n").project);
  EXPECT_FALSE(Read(std::string("a\0b: 1\n", 7)).project);
}

TEST(DiscoverTest, FindsTheFilesSortedWithoutModelAndHiddenOnes) {
  source::MemoryFileSystem files;
  for (const char* path : {"p/migrations/b.mig", "p/migrations/a.mig", "p/migrations/schema.mig", "p/migrations/readme.txt",
                           "p/migrations/.#a.mig", "p/migrations/sub/c.mig", "p/migrations/.git/d.mig", "p/other/e.mig"}) {
    files.files()[path] = "";
  }
  Project project = DefaultProject("p");
  project.model = Setting<std::string>("migrations/schema.mig");
  EXPECT_THAT(ListMigrations(project, files).value(), ElementsAre("migrations/a.mig", "migrations/b.mig"));
  project.recursive = true;
  EXPECT_THAT(ListMigrations(project, files).value(), ElementsAre("migrations/a.mig", "migrations/b.mig", "migrations/sub/c.mig"));
  project.directories.emplace_back(std::string("./other/"));
  project.directories.emplace_back(std::string("migrations/sub"));
  EXPECT_THAT(ListMigrations(project, files).value(),
              ElementsAre("migrations/a.mig", "migrations/b.mig", "migrations/sub/c.mig", "other/e.mig"));
  project.directories.emplace_back(std::string("nowhere"));
  auto missing = ListMigrations(project, files);
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().Text(), "p/nowhere: No such file or directory");
}

TEST(DiscoverTest, FindsTheConfigInTheWorkingDirectory) {
  source::MemoryFileSystem files;
  EXPECT_EQ(FindConfig(files), std::nullopt);
  files.files()["migc.yaml"] = "";
  EXPECT_EQ(FindConfig(files), "migc.yaml");
}

}  // namespace
}  // namespace migc::project
