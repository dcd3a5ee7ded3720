// Scripts for SQL*Plus, the client of Oracle. DDL commits there, so a failure leaves the statements before it; every statement is
// therefore a step that is written down in a ledger, and the same script goes on at the first step that was not done. All of it
// runs in PL/SQL blocks: SQL*Plus cuts SQL at lines that end in `;`, but a block only at a line of `/`.
#include <fmt/format.h>

#include <algorithm>

#include "migc/base/hash.h"
#include "migc/base/text.h"
#include "migc/emit/plsql.h"
#include "migc/emit/sql_text.h"
#include "migc/emit/sql_writer.h"
#include "script/sqlplus_abort.h"
#include "script/sqlplus_blocks.h"
#include "script/sqlplus_lexis.h"
#include "script/sqlplus_steps.h"
#include "script/tool.h"

namespace migc::script {
namespace {

using sqlplus::RowBlock;
using sqlplus::StepOf;

void WriteBlock(std::string_view block, ScriptText& out) {
  out.Line(block);
  out.Line("/");
}

// From 1, or 0 for a stamp, which runs no revision of the script.
std::size_t PositionOf(const Context& context, const RevisionPart& revision) {
  const std::vector<RevisionPart>& all = context.input.revisions;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (&all[i] == &revision && context.input.purpose == Purpose::kMove) return i + 1;
  }
  return 0;
}

bool IsAscii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// True when something that reaches the database has characters that the client's character set must not change.
bool HasOtherCharacters(const RevisionPart& revision) {
  return !IsAscii(revision.message) || std::ranges::any_of(revision.sql.statements, [](const emit::Statement& statement) {
    return !IsAscii(statement.sql) || !IsAscii(statement.message);
  });
}
bool HasOtherCharacters(const Input& input) {
  if (std::ranges::any_of(input.revisions, [](const RevisionPart& revision) { return HasOtherCharacters(revision); })) return true;
  return input.abort &&
         std::ranges::any_of(input.abort->revisions, [](const Undoing& undoing) { return HasOtherCharacters(undoing.upgrade); });
}

class SqlplusTool final : public Tool {
 public:
  std::string HowToApply() const override { return "NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE @THIS_FILE"; }

  std::vector<std::string> Locks(const Context& /*context*/) const override {
    return {"a lock of DBMS_LOCK while it runs, where the user may take one, so that one script of migc runs at a time",
            "of tables, what each statement needs, while it runs"};
  }

  std::string ShapeComment(std::string line) const override { return SqlplusLine(std::move(line)); }

  void WritePreamble(const Context& context, ScriptText& out) const override {
    // FAILURE and not SQL.SQLCODE, of which a system keeps the last byte: ORA-01536 would be a success.
    out.Line("WHENEVER OSERROR EXIT FAILURE ROLLBACK");
    out.Line("WHENEVER SQLERROR EXIT FAILURE ROLLBACK");
    for (const std::string_view setting :
         {"DEFINE OFF", "SQLBLANKLINES ON", "SQLTERMINATOR ON", "ESCAPE OFF", "AUTOCOMMIT OFF", "ECHO OFF", "FEEDBACK OFF",
          "HEADING OFF", "LINESIZE 1000", "TRIMOUT ON", "SERVEROUTPUT ON"}) {
      out.Line(fmt::format("SET {}", setting));
    }
    out.Line("VARIABLE migc_applied NUMBER");
    out.Line("VARIABLE migc_step VARCHAR2(4000)");
    if (context.input.abort) sqlplus::WriteAbortVariables(context, out);
    out.Line();
    WriteBlock(sqlplus::SessionBlock(), out);
    WriteTimeouts(context, out);
    out.Line();
    if (context.input.purpose != Purpose::kMove || context.input.revisions.empty()) return;
    out.Line(
        "-- How a step runs: once, whatever becomes of the script. It is called with a revision, the number of a step, the "
        "SHA-256");
    out.Line("-- of its statement, the statement, and a query that tells whether the statement has had its effect.");
    WriteBlock(fmt::format("BEGIN\n  :migc_step := {};\nEND;", emit::QuoteForPlSql(sqlplus::StepBlock())), out);
    out.Line();
  }

  // "DDL_LOCK_TIMEOUT", Database Reference: in whole seconds.
  void WriteTimeouts(const Context& context, ScriptText& out) const override {
    if (const auto& timeout = context.input.options.lock_timeout_ms) {
      out.Line(fmt::format("ALTER SESSION SET DDL_LOCK_TIMEOUT = {};", std::max<std::uint32_t>(1, (*timeout + 999) / 1000)));
    }
  }

  void WriteLock(const Context& context, ScriptText& out) const override {
    out.Line("-- One script of migc at a time. The lock goes with the session, however that ends.");
    WriteBlock(sqlplus::LockBlock(context), out);
    out.Line();
  }

  void WriteGuards(const Context& context, ScriptText& out) const override {
    out.Line("-- Guards: when one of them stops the script, nothing was changed.");
    WriteBlock(sqlplus::ServerGuards(context, HasOtherCharacters(context.input)), out);
    if (ChecksRows(context.input)) {
      const bool needs_history = WritesHistory(context.input) && !MakesBookkeeping(context.input);
      const sqlplus::RowsGuard guard = sqlplus::RowsGuardOf(context, needs_history);
      out.Line(guard.before);
      if (guard.asks_digest) out.DigestLine("      IF made_by <> '", 64, "' THEN");
      WriteBlock(guard.after, out);
      if (context.input.abort) sqlplus::WriteAbortGuard(context, out);
    }
    out.Line();
  }

  // The ledger is needed by every script that runs a step.
  void WriteGuardsEnd(const Context& context, ScriptText& out) const override {
    if (context.input.purpose != Purpose::kMove || context.input.revisions.empty()) return;
    WriteBlock(sqlplus::MakeTables(context, {sqlplus::StepTable()}), out);
    if (context.input.abort) sqlplus::WriteAbortChange(context, out);
    out.Line();
  }

  void WriteProgress(std::string_view message, ScriptText& out) const override {
    out.Line(SqlplusLine("PROMPT " + OneLine(message)));
  }

  void WriteBegin(const Context& context, const Transaction& transaction, ScriptText& out) const override {
    if (!transaction.makes_bookkeeping) return;
    out.Line("-- Bookkeeping: the revisions that this database is at, and what was done when.");
    std::vector<sqlplus::TableText> tables = {sqlplus::VersionTable(context)};
    if (context.input.options.bookkeeping.history) tables.push_back(sqlplus::HistoryTable(context));
    WriteBlock(sqlplus::MakeTables(context, tables), out);
    out.Line();
  }

  void WriteCommit(const Context& /*context*/, const Transaction& /*transaction*/, ScriptText& out) const override {
    out.Line("COMMIT;");
    out.Line();
  }

  void WriteStatement(const Context& context, const NumberedStatement& statement, ScriptText& out) const override {
    const std::string& sql = statement.statement.sql;
    const SqlplusKind kind = SqlplusKindOf(sql);
    if (kind == SqlplusKind::kQuery && context.input.abort) {
      sqlplus::WriteAbortQuery(context, statement, PositionOf(context, statement.revision), out);
    } else if (kind == SqlplusKind::kQuery) {
      out.Line(sql);
      out.Line("/");
    } else if (kind == SqlplusKind::kSession) {
      WriteBlock(fmt::format("BEGIN\n  EXECUTE IMMEDIATE {};\nEND;", emit::PlSqlText(sql)), out);
    } else {
      // What is not committed is not done: a row that says `started` is then of a run that came to nothing.
      const std::string probe =
          statement.statement.probe.empty() && kind == SqlplusKind::kData ? "SELECT 0 FROM dual" : statement.statement.probe;
      WriteBlock(fmt::format("BEGIN\n"
                             "  IF :migc_applied < {} THEN\n"
                             "    EXECUTE IMMEDIATE :migc_step USING {}, {}, '{}',\n"
                             "{},\n"
                             "{};\n"
                             "  END IF;\n"
                             "END;",
                             PositionOf(context, statement.revision), context.Literal(statement.revision.id), StepOf(statement),
                             base::Sha256(sql), emit::PlSqlText(sql), emit::PlSqlText(probe)),
                 out);
    }
    out.Line();
  }

  void WritePlain(const Context& /*context*/, const NumberedStatement& statement, ScriptText& out) const override {
    out.Line(statement.statement.sql);
    out.Line("/");
  }

  void WriteRequire(const Context& context, const NumberedStatement& statement, ScriptText& out) const override {
    const std::string place =
        fmt::format(" (required by {}, in revision {})", PlaceOf(context, statement), OneLine(statement.revision.id));
    const std::string message = std::string(base::ClipUtf8(OneLine(statement.statement.message), 1500)) + place;
    WriteBlock(sqlplus::RequireBlock(context, PositionOf(context, statement.revision), statement.revision.id, StepOf(statement),
                                     base::Sha256(statement.statement.sql), statement.statement.sql, message),
               out);
    out.Line();
  }

  void WriteVersionRows(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    const std::size_t position = PositionOf(context, revision);
    const std::string_view indentation = position > 0 ? "    " : "  ";
    std::string body;
    for (const graph::RowChange& row : revision.step.rows) {
      body += RowBlock(context, revision, row, indentation);
    }
    if (position > 0) {
      body +=
          fmt::format("{}DELETE FROM {} WHERE revision = {};\n", indentation, sqlplus::kStepTable, context.Literal(revision.id));
      body = fmt::format("  IF :migc_applied < {} THEN\n{}  END IF;\n", position, body);
    }
    if (body.empty()) return;
    WriteBlock(fmt::format("BEGIN\n{}END;", body), out);
  }

  void WriteHistory(const Context& context, const RevisionPart& revision, ScriptText& out) const override {
    const std::size_t position = PositionOf(context, revision);
    out.Line("BEGIN");
    if (position > 0) out.Line(fmt::format("  IF :migc_applied < {} THEN", position));
    out.Line(fmt::format("    INSERT INTO {} (revision, direction, message, source_sha256, script_sha256)", context.history_table));
    out.Line(fmt::format("    VALUES ({}, {},", context.Literal(revision.id), context.Literal(HistoryWord(context, revision))));
    out.Line(fmt::format("      {},", emit::PlSqlString(base::ClipUtf8(revision.message, 1000))));
    out.DigestLine(fmt::format("      {}, '", context.Literal(revision.sha256)), 64, "');");
    if (position > 0) out.Line("  END IF;");
    WriteBlock("END;", out);
  }

  void WriteReceipt(const Context& /*context*/, const std::string& before, const std::string& after,
                    ScriptText& out) const override {
    out.DigestLine("SELECT '" + before, 12, after + "' AS receipt FROM dual;");
  }

  void WriteEnd(const Context& context, ScriptText& out) const override {
    WriteBlock(sqlplus::UnlockBlock(context), out);
    out.Line();
  }

  void Check(const dialect::Dialect& /*dialect*/, const NumberedStatement& statement, diag::Sink& sink) const override {
    if (const std::string parameter = ParameterOf(statement.statement); !parameter.empty()) {
      sink.Report(diag::Make(diag::Kind::kToolTakesCommand, SpanOf(statement.statement), "SQL*Plus",
                             "the bind variable " + parameter + ", which has no value")
                      .WithHelp("write the value itself, or a ${placeholder} that is declared in migc.yaml"));
      return;
    }
    // Everything else is text inside PL/SQL, which can say anything.
    const bool query = SqlplusKindOf(statement.statement.sql) == SqlplusKind::kQuery;
    if (!query || statement.statement.kind == emit::StatementKind::kRequire) return;
    const std::string_view fault = SqlplusFault(statement.statement.sql);
    if (fault.empty()) return;
    sink.Report(diag::Make(diag::Kind::kToolDoesNotEnd, SpanOf(statement.statement), "SQL*Plus", fault)
                    .WithHelp("write that line in another way"));
  }

 private:
  // `:name` outside strings: an error of SQL*Plus (SP2-0552), which does not stop the script. In PL/SQL it is :NEW and :OLD.
  static std::string ParameterOf(const emit::Statement& statement) {
    if (statement.kind == emit::StatementKind::kBody) return {};
    dialect::Lexical lexical;
    lexical.q_quotes = true;
    const std::vector<emit::Token> tokens = emit::Tokenize(statement.sql, lexical).tokens;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
      const bool colon = tokens[i].kind == emit::TokenKind::kSymbol && statement.sql[tokens[i].begin] == ':';
      if (!colon || tokens[i + 1].kind != emit::TokenKind::kWord || tokens[i + 1].begin != tokens[i].end) continue;
      return statement.sql.substr(tokens[i].begin, tokens[i + 1].end - tokens[i].begin);
    }
    return {};
  }
};

}  // namespace

const Tool& Sqlplus() {
  static const SqlplusTool tool;
  return tool;
}

}  // namespace migc::script
