// What SQLite's own ALTER TABLE can do: the actions that need no rebuild of the table.
#pragma once

#include "emit/sqlite/table_form.h"
#include "migc/catalog/replay.h"

namespace migc::emit::sqlite {

// How an action of `alter table` is carried out.
enum class Means {
  kNothing,  // SQLite has no place for it (a comment), or needs no statement (validate constraint)
  kNative,   // ALTER TABLE … ADD COLUMN | DROP COLUMN | RENAME COLUMN
  kRebuild,
};

// `table` is the table before the whole statement, or null when only raw SQL knows it; `after` likewise.
Means MeansOf(const ir::AlterAction& action, const ir::Table* table, const ir::Table* after, const Enums& enums,
              const dialect::Dialect& dialect);

// https://sqlite.org/lang_altertable.html#altertabaddcol: no key, no default that differs by row, no null against NOT NULL, and
// only behind the last column.
bool CanAddColumn(const ir::AddColumn& add, const ir::Table* table);

// https://sqlite.org/lang_altertable.html#altertabdropcol: nothing else of the table may name the column.
bool CanDropColumn(const ir::Table& table, const std::string& column, const dialect::Dialect& dialect);

// True when the expression, or raw SQL in it, names the column.
bool NamesColumn(const ir::Expr& expr, const std::string& column, const dialect::Dialect& dialect);

}  // namespace migc::emit::sqlite
