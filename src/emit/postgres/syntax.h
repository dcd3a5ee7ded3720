// How PostgreSQL spells what the standard printing leaves open.
#pragma once

#include "migc/emit/print.h"

namespace migc::emit::postgres {

const Syntax& PostgresSyntax();

// An enum is a type with a name here, so nothing else is needed to print a type.
void PrintType(SqlWriter& out, const ir::Type& type);

// `DEFAULT` of a column definition takes less than an expression (b_expr in gram.y): AND, IN, IS and the like need parentheses.
void PrintDefault(SqlWriter& out, const ir::Expr& value);

}  // namespace migc::emit::postgres
