// Mariadb: a MariaDB server of the test's own, and databases in it, each as new.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "support/process.h"

namespace migc::support {

// Made and started once per process, without TCP, in a directory of its own; never as root. It ends with the process, however that
// ends.
class MariadbServer {
 public:
  // Nothing when there is no server program on this machine.
  static MariadbServer* Get();
  ~MariadbServer();
  MariadbServer(const MariadbServer&) = delete;
  MariadbServer& operator=(const MariadbServer&) = delete;

  void Start();
  // SIGKILL to the server, as a crash would.
  void Kill();

  std::string socket() const { return directory_.path() + "/server.sock"; }
  // The arguments of a client that is connected as the administrator.
  std::vector<std::string> Client(const std::vector<std::string>& flags) const;

 private:
  friend class MariadbDatabase;
  MariadbServer();
  ProcessResult Administer(const std::string& sql) const;

  TemporaryDirectory directory_;
  pid_t pid_ = 0;
  int made_databases_ = 0;
};

// One database, empty and utf8mb4; gone with the object, and so are other databases that scripts have made.
class MariadbDatabase {
 public:
  explicit MariadbDatabase(MariadbServer& server);
  ~MariadbDatabase();
  MariadbDatabase(const MariadbDatabase&) = delete;
  MariadbDatabase& operator=(const MariadbDatabase&) = delete;

  // `mariadb FLAGS DATABASE < SCRIPT`
  ProcessResult RunScript(const std::string& script, const std::vector<std::string>& flags = {},
                          const Disturbance& disturbance = {}) const;
  // One query's answer: a row a line, columns separated by '|', nulls as "\N". Throws with the server's words when it fails.
  std::string Query(const std::string& sql) const;
  std::vector<std::vector<std::string>> Rows(const std::string& sql) const;

  const MariadbServer& server() const { return server_; }
  const std::string& name() const { return name_; }

 private:
  MariadbServer& server_;
  std::string name_;
};

}  // namespace migc::support
