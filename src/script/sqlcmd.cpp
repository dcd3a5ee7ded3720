// Scripts for sqlcmd, and for SSMS in SQLCMD mode. Each statement is a batch. `:on error exit` stops sqlcmd; and where a flag or
// another client lets it go on, each batch is followed by one that sets NOEXEC ON when it failed, so that nothing after it runs.
#include <fmt/format.h>

#include <algorithm>

#include "migc/base/text.h"
#include "migc/emit/sql_writer.h"
#include "script/sqlcmd_guards.h"
#include "script/sqlcmd_ledger.h"
#include "script/sqlcmd_lexis.h"
#include "script/sqlcmd_text.h"
#include "script/tool.h"

namespace migc::script {
namespace {

using namespace sqlcmd;

std::string RowStatement(const Context& context, const graph::RowChange& row) {
  const std::string table = VersionTable(context);
  switch (row.action) {
    case graph::RowAction::kInsert:
      return fmt::format("INSERT INTO {0} (version_num)\nSELECT {1} WHERE NOT EXISTS (SELECT 1 FROM {0} WHERE version_num = {1})",
                         table, SqlcmdLiteral(row.to));
    case graph::RowAction::kUpdate:
      return fmt::format("UPDATE {} SET version_num = {} WHERE version_num = {}", table, SqlcmdLiteral(row.to),
                         SqlcmdLiteral(row.from));
    case graph::RowAction::kDelete:
      return fmt::format("DELETE FROM {} WHERE version_num = {}", table, SqlcmdLiteral(row.from));
  }
  return "";
}

std::string RowFailure(const Context& context, const RevisionPart& revision, const graph::RowChange& row) {
  const std::string seen = row.action == graph::RowAction::kInsert
                               ? fmt::format("table {} holds {} already", context.version_name, OneLine(row.to))
                               : fmt::format("table {} no longer holds {}", context.version_name, OneLine(row.from));
  return fmt::format("{}, so something else changed it while this script ran; revision {} is not recorded", seen,
                     OneLine(revision.id));
}

// IF … EXEC (N'…'): the names in it are bound when it runs, and not when the batch around it is compiled ("Deferred name
// resolution" lets missing tables pass, but not missing columns).
std::string WhenDue(const Context& context, const NumberedStatement& numbered, const std::string& batch) {
  if (!context.resumes) return batch;
  return fmt::format("IF {}\n  EXEC ({})", numbered.in_parts ? PartIsDue() : IsDue(context, numbered.revision),
                     SqlcmdLiteral(batch));
}

// `set lock timeout`. In EXEC it would end with the string ("SET Statements (Transact-SQL)", considerations: dynamic SQL).
bool SetsLockTimeout(const emit::Statement& statement) {
  constexpr std::string_view kSet = "SET LOCK_TIMEOUT ";
  return statement.sql.starts_with(kSet) && statement.sql.find_first_not_of("-0123456789", kSet.size()) == std::string::npos;
}

class SqlcmdTool final : public Tool {
 public:
  std::string HowToApply() const override { return "sqlcmd -S SERVER -d DATABASE -b -f 65001 -i THIS_FILE"; }

  std::vector<std::string> Locks(const Context& context) const override {
    return {
        fmt::format("application lock \"{}\" of the database while it runs, so that one script of migc runs at a time",
                    OneLine(LockName(context))),
        "of tables, what each statement needs (ALTER TABLE: Sch-M, which everybody waits for), until the end of its transaction"};
  }

  bool PrefersOneTransaction(const Input& input) const override {
    return !input.options.idempotent && std::ranges::none_of(input.revisions, IsDivided);
  }

  std::string ShapeComment(std::string line) const override { return WithoutVariables(std::move(line)); }

  void WritePreamble(const Context& context, ScriptText& out) const override {
    out.Line(":on error exit");
    out.Line("GO");
    out.Line(":setvar migc_sqlcmd \"on\"");
    out.Line("GO");
    out.Line("IF N'$(migc_sqlcmd)' <> N'on'");
    out.Line("BEGIN");
    out.Line(
        "  RAISERROR (N'this script needs SQLCMD mode: run it with sqlcmd, or switch the mode on in the menu Query of SSMS', 16, "
        "1);");
    out.Line("  SET NOEXEC ON;");
    out.Line("END;");
    out.Line("GO");
    // As every client but sqlcmd has them: indexes with a condition, on computed columns and of XML need them so ("SET
    // QUOTED_IDENTIFIER").
    for (const std::string_view option : {"QUOTED_IDENTIFIER", "ANSI_NULLS", "ANSI_PADDING", "ANSI_WARNINGS", "ARITHABORT",
                                          "CONCAT_NULL_YIELDS_NULL", "NOCOUNT", "XACT_ABORT"}) {
      out.Line(fmt::format("SET {} ON;", option));
    }
    for (const std::string_view option : {"NUMERIC_ROUNDABORT", "IMPLICIT_TRANSACTIONS"})
      out.Line(fmt::format("SET {} OFF;", option));
    if (context.resumes && !context.input.options.idempotent) {
      out.DigestLine("EXEC sys.sp_set_session_context @key = N'migc_script', @value = '", 64, "';");
    }
    if (context.input.options.lock_timeout_ms) {
      WriteTimeouts(context, out);
    } else {
      out.Line("GO");
    }
    out.Line();
  }

  void WriteTimeouts(const Context& context, ScriptText& out) const override {
    if (const auto& timeout = context.input.options.lock_timeout_ms) out.Line(fmt::format("SET LOCK_TIMEOUT {};\nGO", *timeout));
  }

  void WriteLock(const Context& context, ScriptText& out) const override {
    const std::string call = fmt::format(
        "EXEC @lock = sys.sp_getapplock @Resource = {}, @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = ",
        SqlcmdLiteral(LockName(context)));
    out.Line("-- One script of migc at a time. The lock goes with the session, however that ends.");
    out.Line("IF @@TRANCOUNT <> 0");
    out.Line("  " + Throw("this script makes its own transactions, and one is open already; nothing was changed") + ";");
    out.Line("DECLARE @lock INT;");
    out.Line(call + "0;");
    out.Line("IF @lock < 0");
    out.Line("BEGIN");
    out.Line(
        "  RAISERROR (N'another session is applying migrations to this database; waiting until it has ended', 0, 1) WITH NOWAIT;");
    out.Line("  " + call + "-1;");
    out.Line("END;");
    out.Line("IF @lock < 0 " + Throw("the lock of the migrations could not be had; nothing was changed") + ";");
    EndBatch(Where::kOutside, out);
    out.Line();
  }

  void WriteGuards(const Context& context, ScriptText& out) const override {
    out.Line("-- Guards: when one of them stops the script, nothing was changed.");
    out.Line(GuardsBody(context));
    EndBatch(Where::kOutside, out);
    out.Line();
  }

  void WriteGuardsEnd(const Context& context, ScriptText& out) const override {
    if (KeepsLedger(context)) WriteStepTable(context, out);
  }

  // RAISERROR … WITH NOWAIT would be shown at once, but reads % as printf does; a batch that is done is shown anyway.
  void WriteProgress(std::string_view message, ScriptText& out) const override {
    out.Line("PRINT " + SqlcmdLiteral(OneLine(message)) + ";");
    out.Line("GO");
  }

  void WriteRevisionBegin(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    out.Line(fmt::format("IF NOT ({})\n  PRINT {};\nGO", IsDue(context, revision),
                         SqlcmdLiteral(OneLine(fmt::format("migc: {} is done already, and is passed over", revision.id)))));
  }

  void WriteUpFrontBegin(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    if (RunsInParts(context, revision)) AskForStart(context, revision, out);
  }

  void WriteBegin(const Context& context, const Transaction& transaction, ScriptText& out) const override {
    if (transaction.part > 0) AskForPart(context, *transaction.revision, transaction.part, out);
    out.Line("BEGIN TRANSACTION;");
    out.Line("GO");
    out.Line();
    if (transaction.makes_bookkeeping) WriteBookkeeping(context, out);
  }

  void WriteCommit(const Context& context, const Transaction& transaction, ScriptText& out) const override {
    if (transaction.part > 0 && !transaction.ends_revision) {
      out.Line(RecordDone(context, *transaction.revision, transaction.part));
      EndBatch(Where::kInTransaction, out);
    }
    out.Line("COMMIT TRANSACTION;");
    EndBatch(Where::kOutside, out);
    out.Line();
  }

  void WritePlain(const Context& /*context*/, const NumberedStatement& statement, ScriptText& out) const override {
    out.Line(ScanForSqlcmd(statement.statement.sql).text);
    out.Line("GO");
  }

  void WriteStatement(const Context& context, const NumberedStatement& numbered, ScriptText& out) const override {
    const emit::Statement& statement = numbered.statement;
    if (context.resumes && SetsLockTimeout(statement)) {
      out.Line(fmt::format("IF {}\n  {};", IsDue(context, numbered.revision), statement.sql));
      EndBatch(statement.no_transaction ? Where::kOutside : Where::kInTransaction, out);
      return out.Line();
    }
    const SqlcmdScan scan = ScanForSqlcmd(WhenDue(context, numbered, statement.sql));
    const std::string batch = scan.text + (scan.ends_in_line_comment ? "\n;" : ";");
    if (numbered.part > 0) {
      WritePart(context, numbered, batch, out);
      return out.Line();
    }
    if (scan.first_in_batch) out.Line("GO");
    out.Line(batch);
    EndBatch(Where::kInTransaction, out);
    out.Line();
  }

  void WriteRequire(const Context& context, const NumberedStatement& numbered, ScriptText& out) const override {
    const emit::Statement& statement = numbered.statement;
    if (numbered.part > 0) AskForPart(context, numbered.revision, numbered.part, out);
    const std::string batch = fmt::format(
        "DECLARE @message NVARCHAR(2048) = {};\nIF NOT EXISTS (SELECT 1 FROM (\n{}\n) AS answer (value)\n"
        "  HAVING COUNT(*) = 1 AND MIN(CAST(value AS INT)) = 1)\n  THROW 50000, @message, 1",
        Doubled(SqlcmdLiteral(base::ClipUtf8(statement.message, kLongestMessage))), statement.sql);
    out.Line(ScanForSqlcmd(WhenDue(context, numbered, batch)).text + ";");
    EndBatch(Where::kOutside, out);
    if (numbered.part > 0) {
      out.Line(RecordDone(context, numbered.revision, numbered.part));
      EndBatch(Where::kOutside, out);
    }
    out.Line();
  }

  void WriteVersionRows(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    if (revision.step.rows.empty()) return;
    const bool conditional = context.resumes;
    if (conditional) out.Line(fmt::format("IF {}\nBEGIN", IsDue(context, revision)));
    for (const graph::RowChange& row : revision.step.rows) {
      out.Line(RowStatement(context, row) + ";");
      out.Line("IF @@ROWCOUNT <> 1 " + Throw(RowFailure(context, revision, row)) + ";");
    }
    if (RunsInParts(context, revision)) out.Line(ForgetParts(context, revision));
    if (conditional) out.Line("END;");
    EndBatch(Where::kInTransaction, out);
  }

  void WritePurge(const Context& context, ScriptText& out) const override {
    out.Line(fmt::format("DELETE FROM {};", VersionTable(context)));
    EndBatch(Where::kInTransaction, out);
  }

  void WriteHistory(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    if (context.resumes) out.Line(fmt::format("IF {}", IsDue(context, revision)));
    out.Line(fmt::format("INSERT INTO {} (revision, direction, message, source_sha256, script_sha256)", HistoryTable(context)));
    out.DigestLine(fmt::format("VALUES ({}, {}, {}, '{}', '", SqlcmdLiteral(revision.id),
                               SqlcmdLiteral(HistoryWord(context, revision)), SqlcmdLiteral(revision.message), revision.sha256),
                   64, "');");
    EndBatch(Where::kInTransaction, out);
  }

  // Last of all, whatever has happened: the session is left as it was found.
  void WriteReceipt(const Context& context, const std::string& before, const std::string& after, ScriptText& out) const override {
    out.DigestLine("SELECT N'" + before, 12, after + "' AS receipt;");
    out.Line("GO");
    out.Line("SET NOEXEC OFF;");
    out.Line("GO");
    const std::string lock = SqlcmdLiteral(LockName(context));
    out.Line("IF @@TRANCOUNT <> 0 ROLLBACK TRANSACTION;");
    out.Line(
        fmt::format("IF APPLOCK_MODE(N'public', {0}, N'Session') <> N'NoLock'\n"
                    "  EXEC sys.sp_releaseapplock @Resource = {0}, @LockOwner = N'Session';",
                    lock));
    out.Line("GO");
  }

  void WriteEnd(const Context& /*context*/, ScriptText& /*out*/) const override {}

  void Check(const dialect::Dialect& /*dialect*/, const NumberedStatement& statement, diag::Sink& sink) const override;

 private:
  // In bytes of UTF-8, which are at least as many as characters; doubled % count too.
  static constexpr std::size_t kLongestMessage = 1000;

  static void WriteBookkeeping(const Context& context, ScriptText& out) {
    const Bookkeeping& names = context.input.options.bookkeeping;
    const auto key = [&](const std::string& table) { return emit::QuoteIdentifier(context.dialect(), table + "_pkey"); };
    out.Line("-- Bookkeeping: the revisions that this database is at, and what was done when.");
    out.Line(fmt::format("IF {}", TableMissing(VersionTable(context))));
    out.Line(fmt::format("CREATE TABLE {} (", VersionTable(context)));
    out.Line(fmt::format("  version_num NVARCHAR(128) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT {} PRIMARY KEY",
                         key(names.version_table)));
    out.Line(");");
    EndBatch(Where::kInTransaction, out);
    if (names.history) {
      out.Line(fmt::format("IF {}", TableMissing(HistoryTable(context))));
      out.Line(fmt::format("CREATE TABLE {} (", HistoryTable(context)));
      out.Line(fmt::format("  id BIGINT IDENTITY(1,1) NOT NULL CONSTRAINT {} PRIMARY KEY,", key(names.history_table)));
      out.Line("  revision NVARCHAR(128) NOT NULL,");
      out.Line("  direction NVARCHAR(9) NOT NULL,");
      out.Line("  message NVARCHAR(MAX) NOT NULL,");
      out.Line("  source_sha256 CHAR(64) NOT NULL,");
      out.Line("  script_sha256 CHAR(64) NOT NULL,");
      out.Line("  applied_at DATETIMEOFFSET NOT NULL DEFAULT SYSDATETIMEOFFSET(),");
      out.Line("  applied_by NVARCHAR(128) NOT NULL DEFAULT ORIGINAL_LOGIN()");
      out.Line(");");
      EndBatch(Where::kInTransaction, out);
    }
    out.Line();
  }
};

void SqlcmdTool::Check(const dialect::Dialect& /*dialect*/, const NumberedStatement& statement, diag::Sink& sink) const {
  const SqlcmdScan scan = ScanForSqlcmd(statement.statement.sql);
  const std::optional<source::Span> span = SpanOf(statement.statement);
  if (!scan.unfinished.empty()) {
    sink.Report(diag::Make(diag::Kind::kToolDoesNotEnd, span, "sqlcmd", fmt::format("it ends inside of {}", scan.unfinished)));
  } else if (scan.command) {
    sink.Report(
        diag::Make(diag::Kind::kToolTakesCommand, span, "sqlcmd", "a line that begins with GO, EXIT, QUIT, RESET, ED, `:` or `!!`")
            .WithHelp("join that line with the one before it; lines of only GO separate batches in `sql $$ … $$` alone"));
  } else if (!scan.variable.empty()) {
    sink.Report(diag::Make(diag::Kind::kToolTakesCommand, span, "sqlcmd", fmt::format("the variable {}", scan.variable))
                    .WithHelp("write the value itself, or a ${placeholder} that is declared in migc.yaml"));
  }
}

}  // namespace

const Tool& Sqlcmd() {
  static const SqlcmdTool tool;
  return tool;
}

}  // namespace migc::script
