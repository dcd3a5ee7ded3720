// Psql guards: what a script asks before its first change, and the ledger that it keeps of what runs outside transactions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "script/tool.h"

namespace migc::script::psql {

// ARRAY['a', 'b']::text[]
std::string HeadsArray(const Context& context, const std::vector<std::string>& heads);
// Puts the rows of the version table in `here`, and what is said of them in `shown`.
std::string ReadRows(const Context& context);
// ORDER BY of the history. Each session of a distributed database may draw numbers from a block of its own, and they tell no order.
std::string_view LatestFirst(const Context& context);

// `$word$` or `$word1$`, …: a dollar quote that the text lacks.
std::string TagFor(std::string_view text, const std::string& word);

// DO runs anonymous PL/pgSQL: it can stop the script with a sentence, and prints no result. Where there is no DO, a procedure is
// made, called and dropped: in the transaction that is open, so that it goes with it.
void WriteDo(const Context& context, std::string_view body, ScriptText& out);
// …and where none is open. `first` comes before it in that transaction.
void WriteDoAlone(const Context& context, std::string_view body, ScriptText& out, std::string_view first = "");
// RAISE with a message that is an expression of SQL, and a literal HINT or DETAIL.
std::string Raise(const Context& context, std::string_view message, std::string_view option, std::string_view text);
// In the body of a DO: stops on another product, and on a version before the target.
std::string ServerGuards(const Context& context);
// …and where the schema of migc's own tables is missing, or one of them.
std::string SchemaGuard(const Context& context);
std::string VersionTableGuard(const Context& context);
std::string HistoryTableGuard(const Context& context);
// …where the script has nothing to do, and where it has never been made for.
std::string PositionStops(const Context& context, std::string_view off_the_way);
// …half-way, when no run of this very script has brought the database there.
std::string OwnRunStop(const Context& context, std::string_view condition);
std::string StopAtOther(const Context& context);

// One lock per version table, whoever compiled the script: the first 8 bytes of the SHA-256 of its name.
std::int64_t LockKey(const Context& context);
std::string StopInTransaction(const Context& context);
// Stops where a transaction is open already.
std::string TransactionGuard(const Context& context);
// `IF condition THEN` stop: `shown` stands between the two parts of the sentence.
std::string StopHere(const Context& context, std::string_view condition, std::string_view after, std::string_view hint);
std::string HintToCompile(const Context& context, std::string_view before);
std::string StepText(const NumberedStatement& numbered);

// Server, version table, history table, ledger. Leaves in the session what the script goes on with: migc.done, the number of its
// revisions that are done, and migc.begun, whether the next one was begun.
std::string GuardsBody(const Context& context);

// A DO block is looked at as a whole before it runs: all that it names must be there, and it can hold no DDL. What may not be there
// is asked by psql, and given to the block by settings of the session.
bool PlansBlocksAsAWhole(const Context& context);
// Where it is so: what stands in the place of the lock and of the guards.
void WriteServerGuards(const Context& context, ScriptText& out);
void WriteGuardsByParts(const Context& context, ScriptText& out);

// Of a script that leads back from an upgrade: what that one has begun and not ended is from here on a downgrade that was begun.
// All of it is taken back when a guard behind it stops the script.
std::string_view AbortVariables();
std::string AbortGuard(const Context& context);

// The user may create and change what the script creates and changes.
std::string PrivilegeGuard(const Context& context);

// The script has statements that must run outside a transaction.
bool KeepsLedger(const Input& input);
// SET and RESET: for the session, so a later run needs them too.
bool IsSetting(const emit::Statement& statement);
// Creates it where it is missing.
void WriteLedger(const Context& context, ScriptText& out);
std::string StepTable(const Context& context);

// Of one part of a revision: conditions on the ledger, and how it is changed.
std::string PartKey(const Context& context, const RevisionPart& revision, std::size_t part);
// The whole query, whose answer is `migc_due`.
std::string PartIsDue(const Context& context, const RevisionPart& revision, std::size_t part);
std::string PartIsBegun(const Context& context, const RevisionPart& revision, std::size_t part);
std::string RecordPart(const Context& context, const RevisionPart& revision, std::size_t part, std::string_view state);
// DDL is part of a transaction. Where it is not, each statement of the schema is a part, and most can tell whether they were done.
bool RollsBack(const Context& context);
// `UPDATE … WHERE version_num = 'a'`, never touching a row that is not there.
std::string RowStatement(const Context& context, const graph::RowChange& row);
// Of a statement that can: stops when its effect is there though no run has begun it. Else the part is begun, or was.
std::string ProbedPartGuard(const Context& context, const NumberedStatement& statement);
// Stops when the statement's effect is there already; and when it was begun by an earlier run, where that condition is given. Else
// the part is begun.
std::string PartGuard(const Context& context, const NumberedStatement& statement, std::string_view begun);

// ---- psql_procedures.cpp: the same in the PL/pgSQL of PostgreSQL 8.0, and where keys are not held to ----

// Blocks are run by DO.
bool HasDo(const Context& context);
// The body of a block as a procedure, which is called and dropped. `:migc_guard` is its name.
void WriteProcedure(std::string_view body, ScriptText& out);
// The name, by the number of the session.
void WriteProcedureName(const Context& context, ScriptText& out);
// Stops with the server's own words where a transaction is open already.
void WriteTransactionGuard(ScriptText& out);
std::string GuardsBody80(const Context& context);
std::string RequireBody80(const std::string& query, std::string_view raise);
// The version rows of the revision; `failure` says what is wrong with one.
std::string RowsBody80(const Context& context, const std::vector<graph::RowChange>& rows,
                       const std::function<std::string(const graph::RowChange&)>& failure);
// The part is begun, or done; stops when the ledger has it already.
std::string PartGuard80(const Context& context, const NumberedStatement& numbered);
std::string PartDone80(const Context& context, const RevisionPart& revision, std::size_t part);
// migc's own tables.
void WriteBookkeeping80(const Context& context, ScriptText& out);
void WriteLedger80(const Context& context, ScriptText& out);

}  // namespace migc::script::psql
