// Replay: applies operations to the catalog, checks that each makes sense where it stands, and finds what undoes it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "migc/catalog/catalog.h"
#include "migc/diag/sink.h"
#include "migc/ir/revision.h"

namespace migc::catalog {

// An object that a step made (before null), changed, or removed (after null).
struct Change {
  ObjectKey key;
  ObjectPtr before;
  ObjectPtr after;
};

// Why nothing can undo the operation by itself.
struct NotDerivable {
  std::string reason;  // "an update cannot be undone: the former values are gone"
};

// One operation, replayed: everything that emit needs to know, so that it never needs the whole catalog.
struct Step {
  // Complete: constraints and indexes named, references with their columns, drops by shape turned into drops by name, tables of
  // dropped indexes found. An `if [not] exists` that has nothing to do stays, so that the script says it.
  ir::Operation operation;
  std::vector<Change> changes;
  // The enums named by columns of the tables in `changes`, and by the operation itself.
  std::map<ObjectKey, std::shared_ptr<const Object>> enums;
  // alter enum and alter table: tables that use the enum, and views and triggers that must be put back when a table is rebuilt
  // (triggers on it, views whose text names it, in dependency order as far as texts tell). insert, update, delete: the table.
  std::vector<ObjectPtr> dependents;
  bool loses_data = false;                                         // drops a table or a column, or narrows a type
  std::variant<std::vector<ir::Operation>, NotDerivable> inverse;  // in the order to run
};

// Applies one operation. Nothing when an error was reported; the catalog is then unchanged.
std::optional<Step> ApplyOperation(Catalog& catalog, const ir::Operation& operation, diag::Sink& sink);

// Applies all of them; goes on after an error to find more, but then gives nothing.
std::optional<std::vector<Step>> ApplyOperations(Catalog& catalog, const std::vector<ir::Operation>& operations, diag::Sink& sink);

// Takes the steps, which were the last that the catalog was given, out of it again: cheaper than a copy kept from before.
void Revert(Catalog& catalog, const std::vector<Step>& steps);

// What undoes the revision whose upgrade made `up`: written, or derived in reverse order. Reports what cannot be derived, at the
// statement, and an irreversible one; nothing then.
std::optional<std::vector<ir::Operation>> DowngradeOf(const ir::Revision& revision, const std::vector<Step>& up, diag::Sink& sink);

// After `up` and then `down` every object that either touched must be as before `up`. For a written downgrade a difference is a
// warning that lists them; for a derived one it is our own bug.
void ProveDowngrade(const ir::Revision& revision, const std::vector<Step>& up, const std::vector<Step>& down, diag::Sink& sink);

// The operations of a table's definition are complete before they are applied: names that the author left out.
// Exposed for tests: the name that the convention gives, made unique and cut as PostgreSQL cuts (makeObjectName in
// src/backend/commands/indexcmds.c: the longer of the two parts loses bytes until all fits).
std::string MakeName(const Rules& rules, const std::string& pattern, const std::map<std::string, std::string>& parts, int n);

}  // namespace migc::catalog
