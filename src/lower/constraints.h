// Constraints: primary keys, unique, check, foreign keys and exclusions, whether of a column or of a table.
#pragma once

#include <string>

#include "lower/context.h"
#include "migc/ir/table.h"

namespace migc::lower {

ir::Constraint LowerConstraint(Context& context, const ast::Constraint& constraint);

// `check` as an attribute of `column`, or as an item of its own (then `column` is empty).
ir::Check LowerCheck(Context& context, const ast::Expr& expr, const std::string& column);
ir::ForeignKey LowerReference(Context& context, std::vector<ir::Identifier> columns, const ast::Reference& reference);

}  // namespace migc::lower
