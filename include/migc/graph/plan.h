// Plan: which revisions run, in which order and direction, and what the rows of the version table become after each.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "migc/diag/sink.h"
#include "migc/graph/graph.h"
#include "migc/graph/head_list.h"

namespace migc::graph {

enum class Direction : std::uint8_t { kUpgrade, kDowngrade };

enum class RowAction : std::uint8_t { kInsert, kUpdate, kDelete };

// One change of the version table: INSERT to, UPDATE from -> to, DELETE from. What does not apply is empty.
struct RowChange {
  RowAction action{};
  std::string from;
  std::string to;
  friend bool operator==(const RowChange&, const RowChange&) = default;
};

struct Step {
  Node revision = 0;
  Direction direction = Direction::kUpgrade;
  std::vector<RowChange> rows;
  HeadList heads;  // the rows of the version table after the step, sorted
};

struct Plan {
  Direction direction = Direction::kUpgrade;
  std::vector<std::string> from;  // the rows before the first step, sorted; empty: base
  std::vector<std::string> to;    // the rows after the last
  std::vector<Step> steps;
};

// `from` and `to` as typed: `base`, `head`, `heads`, full and partial ids, labels, `a@b`, relative forms; several separated by ','.
// Reports what cannot be found or reached, with candidates; nothing then. A plan without steps is a plan.
std::optional<Plan> ResolveUpgrade(const Graph& graph, std::string_view from, std::string_view to, diag::Sink& sink);
std::optional<Plan> ResolveDowngrade(const Graph& graph, std::string_view from, std::string_view to, diag::Sink& sink);
// The direction follows from the two ends; when both or neither can be walked it is an error that says so.
std::optional<Plan> ResolvePlan(const Graph& graph, std::string_view from, std::string_view to, diag::Sink& sink);

// The same revisions back again, in reverse: from `plan.to` to `plan.from`, whatever else is applied.
Plan ReversePlan(const Graph& graph, const Plan& plan);

// Rows only, no revision runs: the version table is made to say `to`. One change list, in order. With `purge` it starts from an
// empty table, whatever `from` says: whoever applies the changes empties the table first.
struct Stamp {
  std::vector<std::string> from;
  std::vector<std::string> to;
  std::vector<RowChange> rows;
};
std::optional<Stamp> ResolveStamp(const Graph& graph, std::string_view from, std::string_view to, bool purge, diag::Sink& sink);

// The revisions that a version table with these rows (full ids) has applied, parents first.
std::vector<Node> AppliedRevisions(const Graph& graph, const std::vector<std::string>& rows);

// One revision, for `show`, `edit`, `revision --head`: as the targets above, but exactly one.
std::optional<Node> ResolveOne(const Graph& graph, std::string_view target, diag::Sink& sink);

// A listing range `A:B`, `A:`, `:B` or nothing, newest first.
std::optional<std::vector<Node>> ResolveRange(const Graph& graph, std::string_view range, diag::Sink& sink);

}  // namespace migc::graph
