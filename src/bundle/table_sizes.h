// TableSizes: the tables that are there before the upgrade and that it changes or reads as a whole, and how large each of them is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bundle/lineage.h"
#include "migc/bundle/check_script.h"
#include "migc/bundle/frame.h"
#include "migc/catalog/replay.h"

namespace migc::bundle {

class TableSizes {
 public:
  explicit TableSizes(const Frame& frame) : frame_(frame) {}

  // `lineage` is as it is before the step.
  void Add(const catalog::Step& step, const Lineage& lineage);
  // A row for each table, in the order of the upgrade, with the first place that is about it.
  std::vector<CheckRow> Rows() const;

 private:
  struct Touched {
    const ir::Table* table;           // as it is in the database
    std::vector<std::string> places;  // each once; empty ones are left out
  };
  void Touch(const TableTrack* table, const ir::Origin& origin);
  void OfChanges(const catalog::Step& step, const Lineage& lineage);
  void OfAction(const catalog::Step& step, const Lineage& lineage, const ir::AlterAction& action);
  void OfParent(const ir::ForeignKey& key, const Lineage& lineage, const ir::Origin& origin);
  void OfSql(std::string_view sql, const Lineage& lineage, const ir::Origin& origin);

  const Frame& frame_;
  std::vector<Touched> touched_;
};

// One SELECT that gives one text, "about 1200000 rows, 240 MB", whatever the database knows, also without the table where the
// engine can be asked so. It reads the catalog and not the table, except on SQLite.
std::string SizeQuery(const dialect::Dialect& dialect, const ir::Name& table);

}  // namespace migc::bundle
