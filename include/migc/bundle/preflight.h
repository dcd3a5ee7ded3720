// Preflight: preflight.sql: what the data must be like for the upgrade to go through, asked days before it.
#pragma once

#include <string>
#include <vector>

#include "migc/bundle/frame.h"
#include "migc/catalog/replay.h"

namespace migc::bundle {

struct PreflightInput {
  Frame frame;
  const catalog::Catalog* before = nullptr;                        // at `from`
  const std::vector<std::vector<catalog::Step>>* steps = nullptr;  // of the upgrade, by revision
  const std::vector<emit::RevisionSql>* sql = nullptr;             // what they became
};

// Read-only; '\n' at its end. Checks are derived from the operations, on tables and columns as they are called before the upgrade;
// what cannot be asked before is said in a comment. A pure function of its input.
std::string PreflightScript(const PreflightInput& input);

}  // namespace migc::bundle
