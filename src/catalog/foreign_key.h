// Foreign keys: what they refer to, whether the two sides go together, and who depends on a key.
#pragma once

#include <string>
#include <vector>

#include "catalog/application.h"

namespace migc::catalog {

// Completes the foreign key (referred columns) and checks it. `table` is its own table, complete but for this constraint.
void CompleteForeignKey(Application& application, const ir::Table& table, const ir::Constraint& constraint, ir::ForeignKey& key);

// True when the key refers to a table that is not there yet but that a later operation of the list makes.
bool IsForward(const Application& application, const ir::Table& table, const ir::Constraint& constraint);

// A foreign key that refers to a table.
struct Referrer {
  ObjectKey key;
  const Table* table = nullptr;
  const ir::Constraint* constraint = nullptr;
  const ir::ForeignKey& foreign() const { return std::get<ir::ForeignKey>(constraint->body); }
};
// In the order of the tables, the table's own last when asked for.
std::vector<Referrer> ReferrersOf(const Catalog& catalog, const ObjectKey& table, bool with_own);

// True when the table has a primary key, unique constraint or unique index over exactly these columns.
bool HasKeyOver(const Catalog& catalog, const ir::Table& table, const std::vector<ir::Identifier>& columns);

// The foreign keys that would be left without the key they rest on, were `after` what becomes of the table.
std::vector<Referrer> LeftWithoutKey(const Catalog& catalog, const ObjectKey& key, const ir::Table& after);

// Drops the foreign key from its table; undoing adds it again.
void DropReferrer(Application& application, const Referrer& referrer);

// What is wrong with the types of the foreign keys that the column, as `table` has it, takes part in: errors and warnings.
std::vector<diag::Diagnostic> KeyTypeProblems(const Catalog& catalog, const ObjectKey& key, const ir::Table& table,
                                              const std::string& column, std::optional<source::Span> where);

// One note a referrer: `foreign key "x" of table "t" refers to it`.
diag::Diagnostic WithReferrers(diag::Diagnostic diagnostic, const std::vector<Referrer>& referrers);

}  // namespace migc::catalog
