// Scripts for duckdb, the command-line client of DuckDB. It has no procedural language: what must stop the script is the function
// error(sentence), asked for only where a condition holds; `.bail on` then ends the client, and DuckDB rolls back what is open. The
// client holds the file alone, so what a guard saw stays so.
#include <fmt/format.h>

#include "migc/base/text.h"
#include "migc/emit/sql_writer.h"
#include "script/duckdb_lexis.h"
#include "script/tool.h"

namespace migc::script {
namespace {

// The literal as the client leaves it whole.
std::string Literal(const Context& context, std::string_view text) {
  return ScanForDuckdb(context.Literal(text), context.dialect().lexical).text;
}

// 1005 for 1.5; a patch release changes nothing that a script relies on.
int VersionNumber(const dialect::Version& version) { return version.major * 1000 + version.minor; }

// Stops with the sentence, an expression, where the condition holds.
void WriteStop(std::string_view sentence, std::string_view condition, ScriptText& out) {
  out.Line(fmt::format("SELECT error({})\n  WHERE {};", sentence, condition));
}

std::string SchemaOf(const Context& context) {
  const std::string& schema = context.input.options.bookkeeping.version_schema;
  return schema.empty() ? "current_schema()" : Literal(context, schema);
}

// True when there is no such table.
std::string TableMissing(const Context& context, const std::string& table) {
  return fmt::format(
      "NOT EXISTS (SELECT 1 FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = {} AND "
      "lower(table_name) = "
      "lower({}))",
      SchemaOf(context), Literal(context, table));
}

// True when the version table does not hold exactly these rows.
std::string RowsDiffer(const Context& context, const std::vector<std::string>& heads) {
  const std::string count = fmt::format("(SELECT count(*) FROM {}", context.version_table);
  if (heads.empty()) return count + ") <> 0";
  std::vector<std::string> literals;
  for (const std::string& head : heads) literals.push_back(Literal(context, head));
  return fmt::format("{0}) <> {1} OR {0} WHERE version_num IN ({2})) <> {1}", count, heads.size(), base::Join(literals, ", "));
}

// What the version table holds, as an expression.
std::string Found(const Context& context) {
  return fmt::format("coalesce((SELECT string_agg(version_num, ', ' ORDER BY version_num) FROM {}), 'base')",
                     context.version_table);
}

class DuckdbTool final : public Tool {
 public:
  std::string HowToApply() const override { return "duckdb DATABASE_FILE < THIS_FILE"; }

  std::vector<std::string> Locks(const Context& /*context*/) const override {
    return {
        "the database file, which the client opens for itself alone: where another process has it open, the client says so and "
        "ends"};
  }

  // The client knows no conditions.
  bool CanPassOver() const override { return false; }
  bool CanBeIdempotent() const override { return false; }

  void WritePreamble(const Context& /*context*/, ScriptText& out) const override {
    // Statements first: behind one the client is sure to know its own commands, whatever it makes of the comments above.
    out.Line("SET integer_division = false;");
    out.Line("SET preserve_identifier_case = true;");
    out.Line(".bail on");
    out.Line(".mode list");
    out.Line(".headers off");
    out.Line();
  }

  // The file is locked from when it is opened.
  void WriteLock(const Context& /*context*/, ScriptText& /*out*/) const override {}

  void WriteGuards(const Context& context, ScriptText& out) const override {
    const Input& input = context.input;
    const dialect::Dialect& dialect = context.dialect();
    out.Line("-- Guards: when one of them stops the script, nothing was changed.");
    WriteStop(
        fmt::format("{} || version() || '; nothing was changed'",
                    Literal(context, fmt::format("this script is for {} {} or newer, and this is ", dialect.title,
                                                 dialect::Text(dialect.target)))),
        fmt::format("CAST(split_part(ltrim(version(), 'v'), '.', 1) AS INTEGER) * 1000 + CAST(split_part(version(), '.', 2) AS "
                    "INTEGER) < {}",
                    VersionNumber(dialect.target)),
        out);
    const std::string& schema = input.options.bookkeeping.version_schema;
    if (!schema.empty()) {
      WriteStop(
          Literal(context,
                  fmt::format("there is no schema {} for table {}; nothing was changed", OneLine(schema), context.version_name)),
          fmt::format("NOT EXISTS (SELECT 1 FROM duckdb_schemas() WHERE database_name = current_database() AND schema_name = {})",
                      Literal(context, schema)),
          out);
    }
    if (ChecksRows(input)) WriteRowGuards(context, out);
    out.Line();
  }

  void WriteGuardsEnd(const Context& /*context*/, ScriptText& /*out*/) const override {}

  void WriteProgress(std::string_view message, ScriptText& out) const override {
    std::string text;
    for (const char c : OneLine(message)) text += c == '\'' ? "''" : std::string(1, c);
    out.Line(fmt::format("SELECT '{}' AS progress;", text));
  }

  void WriteBegin(const Context& context, const Transaction& transaction, ScriptText& out) const override {
    out.Line("BEGIN TRANSACTION;");
    if (transaction.makes_bookkeeping) WriteBookkeeping(context, out);
    out.Line();
  }

  void WriteCommit(const Context& /*context*/, const Transaction& /*transaction*/, ScriptText& out) const override {
    out.Line("COMMIT;");
    out.Line();
  }

  void WriteStatement(const Context& context, const NumberedStatement& statement, ScriptText& out) const override {
    WritePlain(context, statement, out);
    out.Line();
  }

  void WritePlain(const Context& context, const NumberedStatement& statement, ScriptText& out) const override {
    const DuckdbScan scan = ScanForDuckdb(statement.statement.sql, context.dialect().lexical);
    out.Line(scan.text + (scan.ends_in_line_comment ? "\n;" : ";"));
  }

  void WriteRequire(const Context& context, const NumberedStatement& statement, ScriptText& out) const override {
    const DuckdbScan scan = ScanForDuckdb(statement.statement.sql, context.dialect().lexical);
    out.Line("WITH migc_answer (value) AS (");
    out.Line(scan.text);
    out.Line(")");
    WriteStop(Literal(context, statement.statement.message),
              "(SELECT count(*) = 1 AND bool_and(CAST(value AS BOOLEAN)) FROM migc_answer) IS NOT TRUE", out);
    out.Line();
  }

  void WriteVersionRows(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    for (const graph::RowChange& row : revision.step.rows) {
      const bool made = row.action == graph::RowAction::kInsert;
      const std::string& head = made ? row.to : row.from;
      const std::string seen =
          fmt::format("table {} {} {}", context.version_name, made ? "holds already" : "no longer holds", OneLine(head));
      WriteStop(Literal(context, fmt::format("{}; revision {} is not recorded", seen, OneLine(revision.id))),
                fmt::format("(SELECT count(*) FROM {} WHERE version_num = {}) <> {}", context.version_table, Literal(context, head),
                            made ? 0 : 1),
                out);
      out.Line(RowStatement(context, row) + ";");
    }
  }

  void WriteHistory(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    out.Line(fmt::format("INSERT INTO {} (id, revision, direction, message, source_sha256, script_sha256)", context.history_table));
    out.DigestLine(fmt::format("SELECT coalesce(max(id), 0) + 1, {}, {}, {}, {}, '", Literal(context, revision.id),
                               Literal(context, HistoryWord(context, revision)), Literal(context, revision.message),
                               Literal(context, revision.sha256)),
                   64, fmt::format("' FROM {};", context.history_table));
  }

  void WriteReceipt(const Context& /*context*/, const std::string& before, const std::string& after,
                    ScriptText& out) const override {
    out.DigestLine("SELECT '" + before, 12, after + "' AS receipt;");
  }

  void WriteEnd(const Context& /*context*/, ScriptText& /*out*/) const override {}

  void Check(const dialect::Dialect& /*dialect*/, const NumberedStatement& statement, diag::Sink& sink) const override;

 private:
  static void WriteRowGuards(const Context& context, ScriptText& out) {
    const Input& input = context.input;
    const std::string from = HeadsText(input.from);
    if (input.from.empty()) {
      // Whether the table holds rows can only be asked when it is there. What is made here to ask is rolled back.
      out.Line("BEGIN TRANSACTION;");
      out.Line(fmt::format("CREATE TABLE IF NOT EXISTS {} (version_num VARCHAR);", context.version_table));
    } else {
      WriteStop(Literal(context,
                        fmt::format("there is no table {}, so no migration was recorded in this database, and this script starts "
                                    "at {}; nothing was changed",
                                    context.version_name, from)),
                TableMissing(context, input.options.bookkeeping.version_table), out);
      if (WritesHistory(input)) {
        WriteStop(
            Literal(context, fmt::format("there is no table {}, in which this script records what it did; nothing was changed",
                                         context.history_name)),
            TableMissing(context, input.options.bookkeeping.history_table), out);
      }
    }
    if (input.to != input.from) {
      WriteStop(Literal(context, fmt::format("this database is at {} already, where this script leads; nothing was changed",
                                             HeadsText(input.to))),
                fmt::format("NOT ({})", RowsDiffer(context, input.to)), out);
    }
    WriteStop(
        fmt::format("'this database is at ' || {0} || {1} || replace({0}, ', ', ',')", Found(context),
                    Literal(context, fmt::format(", and this script starts at {}; nothing was changed. A script for it is compiled "
                                                 "with --from ",
                                                 from))),
        RowsDiffer(context, input.from), out);
    if (input.from.empty()) out.Line("ROLLBACK;");
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

  static void WriteBookkeeping(const Context& context, ScriptText& out) {
    out.Line();
    out.Line("-- Bookkeeping: the revisions that this database is at, and what was done when.");
    out.Line(fmt::format("CREATE TABLE IF NOT EXISTS {} (", context.version_table));
    out.Line("  version_num VARCHAR NOT NULL PRIMARY KEY");
    out.Line(");");
    if (!context.input.options.bookkeeping.history) return;
    out.Line(fmt::format("CREATE TABLE IF NOT EXISTS {} (", context.history_table));
    out.Line("  id BIGINT NOT NULL PRIMARY KEY,");
    out.Line("  revision VARCHAR NOT NULL,");
    out.Line("  direction VARCHAR NOT NULL,");
    out.Line("  message VARCHAR NOT NULL,");
    out.Line("  source_sha256 VARCHAR NOT NULL,");
    out.Line("  script_sha256 VARCHAR NOT NULL,");
    out.Line("  applied_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()");
    out.Line(");");
  }
};

void DuckdbTool::Check(const dialect::Dialect& /*dialect*/, const NumberedStatement& statement, diag::Sink& sink) const {
  // The lexical rules of a statement are those of its dialect; the client's are the engine's own.
  dialect::Lexical lexical;
  lexical.dollar_quotes = lexical.nested_comments = lexical.escape_strings = true;
  const DuckdbScan scan = ScanForDuckdb(statement.statement.sql, lexical);
  const std::optional<source::Span> span = SpanOf(statement.statement);
  if (scan.command) {
    sink.Report(diag::Make(diag::Kind::kToolTakesCommand, span, "duckdb",
                           "a line of only `/` or `go`, or one that starts with `.` or `#` where a statement begins")
                    .WithHelp("join that line with the one before it"));
  } else if (!scan.parameter.empty()) {
    sink.Report(diag::Make(diag::Kind::kToolFillsParameter, span, "duckdb", scan.parameter)
                    .WithHelp("write the value itself, or a ${placeholder} that is declared in migc.yaml"));
  } else if (scan.name_loses_return) {
    sink.Report(diag::Make(diag::Kind::kToolChangesName, span, "duckdb").WithHelp("give it another name"));
  } else if (!scan.unfinished.empty()) {
    sink.Report(diag::Make(diag::Kind::kToolDoesNotEnd, span, "duckdb", fmt::format("it ends inside of {}", scan.unfinished)));
  } else if (scan.end) {
    sink.Report(diag::Make(diag::Kind::kToolDoesNotEnd, span, "duckdb", "a `;` ends it before its end"));
  }
}

}  // namespace

const Tool& Duckdb() {
  static const DuckdbTool tool;
  return tool;
}

}  // namespace migc::script
