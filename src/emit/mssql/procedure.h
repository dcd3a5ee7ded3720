// Procedure: what T-SQL has no statement for: renames (sp_rename) and comments (the extended property MS_Description).
#pragma once

#include <optional>
#include <string>

#include "migc/dialect/dialect.h"
#include "migc/ir/origin.h"

namespace migc::emit::mssql {

// What sp_rename calls the kind of a thing.
enum class Renamed { kObject, kColumn, kIndex };

// EXEC sys.sp_rename …: a table, sequence or constraint by its name, a column or an index by its table and name. The batch fails
// when the procedure does: its own error would not undo the transaction ("SET XACT_ABORT (Transact-SQL)": RAISERROR does not honour
// it).
std::string RenameObject(const ir::Name& name, const std::string& to, const dialect::Dialect& dialect);
// A default, when it is called that: its name may be one that SQL Server made.
std::string RenameDefault(const ir::Name& name, const std::string& to, const dialect::Dialect& dialect);
std::string RenamePart(Renamed kind, const ir::Name& table, const std::string& part, const std::string& to,
                       const dialect::Dialect& dialect);

// The comment of a table, or of one of its columns.
struct Commented {
  ir::Name table;
  std::optional<std::string> column;
};
// Of something that has just been made.
std::string AddComment(const Commented& what, const std::string& text, const dialect::Dialect& dialect);
// Added or updated, whichever is needed there; nothing: dropped when it is there.
std::string SetComment(const Commented& what, const std::optional<std::string>& text, const dialect::Dialect& dialect);
// The value of an extended property is a sql_variant, which holds 7,500 bytes of it ("sp_addextendedproperty (Transact-SQL)").
inline constexpr std::size_t kLongestComment = 3750;

}  // namespace migc::emit::mssql
