// Mysql guards: what a script asks before its first change, as conditions with a sentence each.
//
// Neither MySQL nor its client has a statement that stops a script with a sentence, outside of routines. An impossible value for a
// setting does: "Variable 'sql_warnings' can't be set to the value of 'this database is at …'". A client that is told to go on
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
// SET @migc_count = (SELECT …), @migc_here = (SELECT …): the rows of migc_version. TiDB has no SELECT … INTO @v; that InnoDB
// takes shared locks on what SET reads does no harm to tables that only scripts write.
std::string ReadRows(const Context& context, std::string_view locking);
// The number that stands in @migc_revisions when all was done.
std::size_t LastPosition(const Input& input);

// Stops unless @migc_stop is ''.
void WriteStop(ScriptText& out);
// PREPARE and EXECUTE of what is in @migc_sql. TiDB keeps the former statement of the name when one cannot be prepared (its
// executor/prepared.go), so each is given back.
void WriteRun(ScriptText& out);

void WriteServerGuard(const Context& context, ScriptText& out);
void WriteRowsGuard(const Context& context, ScriptText& out);
// The account has the privileges that the script needs.
void WritePrivilegeGuard(const Context& context, ScriptText& out);
void WriteLedgerGuard(const Context& context, ScriptText& out);
// Before the first step of a revision: what an earlier run has done of it.
void WriteResume(const Context& context, const RevisionPart& revision, ScriptText& out);

}  // namespace migc::script
