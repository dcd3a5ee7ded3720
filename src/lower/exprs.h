// Exprs: expressions as written become portable ones: functions that dialects translate, columns, checked literals, raw SQL.
#pragma once

#include <optional>
#include <vector>

#include "lower/context.h"
#include "migc/ir/expr.h"

namespace migc::lower {

ir::Expr LowerExpr(Context& context, const ast::Expr& expr);
std::optional<ir::Expr> LowerExpr(Context& context, const std::optional<ast::Expr>& expr);
// Where the syntax has parentheses of its own (`check (…)`, `where (…)`), further ones around the whole say nothing.
ir::Expr LowerEnclosed(Context& context, const ast::Expr& expr);
std::optional<ir::Expr> LowerEnclosed(Context& context, const std::optional<ast::Expr>& expr);

}  // namespace migc::lower
