// Alter: `alter table` and its actions.
#pragma once

#include <optional>

#include "lower/context.h"
#include "migc/ir/operation.h"

namespace migc::lower {

// Nothing when all of its actions are options of other dialects.
std::optional<ir::AlterTable> LowerAlterTable(Context& context, const ast::AlterTable& alter, source::Span statement);

}  // namespace migc::lower
