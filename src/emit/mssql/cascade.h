// Cascade: the foreign keys that SQL Server refuses because a change would reach a table twice, or come back to where it began
// (error 1785; "CREATE TABLE (Transact-SQL)", Foreign Key Constraints: cycles and multiple cascade paths).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "migc/dialect/dialect.h"
#include "migc/ir/table.h"

namespace migc::emit::mssql {

// Remembers the keys of the tables that it is shown. Deletes and updates cascade apart from each other.
class CascadeGraph {
 public:
  explicit CascadeGraph(const dialect::Dialect& dialect) : dialect_(dialect) {}

  // The keys of the table are now these.
  void Set(const ir::Table& table);
  // "a cycle of cascades", "the second way in which a delete reaches table \"x\"": what the key of the table makes; or nothing.
  std::optional<std::string> FaultOf(const ir::Name& table, const ir::Constraint& constraint) const;

 private:
  struct Edge {
    std::string from;  // the table that is referred to
    std::string to;
    std::string name;
    bool on_delete = false;
    bool on_update = false;
  };
  std::string KeyOf(const ir::Name& name) const;
  std::optional<std::string> FaultOf(const Edge& edge, bool on_delete) const;
  // Tables that a change of `from` reaches (towards the children), or that reach it, without the edge.
  std::set<std::string> Reached(const std::string& from, bool on_delete, bool children, const Edge& without) const;

  const dialect::Dialect& dialect_;
  std::map<std::string, std::vector<Edge>> edges_;  // by the table that has the key
};

}  // namespace migc::emit::mssql
