// Retype: a column's new type. MODIFY converts no values (ORA-01439: the column must be empty), so most changes go round it.
//
// Through a helper column, which keeps the column's place, comment and privileges:
//
//   alter table t alter column c type varchar(20)          -- it was integer
//     -> ALTER TABLE t ADD (migc_c VARCHAR2(20 CHAR))
//        ALTER TABLE t MODIFY (c NULL)                     -- what it has of these: default, NOT NULL, constraints, indexes
//        UPDATE t SET migc_c = c, c = NULL                 -- at once: what is written to c after this makes the MODIFY fail
//        ALTER TABLE t MODIFY (c VARCHAR2(20 CHAR))
//        UPDATE t SET c = migc_c WHERE c IS NULL
//        ALTER TABLE t MODIFY (c NOT NULL)                 -- and back again
//        ALTER TABLE t DROP COLUMN migc_c
//
// By a new column in its place, where no MODIFY leads from or to the type (LOB, JSON, XML: ORA-22858); it becomes the last one:
//
//   alter table t alter column c type text                 -- it was varchar(20)
//     -> ALTER TABLE t ADD (migc_c CLOB)
//        ALTER TABLE t MODIFY (c NULL)
//        UPDATE t SET migc_c = TO_CLOB(c), c = NULL
//        -- stop when c is not empty
//        ALTER TABLE t DROP COLUMN c
//        ALTER TABLE t RENAME COLUMN migc_c TO c
//        ALTER TABLE t MODIFY (c NOT NULL)
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "migc/emit/print.h"

namespace migc::emit::oracle {

enum class Way : std::uint8_t {
  kNone,       // it is spelled the same
  kModify,     // MODIFY does it, or refuses it when a value does not fit
  kHelper,     // through a helper column
  kNewColumn,  // by a new column in its place
};

// SQL Language Reference 19c, ALTER TABLE, "modify_col_properties": lengths both ways, precisions only up, DATE to TIMESTAMP.
Way WayOf(const ir::Type& from, const ir::Type& to, const Enums& enums, const dialect::Dialect& dialect);

// The value of the column as one of the new type, where it is not simply assigned; nothing when only the author can say how.
std::optional<ir::Expr> ConversionOf(const std::string& column, const ir::Type& from, const ir::Type& to,
                                     const dialect::Dialect& dialect);

// "migc_c", cut where that is too long a name.
std::string HelperOf(const std::string& column, const dialect::Dialect& dialect);

// True for a type that can be in no key and no index.
bool IsLarge(const ir::Type& type, const dialect::Dialect& dialect);

}  // namespace migc::emit::oracle
