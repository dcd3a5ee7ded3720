// Engine: one new database of either engine behind one face, for tests that ask the same of both.
#pragma once

#include <memory>
#include <string>

#include "migc/dialect/dialect.h"
#include "support/process.h"

namespace migc::support {

class Engine {
 public:
  virtual ~Engine() = default;
  // The native tool with its default flags.
  virtual ProcessResult Run(const std::string& script, const Disturbance& disturbance = {}) = 0;
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
