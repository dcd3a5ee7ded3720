#include "emit/sqlite/print_table.h"

#include "emit/sqlite/syntax.h"
#include "migc/base/text.h"

namespace migc::emit::sqlite {
namespace {

bool IsSignedNumber(const ir::Expr& expr) {
  const bool sign = expr.kind == ir::ExprKind::kNegate || expr.kind == ir::ExprKind::kPlus;
  return sign && expr.operands.size() == 1 && expr.operands.front().kind == ir::ExprKind::kNumber;
}

void PrintDefault(SqlWriter& out, const ir::Column& column) {
  const ir::Expr& value = *column.default_value;
  out.Keyword("DEFAULT");
  const bool truth = value.kind == ir::ExprKind::kTrue || value.kind == ir::ExprKind::kFalse;
  if (truth && column.type.kind == ir::TypeKind::kBoolean && column.type.native.empty()) {
    // As SQLAlchemy writes it, so that a schema taken over from Alembic compares equal. The affinity of BOOLEAN is NUMERIC, which
    // makes the number 1 of '1'.
    out.String(value.kind == ir::ExprKind::kTrue ? "1" : "0");
  } else if (IsBareDefault(value)) {
    PrintExpr(out, value, SqliteSyntax());
  } else {
    PrintInParens(out, value, SqliteSyntax());
  }
}

// `CONSTRAINT n REFERENCES …` behind a column; the other kinds read there as they do behind the columns.
void PrintColumnConstraint(SqlWriter& out, const ir::Constraint& constraint, bool autoincrement) {
  const auto* reference = std::get_if<ir::ForeignKey>(&constraint.body);
  const bool key = std::holds_alternative<ir::PrimaryKey>(constraint.body);
  if (reference == nullptr && !key) return PrintConstraint(out, constraint, SqliteSyntax());
  if (!constraint.name.empty()) out.Keyword("CONSTRAINT").Name(constraint.name.text);
  if (reference != nullptr) {
    PrintReferences(out, *reference);
  } else {
    out.Keyword(autoincrement ? "PRIMARY KEY AUTOINCREMENT" : "PRIMARY KEY");
  }
}

void PrintUnqualified(SqlWriter& out, ir::Expr expr, const std::string& table) {
  DropQualifier(expr, table);
  PrintExpr(out, expr, SqliteSyntax());
}

void PrintKey(SqlWriter& out, const ir::IndexKey& key, const std::string& table) {
  PrintUnqualified(out, key.expr, table);
  if (key.collation) out.Keyword("COLLATE").Name(*key.collation);
  switch (key.order) {
    case ir::SortOrder::kUnspecified:
      break;
    case ir::SortOrder::kAscending:
      out.Keyword("ASC");
      break;
    case ir::SortOrder::kDescending:
      out.Keyword("DESC");
      break;
  }
}

}  // namespace

bool IsBareDefault(const ir::Expr& expr) {
  if (IsSignedNumber(expr) || IsConstantDefault(expr)) return true;
  return expr.kind == ir::ExprKind::kFunction &&
         (expr.function == ir::Function::kNow || expr.function == ir::Function::kCurrentDate ||
          expr.function == ir::Function::kCurrentTimestamp);
}

bool IsConstantDefault(const ir::Expr& expr) {
  switch (expr.kind) {
    case ir::ExprKind::kNull:
    case ir::ExprKind::kTrue:
    case ir::ExprKind::kFalse:
    case ir::ExprKind::kNumber:
    case ir::ExprKind::kString:
    case ir::ExprKind::kBytes:
    case ir::ExprKind::kDate:
    case ir::ExprKind::kTimestamp:
      return true;
    case ir::ExprKind::kNegate:
    case ir::ExprKind::kPlus:
      return IsSignedNumber(expr);
    case ir::ExprKind::kColumn:
    case ir::ExprKind::kStar:
    case ir::ExprKind::kFunction:
    case ir::ExprKind::kCall:
    case ir::ExprKind::kNot:
    case ir::ExprKind::kBinary:
    case ir::ExprKind::kIsNull:
    case ir::ExprKind::kIn:
    case ir::ExprKind::kBetween:
    case ir::ExprKind::kLike:
    case ir::ExprKind::kCase:
    case ir::ExprKind::kCast:
    case ir::ExprKind::kParens:
    case ir::ExprKind::kRawSql:
      return false;
  }
  return false;
}

void PrintColumn(SqlWriter& out, const ColumnForm& form) {
  const ir::Column& column = form.column;
  out.Name(column.name.text);
  PrintType(out, column.type, SqliteSyntax(), {}, {});
  if (column.collation) out.Keyword("COLLATE").Name(*column.collation);
  if (column.not_null) out.Keyword("NOT NULL");
  if (column.default_value) PrintDefault(out, column);
  if (column.generated) {
    out.Keyword("GENERATED ALWAYS AS");
    PrintInParens(out, column.generated->expr, SqliteSyntax());
    if (column.generated->storage != ir::Storage::kUnspecified) {
      out.Keyword(column.generated->storage == ir::Storage::kStored ? "STORED" : "VIRTUAL");
    }
  }
  for (const ir::Constraint& constraint : form.constraints) PrintColumnConstraint(out, constraint, form.autoincrement);
}

std::string PrintCreateTable(const TableForm& form, const std::string& name, bool if_not_exists, const dialect::Dialect& dialect) {
  SqlWriter out(dialect);
  out.Keyword(if_not_exists ? "CREATE TABLE IF NOT EXISTS" : "CREATE TABLE").Name(name).Open();
  out.Indent();
  bool first = true;
  const auto next = [&] {
    if (!first) out.Comma();
    first = false;
    out.NewLine();
  };
  for (const ColumnForm& column : form.columns) {
    next();
    PrintColumn(out, column);
  }
  for (const ir::Constraint& constraint : form.constraints) {
    next();
    PrintConstraint(out, constraint, SqliteSyntax());
  }
  out.Dedent();
  out.NewLine().Close();
  for (std::size_t i = 0; i < form.options.size(); ++i) {
    if (i > 0) out.Comma();
    out.Raw(form.options[i]);
  }
  return out.Take();
}

std::string PrintCreateIndex(const ir::Index& index, const std::string& table, bool if_not_exists,
                             const dialect::Dialect& dialect) {
  SqlWriter out(dialect);
  out.Keyword(index.unique ? "CREATE UNIQUE INDEX" : "CREATE INDEX");
  if (if_not_exists) out.Keyword("IF NOT EXISTS");
  out.Name(index.name.text).Keyword("ON").Name(table).Open();
  for (std::size_t i = 0; i < index.keys.size(); ++i) {
    if (i > 0) out.Comma();
    PrintKey(out, index.keys[i], table);
  }
  out.Close();
  if (index.where) {
    out.Keyword("WHERE");
    PrintUnqualified(out, *index.where, table);
  }
  return out.Take();
}

}  // namespace migc::emit::sqlite
