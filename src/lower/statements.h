// Statements: one statement after another becomes operations; blocks are opened, and what is not this dialect's is left out.
#pragma once

#include <vector>

#include "lower/context.h"
#include "migc/ir/operation.h"

namespace migc::lower {

std::vector<ir::Operation> LowerStatements(Context& context, const std::vector<ast::Statement>& statements);

}  // namespace migc::lower
