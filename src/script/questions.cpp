#include "migc/script/questions.h"

#include <fmt/format.h>

#include <algorithm>

#include "migc/base/check.h"
#include "migc/base/text.h"
#include "migc/dialect/lineage.h"
#include "migc/emit/plsql.h"
#include "migc/emit/sql_writer.h"
#include "script/mysql_guards.h"
#include "script/mysql_lexis.h"
#include "script/sqlcmd_lexis.h"
#include "script/tool.h"

namespace migc::script {
namespace {

std::string NameOf(const Bookkeeping& bookkeeping, OwnTable table) {
  return table == OwnTable::kHistory ? bookkeeping.history_table : bookkeeping.version_table;
}

std::string QualifiedName(const dialect::Dialect& dialect, const Bookkeeping& bookkeeping, OwnTable table) {
  ir::Name name;
  if (dialect.Has(dialect::Capability::kSchemas)) name.schema = bookkeeping.version_schema;
  // A name without a schema would be looked for in that of the user first.
  if (dialect.tool == dialect::Tool::kSqlcmd && name.schema.empty()) name.schema = dialect.default_schema;
  name.name = NameOf(bookkeeping, table);
  return emit::QuoteName(dialect, name);
}

std::string_view ClientOf(const dialect::Dialect& dialect) {
  const bool mariadb = std::ranges::find(dialect.lineage, "mariadb") != dialect.lineage.end();
  return mariadb ? "mariadb" : "mysql";
}

void PsqlPreamble(const dialect::Dialect& dialect, ScriptText& out) {
  out.Line("\\set ON_ERROR_STOP on");
  out.Line("\\set QUIET on");
  for (const std::string_view setting : {"format unaligned", "fieldsep ' | '", "tuples_only on", "pager off"}) {
    out.Line(fmt::format("\\pset {}", setting));
  }
  out.Line("SET client_encoding = 'UTF8';");
  if (!dialect.lexical.backslash_escapes) out.Line("SET standard_conforming_strings = on;");
}

void SqlplusPreamble(ScriptText& out) {
  out.Line("WHENEVER OSERROR EXIT FAILURE ROLLBACK");
  out.Line("WHENEVER SQLERROR EXIT FAILURE ROLLBACK");
  for (const std::string_view setting :
       {"DEFINE OFF", "SQLBLANKLINES ON", "SQLTERMINATOR ON", "ESCAPE OFF", "ECHO OFF", "FEEDBACK OFF", "HEADING OFF", "PAGESIZE 0",
        "LINESIZE 1000", "NUMWIDTH 12", "TRIMOUT ON", "COLSEP ' | '"}) {
    out.Line(fmt::format("SET {}", setting));
  }
  out.Line("VARIABLE migc_rows REFCURSOR");
  // Nothing can be changed from here on ("SET TRANSACTION", SQL Language Reference 19c).
  out.Line("SET TRANSACTION READ ONLY;");
}

// Fail-stop, rows without decoration, and nothing that could change anything where the tool can promise that.
void WritePreamble(const dialect::Dialect& dialect, ScriptText& out) {
  switch (dialect.tool) {
    case dialect::Tool::kPsql:
      return PsqlPreamble(dialect, out);
    case dialect::Tool::kMysql:
      out.Line("SET NAMES utf8mb4;");
      out.Line("SET SESSION sql_mode = 'STRICT_ALL_TABLES';");
      // TiDB knows the words and does nothing, which is an error unless a setting allows it ("tidb_enable_noop_functions").
      if (dialect::IsTidb(dialect)) return;
      // "SET TRANSACTION Statement": of every transaction of the session.
      return out.Line("SET SESSION TRANSACTION READ ONLY;");
    case dialect::Tool::kSqlite3:
      out.Line(".bail on");
      out.Line(".mode list");
      out.Line(".headers off");
      out.Line(".separator \" | \"");
      return out.Line("PRAGMA query_only = ON;");
    case dialect::Tool::kDuckdb:
      // Statements first: behind one the client is sure to know its own commands, whatever it makes of the comments above.
      out.Line("SET integer_division = false;");
      out.Line(".bail on");
      out.Line(".mode list");
      return out.Line(".headers off");
    case dialect::Tool::kSqlcmd:
      out.Line(":on error exit");
      out.Line("GO");
      out.Line("SET NOCOUNT ON;");
      return out.Line("GO");
    case dialect::Tool::kSqlplus:
      return SqlplusPreamble(out);
  }
}

// What would be in the way of a script that is run in the same session.
void WriteEnd(const dialect::Dialect& dialect, ScriptText& out) {
  switch (dialect.tool) {
    case dialect::Tool::kPsql:
      out.Line();
      for (const std::string_view setting : {"format aligned", "fieldsep '|'", "tuples_only off", "pager on"}) {
        out.Line(fmt::format("\\pset {}", setting));
      }
      return;
    case dialect::Tool::kMysql:
      if (dialect::IsTidb(dialect)) return;
      out.Line();
      return out.Line("SET SESSION TRANSACTION READ WRITE;");
    case dialect::Tool::kSqlite3:
      out.Line("PRAGMA query_only = OFF;");
      return out.Line(".separator \"|\"");
    case dialect::Tool::kSqlplus:
      out.Line();
      return out.Line("ROLLBACK;");
    case dialect::Tool::kSqlcmd:
    case dialect::Tool::kDuckdb:
      return;
  }
}

void WriteQuery(const Context& context, const Tool& tool, const std::string& query, ScriptText& out) {
  emit::Statement statement;
  statement.sql = query;
  tool.WritePlain(context, {0, statement, {}}, out);
}

void WriteOnPsql(const Context& context, const Tool& tool, const Question& question, ScriptText& out) {
  const Bookkeeping& names = context.input.options.bookkeeping;
  if (context.dialect().Has(dialect::Capability::kDoBlocks)) {
    const std::string table = QualifiedName(context.dialect(), names, question.needs);
    out.Line(fmt::format("SELECT to_regclass({}) IS NOT NULL AS migc_there \\gset", context.Literal(table)));
  } else {
    out.Line("SELECT count(*) > 0 AS migc_there FROM pg_class c, pg_namespace n WHERE c.relnamespace = n.oid");
    out.Line(
        fmt::format("  AND n.nspname = {} AND c.relname = {} \\gset",
                    names.version_schema.empty() ? "current_schema()" : context.Literal(base::LowerAscii(names.version_schema)),
                    context.Literal(base::LowerAscii(NameOf(names, question.needs)))));
  }
  out.Line("\\if :migc_there");
  WriteQuery(context, tool, question.query, out);
  out.Line("\\else");
  WriteQuery(context, tool, question.otherwise, out);
  out.Line("\\endif");
}

void WriteOnMysql(const Context& context, const Question& question, ScriptText& out) {
  const Bookkeeping& names = context.input.options.bookkeeping;
  const bool schemas = context.dialect().Has(dialect::Capability::kSchemas) && !names.version_schema.empty();
  out.Line(fmt::format(
      "SET @migc_sql = IF(EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = {} AND table_name = {}),",
      schemas ? QuoteForMysql(names.version_schema) : "DATABASE()", QuoteForMysql(NameOf(names, question.needs))));
  out.Line(fmt::format("  {},", QuoteForMysql(question.query)));
  out.Line(fmt::format("  {});", QuoteForMysql(question.otherwise)));
  out.Line("PREPARE migc_do FROM @migc_sql; EXECUTE migc_do; DEALLOCATE PREPARE migc_do;");
}

// The names in a statement of a batch are bound when it is reached ("Deferred Name Resolution").
void WriteOnSqlcmd(const Context& context, const Question& question, ScriptText& out) {
  const std::string table = QualifiedName(context.dialect(), context.input.options.bookkeeping, question.needs);
  const std::string batch =
      fmt::format("IF OBJECT_ID({}, N'U') IS NULL\n{};\nELSE\n{};", SqlcmdLiteral(table), question.otherwise, question.query);
  out.Line(ScanForSqlcmd(batch).text);
  out.Line("GO");
}

void WriteOnSqlplus(const Context& context, const Question& question, ScriptText& out) {
  const std::string name = NameOf(context.input.options.bookkeeping, question.needs);
  const bool plain = emit::QuoteIdentifier(context.dialect(), name) == name;
  out.Line("DECLARE");
  out.Line("  found NUMBER;");
  out.Line("BEGIN");
  out.Line(fmt::format(
      "  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name "
      "= {};",
      emit::PlSqlString(plain ? base::UpperAscii(name) : name)));
  out.Line("  IF found = 0 THEN");
  out.Line(fmt::format("    OPEN :migc_rows FOR {};", emit::PlSqlText(question.otherwise)));
  out.Line("  ELSE");
  out.Line(fmt::format("    OPEN :migc_rows FOR {};", emit::PlSqlText(question.query)));
  out.Line("  END IF;");
  out.Line("END;");
  out.Line("/");
  out.Line("PRINT migc_rows");
}

// The text of a query is chosen first, and then run ("query and query_table functions", DuckDB 1.1).
void WriteOnDuckdb(const Context& context, const Tool& tool, const Question& question, ScriptText& out) {
  const Bookkeeping& names = context.input.options.bookkeeping;
  WriteQuery(context, tool,
             fmt::format("SET VARIABLE migc_sql = (SELECT CASE WHEN EXISTS (SELECT 1 FROM duckdb_tables() WHERE database_name = "
                         "current_database() AND schema_name = {} AND lower(table_name) = lower({}))\n  THEN {}\n  ELSE {} END)",
                         names.version_schema.empty() ? "current_schema()" : context.Literal(names.version_schema),
                         context.Literal(NameOf(names, question.needs)), context.Literal(question.query),
                         context.Literal(question.otherwise)),
             out);
  out.Line("FROM query(getvariable('migc_sql'));");
}

void WriteQuestion(const Context& context, const Tool& tool, const Question& question, ScriptText& out) {
  for (const std::string& comment : question.comments) out.Line("-- " + OneLine(comment));
  // SQLite binds all names when it prepares a statement, and its shell knows no conditions: there the query must do without.
  if (question.needs == OwnTable::kNone || context.dialect().tool == dialect::Tool::kSqlite3) {
    return WriteQuery(context, tool, question.query, out);
  }
  switch (context.dialect().tool) {
    case dialect::Tool::kPsql:
      return WriteOnPsql(context, tool, question, out);
    case dialect::Tool::kMysql:
      return WriteOnMysql(context, question, out);
    case dialect::Tool::kSqlcmd:
      return WriteOnSqlcmd(context, question, out);
    case dialect::Tool::kSqlplus:
      return WriteOnSqlplus(context, question, out);
    case dialect::Tool::kDuckdb:
      return WriteOnDuckdb(context, tool, question, out);
    case dialect::Tool::kSqlite3:
      break;
  }
}

}  // namespace

std::string VersionTableOf(const dialect::Dialect& dialect, const Bookkeeping& bookkeeping) {
  return QualifiedName(dialect, bookkeeping, OwnTable::kVersion);
}

std::string HistoryTableOf(const dialect::Dialect& dialect, const Bookkeeping& bookkeeping) {
  return QualifiedName(dialect, bookkeeping, OwnTable::kHistory);
}

std::string LiteralFor(const dialect::Dialect& dialect, std::string_view text) {
  switch (dialect.tool) {
    case dialect::Tool::kMysql:
      return QuoteForMysql(text);
    case dialect::Tool::kSqlcmd:
      return SqlcmdLiteral(text);
    case dialect::Tool::kPsql:
    case dialect::Tool::kSqlite3:
    case dialect::Tool::kSqlplus:
    case dialect::Tool::kDuckdb:
      break;
  }
  return emit::QuoteString(dialect, text);
}

std::string HowToAsk(const dialect::Dialect& dialect, std::string_view file) {
  switch (dialect.tool) {
    case dialect::Tool::kPsql:
      return fmt::format("psql -d DATABASE -f {}", file);
    case dialect::Tool::kMysql:
      return fmt::format("{} -N --default-character-set=utf8mb4 DATABASE < {}", ClientOf(dialect), file);
    case dialect::Tool::kSqlite3:
      return fmt::format("sqlite3 -readonly DATABASE_FILE < {}", file);
    case dialect::Tool::kSqlcmd:
      return fmt::format("sqlcmd -S SERVER -d DATABASE -b -f 65001 -h -1 -W -s \"|\" -i {}", file);
    case dialect::Tool::kSqlplus:
      return fmt::format("NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE @{}", file);
    case dialect::Tool::kDuckdb:
      return fmt::format("duckdb -readonly DATABASE_FILE < {}", file);
  }
  return "";
}

Rerun RerunOf(const Input& input) {
  if (!input.dialect->Has(dialect::Capability::kTransactionalDdl)) return Rerun::kAfterStep;
  const bool divided = std::ranges::any_of(input.revisions, IsDivided);
  const bool one = RunsInOneTransaction(input) || (input.revisions.size() < 2 && !divided);
  if (one) return Rerun::kFromTheStart;
  if (!Resumes(input)) return Rerun::kRefuses;
  return divided ? Rerun::kAfterStep : Rerun::kAfterRevision;
}

std::string HowToApply(const dialect::Dialect& dialect, std::string_view file) {
  constexpr std::string_view kPlace = "THIS_FILE";
  std::string how = FindTool(dialect.tool).HowToApply();
  const std::size_t place = how.find(kPlace);
  // What is said behind it, of other clients, is no part of the command.
  how.replace(place, std::string::npos, file);
  if (dialect.tool == dialect::Tool::kMysql) how.replace(0, std::string_view("mysql").size(), ClientOf(dialect));
  return how;
}

std::string AssembleQuestions(const Questions& questions) {
  CHECK(questions.dialect != nullptr);
  const source::Buffers no_buffers;
  Input input;
  input.dialect = questions.dialect;
  input.buffers = &no_buffers;
  input.options.bookkeeping = questions.bookkeeping;
  const Context context(input);
  const Tool& tool = FindTool(questions.dialect->tool);
  ScriptText out;
  out.ShapeComments([&tool](std::string line) { return tool.ShapeComment(std::move(line)); });
  for (const std::string& line : questions.header) out.Line(line.empty() ? "--" : "-- " + OneLine(line));
  out.Line();
  WritePreamble(*questions.dialect, out);
  for (const Question& question : questions.questions) {
    out.Line();
    WriteQuestion(context, tool, question, out);
  }
  WriteEnd(*questions.dialect, out);
  return std::move(out).Finish();
}

}  // namespace migc::script
