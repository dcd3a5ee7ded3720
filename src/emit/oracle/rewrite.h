// Rewrite: `alter table` as the fewest statements that mean what was written, in the order in which it was written.
//
//   alter table t add a integer, add b integer, alter column c set default 1, alter column c set not null, drop d, drop e
//     -> ALTER TABLE t ADD (a NUMBER(10), b NUMBER(10))
//        ALTER TABLE t MODIFY (c DEFAULT 1 NOT NULL)
//        ALTER TABLE t DROP (d, e)
//
// MODIFY names what changes and nothing else: NOT NULL on a column that has it is ORA-01442, NULL on one that takes nulls
// ORA-01451.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "migc/catalog/replay.h"
#include "migc/emit/print.h"
#include "migc/ir/operation.h"

namespace migc::emit::oracle {

// The table of a step as it was before and as it is after; null where there is none, or none that the catalog knows.
const ir::Table* TableBefore(const catalog::Step& step, const ir::Name& table);
const ir::Table* TableAfter(const catalog::Step& step, const ir::Name& table);

// Before and after an `alter enum`: the tables that use it.
struct EnumUser {
  const ir::Table* before = nullptr;
  const ir::Table* after = nullptr;
};
std::vector<EnumUser> UsersOf(const catalog::Step& step, const ir::AlterEnum& alter);

Enums EnumsBefore(const catalog::Step& step);
Enums EnumsAfter(const catalog::Step& step);

// True when an action after this one changes the column's type: a default that is set now is one of that type (so a derived
// downgrade has them), and can only be set after it. DefaultChangesAfter likewise.
bool TypeChangesAfter(const ir::AlterTable& alter, const ir::AlterAction& action, const std::string& column);
bool DefaultChangesAfter(const ir::AlterTable& alter, const ir::AlterAction& action, const std::string& column);

// The USING that somebody wrote; null for none, and for the cast that a derived downgrade is made with.
const ir::Expr* WrittenUsing(const ir::SetType& set);

// True when the constraint can be written as an attribute of the column.
bool IsAttribute(const ir::Constraint& constraint, const ir::Identifier& column);

// True when the constraint's or the index's own columns or expressions name the column.
bool NamesColumn(const ir::Constraint& constraint, const std::string& column, const dialect::Dialect& dialect);
bool NamesColumn(const ir::Index& index, const std::string& column, const dialect::Dialect& dialect);
// The column stands in an expression of the index, or in a descending key, which is one to Oracle (ORA-30556).
bool IsComputedFrom(const ir::Index& index, const std::string& column, const dialect::Dialect& dialect);

// The table that is altered, as it is after each action.
class TableState {
 public:
  TableState(const catalog::Step& step, const ir::Name& table);

  const ir::Name& name() const { return name_; }
  bool known() const { return known_; }
  const ir::Column* Find(const std::string& column) const { return ir::FindColumn(table_, column); }
  const ir::Table& table() const { return table_; }
  void Apply(const ir::AlterAction& action);

 private:
  ir::Column* FindMutable(const std::string& column);
  ir::Name name_;
  ir::Table table_;
  bool known_ = false;
};

}  // namespace migc::emit::oracle
