#include <fmt/format.h>

#include <algorithm>

#include "migc/graph/plan.h"
#include "order.h"
#include "resolve.h"
#include "rows.h"
#include "wording.h"

namespace migc::graph {
namespace {

// The applied revisions on a branch that no applied one on it comes after.
std::vector<Node> TipsOnBranch(const Graph& graph, const std::vector<Node>& rows, const Branch& branch) {
  const Marks applied = Reach(graph, rows, Along::kNeeds);
  std::vector<Node> active;
  std::vector<bool> needed(graph.size(), false);
  for (Node node = 0; node < graph.size(); ++node) {
    if (!applied[node] || !branch.lineage[node]) continue;
    active.push_back(node);
    for (const Node need : graph.At(node).needs) needed[need] = true;
  }
  std::erase_if(active, [&](Node node) { return needed[node]; });
  return active;
}

// `+2` and `label@+2`: up from the one current revision (on the branch).
std::optional<Place> ClimbFromRows(const Graph& graph, const std::vector<Node>& rows, const Target& target, diag::Sink& sink) {
  Lookup lookup(graph, sink);
  if (*target.steps < 0) {
    sink.Report(diag::Make(diag::Kind::kBadTarget, std::nullopt, target.text, "an upgrade does not lead down")
                    .WithHelp("write +N, or downgrade instead"));
    return std::nullopt;
  }
  std::vector<Node> starts = rows;
  std::optional<Branch> branch;
  if (!target.branch.empty()) {
    branch = lookup.FindBranch(target.branch);
    if (!branch) return std::nullopt;
    std::erase_if(starts, [&](Node node) { return !branch->lineage[node]; });
    if (starts.empty()) starts = TipsOnBranch(graph, rows, *branch);
  }
  if (starts.size() > 1) {
    sink.Report(diag::Make(diag::Kind::kAmbiguousStart, std::nullopt, target.text, starts.size())
                    .WithNote(fmt::format("they are {}", QuotedList(graph, starts)))
                    .WithHelp(fmt::format("say from which: {}{}", IdOf(graph, starts.front()),
                                          target.text.substr(target.text.find_last_of('+')))));
    return std::nullopt;
  }
  return lookup.WalkUp(starts.empty() ? std::nullopt : std::optional(starts.front()), target, branch ? &*branch : nullptr);
}

// True when the empty upgrade is what was asked for.
bool CheckNothingToDo(const Graph& graph, const std::vector<Node>& rows, const Ends& ends, diag::Sink& sink) {
  std::optional<std::string> behind;
  std::string line;
  for (const Node node : ends.named) {
    if (behind || std::find(rows.begin(), rows.end(), node) != rows.end()) continue;
    behind = Quoted(IdOf(graph, node));
    line = LineText(graph, {node}, rows.front());
    for (const Node row : rows) {
      const std::vector<Node> path = FindPath(graph, node, row);
      if (!path.empty()) line = fmt::format("the line runs the other way: {}", PathText(IdsOf(graph, path)));
    }
  }
  if (!behind && ends.base && !rows.empty()) {
    behind = "base";
    line = "every revision comes after base";
  }
  if (!behind) return true;
  sink.Report(diag::Make(diag::Kind::kBackwardsUpgrade, std::nullopt, *behind, RowsText(graph, rows))
                  .WithNote(line)
                  .WithHelp(fmt::format("to go back, downgrade to {}", *behind)));
  return false;
}

}  // namespace

bool CheckTargetsApart(const Graph& graph, const std::vector<Node>& nodes, diag::Sink& sink) {
  const auto overlap = FindOverlap(graph, nodes);
  if (!overlap) return true;
  const auto [ancestor, descendant] = *overlap;
  sink.Report(
      diag::Make(diag::Kind::kOverlappingTargets, std::nullopt, IdOf(graph, ancestor), IdOf(graph, descendant))
          .WithNote(LineText(graph, {ancestor}, descendant))
          .WithHelp(fmt::format("leave {} out: it comes with {}", Quoted(IdOf(graph, ancestor)), Quoted(IdOf(graph, descendant)))));
  return false;
}

std::string LineText(const Graph& graph, const std::vector<Node>& from, Node to) {
  for (const Node start : from) {
    const std::vector<Node> path = FindPath(graph, start, to);
    if (!path.empty()) return fmt::format("the line is {}", PathText(IdsOf(graph, path)));
  }
  return fmt::format("no line of revisions leads from {} to {}", RowsText(graph, from), Quoted(IdOf(graph, to)));
}

std::optional<Ends> ResolveEnds(const Graph& graph, const std::vector<Node>& rows, std::string_view to, diag::Sink& sink) {
  const std::optional<std::vector<Target>> targets = ParseTargets(graph, to, sink);
  if (!targets) return std::nullopt;
  Lookup lookup(graph, sink);
  Ends ends;
  Collector nodes(graph);
  for (const Target& target : *targets) {
    const std::optional<Place> place = target.IsRelative() ? ClimbFromRows(graph, rows, target, sink) : lookup.Absolute(target);
    if (!place) return std::nullopt;
    if (place->nodes.empty() && !place->heads) ends.base = true;
    nodes.Add(place->nodes);
    if (!place->heads) ends.named.insert(ends.named.end(), place->nodes.begin(), place->nodes.end());
  }
  ends.nodes = nodes.nodes();
  if (!CheckTargetsApart(graph, ends.nodes, sink)) return std::nullopt;
  return ends;
}

std::optional<Plan> ResolveUpgrade(const Graph& graph, std::string_view from, std::string_view to, diag::Sink& sink) {
  const std::optional<std::vector<Node>> rows = ResolveRows(graph, from, sink);
  if (!rows) return std::nullopt;
  const std::optional<Ends> ends = ResolveEnds(graph, *rows, to, sink);
  if (!ends) return std::nullopt;
  const Marks applied = Reach(graph, *rows, Along::kNeeds);
  const Marks wanted = ReachIf(graph, ends->nodes, Along::kNeeds, [&](Node node) { return !applied[node]; });
  std::vector<Node> order = NewestFirst(graph, wanted);
  if (order.empty() && !CheckNothingToDo(graph, *rows, *ends, sink)) return std::nullopt;
  std::reverse(order.begin(), order.end());
  return MakePlan(graph, *rows, Direction::kUpgrade, order);
}

}  // namespace migc::graph
