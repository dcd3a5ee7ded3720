#include <fmt/format.h>

#include "migc/base/text.h"
#include "migc/ir/expr.h"
#include "migc/ir/spelling.h"

namespace migc::ir {
namespace {

// How tightly an expression holds together; an operand that holds less tightly than its place asks for gets parentheses.
enum Precedence { kLowest, kOrLevel, kAndLevel, kNotLevel, kComparison, kConcatenation, kSum, kProduct, kSign, kAtom };

Precedence PrecedenceOf(BinaryOp op) {
  switch (op) {
    case BinaryOp::kOr:
      return kOrLevel;
    case BinaryOp::kAnd:
      return kAndLevel;
    case BinaryOp::kEqual:
    case BinaryOp::kNotEqual:
    case BinaryOp::kLess:
    case BinaryOp::kLessEqual:
    case BinaryOp::kGreater:
    case BinaryOp::kGreaterEqual:
      return kComparison;
    case BinaryOp::kConcat:
      return kConcatenation;
    case BinaryOp::kAdd:
    case BinaryOp::kSubtract:
      return kSum;
    case BinaryOp::kMultiply:
    case BinaryOp::kDivide:
    case BinaryOp::kModulo:
      return kProduct;
  }
  return kLowest;
}

Precedence PrecedenceOf(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::kBinary:
      return PrecedenceOf(expr.op);
    case ExprKind::kNot:
      return kNotLevel;
    case ExprKind::kIsNull:
    case ExprKind::kIn:
    case ExprKind::kBetween:
    case ExprKind::kLike:
      return kComparison;
    case ExprKind::kNegate:
    case ExprKind::kPlus:
      return kSign;
    case ExprKind::kNull:
    case ExprKind::kTrue:
    case ExprKind::kFalse:
    case ExprKind::kNumber:
    case ExprKind::kString:
    case ExprKind::kBytes:
    case ExprKind::kDate:
    case ExprKind::kTimestamp:
    case ExprKind::kColumn:
    case ExprKind::kStar:
    case ExprKind::kFunction:
    case ExprKind::kCall:
    case ExprKind::kCase:
    case ExprKind::kCast:
    case ExprKind::kParens:
    case ExprKind::kRawSql:
      return kAtom;
  }
  return kAtom;
}

std::string Operand(const Expr& expr, Precedence wanted) {
  return PrecedenceOf(expr) < wanted ? "(" + Describe(expr) + ")" : Describe(expr);
}

std::string Operands(const Expr& expr, std::size_t first) {
  std::vector<std::string> parts;
  for (std::size_t i = first; i < expr.operands.size(); ++i) parts.push_back(Describe(expr.operands[i]));
  return base::Join(parts, ", ");
}

std::string Qualified(const Expr& expr) {
  return (expr.qualifier.empty() ? "" : SpellName(expr.qualifier) + ".") + SpellName(expr.text);
}

std::string DescribeFunction(const Expr& expr) {
  const bool bare = expr.function == Function::kCurrentDate || expr.function == Function::kCurrentTimestamp;
  return bare ? std::string(NameOf(expr.function)) : fmt::format("{}({})", NameOf(expr.function), Operands(expr, 0));
}

std::string DescribeBinary(const Expr& expr) {
  const Precedence own = PrecedenceOf(expr.op);
  // Operators group to the left, but `a < b < c` is nothing that anybody means: both sides of a comparison must hold tighter.
  Precedence left = own == kComparison ? kConcatenation : own;
  auto right = static_cast<Precedence>(own + 1);
  if (own == kConcatenation) {
    // Dialects disagree on how || and + bind, so the two are never mixed without parentheses.
    const Expr& first = expr.operands[0];
    left = first.kind == ExprKind::kBinary && first.op == BinaryOp::kConcat ? own : kSign;
    right = kSign;
  }
  return fmt::format("{} {} {}", Operand(expr.operands[0], left), SymbolOf(expr.op), Operand(expr.operands[1], right));
}

std::string DescribePredicate(const Expr& expr) {
  const std::string subject = Operand(expr.operands[0], kConcatenation);
  const char* negation = expr.negated ? "not " : "";
  if (expr.kind == ExprKind::kIsNull) return fmt::format("{} is {}null", subject, negation);
  if (expr.kind == ExprKind::kIn) return fmt::format("{} {}in ({})", subject, negation, Operands(expr, 1));
  const std::string second = Operand(expr.operands[1], kConcatenation);
  if (expr.kind == ExprKind::kLike) return fmt::format("{} {}like {}", subject, negation, second);
  return fmt::format("{} {}between {} and {}", subject, negation, second, Operand(expr.operands[2], kConcatenation));
}

std::string DescribeCase(const Expr& expr) {
  std::string out = "case";
  std::size_t next = 0;
  if (expr.has_operand) out += " " + Describe(expr.operands[next++]);
  const std::size_t pairs_end = expr.operands.size() - (expr.has_else ? 1 : 0);
  for (; next + 1 < pairs_end; next += 2) {
    out += fmt::format(" when {} then {}", Describe(expr.operands[next]), Describe(expr.operands[next + 1]));
  }
  if (expr.has_else) out += " else " + Describe(expr.operands.back());
  return out + " end";
}

}  // namespace

std::string Describe(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::kNull:
      return "null";
    case ExprKind::kTrue:
      return "true";
    case ExprKind::kFalse:
      return "false";
    case ExprKind::kNumber:
      return expr.text;
    case ExprKind::kString:
      return SpellString(expr.text);
    case ExprKind::kBytes:
      return "x'" + expr.text + "'";
    case ExprKind::kDate:
      return "date '" + expr.text + "'";
    case ExprKind::kTimestamp:
      return "timestamp '" + expr.text + "'";
    case ExprKind::kColumn:
      return Qualified(expr);
    case ExprKind::kStar:
      return "*";
    case ExprKind::kFunction:
      return DescribeFunction(expr);
    case ExprKind::kCall:
      // A word before a parenthesis is a function, whatever else it could be.
      return fmt::format("{}{}({})", expr.qualifier.empty() ? "" : SpellName(expr.qualifier) + ".", expr.text, Operands(expr, 0));
    case ExprKind::kNegate:
      // Two signs in a row would be read as a comment.
      return "-" + Operand(expr.operands[0], kAtom);
    case ExprKind::kPlus:
      return "+" + Operand(expr.operands[0], kAtom);
    case ExprKind::kNot:
      return "not " + Operand(expr.operands[0], kNotLevel);
    case ExprKind::kBinary:
      return DescribeBinary(expr);
    case ExprKind::kIsNull:
    case ExprKind::kIn:
    case ExprKind::kBetween:
    case ExprKind::kLike:
      return DescribePredicate(expr);
    case ExprKind::kCase:
      return DescribeCase(expr);
    case ExprKind::kCast:
      return fmt::format("cast({} as {})", Describe(expr.operands[0]), Describe(expr.types[0]));
    case ExprKind::kParens:
      return "(" + Describe(expr.operands[0]) + ")";
    case ExprKind::kRawSql:
      return "sql " + SpellRawSql(expr.text);
  }
  return "";
}

}  // namespace migc::ir
