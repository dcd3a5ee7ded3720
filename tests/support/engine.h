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
  virtual ProcessResult Run(const std::string& script) = 0;
  virtual std::string Query(const std::string& sql) = 0;
  // Everything in the database, as its own dump tool writes it: equal texts are equal databases.
  virtual std::string Dump() = 0;
};

// Null when the engine is not on this machine.
std::unique_ptr<Engine> NewDatabase(dialect::Tool tool);

}  // namespace migc::support
