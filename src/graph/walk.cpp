#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "lookup.h"
#include "wording.h"

namespace migc::graph {
namespace {

std::string PlaceText(const Graph& graph, std::optional<Node> node) { return node ? Quoted(IdOf(graph, *node)) : "base"; }

}  // namespace

void Lookup::ReportFork(const Target& target, std::optional<Node> at, const std::vector<Node>& ways, bool up) {
  sink_.Report(diag::Make(diag::Kind::kAmbiguousStep, std::nullopt, target.text, PlaceText(graph_, at), ways.size(),
                          up ? "revisions above it" : "revisions below it")
                   .WithNote(fmt::format("they are {}", QuotedList(graph_, ways)))
                   .WithHelp(up ? "name one of them, or a branch before '@'" : "name one of them"));
}

void Lookup::ReportTooFar(const Target& target, const std::vector<Node>& path, std::size_t done, const Branch* branch) {
  const bool down = *target.steps < 0;
  std::string end = "base";
  if (!down && !path.empty()) {
    const bool head = graph_.At(path.back()).children.empty();
    end = head ? fmt::format("the head {}", Quoted(IdOf(graph_, path.back())))
               : fmt::format("{}, the last on branch {}", Quoted(IdOf(graph_, path.back())), Quoted(branch->name));
  }
  const int wanted = std::abs(*target.steps);
  diag::Diagnostic diagnostic = diag::Make(diag::Kind::kRelativeTooFar, std::nullopt, target.text, end, done, wanted);
  if (!path.empty()) {
    diagnostic.notes.push_back(
        {std::nullopt, fmt::format("the way is {}{}", PathText(IdsOf(graph_, path)), down ? " -> base" : "")});
  }
  diagnostic.help = done == 0 ? "name a revision" : fmt::format("write at most {}{}, or name a revision", down ? '-' : '+', done);
  sink_.Report(std::move(diagnostic));
}

std::optional<Place> Lookup::WalkUp(std::optional<Node> start, const Target& target, const Branch* branch, Overrun overrun) {
  std::vector<Node> path;
  if (start) path.push_back(*start);
  std::optional<Node> at = start;
  for (int step = 0; step < *target.steps; ++step) {
    std::vector<Node> ways;
    for (const Node node : at ? graph_.At(*at).children : graph_.bases()) {
      if (branch == nullptr || branch->lineage[node]) ways.push_back(node);
    }
    if (ways.size() > 1) return ReportFork(target, at, ways, true), std::nullopt;
    if (ways.empty()) {
      if (overrun == Overrun::kStop) break;
      return ReportTooFar(target, path, static_cast<std::size_t>(step), branch), std::nullopt;
    }
    at = ways.front();
    path.push_back(*at);
  }
  Place place;
  if (at) place.nodes.push_back(*at);
  return place;
}

std::optional<Place> Lookup::WalkDown(Node start, const Target& target, Overrun overrun) {
  std::vector<Node> path{start};
  Place place;
  place.nodes.push_back(start);
  const long long wanted = -static_cast<long long>(*target.steps);
  for (long long step = 0; step < wanted; ++step) {
    if (place.nodes.empty()) {
      if (overrun == Overrun::kStop) break;
      return ReportTooFar(target, path, path.size(), nullptr), std::nullopt;
    }
    const Node at = place.nodes.front();
    const std::vector<Node>& parents = graph_.At(at).parents;
    if (parents.size() > 1) return ReportFork(target, at, parents, false), std::nullopt;
    place.nodes = parents;
    if (!parents.empty()) path.push_back(parents.front());
  }
  return place;
}

}  // namespace migc::graph
