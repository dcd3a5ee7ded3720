// Verify check: verify.sql of a database, run by its native tool, and what it says.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "integration/schema_check.h"

namespace migc::integration {

// For a database that an upgrade from `before` to `after` has left at these heads.
std::string VerifyScriptOf(const support::SchemaAt& before, const support::SchemaAt& after, const std::vector<std::string>& heads);

struct Verdict {
  int checks = -1;
  int failed = -1;                 // what the last line says
  std::set<std::string> failures;  // "column account.nick type DIFFERENT"
  std::set<std::string> unseen;    // "trigger account.touch exists"
};
Verdict ReadVerdict(const support::ProcessResult& result);

// The tool ends with 0 and every check has passed.
void ExpectVerified(Database& database, const support::SchemaAt& before, const support::SchemaAt& after);

}  // namespace migc::integration
