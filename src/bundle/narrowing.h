// Narrowing: which values of a column a change of its type would refuse, as a condition that can be asked before.
#pragma once

#include <string>

#include "migc/catalog/catalog.h"
#include "migc/dialect/dialect.h"
#include "migc/ir/type.h"

namespace migc::bundle {

enum class Fit : std::uint8_t {
  kAll,      // every value fits, or the dialect does not look
  kSome,     // those do not for which the condition holds
  kUnknown,  // nobody can tell without trying
};

struct Narrowing {
  Fit fit = Fit::kAll;
  std::string condition;  // kSome
  std::string fact;       // kSome: what holds when all fit: "is longer than 20 characters"
};

// `column` as it stands in SQL; `values` is the enum that `to` names, or null.
Narrowing NarrowingOf(const ir::Type& from, const ir::Type& to, const std::string& column, const catalog::Enum* values,
                      const dialect::Dialect& dialect);

}  // namespace migc::bundle
