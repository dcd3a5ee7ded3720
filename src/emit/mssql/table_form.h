// TableForm: a table as SQL Server can hold it: enums are checked NVARCHARs, defaults are constraints with names, keys are never
// null.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "migc/emit/print.h"
#include "migc/ir/table.h"

namespace migc::emit::mssql {

bool SameName(std::string_view a, std::string_view b);
const ir::Column* FindColumnNamed(const ir::Table& table, std::string_view name);
bool HasColumn(const std::vector<ir::Identifier>& columns, std::string_view name);
const catalog::Enum* FindEnumNamed(const Enums& enums, const ir::Name& name);
// The step's enums as they are after it.
Enums EnumsAfter(const catalog::Step& step);

// `account_balance_default`: the default of a column is a constraint, whose name is one of its schema. Cut to 128 characters, with
// a digest where that could make two of them one.
std::string DefaultName(const std::string& table, const std::string& column);
// `person_mood_enum`: CHECK (mood IN (…)).
std::string EnumCheckName(const std::string& table, const std::string& column);
// The check that makes the column an enum; nothing for other types, and for an enum that only raw SQL knows.
std::optional<ir::Constraint> EnumCheckOf(const std::string& table, const ir::Column& column, const Enums& enums);

// NOT NULL was written, or follows from a primary key.
bool IsNotNull(const ir::Table& table, const ir::Column& column);

// As it can be printed: RESTRICT is NO ACTION (which is not deferred here), names have their schema, conditions are conditions. A
// plain UNIQUE takes one null anyway, so `nulls not distinct` needs no words.
ir::Constraint Printable(const ir::Constraint& constraint, const dialect::Dialect& dialect);

// Whether the constraint or index would be in the way of a change of the column.
bool NamesColumn(const ir::Constraint& constraint, const std::string& column, const dialect::Dialect& dialect);
bool NamesColumn(const ir::Index& index, const std::string& column, const dialect::Dialect& dialect);

}  // namespace migc::emit::mssql
