#include "migc/graph/plan.h"

#include <algorithm>

#include "lookup.h"
#include "order.h"
#include "rows.h"
#include "wording.h"

namespace migc::graph {
namespace {

// What one direction came to, with its diagnostics kept apart.
struct Attempt {
  std::optional<Plan> plan;
  diag::Sink sink;

  bool Moves() const { return plan && !plan->steps.empty(); }
};

std::optional<Plan> Take(Attempt& attempt, diag::Sink& sink) {
  for (const diag::Diagnostic& diagnostic : attempt.sink.diagnostics()) sink.Report(diagnostic);
  return std::move(attempt.plan);
}

void ReportNeither(std::string_view from, std::string_view to, const Attempt& up, const Attempt& down, diag::Sink& sink) {
  diag::Diagnostic diagnostic = diag::Make(diag::Kind::kNoDirection, std::nullopt, Quoted(from), Quoted(to));
  diagnostic.notes.push_back({std::nullopt, "upgrade: " + up.sink.diagnostics().back().message});
  diagnostic.notes.push_back({std::nullopt, "downgrade: " + down.sink.diagnostics().back().message});
  sink.Report(std::move(diagnostic).WithHelp("say upgrade or downgrade to see the way out of one of them"));
}

// `+1` goes up and `-1` down; nothing else says its direction.
std::optional<Direction> DirectionOf(const std::vector<Target>& targets) {
  for (const Target& target : targets) {
    if (target.IsRelative()) return *target.steps > 0 ? Direction::kUpgrade : Direction::kDowngrade;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Plan> ResolvePlan(const Graph& graph, std::string_view from, std::string_view to, diag::Sink& sink) {
  if (!ResolveRows(graph, from, sink)) return std::nullopt;
  const std::optional<std::vector<Target>> targets = ParseTargets(graph, to, sink);
  if (!targets) return std::nullopt;
  if (const std::optional<Direction> direction = DirectionOf(*targets)) {
    return *direction == Direction::kUpgrade ? ResolveUpgrade(graph, from, to, sink) : ResolveDowngrade(graph, from, to, sink);
  }
  Attempt up;
  Attempt down;
  up.plan = ResolveUpgrade(graph, from, to, up.sink);
  down.plan = ResolveDowngrade(graph, from, to, down.sink);
  if (up.Moves() && down.Moves()) {
    sink.Report(
        diag::Make(diag::Kind::kEitherDirection, std::nullopt, Quoted(from), Quoted(to)).WithHelp("write upgrade or downgrade"));
    return std::nullopt;
  }
  if (up.Moves()) return Take(up, sink);
  if (down.Moves() || (down.plan && !up.plan)) return Take(down, sink);
  if (up.plan) return Take(up, sink);
  const bool same = up.sink.diagnostics() == down.sink.diagnostics();
  if (same) return Take(up, sink);
  ReportNeither(from, to, up, down, sink);
  return std::nullopt;
}

Plan ReversePlan(const Graph& graph, const Plan& plan) {
  std::vector<Node> rows;
  for (const std::string& id : plan.to) rows.push_back(*graph.Find(id));
  std::vector<Node> order;
  for (const Step& step : plan.steps) order.push_back(step.revision);
  std::reverse(order.begin(), order.end());
  return MakePlan(graph, rows, plan.direction == Direction::kUpgrade ? Direction::kDowngrade : Direction::kUpgrade, order);
}

std::vector<Node> AppliedRevisions(const Graph& graph, const std::vector<std::string>& rows) {
  std::vector<Node> known;
  for (const std::string& id : rows) {
    if (const std::optional<Node> node = graph.Find(id)) known.push_back(*node);
  }
  std::vector<Node> applied = NewestFirst(graph, Reach(graph, known, Along::kNeeds));
  std::reverse(applied.begin(), applied.end());
  return applied;
}

}  // namespace migc::graph
