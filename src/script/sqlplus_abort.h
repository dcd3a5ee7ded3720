// Sqlplus abort: what a script that leads back from a stopped upgrade asks of that one's ledger, and writes into it.
#pragma once

#include <string>

#include "script/tool.h"

namespace migc::script::sqlplus {

// SQL*Plus's variables for what the guard finds.
void WriteAbortVariables(const Context& context, ScriptText& out);
// Lines of the block that has read the version table into `here`: where the database is further than what can be undone.
std::string AbortRefusals(const Context& context);
// After :migc_applied is known: which revision the upgrade has begun, and how far it came. Leaves its place in the upgrade in
// :migc_begun, and in :migc_passed how many statements of its undo are passed over, as they have nothing to undo; nulls when it
// has begun none.
void WriteAbortGuard(const Context& context, ScriptText& out);
// The first change: that revision is from here on one that was recorded, and whose downgrade was begun.
void WriteAbortChange(const Context& context, ScriptText& out);
// A query of the undo: its rows are printed where it stands before everything that is done of its revision. `position` as in
// :migc_applied.
void WriteAbortQuery(const Context& context, const NumberedStatement& statement, std::size_t position, ScriptText& out);

}  // namespace migc::script::sqlplus
