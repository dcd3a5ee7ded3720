#include "support/engine.h"

#include <unistd.h>

#include <filesystem>
#include <stdexcept>

#include "migc/base/text.h"
#include "support/mariadb.h"
#include "support/postgres.h"
#include "support/sqlite.h"

namespace migc::support {
namespace {

class PostgresEngine final : public Engine {
 public:
  explicit PostgresEngine(PostgresServer& server) : server_(server), database_(server) {}
  ProcessResult Run(const std::string& script, const Disturbance& disturbance) override {
    return database_.RunScript(script, {}, disturbance);
  }
  ProcessResult RunWithoutPrivileges(const std::string& script, bool /*but_create*/) override {
    database_.Query("DROP ROLE IF EXISTS weak");
    database_.Query("CREATE ROLE weak LOGIN");
    // Where everybody may make tables, nobody may for now.
    const bool everybody = database_.Query("SELECT has_schema_privilege('weak', 'public', 'CREATE')") == "t\n";
    if (everybody) database_.Query("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    database_.Query("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO weak");
    ProcessResult result = database_.RunScript(script, {"-U", "weak"});
    database_.Query("DROP OWNED BY weak; DROP ROLE weak");
    if (everybody) database_.Query("GRANT CREATE ON SCHEMA public TO PUBLIC");
    return result;
  }
  std::unique_ptr<Blocker> Lock(const std::string& table) override {
    return std::make_unique<Blocker>(std::vector<std::string>{server_.Program("psql"), "-X", "-q", "-h", server_.socket_directory(),
                                                              "-U", "postgres", "-d", database_.name()},
                                     "BEGIN;\nLOCK TABLE " + table + ";\n\\! ");
  }
  std::string Query(const std::string& sql) override { return database_.Query(sql); }
  std::string Dump() override {
    const ProcessResult dump =
        RunProcess({server_.Program("pg_dump"), "-h", server_.socket_directory(), "-U", "postgres", "--inserts", database_.name()});
    if (dump.status != 0) throw std::runtime_error(dump.err);
    // Newer releases open and close the dump with a random word.
    std::string text;
    for (std::size_t at = 0; at < dump.out.size();) {
      const std::size_t end = dump.out.find('\n', at) + 1;
      const std::string line = dump.out.substr(at, end - at);
      if (!line.starts_with("\\restrict") && !line.starts_with("\\unrestrict")) text += line;
      at = end;
    }
    return text;
  }
  void KillServer() override { server_.Kill(); }
  void StartServer() override { server_.Start(); }

 private:
  PostgresServer& server_;
  PostgresDatabase database_;
};

class SqliteEngine final : public Engine {
 public:
  ProcessResult Run(const std::string& script, const Disturbance& disturbance) override {
    return database_.RunScript(script, SqliteDatabase::Way::kStdin, {}, disturbance);
  }
  bool HasServer() const override { return false; }
  ProcessResult RunWithoutPrivileges(const std::string& script, bool /*but_create*/) override {
    // An empty file is no database yet, and cannot be opened to be read alone.
    database_.Query("VACUUM");
    return database_.RunScript(script, SqliteDatabase::Way::kStdin, {"-readonly"});
  }
  std::unique_ptr<Blocker> Lock(const std::string& /*table*/) override {
    return std::make_unique<Blocker>(std::vector<std::string>{"sqlite3", database_.path()}, "BEGIN EXCLUSIVE;\n.shell ");
  }
  std::string Query(const std::string& sql) override { return database_.Query(sql); }
  std::string Dump() override {
    const ProcessResult dump = RunProcess({"sqlite3", database_.path(), ".dump"});
    if (dump.status != 0) throw std::runtime_error(dump.err);
    return dump.out;
  }

 private:
  SqliteDatabase database_;
};

class MariadbEngine final : public Engine {
 public:
  explicit MariadbEngine(MariadbServer& server) : server_(server), database_(server) {}
  ProcessResult Run(const std::string& script, const Disturbance& disturbance) override {
    return database_.RunScript(script, {}, disturbance);
  }
  ProcessResult RunWithoutPrivileges(const std::string& script, bool but_create) override {
    database_.Query("CREATE OR REPLACE USER weak@localhost");
    database_.Query("GRANT SELECT, INSERT, UPDATE, DELETE" + std::string(but_create ? ", CREATE" : "") + " ON " + database_.name() +
                    ".* TO weak@localhost");
    ProcessResult result = database_.RunScript(script, {"--user=weak"});
    database_.Query("DROP USER weak@localhost");
    return result;
  }
  std::unique_ptr<Blocker> Lock(const std::string& table) override {
    return std::make_unique<Blocker>(
        std::vector<std::string>{"mariadb", "--no-defaults", "--socket=" + server_.socket(), "--user=root", database_.name()},
        "LOCK TABLES " + table + " WRITE;\nsystem ");
  }
  std::string Query(const std::string& sql) override { return database_.Query(sql); }
  std::string Dump() override {
    const ProcessResult dump = RunProcess({"mariadb-dump", "--no-defaults", "--socket=" + database_.server().socket(),
                                           "--user=root", "--skip-comments", "--routines", "--triggers", database_.name()});
    if (dump.status != 0) throw std::runtime_error(dump.err);
    return dump.out;
  }
  void KillServer() override { server_.Kill(); }
  void StartServer() override { server_.Start(); }

 private:
  MariadbServer& server_;
  MariadbDatabase database_;
};

}  // namespace

// `opening` ends where a command of the shell follows: by that the tool tells that it has come so far.
Blocker::Blocker(const std::vector<std::string>& tool, const std::string& opening) {
  const std::string held = directory_.path() + "/held";
  session_ = popen((base::Join(tool, " ") + " > /dev/null 2>&1").c_str(), "w");
  if (session_ == nullptr) throw std::runtime_error("cannot start a second session");
  std::fputs((opening + "touch " + held + "\n").c_str(), session_);
  std::fflush(session_);
  for (int attempt = 0; attempt < 2000; ++attempt) {
    if (std::filesystem::exists(held)) return;
    usleep(5'000);
  }
  pclose(session_);
  throw std::runtime_error("the second session did not get its lock");
}

Blocker::~Blocker() { pclose(session_); }

std::unique_ptr<Engine> NewDatabase(dialect::Tool tool) {
  switch (tool) {
    case dialect::Tool::kPsql:
      if (PostgresServer* server = PostgresServer::Get(); server != nullptr) return std::make_unique<PostgresEngine>(*server);
      return nullptr;
    case dialect::Tool::kSqlite3:
      if (SqliteDatabase::Available()) return std::make_unique<SqliteEngine>();
      return nullptr;
    case dialect::Tool::kMysql:
      if (MariadbServer* server = MariadbServer::Get(); server != nullptr) return std::make_unique<MariadbEngine>(*server);
      return nullptr;
    case dialect::Tool::kSqlcmd:
    case dialect::Tool::kSqlplus:
    case dialect::Tool::kDuckdb:
      return nullptr;
  }
  return nullptr;
}

}  // namespace migc::support
