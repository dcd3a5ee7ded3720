// TableProblems: what MySQL would refuse in a table as a whole, whatever statement led to it.
#pragma once

#include <string>
#include <vector>

#include "migc/diag/diagnostic.h"
#include "migc/dialect/dialect.h"
#include "migc/ir/table.h"

namespace migc::emit::mysql {

struct Problem {
  std::string what;  // tells one from another
  ir::Origin origin;
  diag::Diagnostic diagnostic;  // without its place
};

std::vector<Problem> ProblemsOf(const ir::Table& table, const dialect::Dialect& dialect);

}  // namespace migc::emit::mysql
