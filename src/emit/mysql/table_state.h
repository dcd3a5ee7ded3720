// TableState: the table that an `alter table` changes, as it is after each of its actions; and the indexes that foreign keys need.
#pragma once

#include <string>
#include <vector>

#include "migc/catalog/replay.h"
#include "migc/dialect/dialect.h"

namespace migc::emit::mysql {

class TableState {
 public:
  // As it is before the step; unknown when only raw SQL made it.
  TableState(const catalog::Step& step, const ir::Name& table, const dialect::Dialect& dialect);

  const ir::Name& name() const { return table_.name; }
  bool known() const { return known_; }
  const ir::Table& table() const { return table_; }
  const ir::Column* Find(const std::string& column) const { return ir::FindColumn(table_, column); }
  const ir::Constraint* FindConstraint(const std::string& name) const { return ir::FindConstraint(table_, name); }
  void Apply(const ir::AlterAction& action);

 private:
  template <class F>
  void With(const ir::Identifier& column, F change);
  void Rename(const std::string& from, const std::string& to);
  void Add(const ir::AddColumn& add);
  void Drop(const std::string& column);

  ir::Table table_;
  const dialect::Dialect* dialect_;
  bool known_ = false;
};

// The columns of a constraint or an index that it names outside raw SQL.
std::vector<ir::Identifier> ColumnsOf(const ir::Constraint& constraint);
std::vector<ir::Identifier> ColumnsOf(const ir::Index& index);
// True when it names the column, also in raw SQL.
bool Uses(const ir::Constraint& constraint, const std::string& column, const dialect::Dialect& dialect);
bool Uses(const ir::Index& index, const std::string& column, const dialect::Dialect& dialect);

// A foreign key needs an index that begins with its columns, and MySQL makes one of the key's name when there is none. It does so
// silently, and leaves it behind when the key is dropped. So the scripts say it: such an index is there as long as the key is, and
// no key or index of the table's own serves.
struct SupportIndex {
  std::string name;  // of the foreign key
  std::vector<ir::Identifier> columns;
  friend bool operator==(const SupportIndex&, const SupportIndex&) = default;
};
std::vector<SupportIndex> SupportIndexesOf(const ir::Table& table);

// A table before and after a step; null where there is none, or none that the catalog knows.
struct TableChange {
  const ir::Table* before = nullptr;
  const ir::Table* after = nullptr;
};
TableChange ChangeOf(const catalog::Step& step, const ir::Name& table);

}  // namespace migc::emit::mysql
