// Real chains that lie beside the project, when they are there: each is applied, and the schema is compared with the one that its
// reference makes, by the comparison that comes with them.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
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

// What the machine-made chain says and no database with foreign keys would take: refused rightly, and said here as it was meant.
//  - an index over a dropped column goes with the column, so dropping it afterwards finds nothing;
//  - a primary key under another name is a rename: adding a second one, or a foreign key that is there already, is an error;
//  - `::state_type` is PostgreSQL's.
std::map<std::string, std::vector<std::pair<std::string, std::string>>> PrefectMended() {
  return {{"b75d279ba985",
           {{"  drop index uq_block_schema__name_version on block_schema;\n", ""},
            {"  drop index uq_block_schema__name_version;\n", ""}}},
          {"fd966d4ad99c",
           {{"    drop constraint pk_block_spec,\n    add constraint pk_block_schema primary key (id);",
             "    rename constraint pk_block_spec to pk_block_schema;"},
            {"    add constraint pk_block_document primary key (id),\n    add constraint fk_block__block_schema_id__block_schema "
             "foreign key "
             "(block_schema_id) references block_schema (id) on delete cascade;",
             "    rename constraint pk_block_data to pk_block_document;"}}},
          {"a49711513ad4", {{"'SCHEDULED'::state_type", "'SCHEDULED'"}}}};
}

void Mend(const std::string& file, std::string& text) {
  for (const auto& [id, changes] : PrefectMended()) {
    if (file.find(id) == std::string::npos) continue;
    for (const auto& [from, to] : changes) {
      if (const std::size_t at = text.find(from); at != std::string::npos) text.replace(at, from.size(), to);
    }
  }
}

support::MemoryProject Project(const std::string& chain, const std::string& dialect, const std::string& more = "") {
  std::map<std::string, std::string> files = {{"migc.yaml", "migrations: migrations\ndialects:\n  " + dialect + "\n" + more}};
  for (const auto& entry : fs::directory_iterator(kCorpus / chain / "migrations")) {
    std::string& text = files["migrations/" + entry.path().filename().string()];
    text = ReadText(entry.path());
    Mend(entry.path().filename().string(), text);
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

// Foreign keys that nobody named are called as MySQL calls them, so that there is no difference to explain.
TEST(Corpus, IronicOnMariadb) {
  if (Missing("ironic") || support::SkipEngines("mariadb")) GTEST_SKIP();
  support::MariadbServer* server = support::MariadbServer::Get();
  ASSERT_NE(server, nullptr);
  const support::MemoryProject project = Project("ironic", "mariadb: 10.11", "naming:\n  foreign_key: '{table}_ibfk_{n}'\n");
  const support::Compiled up = project.Compile("base", "heads", "mariadb");
  ASSERT_TRUE(up.ok) << up.diagnostics;
  const support::MariadbDatabase database(*server);
  const support::ProcessResult applied = database.RunScript(up.text);
  ASSERT_EQ(applied.status, 0) << applied.err;
  const support::MariadbDatabase reference(*server);
  const support::ProcessResult made = reference.RunScript(ReadText(kCorpus / "ironic/reference.mysql.sql"));
  ASSERT_EQ(made.status, 0) << made.err;
  EXPECT_EQ(Compare({"my", reference.name(), database.name(), "--socket", server->socket()}), "");
}

// Where ours differs from what Alembic left behind, and ours is right:
//  - a number as default is a number, not a string that SQLite converts;
//  - `!=` is printed as the standard's `<>`;
//  - an enum is a checked VARCHAR;
//  - Alembic's batch mode lost the direction, collation and expressions of indexes when it copied a table.
constexpr const char* kPrefectDifferences =
    R"(default "'[01]'" -> '[01]'|no_self_reference: text|^\+ constraint \w+\.unnamed \((status|type|state_type) in\(|case_insensitive: columns|_desc: columns|^\+ index flow_run\.ix_flow_run__coalesce_start_time)";

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
  EXPECT_EQ(Compare({"sqlite", reference.path(), database.path(), "--ignore", kPrefectDifferences}), "");
}

}  // namespace
}  // namespace migc::integration
