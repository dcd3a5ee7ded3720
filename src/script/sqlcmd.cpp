// Scripts for sqlcmd, and for SSMS in SQLCMD mode. Each statement is a batch. `:on error exit` stops sqlcmd; and where a flag or
// another client lets it go on, each batch is followed by one that sets NOEXEC ON when it failed, so that nothing after it runs.
#include <fmt/format.h>

#include <algorithm>

#include "migc/base/hash.h"
#include "migc/base/text.h"
#include "migc/emit/sql_writer.h"
#include "script/sqlcmd_lexis.h"
#include "script/tool.h"

namespace migc::script {
namespace {

// `$(` with a blank in it: sqlcmd puts variables in everywhere, into comments too.
std::string WithoutVariables(std::string text) {
  for (std::size_t at = text.find("$("); at != std::string::npos; at = text.find("$(", at)) text.insert(at + 1, " ");
  return text;
}

// THROW takes a literal or a variable, and reads % as printf does.
std::string Throw(std::string_view message) {
  std::string escaped;
  for (const char c : message) escaped += c == '%' ? std::string("%%") : std::string(1, c);
  return "THROW 50000, " + SqlcmdLiteral(WithoutVariables(std::move(escaped))) + ", 1";
}

std::string Doubled(std::string_view expression) { return fmt::format("REPLACE({}, N'%', N'%%')", expression); }

// `before` + what the expression gives + `after`.
std::string ThrowFound(std::string_view before, std::string_view expression, std::string_view after) {
  return fmt::format("BEGIN\n  SET @message = {} + {} + {};\n  THROW 50000, @message, 1;\nEND", SqlcmdLiteral(before),
                     Doubled(expression), SqlcmdLiteral(after));
}

ir::Name InSchema(const Context& context, const std::string& table) {
  const std::string& schema = context.input.options.bookkeeping.version_schema;
  return {schema.empty() ? context.dialect().default_schema : schema, table, {}};
}
std::string VersionTable(const Context& context) {
  return emit::QuoteName(context.dialect(), InSchema(context, context.input.options.bookkeeping.version_table));
}
std::string HistoryTable(const Context& context) {
  return emit::QuoteName(context.dialect(), InSchema(context, context.input.options.bookkeeping.history_table));
}

// The resource of sp_getapplock has 255 characters at most.
std::string LockName(const Context& context) {
  const std::string name = InSchema(context, context.input.options.bookkeeping.version_table).Text();
  constexpr std::size_t kLongest = 200;
  return "migc " + (name.size() > kLongest ? base::Sha256(name) : name);
}

// "SERVERPROPERTY (Transact-SQL)", ProductMajorVersion: 13 is 2016.
int MajorVersion(const dialect::Version& release) {
  if (release.major >= 2025) return 17;
  if (release.major >= 2022) return 16;
  if (release.major >= 2019) return 15;
  return release.major >= 2017 ? 14 : 13;
}

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool NeedsUtf8(const Input& input) {
  return std::ranges::any_of(input.revisions, [](const RevisionPart& revision) {
    return !IsAscii(revision.id) || !IsAscii(revision.message) ||
           std::ranges::any_of(revision.sql.statements,
                               [](const emit::Statement& one) { return !IsAscii(one.sql) || !IsAscii(one.message); });
  });
}

std::string InList(const std::vector<std::string>& heads) {
  std::vector<std::string> literals;
  for (const std::string& head : heads) literals.push_back(SqlcmdLiteral(head));
  return base::Join(literals, ", ");
}

// True when the version table holds exactly these rows.
std::string RowsAre(const Context& context, const std::vector<std::string>& heads) {
  const std::string table = VersionTable(context);
  if (heads.empty()) return fmt::format("NOT EXISTS (SELECT 1 FROM {})", table);
  return fmt::format("(SELECT COUNT(*) FROM {0}) = {1} AND (SELECT COUNT(*) FROM {0} WHERE version_num IN ({2})) = {1}", table,
                     heads.size(), InList(heads));
}

std::string TableMissing(const std::string& table) { return fmt::format("OBJECT_ID({}, N'U') IS NULL", SqlcmdLiteral(table)); }

std::string ServerGuards(const Context& context) {
  const dialect::Dialect& dialect = context.dialect();
  // 5 is Azure SQL Database and 8 a Managed Instance, which are always new; 6 and 11 are Synapse, which is something else.
  std::string guards = "IF CAST(SERVERPROPERTY(N'EngineEdition') AS INT) IN (6, 11)\n  " +
                       Throw("this script is for SQL Server, and this server is Azure Synapse; nothing was changed") + ";\n";
  guards += fmt::format(
      "IF CAST(SERVERPROPERTY(N'EngineEdition') AS INT) NOT IN (5, 8)\n"
      "  AND CAST(SERVERPROPERTY(N'ProductMajorVersion') AS INT) < {}\n{};\n",
      MajorVersion(dialect.target),
      ThrowFound(fmt::format("this script is for {} {} or newer, and this server is version ", dialect.title,
                             dialect::Text(dialect.target)),
                 "CAST(SERVERPROPERTY(N'ProductVersion') AS NVARCHAR(128))", "; nothing was changed"));
  guards += fmt::format("IF DB_NAME() IN (N'master', N'model', N'msdb', N'tempdb')\n{};\n",
                        ThrowFound("this is the system database ", "DB_NAME()",
                                   "; name the one that is meant, with sqlcmd -d or USE; nothing was changed"));
  if (NeedsUtf8(context.input)) {
    guards += "IF UNICODE(N'\u00E9') <> 233\n  " +
              Throw("this file is UTF-8 and was read as something else; use sqlcmd -f 65001; nothing was changed") + ";\n";
  }
  return guards;
}

std::string SchemaGuard(const Context& context) {
  const std::string& schema = context.input.options.bookkeeping.version_schema;
  if (schema.empty()) return "";
  return fmt::format(
      "IF SCHEMA_ID({}) IS NULL\n  {};\n", SqlcmdLiteral(schema),
      Throw(fmt::format("there is no schema {} for table {}; nothing was changed", OneLine(schema), context.version_name)));
}

// Whether the user may do what the script does (HAS_PERMS_BY_NAME: 1 when the permission is effective, 0 when it is not). To make a
// table takes CREATE TABLE in the database and ALTER on the schema (CREATE TABLE, "Permissions"). What is not there, or not
// seen, is not asked for.
std::string PrivilegeGuard(const Context& context) {
  const catalog::Needs& needs = context.input.needs;
  std::string guard;
  const auto stop = [&](const std::string& condition, const std::string& may_not) {
    guard +=
        fmt::format("IF {}\n{};\n", condition, ThrowFound("user ", "USER_NAME()", " may not " + may_not + "; nothing was changed"));
  };
  if (needs.creates.contains(catalog::ObjectKind::kTable)) {
    stop("HAS_PERMS_BY_NAME(QUOTENAME(DB_NAME()), N'DATABASE', N'CREATE TABLE') = 0", "create tables in this database");
  }
  for (const std::string& schema : needs.creates_in) {
    const std::string name = schema.empty() ? "SCHEMA_NAME()" : SqlcmdLiteral(schema);
    stop(fmt::format("SCHEMA_ID({0}) IS NOT NULL AND HAS_PERMS_BY_NAME(QUOTENAME({0}), N'SCHEMA', N'ALTER') = 0", name),
         schema.empty() ? "create anything in the default schema" : "create anything in schema " + OneLine(schema));
  }
  for (const catalog::ObjectKey& key : needs.changes) {
    ir::Name name;
    name.schema = key.schema;
    name.name = key.name;
    const std::string object = SqlcmdLiteral(emit::QuoteName(context.dialect(), name));
    stop(fmt::format("OBJECT_ID({0}) IS NOT NULL AND HAS_PERMS_BY_NAME({0}, N'OBJECT', N'ALTER') = 0", object),
         fmt::format("change {}, as this script does", OneLine(key.name)));
  }
  return guard;
}

// Of an idempotent script: true while the revision is to be run.
std::string IsDue(const Context& context, const RevisionPart& revision) {
  return fmt::format("CAST(SESSION_CONTEXT(N'migc_done') AS INT) <= {}", IndexOf(context.input, revision));
}

// IF … EXEC (N'…'): the names in it are bound when it runs, and not when the batch around it is compiled ("Deferred name
// resolution" lets missing tables pass, but not missing columns).
std::string WhenDue(const Context& context, const RevisionPart& revision, std::string batch) {
  if (!context.resumes) return batch;
  return fmt::format("IF {}\n  EXEC ({})", IsDue(context, revision), SqlcmdLiteral(batch));
}

// How many of the script's revisions are behind the database, for the batches after this one.
std::string WayGuard(const Context& context) {
  const Input& input = context.input;
  std::vector<std::string> rows;
  for (const std::vector<std::string>& heads : Positions(input)) {
    rows.push_back(fmt::format("({}, {})", rows.size(), SqlcmdLiteral(HeadsText(heads))));
  }
  return fmt::format(
      "DECLARE @done INT = (SELECT done FROM (VALUES\n  {}) AS way (done, heads)\n"
      "  WHERE heads COLLATE Latin1_General_BIN2 = ISNULL(@here, N'base'));\n"
      "IF @done IS NULL\n{};\n"
      "EXEC sys.sp_set_session_context @key = N'migc_done', @value = @done;\n",
      base::Join(rows, ",\n  "),
      ThrowFound(
          "this database is at ", "ISNULL(@here, N'base')",
          fmt::format(", which is not on the way from {} to {}; nothing was changed", HeadsText(input.from), HeadsText(input.to))));
}

std::string RowsGuard(const Context& context) {
  const Input& input = context.input;
  const std::string table = VersionTable(context);
  const std::string from = HeadsText(input.from);
  std::string guard;
  if (!input.from.empty()) {
    guard += fmt::format(
        "IF {}\n  {};\n", TableMissing(table),
        Throw(fmt::format("there is no table {}, so no migration was recorded in this database, and this script starts at {}; "
                          "nothing was changed",
                          context.version_name, from)));
  }
  const std::string read = fmt::format(
      "SET @here = STUFF((SELECT N', ' + version_num FROM {} ORDER BY version_num\n"
      "  FOR XML PATH(N''), TYPE).value(N'.', N'NVARCHAR(1500)'), 1, 2, N'');\n",
      table);
  guard += fmt::format("IF OBJECT_ID({}, N'U') IS NOT NULL\nBEGIN\n", SqlcmdLiteral(table));
  if (Resumes(input)) return guard + read + "END;\n" + WayGuard(context);
  if (input.to != input.from) {
    guard += fmt::format(
        "IF {}\n  {};\n", RowsAre(context, input.to),
        Throw(fmt::format("this database is at {} already, where this script leads; nothing was changed", HeadsText(input.to))));
  }
  guard += read;
  guard += fmt::format("IF NOT ({})\n{};\nEND;\n", RowsAre(context, input.from),
                       ThrowFound("this database is at ", "ISNULL(@here, N'base')",
                                  fmt::format(", and this script starts at {}; nothing was changed", from)));
  return guard;
}

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

enum class Where { kOutside, kInTransaction };

// GO, and the batch that stops the rest when the one before it failed: by its error, or because the error has undone the
// transaction.
void EndBatch(Where where, ScriptText& out) {
  out.Line("GO");
  out.Line(where == Where::kInTransaction ? "IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;" : "IF @@ERROR <> 0 SET NOEXEC ON;");
  out.Line("GO");
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
  bool CanPassOver() const override { return false; }

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
    const Input& input = context.input;
    out.Line("-- Guards: when one of them stops the script, nothing was changed.");
    std::string body = "DECLARE @message NVARCHAR(2048), @here NVARCHAR(1500);\n" + ServerGuards(context) + SchemaGuard(context);
    if (ChecksRows(input)) body += RowsGuard(context);
    if (WritesHistory(input) && !MakesBookkeeping(input)) {
      body += fmt::format("IF {}\n  {};\n", TableMissing(HistoryTable(context)),
                          Throw(fmt::format("there is no table {}, in which this script records what it did; nothing was changed",
                                            context.history_name)));
    }
    if (input.purpose == Purpose::kMove) body += PrivilegeGuard(context);
    body.pop_back();
    out.Line(body);
    EndBatch(Where::kOutside, out);
    out.Line();
  }

  void WriteGuardsEnd(const Context& /*context*/, ScriptText& /*out*/) const override {}

  // RAISERROR … WITH NOWAIT would be shown at once, but reads % as printf does; a batch that is done is shown anyway.
  void WriteProgress(std::string_view message, ScriptText& out) const override {
    out.Line("PRINT " + SqlcmdLiteral(OneLine(message)) + ";");
    out.Line("GO");
  }

  void WriteRevisionBegin(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    out.Line(fmt::format("IF NOT ({})\n  PRINT {};\nGO", IsDue(context, revision),
                         SqlcmdLiteral(OneLine(fmt::format("migc: {} is done already, and is passed over", revision.id)))));
  }

  void WriteBegin(const Context& context, const Transaction& transaction, ScriptText& out) const override {
    out.Line("BEGIN TRANSACTION;");
    out.Line("GO");
    out.Line();
    if (transaction.makes_bookkeeping) WriteBookkeeping(context, out);
  }

  void WriteCommit(const Context& /*context*/, const Transaction& /*transaction*/, ScriptText& out) const override {
    out.Line("COMMIT TRANSACTION;");
    EndBatch(Where::kOutside, out);
    out.Line();
  }

  void WritePlain(const Context& /*context*/, const NumberedStatement& statement, ScriptText& out) const override {
    out.Line(ScanForSqlcmd(statement.statement.sql).text);
    out.Line("GO");
  }

  void WriteStatement(const Context& context, const NumberedStatement& statement, ScriptText& out) const override {
    const SqlcmdScan scan = ScanForSqlcmd(WhenDue(context, statement.revision, statement.statement.sql));
    if (scan.first_in_batch) out.Line("GO");
    out.Line(scan.text + (scan.ends_in_line_comment ? "\n;" : ";"));
    EndBatch(statement.statement.no_transaction ? Where::kOutside : Where::kInTransaction, out);
    out.Line();
  }

  void WriteRequire(const Context& context, const NumberedStatement& statement, ScriptText& out) const override {
    const std::string batch = fmt::format(
        "DECLARE @message NVARCHAR(2048) = {};\nIF NOT EXISTS (SELECT 1 FROM (\n{}\n) AS answer (value)\n"
        "  HAVING COUNT(*) = 1 AND MIN(CAST(value AS INT)) = 1)\n  THROW 50000, @message, 1",
        Doubled(SqlcmdLiteral(base::ClipUtf8(statement.statement.message, kLongestMessage))), statement.statement.sql);
    out.Line(ScanForSqlcmd(WhenDue(context, statement.revision, batch)).text + ";");
    EndBatch(Where::kOutside, out);
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

  void Check(const NumberedStatement& statement, diag::Sink& sink) const override;

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

void SqlcmdTool::Check(const NumberedStatement& statement, diag::Sink& sink) const {
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
