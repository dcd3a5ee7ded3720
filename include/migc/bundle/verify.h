// Verify: verify.sql, the script that is run after the upgrade: does the database have everything that the catalog has, in that
// shape.
#pragma once

#include <string>

#include "migc/bundle/frame.h"
#include "migc/catalog/catalog.h"

namespace migc::bundle {

struct VerifyInput {
  Frame frame;
  const catalog::Catalog* before = nullptr;  // at `from`
  const catalog::Catalog* after = nullptr;   // at `to`
};

// It changes nothing, asks everything even when something is wrong, and prints a row for each thing it asks (object, what,
// expected, found, and ok, MISSING or DIFFERENT), those that failed last, then `MIGC-VERIFY 1 <dialect> <to> <checks> <failed>`.
// When one failed the client ends with another status than 0. A pure function of its input.
std::string VerifyScript(const VerifyInput& input);

}  // namespace migc::bundle
