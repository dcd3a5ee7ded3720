#include <fmt/format.h>

#include <algorithm>

#include "migc/graph/plan.h"
#include "order.h"
#include "resolve.h"
#include "rows.h"
#include "wording.h"

namespace migc::graph {
namespace {

// The row that `label@-1` counts from: the one on the branch, or the last applied one on it.
std::optional<Node> StartOnBranch(const Graph& graph, const std::vector<Node>& rows, const Target& target, const Branch& branch,
                                  diag::Sink& sink) {
  std::vector<Node> starts = rows;
  std::erase_if(starts, [&](Node node) { return !branch.lineage[node]; });
  if (starts.empty()) {
    const Marks applied = Reach(graph, rows, Along::kNeeds);
    for (Node node = 0; node < graph.size(); ++node) {
      const std::vector<Node>& children = graph.At(node).children;
      const bool tip = applied[node] && std::none_of(children.begin(), children.end(), [&](Node child) { return applied[child]; });
      if (tip && branch.lineage[node]) starts.push_back(node);
    }
  }
  if (starts.size() == 1) return starts.front();
  diag::Diagnostic diagnostic = diag::Make(diag::Kind::kAmbiguousStart, std::nullopt, target.text, starts.size());
  if (starts.empty()) {
    diagnostic.notes.push_back(
        {std::nullopt, fmt::format("nothing on branch {} is applied at {}", Quoted(branch.name), RowsText(graph, rows))});
    diagnostic.help = "name a revision";
  } else {
    diagnostic.notes.push_back({std::nullopt, fmt::format("they are {}", QuotedList(graph, starts))});
    diagnostic.help =
        fmt::format("say from which: {}{}", IdOf(graph, starts.front()), target.text.substr(target.text.find_last_of('-')));
  }
  sink.Report(std::move(diagnostic));
  return std::nullopt;
}

}  // namespace

std::optional<Floor> DescendFromRows(const Graph& graph, const std::vector<Node>& rows, const Target& target, diag::Sink& sink) {
  Lookup lookup(graph, sink);
  if (*target.steps > 0 || rows.empty()) {
    const bool up = *target.steps > 0;
    sink.Report(
        diag::Make(diag::Kind::kBadTarget, std::nullopt, target.text, up ? "a downgrade does not lead up" : "nothing is below base")
            .WithHelp(up ? "write -N, or upgrade instead" : "upgrade first"));
    return std::nullopt;
  }
  Floor floor;
  std::optional<Node> start = rows.front();
  if (!target.branch.empty()) {
    floor.branch = lookup.FindBranch(target.branch);
    if (!floor.branch) return std::nullopt;
    start = StartOnBranch(graph, rows, target, *floor.branch, sink);
    if (!start) return std::nullopt;
  } else {
    floor.branch = Branch{IdOf(graph, *start), *start, {}};
  }
  const std::optional<Place> place = lookup.WalkDown(*start, target);
  if (!place) return std::nullopt;
  if (target.branch.empty() && rows.size() > 1) {
    sink.Report(diag::Make(diag::Kind::kAmbiguousDowngrade, std::nullopt, target.text, rows.size(), IdOf(graph, *start))
                    .WithNote(fmt::format("the rows are {}", QuotedList(graph, rows)))
                    .WithHelp(fmt::format("write {}{}", IdOf(graph, *start), target.text)));
  }
  if (!place->nodes.empty()) floor.node = place->nodes.front();
  return floor;
}

namespace {

bool IsRow(const std::vector<Node>& rows, Node node) { return std::find(rows.begin(), rows.end(), node) != rows.end(); }

// `label@rev` where nothing is above the revision: there is nothing to undo, on that branch or on any other.
bool IsPlainRow(const Graph& graph, const std::vector<Node>& rows, const Target& target) {
  if (target.branch.empty() || target.steps) return false;
  const std::optional<Node> node = graph.Find(target.symbol);
  return node && IsRow(rows, *node);
}

// The revisions right above a floor, of which those on the branch are kept when there is a choice.
std::optional<std::vector<Node>> RootsAbove(const Graph& graph, const Floor& floor, diag::Sink& sink) {
  std::vector<Node> roots = floor.node ? graph.At(*floor.node).children : graph.bases();
  if (!floor.branch || roots.size() < 2) return roots;
  const Marks line = Reach(graph, std::span(&floor.branch->revision, 1), Along::kParents);
  std::vector<Node> kept;
  std::copy_if(roots.begin(), roots.end(), std::back_inserter(kept), [&](Node node) { return line[node]; });
  if (!kept.empty()) return kept;
  sink.Report(diag::Make(diag::Kind::kBranchNotAbove, std::nullopt, floor.node ? Quoted(IdOf(graph, *floor.node)) : "base",
                         floor.branch->name)
                  .WithNote(fmt::format("above it are {}", QuotedList(graph, roots)))
                  .WithHelp("name the branch by one of these"));
  return std::nullopt;
}

// The targets of one downgrade, each of them applied.
struct Floors {
  std::vector<Node> nodes;
  std::vector<Node> roots;
};

// Adds one floor; false when it was refused.
bool AddFloor(const Graph& graph, const std::vector<Node>& rows, const Marks& applied, const Floor& floor, Floors& floors,
              diag::Sink& sink) {
  if (floor.node && !applied[*floor.node]) {
    const std::string name = Quoted(IdOf(graph, *floor.node));
    sink.Report(diag::Make(diag::Kind::kNotBelow, std::nullopt, name, RowsText(graph, rows))
                    .WithNote(fmt::format("no line of revisions leads from {} down to {}", RowsText(graph, rows), name))
                    .WithHelp(fmt::format("to get there, upgrade to {}", name)));
    return false;
  }
  const std::optional<std::vector<Node>> roots = RootsAbove(graph, floor, sink);
  if (!roots) return false;
  if (floor.node) floors.nodes.push_back(*floor.node);
  floors.roots.insert(floors.roots.end(), roots->begin(), roots->end());
  return true;
}

std::optional<Floors> ResolveFloors(const Graph& graph, const std::vector<Node>& rows, std::string_view to, diag::Sink& sink) {
  const std::optional<std::vector<Target>> targets = ParseTargets(graph, to, sink);
  if (!targets) return std::nullopt;
  const Marks applied = Reach(graph, rows, Along::kNeeds);
  Floors floors;
  for (const Target& target : *targets) {
    std::vector<Floor> found;
    if (target.IsRelative()) {
      std::optional<Floor> floor = DescendFromRows(graph, rows, target, sink);
      if (!floor) return std::nullopt;
      found.push_back(std::move(*floor));
    } else {
      if (IsPlainRow(graph, rows, target)) continue;
      const std::optional<Place> place = Lookup(graph, sink).Absolute(target);
      if (!place) return std::nullopt;
      for (const Node node : place->nodes) found.push_back({node, place->branch});
      if (place->nodes.empty()) found.push_back({std::nullopt, place->branch});
    }
    for (const Floor& floor : found) {
      if (!AddFloor(graph, rows, applied, floor, floors, sink)) return std::nullopt;
    }
  }
  if (!CheckTargetsApart(graph, floors.nodes, sink)) return std::nullopt;
  return floors;
}

// True when the empty downgrade is what was asked for.
bool CheckNothingToUndo(const Graph& graph, const std::vector<Node>& rows, const Floors& floors, diag::Sink& sink) {
  for (const Node node : floors.nodes) {
    if (IsRow(rows, node)) continue;
    const std::string name = Quoted(IdOf(graph, node));
    std::vector<Node> above = graph.At(node).needed_by;
    diag::Diagnostic diagnostic = diag::Make(diag::Kind::kNothingAbove, std::nullopt, name, RowsText(graph, rows));
    if (!above.empty()) diagnostic.notes.push_back({std::nullopt, fmt::format("it is needed by {}", QuotedList(graph, above))});
    sink.Report(std::move(diagnostic).WithHelp("name a revision on the branch that is to be undone"));
    return false;
  }
  return true;
}

}  // namespace

std::optional<Plan> ResolveDowngrade(const Graph& graph, std::string_view from, std::string_view to, diag::Sink& sink) {
  const std::optional<std::vector<Node>> rows = ResolveRows(graph, from, sink);
  if (!rows) return std::nullopt;
  const std::optional<Floors> floors = ResolveFloors(graph, *rows, to, sink);
  if (!floors) return std::nullopt;
  const Marks applied = Reach(graph, *rows, Along::kNeeds);
  const Marks undone = ReachIf(graph, floors->roots, Along::kNeededBy, [&](Node node) { return applied[node]; });
  const std::vector<Node> order = NewestFirst(graph, undone);
  if (order.empty() && !CheckNothingToUndo(graph, *rows, *floors, sink)) return std::nullopt;
  return MakePlan(graph, *rows, Direction::kDowngrade, order);
}

}  // namespace migc::graph
