// Types: which ones a foreign key may join, and which change loses something.
#pragma once

#include <string>

#include "catalog/application.h"

namespace migc::catalog {

enum class Fit : std::uint8_t {
  kSame,
  kNear,     // of one family: some databases refuse it, the others convert at every comparison
  kUnknown,  // one of them is given as native text
  kNever,
};
// How the two sides of a foreign key go together.
Fit FitOf(const Catalog& catalog, const ir::Type& a, const ir::Type& b);

bool IsInteger(const ir::Type& type);
bool SameFamily(const Catalog& catalog, const ir::Type& a, const ir::Type& b);
// True when values of `from` may be cut or rounded to become `to`.
bool Narrows(const ir::Type& from, const ir::Type& to);

// Reports an enum that is not there, and gives the type the catalog's spelling of its name.
void CheckType(Application& application, ir::Type& type);

}  // namespace migc::catalog
