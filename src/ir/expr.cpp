#include "migc/ir/expr.h"

#include <algorithm>

namespace migc::ir {
namespace {

void CollectColumns(const Expr& expr, std::vector<Identifier>& columns) {
  if (expr.kind == ExprKind::kColumn) {
    const auto same = [&](const Identifier& column) { return column.text == expr.text; };
    if (std::none_of(columns.begin(), columns.end(), same)) columns.emplace_back(expr.text, expr.origin);
  }
  for (const Expr& operand : expr.operands) CollectColumns(operand, columns);
}

}  // namespace

std::string_view SymbolOf(BinaryOp op) {
  switch (op) {
    case BinaryOp::kAdd:
      return "+";
    case BinaryOp::kSubtract:
      return "-";
    case BinaryOp::kMultiply:
      return "*";
    case BinaryOp::kDivide:
      return "/";
    case BinaryOp::kModulo:
      return "%";
    case BinaryOp::kConcat:
      return "||";
    case BinaryOp::kEqual:
      return "=";
    case BinaryOp::kNotEqual:
      return "<>";
    case BinaryOp::kLess:
      return "<";
    case BinaryOp::kLessEqual:
      return "<=";
    case BinaryOp::kGreater:
      return ">";
    case BinaryOp::kGreaterEqual:
      return ">=";
    case BinaryOp::kAnd:
      return "and";
    case BinaryOp::kOr:
      return "or";
  }
  return "";
}

std::string_view NameOf(Function function) {
  switch (function) {
    case Function::kNow:
      return "now";
    case Function::kCurrentDate:
      return "current_date";
    case Function::kCurrentTimestamp:
      return "current_timestamp";
    case Function::kUuid:
      return "uuid";
    case Function::kLength:
      return "length";
    case Function::kLower:
      return "lower";
    case Function::kUpper:
      return "upper";
    case Function::kCoalesce:
      return "coalesce";
    case Function::kSubstring:
      return "substring";
  }
  return "";
}

std::vector<Identifier> ColumnsOf(const Expr& expr) {
  std::vector<Identifier> columns;
  CollectColumns(expr, columns);
  return columns;
}

bool HasRawSql(const Expr& expr) {
  return expr.kind == ExprKind::kRawSql || std::any_of(expr.operands.begin(), expr.operands.end(), HasRawSql);
}

void RenameColumn(Expr& expr, const std::string& from, const std::string& to) {
  if (expr.kind == ExprKind::kColumn && expr.text == from) expr.text = to;
  for (Expr& operand : expr.operands) RenameColumn(operand, from, to);
}

}  // namespace migc::ir
