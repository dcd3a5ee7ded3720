// Dependents: what SQL Server does not let a column be changed under, which is dropped before and put back after:
//
//   alter column code type integer             -- with CHECK (code > 0), an index, a default, and a primary key that others refer
//   to
//     -> DECLARE @drop …; SELECT @drop += … FROM sys.foreign_keys …; EXEC (@drop);   -- of other tables, found when it runs
//        ALTER TABLE … DROP CONSTRAINT (check)
//        DROP INDEX …
//        ALTER TABLE … DROP CONSTRAINT (key)
//        DECLARE @sql …; EXEC (@sql)                                                 -- the default, whatever it is called
//        ALTER TABLE … ALTER COLUMN code INT NOT NULL
//        … all of it again, in reverse
//
// "ALTER TABLE (Transact-SQL)", ALTER COLUMN, says what is in the way of which change; an index is not in the way of NOT NULL to
// NULL.
#pragma once

#include <string>
#include <vector>

#include "emit/mssql/print.h"

namespace migc::emit::mssql {

// How a column is changed; a later one has more in its way.
enum class ColumnChange {
  kNone,
  kNullable,   // NOT NULL to NULL
  kGrowth,     // a longer VARCHAR, NVARCHAR or VARBINARY
  kNotNull,    // NULL to NOT NULL
  kPrecision,  // the same type with other numbers, or another collation
  kType,
};
ColumnChange ChangeOf(const ir::Column& before, const ir::Column& after, bool was_not_null, bool is_not_null);

struct Dependents {
  std::vector<ir::Constraint> constraints;  // in the order to drop them
  std::vector<ir::Index> indexes;
  bool has_default = false;
  bool has_incoming = false;  // other tables may refer to the column
};
Dependents DependentsOf(const TableState& state, const ir::Column& before, ColumnChange change, const Enums& enums,
                        const dialect::Dialect& dialect);

// The statements that drop them (not the incoming ones), and those that put them back: the default is that of `after`.
std::vector<std::string> DropStatements(const Dependents& dependents, const ir::Name& table, const std::string& column,
                                        const dialect::Dialect& dialect);
std::vector<std::string> RestoreStatements(const Dependents& dependents, const ir::Name& table, const ir::Column& after,
                                           const dialect::Dialect& dialect);

// The start and the end of a batch that carries the foreign keys of other tables over what stands between.
std::string CarryIncoming(const ir::Name& table, const std::string& column, const dialect::Dialect& dialect);
inline constexpr std::string_view kRestoreIncoming = "EXEC (@restore)";

}  // namespace migc::emit::mssql
