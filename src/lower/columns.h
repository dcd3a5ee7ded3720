// Columns: a column's definition, and the constraints that stand among its attributes.
#pragma once

#include <optional>
#include <vector>

#include "lower/context.h"
#include "migc/ir/table.h"

namespace migc::lower {

struct LoweredColumn {
  ir::Column column;
  std::vector<ir::Constraint> constraints;  // in the order of the attributes
  std::optional<source::Span> null;         // where `null` was written
};

LoweredColumn LowerColumn(Context& context, const ast::Column& column);

}  // namespace migc::lower
