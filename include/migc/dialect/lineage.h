// Lineage: which family a dialect is of, where a relative that calls itself compatible does otherwise.
#pragma once

#include <algorithm>
#include <string_view>

#include "migc/dialect/dialect.h"

namespace migc::dialect {

// The dialect of that name, or one that extends it.
inline bool IsOf(const Dialect& dialect, std::string_view name) {
  return std::ranges::find(dialect.lineage, name) != dialect.lineage.end();
}

// TiDB, or what extends it.
inline bool IsTidb(const Dialect& dialect) { return IsOf(dialect, "tidb"); }

// Amazon Redshift, or what extends it.
inline bool IsRedshift(const Dialect& dialect) { return IsOf(dialect, "redshift"); }

// CockroachDB, or what extends it.
inline bool IsCockroachdb(const Dialect& dialect) { return IsOf(dialect, "cockroachdb"); }

}  // namespace migc::dialect
