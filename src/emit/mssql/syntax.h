// How SQL Server spells what the standard printing leaves open.
#pragma once

#include "migc/emit/print.h"

namespace migc::emit::mssql {

const Syntax& MssqlSyntax();

// The expression after AsCondition or AsValue.
void PrintCondition(SqlWriter& out, const ir::Expr& expr);
void PrintValue(SqlWriter& out, const ir::Expr& expr);
// A default of a column of that type: now() is SYSDATETIME() where no offset is kept.
void PrintDefaultValue(SqlWriter& out, const ir::Expr& expr, const ir::Type& type);

void PrintType(SqlWriter& out, const ir::Type& type, const Enums& enums);

}  // namespace migc::emit::mssql
