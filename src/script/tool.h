// Tool: how one native tool is told what every script says: stop at the first failure, guard, run, record, show.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "migc/diag/sink.h"
#include "migc/script/script.h"
#include "script/script_text.h"

namespace migc::script {

// What every part of a script is made from.
struct Context {
  const Input& input;
  std::string version_table;  // as it stands in SQL
  std::string version_name;   // as a person says it
  std::string history_table;
  std::string history_name;
  std::string way;               // 12 digits that tell the revisions of this script from those of others
  bool resumes = false;          // see Resumes, which reads every revision to know
  bool one_transaction = false;  // see RunsInOneTransaction, which does so too

  explicit Context(const Input& input);
  const dialect::Dialect& dialect() const { return *input.dialect; }
  // A string literal.
  std::string Literal(std::string_view text) const;
};

// One transaction of the script.
struct Transaction {
  const RevisionPart* revision;  // that it belongs to: the first one, when it holds the whole script
  bool foreign_keys_off = false;
  bool makes_bookkeeping = false;  // the tables are created first: the script starts at base, and this is its first transaction
  std::size_t part = 0;            // of a revision that is more than one transaction, from 1
  bool ends_revision = false;      // known when it is committed: the version row is in it
};

struct NumberedStatement {
  std::size_t number;  // from 1, through the whole script
  const emit::Statement& statement;
  const RevisionPart& revision;
  std::size_t part = 0;   // as in Transaction; of a statement outside of them
  bool in_parts = false;  // its revision is more than one transaction
};

// Each function writes its part. Assembly decides what comes, and in which order; nothing here asks which revision is next.
class Tool {
 public:
  virtual ~Tool() = default;

  // ---- header: one line each ----
  virtual std::string HowToApply() const = 0;
  virtual std::vector<std::string> Locks(const Context& context) const = 0;

  // Where passing over revisions that are done makes a script hard to read, an exact one is better one transaction, of which a
  // failure leaves nothing; where it can be.
  virtual bool PrefersOneTransaction(const Input& /*input*/) const { return false; }
  // An exact script that cannot be one transaction passes over what an earlier run of it has done.
  virtual bool CanPassOver() const { return true; }
  // --lock-timeout can be followed.
  virtual bool LimitsWaiting(const dialect::Dialect& dialect) const { return dialect.Has(dialect::Capability::kLockTimeout); }
  // An idempotent script passes over what anybody has done.
  virtual bool CanBeIdempotent() const { return true; }

  // A comment line as the tool leaves it alone, and what follows it.
  virtual std::string ShapeComment(std::string line) const { return line; }

  // Fail-stop, and the settings that the rest relies on, whatever the person's own start-up file says.
  virtual void WritePreamble(const Context& context, ScriptText& out) const = 0;
  // The timeouts that were asked for: at the beginning, and behind a revision that has set its own.
  virtual void WriteTimeouts(const Context& /*context*/, ScriptText& /*out*/) const {}
  virtual void WriteLock(const Context& context, ScriptText& out) const = 0;
  // Server, version table, history table; not the `require` checks.
  virtual void WriteGuards(const Context& context, ScriptText& out) const = 0;
  // After the last guard, before the first change.
  virtual void WriteGuardsEnd(const Context& context, ScriptText& out) const = 0;
  // Around each revision of a script that may find some of them done (see Resumes).
  virtual void WriteRevisionBegin(const Context& /*context*/, const RevisionPart& /*revision*/, ScriptText& /*out*/) const {}
  virtual void WriteRevisionEnd(const Context& /*context*/, const RevisionPart& /*revision*/, ScriptText& /*out*/) const {}
  // Behind its progress, when it runs part by part.
  virtual void WritePartsBegin(const Context& /*context*/, const RevisionPart& /*revision*/, ScriptText& /*out*/) const {}
  // Around the questions of the revision that can be asked before the first change.
  virtual void WriteUpFrontBegin(const Context& /*context*/, const RevisionPart& /*revision*/, ScriptText& /*out*/) const {}
  virtual void WriteUpFrontEnd(const Context& /*context*/, ScriptText& /*out*/) const {}
  // A line that the tool prints.
  virtual void WriteProgress(std::string_view message, ScriptText& out) const = 0;
  virtual void WriteBegin(const Context& context, const Transaction& transaction, ScriptText& out) const = 0;
  virtual void WriteCommit(const Context& context, const Transaction& transaction, ScriptText& out) const = 0;
  virtual void WriteStatement(const Context& context, const NumberedStatement& statement, ScriptText& out) const = 0;
  virtual void WriteRequire(const Context& context, const NumberedStatement& statement, ScriptText& out) const = 0;
  // The rows become what the step says, each change touching exactly one row.
  virtual void WriteVersionRows(const Context& context, const RevisionPart& revision, ScriptText& out) const = 0;
  // Empties the version table.
  virtual void WritePurge(const Context& context, ScriptText& out) const;
  virtual void WriteHistory(const Context& context, const RevisionPart& revision, ScriptText& out) const = 0;
  // `line` but for its digest, which comes between the two parts.
  virtual void WriteReceipt(const Context& context, const std::string& before, const std::string& after, ScriptText& out) const = 0;
  // The statement with its terminator, and nothing else.
  virtual void WritePlain(const Context& context, const NumberedStatement& statement, ScriptText& out) const = 0;
  // Lets go of what the session holds.
  virtual void WriteEnd(const Context& context, ScriptText& out) const = 0;

  // Reports what this tool cannot be given exactly.
  virtual void Check(const dialect::Dialect& dialect, const NumberedStatement& statement, diag::Sink& sink) const = 0;
};

// The tool of the dialect; our own bug when there is none yet.
const Tool& FindTool(dialect::Tool tool);
const Tool& Psql();
const Tool& Sqlite3();
const Tool& Mysql();
const Tool& Sqlcmd();
const Tool& Sqlplus();
const Tool& Duckdb();

// The guards ask for the rows of the version table.
bool ChecksRows(const Input& input);
// The bookkeeping tables are created where they are missing.
bool MakesBookkeeping(const Input& input);
bool WritesHistory(const Input& input);
// "upgrade", "downgrade" or "stamp": what the history says of the revision.
std::string_view HistoryWord(const Context& context, const RevisionPart& revision);

// "base", or the ids separated by ", ".
std::string HeadsText(const std::vector<std::string>& heads);
// SHA-256 of all that the revision does: what was begun with other statements cannot be gone on with.
std::string RevisionSha(const RevisionPart& revision);
// The span of the statement's operation, when it was written.
std::optional<source::Span> SpanOf(const emit::Statement& statement);
// "migrations/1975_create.mig:12", or the file alone.
std::string PlaceOf(const Context& context, const NumberedStatement& statement);
// The script runs the revision part by part: as several transactions, or with statements outside of them.
bool RunsInParts(const Context& context, const RevisionPart& revision);
// A statement of the revision sets a timeout, or gives one back: what the session had before is lost then.
bool SetsTimeouts(const RevisionPart& revision);
// One of its transactions ends before this statement, whatever it is; behind the last one: before the version row.
bool IsCutBefore(const RevisionPart& revision, std::size_t statement);
// The whole script is one transaction: it was asked for, or the tool could not pass over the revisions that an earlier run has
// done.
bool RunsInOneTransaction(const Input& input);
// The script may find some of its revisions done: by an earlier run of its own, or, idempotent, by anybody.
bool Resumes(const Input& input);
// The states of the version table on the way: before the first revision, and after each of them.
std::vector<std::vector<std::string>> Positions(const Input& input);
// The place of the revision in the script, from 0.
std::size_t IndexOf(const Input& input, const RevisionPart& revision);

}  // namespace migc::script
