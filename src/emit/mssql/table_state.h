// TableState: the table of an `alter table`, as it is after each of its actions.
#pragma once

#include "migc/catalog/replay.h"
#include "migc/dialect/dialect.h"
#include "migc/ir/operation.h"

namespace migc::emit::mssql {

class TableState {
 public:
  TableState(const catalog::Step& step, const ir::Name& table, const dialect::Dialect& dialect);

  // A table that the step does not change.
  TableState(const ir::Table& table, const dialect::Dialect& dialect);

  // Its name, with the schema.
  const ir::Name& name() const { return table_.name; }
  // False when only raw SQL made it.
  bool known() const { return known_; }
  const ir::Table& table() const { return table_; }
  const ir::Column* Find(const std::string& column) const;
  void Apply(const ir::AlterAction& action);

 private:
  ir::Column* FindMutable(const std::string& column);
  void RenameColumn(const ir::RenameColumnAction& rename);
  void DropColumn(const std::string& column);

  const dialect::Dialect* dialect_;
  ir::Table table_;
  bool known_ = false;
};

// The table before and after the step; null where there is none, or none that the catalog knows.
struct TableChange {
  const ir::Table* before = nullptr;
  const ir::Table* after = nullptr;
};
TableChange ChangeOf(const catalog::Step& step, const ir::Name& table, const dialect::Dialect& dialect);

// The USING that somebody wrote; null for none, and for the cast of the column that a derived downgrade is made with.
const ir::Expr* WrittenUsing(const ir::SetType& set);

}  // namespace migc::emit::mssql
