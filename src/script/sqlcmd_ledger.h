// The ledger for sqlcmd: which parts of a revision that is not one transaction are done. A part is a transaction, whose last
// statement writes it down, or a statement outside of transactions, which is written down as started before it runs.
#pragma once

#include <string>

#include "script/tool.h"

namespace migc::script::sqlcmd {

std::string StepTable(const Context& context);
void WriteStepTable(const Context& context, ScriptText& out);

// The script runs one of its revisions part by part.
bool KeepsLedger(const Context& context);

// Statements of the guards: what an earlier run has begun must be what comes next here. They use @message and
// @other; and @done and @begun where the script keeps a ledger.
std::string LedgerGuard(const Context& context);

// Finds out whether the part is to be run, for the batches up to the next such question.
void AskForPart(const Context& context, const RevisionPart& revision, std::size_t part, ScriptText& out);
// The same for questions before the first change, which must not be asked when the revision was begun.
void AskForStart(const Context& context, const RevisionPart& revision, ScriptText& out);
// What they found.
std::string PartIsDue();

// The part at hand is done, where it was due.
std::string RecordDone(const Context& context, const RevisionPart& revision, std::size_t part);
// A statement outside of transactions: `batch` between its two entries.
void WritePart(const Context& context, const NumberedStatement& numbered, const std::string& batch, ScriptText& out);
// When the revision is complete.
std::string ForgetParts(const Context& context, const RevisionPart& revision);

}  // namespace migc::script::sqlcmd
