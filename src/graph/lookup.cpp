#include "lookup.h"

#include <fmt/format.h>

#include <algorithm>

#include "wording.h"

namespace migc::graph {
namespace {

// Shorter names are only found in full, as Alembic has it.
constexpr std::size_t kMinPartialName = 4;

bool OnBranch(const Branch* branch, Node node) { return branch == nullptr || branch->lineage[node]; }

}  // namespace

std::vector<std::string> Lookup::AllNames() const {
  std::vector<std::string> names;
  for (const auto& [id, node] : graph_.by_id()) names.push_back(id);
  for (const auto& [label, node] : graph_.by_label()) names.push_back(label);
  return names;
}

void Lookup::ReportUnknown(std::string_view name) {
  diag::Diagnostic diagnostic = diag::Make(diag::Kind::kUnknownRevision, std::nullopt, name);
  const std::vector<std::string> names = AllNames();
  std::vector<std::string> shorter;
  for (const std::string& candidate : names) {
    if (!name.empty() && candidate.starts_with(name)) shorter.push_back(candidate);
  }
  if (name == "current") {
    diagnostic.help = "no database is asked; `migc current` prints the query for it, and `migc current FILE` reads the answer";
  } else if (names.empty()) {
    diagnostic.help = "there are no revisions yet";
  } else if (!shorter.empty()) {
    diagnostic.help =
        fmt::format("a name of fewer than {} characters is written in full: {}", kMinPartialName, QuotedList(shorter));
  } else {
    diagnostic.help = SuggestName(name, names);
  }
  if (diagnostic.help.empty()) diagnostic.help = fmt::format("the heads are {}", QuotedList(graph_, graph_.heads()));
  sink_.Report(std::move(diagnostic));
}

void Lookup::ReportNotOnBranch(Node node, const Branch& branch) {
  diag::Diagnostic diagnostic =
      diag::Make(diag::Kind::kNotOnBranch, std::nullopt, IdOf(graph_, node), branch.name, IdOf(graph_, branch.revision));
  const Revision& revision = graph_.At(node);
  if (!revision.labels.empty()) diagnostic.notes.push_back({std::nullopt, fmt::format("it is on {}", QuotedList(revision.labels))});
  sink_.Report(std::move(diagnostic).WithHelp(fmt::format("write {} alone, or another branch before '@'", IdOf(graph_, node))));
}

std::optional<Node> Lookup::Partial(std::string_view name, const Branch* branch) {
  std::vector<std::string> names;
  Collector found(graph_);
  std::optional<Node> elsewhere;
  const auto collect = [&](const auto& map) {
    for (auto it = map.lower_bound(name); it != map.end() && it->first.starts_with(name); ++it) {
      if (it->first.size() < kMinPartialName) continue;
      if (!OnBranch(branch, it->second)) {
        elsewhere = it->second;
        continue;
      }
      names.push_back(it->first);
      found.Add({it->second});
    }
  };
  if (!name.empty()) {
    collect(graph_.by_id());
    collect(graph_.by_label());
  }
  const std::vector<Node>& nodes = found.nodes();
  if (nodes.size() == 1) return nodes.front();
  if (nodes.size() > 1) {
    sink_.Report(diag::Make(diag::Kind::kAmbiguousRevision, std::nullopt, name, names.size())
                     .WithNote(fmt::format("they are {}", QuotedList(names)))
                     .WithHelp("write more of it"));
  } else if (elsewhere) {
    ReportNotOnBranch(*elsewhere, *branch);
  } else {
    ReportUnknown(name);
  }
  return std::nullopt;
}

std::optional<Node> Lookup::Named(std::string_view name, const Branch* branch) {
  std::optional<Node> node = graph_.Find(name);
  if (!node) node = graph_.FindLabel(name);
  if (!node) return Partial(name, branch);
  if (!OnBranch(branch, *node)) return ReportNotOnBranch(*node, *branch), std::nullopt;
  return node;
}

std::optional<Branch> Lookup::FindBranch(std::string_view name) {
  diag::Sink inner;
  std::optional<Node> node = Lookup(graph_, inner).Named(name, nullptr);
  if (node) return Branch{std::string(name), *node, LineageOf(graph_, *node)};
  for (const diag::Diagnostic& reason : inner.diagnostics()) {
    if (reason.kind != diag::Kind::kUnknownRevision) {
      sink_.Report(reason);
      continue;
    }
    std::vector<std::string> labels;
    for (const auto& [label, revision] : graph_.by_label()) labels.push_back(label);
    diag::Diagnostic diagnostic = diag::Make(diag::Kind::kUnknownBranch, std::nullopt, name).WithHelp(reason.help);
    if (!labels.empty()) diagnostic.notes.push_back({std::nullopt, fmt::format("the labels are {}", QuotedList(labels))});
    sink_.Report(std::move(diagnostic));
  }
  return std::nullopt;
}

void Lookup::ReportSeveral(const Target& target, const std::vector<Node>& nodes) {
  std::string example = IdOf(graph_, nodes.front());
  for (const Node node : nodes) {
    if (graph_.At(node).labels.empty()) continue;
    example = graph_.At(node).labels.front() + "@head";
    break;
  }
  const bool all = target.branch.empty() && !target.steps && target.symbol == "head";
  sink_.Report(diag::Make(diag::Kind::kSeveralHeads, std::nullopt, target.text, nodes.size())
                   .WithNote(fmt::format("they are {}", QuotedList(graph_, nodes)))
                   .WithHelp(all ? fmt::format("write heads for all of them, or one, such as {}", example)
                                 : fmt::format("write one of them, such as {}", example)));
}

std::optional<Place> Lookup::Symbol(const Target& target, const Branch* branch) {
  Place place;
  if (target.symbol == "base") return place;
  if (target.symbol == "head" || target.symbol == "heads") {
    place.heads = true;
    const bool effective = target.symbol == "heads" && branch == nullptr;
    for (const Node head : effective ? graph_.effective_heads() : graph_.heads()) {
      if (OnBranch(branch, head)) place.nodes.push_back(head);
    }
    const bool one = target.symbol == "head" || target.steps.has_value();
    if (one && place.nodes.size() > 1) return ReportSeveral(target, place.nodes), std::nullopt;
    return place;
  }
  // `label@rev+1` may start outside the branch: the label chooses among what comes above.
  const bool upwards = target.steps && *target.steps > 0;
  const std::optional<Node> node = Named(target.symbol, upwards ? nullptr : branch);
  if (!node) return std::nullopt;
  place.nodes.push_back(*node);
  return place;
}

std::optional<Place> Lookup::Absolute(const Target& target, Overrun overrun) {
  std::optional<Branch> branch;
  if (!target.branch.empty()) {
    branch = FindBranch(target.branch);
    if (!branch) return std::nullopt;
  }
  const Branch* within = branch ? &*branch : nullptr;
  std::optional<Place> place = Symbol(target, within);
  if (place && target.steps && *target.steps != 0) {
    const std::vector<Node> start = place->nodes;
    if (*target.steps > 0) {
      place = WalkUp(start.empty() ? std::nullopt : std::optional(start.front()), target, within, overrun);
    } else if (!start.empty()) {
      place = WalkDown(start.front(), target, overrun);
    } else if (overrun == Overrun::kError) {
      ReportTooFar(target, {}, 0, nullptr);
      return std::nullopt;
    }
  }
  if (place) place->branch = std::move(branch);
  return place;
}

std::optional<std::vector<Node>> ResolveRows(const Graph& graph, std::string_view text, diag::Sink& sink) {
  const std::optional<std::vector<Target>> targets = ParseTargets(graph, text, sink);
  if (!targets) return std::nullopt;
  Lookup lookup(graph, sink);
  Collector rows(graph);
  for (const Target& target : *targets) {
    if (target.IsRelative()) {
      sink.Report(
          diag::Make(diag::Kind::kBadTarget, std::nullopt, target.text, "it counts from the current revision, which it should name")
              .WithHelp(fmt::format("write the revision that the database is at, or head{}", target.text)));
      return std::nullopt;
    }
    const std::optional<Place> place = lookup.Absolute(target);
    if (!place) return std::nullopt;
    rows.Add(place->nodes);
  }
  if (const auto overlap = FindOverlap(graph, rows.nodes())) {
    const std::string& descendant = IdOf(graph, overlap->second);
    sink.Report(diag::Make(diag::Kind::kIllegalRows, std::nullopt, IdOf(graph, overlap->first), descendant)
                    .WithNote(fmt::format("the line between them is {}",
                                          PathText(IdsOf(graph, FindPath(graph, overlap->first, overlap->second)))))
                    .WithHelp(fmt::format("leave {} out", Quoted(IdOf(graph, overlap->first)))));
    return std::nullopt;
  }
  return rows.nodes();
}

}  // namespace migc::graph
