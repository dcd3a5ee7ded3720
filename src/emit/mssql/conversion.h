// Conversion: which types ALTER COLUMN turns into which by itself ("CAST and CONVERT (Transact-SQL)", implicit conversions).
#pragma once

#include "migc/ir/type.h"

namespace migc::emit::mssql {

// True too where nobody can tell: a type that only the author knows.
bool ConvertsImplicitly(const ir::Type& from, const ir::Type& to);

}  // namespace migc::emit::mssql
