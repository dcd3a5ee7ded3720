// Creation: the operations that make an object as the catalog has it, and those that grant what it grants.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "migc/catalog/catalog.h"

namespace migc::catalog {

// `create …` or `define …`, then the grants; without an origin.
std::vector<ir::Operation> CreatingOperations(const Object& object);

// One grant (or revoke) for all roles that are given the same; in the order of the roles.
std::vector<ir::Operation> GrantOperations(const ir::Name& table, const std::set<Privilege>& privileges, bool revoke);

}  // namespace migc::catalog
