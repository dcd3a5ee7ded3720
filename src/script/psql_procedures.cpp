// Psql without DO: a guard is a procedure that is made, called and dropped, in the PL/pgSQL and with the catalog of PostgreSQL 8.0.
// What is cited are pages of the Amazon Redshift Database Developer Guide:
//   c_PLpgSQL-statements, c_PLpgSQL-structure  what a body can hold; RAISE takes a literal format and plain variables
//   stored-procedure-transaction-management    in a transaction block a procedure is part of it, and may not COMMIT
//   c_SQL_functions_leader_node_only           what a query that names a table of a user may not call
//   c_unsupported-postgresql-features          no row constructors, no arrays
// Keys are not held to there either, so each transaction locks the table whose rows it goes by (r_LOCK, c_serial_isolation).
#include <fmt/format.h>

#include "migc/base/text.h"
#include "migc/emit/sql_writer.h"
#include "script/psql_guards.h"

namespace migc::script::psql {
namespace {

// A name as the catalog has it: what is compared without case is kept in lower case (r_names).
std::string Folded(const Context& context, const std::string& name) {
  return context.dialect().case_rule == dialect::CaseRule::kInsensitive ? base::LowerAscii(name) : name;
}

// `many` becomes the number of relations of that name, 0 or 1. A name without a schema is made, and looked for, in the first one.
std::string CountTable(const Context& context, const std::string& table) {
  const std::string& schema = context.input.options.bookkeeping.version_schema;
  return fmt::format(
      "  SELECT count(*) INTO many FROM pg_class c, pg_namespace n\n"
      "    WHERE c.relnamespace = n.oid AND n.nspname = {} AND c.relname = {};\n",
      schema.empty() ? "current_schema()" : context.Literal(Folded(context, schema)), context.Literal(Folded(context, table)));
}

std::string ServerGuard(const Context& context) {
  const dialect::Dialect& dialect = context.dialect();
  const std::string& mark = dialect.version_after.empty() ? dialect.title : dialect.version_after;
  return fmt::format("  IF strpos(version(), {}) = 0 THEN\n", context.Literal(mark)) +
         Raise(
             context,
             fmt::format("{} || version() || {}", context.Literal("this script is for " + dialect.title + ", and this server is "),
                         context.Literal("; nothing was changed")),
             "HINT", context.Literal("Compile it with --dialect for this server.")) +
         "  END IF;\n";
}

// The ids in their binary order, which is that of ORDER BY (c_collation_sequences), with commas between them.
std::string RowsThere(const Context& context) {
  const Input& input = context.input;
  std::string text = CountTable(context, input.options.bookkeeping.version_table);
  if (!input.from.empty()) {
    text += "  IF many = 0 THEN\n" +
            Raise(context,
                  context.Literal(
                      fmt::format("there is no table {}, so no migration was recorded in this database, and this script starts at "
                                  "{}; nothing was changed",
                                  context.version_name, HeadsText(input.from))),
                  "HINT",
                  context.Literal("Check that this is the right database; `migc compile --from base` makes a script for an "
                                  "empty one.")) +
            "  END IF;\n";
  }
  return text + fmt::format(
                    "  IF many > 0 THEN\n"
                    "    FOR head IN SELECT version_num FROM {} ORDER BY version_num LOOP\n"
                    "      here := here || CASE WHEN here = '' THEN '' ELSE ', ' END || head.version_num;\n"
                    "    END LOOP;\n"
                    "  END IF;\n"
                    "  shown := CASE WHEN here = '' THEN 'base' ELSE here END;\n",
                    context.version_table);
}

std::string PositionCase(const Context& context) {
  std::string text = "  done := CASE\n";
  std::size_t position = 0;
  for (const std::vector<std::string>& heads : Positions(context.input)) {
    text += fmt::format("    WHEN here = {} THEN {}\n", context.Literal(base::Join(heads, ", ")), position++);
  }
  return text + "  END;\n";
}

std::string OwnRunGuard(const Context& context) {
  const std::string after =
      fmt::format(", where no run of this script left it; this script starts at {}", HeadsText(context.input.from));
  const std::string hint = HintToCompile(context, "Compile one with --from ");
  if (!context.input.options.bookkeeping.history) return StopHere(context, "done > 0", after, hint);
  return CountTable(context, context.input.options.bookkeeping.history_table) +
         fmt::format(
             "  IF done > 0 AND many > 0 THEN\n"
             "    SELECT script_sha256 INTO made_by FROM {} ORDER BY {} LIMIT 1;\n"
             "  END IF;\n",
             context.history_table, LatestFirst(context)) +
         StopHere(context, "done > 0 AND (made_by IS NULL OR made_by <> current_setting('migc.script'))", after, hint);
}

std::string RowsGuard(const Context& context) {
  const Input& input = context.input;
  const std::size_t last = Positions(input).size() - 1;
  std::string guard = RowsThere(context) + PositionCase(context);
  if (!input.options.idempotent && last > 0) {
    guard += StopHere(context, fmt::format("done = {}", last), " already, where this script leads",
                      context.Literal("There is nothing to do."));
  }
  const std::string way = input.options.idempotent
                              ? fmt::format(", which is not on the way from {} to {}", HeadsText(input.from), HeadsText(input.to))
                              : fmt::format(", and this script starts at {}", HeadsText(input.from));
  guard += StopHere(context, "done IS NULL", way,
                    HintToCompile(context, "Check that this is the right database; a script for it is compiled with --from "));
  if (!Resumes(input)) return guard;
  if (!input.options.idempotent) guard += OwnRunGuard(context);
  return guard + "  PERFORM set_config('migc.done', done::varchar, false);\n";
}

std::string LedgerGuard(const Context& context) {
  std::string known;
  for (const RevisionPart& revision : context.input.revisions) {
    if (!IsDivided(revision)) continue;
    known +=
        fmt::format("\n      {} NOT (done = {} AND revision = {} AND statement_sha256 = '{}')", known.empty() ? "WHERE" : "  AND",
                    IndexOf(context.input, revision), context.Literal(revision.id), RevisionSha(revision));
  }
  std::string guard = CountTable(context, "migc_step");
  guard += fmt::format("  IF many > 0 THEN\n    SELECT min(revision) INTO other FROM {}{};\n    IF other IS NOT NULL THEN\n",
                       StepTable(context), known);
  guard +=
      Raise(context,
            fmt::format("'revision ' || other || {}",
                        context.Literal(" was begun by another script and is not complete; nothing was changed")),
            "HINT",
            context.Literal(fmt::format("Run that script to its end first; or finish or undo the revision by hand, and empty {}.",
                                        StepTable(context))));
  guard += "    END IF;\n";
  if (!known.empty()) {
    guard += fmt::format(
        "    SELECT count(*) INTO many FROM {};\n"
        "    IF many > 0 THEN\n"
        "      PERFORM set_config('migc.begun', '1', false);\n"
        "    END IF;\n",
        StepTable(context));
  }
  return guard + "  END IF;\n";
}

std::string SchemaGuard80(const Context& context) {
  const std::string& schema = context.input.options.bookkeeping.version_schema;
  if (schema.empty()) return "";
  return fmt::format("  SELECT count(*) INTO many FROM pg_namespace WHERE nspname = {};\n  IF many = 0 THEN\n",
                     context.Literal(Folded(context, schema))) +
         Raise(context,
               context.Literal(
                   fmt::format("there is no schema {} for table {}; nothing was changed", OneLine(schema), context.version_name)),
               "HINT", context.Literal("Create the schema first, or set another one in migc.yaml.")) +
         "  END IF;\n";
}

}  // namespace

bool HasDo(const Context& context) { return context.dialect().Has(dialect::Capability::kDoBlocks); }

void WriteProcedure(std::string_view body, ScriptText& out) {
  const std::string tag = TagFor(body, "migc");
  constexpr std::string_view kDeclare = "DECLARE\n";
  const bool declares = body.starts_with(kDeclare);
  out.Line("CREATE OR REPLACE PROCEDURE :migc_guard() AS " + tag);
  out.Line("DECLARE\n  stop varchar(65535);");
  out.Line(std::string(declares ? body.substr(kDeclare.size()) : body) + ";");
  out.Line(tag + " LANGUAGE plpgsql;");
  out.Line("CALL :migc_guard();");
  out.Line("DROP PROCEDURE :migc_guard();");
}

// stored-procedure-naming: the prefix sp_ is kept for procedures of users.
void WriteProcedureName(const Context& context, ScriptText& out) {
  const std::string& schema = context.input.options.bookkeeping.version_schema;
  const std::string prefix = schema.empty() ? "" : emit::QuoteIdentifier(context.dialect(), schema) + ".";
  out.Line(fmt::format("SELECT {} || pg_backend_pid()::varchar AS migc_guard \\gset", context.Literal(prefix + "sp_migc_guard_")));
}

void WriteTransactionGuard(ScriptText& out) {
  out.Line("-- The script makes its own transactions: where one is open already, COMMIT is refused here. Run psql without");
  out.Line("-- --single-transaction (-1); `migc compile --single-transaction` makes a script that is one transaction.");
  WriteProcedure("BEGIN\n  COMMIT;\nEND", out);
}

std::string GuardsBody80(const Context& context) {
  const Input& input = context.input;
  const bool moves = input.purpose == Purpose::kMove;
  std::string body =
      "DECLARE\n  head record;\n  here varchar(65535) := '';\n  shown varchar(65535);\n  done integer;\n  many bigint;\n";
  if (Resumes(input) && !input.options.idempotent) body += "  made_by varchar(64);\n";
  if (moves) body += "  other varchar(128);\n";
  body += "BEGIN\n" + ServerGuard(context) + SchemaGuard80(context);
  if (ChecksRows(input)) body += RowsGuard(context);
  if (moves && !input.revisions.empty()) body += LedgerGuard(context);
  if (WritesHistory(input) && !MakesBookkeeping(input)) {
    body += CountTable(context, input.options.bookkeeping.history_table) + "  IF many = 0 THEN\n" +
            Raise(context,
                  context.Literal(fmt::format("there is no table {}, in which this script records what it did; nothing was changed",
                                              context.history_name)),
                  "HINT", context.Literal("Create it, or set `history: false` in migc.yaml and compile again.")) +
            "  END IF;\n";
  }
  return body + "END";
}

std::string RequireBody80(const std::string& query, std::string_view raise) {
  const std::string tag = TagFor(query, "require");
  return fmt::format(
      "DECLARE\n  answer boolean;\nBEGIN\n  EXECUTE {0}\n{1}\n{0} INTO answer;\n  IF answer IS NULL OR NOT answer THEN\n{2}  END "
      "IF;\nEND",
      tag, query, raise);
}

std::string RowsBody80(const Context& context, const std::vector<graph::RowChange>& rows,
                       const std::function<std::string(const graph::RowChange&)>& failure) {
  const std::string count = "count(CASE WHEN version_num = {} THEN 1 END)";
  std::string body = "DECLARE\n  old_rows bigint;\n  new_rows bigint;\nBEGIN\n";
  for (const graph::RowChange& row : rows) {
    const bool takes = row.action != graph::RowAction::kInsert;
    const bool gives = row.action != graph::RowAction::kDelete;
    body += fmt::format("  SELECT {}, {} INTO old_rows, new_rows FROM {};\n",
                        takes ? fmt::format(fmt::runtime(count), context.Literal(row.from)) : "1",
                        gives ? fmt::format(fmt::runtime(count), context.Literal(row.to)) : "0", context.version_table);
    body += "  IF old_rows <> 1 OR new_rows <> 0 THEN\n";
    body += fmt::format("    stop := {};\n    RAISE EXCEPTION '%', stop;\n  END IF;\n", context.Literal(failure(row)));
    switch (row.action) {
      case graph::RowAction::kInsert:
        body += fmt::format("  INSERT INTO {} (version_num) VALUES ({});\n", context.version_table, context.Literal(row.to));
        break;
      case graph::RowAction::kUpdate:
      case graph::RowAction::kDelete:
        body += "  " + RowStatement(context, row) + ";\n";
        break;
    }
  }
  return body + "END";
}

std::string PartGuard80(const Context& context, const NumberedStatement& numbered) {
  const std::string key = PartKey(context, numbered.revision, numbered.part);
  return fmt::format("DECLARE\n  many bigint;\nBEGIN\n  SELECT count(*) INTO many FROM {} WHERE {};\n  IF many > 0 THEN\n",
                     StepTable(context), key) +
         Raise(
             context, context.Literal(StepText(numbered) + ", was begun by an earlier run, and nobody knows how far it came"),
             "HINT",
             context.Literal(fmt::format("If it took effect, say so: UPDATE {0} SET state = 'done' WHERE {1}; else DELETE FROM {0} "
                                         "WHERE {1}. Then run this script again.",
                                         StepTable(context), key))) +
         fmt::format("  END IF;\n  {};\nEND", RecordPart(context, numbered.revision, numbered.part, "started"));
}

std::string PartDone80(const Context& context, const RevisionPart& revision, std::size_t part) {
  return fmt::format("DECLARE\n  many bigint;\nBEGIN\n  SELECT count(*) INTO many FROM {} WHERE {};\n  IF many > 0 THEN\n",
                     StepTable(context), PartKey(context, revision, part)) +
         Raise(context,
               context.Literal(fmt::format("another run did this part of revision {} at the same moment", OneLine(revision.id))),
               "HINT", context.Literal("Let it come to its end.")) +
         fmt::format("  END IF;\n  {};\nEND", RecordPart(context, revision, part, "done"));
}

// r_CREATE_TABLE_NEW: IDENTITY; r_Character_types: TEXT would be VARCHAR(256). The moment is that of the transaction (r_SYSDATE).
void WriteBookkeeping80(const Context& context, ScriptText& out) {
  out.Line("-- Bookkeeping: the revisions that this database is at, and what was done when.");
  out.Line(fmt::format("CREATE TABLE IF NOT EXISTS {} (", context.version_table));
  out.Line("  version_num varchar(128) NOT NULL PRIMARY KEY");
  out.Line(");");
  if (context.input.options.bookkeeping.history) {
    out.Line(fmt::format("CREATE TABLE IF NOT EXISTS {} (", context.history_table));
    out.Line("  id bigint IDENTITY(1, 1) NOT NULL PRIMARY KEY,");
    out.Line("  revision varchar(128) NOT NULL,");
    out.Line("  direction varchar(9) NOT NULL,");
    out.Line("  message varchar(65535) NOT NULL,");
    out.Line("  source_sha256 char(64) NOT NULL,");
    out.Line("  script_sha256 char(64) NOT NULL,");
    out.Line("  applied_at timestamp NOT NULL DEFAULT SYSDATE,");
    out.Line("  applied_by varchar(128) NOT NULL");
    out.Line(");");
  }
  out.Line();
}

void WriteLedger80(const Context& context, ScriptText& out) {
  out.Line(fmt::format("CREATE TABLE IF NOT EXISTS {} (", StepTable(context)));
  out.Line("  revision varchar(128) NOT NULL,");
  out.Line("  step integer NOT NULL,");
  out.Line("  statement_sha256 char(64) NOT NULL,");
  out.Line("  state varchar(7) NOT NULL,");
  out.Line("  PRIMARY KEY (revision, step)");
  out.Line(");");
  out.Line();
}

}  // namespace migc::script::psql
