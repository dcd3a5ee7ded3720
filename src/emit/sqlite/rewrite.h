// Rebuild: the rewrite of what ALTER TABLE cannot do, by the order that SQLite's documentation gives
// (https://sqlite.org/lang_altertable.html#otheralter).
//
// Before:  ALTER TABLE account ALTER COLUMN email SET NOT NULL, RENAME COLUMN nick TO alias
//
// After, with foreign keys switched off around the transaction (with them on, DROP TABLE would delete the rows of child tables):
//
//   ALTER TABLE account RENAME COLUMN nick TO alias               -- SQLite's own: follows into other tables, views and triggers
//   SELECT count(*) = 0 FROM (…)                                  -- stop when the table has a column, index or trigger that is
//                                                                 -- not as the migrations made it: it would be lost
//   CREATE TABLE migc_new_account (…)                             -- the whole new definition
//   INSERT INTO migc_new_account (…) SELECT … FROM account        -- a null in email stops it here
//   DROP TABLE account
//   PRAGMA legacy_alter_table = ON                                -- or else the next line fails on any view that names account,
//   ALTER TABLE migc_new_account RENAME TO account                -- and the foreign keys of other tables are rewritten
//   PRAGMA legacy_alter_table = OFF
//   CREATE INDEX …                                                -- its indexes and triggers went with the table
//   CREATE TRIGGER …
//
// Never the other way round (rename the old table away first): the foreign keys of other tables would follow it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "emit/sqlite/copy.h"
#include "emit/sqlite/table_form.h"
#include "migc/catalog/replay.h"

namespace migc::emit::sqlite {

struct Rebuild {
  TableForm form;
  std::string temporary;  // the name meanwhile
  std::vector<ColumnRename> renames;
  std::vector<Conversion> conversions;
  std::vector<CopyColumn> copy;
  std::vector<ir::Index> indexes;
  std::vector<ir::Routine> triggers;
  std::vector<std::string> tested_views;  // a column is gone: stop when one of them named it
  // What may be on the table: its columns after the renames, its indexes.
  std::vector<std::string> known_columns;
  std::vector<std::string> known_indexes;
  bool keeps_sequence = false;               // AUTOINCREMENT before and after
  std::optional<std::int64_t> starts_after;  // AUTOINCREMENT is new: no number up to this one is given
};

// `alter table` as one rebuild. `dependents` is the step's: triggers on the table, views that name it.
Rebuild RewriteAlterTable(const ir::Table& before, const ir::Table& after, std::span<const ir::AlterAction> actions,
                          std::span<const catalog::ObjectPtr> dependents, const Enums& enums);

// `alter enum` for one table that uses it: the check is another one, and renamed or mapped values are exchanged in the copy.
Rebuild RewriteEnumUse(const ir::Table& before, const ir::Table& after, const ir::AlterEnum& alter,
                       std::span<const catalog::ObjectPtr> dependents, const Enums& enums);

// The triggers among the dependents that are on the table.
std::vector<ir::Routine> TriggersOf(std::span<const catalog::ObjectPtr> dependents, const ir::Name& table);

}  // namespace migc::emit::sqlite
