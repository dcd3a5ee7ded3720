#include "script/sqlplus_steps.h"

#include <fmt/format.h>

#include "migc/emit/plsql.h"
#include "script/sqlplus_blocks.h"
#include "script/sqlplus_lexis.h"

namespace migc::script::sqlplus {
namespace {

// `UPDATE … WHERE version_num = 'a'`, never touching a row that is not there.
std::string RowStatement(const Context& context, const graph::RowChange& row) {
  const std::string from = context.Literal(row.from);
  const std::string to = context.Literal(row.to);
  switch (row.action) {
    case graph::RowAction::kInsert:
      return fmt::format(
          "INSERT INTO {0} (version_num) SELECT {1} FROM dual WHERE NOT EXISTS (SELECT 1 FROM {0} WHERE version_num = {1})",
          context.version_table, to);
    case graph::RowAction::kUpdate:
      return fmt::format("UPDATE {} SET version_num = {} WHERE version_num = {}", context.version_table, to, from);
    case graph::RowAction::kDelete:
      return fmt::format("DELETE FROM {} WHERE version_num = {}", context.version_table, from);
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

}  // namespace

bool IsRecorded(const emit::Statement& statement) {
  switch (statement.kind) {
    case emit::StatementKind::kNote:
      return false;
    case emit::StatementKind::kRequire:
    case emit::StatementKind::kBody:
      return true;
    case emit::StatementKind::kSql:
      break;
  }
  const SqlplusKind kind = SqlplusKindOf(statement.sql);
  return kind != SqlplusKind::kQuery && kind != SqlplusKind::kSession;
}

std::size_t StepOf(const NumberedStatement& statement) {
  return static_cast<std::size_t>(&statement.statement - statement.revision.sql.statements.data()) + 1;
}

std::string RowBlock(const Context& context, const RevisionPart& revision, const graph::RowChange& row,
                     std::string_view indentation) {
  return fmt::format(
      "{0}{1};\n"
      "{0}IF SQL%ROWCOUNT <> 1 THEN\n"
      "{0}  {2}\n"
      "{0}END IF;\n",
      indentation, RowStatement(context, row), Raise(emit::PlSqlString(RowFailure(context, revision, row))));
}

}  // namespace migc::script::sqlplus
