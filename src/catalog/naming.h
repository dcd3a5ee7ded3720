// Naming: names for constraints and indexes that the author left nameless, as PostgreSQL would choose them.
#pragma once

#include <functional>
#include <string>

#include "migc/catalog/catalog.h"

namespace migc::catalog {

// Characters or bytes, as the rules count.
std::size_t LengthOf(const Rules& rules, const std::string& name);

// Tells whether a name is taken where the constraint or index would live.
using IsTaken = std::function<bool(const std::string& name)>;

std::string ChooseName(const Rules& rules, const ir::Table& table, const ir::Constraint& constraint, const IsTaken& is_taken);
std::string ChooseName(const Rules& rules, const ir::Table& table, const ir::Index& index, const IsTaken& is_taken);

}  // namespace migc::catalog
