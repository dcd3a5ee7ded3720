// Walk: every expression, type and raw SQL fragment of an operation, with the place it was written at, for the support checks.
#pragma once

#include <functional>

#include "migc/ir/operation.h"

namespace migc::emit {

// What a walk is told of; what is empty is skipped. Effects of raw SQL are not walked: nothing of them is printed.
struct Visitor {
  std::function<void(const ir::Expr&)> expr;      // every node, parents first
  std::function<void(const ir::Type&)> type;      // of columns, casts and arguments
  std::function<void(const ir::Column&)> column;  // new ones
  std::function<void(const ir::Constraint&)> constraint;
  std::function<void(const ir::Index&)> index;
};

void Walk(const ir::Operation& operation, const Visitor& visitor);

}  // namespace migc::emit
