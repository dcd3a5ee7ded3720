// Undo: what undoes each revision of an upgrade, also one of which only the first statements were done.
#pragma once

#include <vector>

#include "migc/catalog/needs.h"
#include "migc/catalog/replay.h"
#include "migc/dialect/dialect.h"
#include "migc/emit/backend.h"
#include "migc/ir/revision.h"
#include "migc/script/script.h"

namespace migc::bundle {

struct UndoInput {
  const dialect::Dialect* dialect = nullptr;
  const emit::Backend* backend = nullptr;
  const catalog::Catalog* after = nullptr;                         // at the end of the upgrade
  const std::vector<std::vector<catalog::Step>>* steps = nullptr;  // by revision
  std::vector<script::RevisionPart> upgrade;                       // what they became
  std::vector<const ir::Revision*> revisions;
};

struct Undo {
  std::vector<script::Undoing> revisions;  // in the upgrade's order
  // What undoes each of them as far as that can be, in the order to run: its last statement first.
  std::vector<emit::RevisionSql> sql;
  std::vector<std::vector<std::size_t>> cuts;
  catalog::Needs needs;
};

// A revision is undone statement by statement, each where it stands, by what is derived from its operation; one with a written
// downgrade only as a whole, by that. What has lost data is not undone at all, nor what comes after it.
Undo MakeUndo(UndoInput input);

}  // namespace migc::bundle
