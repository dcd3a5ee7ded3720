// Sqlplus steps: what the ledger of an interrupted run counts, and the change of one row of the version table.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "script/tool.h"

namespace migc::script::sqlplus {

// The ledger has a row of it once it was done. What only prints rows or sets the session is run in every run.
bool IsRecorded(const emit::Statement& statement);
// From 1 within its revision, notes too, so that a script that is compiled from another revision on counts alike.
std::size_t StepOf(const NumberedStatement& statement);
// The change and what stops the script unless it touched exactly one row: lines of PL/SQL.
std::string RowBlock(const Context& context, const RevisionPart& revision, const graph::RowChange& row,
                     std::string_view indentation);

}  // namespace migc::script::sqlplus
