// Derived order: a derived downgrade undoes the last operation first; only the former text of a view, routine or trigger waits
// until the tables that it names have their former names again.
//
// Upgrade:    alter table account rename column nick to alias;  define view known as $$ select alias from account $$
// Backwards:  define view known as $$ select nick from account $$;  alter table account rename column alias to nick
// Derived:    alter table account rename column alias to nick;  define view known as $$ select nick from account $$
//
// Where more than names changes in between (a column that the view names goes away), the view makes way first: it is dropped, and
// so are the views upon it, and all of them come back.
#pragma once

#include <vector>

#include "migc/catalog/replay.h"

namespace migc::catalog {

// One operation of a derived downgrade, and the step of the upgrade that it undoes.
struct Undoing {
  ir::Operation operation;
  const Step* step = nullptr;
};

std::vector<ir::Operation> InDerivedOrder(std::vector<Undoing> undoings);

}  // namespace migc::catalog
