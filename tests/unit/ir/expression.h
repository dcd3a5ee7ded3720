// Short makers of expressions and types, for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "migc/ir/expr.h"

namespace migc::ir {

inline Expr Leaf(ExprKind kind, std::string text = "") {
  Expr expr;
  expr.kind = kind;
  expr.text = std::move(text);
  return expr;
}

inline Expr Node(ExprKind kind, std::vector<Expr> operands) {
  Expr expr;
  expr.kind = kind;
  expr.operands = std::move(operands);
  return expr;
}

inline Expr Col(std::string name) { return Leaf(ExprKind::kColumn, std::move(name)); }
inline Expr Num(std::string digits) { return Leaf(ExprKind::kNumber, std::move(digits)); }
inline Expr Str(std::string text) { return Leaf(ExprKind::kString, std::move(text)); }

inline Expr Binary(BinaryOp op, Expr left, Expr right) {
  Expr expr = Node(ExprKind::kBinary, {std::move(left), std::move(right)});
  expr.op = op;
  return expr;
}

inline Expr Call(Function function, std::vector<Expr> operands = {}) {
  Expr expr = Node(ExprKind::kFunction, std::move(operands));
  expr.function = function;
  return expr;
}

inline Type Sql(TypeKind kind, std::optional<std::uint32_t> length = {}, std::optional<std::uint32_t> scale = {}) {
  Type type;
  type.kind = kind;
  type.length = length;
  type.scale = scale;
  return type;
}

}  // namespace migc::ir
