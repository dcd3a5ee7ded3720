// Held tables: where an index, or another table's foreign key, holds a table, and where one transaction can change the rows of a
// table or the table itself, but not both: what ALTER TABLE may then do, found before any text exists. Found on DuckDB 1.5:
//
//   CREATE INDEX i ON t (a)                -- then of t's columns none can be dropped, renamed, retyped, made NOT NULL or nullable,
//                                             and t has no other name: "entries that depend on it"
//   CREATE TABLE o (… REFERENCES t (id))   -- so too; and o has no other name: its rows would be looked for under the former one
//   UPDATE t …; ALTER TABLE t …; COMMIT    -- "Failed to commit: … another transaction has altered this table"
//   DELETE FROM o; DELETE FROM t           -- "still referenced by a foreign key in a different table", until the first is
//   committed DROP INDEX i; CREATE INDEX i …; COMMIT -- "An index with the name i already exists", until the first is committed
#pragma once

#include <span>

#include "migc/catalog/replay.h"
#include "migc/diag/sink.h"
#include "migc/dialect/dialect.h"

namespace migc::emit::postgres {

// The steps are those of one revision, which is one transaction but for what runs outside of it.
void CheckHeldTables(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink);

// True when the default is a number or a string: the rows that are there need not be written for it.
bool IsPlainDefault(const ir::Expr& value);

}  // namespace migc::emit::postgres
