// The expressions that rewrites make.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "migc/ir/expr.h"

namespace migc::emit::sqlite {

inline ir::Expr MakeExpr(ir::ExprKind kind, std::string text, std::vector<ir::Expr> operands = {}) {
  ir::Expr expr;
  expr.kind = kind;
  expr.text = std::move(text);
  expr.operands = std::move(operands);
  return expr;
}

inline ir::Expr ColumnExpr(std::string name) { return MakeExpr(ir::ExprKind::kColumn, std::move(name)); }
inline ir::Expr StringExpr(std::string text) { return MakeExpr(ir::ExprKind::kString, std::move(text)); }

}  // namespace migc::emit::sqlite
