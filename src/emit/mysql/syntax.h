// Syntax: how MySQL and MariaDB spell literals, functions, casts, types and defaults.
#pragma once

#include "migc/emit/print.h"

namespace migc::emit::mysql {

const Syntax& MysqlSyntax();

// What the facts say about names, for looking up enums.
catalog::Rules RulesOf(const dialect::Dialect& dialect);

// Upper-case first word of a native type's text; "" for a portable type.
std::string NativeWord(const ir::Type& type);
// TEXT, BLOB, JSON, spatial types: a key takes a prefix of it, and a default must be an expression.
bool IsLong(const ir::Type& type);
// TEXT and BLOB, of which a key needs a length.
bool NeedsKeyLength(const ir::Type& type);
// TIMESTAMP, whose NULL and default mean something else when they are not written.
bool IsTimestamp(const ir::Type& type);

// A number, a string, null, true, a date: what every version takes as a default.
bool IsLiteral(const ir::Expr& value);
// now() as the default of a column that counts time: a default of its own kind, in every version.
bool IsCurrentTimestamp(const ir::Expr& value, const ir::Type& type);

// What stands after DEFAULT: a literal or CURRENT_TIMESTAMP bare, anything else in parentheses.
void PrintDefault(SqlWriter& out, const ir::Expr& value, const ir::Type& type);

}  // namespace migc::emit::mysql
