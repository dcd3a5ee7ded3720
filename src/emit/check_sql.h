// CheckSql: raw SQL must leave the script around it whole: no string, comment or block that goes on, no `;` inside a statement.
#pragma once

#include "migc/diag/sink.h"
#include "migc/dialect/dialect.h"
#include "migc/ir/operation.h"

namespace migc::emit {

void CheckSqlOf(const ir::Operation& operation, const dialect::Dialect& dialect, diag::Sink& sink);

}  // namespace migc::emit
