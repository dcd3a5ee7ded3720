#include "support/engine.h"

#include <stdexcept>

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
  std::string Query(const std::string& sql) override { return database_.Query(sql); }
  std::string Dump() override {
    const ProcessResult dump =
        RunProcess({"pg_dump", "-h", server_.socket_directory(), "-U", "postgres", "--inserts", database_.name()});
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
