// Real chains that lie beside the project, when they are there: each is applied, and the schema is compared with the one that its
// reference makes, by the comparison that comes with them.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "integration/schema_check.h"
#include "support/process.h"

namespace migc::integration {
namespace {

namespace fs = std::filesystem;

const fs::path kCorpus = fs::path(MIGC_SOURCE_DIR) / "../shared/corpus";

std::string ReadText(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

support::MemoryProject Project(const std::string& chain, const std::string& dialect) {
  std::map<std::string, std::string> files = {{"migc.yaml", "migrations: migrations\ndialects:\n  " + dialect + "\n"}};
  for (const auto& entry : fs::directory_iterator(kCorpus / chain / "migrations")) {
    files["migrations/" + entry.path().filename().string()] = ReadText(entry.path());
  }
  return support::MemoryProject(std::move(files));
}

bool Missing(const std::string& chain) {
  if (fs::exists(kCorpus / chain / "migrations")) return false;
  std::cout << chain << " was skipped: there is no ../shared/corpus beside the project\n";
  return true;
}

// `alone`: a statement of the reference needs no server's permission to fail.
std::string Compare(const std::vector<std::string>& arguments) {
  std::vector<std::string> command = {"python3", (kCorpus / "compare_schema.py").string()};
  command.insert(command.end(), arguments.begin(), arguments.end());
  const support::ProcessResult result = support::RunProcess(command);
  return result.status == 0 ? "" : result.out + result.err;
}

TEST(Corpus, IronicOnPostgres) {
  if (Missing("ironic") || support::SkipEngines("postgres")) GTEST_SKIP();
  support::PostgresServer* server = support::PostgresServer::Get();
  ASSERT_NE(server, nullptr);
  const support::MemoryProject project = Project("ironic", "postgres: 15");
  const support::Compiled up = project.Compile("base", "heads", "postgres");
  ASSERT_TRUE(up.ok) << up.diagnostics;
  const support::PostgresDatabase database(*server);
  const support::ProcessResult applied = database.RunScript(up.text);
  ASSERT_EQ(applied.status, 0) << applied.err;
  const support::PostgresDatabase reference(*server);
  const support::ProcessResult made =
      reference.RunScript(ReadText(kCorpus / "ironic/reference.postgresql.sql"), {"-v", "ON_ERROR_STOP=1"});
  ASSERT_EQ(made.status, 0) << made.err;
  EXPECT_EQ(Compare({"pg", reference.name(), database.name(), "--host", server->socket_directory()}), "");
}

TEST(Corpus, PrefectOnSqlite) {
  if (Missing("prefect-sqlite") || support::SkipEngines("sqlite")) GTEST_SKIP();
  const support::MemoryProject project = Project("prefect-sqlite", "sqlite: 3.40");
  const support::Compiled up = project.Compile("base", "heads", "sqlite");
  ASSERT_TRUE(up.ok) << up.diagnostics;
  const support::SqliteDatabase database;
  const support::ProcessResult applied = database.RunScript(up.text);
  ASSERT_EQ(applied.status, 0) << applied.err;
  const support::SqliteDatabase reference;
  const support::ProcessResult made = reference.RunScript(".bail on\n" + ReadText(kCorpus / "prefect-sqlite/reference.sqlite.sql"));
  ASSERT_EQ(made.status, 0) << made.err;
  EXPECT_EQ(Compare({"sqlite", reference.path(), database.path()}), "");
}

}  // namespace
}  // namespace migc::integration
