#include "compilation.h"

#include "bookkeeping_script.h"
#include "recipe.h"

#include <map>
#include <utility>

#include "migc/base/check.h"

namespace migc::driver {
namespace {

const ir::Revision& RevisionOf(const Compilation& compilation, graph::Node node) {
  const auto& revision = compilation.revisions[compilation.sources.IndexOf(node)];
  CHECK(revision.has_value());
  return *revision;
}

// The schema that the plan starts from. Warnings of these revisions belong to the runs that applied them.
// Keeps the steps of those that `kept` names.
void ReplayApplied(Context& context, Compilation& compilation, std::map<graph::Node, std::vector<catalog::Step>>& kept) {
  auto applied = graph::AppliedRevisions(*compilation.sources.graph, compilation.plan.from);
  for (std::size_t i = 0; i < applied.size(); ++i) {
    context.Progress("replaying", i, applied.size());
    diag::Sink sink;
    auto steps = catalog::ApplyOperations(*compilation.catalog, RevisionOf(compilation, applied[i]).upgrade, sink);
    Forward(sink, false, context.sink());
    auto place = kept.find(applied[i]);
    if (place != kept.end() && steps) place->second = std::move(*steps);
  }
}

// Runs a written downgrade on a copy, for its warnings.
void ProveWritten(Context& context, const ir::Revision& revision, const std::vector<catalog::Step>& up,
                  const catalog::Catalog& after) {
  if (!std::holds_alternative<ir::WrittenDowngrade>(revision.downgrade)) return;
  catalog::Catalog copy = after;
  auto operations = catalog::DowngradeOf(revision, up, context.sink());
  if (!operations) return;
  auto down = catalog::ApplyOperations(copy, *operations, context.sink());
  if (down) catalog::ProveDowngrade(revision, up, *down, context.sink());
}

void ReplayUp(Context& context, bool prove, Compilation& compilation) {
  const auto& plan = compilation.plan;
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    context.Progress("replaying", i, plan.steps.size());
    const auto& revision = RevisionOf(compilation, plan.steps[i].revision);
    auto steps = catalog::ApplyOperations(*compilation.catalog, revision.upgrade, context.sink());
    if (!steps) continue;
    if (prove) ProveWritten(context, revision, *steps, *compilation.catalog);
    compilation.steps.push_back(std::move(*steps));
  }
}

void ReplayDown(Context& context, const std::map<graph::Node, std::vector<catalog::Step>>& up, Compilation& compilation) {
  const auto& plan = compilation.plan;
  auto errors = context.sink().errors();
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    context.Progress("replaying", i, plan.steps.size());
    const auto& revision = RevisionOf(compilation, plan.steps[i].revision);
    const auto& up_steps = up.at(plan.steps[i].revision);
    auto operations = catalog::DowngradeOf(revision, up_steps, context.sink());
    // Goes on without it: the next revision may have something to say too, but a catalog that was not undone has not.
    if (!operations || context.sink().errors() != errors) continue;
    auto steps = catalog::ApplyOperations(*compilation.catalog, *operations, context.sink());
    if (!steps) continue;
    catalog::ProveDowngrade(revision, up_steps, *steps, context.sink());
    compilation.steps.push_back(std::move(*steps));
  }
}

}  // namespace

std::optional<graph::Plan> ResolveRequest(Context& context, const graph::Graph& graph, const std::string& from,
                                          const std::string& to, std::optional<graph::Direction> direction) {
  if (graph.size() == 0) {
    context.Fail(
        diag::Make(diag::Kind::kNoMigrations, std::nullopt).WithHelp("`migc revision -m 'Create the first tables'` makes one"));
    return std::nullopt;
  }
  auto resolve = [&]() -> std::optional<graph::Plan> {
    if (!direction) return graph::ResolvePlan(graph, from, to, context.sink());
    switch (*direction) {
      case graph::Direction::kUpgrade:
        return graph::ResolveUpgrade(graph, from, to, context.sink());
      case graph::Direction::kDowngrade:
        return graph::ResolveDowngrade(graph, from, to, context.sink());
    }
    return std::nullopt;
  };
  auto plan = resolve();
  if (!plan) context.BlameOutside();
  return plan;
}

std::vector<bool> FilesOfPlan(const Sources& sources, const graph::Plan& plan) {
  std::vector<bool> wanted(sources.files.size(), false);
  for (const auto& step : plan.steps) wanted[sources.IndexOf(step.revision)] = true;
  return wanted;
}

bool Lower(Context& context, const lower::Options& options, const std::vector<bool>& wanted, Compilation& compilation) {
  auto errors = context.sink().errors();
  compilation.named.clear();
  compilation.revisions = LowerAll(context, compilation.sources, options, wanted, &compilation.named);
  return context.sink().errors() == errors;
}

bool Replay(Context& context, bool prove, Compilation& compilation) {
  auto errors = context.sink().errors();
  compilation.catalog.emplace(compilation.target.rules);
  std::map<graph::Node, std::vector<catalog::Step>> kept;
  bool down = compilation.plan.direction == graph::Direction::kDowngrade;
  if (down) {
    for (const auto& step : compilation.plan.steps) kept[step.revision];
  }
  ReplayApplied(context, compilation, kept);
  if (down && context.sink().errors() != errors) return false;
  if (down) {
    ReplayDown(context, kept, compilation);
  } else {
    ReplayUp(context, prove, compilation);
  }
  return context.sink().errors() == errors;
}

bool Emit(Context& context, Compilation& compilation) {
  const auto& dialect = compilation.target.dialect;
  const auto* backend = compilation.target.backend;
  CHECK(compilation.steps.size() == compilation.plan.steps.size());
  auto errors = context.sink().errors();
  for (const auto& steps : compilation.steps) backend->Check(steps, dialect, context.sink());
  if (context.sink().errors() != errors) return false;
  for (std::size_t i = 0; i < compilation.steps.size(); ++i) {
    context.Progress("printing", i, compilation.steps.size());
    compilation.sql.push_back(backend->Emit(compilation.steps[i], dialect));
  }
  return true;
}

script::Input ScriptInput(Context& context, const Compilation& compilation, const script::Options& options) {
  const auto& plan = compilation.plan;
  const auto& project = compilation.project;
  script::Input input;
  input.dialect = &compilation.target.dialect;
  input.buffers = &context.buffers();
  input.direction = plan.direction;
  input.from = plan.from;
  input.to = plan.to;
  input.options = options;
  input.options.bookkeeping = BookkeepingOf(project);
  input.options.migc_version = MIGC_VERSION;
  auto heads = plan.from;
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    const auto& step = plan.steps[i];
    auto part = PartOf(compilation.sources, step.revision);
    part.step = step;
    part.heads_before = std::exchange(heads, step.heads);
    part.sql = compilation.sql[i];
    part.files = FilesOf(compilation, step.revision);
    input.revisions.push_back(std::move(part));
  }
  return input;
}

}  // namespace migc::driver
