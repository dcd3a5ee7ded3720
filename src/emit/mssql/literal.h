// Literal: strings as T-SQL reads them, and names as its procedures and functions take them.
#pragma once

#include <string>
#include <string_view>

#include "migc/dialect/dialect.h"
#include "migc/ir/origin.h"

namespace migc::emit::mssql {

// N'it''s'. Where a line ends in a backslash it is a sum in parentheses, for T-SQL drops a backslash with the line end after it,
// even inside a string ("\ (Line Continuation) (Transact-SQL)").
std::string Literal(std::string_view text);
// False for such a sum, which is no argument of a procedure.
bool IsPlainLiteral(std::string_view text);

// `t` is dbo.t, whatever the default schema of who runs the script.
ir::Name Qualified(const ir::Name& name, const dialect::Dialect& dialect);
// N'dbo.[order]': for OBJECT_ID and the procedures.
std::string NameLiteral(const ir::Name& name, const dialect::Dialect& dialect);
// N'dbo.[order].[key]'
std::string NameLiteral(const ir::Name& table, const std::string& part, const dialect::Dialect& dialect);

}  // namespace migc::emit::mssql
