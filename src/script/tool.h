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
};

struct NumberedStatement {
  std::size_t number;  // from 1, through the whole script
  const emit::Statement& statement;
  const RevisionPart& revision;
};

// Each function writes its part. Assembly decides what comes, and in which order; nothing here asks which revision is next.
class Tool {
 public:
  virtual ~Tool() = default;

  // ---- header: one line each ----
  virtual std::string HowToApply() const = 0;
  virtual std::vector<std::string> Locks(const Context& context) const = 0;

  // A comment line as the tool leaves it alone, and what follows it.
  virtual std::string ShapeComment(std::string line) const { return line; }

  // Fail-stop, and the settings that the rest relies on, whatever the person's own start-up file says.
  virtual void WritePreamble(const Context& context, ScriptText& out) const = 0;
  virtual void WriteLock(const Context& context, ScriptText& out) const = 0;
  // Server, version table, history table; not the `require` checks.
  virtual void WriteGuards(const Context& context, ScriptText& out) const = 0;
  // After the last guard, before the first change.
  virtual void WriteGuardsEnd(const Context& context, ScriptText& out) const = 0;
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
  // Lets go of what the session holds.
  virtual void WriteEnd(const Context& context, ScriptText& out) const = 0;

  // Reports what this tool cannot be given exactly.
  virtual void Check(const NumberedStatement& statement, diag::Sink& sink) const = 0;
};

// The tool of the dialect; our own bug when there is none yet.
const Tool& FindTool(dialect::Tool tool);
const Tool& Psql();
const Tool& Sqlite3();
const Tool& Mysql();
const Tool& Sqlcmd();
const Tool& Sqlplus();

// The guards ask for the rows of the version table.
bool ChecksRows(const Input& input);
// The bookkeeping tables are created where they are missing.
bool MakesBookkeeping(const Input& input);
bool WritesHistory(const Input& input);
// "upgrade", "downgrade" or "stamp": what the history says of the revision.
std::string_view HistoryWord(const Context& context, const RevisionPart& revision);

// "base", or the ids separated by ", ".
std::string HeadsText(const std::vector<std::string>& heads);
// The span of the statement's operation, when it was written.
std::optional<source::Span> SpanOf(const emit::Statement& statement);
// "migrations/1975_create.mig:12", or the file alone.
std::string PlaceOf(const Context& context, const NumberedStatement& statement);
bool HasNoTransaction(const RevisionPart& revision);

}  // namespace migc::script
