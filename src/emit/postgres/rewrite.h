// Rewrite: `alter table` as the fewest statements that mean what was written. PostgreSQL runs the actions of one ALTER TABLE in
// passes of its own (drops, types, new columns, attributes, constraints, the rest; tablecmds.c), not in the order they are written.
//
//   alter table t add a int, drop b, rename c to d, add constraint k check (d > 0)
//     -> ALTER TABLE t ADD COLUMN a INTEGER, DROP COLUMN b
//        ALTER TABLE t RENAME COLUMN c TO d                 -- stands alone
//        ALTER TABLE t ADD CONSTRAINT k CHECK (d > 0)
#pragma once

#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "migc/catalog/replay.h"
#include "migc/ir/operation.h"

namespace migc::emit::postgres {

// What an action touches: columns, and constraints by their own name; raw SQL may touch any.
struct Touched {
  std::set<std::string> columns;
  std::set<std::string> constraints;
  bool anything = false;
};
Touched TouchedBy(const ir::AlterAction& action);

// True when the action can share a statement with others: not a rename, a move to another schema, or a comment.
bool CanBeCombined(const ir::AlterAction& action);

// True when PostgreSQL would run `later` in one statement with `earlier` otherwise than in the written order, where that matters.
bool MustComeAfter(const ir::AlterAction& later, const ir::AlterAction& earlier);

// True when an action after this one gives the column a default, or takes it away.
bool DefaultChangesAfter(const ir::AlterTable& alter, const ir::AlterAction& action, const std::string& column);

// True when an action after this one changes the column's type: a default that is set now is one of that type (so a derived
// downgrade has them), and can only be set after it.
bool TypeChangesAfter(const ir::AlterTable& alter, const ir::AlterAction& action, const std::string& column);

// A default that is the same for every row.
bool IsConstant(const ir::Expr& value);

// The USING that somebody wrote; null for none, and for the cast of the column that a derived downgrade is made with: that would
// cut a text silently (CAST(n AS VARCHAR(5))), and there is none between some types that have a way.
const ir::Expr* WrittenUsing(const ir::SetType& set);

// The table that is altered, as it is after each action: names, types, defaults.
class TableState {
 public:
  TableState(const catalog::Step& step, const ir::Name& table);

  const ir::Name& name() const { return name_; }
  bool known() const { return known_; }
  const ir::Column* Find(const std::string& column) const;
  const std::vector<ir::Column>& columns() const { return table_.columns; }
  void Apply(const ir::AlterAction& action, const std::string& default_schema);

 private:
  ir::Column* FindMutable(const std::string& column);
  ir::Name name_;
  ir::Table table_;
  bool known_ = false;
};

}  // namespace migc::emit::postgres
