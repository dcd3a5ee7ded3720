// Scripts for psql, the client of PostgreSQL and of what speaks its protocol.
#include <fmt/format.h>

#include <charconv>
#include <cstdint>

#include "migc/base/hash.h"
#include "migc/base/text.h"
#include "migc/emit/sql_writer.h"
#include "script/psql_lexis.h"
#include "script/tool.h"

namespace migc::script {
namespace {

// DO runs anonymous PL/pgSQL: it can stop the script with a sentence, and prints no result. The tag is one that the body lacks.
void WriteDo(std::string_view body, ScriptText& out) {
  std::string tag = "$migc$";
  for (int n = 1; body.find(tag) != std::string_view::npos; ++n) tag = fmt::format("$migc{}$", n);
  out.Line("DO " + tag);
  out.Line(body);
  out.Line(tag + ";");
}

// RAISE with a message that is an expression of SQL, and a literal hint or detail.
std::string Raise(std::string_view message, std::string_view option, std::string_view text) {
  return fmt::format("    RAISE EXCEPTION USING\n      MESSAGE = {},\n      {} = {};\n", message, option, text);
}

// In single quotes psql's commands replace nothing but backslash escapes and doubled quotes.
std::string CommandArgument(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') quoted += c == '\'' ? '\'' : '\\';
    quoted += c;
  }
  return quoted + "'";
}

// One lock per version table, whoever compiled the script: the first 8 bytes of the SHA-256 of its name.
std::int64_t LockKey(const Context& context) {
  const Bookkeeping& bookkeeping = context.input.options.bookkeeping;
  const std::string& schema = bookkeeping.version_schema.empty() ? context.dialect().default_schema : bookkeeping.version_schema;
  const std::string digest = base::Sha256("migc lock " + schema + "." + bookkeeping.version_table);
  std::uint64_t key = 0;
  std::from_chars(digest.data(), digest.data() + 16, key, 16);
  return static_cast<std::int64_t>(key);
}

// server_version_num: 150000 for 15, 150003 for 15.3.
int VersionNumber(const dialect::Version& version) { return version.major * 10000 + version.minor; }

// ARRAY['a', 'b']::text[]
std::string HeadsArray(const Context& context, const std::vector<std::string>& heads) {
  std::vector<std::string> literals;
  for (const std::string& head : heads) literals.push_back(context.Literal(head));
  return "ARRAY[" + base::Join(literals, ", ") + "]::text[]";
}

std::string TransactionGuard(const Context& context) {
  return "  IF now() < statement_timestamp() THEN\n" +
         Raise(context.Literal("this script makes its own transactions, and one is open already; nothing was changed"), "HINT",
               context.Literal(
                   "Run psql without --single-transaction (-1); `migc compile --single-transaction` makes a script that is one "
                   "transaction.")) +
         "  END IF;\n";
}

std::string ServerGuards(const Context& context) {
  const dialect::Dialect& dialect = context.dialect();
  std::string guards = fmt::format("  IF strpos(version(), {}) = 0 THEN\n", context.Literal(dialect.title));
  guards +=
      Raise(fmt::format("{} || version() || {}", context.Literal("this script is for " + dialect.title + ", and this server is "),
                        context.Literal("; nothing was changed")),
            "HINT", context.Literal("Compile it with --dialect for this server."));
  guards +=
      fmt::format("  END IF;\n  IF current_setting('server_version_num')::integer < {} THEN\n", VersionNumber(dialect.target));
  guards += Raise(fmt::format("{} || current_setting('server_version') || {}",
                              context.Literal(fmt::format("this script is for {} {} or newer, and this server is ", dialect.title,
                                                          dialect::Text(dialect.target))),
                              context.Literal("; nothing was changed")),
                  "HINT", context.Literal("Compile it with --target-version for this server."));
  return guards + "  END IF;\n";
}

std::string SchemaGuard(const Context& context) {
  const std::string& schema = context.input.options.bookkeeping.version_schema;
  if (schema.empty()) return "";
  return fmt::format("  IF to_regnamespace({}) IS NULL THEN\n", context.Literal(emit::QuoteIdentifier(context.dialect(), schema))) +
         Raise(context.Literal(
                   fmt::format("there is no schema {} for table {}; nothing was changed", OneLine(schema), context.version_name)),
               "HINT", context.Literal("Create the schema first, or set another one in migc.yaml.")) +
         "  END IF;\n";
}

std::string TableGuard(const Context& context, const std::string& table, const std::string& name, std::string_view why,
                       std::string_view hint) {
  return fmt::format("  IF to_regclass({}) IS NULL THEN\n", context.Literal(table)) +
         Raise(context.Literal(fmt::format("there is no table {}, {}; nothing was changed", name, why)), "HINT",
               context.Literal(hint)) +
         "  END IF;\n";
}

std::string RowsGuard(const Context& context) {
  const Input& input = context.input;
  const std::string read = fmt::format(
      "  SELECT array_agg(version_num::text ORDER BY version_num COLLATE \"C\") INTO here FROM {};\n", context.version_table);
  std::string guard;
  if (input.from.empty()) {
    guard += fmt::format("  IF to_regclass({}) IS NOT NULL THEN\n  {}  END IF;\n", context.Literal(context.version_table), read);
  } else {
    guard += TableGuard(
        context, context.version_table, context.version_name,
        fmt::format("so no migration was recorded in this database, and this script starts at {}", HeadsText(input.from)),
        "Check that this is the right database; `migc compile --from base` makes a script for an empty one.");
    guard += read;
  }
  guard += "  here := coalesce(here, '{}');\n";
  if (input.to != input.from) {
    guard += fmt::format("  IF here = {} THEN\n", HeadsArray(context, input.to));
    guard += Raise(context.Literal(fmt::format("this database is at {} already, where this script leads; nothing was changed",
                                               HeadsText(input.to))),
                   "HINT", context.Literal("There is nothing to do."));
    guard += "  END IF;\n";
  }
  guard += fmt::format("  IF here <> {} THEN\n    shown := coalesce(nullif(array_to_string(here, ', '), ''), 'base');\n",
                       HeadsArray(context, input.from));
  guard +=
      Raise(fmt::format("{} || shown || {}", context.Literal("this database is at "),
                        context.Literal(fmt::format(", and this script starts at {}; nothing was changed", HeadsText(input.from)))),
            "HINT",
            fmt::format("{} || replace(shown, ', ', ',') || {}",
                        context.Literal("Check that this is the right database; a script for it is compiled with --from "),
                        context.Literal(".")));
  return guard + "  END IF;\n";
}

// `UPDATE … WHERE version_num = 'a'`, never touching a row that is not there.
std::string RowStatement(const Context& context, const graph::RowChange& row) {
  switch (row.action) {
    case graph::RowAction::kInsert:
      return fmt::format("INSERT INTO {} (version_num) VALUES ({}) ON CONFLICT DO NOTHING", context.version_table,
                         context.Literal(row.to));
    case graph::RowAction::kUpdate:
      return fmt::format("UPDATE {} SET version_num = {} WHERE version_num = {}", context.version_table, context.Literal(row.to),
                         context.Literal(row.from));
    case graph::RowAction::kDelete:
      return fmt::format("DELETE FROM {} WHERE version_num = {}", context.version_table, context.Literal(row.from));
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

class PsqlTool final : public Tool {
 public:
  std::string HowToApply() const override { return "psql -d DATABASE -f THIS_FILE"; }

  std::vector<std::string> Locks(const Context& context) const override {
    return {
        fmt::format("advisory lock {} of the database while it runs, so that one script of migc runs at a time", LockKey(context)),
        "of tables, what each statement needs, until the end of its transaction"};
  }

  void WritePreamble(const Context& /*context*/, ScriptText& out) const override {
    out.Line("\\set ON_ERROR_STOP on");
    out.Line("\\set ON_ERROR_ROLLBACK off");
    out.Line("\\set AUTOCOMMIT on");
    out.Line("\\set SINGLELINE off");
    out.Line("\\set migc_quiet :QUIET");
    out.Line("\\set migc_show_context :SHOW_CONTEXT");
    out.Line("\\set QUIET on");
    out.Line("\\set SHOW_CONTEXT never");
    out.Line("SET client_encoding = 'UTF8';");
    out.Line("SET standard_conforming_strings = on;");
    out.Line();
  }

  // Waiting must not hold a snapshot: the session that has the lock may be creating an index concurrently, which waits for every
  // older snapshot to go. So it asks again and again, each time in a transaction of its own.
  void WriteLock(const Context& context, ScriptText& out) const override {
    out.Line("-- One script of migc at a time. The lock goes with the session, however that ends.");
    WriteDo(fmt::format("DECLARE\n"
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
    const Input& input = context.input;
    std::string body = "DECLARE\n  here text[];\n  shown text;\nBEGIN\n" + ServerGuards(context) + SchemaGuard(context);
    if (ChecksRows(input)) body += RowsGuard(context);
    if (WritesHistory(input) && !MakesBookkeeping(input)) {
      body += TableGuard(context, context.history_table, context.history_name, "in which this script records what it did",
                         "Create it, or set `history: false` in migc.yaml and compile again.");
    }
    WriteDo(body + "END", out);
    out.Line();
  }

  void WriteGuardsEnd(const Context& /*context*/, ScriptText& out) const override {
    out.Line("\\set QUIET :migc_quiet");
    out.Line("\\set SHOW_CONTEXT :migc_show_context");
    out.Line();
  }

  void WriteProgress(std::string_view message, ScriptText& out) const override {
    out.Line("\\echo " + CommandArgument(OneLine(message)));
  }

  void WriteBegin(const Context& context, const Transaction& transaction, ScriptText& out) const override {
    out.Line("BEGIN;");
    out.Line();
    if (transaction.makes_bookkeeping) WriteBookkeeping(context, out);
  }

  void WriteCommit(const Context& /*context*/, const Transaction& /*transaction*/, ScriptText& out) const override {
    out.Line("COMMIT;");
    out.Line();
  }

  void WriteStatement(const Context& /*context*/, const NumberedStatement& statement, ScriptText& out) const override {
    const PsqlScan scan = ScanForPsql(statement.statement.sql);
    out.Line(scan.text + (scan.ends_in_line_comment ? "\n;" : ";"));
    out.Line();
  }

  void WriteRequire(const Context& context, const NumberedStatement& statement, ScriptText& out) const override {
    WriteDo(fmt::format("BEGIN\n  IF (\n{}\n  ) IS NOT TRUE THEN\n{}  END IF;\nEND", statement.statement.sql,
                        Raise(context.Literal(statement.statement.message), "DETAIL",
                              context.Literal(fmt::format("Required by {}, in revision {}.", PlaceOf(context, statement),
                                                          OneLine(statement.revision.id))))),
            out);
    out.Line();
  }

  void WriteVersionRows(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    if (revision.step.rows.empty()) return;
    std::string body = "DECLARE\n  touched bigint;\nBEGIN\n";
    for (const graph::RowChange& row : revision.step.rows) {
      body += fmt::format("  {};\n  GET DIAGNOSTICS touched = ROW_COUNT;\n  IF touched <> 1 THEN\n", RowStatement(context, row));
      body +=
          fmt::format("    RAISE EXCEPTION USING MESSAGE = {};\n  END IF;\n", context.Literal(RowFailure(context, revision, row)));
    }
    WriteDo(body + "END", out);
  }

  void WriteHistory(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    out.Line(fmt::format("INSERT INTO {} (revision, direction, message, source_sha256, script_sha256)", context.history_table));
    out.DigestLine(
        fmt::format("VALUES ({}, {}, {}, {}, '", context.Literal(revision.id), context.Literal(HistoryWord(context, revision)),
                    context.Literal(revision.message), context.Literal(revision.sha256)),
        64, "');");
  }

  void WriteReceipt(const Context& /*context*/, const std::string& before, const std::string& after,
                    ScriptText& out) const override {
    out.DigestLine("SELECT '" + before, 12, after + "' AS receipt;");
  }

  void WriteEnd(const Context& context, ScriptText& out) const override {
    out.Line("\\set QUIET on");
    WriteDo(fmt::format("BEGIN\n  PERFORM pg_advisory_unlock({});\nEND", LockKey(context)), out);
    out.Line("\\set QUIET :migc_quiet");
    out.Line();
  }

  void Check(const NumberedStatement& statement, diag::Sink& sink) const override;

 private:
  static void WriteBookkeeping(const Context& context, ScriptText& out) {
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

void PsqlTool::Check(const NumberedStatement& statement, diag::Sink& sink) const {
  const PsqlScan scan = ScanForPsql(statement.statement.sql);
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
