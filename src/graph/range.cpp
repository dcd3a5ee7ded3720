#include <fmt/format.h>

#include <algorithm>

#include "migc/graph/plan.h"
#include "order.h"
#include "resolve.h"
#include "wording.h"

namespace migc::graph {
namespace {

bool CarriesLabel(const Graph& graph, Node node, const std::string& label) {
  const std::vector<std::string>& labels = graph.At(node).labels;
  return std::binary_search(labels.begin(), labels.end(), label);
}

// Whether the revision is listed when a range starts on the branch: the label reached it; or, for a revision's name, it is in line.
bool IsOfBranch(const Graph& graph, Node node, const Branch& branch) {
  return graph.FindLabel(branch.name) ? CarriesLabel(graph, node, branch.name) : static_cast<bool>(branch.lineage[node]);
}

// Without a current revision `-2` counts down from the heads.
std::optional<Place> DownFromHeads(const Graph& graph, const Target& target, diag::Sink& sink) {
  Lookup lookup(graph, sink);
  Place all;
  Collector ends(graph);
  if (!target.branch.empty()) {
    all.branch = lookup.FindBranch(target.branch);
    if (!all.branch) return std::nullopt;
  }
  for (const Node head : graph.effective_heads()) {
    if (all.branch && !IsOfBranch(graph, head, *all.branch)) continue;
    const std::optional<Place> place = lookup.WalkDown(head, target, Overrun::kStop);
    if (!place) return std::nullopt;
    ends.Add(place->nodes);
  }
  all.nodes = ends.nodes();
  return all;
}

struct End {
  std::vector<Node> nodes;
  std::vector<Branch> branches;
};

std::optional<End> ResolveEnd(const Graph& graph, std::string_view text, const End* lower, diag::Sink& sink) {
  const std::optional<std::vector<Target>> targets = ParseTargets(graph, text, sink);
  if (!targets) return std::nullopt;
  Lookup lookup(graph, sink);
  End end;
  Collector nodes(graph);
  for (const Target& target : *targets) {
    std::optional<Place> place;
    if (!target.IsRelative()) {
      place = lookup.Absolute(target, Overrun::kStop);
    } else if (*target.steps < 0) {
      place = DownFromHeads(graph, target, sink);
    } else if (lower == nullptr || lower->nodes.size() > 1) {
      sink.Report(diag::Make(diag::Kind::kBadTarget, std::nullopt, target.text, "it counts from the one revision before ':'")
                      .WithHelp("name a revision there, as in 1975ea:+3"));
      return std::nullopt;
    } else {
      const Branch* branch = lower->branches.empty() ? nullptr : &lower->branches.front();
      place =
          lookup.WalkUp(lower->nodes.empty() ? std::nullopt : std::optional(lower->nodes.front()), target, branch, Overrun::kStop);
    }
    if (!place) return std::nullopt;
    nodes.Add(place->nodes);
    if (place->branch) end.branches.push_back(std::move(*place->branch));
  }
  end.nodes = nodes.nodes();
  return end;
}

struct Bounds {
  std::string_view lower = "base";
  std::string_view upper = "heads";
};

std::optional<Bounds> SplitRange(std::string_view range, diag::Sink& sink) {
  Bounds bounds;
  if (range.empty()) return bounds;
  const std::size_t colon = range.find(':');
  if (colon == std::string_view::npos || range.find(':', colon + 1) != std::string_view::npos) {
    const bool none = colon == std::string_view::npos;
    sink.Report(diag::Make(diag::Kind::kBadRange, std::nullopt, range)
                    .WithHelp(none ? fmt::format("write {}: for all from there on, or :{} for all up to there", range, range)
                                   : std::string("write one ':'")));
    return std::nullopt;
  }
  if (colon > 0) bounds.lower = range.substr(0, colon);
  if (colon + 1 < range.size()) bounds.upper = range.substr(colon + 1);
  return bounds;
}

}  // namespace

std::optional<std::vector<Node>> ResolveRange(const Graph& graph, std::string_view range, diag::Sink& sink) {
  const std::optional<Bounds> bounds = SplitRange(range, sink);
  if (!bounds) return std::nullopt;
  const std::optional<End> lower = ResolveEnd(graph, bounds->lower, nullptr, sink);
  if (!lower) return std::nullopt;
  std::optional<End> upper = ResolveEnd(graph, bounds->upper, &*lower, sink);
  if (!upper) return std::nullopt;
  for (const Branch& branch : lower->branches) {
    std::erase_if(upper->nodes, [&](Node node) { return !IsOfBranch(graph, node, branch); });
  }

  const Marks below_upper = Reach(graph, upper->nodes, Along::kNeeds);
  for (const Node node : lower->nodes) {
    if (below_upper[node]) continue;
    sink.Report(diag::Make(diag::Kind::kRangeNotAncestor, std::nullopt, IdOf(graph, node), RowsText(graph, upper->nodes))
                    .WithNote(upper->nodes.empty() ? std::string("nothing comes before base")
                                                   : LineText(graph, {node}, upper->nodes.front()))
                    .WithHelp("write the older revision before ':'"));
    return std::nullopt;
  }
  // From base everything below the upper end; else what comes from the lower end, by parents, and the lower end itself.
  const Marks below_lower = Reach(graph, lower->nodes, Along::kNeeds);
  const Marks above_lower = Reach(graph, lower->nodes, Along::kChildren);
  Marks chosen = below_upper;
  if (!lower->nodes.empty()) {
    for (std::size_t i = 0; i < chosen.size(); ++i) chosen[i] = chosen[i] && above_lower[i] && !below_lower[i];
    for (const Node node : lower->nodes) chosen[node] = true;
  }
  return NewestFirst(graph, chosen);
}

std::optional<Node> ResolveOne(const Graph& graph, std::string_view text, diag::Sink& sink) {
  const std::optional<std::vector<Target>> targets = ParseTargets(graph, text, sink);
  if (!targets) return std::nullopt;
  Collector found(graph);
  for (const Target& target : *targets) {
    std::optional<Place> place;
    if (!target.IsRelative()) {
      place = Lookup(graph, sink).Absolute(target);
    } else if (*target.steps < 0) {
      place = DownFromHeads(graph, target, sink);
    } else {
      place = Lookup(graph, sink).WalkUp(std::nullopt, target, nullptr);
    }
    if (!place) return std::nullopt;
    found.Add(place->nodes);
  }
  const std::vector<Node>& nodes = found.nodes();
  if (nodes.size() == 1) return nodes.front();
  const bool none = nodes.empty();
  sink.Report(
      diag::Make(diag::Kind::kNotOneRevision, std::nullopt, text, none ? std::string("none") : QuotedList(graph, nodes))
          .WithHelp(none ? fmt::format("the first revisions are {}", QuotedList(graph, graph.bases())) : "name one of them"));
  return std::nullopt;
}

}  // namespace migc::graph
