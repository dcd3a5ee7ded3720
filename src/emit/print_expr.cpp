#include "migc/base/check.h"
#include "migc/emit/print.h"

namespace migc::emit {
namespace {

using ir::Expr;
using ir::ExprKind;

// How tightly an expression holds together. The dialects rank `||`, NOT and the predicates differently, so those never stand bare
// inside each other: levels that may mix are only those that every dialect ranks alike.
enum class Level : std::uint8_t { kOr, kAnd, kNot, kPredicate, kConcat, kSum, kProduct, kSign, kPrimary };

Level LevelOf(ir::BinaryOp op) {
  switch (op) {
    case ir::BinaryOp::kOr:
      return Level::kOr;
    case ir::BinaryOp::kAnd:
      return Level::kAnd;
    case ir::BinaryOp::kEqual:
    case ir::BinaryOp::kNotEqual:
    case ir::BinaryOp::kLess:
    case ir::BinaryOp::kLessEqual:
    case ir::BinaryOp::kGreater:
    case ir::BinaryOp::kGreaterEqual:
      return Level::kPredicate;
    case ir::BinaryOp::kConcat:
      return Level::kConcat;
    case ir::BinaryOp::kAdd:
    case ir::BinaryOp::kSubtract:
      return Level::kSum;
    case ir::BinaryOp::kMultiply:
    case ir::BinaryOp::kDivide:
    case ir::BinaryOp::kModulo:
      return Level::kProduct;
  }
  CHECK(false && "a binary operator");
}

Level LevelOf(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::kBinary:
      return LevelOf(expr.op);
    case ExprKind::kNot:
      return Level::kNot;
    case ExprKind::kIsNull:
    case ExprKind::kIn:
    case ExprKind::kBetween:
    case ExprKind::kLike:
      return Level::kPredicate;
    case ExprKind::kNegate:
    case ExprKind::kPlus:
      return Level::kSign;
    case ExprKind::kRawSql:
      return Level::kOr;  // nobody knows what is in it
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
      return Level::kPrimary;
  }
  CHECK(false && "an expression kind");
}

Level Above(Level level) { return static_cast<Level>(static_cast<int>(level) + 1); }

// `expr` where at least `level` is wanted.
void PrintAt(SqlWriter& out, const Expr& expr, Level level, const Syntax& syntax) {
  if (LevelOf(expr) >= level) return PrintExpr(out, expr, syntax);
  out.Open();
  PrintExpr(out, expr, syntax);
  out.Close();
}

// The level that the operands of a binary operator need. AND binds tighter than OR, and products tighter than sums, everywhere;
// next to `||` and to a predicate an operand of another rank gets parentheses.
Level LeftLevel(ir::BinaryOp op) {
  const Level level = LevelOf(op);
  if (level == Level::kPredicate) return Level::kSum;
  return level;
}

Level RightLevel(ir::BinaryOp op) {
  const Level level = LevelOf(op);
  if (level == Level::kPredicate) return Level::kSum;
  // a AND (b AND c) is a AND b AND c; a - (b - c) is not a - b - c.
  return level == Level::kOr || level == Level::kAnd ? level : Above(level);
}

bool IsConcat(const Expr& expr) { return expr.kind == ExprKind::kBinary && expr.op == ir::BinaryOp::kConcat; }

// An operand of a predicate: `a || b = c` reads the same everywhere (a predicate is weaker than both).
void PrintPredicateOperand(SqlWriter& out, const Expr& expr, const Syntax& syntax) {
  PrintAt(out, expr, IsConcat(expr) ? Level::kConcat : Level::kSum, syntax);
}

void PrintBinaryOperand(SqlWriter& out, const Expr& expr, ir::BinaryOp op, Level level, const Syntax& syntax) {
  if (LevelOf(op) == Level::kPredicate) return PrintPredicateOperand(out, expr, syntax);
  // SQLite ranks || above *, PostgreSQL below +: whatever is arithmetic in it gets parentheses.
  if (op == ir::BinaryOp::kConcat) return PrintAt(out, expr, IsConcat(expr) ? level : Level::kSign, syntax);
  PrintAt(out, expr, level, syntax);
}

void PrintPredicate(SqlWriter& out, const Expr& expr, const Syntax& syntax) {
  CHECK(!expr.operands.empty());
  PrintPredicateOperand(out, expr.operands[0], syntax);
  if (expr.kind == ExprKind::kIsNull) {
    out.Keyword(expr.negated ? "IS NOT NULL" : "IS NULL");
    return;
  }
  if (expr.negated) out.Keyword("NOT");
  if (expr.kind == ExprKind::kLike) {
    out.Keyword("LIKE");
    PrintPredicateOperand(out, expr.operands.at(1), syntax);
  } else if (expr.kind == ExprKind::kBetween) {
    out.Keyword("BETWEEN");
    PrintPredicateOperand(out, expr.operands.at(1), syntax);
    out.Keyword("AND");
    PrintPredicateOperand(out, expr.operands.at(2), syntax);
  } else {
    out.Keyword("IN").Open();
    for (std::size_t i = 1; i < expr.operands.size(); ++i) {
      if (i > 1) out.Comma();
      PrintExpr(out, expr.operands[i], syntax);
    }
    out.Close();
  }
}

void PrintCase(SqlWriter& out, const Expr& expr, const Syntax& syntax) {
  out.Keyword("CASE");
  std::size_t at = 0;
  if (expr.has_operand) PrintExpr(out, expr.operands.at(at++), syntax);
  const std::size_t end = expr.operands.size() - (expr.has_else ? 1 : 0);
  for (; at + 1 < end; at += 2) {
    out.Keyword("WHEN");
    PrintExpr(out, expr.operands[at], syntax);
    out.Keyword("THEN");
    PrintExpr(out, expr.operands[at + 1], syntax);
  }
  if (expr.has_else) {
    out.Keyword("ELSE");
    PrintExpr(out, expr.operands.back(), syntax);
  }
  out.Keyword("END");
}

bool IsPlainFunctionName(std::string_view name) {
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && !(c >= '0' && c <= '9') && c != '_') return false;
  }
  return !name.empty() && !(name.front() >= '0' && name.front() <= '9');
}

// A function that is passed through keeps its spelling: in quotation marks `nullif` or `MD5` would be another function.
void PrintFunctionName(SqlWriter& out, const Expr& call) {
  if (!call.qualifier.empty()) out.Name(call.qualifier).Dot();
  if (IsPlainFunctionName(call.text)) {
    out.Words(call.text);
  } else {
    out.Name(call.text);
  }
}

void PrintArguments(SqlWriter& out, const std::vector<Expr>& operands, const Syntax& syntax) {
  out.CallOpen();
  for (std::size_t i = 0; i < operands.size(); ++i) {
    if (i > 0) out.Comma();
    PrintExpr(out, operands[i], syntax);
  }
  out.Close();
}

void PrintSign(SqlWriter& out, const Expr& expr, const Syntax& syntax) {
  const Expr& operand = expr.operands.at(0);
  out.Keyword(expr.kind == ExprKind::kNegate ? "-" : "+").Tight("");
  // `- -1` would be a comment.
  PrintAt(out, operand, Level::kPrimary, syntax);
}

}  // namespace

void PrintExpr(SqlWriter& out, const Expr& expr, const Syntax& syntax) {
  switch (expr.kind) {
    case ExprKind::kNull:
      out.Keyword("NULL");
      return;
    case ExprKind::kTrue:
    case ExprKind::kFalse:
      return syntax.PrintBoolean(out, expr.kind == ExprKind::kTrue);
    case ExprKind::kNumber:
      out.Number(expr.text);
      return;
    case ExprKind::kString:
      return syntax.PrintString(out, expr.text);
    case ExprKind::kBytes:
      return syntax.PrintBytes(out, expr.text);
    case ExprKind::kDate:
      return syntax.PrintDate(out, expr.text);
    case ExprKind::kTimestamp:
      return syntax.PrintTimestamp(out, expr.text);
    case ExprKind::kColumn:
      if (!expr.qualifier.empty()) out.Name(expr.qualifier).Dot();
      out.Name(expr.text);
      return;
    case ExprKind::kStar:
      out.Keyword("*");
      return;
    case ExprKind::kFunction:
      return syntax.PrintFunction(out, expr);
    case ExprKind::kCall:
      PrintFunctionName(out, expr);
      return PrintArguments(out, expr.operands, syntax);
    case ExprKind::kNegate:
    case ExprKind::kPlus:
      return PrintSign(out, expr, syntax);
    case ExprKind::kNot:
      out.Keyword("NOT");
      return PrintAt(out, expr.operands.at(0), Level::kPrimary, syntax);
    case ExprKind::kBinary:
      return syntax.PrintBinary(out, expr);
    case ExprKind::kIsNull:
    case ExprKind::kIn:
    case ExprKind::kBetween:
    case ExprKind::kLike:
      return PrintPredicate(out, expr, syntax);
    case ExprKind::kCase:
      return PrintCase(out, expr, syntax);
    case ExprKind::kCast:
      return syntax.PrintCast(out, expr);
    case ExprKind::kParens:
      return PrintInParens(out, expr, syntax);
    case ExprKind::kRawSql:
      out.Raw(expr.text);
      return;
  }
}

void PrintInParens(SqlWriter& out, const Expr& expr, const Syntax& syntax) {
  out.Open();
  PrintExpr(out, expr.kind == ExprKind::kParens ? expr.operands.at(0) : expr, syntax);
  out.Close();
}

void PrintOperand(SqlWriter& out, const Expr& expr, const Syntax& syntax) { PrintAt(out, expr, Level::kPrimary, syntax); }

void PrintCall(SqlWriter& out, std::string_view name, const std::vector<Expr>& operands, const Syntax& syntax) {
  out.Words(name);
  PrintArguments(out, operands, syntax);
}

void Syntax::PrintString(SqlWriter& out, const std::string& text) const { out.String(text); }

void Syntax::PrintCast(SqlWriter& out, const Expr& cast) const {
  CHECK(cast.operands.size() == 1 && cast.types.size() == 1);
  out.Keyword("CAST").CallOpen();
  PrintExpr(out, cast.operands[0], *this);
  out.Keyword("AS");
  PrintType(out, cast.types[0], *this, {}, {});
  out.Close();
}

void Syntax::PrintBinary(SqlWriter& out, const Expr& binary) const {
  CHECK(binary.operands.size() == 2);
  PrintBinaryOperand(out, binary.operands[0], binary.op, LeftLevel(binary.op), *this);
  switch (binary.op) {
    case ir::BinaryOp::kAnd:
      out.Keyword("AND");
      break;
    case ir::BinaryOp::kOr:
      out.Keyword("OR");
      break;
    case ir::BinaryOp::kAdd:
    case ir::BinaryOp::kSubtract:
    case ir::BinaryOp::kMultiply:
    case ir::BinaryOp::kDivide:
    case ir::BinaryOp::kModulo:
    case ir::BinaryOp::kConcat:
    case ir::BinaryOp::kEqual:
    case ir::BinaryOp::kNotEqual:
    case ir::BinaryOp::kLess:
    case ir::BinaryOp::kLessEqual:
    case ir::BinaryOp::kGreater:
    case ir::BinaryOp::kGreaterEqual:
      out.Keyword(ir::SymbolOf(binary.op));
      break;
  }
  PrintBinaryOperand(out, binary.operands[1], binary.op, RightLevel(binary.op), *this);
}

}  // namespace migc::emit
