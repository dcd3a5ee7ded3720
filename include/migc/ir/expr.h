// Expr: the small portable expression language of defaults, checks, generated columns, index keys and data statements.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "migc/ir/origin.h"
#include "migc/ir/type.h"

namespace migc::ir {

enum class ExprKind : std::uint8_t {
  kNull,
  kTrue,
  kFalse,
  kNumber,     // text: digits as written, no sign
  kString,     // text
  kBytes,      // text: upper-case hex digits, an even number
  kDate,       // text: YYYY-MM-DD, checked
  kTimestamp,  // text: YYYY-MM-DD HH:MM:SS[.ffffff], checked
  kColumn,     // text; `qualifier` may name a table
  kStar,       // the * of count(*)
  kFunction,   // function, operands: one that each dialect spells
  kCall,       // text: any other function, passed through; `qualifier` may name a schema
  kNegate,     // - x
  kPlus,       // + x
  kNot,
  kBinary,  // op, two operands
  kIsNull,
  kIn,       // operands[0] in (the rest)
  kBetween,  // operands[0] between operands[1] and operands[2]
  kLike,
  kCase,     // has_operand: operands[0]; then when/then pairs; has_else: the last one
  kCast,     // operands[0] as types[0]
  kParens,   // kept where the author wrote them, so that the text reads as written
  kRawSql,   // text: the author's own, for this dialect
};

enum class BinaryOp : std::uint8_t {
  kAdd, kSubtract, kMultiply, kDivide, kModulo, kConcat, kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual, kAnd, kOr,
};

// The functions that a dialect translates.
enum class Function : std::uint8_t { kNow, kCurrentDate, kCurrentTimestamp, kUuid, kLength, kLower, kUpper, kCoalesce, kSubstring };

struct Expr {
  ExprKind kind = ExprKind::kNull;
  std::string text;
  std::string qualifier;
  BinaryOp op = BinaryOp::kAdd;
  Function function = Function::kNow;
  std::vector<Expr> operands;
  std::vector<Type> types;  // kCast: one
  bool negated = false;     // kIsNull, kIn, kBetween, kLike
  bool has_operand = false;
  bool has_else = false;
  Origin origin;

  friend bool operator==(const Expr&, const Expr&) = default;
};

// "+", "<>", "and": as the language spells it.
std::string_view SymbolOf(BinaryOp op);
// "now", "current_date", …
std::string_view NameOf(Function function);

// The columns that the expression names outside raw SQL, in order, each once.
std::vector<Identifier> ColumnsOf(const Expr& expr);
// True when part of it is raw SQL, which nothing can look into.
bool HasRawSql(const Expr& expr);
// Every kColumn `from` becomes `to`.
void RenameColumn(Expr& expr, const std::string& from, const std::string& to);
// As the author would write it.
std::string Describe(const Expr& expr);

}  // namespace migc::ir
