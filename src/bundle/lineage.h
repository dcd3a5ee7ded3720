// Lineage: what a table and its columns, as a step of the upgrade knows them, are called in the database before the upgrade, and
// what earlier steps have done to their rows since.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "migc/bundle/frame.h"
#include "migc/catalog/replay.h"

namespace migc::bundle {

struct ColumnTrack {
  const ir::Column* before = nullptr;  // as it is in the database
  bool not_null = false;               // now
  std::string changed_by;              // the first step that may have changed its values; empty: none
};

struct TableTrack {
  const ir::Table* before = nullptr;
  std::map<std::string, ColumnTrack> columns;  // by their names now, folded
  std::set<std::string> added;                 // names of columns that the upgrade made
  std::string inserted_by;                     // the first step that adds rows
  std::string changed_by;                      // the first step that takes rows away, or may do anything
};

class Lineage {
 public:
  Lineage(const Frame& frame, const catalog::Catalog& before);

  // Null for a table that the upgrade makes, and for one that nobody knows.
  const TableTrack* Find(const ir::Name& table) const;
  const ColumnTrack* FindColumn(const TableTrack& table, const std::string& column) const;
  const std::map<catalog::ObjectKey, TableTrack>& tables() const { return tables_; }

  // The step is done: names and rows are from now on as it leaves them.
  void Apply(const ir::Operation& operation);

  // Of `expr`, which names columns as they are now, with the names of before. The reason when it cannot be asked before.
  struct Translated {
    ir::Expr expr;
    std::string reason;  // empty: there is none
  };
  Translated Translate(const ir::Expr& expr, const TableTrack& table) const;
  // The reason why a query cannot be asked before, as far as its words tell; empty: it can.
  std::string Obstacle(const std::string& sql) const;

 private:
  TableTrack* FindTrack(const ir::Name& table);
  void ApplyAction(const ir::AlterAction& action, const std::string& step, TableTrack& table);
  void Move(const ir::Name& from, const ir::Name& to);
  void ChangeRows(const ir::Name& table, const std::string& step, bool removes);
  void Disturb(const std::string& sql, const std::string& step);
  void Make(const std::string& name, const std::string& step);
  std::string Describe(const ir::Operation& operation) const;

  const Frame& frame_;
  const catalog::Catalog& before_;
  std::map<catalog::ObjectKey, TableTrack> tables_;  // by their names now
  std::map<std::string, std::string> made_;          // names that are not there before, in lower case, and the step that makes each
};

// The kind of object that the statement makes ("VIEW", "INDEX"), or its first word when it makes none; in upper case. Empty: there
// is nothing in it.
std::string StatementKindOf(std::string_view sql, const dialect::Lexical& lexical);

}  // namespace migc::bundle
