// Rows: the version table as revisions run: which rows it has, and how one revision changes them.
#pragma once

#include <string>
#include <vector>

#include "migc/graph/plan.h"

namespace migc::graph {

// The rows are the applied revisions that no applied revision needs. Counting who needs whom keeps each step as cheap as its edges.
// Where several rows meet in a revision, or come back from it, its own row moves from or to the last of them in written order,
// parents before dependencies; the others are deleted or inserted in that order.
class Rows {
 public:
  // `rows` must not overlap.
  Rows(const Graph& graph, const std::vector<Node>& rows);

  bool IsApplied(Node node) const { return applied_[node]; }
  bool IsRow(Node node) const { return applied_[node] && needed_[node] == 0; }

  // The revision joins the applied ones; what it needs must be among them.
  std::vector<RowChange> Upgrade(Node node);
  // The revision, which must be a row, leaves the applied ones.
  std::vector<RowChange> Downgrade(Node node);

  const HeadList& heads() const { return heads_; }

 private:
  const Graph& graph_;
  std::vector<bool> applied_;
  std::vector<std::uint32_t> needed_;  // by how many applied revisions
  HeadList heads_;
};

// Steps that run `order` in one direction from `rows`.
Plan MakePlan(const Graph& graph, const std::vector<Node>& rows, Direction direction, const std::vector<Node>& order);

}  // namespace migc::graph
