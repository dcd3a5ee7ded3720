// Postgres: a PostgreSQL server of the test's own, and databases in it, each as new.
#pragma once

#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

#include "support/process.h"

namespace migc::support {

// Made and started once per process, without TCP, in a directory of its own; never as root. It ends with the process, however that
// ends.
class PostgresServer {
 public:
  // Nothing when there is no server program on this machine.
  static PostgresServer* Get();
  ~PostgresServer();
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  const std::string& socket_directory() const { return socket_directory_; }
  // psql, pg_dump, …, as it came with the server where it did: /usr/bin of Debian has a script in their place that first looks for
  // a server, and takes five times as long.
  std::string Program(const std::string& name) const;
  // The server process, for tests that end it hard.
  pid_t pid() const { return pid_; }
  void Start();
  // SIGKILL to the server, as a crash would.
  void Kill();

 private:
  friend class PostgresDatabase;
  std::string TakeDatabase();
  void GiveBackDatabase(const std::string& name);
  ProcessResult Administer(const std::string& database, const std::string& sql) const;

  explicit PostgresServer(std::string programs);
  void InitDb();

  TemporaryDirectory directory_;
  std::string programs_;  // …/bin
  std::string socket_directory_;
  pid_t pid_ = 0;
  int made_databases_ = 0;
  std::vector<std::string> free_databases_;  // empty, to be used again
};

// One database, empty and UTF-8; emptied when the object goes.
class PostgresDatabase {
 public:
  explicit PostgresDatabase(PostgresServer& server);
  ~PostgresDatabase();
  PostgresDatabase(const PostgresDatabase&) = delete;
  PostgresDatabase& operator=(const PostgresDatabase&) = delete;

  // `psql FLAGS -d DATABASE -f FILE`: the tool's default flags unless the test asks for others. (There is no start-up file in the
  // test's environment.)
  ProcessResult RunScript(const std::string& script, const std::vector<std::string>& flags = {},
                          const Disturbance& disturbance = {}) const;
  // The arguments of a psql that is connected to the database.
  std::vector<std::string> Psql(const std::vector<std::string>& flags) const;
  // One query's answer: a row a line, columns separated by '|', nulls as "\N". Throws with the server's words when it fails.
  std::string Query(const std::string& sql) const;
  // As Query, as fields.
  std::vector<std::vector<std::string>> Rows(const std::string& sql) const;

  const std::string& name() const { return name_; }

 private:
  PostgresServer& server_;
  std::string name_;
};

}  // namespace migc::support
