// Mysql steps: what the ledger of an interrupted run counts: the statements of a revision, from 1, but for notes.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "script/tool.h"

namespace migc::script {

// The ledger has a row of it once it was done. Settings and questions are made and asked again.
bool IsRecorded(const emit::Statement& statement, const dialect::Dialect& dialect);
// The statement's number in its revision.
std::size_t StepOf(const NumberedStatement& statement);
// How many steps the revision has.
std::size_t CountSteps(const RevisionPart& revision);
// What stands in @migc_sql, whose SHA-256 the ledger keeps: the statement, or its own SHA-256 where it cannot be prepared.
std::string LedgerText(const emit::Statement& statement, const dialect::Dialect& dialect);
// (1, 'sha…'), (2, 'sha…'): of the steps that the ledger records.
std::string LedgerEntries(const RevisionPart& revision, const dialect::Dialect& dialect);
// Those of which nobody can tell whether they were done, when they were begun.
std::vector<std::string> StepsWithoutProbe(const RevisionPart& revision, const dialect::Dialect& dialect);
// True when a step cannot be prepared, and so cannot be passed over.
bool HasDirectSteps(const RevisionPart& revision, const dialect::Dialect& dialect);

}  // namespace migc::script
