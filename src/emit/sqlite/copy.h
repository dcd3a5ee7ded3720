// CopyPlan: follows the columns of a table through the actions of one `alter table`, to know what each is copied from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "migc/ir/operation.h"

namespace migc::emit::sqlite {

struct ColumnRename {
  std::string from;
  std::string to;
  friend bool operator==(const ColumnRename&, const ColumnRename&) = default;
};

struct CopyColumn {
  std::string to;
  ir::Expr value;  // of columns of the former table
};

// A conversion that may not keep a value as it is.
struct Conversion {
  std::string column;  // of the former table
  std::string target;  // INTEGER, REAL, NUMERIC
};

// What a type's values are kept as, by what migc spells it as; not the affinity: DATETIME has that of a number, but holds text.
enum class ValueClass { kInteger, kNumber, kReal, kText, kTime, kBytes, kUnknown };
ValueClass ClassOf(const ir::Type& type);

class CopyPlan {
 public:
  explicit CopyPlan(const ir::Table& before);

  void Apply(const ir::AlterAction& action);

  // ALTER TABLE … RENAME COLUMN, to be run before the copy: it is SQLite's own, and so reaches foreign keys of other tables, views
  // and triggers. A column that makes room for one of its name is renamed too.
  const std::vector<ColumnRename>& renames() const { return renames_; }
  const std::vector<Conversion>& conversions() const { return conversions_; }
  // The former table's columns as they are called after the renames.
  std::vector<std::string> FormerColumns() const;
  // Columns that are not named get their defaults.
  std::vector<CopyColumn> ColumnsFor(const ir::Table& after) const;

 private:
  struct Tracked {
    std::string name;
    bool former = false;   // a column of the former table, which is called the same by now
    bool written = false;  // `value` must be written out, for it is not the column's default
    ir::Type type;
    ir::Expr value;
  };

  Tracked* Find(const std::string& name);
  void Rename(const std::string& from, const std::string& to);
  void RenameFormer(const std::string& from, const std::string& to);
  void ChangeType(const ir::SetType& change);
  void Fill(const ir::SetNotNull& change);
  // The author's expression with what each column is at this point put in.
  ir::Expr Substitute(ir::Expr expr) const;

  std::vector<Tracked> columns_;
  std::vector<std::string> dropped_;  // of the former table
  std::vector<ColumnRename> renames_;
  std::vector<Conversion> conversions_;
};

}  // namespace migc::emit::sqlite
