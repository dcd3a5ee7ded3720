// Literal: a text that stands for a date, a UUID or a flag, as the literal that Oracle knows for it whatever its NLS settings.
#pragma once

#include "migc/dialect/dialect.h"
#include "migc/ir/expr.h"

namespace migc::emit::oracle {

//   '2026-01-31' for a date            ->  DATE '2026-01-31'
//   '2026-01-31 12:00' for a timestamp ->  TIMESTAMP '2026-01-31 12:00:00'
//   '1975ea83-…' for a uuid            ->  HEXTORAW('1975EA83…')
//   'true' for a boolean               ->  1, or TRUE since 23
// What is none of these stays as it is.
ir::Expr FitLiteral(ir::Expr expr, const ir::Type& type);

}  // namespace migc::emit::oracle
