// Status: status.sql: where the database is, and the receipt of the script that brought it there.
#pragma once

#include <string>
#include <vector>

#include "migc/bundle/frame.h"

namespace migc::bundle {

// What a script prints at its end.
struct Receipt {
  std::string line;           // "MIGC-RECEIPT 1 postgres base 1975ea83b712 0c30eb9ea5fc 1"
  std::string script_sha256;  // as the history has it
  std::vector<std::string> heads;
};

// Read-only; '\n' at its end. A pure function of its input.
std::string StatusScript(const Frame& frame, const std::vector<Receipt>& receipts);

}  // namespace migc::bundle
