#include <algorithm>

#include "migc/base/check.h"
#include "migc/emit/print.h"
#include "migc/emit/sql_text.h"

namespace migc::emit {
namespace {

void PrintInto(SqlWriter& out, const ir::Insert& insert) {
  out.Keyword("INSERT INTO").Name(insert.table);
  if (!insert.columns.empty()) PrintColumnList(out, insert.columns);
}

void PrintRow(SqlWriter& out, const std::vector<ir::Expr>& row, const Syntax& syntax) {
  out.Open();
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) out.Comma();
    PrintExpr(out, row[i], syntax);
  }
  out.Close();
}

}  // namespace

std::vector<std::string> PrintInsert(const ir::Insert& insert, const dialect::Dialect& dialect, const Syntax& syntax,
                                     std::size_t rows_per_statement) {
  CHECK(rows_per_statement > 0);
  std::vector<std::string> statements;
  if (insert.select) {
    for (SqlPart& part : SplitStatements(*insert.select, dialect.lexical).parts) {
      SqlWriter out(dialect);
      PrintInto(out, insert);
      out.NewLine().Raw(part.text);
      statements.push_back(out.Take());
    }
    return statements;
  }
  const std::size_t most = dialect.Has(dialect::Capability::kMultiRowInsert) ? rows_per_statement : 1;
  for (std::size_t begin = 0; begin < insert.rows.size(); begin += most) {
    const std::size_t end = std::min(begin + most, insert.rows.size());
    SqlWriter out(dialect);
    PrintInto(out, insert);
    out.Keyword("VALUES");
    out.Indent();
    for (std::size_t i = begin; i < end; ++i) {
      if (i > begin) out.Comma();
      if (end - begin > 1) out.NewLine();
      PrintRow(out, insert.rows[i], syntax);
    }
    statements.push_back(out.Take());
  }
  return statements;
}

void PrintUpdate(SqlWriter& out, const ir::Update& update, const Syntax& syntax) {
  out.Keyword("UPDATE").Name(update.table).Keyword("SET");
  for (std::size_t i = 0; i < update.assignments.size(); ++i) {
    if (i > 0) out.Comma();
    out.Name(update.assignments[i].column.text).Keyword("=");
    PrintExpr(out, update.assignments[i].value, syntax);
  }
  if (update.where) {
    out.Keyword("WHERE");
    PrintExpr(out, *update.where, syntax);
  }
}

void PrintDelete(SqlWriter& out, const ir::Delete& statement, const Syntax& syntax) {
  out.Keyword("DELETE FROM").Name(statement.table);
  if (statement.where) {
    out.Keyword("WHERE");
    PrintExpr(out, *statement.where, syntax);
  }
}

std::vector<std::string> SplitSql(std::string_view sql, const dialect::Dialect& dialect) {
  std::vector<std::string> statements;
  for (SqlPart& part : SplitStatements(sql, dialect.lexical).parts) statements.push_back(std::move(part.text));
  return statements;
}

std::vector<Statement> SplitSqlStatements(std::string_view sql, const dialect::Dialect& dialect) {
  std::vector<Statement> statements;
  for (SqlPart& part : SplitStatements(sql, dialect.lexical).parts) {
    Statement statement;
    statement.kind = part.holds_statements ? StatementKind::kBody : StatementKind::kSql;
    statement.sql = std::move(part.text);
    statements.push_back(std::move(statement));
  }
  return statements;
}

}  // namespace migc::emit
