// Mysql guards: what a script asks before its first change, as conditions with a sentence each.
//
// Neither MySQL nor its client has a statement that stops a script with a sentence, outside of routines. An impossible value for a
// setting does: "Variable 'completion_type' can't be set to the value of 'this database is at …'". A client that is told to go on
// after errors (--force, `source`) does so; so everything that follows depends on @migc_revisions and @migc_step, which are null
// then.
#pragma once

#include <string>
#include <string_view>

#include "script/tool.h"

namespace migc::script {

// The ledger: as it stands in SQL.
std::string StepTable(const Context& context);
// True when the script keeps a ledger: it runs revisions.
bool KeepsLedger(const Input& input);
// `@migc_count = 1 AND @migc_here = 'a' COLLATE utf8mb4_bin`
std::string RowsAre(const std::vector<std::string>& heads);
// SELECT … INTO @migc_count, @migc_here FROM migc_version
std::string ReadRows(const Context& context);
// The number that stands in @migc_revisions when all was done.
std::size_t LastPosition(const Input& input);

// Stops unless @migc_stop is ''.
void WriteStop(ScriptText& out);
// PREPARE and EXECUTE of what is in @migc_sql.
void WriteRun(ScriptText& out);

void WriteServerGuard(const Context& context, ScriptText& out);
void WriteRowsGuard(const Context& context, ScriptText& out);
// The account has the privileges that the script needs.
void WritePrivilegeGuard(const Context& context, ScriptText& out);
void WriteLedgerGuard(const Context& context, ScriptText& out);
// Before the first step of a revision: what an earlier run has done of it.
void WriteResume(const Context& context, const RevisionPart& revision, ScriptText& out);

}  // namespace migc::script
