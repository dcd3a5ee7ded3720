#include "emit/mssql/condition.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "migc/base/text.h"
#include "migc/emit/sql_text.h"

namespace migc::emit::mssql {
namespace {

using ir::Expr;
using ir::ExprKind;

Expr Make(ExprKind kind, std::string text, std::vector<Expr> operands = {}) {
  Expr expr;
  expr.kind = kind;
  expr.text = std::move(text);
  expr.operands = std::move(operands);
  return expr;
}

Expr Number(const std::string& digits) { return Make(ExprKind::kNumber, digits); }

Expr Equal(Expr left, Expr right) {
  Expr expr = Make(ExprKind::kBinary, "", {std::move(left), std::move(right)});
  expr.op = ir::BinaryOp::kEqual;
  return expr;
}

bool IsComparison(ir::BinaryOp op) {
  return op == ir::BinaryOp::kEqual || op == ir::BinaryOp::kNotEqual || op == ir::BinaryOp::kLess ||
         op == ir::BinaryOp::kLessEqual || op == ir::BinaryOp::kGreater || op == ir::BinaryOp::kGreaterEqual;
}

bool IsJunction(ir::BinaryOp op) { return op == ir::BinaryOp::kAnd || op == ir::BinaryOp::kOr; }

const Expr& WithoutParens(const Expr& expr) { return expr.kind == ExprKind::kParens ? WithoutParens(expr.operands.at(0)) : expr; }

bool IsPredicate(const Expr& outer) {
  const Expr& expr = WithoutParens(outer);
  return expr.kind == ExprKind::kNot || expr.kind == ExprKind::kIsNull || expr.kind == ExprKind::kIn ||
         expr.kind == ExprKind::kBetween || expr.kind == ExprKind::kLike ||
         (expr.kind == ExprKind::kBinary && (IsComparison(expr.op) || IsJunction(expr.op)));
}

Expr Cast(Expr operand, ir::TypeKind kind) {
  Expr cast = Make(ExprKind::kCast, "", {std::move(operand)});
  ir::Type type;
  type.kind = kind;
  cast.types.push_back(type);
  return cast;
}

// Unknown stays unknown; `is null` never is.
Expr TruthValue(const Expr& outer) {
  const Expr& predicate = WithoutParens(outer);
  Expr choice = Make(ExprKind::kCase, "", {AsCondition(predicate), Number("1")});
  if (predicate.kind == ExprKind::kIsNull) {
    choice.has_else = true;
    choice.operands.push_back(Number("0"));
  } else {
    choice.operands.push_back(Make(ExprKind::kNot, "", {AsCondition(predicate)}));
    choice.operands.push_back(Number("0"));
  }
  return Cast(std::move(choice), ir::TypeKind::kBoolean);
}

Expr CaseValue(Expr expr) {
  const std::size_t first = expr.has_operand ? 1 : 0;
  for (std::size_t i = 0; i < expr.operands.size(); ++i) {
    const bool last_else = expr.has_else && i + 1 == expr.operands.size();
    const bool when = i >= first && (i - first) % 2 == 0 && !last_else;
    expr.operands[i] = when && !expr.has_operand ? AsCondition(expr.operands[i]) : AsValue(expr.operands[i]);
  }
  return expr;
}

bool IsArithmetic(const Expr& expr) {
  return expr.kind == ExprKind::kBinary && !IsComparison(expr.op) && !IsJunction(expr.op) && expr.op != ir::BinaryOp::kConcat;
}

// `+` joins strings, and would add where one of them is a number.
Expr PartOfString(const Expr& operand) {
  const Expr& bare = WithoutParens(operand);
  if (bare.kind == ExprKind::kNumber || bare.kind == ExprKind::kNegate || IsArithmetic(bare)) {
    return Cast(AsValue(bare), ir::TypeKind::kText);
  }
  return AsValue(operand);
}

Expr LikePattern(const Expr& pattern) {
  Expr escaped = AsValue(pattern);
  if (escaped.kind != ExprKind::kString) return escaped;
  std::string text;
  for (const char c : escaped.text) text += c == '[' ? std::string("[[]") : std::string(1, c);
  escaped.text = std::move(text);
  return escaped;
}

bool IsConstant(const Expr& outer) {
  const Expr& expr = WithoutParens(outer);
  switch (expr.kind) {
    case ExprKind::kTrue:
    case ExprKind::kFalse:
    case ExprKind::kNumber:
    case ExprKind::kString:
    case ExprKind::kBytes:
    case ExprKind::kDate:
    case ExprKind::kTimestamp:
      return true;
    case ExprKind::kNegate:
    case ExprKind::kPlus:
      return expr.operands.at(0).kind == ExprKind::kNumber;
    case ExprKind::kCast:
      return IsConstant(expr.operands.at(0));
    case ExprKind::kNull:
    case ExprKind::kColumn:
    case ExprKind::kStar:
    case ExprKind::kFunction:
    case ExprKind::kCall:
    case ExprKind::kNot:
    case ExprKind::kBinary:
    case ExprKind::kIsNull:
    case ExprKind::kIn:
    case ExprKind::kBetween:
    case ExprKind::kLike:
    case ExprKind::kCase:
    case ExprKind::kParens:
    case ExprKind::kRawSql:
      return false;
  }
  return false;
}

bool IsColumn(const Expr& expr) { return WithoutParens(expr).kind == ExprKind::kColumn; }

}  // namespace

Expr ColumnExpr(const std::string& name) { return Make(ExprKind::kColumn, name); }
Expr StringExpr(const std::string& text) { return Make(ExprKind::kString, text); }

Expr AsValue(const Expr& expr) {
  if (IsPredicate(expr)) return TruthValue(expr);
  if (expr.kind == ExprKind::kCase) return CaseValue(expr);
  Expr value = expr;
  if (expr.kind == ExprKind::kBinary && expr.op == ir::BinaryOp::kConcat) {
    value.op = ir::BinaryOp::kAdd;
    for (Expr& operand : value.operands) operand = PartOfString(operand);
    return value;
  }
  for (Expr& operand : value.operands) operand = AsValue(operand);
  return value;
}

Expr AsCondition(const Expr& expr) {
  Expr condition = expr;
  switch (expr.kind) {
    case ExprKind::kParens:
      condition.operands.at(0) = AsCondition(expr.operands.at(0));
      return condition;
    case ExprKind::kNot: {
      const Expr& inner = WithoutParens(expr.operands.at(0));
      if (!IsPredicate(inner) && inner.kind != ExprKind::kRawSql) return Equal(AsValue(inner), Number("0"));
      condition.operands.at(0) = AsCondition(expr.operands.at(0));
      return condition;
    }
    case ExprKind::kBinary:
      if (!IsComparison(expr.op) && !IsJunction(expr.op)) break;
      for (Expr& operand : condition.operands) operand = IsJunction(expr.op) ? AsCondition(operand) : AsValue(operand);
      return condition;
    case ExprKind::kLike:
      condition.operands.at(0) = AsValue(expr.operands.at(0));
      condition.operands.at(1) = LikePattern(expr.operands.at(1));
      return condition;
    case ExprKind::kIsNull:
    case ExprKind::kIn:
    case ExprKind::kBetween:
      for (Expr& operand : condition.operands) operand = AsValue(operand);
      return condition;
    case ExprKind::kTrue:
      return Equal(Number("1"), Number("1"));
    case ExprKind::kFalse:
      return Equal(Number("1"), Number("0"));
    case ExprKind::kRawSql:
      return condition;
    case ExprKind::kNull:
    case ExprKind::kNumber:
    case ExprKind::kString:
    case ExprKind::kBytes:
    case ExprKind::kDate:
    case ExprKind::kTimestamp:
    case ExprKind::kColumn:
    case ExprKind::kStar:
    case ExprKind::kFunction:
    case ExprKind::kCall:
    case ExprKind::kNegate:
    case ExprKind::kPlus:
    case ExprKind::kCase:
    case ExprKind::kCast:
      break;
  }
  return Equal(AsValue(expr), Number("1"));
}

Expr Unqualified(Expr expr) {
  if (expr.kind == ExprKind::kColumn) expr.qualifier.clear();
  for (Expr& operand : expr.operands) operand = Unqualified(std::move(operand));
  return expr;
}

bool NamesColumn(const Expr& expr, const std::string& column, const dialect::Dialect& dialect) {
  if (expr.kind == ExprKind::kColumn && base::LowerAscii(expr.text) == base::LowerAscii(column)) return true;
  if (expr.kind == ExprKind::kRawSql && MentionsWord(expr.text, column, dialect)) return true;
  return std::any_of(expr.operands.begin(), expr.operands.end(),
                     [&](const Expr& operand) { return NamesColumn(operand, column, dialect); });
}

bool IsFilterPredicate(const Expr& outer) {
  const Expr& expr = WithoutParens(outer);
  if (expr.kind == ExprKind::kRawSql || IsColumn(expr)) return true;
  if (expr.kind == ExprKind::kNot) return IsColumn(expr.operands.at(0));
  if (expr.kind == ExprKind::kIsNull) return IsColumn(expr.operands.at(0));
  if (expr.kind == ExprKind::kIn) {
    return !expr.negated && IsColumn(expr.operands.at(0)) &&
           std::all_of(expr.operands.begin() + 1, expr.operands.end(), IsConstant);
  }
  if (expr.kind != ExprKind::kBinary) return false;
  if (expr.op == ir::BinaryOp::kAnd) return IsFilterPredicate(expr.operands.at(0)) && IsFilterPredicate(expr.operands.at(1));
  return IsComparison(expr.op) && IsColumn(expr.operands.at(0)) && IsConstant(expr.operands.at(1));
}

}  // namespace migc::emit::mssql
