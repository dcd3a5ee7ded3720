// The ledger for sqlite3: which parts of a revision that is not one transaction are done. A part is a transaction, or a statement
// that must stand alone; its row is written in the same transaction. What no transaction can hold (VACUUM, PRAGMA, …) has no row:
// it does no harm twice, and much of it is for the session, so a later run needs it too.
#pragma once

#include <string>

#include "script/tool.h"

namespace migc::script::sqlite3 {

// The script runs one of its revisions part by part.
bool KeepsLedger(const Context& context);

// The sentence behind the guard; and the ledger itself with the guard: what an earlier run has begun must be what comes next here.
void WriteLedgerStop(const Context& context, ScriptText& out);
void WriteLedger(const Context& context, ScriptText& out);

// Conditions for BeginNext: the part is still to be run; none of the revision's parts is done.
std::string PartIsDue(const Context& context, const RevisionPart& revision, std::size_t part);
std::string NothingIsDone(const Context& context, const RevisionPart& revision);

// The part is done: in its transaction.
std::string RecordDone(const Context& context, const RevisionPart& revision, std::size_t part);
// When the revision is complete.
std::string ForgetParts(const Context& context, const RevisionPart& revision);

// No transaction can hold it.
bool StandsAlone(const emit::Statement& statement);

}  // namespace migc::script::sqlite3
