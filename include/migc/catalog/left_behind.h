// LeftBehind: which texts are left with a former name when tables and columns have another.
#pragma once

#include <string>
#include <vector>

#include "migc/catalog/replay.h"

namespace migc::catalog {

// Another name for a table or column, and the texts that had the former one (or `*`) and that nothing after it, in the same list
// of operations, defined again or dropped. Not when something has the former name again by the end.
struct LeftBehind {
  ir::Name table;  // as it is called then
  bool column = false;
  std::string from;
  std::string to;
  ir::Origin origin;
  std::vector<ObjectPtr> texts;  // views, routines and triggers
};

// Of the steps, which are one list of operations and led to `catalog`.
std::vector<LeftBehind> FindLeftBehind(const Catalog& catalog, const std::vector<Step>& steps);

}  // namespace migc::catalog
