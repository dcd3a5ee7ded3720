// Scripts for mysql and mariadb, the clients of MySQL and MariaDB. DDL commits by itself there, so a script that failed half-way is
// run again, and goes on after the last step that was done: each step depends on the one before, and a ledger table remembers them.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "migc/base/text.h"
#include "migc/dialect/lineage.h"
#include "script/mysql_abort.h"
#include "script/mysql_guards.h"
#include "script/mysql_lexis.h"
#include "script/mysql_steps.h"
#include "script/tool.h"

namespace migc::script {
namespace {

// Strict, so that a value that does not fit stops the script; without NO_BACKSLASH_ESCAPES, ANSI_QUOTES and PIPES_AS_CONCAT, so
// that the script means the same everywhere; 0 is a value of an AUTO_INCREMENT column like any other.
constexpr std::string_view kSqlMode =
    "STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO";

// What the client shows of a sentence in an error message.
constexpr std::size_t kShown = 190;

// `WHERE` of what is part of the last step of the revision.
std::string AtEndOf(const Context& context, const RevisionPart& revision) {
  return fmt::format("@migc_step = {}", context.input.purpose == Purpose::kMove ? CountSteps(revision) : 0);
}

void WriteDelimited(const std::string& sql, ScriptText& out) {
  const std::string delimiter = DelimiterFor(sql);
  out.Line("DELIMITER " + delimiter);
  out.Line(sql);
  out.Line(delimiter);
  out.Line("DELIMITER ;");
}

class MysqlTool final : public Tool {
 public:
  std::string HowToApply() const override { return "mysql --default-character-set=utf8mb4 DATABASE < THIS_FILE (or mariadb)"; }

  std::vector<std::string> Locks(const Context& context) const override {
    return {
        fmt::format("a lock of its own by GET_LOCK while it runs, so that one script of migc runs at a time on the database of {}",
                    context.version_name),
        "of tables, what each statement needs"};
  }

  void WritePreamble(const Context& context, ScriptText& out) const override {
    out.Line("SET NAMES utf8mb4;");
    // Without NO_AUTO_CREATE_USER, where it is known, GRANT would make accounts.
    out.Line(
        fmt::format("SET SESSION sql_mode = CONCAT_WS(',',\n  '{}',\n"
                    "  IF(FIND_IN_SET('NO_AUTO_CREATE_USER', @@SESSION.sql_mode), 'NO_AUTO_CREATE_USER', NULL));",
                    kSqlMode));
    out.Line("SET SESSION autocommit = 1, foreign_key_checks = 1, unique_checks = 1, group_concat_max_len = 1048576;");
    // Else a change of rows could be made again when it is committed, and count none ("Optimistic Transactions", retries).
    if (dialect::IsTidb(context.dialect())) out.Line("SET SESSION tidb_txn_mode = 'pessimistic';");
    WriteTimeouts(context, out);
    out.Line("SET @migc_stop = NULL, @migc_revisions = NULL, @migc_step = NULL, @migc_fresh = 0;");
    out.Line();
  }

  // Both in whole seconds: of metadata locks, which DDL takes, and of rows. MariaDB's max_statement_time takes fractions.
  void WriteTimeouts(const Context& context, ScriptText& out) const override {
    const Options& options = context.input.options;
    if (options.lock_timeout_ms) {
      const std::uint32_t seconds = std::max<std::uint32_t>(1, (*options.lock_timeout_ms + 999) / 1000);
      out.Line(fmt::format("SET SESSION lock_wait_timeout = {0}, innodb_lock_wait_timeout = {0};", seconds));
    }
    if (options.statement_timeout_ms) {
      out.Line(fmt::format("SET SESSION max_statement_time = {:.3f};", *options.statement_timeout_ms / 1000.0));
    }
  }

  void WriteLock(const Context& context, ScriptText& out) const override {
    const Bookkeeping& bookkeeping = context.input.options.bookkeeping;
    const std::string schema =
        bookkeeping.version_schema.empty() ? "COALESCE(DATABASE(), '')" : QuoteForMysql(bookkeeping.version_schema);
    out.Line("-- One script of migc at a time. The lock goes with the session, however that ends.");
    out.Line(fmt::format("SET @migc_lock = CONCAT('migc ', LEFT(SHA2(CONCAT({}, {}), 256), 40));", schema,
                         QuoteForMysql("." + bookkeeping.version_table)));
    out.Line("SET @migc_locked = GET_LOCK(@migc_lock, 0);");
    out.Line(
        "SELECT 'another session is applying migrations to this database; waiting until it has ended' AS progress FROM DUAL WHERE "
        "@migc_locked = 0;");
    // TiDB waits for an hour at most, and for a second at least (its "Locking Functions").
    const int longest = dialect::IsTidb(context.dialect()) ? 3600 : 86400;
    out.Line(fmt::format("SET @migc_locked = IF(@migc_locked = 1, 1, GET_LOCK(@migc_lock, {}));", longest));
    out.Line();
  }

  void WriteGuards(const Context& context, ScriptText& out) const override {
    out.Line(
        "-- Guards: when one of them stops the script, nothing was changed. The sentence stands in the error message, as the "
        "value");
    out.Line("-- that a setting cannot have: there is no other statement that stops a client.");
    WriteServerGuard(context, out);
    if (ChecksRows(context.input)) {
      WriteRowsGuard(context, out);
      if (context.input.abort) WriteAbortGuard(context, out);
    } else {
      out.Line("SET @migc_revisions = IF(@migc_stop = '', 0, NULL);");
    }
    if (KeepsLedger(context.input)) {
      // TiDB's tables of privileges tell of those for all databases alone ("Information Schema": the others have no rows).
      if (!dialect::IsTidb(context.dialect())) WritePrivilegeGuard(context, out);
      WriteLedgerGuard(context, out);
    }
    out.Line();
  }

  void WriteGuardsEnd(const Context& context, ScriptText& out) const override {
    if (!KeepsLedger(context.input)) return;
    if (context.input.abort) WriteAbortChange(context, out);
    const std::string ledger = StepTable(context);
    out.Line("-- This run, and what is said to the ledger around each step.");
    out.Line(fmt::format("DELETE FROM {} WHERE revision = '' AND @migc_revisions IS NOT NULL;", ledger));
    out.DigestLine(fmt::format("INSERT INTO {} (revision, step, statement_sha256, state) SELECT '', 0, '", ledger), 64,
                   "', 'started' FROM DUAL WHERE @migc_revisions IS NOT NULL;");
    // A prepared statement takes the types of its variables from what they hold now (since 8.0.22).
    out.Line("SET @migc_revision = '', @migc_n = 0, @migc_step = 0, @migc_sql = '', @migc_due = '';");
    const auto prepare = [&](std::string_view name, const std::string& sql) {
      out.Line(fmt::format("PREPARE {} FROM {};", name, QuoteForMysql(sql)));
    };
    const std::string insert = fmt::format(
        "INSERT INTO {} (revision, step, statement_sha256, state) SELECT @migc_revision, @migc_n, SHA2(@migc_sql, 256), ", ledger);
    prepare("migc_begin", insert +
                              "'started' FROM DUAL WHERE @migc_step = @migc_n - 1 ON DUPLICATE KEY UPDATE statement_sha256 = "
                              "SHA2(@migc_sql, 256), state = 'started'");
    prepare("migc_end",
            fmt::format("UPDATE {} SET state = 'done' WHERE revision = @migc_revision AND step = @migc_n AND @migc_step = @migc_n",
                        ledger));
    prepare("migc_done", insert + "'done' FROM DUAL WHERE @migc_step = @migc_n AND @migc_due <> 'DO 0'");
    out.Line("SET @migc_step = NULL;");
    out.Line();
  }

  void WriteProgress(std::string_view message, ScriptText& out) const override {
    out.Line(fmt::format("SELECT {} AS progress FROM DUAL WHERE @migc_revisions IS NOT NULL;", QuoteForMysql(OneLine(message))));
  }

  void WriteBegin(const Context& context, const Transaction& transaction, ScriptText& out) const override {
    if (transaction.makes_bookkeeping) WriteBookkeeping(context, out);
    if (KeepsLedger(context.input)) {
      WriteResume(context, *transaction.revision, out);
    } else {
      out.Line("SET @migc_step = IF(@migc_revisions = 0, 0, NULL);");
      out.Line("START TRANSACTION;");
    }
    out.Line();
  }

  void WriteCommit(const Context& context, const Transaction& transaction, ScriptText& out) const override {
    const std::size_t after = KeepsLedger(context.input) ? IndexOf(context.input, *transaction.revision) + 1 : 1;
    out.Line("COMMIT;");
    out.Line(fmt::format("SET @migc_revisions = IF({} AND @@error_count = 0, {}, @migc_revisions);",
                         AtEndOf(context, *transaction.revision), after));
    out.Line();
  }

  void WriteStatement(const Context& context, const NumberedStatement& statement, ScriptText& out) const override;
  void WriteRequire(const Context& context, const NumberedStatement& statement, ScriptText& out) const override;
  void WriteVersionRows(const Context& context, const RevisionPart& revision, ScriptText& out) const override;

  void WritePurge(const Context& context, ScriptText& out) const override {
    out.Line(fmt::format("DELETE FROM {} WHERE @migc_step = 0;", context.version_table));
  }

  void WriteHistory(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    out.Line(fmt::format("INSERT INTO {} (revision, direction, message, source_sha256, script_sha256, applied_by)",
                         context.history_table));
    out.DigestLine(
        fmt::format("SELECT {}, {}, {}, {}, '", QuoteForMysql(revision.id), QuoteForMysql(HistoryWord(context, revision)),
                    QuoteForMysql(revision.message), QuoteForMysql(revision.sha256)),
        64, fmt::format("', USER() FROM DUAL WHERE {};", AtEndOf(context, revision)));
  }

  void WriteReceipt(const Context& context, const std::string& before, const std::string& after, ScriptText& out) const override {
    out.DigestLine("SELECT '" + before, 12,
                   fmt::format("{}' AS receipt FROM DUAL WHERE @migc_revisions = {};", after, LastPosition(context.input)));
  }

  void WriteEnd(const Context& context, ScriptText& out) const override {
    if (KeepsLedger(context.input)) {
      out.Line(fmt::format("DELETE FROM {} WHERE revision = '' AND @migc_revisions = {};", StepTable(context),
                           LastPosition(context.input)));
    }
    out.Line("DO RELEASE_LOCK(@migc_lock);");
    out.Line();
  }

  void WritePlain(const Context& /*context*/, const NumberedStatement& statement, ScriptText& out) const override {
    if (statement.statement.kind != emit::StatementKind::kBody) return out.Line(statement.statement.sql + ";");
    WriteDelimited(statement.statement.sql, out);
  }

  void Check(const dialect::Dialect& /*dialect*/, const NumberedStatement& statement, diag::Sink& sink) const override;

 private:
  static void WriteBookkeeping(const Context& context, ScriptText& out) {
    const auto create = [&](const std::string& sql) {
      out.Line(fmt::format("SET @migc_sql = IF(@migc_revisions IS NOT NULL,\n  {},\n  'DO 0');", QuoteForMysql(sql)));
      WriteRun(out);
    };
    out.Line("-- Bookkeeping: the revisions that this database is at, and what was done when.");
    create(
        fmt::format("CREATE TABLE IF NOT EXISTS {} (\n"
                    "    version_num VARCHAR(128) NOT NULL PRIMARY KEY\n"
                    "  ) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
                    context.version_table));
    if (!context.input.options.bookkeeping.history) return;
    create(
        fmt::format("CREATE TABLE IF NOT EXISTS {} (\n"
                    "    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,\n"
                    "    revision VARCHAR(128) NOT NULL,\n"
                    "    direction VARCHAR(9) NOT NULL,\n"
                    "    message TEXT NOT NULL,\n"
                    "    source_sha256 CHAR(64) NOT NULL,\n"
                    "    script_sha256 CHAR(64) NOT NULL,\n"
                    "    applied_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),\n"
                    "    applied_by VARCHAR(288) NOT NULL\n"
                    "  ) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
                    context.history_table));
  }
};

// SET @migc_n = 3, @migc_sql = '…'
std::string Announce(std::size_t step, std::string_view text) {
  return fmt::format("SET @migc_n = {}, @migc_sql = {};", step, QuoteForMysql(text));
}

constexpr std::string_view kRunDue =
    "SET @migc_due = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; "
    "EXECUTE migc_do;";
constexpr std::string_view kGiveBack = "DEALLOCATE PREPARE migc_do;";
constexpr std::string_view kAdvance = "SET @migc_step = IF(@migc_step = @migc_n - 1 AND @@error_count = 0, @migc_n, @migc_step);";

// What was begun by an earlier run and has had its effect is not done again; what nobody has begun is somebody else's.
void WriteProbe(std::size_t step, const NumberedStatement& numbered, ScriptText& out) {
  const std::string& probe = numbered.statement.probe;
  if (probe.empty() || probe == "0") return;
  const std::string foreign = fmt::format(
      "step {} of {}: what it does is there already, and no run of this script did it; move it out of the way, and run again", step,
      OneLine(numbered.revision.id));
  out.Line(fmt::format("SET @migc_there = IF(@migc_step = {}, ({}), 0);", step - 1, probe));
  out.Line(fmt::format("SET @migc_stop = IF(@migc_there AND NOT @migc_begun <=> {}, {}, '');", step, QuoteForMysql(foreign)));
  out.Line(fmt::format("SET @migc_step = IF(@migc_stop = '', IF(@migc_there, {}, @migc_step), NULL);", step));
  WriteStop(out);
}

void WriteChange(std::size_t step, const NumberedStatement& numbered, ScriptText& out) {
  WriteProbe(step, numbered, out);
  out.Line(Announce(step, numbered.statement.sql));
  out.Line(fmt::format("EXECUTE migc_begin; {}", kRunDue));
  out.Line(fmt::format("{} EXECUTE migc_end; {}", kAdvance, kGiveBack));
}

// With its row in the ledger in one transaction.
void WriteData(std::size_t step, const emit::Statement& statement, ScriptText& out) {
  out.Line(Announce(step, statement.sql));
  out.Line(fmt::format("START TRANSACTION; {}", kRunDue));
  out.Line(fmt::format("{} EXECUTE migc_done; COMMIT;", kAdvance));
  out.Line(fmt::format("SET @migc_step = IF(@@error_count = 0, @migc_step, NULL); {}", kGiveBack));
}

// Also when a later step is done already: the session is another one.
void WriteSetting(std::size_t step, const emit::Statement& statement, ScriptText& out) {
  out.Line(Announce(step, statement.sql));
  out.Line("SET @migc_due = IF(@migc_step >= @migc_n - 1, @migc_sql, 'DO 0'); PREPARE migc_do FROM @migc_due; EXECUTE migc_do;");
  out.Line(fmt::format("{} {}", kAdvance, kGiveBack));
}

// It cannot depend on a condition, so what is to stop it is a session that may not write.
void WriteDirect(std::size_t step, const emit::Statement& statement, const dialect::Dialect& dialect, ScriptText& out) {
  out.Line(Announce(step, LedgerText(statement, dialect)));
  out.Line(
      "SET @migc_due = IF(@migc_step >= @migc_n - 1, 'SET SESSION TRANSACTION READ WRITE', 'SET SESSION TRANSACTION READ ONLY'); "
      "PREPARE migc_do FROM @migc_due; EXECUTE migc_do; DEALLOCATE PREPARE migc_do;");
  out.Line("EXECUTE migc_begin;");
  WriteDelimited(statement.sql, out);
  out.Line(fmt::format("{} EXECUTE migc_end;", kAdvance));
}

void MysqlTool::WriteStatement(const Context& context, const NumberedStatement& numbered, ScriptText& out) const {
  const std::size_t step = StepOf(numbered);
  const emit::Statement& statement = numbered.statement;
  switch (KindOf(statement.sql, context.dialect())) {
    case MysqlKind::kChange:
      WriteChange(step, numbered, out);
      break;
    case MysqlKind::kData:
      WriteData(step, statement, out);
      break;
    case MysqlKind::kSetting:
      WriteSetting(step, statement, out);
      break;
    case MysqlKind::kDirect:
      WriteDirect(step, statement, context.dialect(), out);
      break;
  }
  out.Line();
}

// Up front @migc_step is null, and the question is asked unless a run has gone on from there before.
void MysqlTool::WriteRequire(const Context& context, const NumberedStatement& numbered, ScriptText& out) const {
  const std::size_t step = StepOf(numbered);
  const std::string& message = numbered.statement.message;
  out.Line("SET @migc_answer = NULL;");
  // InnoDB takes shared locks on what SET reads ("Locks Set by Different SQL Statements"), and a question is to lock nothing; TiDB
  // does not, and has no SELECT … INTO @v.
  out.Line(Announce(step, dialect::IsTidb(context.dialect())
                              ? fmt::format("SET @migc_answer = (\n{}\n)", numbered.statement.sql)
                              : fmt::format("SELECT (\n{}\n) INTO @migc_answer", numbered.statement.sql)));
  out.Line(
      "SET @migc_asked = COALESCE(@migc_step = @migc_n - 1, @migc_fresh); SET @migc_due = IF(@migc_asked, @migc_sql, 'DO 0'); "
      "PREPARE migc_do FROM @migc_due; EXECUTE migc_do; DEALLOCATE PREPARE migc_do;");
  out.Line(fmt::format("SET @migc_stop = IF(@migc_asked AND @migc_answer IS NOT TRUE, {}, '');", QuoteForMysql(message)));
  out.Line("SET @migc_revisions = IF(@migc_stop = '', @migc_revisions, NULL);");
  out.Line("SET @migc_step = IF(@migc_stop <> '', NULL, IF(@migc_step = @migc_n - 1, @migc_n, @migc_step));");
  if (message.size() > kShown) out.Line("SELECT @migc_stop AS stopped FROM DUAL WHERE @migc_stop <> '';");
  WriteStop(out);
  out.Line();
}

// The rows are read under a lock first, so that each change touches its one row or none is made.
void MysqlTool::WriteVersionRows(const Context& context, const RevisionPart& revision, ScriptText& out) const {
  const std::string at_end = AtEndOf(context, revision);
  const bool moves = context.input.purpose == Purpose::kMove;
  if (moves) out.Line("START TRANSACTION;");
  if (ChecksRows(context.input)) {
    out.Line("SET @migc_count = NULL;");
    // TiDB locks rows and not the gaps between them, and does not say that it locks in such a place: there the row counts of what
    // follows tell that each row was as it was read.
    out.Line(ReadRows(context, dialect::IsTidb(context.dialect()) ? "" : " FOR UPDATE") + ";");
    out.Line(fmt::format(
        "SET @migc_stop = IF({} AND NOT ({} AND @migc_count IS NOT NULL), {}, '');", at_end, RowsAre(revision.heads_before),
        QuoteForMysql(fmt::format("something else changed table {} while this script ran; revision {} is not recorded",
                                  context.version_name, OneLine(revision.id)))));
    out.Line("SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);");
    WriteStop(out);
  }
  out.Line("SET @migc_rows = 0;");
  for (const graph::RowChange& row : revision.step.rows) {
    const std::string to = QuoteForMysql(row.to);
    const std::string from = QuoteForMysql(row.from);
    switch (row.action) {
      case graph::RowAction::kInsert:
        out.Line(fmt::format("INSERT INTO {} (version_num) SELECT {} FROM DUAL WHERE {};", context.version_table, to, at_end));
        break;
      case graph::RowAction::kUpdate:
        out.Line(
            fmt::format("UPDATE {} SET version_num = {} WHERE version_num = {} AND {};", context.version_table, to, from, at_end));
        break;
      case graph::RowAction::kDelete:
        out.Line(fmt::format("DELETE FROM {} WHERE version_num = {} AND {};", context.version_table, from, at_end));
        break;
    }
    out.Line("SET @migc_rows = @migc_rows + ROW_COUNT();");
  }
  out.Line(fmt::format("SET @migc_stop = IF({} AND @migc_rows <> {}, {}, '');", at_end, revision.step.rows.size(),
                       QuoteForMysql(fmt::format("table {} does not hold what it held; revision {} is not recorded",
                                                 context.version_name, OneLine(revision.id)))));
  out.Line("SET @migc_step = IF(@migc_stop = '', @migc_step, NULL);");
  WriteStop(out);
  if (!moves) return;
  // With the last one the note of the run goes too: whoever is killed behind this COMMIT leaves nothing in the ledger.
  const bool last = IndexOf(context.input, revision) + 1 == context.input.revisions.size();
  out.Line(fmt::format("DELETE FROM {} WHERE revision {} AND {};", StepTable(context),
                       last ? fmt::format("IN ({}, '')", QuoteForMysql(revision.id)) : "= " + QuoteForMysql(revision.id), at_end));
}

void MysqlTool::Check(const dialect::Dialect& /*dialect*/, const NumberedStatement& numbered, diag::Sink& sink) const {
  const emit::Statement& statement = numbered.statement;
  const std::optional<source::Span> span = SpanOf(statement);
  const MysqlScan scan = ScanForMysql(statement.sql);
  if (scan.parameter) {
    sink.Report(diag::Make(diag::Kind::kToolTakesCommand, span, "mysql", "`?`, the parameter of a prepared statement")
                    .WithHelp("write the value itself, or a ${placeholder} that is declared in migc.yaml"));
    return;
  }
  // All but bodies stands in a string, into which the client does not look.
  if (statement.kind != emit::StatementKind::kBody) return;
  if (scan.backslash) {
    sink.Report(diag::Make(diag::Kind::kToolTakesCommand, span, "mysql", "a backslash outside quotes")
                    .WithHelp("write it inside a string, or leave it out"));
  } else if (scan.names_delimiter) {
    sink.Report(diag::Make(diag::Kind::kToolTakesCommand, span, "mysql", "a line that begins with `delimiter`")
                    .WithHelp("leave it out: migc writes it where it is needed; a name is quoted"));
  } else if (scan.loses_return) {
    sink.Report(diag::Make(diag::Kind::kToolTakesCommand, span, "mysql", "a carriage return at the end of a line, which it drops")
                    .WithHelp("end the lines with a line feed alone, and write '\\r' in strings"));
  } else if (!scan.unfinished.empty()) {
    sink.Report(diag::Make(diag::Kind::kToolDoesNotEnd, span, "mysql", fmt::format("it ends inside of {}", scan.unfinished)));
  }
}

}  // namespace

const Tool& Mysql() {
  static const MysqlTool tool;
  return tool;
}

}  // namespace migc::script
