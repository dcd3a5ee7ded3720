// AlterGroup: the actions that go into one ALTER TABLE. MySQL takes all of them as changes of the table that is there before, so
// what builds upon an action of the same statement, or undoes it, waits for the next one.
//
//   alter table t alter column a type bigint, alter column a set not null, alter column a comment 'c', drop column b, add c int
//     -> ALTER TABLE t
//          MODIFY COLUMN a BIGINT NOT NULL DEFAULT 1 COMMENT 'c',    -- once, with all that the column has
//          DROP COLUMN b,
//          ADD COLUMN c INT
#pragma once

#include <set>
#include <string>
#include <vector>

#include "emit/mysql/table_state.h"
#include "migc/ir/operation.h"

namespace migc::emit::mysql {

// What an action touches by name.
struct Touched {
  std::set<std::string> columns;
  std::set<std::string> constraints;
};
Touched TouchedBy(const ir::AlterAction& action, const TableState& state);

// A rename, a move, and what runs a statement of its own first.
bool StandsAlone(const ir::AlterAction& action);

// Which columns and names a statement in the making has dealt with, and how.
struct GroupContents {
  std::set<std::string> added_columns;
  std::set<std::string> dropped_columns;
  std::set<std::string> changed_columns;
  std::set<std::string> constraints;
  bool adds_foreign_key = false;
  bool drops_foreign_key = false;

  void Take(const ir::AlterAction& action, const TableState& state);
  // True when the action must not stand in the same statement.
  bool Refuses(const ir::AlterAction& action, const TableState& state) const;
};

}  // namespace migc::emit::mysql
