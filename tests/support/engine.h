// Engine: one new database of either engine behind one face, for tests that ask the same of both.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "migc/dialect/dialect.h"
#include "support/process.h"

namespace migc::support {

// A second session, which holds on to what it locked for as long as this lives.
class Blocker {
 public:
  // The tool with its flags, and what it is told first.
  Blocker(const std::vector<std::string>& tool, const std::string& opening);
  ~Blocker();
  Blocker(const Blocker&) = delete;
  Blocker& operator=(const Blocker&) = delete;

 private:
  TemporaryDirectory directory_;
  std::FILE* session_;
};

class Engine {
 public:
  virtual ~Engine() = default;
  // The native tool with its default flags.
  virtual ProcessResult Run(const std::string& script, const Disturbance& disturbance = {}) = 0;
  // As a user who may read, and write rows where there are users, but neither make nor change a table. `but_create`: where what
  // was made does not belong to its maker, new tables may be made.
  virtual ProcessResult RunWithoutPrivileges(const std::string& script, bool but_create = false) = 0;
  // The table, or all of the database where tables are not locked one by one.
  virtual std::unique_ptr<Blocker> Lock(const std::string& table) = 0;
  virtual std::string Query(const std::string& sql) = 0;
  // Everything in the database, as its own dump tool writes it: equal texts are equal databases.
  virtual std::string Dump() = 0;
  // Nothing where the engine is a part of the tool.
  virtual bool HasServer() const { return true; }
  virtual void KillServer() {}
  virtual void StartServer() {}
};

// Null when the engine is not on this machine.
std::unique_ptr<Engine> NewDatabase(dialect::Tool tool);

}  // namespace migc::support
