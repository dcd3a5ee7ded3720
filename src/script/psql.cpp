// Scripts for psql, the client of PostgreSQL and of what speaks its protocol. A revision that is done already is passed over by
// psql's own \if; what runs outside a transaction is written down in a ledger around it, so that a later run knows of it.
#include <fmt/format.h>

#include "migc/base/hash.h"
#include "script/psql_guards.h"
#include "script/psql_lexis.h"
#include "script/tool.h"

namespace migc::script {
namespace {

using namespace psql;

// In single quotes psql's commands replace nothing but backslash escapes and doubled quotes.
std::string CommandArgument(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') quoted += c == '\'' ? '\'' : '\\';
    quoted += c;
  }
  return quoted + "'";
}

std::string RowFailure(const Context& context, const RevisionPart& revision, const graph::RowChange& row) {
  const std::string seen = row.action == graph::RowAction::kInsert
                               ? fmt::format("table {} holds {} already", context.version_name, OneLine(row.to))
                               : fmt::format("table {} no longer holds {}", context.version_name, OneLine(row.from));
  return fmt::format("{}, so something else changed it while this script ran; revision {} is not recorded", seen,
                     OneLine(revision.id));
}

// A table is locked in its place, for each transaction, where no key would tell of another run.
bool LocksTable(const Context& context) { return context.dialect().Has(dialect::Capability::kInformationalKeys); }

bool TakesLock(const Context& context) { return context.dialect().Has(dialect::Capability::kAdvisoryLocks); }

class PsqlTool final : public Tool {
 public:
  std::string HowToApply() const override { return "psql -d DATABASE -f THIS_FILE"; }

  std::vector<std::string> Locks(const Context& context) const override {
    if (LocksTable(context)) {
      return {fmt::format("table {} in each of its transactions, so that of two runs at the same moment one waits, and then stops",
                          context.version_name),
              "of other tables, what each statement needs, until the end of its transaction"};
    }
    if (!TakesLock(context)) {
      return {
          fmt::format("no lock of its own: {} has none for a session that can be relied on; of tables, what each statement needs",
                      context.dialect().title)};
    }
    return {
        fmt::format("advisory lock {} of the database while it runs, so that one script of migc runs at a time", LockKey(context)),
        "of tables, what each statement needs, until the end of its transaction"};
  }

  void WritePreamble(const Context& context, ScriptText& out) const override {
    out.Line("\\set ON_ERROR_STOP on");
    out.Line("\\set ON_ERROR_ROLLBACK off");
    out.Line("\\set AUTOCOMMIT on");
    out.Line("\\set SINGLELINE off");
    out.Line("\\set migc_quiet :QUIET");
    out.Line("\\set migc_show_context :SHOW_CONTEXT");
    out.Line("\\set QUIET on");
    out.Line("\\set SHOW_CONTEXT never");
    out.Line("SET client_encoding = 'UTF8';");
    // Where backslashes escape, as they did in PostgreSQL 8.0, nothing turns that off: strings are written for it.
    if (!context.dialect().lexical.backslash_escapes) out.Line("SET standard_conforming_strings = on;");
    if (!HasDo(context)) WriteProcedureName(context, out);
    if (context.resumes) {
      const std::string_view quote = PlansBlocksAsAWhole(context) ? "'" : "";
      out.Line(fmt::format("SET migc.done = {0}0{0};", quote));
      out.Line(fmt::format("SET migc.begun = {0}0{0};", quote));
      out.DigestLine("SET migc.script = '", 64, "';");
    }
    WriteTimeouts(context, out);
    out.Line();
  }

  void WriteTimeouts(const Context& context, ScriptText& out) const override {
    const Options& options = context.input.options;
    if (options.lock_timeout_ms) out.Line(fmt::format("SET lock_timeout = {};", *options.lock_timeout_ms));
    if (options.statement_timeout_ms) out.Line(fmt::format("SET statement_timeout = {};", *options.statement_timeout_ms));
  }

  // Waiting must not hold a snapshot: the session that has the lock may be creating an index concurrently, which waits for every
  // older snapshot to go. So it asks again and again, each time in a transaction of its own.
  void WriteLock(const Context& context, ScriptText& out) const override {
    if (!HasDo(context)) {
      WriteTransactionGuard(out);
      return out.Line();
    }
    if (PlansBlocksAsAWhole(context)) return WriteServerGuards(context, out);
    if (!TakesLock(context)) {
      WriteDo(context, fmt::format("BEGIN\n{}END", TransactionGuard(context)), out);
      return out.Line();
    }
    out.Line("-- One script of migc at a time. The lock goes with the session, however that ends.");
    WriteDo(context,
            fmt::format("DECLARE\n"
                        "  waiting boolean := false;\n"
                        "BEGIN\n"
                        "{}"
                        "  WHILE NOT pg_try_advisory_lock({}) LOOP\n"
                        "    IF NOT waiting THEN\n"
                        "      RAISE NOTICE USING MESSAGE = {};\n"
                        "      waiting := true;\n"
                        "    END IF;\n"
                        "    COMMIT;\n"
                        "    PERFORM pg_sleep(0.5);\n"
                        "    COMMIT;\n"
                        "  END LOOP;\n"
                        "END",
                        TransactionGuard(context), LockKey(context),
                        context.Literal("another session is applying migrations to this database; waiting until it has ended")),
            out);
    out.Line();
  }

  void WriteGuards(const Context& context, ScriptText& out) const override {
    out.Line("-- Guards: when one of them stops the script, nothing was changed.");
    if (PlansBlocksAsAWhole(context)) return WriteGuardsByParts(context, out);
    WriteDoAlone(context, GuardsBody(context), out);
    out.Line();
  }

  void WriteGuardsEnd(const Context& context, ScriptText& out) const override {
    if (KeepsLedger(context.input)) WriteLedger(context, out);
    out.Line("\\set QUIET :migc_quiet");
    out.Line("\\set SHOW_CONTEXT :migc_show_context");
    out.Line();
  }

  void WriteProgress(std::string_view message, ScriptText& out) const override {
    out.Line("\\echo " + CommandArgument(OneLine(message)));
  }

  void WriteRevisionBegin(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    WriteIf(fmt::format("current_setting('migc.done')::integer <= {}", IndexOf(context.input, revision)), out);
  }

  // A revision that was begun has changed the answers.
  void WriteUpFrontBegin(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    WriteUpFrontIf(context, revision, out);
    if (!HasDo(context)) out.Line("BEGIN;");
  }
  void WriteUpFrontEnd(const Context& context, ScriptText& out) const override {
    if (!HasDo(context)) out.Line("COMMIT;");
    if (context.resumes) out.Line("\\endif");
  }
  static void WriteUpFrontIf(const Context& context, const RevisionPart& revision, ScriptText& out) {
    if (!context.resumes) return;
    const std::size_t index = IndexOf(context.input, revision);
    const std::string_view begun = IsDivided(revision) ? " + current_setting('migc.begun')::integer" : "";
    WriteIf(fmt::format("current_setting('migc.done')::integer{} <= {}", begun, index), out);
  }

  void WriteRevisionEnd(const Context& /*context*/, const RevisionPart& revision, ScriptText& out) const override {
    out.Line("\\else");
    WriteProgress(fmt::format("migc: {} is done already", revision.id), out);
    out.Line("\\endif");
    out.Line();
  }

  void WriteBegin(const Context& context, const Transaction& transaction, ScriptText& out) const override {
    if (transaction.makes_bookkeeping && !RollsBack(context)) WriteBookkeeping(context, out);
    if (transaction.part > 0) WriteIfDue(context, *transaction.revision, transaction.part, out);
    out.Line("BEGIN;");
    out.Line();
    if (transaction.makes_bookkeeping && RollsBack(context)) WriteBookkeeping(context, out);
    if (!LocksTable(context)) return;
    out.Line("-- No key would tell of another run that does the same: it waits here.");
    out.Line(fmt::format("LOCK TABLE {};", context.version_table));
    out.Line();
  }

  void WriteCommit(const Context& context, const Transaction& transaction, ScriptText& out) const override {
    if (transaction.part > 0 && !transaction.ends_revision && LocksTable(context)) {
      WriteDo(context, PartDone80(context, *transaction.revision, transaction.part), out);
    } else if (transaction.part > 0 && !transaction.ends_revision) {
      out.Line(RecordPart(context, *transaction.revision, transaction.part, "done") + ";");
    }
    out.Line("COMMIT;");
    if (transaction.part > 0) out.Line("\\endif");
    out.Line();
  }

  void WriteStatement(const Context& context, const NumberedStatement& statement, ScriptText& out) const override {
    if (statement.part > 0 && !IsSetting(statement.statement)) {
      WritePart(context, statement, out);
    } else {
      WriteSql(context, statement.statement.sql, out);
    }
    out.Line();
  }

  void WritePlain(const Context& context, const NumberedStatement& statement, ScriptText& out) const override {
    WriteSql(context, statement.statement.sql, out);
  }

  void WriteRequire(const Context& context, const NumberedStatement& statement, ScriptText& out) const override {
    if (statement.part > 0) WriteIfDue(context, statement.revision, statement.part, out);
    if (!HasDo(context)) {
      WriteRequire80(context, statement, out);
    } else {
      WriteDo(context,
              fmt::format("BEGIN\n  IF (\n{}\n  ) IS NOT TRUE THEN\n{}  END IF;\nEND", statement.statement.sql,
                          Raise(context, context.Literal(statement.statement.message), "DETAIL",
                                context.Literal(fmt::format("Required by {}, in revision {}.", PlaceOf(context, statement),
                                                            OneLine(statement.revision.id))))),
              out);
    }
    if (statement.part > 0) {
      out.Line(RecordPart(context, statement.revision, statement.part, "done") + ";");
      out.Line("\\endif");
    }
    out.Line();
  }

  void WriteVersionRows(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    if (revision.step.rows.empty()) return;
    if (!HasDo(context)) {
      WriteDo(
          context,
          RowsBody80(context, revision.step.rows, [&](const graph::RowChange& row) { return RowFailure(context, revision, row); }),
          out);
      return WriteLedgerEnd(context, revision, out);
    }
    const bool whole = PlansBlocksAsAWhole(context);
    std::string body = fmt::format("DECLARE\n  touched {};\nBEGIN\n", whole ? "text" : "bigint");
    for (const graph::RowChange& row : revision.step.rows) {
      body += fmt::format("  {}{};\n  IF {} THEN\n", RowStatement(context, row),
                          whole ? " RETURNING version_num INTO touched" : ";\n  GET DIAGNOSTICS touched = ROW_COUNT",
                          whole ? "touched IS NULL" : "touched <> 1");
      body +=
          fmt::format("    RAISE EXCEPTION USING MESSAGE = {};\n  END IF;\n", context.Literal(RowFailure(context, revision, row)));
    }
    WriteDo(context, body + "END", out);
    WriteLedgerEnd(context, revision, out);
  }
  static void WriteLedgerEnd(const Context& context, const RevisionPart& revision, ScriptText& out) {
    if (context.input.purpose == Purpose::kMove && IsDivided(revision)) {
      out.Line(fmt::format("DELETE FROM {} WHERE revision = {};", StepTable(context), context.Literal(revision.id)));
    }
  }

  void WriteHistory(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    const bool names_user = !HasDo(context);
    out.Line(fmt::format("INSERT INTO {} (revision, direction, message, source_sha256, script_sha256{})", context.history_table,
                         names_user ? ", applied_by" : ""));
    out.DigestLine(
        fmt::format("VALUES ({}, {}, {}, {}, '", context.Literal(revision.id), context.Literal(HistoryWord(context, revision)),
                    context.Literal(revision.message), context.Literal(revision.sha256)),
        64, names_user ? "', session_user);" : "');");
  }

  void WriteReceipt(const Context& /*context*/, const std::string& before, const std::string& after,
                    ScriptText& out) const override {
    out.DigestLine("SELECT '" + before, 12, after + "' AS receipt;");
  }

  void WriteEnd(const Context& context, ScriptText& out) const override {
    if (!TakesLock(context)) return;
    out.Line("\\set QUIET on");
    WriteDo(context, fmt::format("BEGIN\n  PERFORM pg_advisory_unlock({});\nEND", LockKey(context)), out);
    out.Line("\\set QUIET :migc_quiet");
    out.Line();
  }

  void Check(const dialect::Dialect& dialect, const NumberedStatement& statement, diag::Sink& sink) const override;

 private:
  static void WriteSql(const Context& context, const std::string& sql, ScriptText& out) {
    const PsqlScan scan = ScanForPsql(sql, context.dialect().lexical.backslash_escapes);
    out.Line(scan.text + (scan.ends_in_line_comment ? "\n;" : ";"));
  }

  static void WriteRequire80(const Context& context, const NumberedStatement& statement, ScriptText& out) {
    const std::string raise = Raise(context, context.Literal(statement.statement.message), "DETAIL",
                                    context.Literal(fmt::format("Required by {}, in revision {}.", PlaceOf(context, statement),
                                                                OneLine(statement.revision.id))));
    const std::string body = RequireBody80(statement.statement.sql, raise);
    statement.part > 0 ? WriteDoAlone(context, body, out) : WriteDo(context, body, out);
  }

  static void WriteIfDue(const Context& context, const RevisionPart& revision, std::size_t part, ScriptText& out) {
    out.Line(PartIsDue(context, revision, part) + " \\gset");
    out.Line("\\if :migc_due");
  }

  // What follows, up to \else or \endif, is for when the condition holds.
  static void WriteIf(const std::string& condition, ScriptText& out) {
    out.Line(fmt::format("SELECT {} AS migc_due \\gset", condition));
    out.Line("\\if :migc_due");
  }

  // A statement outside of transactions: begun and done are two rows of the ledger, and between them it may have come to its end.
  static void WritePart(const Context& context, const NumberedStatement& numbered, ScriptText& out) {
    const emit::Statement& statement = numbered.statement;
    const RevisionPart& revision = numbered.revision;
    WriteIfDue(context, revision, numbered.part, out);
    if (LocksTable(context)) {
      WriteDoAlone(context, PartGuard80(context, numbered), out, fmt::format("LOCK TABLE {};", StepTable(context)));
      WriteSql(context, statement.sql, out);
      out.Line(
          fmt::format("UPDATE {} SET state = 'done' WHERE {};", StepTable(context), PartKey(context, revision, numbered.part)));
      return out.Line("\\endif");
    }
    if (!RollsBack(context) && statement.probe == "0") {
      WriteSql(context, statement.sql, out);
      out.Line(RecordPart(context, revision, numbered.part, "done") + ";");
      return out.Line("\\endif");
    }
    if (!RollsBack(context) && !statement.probe.empty() && statement.again.empty()) {
      WriteDo(context, ProbedPartGuard(context, numbered), out);
      WriteIf(fmt::format("NOT ({})", statement.probe), out);
      WriteSql(context, statement.sql, out);
      out.Line("\\endif");
      out.Line(
          fmt::format("UPDATE {} SET state = 'done' WHERE {};", StepTable(context), PartKey(context, revision, numbered.part)));
      return out.Line("\\endif");
    }
    const std::string begun = PartIsBegun(context, revision, numbered.part);
    if (!statement.again.empty()) {
      out.Line(fmt::format("SELECT {} AS migc_begun \\gset", begun));
      out.Line("\\if :migc_begun");
      for (const std::string& sql : statement.again) WriteSql(context, sql, out);
      out.Line("\\else");
    }
    WriteDo(context, PartGuard(context, numbered, statement.again.empty() ? begun : ""), out);
    WriteSql(context, statement.sql, out);
    if (!statement.again.empty()) out.Line("\\endif");
    out.Line(fmt::format("UPDATE {} SET state = 'done' WHERE {};", StepTable(context), PartKey(context, revision, numbered.part)));
    out.Line("\\endif");
  }

  static void WriteBookkeeping(const Context& context, ScriptText& out) {
    if (!HasDo(context)) return WriteBookkeeping80(context, out);
    out.Line("-- Bookkeeping: the revisions that this database is at, and what was done when.");
    out.Line(fmt::format("CREATE TABLE IF NOT EXISTS {} (", context.version_table));
    out.Line("  version_num varchar(128) NOT NULL PRIMARY KEY");
    out.Line(");");
    if (context.input.options.bookkeeping.history) {
      out.Line(fmt::format("CREATE TABLE IF NOT EXISTS {} (", context.history_table));
      out.Line("  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,");
      out.Line("  revision varchar(128) NOT NULL,");
      out.Line("  direction varchar(9) NOT NULL,");
      out.Line("  message text NOT NULL,");
      out.Line("  source_sha256 char(64) NOT NULL,");
      out.Line("  script_sha256 char(64) NOT NULL,");
      out.Line("  applied_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),");
      out.Line("  applied_by text NOT NULL DEFAULT session_user");
      out.Line(");");
    }
    out.Line();
  }
};

void PsqlTool::Check(const dialect::Dialect& dialect, const NumberedStatement& statement, diag::Sink& sink) const {
  const PsqlScan scan = ScanForPsql(statement.statement.sql, dialect.lexical.backslash_escapes);
  const std::optional<source::Span> span = SpanOf(statement.statement);
  // A `require` stands inside a dollar-quoted body, into which psql does not look.
  const bool bare = statement.statement.kind != emit::StatementKind::kRequire;
  if (bare && scan.backslash) {
    sink.Report(diag::Make(diag::Kind::kToolTakesCommand, span, "psql", "a backslash outside quotes")
                    .WithHelp("write it inside a string or a dollar-quoted body, or leave it out"));
  } else if (bare && scan.copies_from_stdin) {
    sink.Report(diag::Make(diag::Kind::kToolReadsData, span, "psql", "COPY … FROM STDIN")
                    .WithHelp("`insert into … from csv '…'` puts the rows of a file into the script"));
  } else if (!scan.unfinished.empty()) {
    sink.Report(diag::Make(diag::Kind::kToolDoesNotEnd, span, "psql", fmt::format("it ends inside of {}", scan.unfinished)));
  } else if (scan.end) {
    sink.Report(diag::Make(diag::Kind::kToolDoesNotEnd, span, "psql", "a `;` ends it before its end"));
  }
}

}  // namespace

const Tool& Psql() {
  static const PsqlTool tool;
  return tool;
}

}  // namespace migc::script
