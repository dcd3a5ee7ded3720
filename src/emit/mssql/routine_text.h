// RoutineText: the author's own CREATE statements and queries, looked into as far as T-SQL needs it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "migc/dialect/dialect.h"
#include "migc/emit/sql_text.h"

namespace migc::emit::mssql {

// Words in upper case (empty for what is no word), without comments; at most `most` of them.
std::vector<std::string> FirstWords(const std::string& sql, const dialect::Dialect& dialect, std::size_t most);

bool BeginsWithCreate(const std::string& sql, const dialect::Dialect& dialect);
// CREATE, CREATE OR ALTER: as CREATE, or as ALTER.
std::string CreateText(const std::string& sql, bool alters, const dialect::Dialect& dialect);
// Without the blanks and the `;` at its end.
std::string WithoutEnd(std::string_view sql);
bool IsSchemaBound(const std::string& sql, const dialect::Dialect& dialect);

// Lines that only say GO, outside of strings and comments, cut a text into batches. A count behind GO stays where it is.
std::vector<std::string> SplitBatches(const std::string& sql, const dialect::Dialect& dialect);

// `select count(*) = 0 from t` is no query here: a condition is no value. Where the list of columns is one condition it becomes
// `SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END from t`.
std::string WithTruthAsNumber(const std::string& query, const dialect::Dialect& dialect);

}  // namespace migc::emit::mssql
