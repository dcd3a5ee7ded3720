#include "compilation.h"

#include "bookkeeping_script.h"
#include "recipe.h"

#include <functional>
#include <map>
#include <utility>

#include "migc/base/check.h"
#include "migc/emit/former_names.h"

namespace migc::driver {
namespace {

const ir::Revision& RevisionOf(const Compilation& compilation, graph::Node node) {
  const auto& revision = compilation.revisions[compilation.sources.IndexOf(node)];
  CHECK(revision.has_value());
  return *revision;
}

// The steps of one revision, by its place in the plan.
using TakeSteps = std::function<void(std::size_t place, std::vector<catalog::Step> steps)>;
using KeptSteps = std::map<graph::Node, std::vector<catalog::Step>>;

// The schema that the plan starts from. Warnings of these revisions belong to the runs that applied them.
// Keeps the steps of those that `kept` names.
void ReplayApplied(Context& context, Compilation& compilation, KeptSteps& kept) {
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

void ReplayUp(Context& context, bool prove, Compilation& compilation, const TakeSteps& take) {
  const auto& plan = compilation.plan;
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    context.Progress("replaying", i, plan.steps.size());
    const auto& revision = RevisionOf(compilation, plan.steps[i].revision);
    auto steps = catalog::ApplyOperations(*compilation.catalog, revision.upgrade, context.sink());
    if (!steps) continue;
    if (prove) ProveWritten(context, revision, *steps, *compilation.catalog);
    emit::CheckFormerNames(catalog::FindLeftBehind(*compilation.catalog, *steps), compilation.target.dialect, context.sink());
    take(i, std::move(*steps));
  }
}

void ReplayDown(Context& context, const KeptSteps& up, Compilation& compilation, const TakeSteps& take) {
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
    take(i, std::move(*steps));
  }
}

bool ReplayInto(Context& context, bool prove, Compilation& compilation, const TakeSteps& take) {
  auto errors = context.sink().errors();
  compilation.catalog.emplace(compilation.target.rules);
  KeptSteps kept;
  bool down = compilation.plan.direction == graph::Direction::kDowngrade;
  if (down) {
    for (const auto& step : compilation.plan.steps) kept[step.revision];
  }
  ReplayApplied(context, compilation, kept);
  if (down && context.sink().errors() != errors) return false;
  if (down) {
    ReplayDown(context, kept, compilation, take);
  } else {
    ReplayUp(context, prove, compilation, take);
  }
  return context.sink().errors() == errors;
}

// All but the SQL.
script::Input InputWithoutSql(Context& context, const Compilation& compilation, const script::Options& options) {
  const auto& plan = compilation.plan;
  script::Input input;
  input.dialect = &compilation.target.dialect;
  input.buffers = &context.buffers();
  input.direction = plan.direction;
  input.from = plan.from;
  input.to = plan.to;
  input.options = options;
  input.options.bookkeeping = BookkeepingOf(compilation.project);
  input.options.migc_version = MIGC_VERSION;
  input.needs = compilation.needs;
  input.revisions.reserve(plan.steps.size());
  auto heads = plan.from;
  for (const auto& step : plan.steps) {
    auto part = PartOf(compilation.sources, step.revision);
    part.step = step;
    part.heads_before = std::exchange(heads, step.heads);
    part.files = FilesOf(compilation, step.revision);
    input.revisions.push_back(std::move(part));
  }
  return input;
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
  return ReplayInto(context, prove, compilation,
                    [&](std::size_t, std::vector<catalog::Step> steps) { compilation.steps.push_back(std::move(steps)); });
}

bool Emit(Context& context, Compilation& compilation) {
  const auto& dialect = compilation.target.dialect;
  const auto* backend = compilation.target.backend;
  CHECK(compilation.steps.size() == compilation.plan.steps.size());
  auto errors = context.sink().errors();
  for (const auto& steps : compilation.steps) backend->Check(steps, dialect, context.sink());
  if (context.sink().errors() != errors) return false;
  catalog::NeedsReader needs;
  for (std::size_t i = 0; i < compilation.steps.size(); ++i) {
    context.Progress("printing", i, compilation.steps.size());
    compilation.sql.push_back(backend->Emit(compilation.steps[i], dialect));
    needs.Read(compilation.steps[i]);
  }
  compilation.needs = std::move(needs).Take();
  return true;
}

bool ReplayAndEmit(Context& context, Compilation& compilation) {
  const auto& dialect = compilation.target.dialect;
  const auto* backend = compilation.target.backend;
  const bool up = compilation.plan.direction == graph::Direction::kUpgrade;
  auto errors = context.sink().errors();
  diag::Sink refused;
  catalog::NeedsReader needs;
  const bool replayed = ReplayInto(context, false, compilation, [&](std::size_t place, const std::vector<catalog::Step>& steps) {
    backend->Check(steps, dialect, refused);
    // Nothing is written any more, and what comes after may still have something to report.
    if (refused.HasErrors() || context.sink().errors() != errors) return;
    compilation.sql.push_back(backend->Emit(steps, dialect));
    needs.Read(steps);
    if (up) compilation.revisions[compilation.sources.IndexOf(compilation.plan.steps[place].revision)].reset();
  });
  if (!replayed) return false;
  Forward(refused, true, context.sink());
  if (refused.HasErrors()) return false;
  CHECK(compilation.sql.size() == compilation.plan.steps.size());
  compilation.needs = std::move(needs).Take();
  compilation.revisions.clear();
  compilation.catalog.reset();
  return true;
}

script::Input ScriptInput(Context& context, const Compilation& compilation, const script::Options& options) {
  auto input = InputWithoutSql(context, compilation, options);
  for (std::size_t i = 0; i < input.revisions.size(); ++i) input.revisions[i].sql = compilation.sql[i];
  return input;
}

script::Input ScriptInput(Context& context, Compilation&& compilation, const script::Options& options) {
  auto input = InputWithoutSql(context, compilation, options);
  for (std::size_t i = 0; i < input.revisions.size(); ++i) input.revisions[i].sql = std::move(compilation.sql[i]);
  compilation.sql.clear();
  return input;
}

}  // namespace migc::driver
