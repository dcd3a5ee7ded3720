// DataChecks: the checks of data that one upgrade needs, operation by operation.
#pragma once

#include <string>
#include <vector>

#include "bundle/lineage.h"
#include "migc/bundle/check_script.h"
#include "migc/bundle/frame.h"
#include "migc/catalog/replay.h"

namespace migc::bundle {

class DataChecks {
 public:
  DataChecks(const Frame& frame, const catalog::Catalog& before) : frame_(frame), before_(before), lineage_(frame, before) {}

  void Add(const catalog::Step& step);
  // A `require`, the author's or the back end's own, as the dialect's tool is to ask it.
  void AddRequired(const emit::Statement& statement);

  const Lineage& lineage() const { return lineage_; }

  std::vector<CheckRow> rows;
  std::vector<std::string> remarks;  // what cannot be asked before, and why

 private:
  struct Ask {
    std::string fact;
    ir::Origin origin;
  };
  void OfAction(const catalog::Step& step, const ir::Name& table, const ir::AlterAction& action);
  void OfNotNull(const TableTrack& table, const std::string& column, const ir::Origin& origin);
  void OfType(const catalog::Step& step, const TableTrack& table, const ir::SetType& set, const ir::Origin& origin);
  void OfNewColumn(const TableTrack& table, const ir::AddColumn& add, const ir::Origin& origin);
  void OfConstraint(const TableTrack& table, const ir::Constraint& constraint, const ir::Origin& origin);
  void OfForeignKey(const TableTrack& table, const ir::ForeignKey& key, const ir::Origin& origin);
  void OfCheck(const TableTrack& table, const ir::Check& check, const ir::Origin& origin);
  void OfIndex(const TableTrack& table, const ir::Index& index, const ir::Origin& origin);
  void OfEnum(const catalog::Step& step, const ir::AlterEnum& alter, const ir::Origin& origin);

  struct Keys {
    std::vector<ir::Expr> keys;  // with the names of before
    std::vector<std::uint32_t> lengths;
    std::optional<ir::Expr> where;
    bool nulls_are_equal = false;
  };
  void OfUnique(const TableTrack& table, const Keys& keys, const Ask& ask);

  // The reason why the columns' values cannot be asked before; empty: they can.
  std::string Obstacle(const TableTrack& table, const std::vector<ir::Identifier>& columns) const;
  std::string NameOf(const TableTrack& table) const;
  std::string Sql(const ir::Name& table) const;
  std::string ColumnSql(const TableTrack& table, const std::string& column) const;
  const catalog::Enum* EnumOf(const catalog::Step& step, const ir::Type& type) const;

  // A check of the rows of one table; a remark when other rows come into it first.
  void Report(const TableTrack& table, const Ask& ask, const std::string& query);
  void Remark(const Ask& ask, const std::string& reason);

  const Frame& frame_;
  const catalog::Catalog& before_;
  Lineage lineage_;
};

}  // namespace migc::bundle
