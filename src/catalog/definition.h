// Definition: what an author wrote of a table, column, constraint or index is checked and completed.
#pragma once

#include "catalog/application.h"

namespace migc::catalog {

// All of the table: its columns, then constraints and indexes with the names that were left out.
void CompleteTable(Application& application, ir::Table& table);

// `column` is part of the table already, as the last or anywhere else.
void CompleteColumn(Application& application, const ir::Table& table, ir::Column& column);

// One that is to be added to `table`, which does not hold it yet: checked, completed, named. A primary key makes the columns of
// `table` not null.
void CompleteConstraint(Application& application, ir::Table& table, ir::Constraint& constraint);
void CompleteIndex(Application& application, ir::Table& table, ir::Index& index);

// The name that the convention gives, when the author gave none.
void GiveName(Application& application, const ir::Table& table, ir::Constraint& constraint);
void GiveName(Application& application, const ir::Table& table, ir::Index& index);

// The name is new in its table, and in the schema where that counts.
void CheckNewConstraintName(Application& application, const ir::Table& table, const ir::Constraint& constraint,
                            const ir::Identifier& name);
void CheckNewIndexName(Application& application, const ir::Table& table, const ir::Identifier& name);

// What an identity column must be; `default`, `generated` and `identity` exclude one another.
void CheckIdentity(Application& application, const ir::Column& column, const ir::Origin& where);
void CheckOneIdentity(Application& application, const ir::Table& table, const ir::Origin& where);
// A literal given to an enum column is one of its values.
void CheckEnumLiteral(Application& application, const ir::Column& column, const ir::Expr& value);

}  // namespace migc::catalog
