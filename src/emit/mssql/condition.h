// Condition: the rewrite of expressions for a database that has truth values in columns (BIT) but none in expressions: a condition
// is no value, and a value is no condition.
//
//   check (is_open and not closed)   ->  CHECK (is_open = 1 AND closed = 0)
//   default (1 > 0)                  ->  DEFAULT (CAST(CASE WHEN 1 > 0 THEN 1 WHEN NOT (1 > 0) THEN 0 END AS BIT))
//   a || 5                           ->  a + CAST(5 AS NVARCHAR(MAX))
//   c like 'a[b%'                    ->  c LIKE N'a[[]b%'     -- a bracket opens a set of characters here
#pragma once

#include <string>

#include "migc/dialect/dialect.h"
#include "migc/ir/expr.h"

namespace migc::emit::mssql {

// As it must stand where a condition is wanted: CHECK, WHERE, WHEN.
ir::Expr AsCondition(const ir::Expr& expr);
// As it must stand everywhere else.
ir::Expr AsValue(const ir::Expr& expr);

// `account.balance` in a check of account: only the bare name may stand there, and in a computed column and an index.
ir::Expr Unqualified(ir::Expr expr);

ir::Expr ColumnExpr(const std::string& name);
ir::Expr StringExpr(const std::string& text);

// True when the expression, or raw SQL in it, names the column.
bool NamesColumn(const ir::Expr& expr, const std::string& column, const dialect::Dialect& dialect);

// What a filtered index takes as its WHERE: comparisons of a column with a constant, IN and IS NULL, joined by AND
// ("CREATE INDEX (Transact-SQL)", filter_predicate). Raw SQL is believed.
bool IsFilterPredicate(const ir::Expr& expr);

}  // namespace migc::emit::mssql
