// Duckdb: scripts on DuckDB's engine, which comes from npm without its client; tests/engines/duckdb.mjs stands in for that. One
// process does many scripts: starting it takes longer than they do.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "support/process.h"
#include "support/schema.h"

namespace migc::support {

struct DuckdbJob {
  std::string database;  // a name: jobs of the same one find what the earlier ones left there
  std::string script;
};

struct DuckdbResult {
  ProcessResult said;
  std::vector<std::vector<std::string>> catalog;  // what the engine's own catalog says after it, from the file
};

// True when script/bootstrap has put the engine into the build folder.
bool DuckdbAvailable();
// In their order; what fails is rolled back, and the next job goes on.
std::vector<DuckdbResult> RunOnDuckdb(const std::vector<DuckdbJob>& jobs);

Schema ReadDuckdbSchema(const DuckdbResult& result);
Schema ExpectedDuckdbSchema(const SchemaAt& at);

}  // namespace migc::support
