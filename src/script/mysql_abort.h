// Mysql abort: what a script that leads back from a stopped upgrade asks of that one's ledger, and writes into it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "script/tool.h"

namespace migc::script {

// Where the database is further than what can be undone: conditions, and a sentence each.
std::vector<std::pair<std::string, std::string>> AbortRefusals(const Context& context);
// After the rows are read: which revision the upgrade has begun, and how far it came. Leaves in @migc_undo how many steps of its
// undo are passed over, as they were never done; null when it has begun none.
void WriteAbortGuard(const Context& context, ScriptText& out);
// The first change: that revision is from here on one that was recorded, and whose downgrade was begun.
void WriteAbortChange(const Context& context, ScriptText& out);

}  // namespace migc::script
