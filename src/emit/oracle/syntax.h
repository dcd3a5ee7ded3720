// How Oracle spells what the standard printing leaves open; conditions, which are no values before version 23.
#pragma once

#include "migc/emit/print.h"

namespace migc::emit::oracle {

const Syntax& OracleSyntax();

// BOOLEAN is a type, and a condition a value, since 23.
bool HasBoolean(const dialect::Dialect& dialect);

// Before 23 a condition and a value are two things, and a flag is the number 1 or 0:
//
//   check (open or amount > 0)   ->  CHECK (open = 1 OR amount > 0)
//   set late = due < now()       ->  SET late = CASE WHEN due < SYSTIMESTAMP THEN 1 WHEN NOT (due < SYSTIMESTAMP) THEN 0 END
//
// `truth`: a condition is wanted; else a value.
ir::Expr RewriteTruth(const ir::Expr& expr, bool truth, const dialect::Dialect& dialect);

// A value and a condition, rewritten so.
void PrintValue(SqlWriter& out, const ir::Expr& expr);
void PrintCondition(SqlWriter& out, const ir::Expr& expr);  // in parentheses

// Before 23 a query has no conditions in its select list:
//
//   select count(*) = 0 from t  ->  SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END from t
std::string RewriteRequire(const std::string& query, const dialect::Dialect& dialect);

}  // namespace migc::emit::oracle
