// CREATE TABLE, CREATE INDEX and the definition of a column.
#pragma once

#include <string>

#include "emit/sqlite/table_form.h"
#include "migc/emit/sql_writer.h"

namespace migc::emit::sqlite {

// `name` is the form's own, or the one that a rebuild uses meanwhile.
std::string PrintCreateTable(const TableForm& form, const std::string& name, bool if_not_exists, const dialect::Dialect& dialect);
std::string PrintCreateIndex(const ir::Index& index, const std::string& table, bool if_not_exists, const dialect::Dialect& dialect);
// As it stands in CREATE TABLE and after ADD COLUMN.
void PrintColumn(SqlWriter& out, const ColumnForm& form);

// What SQLite takes as a default without parentheses: a literal, a signed number, CURRENT_TIMESTAMP and CURRENT_DATE.
bool IsBareDefault(const ir::Expr& expr);
// The bare ones that are the same for every row, so that ADD COLUMN takes them.
bool IsConstantDefault(const ir::Expr& expr);

}  // namespace migc::emit::sqlite
