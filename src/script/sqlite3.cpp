// Scripts for sqlite3, the shell of SQLite. It has no procedural language: what must stop the script is a row put into a temporary
// table, whose triggers refuse it with the sentence; `.bail on` then ends the shell, and SQLite rolls back what is open.
#include <fmt/format.h>

#include <algorithm>

#include "migc/base/text.h"
#include "script/sqlite3_ledger.h"
#include "script/sqlite3_lexis.h"
#include "script/sqlite3_text.h"
#include "script/tool.h"

namespace migc::script {
namespace {

using namespace sqlite3;

// Rows whose parent is missing, counted by table: a rebuild gives rows new rowids, so they cannot be told apart one by one.
constexpr std::string_view kOrphans = "SELECT \"table\", parent, {}count(*) FROM pragma_foreign_key_check GROUP BY 1, 2";

// 3040 for 3.40; a patch release changes nothing that a script relies on.
int VersionNumber(const dialect::Version& version) { return version.major * 1000 + version.minor; }

bool AnyForeignKeysOff(const Input& input) {
  return std::ranges::any_of(input.revisions, [](const RevisionPart& revision) { return revision.sql.foreign_keys_off; });
}

bool AnyMayCascade(const Input& input) {
  return std::ranges::any_of(input.revisions, [](const RevisionPart& revision) { return revision.sql.may_cascade; });
}

// True when the version table does not hold exactly these rows.
std::string RowsDiffer(const Context& context, const std::vector<std::string>& heads) {
  if (heads.empty()) return fmt::format("EXISTS (SELECT 1 FROM {})", context.version_table);
  std::vector<std::string> literals;
  for (const std::string& head : heads) literals.push_back(Literal(context, head));
  return fmt::format("(SELECT count(*), total(version_num IN ({})) FROM {}) <> ({}, {})", base::Join(literals, ", "),
                     context.version_table, heads.size(), heads.size());
}

std::string RowsAre(const Context& context, const std::vector<std::string>& heads) {
  return "NOT (" + RowsDiffer(context, heads) + ")";
}

// True when there is no such table.
std::string TableMissing(const Context& context, const std::string& table) {
  return fmt::format("NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND name = {} COLLATE NOCASE)",
                     Literal(context, table));
}

// Prints what the version table holds, when the condition is true: a trigger's sentence cannot say it.
void WriteFound(const Context& context, const std::string& condition, ScriptText& out) {
  out.Line(fmt::format(
      "SELECT 'migc: this database is at ' || coalesce((SELECT group_concat(version_num, ', ') FROM {}), 'base') WHERE {};",
      context.version_table, condition));
}

class Sqlite3Tool final : public Tool {
 public:
  std::string HowToApply() const override { return "sqlite3 DATABASE_FILE < THIS_FILE"; }

  std::vector<std::string> Locks(const Context& context) const override {
    std::vector<std::string> locks = {fmt::format(
        "the write lock of the database (BEGIN IMMEDIATE) for each transaction; it waits up to {} seconds for another writer",
        LockTimeout(context) / 1000.0)};
    if (context.resumes) {
      locks.push_back(fmt::format("the file {} in the current directory, through which it passes over what is done already",
                                  NextFile(context)));
    }
    return locks;
  }

  // With foreign keys off, as a rebuild needs them, rows that cascade would stay.
  bool PrefersOneTransaction(const Input& input) const override {
    return !input.options.idempotent && std::ranges::none_of(input.revisions, IsDivided) &&
           !(AnyForeignKeysOff(input) && AnyMayCascade(input));
  }

  // Of the whole file, by .timeout.
  bool LimitsWaiting(const dialect::Dialect& /*dialect*/) const override { return true; }

  void WritePreamble(const Context& context, ScriptText& out) const override {
    out.Line(".bail on");
    out.Line(fmt::format(".timeout {}", LockTimeout(context)));
    out.Line(".mode list");
    out.Line(".headers off");
    out.Line("PRAGMA legacy_alter_table = OFF;");
    // On, so that data statements obey and cascade as they do in every other database, and the revisions' own foreign keys are
    // checked row by row. A revision that rebuilds or drops a table turns them off, and checks them at its end.
    out.Line("PRAGMA foreign_keys = ON;");
    out.Line();
    out.Line("-- What stops the script: a row in this table, which its triggers refuse with a sentence.");
    out.Line("DROP TABLE IF EXISTS temp.migc_stop;");
    out.Line("CREATE TEMP TABLE migc_stop (reason TEXT);");
    WriteStops(context, out);
    if (AnyForeignKeysOff(context.input)) {
      out.Line("DROP TABLE IF EXISTS temp.migc_orphan;");
      out.Line("CREATE TEMP TABLE migc_orphan (child TEXT, parent TEXT, rows INTEGER);");
    }
    if (context.resumes) WriteWay(context, out);
    out.Line();
  }

  // Each transaction takes the write lock when it begins.
  void WriteLock(const Context& /*context*/, ScriptText& /*out*/) const override {}

  void WriteGuards(const Context& context, ScriptText& out) const override {
    const Input& input = context.input;
    out.Line("-- Guards: when one of them stops the script, nothing was changed.");
    const std::string old = fmt::format(
        "CAST(sqlite_version() AS INTEGER) * 1000 + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) < "
        "{}",
        VersionNumber(context.dialect().target));
    out.Line(fmt::format("SELECT 'migc: this is SQLite ' || sqlite_version() WHERE {};", old));
    WriteStopWhen("engine", old, out);
    if (!ChecksRows(input)) {
      out.Line();
      return;
    }
    if (Resumes(input)) return WriteWayGuards(context, out);
    if (input.from.empty()) {
      // Whether the table holds rows can only be asked when it is there. What is made here to ask is rolled back.
      out.Line("BEGIN IMMEDIATE;");
      out.Line(fmt::format("CREATE TABLE IF NOT EXISTS {} (version_num);", context.version_table));
    } else {
      WriteStopWhen("table", TableMissing(context, input.options.bookkeeping.version_table), out);
      if (WritesHistory(input)) {
        WriteStopWhen("history", TableMissing(context, input.options.bookkeeping.history_table), out);
      }
    }
    if (input.to != input.from) WriteStopWhen("done", RowsAre(context, input.to), out);
    WriteFound(context, RowsDiffer(context, input.from), out);
    WriteStopWhen("start", RowsDiffer(context, input.from), out);
    if (input.from.empty()) out.Line("ROLLBACK;");
    out.Line();
  }

  void WriteGuardsEnd(const Context& /*context*/, ScriptText& /*out*/) const override {}

  void WriteProgress(std::string_view message, ScriptText& out) const override {
    out.Line(".print " + CommandArgument(OneLine(message)));
  }

  void WriteUpFrontBegin(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    if (context.resumes)
      BeginNext(context, RunsInParts(context, revision) ? NothingIsDone(context, revision) : IsDue(context, revision), out);
  }
  void WriteUpFrontEnd(const Context& context, ScriptText& out) const override {
    if (context.resumes) EndNext(context, "''", out);
  }
  void WriteRevisionBegin(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    BeginNext(context, IsDue(context, revision), out);
  }
  // Each part asks for itself.
  void WritePartsBegin(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    EndRevision(context, revision, out);
    out.Line();
  }
  void WriteRevisionEnd(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    if (RunsInParts(context, revision)) return;
    EndRevision(context, revision, out);
    out.Line();
  }

  void WriteBegin(const Context& context, const Transaction& transaction, ScriptText& out) const override {
    if (transaction.part > 0) {
      BeginNext(context, PartIsDue(context, *transaction.revision, transaction.part), out);
    }
    out.Line(transaction.foreign_keys_off ? "PRAGMA foreign_keys = OFF;" : "PRAGMA foreign_keys = ON;");
    out.Line("BEGIN IMMEDIATE;");
    if (transaction.makes_bookkeeping) WriteBookkeeping(context, out);
    // Somebody else may have written since the guards, or since the transaction before this one.
    if (ChecksRows(context.input)) {
      const std::string differ = RowsDiffer(context, transaction.revision->heads_before);
      WriteFound(context, differ, out);
      WriteStopWhen("changed", differ, out);
    }
    if (transaction.foreign_keys_off) {
      out.Line("DELETE FROM temp.migc_orphan;");
      out.Line(fmt::format("INSERT INTO temp.migc_orphan {};", fmt::format(kOrphans, "-")));
    }
    out.Line();
  }

  void WriteCommit(const Context& context, const Transaction& transaction, ScriptText& out) const override {
    if (transaction.foreign_keys_off) {
      out.Line("-- Foreign keys: what was broken before may stay, nothing more may be broken.");
      out.Line(fmt::format("INSERT INTO temp.migc_orphan {};", fmt::format(kOrphans, "")));
      out.Line(
          "SELECT 'migc: ' || sum(rows) || ' row(s) of table ' || child || ' refer to rows of table ' || parent || ' that are not "
          "there'");
      out.Line("  FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0;");
      WriteStopWhen("orphans", "EXISTS (SELECT 1 FROM temp.migc_orphan GROUP BY child, parent HAVING sum(rows) > 0)", out);
    }
    const bool recorded = transaction.part > 0;
    if (recorded) {
      const RevisionPart& revision = *transaction.revision;
      out.Line(transaction.ends_revision ? ForgetParts(context, revision) : RecordDone(context, revision, transaction.part));
    }
    out.Line("COMMIT;");
    if (recorded) EndNext(context, "''", out);
    out.Line();
  }

  void WritePlain(const Context& /*context*/, const NumberedStatement& statement, ScriptText& out) const override {
    WriteSql(statement.statement, out);
    out.Line();
  }

  void WriteStatement(const Context& context, const NumberedStatement& numbered, ScriptText& out) const override {
    if (numbered.part > 0) {
      WritePart(context, numbered, out);
    } else {
      WriteSql(numbered.statement, out);
    }
    out.Line();
  }

  void WriteRequire(const Context& context, const NumberedStatement& statement, ScriptText& out) const override {
    const bool is_part = statement.part > 0;
    if (is_part) BeginNext(context, PartIsDue(context, statement.revision, statement.part), out);
    const std::string reason = fmt::format("require_{}", statement.number);
    out.Line(fmt::format("DROP TRIGGER IF EXISTS temp.migc_stop_{};", reason));
    WriteStop(context, reason, statement.statement.message, out);
    out.Line("INSERT INTO temp.migc_stop WITH migc_answer (value) AS (");
    out.Line(ScanForSqlite3(statement.statement.sql).text);
    out.Line(fmt::format(") SELECT '{}' WHERE (SELECT count(*) = 1 AND min(value) IS TRUE FROM migc_answer) IS NOT TRUE;", reason));
    if (is_part) {
      out.Line(RecordDone(context, statement.revision, statement.part));
      EndNext(context, "''", out);
    }
    out.Line();
  }

  void WriteVersionRows(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    for (const graph::RowChange& row : revision.step.rows) {
      out.Line(RowStatement(context, row) + ";");
      WriteStopWhen("changed", "changes() <> 1", out);
    }
  }

  void WriteHistory(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    out.Line(fmt::format("INSERT INTO {} (revision, direction, message, source_sha256, script_sha256)", context.history_table));
    out.DigestLine(
        fmt::format("VALUES ({}, {}, {}, {}, '", Literal(context, revision.id), Literal(context, HistoryWord(context, revision)),
                    Literal(context, revision.message), Literal(context, revision.sha256)),
        64, "');");
  }

  void WriteReceipt(const Context& /*context*/, const std::string& before, const std::string& after,
                    ScriptText& out) const override {
    out.DigestLine("SELECT '" + before, 12, after + "' AS receipt;");
  }

  void WriteEnd(const Context& context, ScriptText& out) const override {
    if (AnyForeignKeysOff(context.input)) out.Line("DROP TABLE temp.migc_orphan;");
    if (context.resumes) {
      // Another client in the same directory has the same file: what was read from it may have been its.
      const std::string differ = RowsDiffer(context, context.input.to);
      WriteFound(context, differ, out);
      WriteStopWhen("changed", differ, out);
      out.Line(fmt::format("SELECT 'migc: {0} cannot be written' WHERE writefile('{0}', '') IS NULL;", NextFile(context)));
      out.Line("DROP TABLE temp.migc_way;");
      out.Line("DROP TABLE temp.migc_run;");
    }
    out.Line("DROP TABLE temp.migc_stop;");
  }

  void Check(const dialect::Dialect& /*dialect*/, const NumberedStatement& statement, diag::Sink& sink) const override;

 private:
  // In milliseconds.
  static std::uint32_t LockTimeout(const Context& context) { return context.input.options.lock_timeout_ms.value_or(10000); }

  static void WriteSql(const emit::Statement& statement, ScriptText& out) {
    const Sqlite3Scan scan = ScanForSqlite3(statement.sql);
    out.Line(scan.text + (scan.ends_in_line_comment ? "\n;" : ";"));
  }

  // A statement outside of the revision's transactions.
  static void WritePart(const Context& context, const NumberedStatement& numbered, ScriptText& out) {
    const RevisionPart& revision = numbered.revision;
    const bool alone = StandsAlone(numbered.statement);
    BeginNext(context, alone ? IsDue(context, revision) : PartIsDue(context, revision, numbered.part), out);
    if (!alone) {
      // Whatever the transaction before it had.
      out.Line("PRAGMA foreign_keys = ON;");
      out.Line("BEGIN IMMEDIATE;");
    }
    WriteSql(numbered.statement, out);
    if (!alone) {
      out.Line(RecordDone(context, revision, numbered.part));
      out.Line("COMMIT;");
    }
    EndNext(context, "''", out);
  }

  static void EndRevision(const Context& context, const RevisionPart& revision, ScriptText& out) {
    EndNext(context, context.Literal(".print " + CommandArgument(OneLine(fmt::format("migc: {} is done already", revision.id)))),
            out);
  }

  // The heads after each number of the script's revisions, and which of these numbers it is.
  static void WriteWay(const Context& context, ScriptText& out) {
    out.Line("-- How far the database is on the way of this script.");
    out.Line("DROP TABLE IF EXISTS temp.migc_way;");
    out.Line("CREATE TEMP TABLE migc_way (done INTEGER, head TEXT);");
    std::vector<std::string> rows;
    std::size_t done = 0;
    for (const std::vector<std::string>& heads : Positions(context.input)) {
      if (heads.empty()) rows.push_back(fmt::format("({}, NULL)", done));
      for (const std::string& head : heads) rows.push_back(fmt::format("({}, {})", done, Literal(context, head)));
      ++done;
    }
    out.Line(fmt::format("INSERT INTO temp.migc_way VALUES\n  {};", base::Join(rows, ",\n  ")));
    out.Line("DROP TABLE IF EXISTS temp.migc_run;");
    out.Line("CREATE TEMP TABLE migc_run (done INTEGER, here TEXT, made_by TEXT);");
  }

  // What was found is passed on through the file: what is made here to ask is rolled back.
  static void WriteWayGuards(const Context& context, ScriptText& out) {
    const Input& input = context.input;
    if (input.from.empty()) {
      out.Line("BEGIN IMMEDIATE;");
      out.Line(fmt::format("CREATE TABLE IF NOT EXISTS {} (version_num);", context.version_table));
      if (input.options.bookkeeping.history) {
        out.Line(fmt::format("CREATE TABLE IF NOT EXISTS {} (id, script_sha256);", context.history_table));
      }
    } else {
      WriteStopWhen("table", TableMissing(context, input.options.bookkeeping.version_table), out);
      if (WritesHistory(input)) WriteStopWhen("history", TableMissing(context, input.options.bookkeeping.history_table), out);
    }
    const std::string made_by = input.options.bookkeeping.history
                                    ? fmt::format("(SELECT script_sha256 FROM {} ORDER BY id DESC LIMIT 1)", context.history_table)
                                    : "NULL";
    out.Line(fmt::format(
        "SELECT 'migc: {0} cannot be written' WHERE writefile('{0}', (\n"
        "  WITH step (done, heads, found) AS (\n"
        "    SELECT done, count(head), total(head IN (SELECT version_num FROM {1})) FROM temp.migc_way GROUP BY done)\n"
        "  SELECT 'INSERT INTO temp.migc_run VALUES (' || quote((SELECT done FROM step WHERE heads = found AND heads = (SELECT "
        "count(*) "
        "FROM {1})))\n"
        "    || ', ' || quote(coalesce((SELECT group_concat(version_num, ', ') FROM {1}), 'base')) || ', ' || quote({2}) || ');'"
        ")) IS NULL;",
        NextFile(context), context.version_table, made_by));
    if (input.from.empty()) out.Line("ROLLBACK;");
    out.Line(fmt::format(".read {}", NextFile(context)));
    const auto stop = [&](std::string_view reason, std::string_view condition) {
      out.Line(fmt::format("SELECT 'migc: this database is at ' || here FROM temp.migc_run WHERE {};", condition));
      out.Line(fmt::format("INSERT INTO temp.migc_stop SELECT '{}' FROM temp.migc_run WHERE {};", reason, condition));
    };
    if (!input.options.idempotent) stop("done", fmt::format("done = {}", input.revisions.size()));
    stop("start", "done IS NULL");
    if (!input.options.idempotent) {
      out.Line("SELECT 'migc: this database is at ' || here FROM temp.migc_run WHERE done > 0;");
      out.DigestLine("INSERT INTO temp.migc_stop SELECT 'other' FROM temp.migc_run WHERE done > 0 AND made_by IS NOT '", 64, "';");
    }
    out.Line();
    if (KeepsLedger(context)) WriteLedger(context, out);
  }

  static std::string RowStatement(const Context& context, const graph::RowChange& row) {
    switch (row.action) {
      case graph::RowAction::kInsert:
        return fmt::format("INSERT INTO {} (version_num) VALUES ({})", context.version_table, Literal(context, row.to));
      case graph::RowAction::kUpdate:
        return fmt::format("UPDATE {} SET version_num = {} WHERE version_num = {}", context.version_table, Literal(context, row.to),
                           Literal(context, row.from));
      case graph::RowAction::kDelete:
        return fmt::format("DELETE FROM {} WHERE version_num = {}", context.version_table, Literal(context, row.from));
    }
    return "";
  }

  static void WriteStops(const Context& context, ScriptText& out) {
    const Input& input = context.input;
    const dialect::Dialect& dialect = context.dialect();
    WriteStop(context, "engine",
              fmt::format("this script is for {} {} or newer; nothing was changed", dialect.title, dialect::Text(dialect.target)),
              out);
    if (ChecksRows(input)) WriteRowStops(context, out);
    if (KeepsLedger(context)) WriteLedgerStop(context, out);
    WriteStop(context, "changed",
              fmt::format("something else changed table {} while this script ran; the revision at hand is not recorded",
                          context.version_name),
              out);
    if (AnyForeignKeysOff(input)) {
      WriteStop(context, "orphans",
                fmt::format("foreign keys are broken (see the lines before); the {} was rolled back",
                            RunsInOneTransaction(input) ? "whole script" : "revision at hand"),
                out);
    }
  }

  // Of the guards that ask where the database is.
  static void WriteRowStops(const Context& context, ScriptText& out) {
    const Input& input = context.input;
    const std::string from = HeadsText(input.from);
    if (!input.from.empty()) {
      WriteStop(context, "table",
                fmt::format("there is no table {}, so no migration was recorded in this database, and this script starts at {}; "
                            "nothing was changed",
                            context.version_name, from),
                out);
    }
    if (input.options.bookkeeping.history && !input.from.empty()) {
      WriteStop(
          context, "history",
          fmt::format("there is no table {}, in which this script records what it did; nothing was changed", context.history_name),
          out);
    }
    WriteStop(context, "done",
              fmt::format("this database is at {} already, where this script leads; nothing was changed", HeadsText(input.to)),
              out);
    const std::string way =
        input.options.idempotent
            ? fmt::format("this script leads from {} to {}, and this database is not on that way", from, HeadsText(input.to))
            : fmt::format("this script starts at {}, and this database is elsewhere", from);
    WriteStop(context, "start", way + " (see the line before); nothing was changed", out);
    if (Resumes(input) && !input.options.idempotent) {
      WriteStop(
          context, "other",
          fmt::format("this script starts at {}, and no run of it left the database where it is (see the line before); nothing was "
                      "changed",
                      from),
          out);
    }
  }

  static void WriteBookkeeping(const Context& context, ScriptText& out) {
    out.Line(fmt::format("CREATE TABLE IF NOT EXISTS {} (", context.version_table));
    out.Line("  version_num VARCHAR(128) NOT NULL PRIMARY KEY");
    out.Line(");");
    if (!context.input.options.bookkeeping.history) return;
    out.Line(fmt::format("CREATE TABLE IF NOT EXISTS {} (", context.history_table));
    out.Line("  id INTEGER PRIMARY KEY,");
    out.Line("  revision VARCHAR(128) NOT NULL,");
    out.Line("  direction VARCHAR(9) NOT NULL,");
    out.Line("  message TEXT NOT NULL,");
    out.Line("  source_sha256 CHAR(64) NOT NULL,");
    out.Line("  script_sha256 CHAR(64) NOT NULL,");
    out.Line("  applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%fZ', 'now'))");
    out.Line(");");
  }
};

void Sqlite3Tool::Check(const dialect::Dialect& /*dialect*/, const NumberedStatement& statement, diag::Sink& sink) const {
  const Sqlite3Scan scan = ScanForSqlite3(statement.statement.sql);
  const std::optional<source::Span> span = SpanOf(statement.statement);
  if (scan.command) {
    sink.Report(diag::Make(diag::Kind::kToolTakesCommand, span, "sqlite3",
                           "a line of only `/` or `go`, or one that starts with `.` or `#` where a statement begins")
                    .WithHelp("join that line with the one before it"));
  } else if (!scan.parameter.empty()) {
    sink.Report(diag::Make(diag::Kind::kToolFillsParameter, span, "sqlite3", scan.parameter)
                    .WithHelp("write the value itself, or a ${placeholder} that is declared in migc.yaml"));
  } else if (scan.name_loses_return) {
    sink.Report(diag::Make(diag::Kind::kToolChangesName, span, "sqlite3").WithHelp("give it another name"));
  } else if (!scan.unfinished.empty()) {
    sink.Report(diag::Make(diag::Kind::kToolDoesNotEnd, span, "sqlite3", fmt::format("it ends inside of {}", scan.unfinished)));
  } else if (scan.end) {
    sink.Report(diag::Make(diag::Kind::kToolDoesNotEnd, span, "sqlite3", "a `;` ends it before its end"));
  }
}

}  // namespace

const Tool& Sqlite3() {
  static const Sqlite3Tool tool;
  return tool;
}

}  // namespace migc::script
