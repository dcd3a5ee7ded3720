#include "aborting.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "bookkeeping_script.h"
#include "migc/base/check.h"
#include "migc/bundle/undo.h"
#include "recipe.h"

namespace migc::driver {
namespace {

bundle::Undo CompileUndo(Context& context, const CompileOptions& options, const Compilation& up) {
  bundle::UndoInput input;
  input.dialect = &up.target.dialect;
  input.backend = up.target.backend;
  input.after = &*up.catalog;
  input.steps = &up.steps;
  input.upgrade = ScriptInput(context, up, options.request.script).revisions;
  for (const auto& step : up.plan.steps) {
    const auto& revision = up.revisions[up.sources.IndexOf(step.revision)];
    CHECK(revision.has_value());
    input.revisions.push_back(&*revision);
  }
  return bundle::MakeUndo(std::move(input));
}

// The downgrade of the upgrade's revision, as far as it can be undone.
script::RevisionPart PartOf(const Compilation& up, const graph::Plan& down, bundle::Undo& undo, std::size_t revision) {
  const auto& step = down.steps[down.steps.size() - 1 - revision];
  CHECK(step.revision == up.plan.steps[revision].revision);
  auto part = driver::PartOf(up.sources, step.revision);
  part.step = step;
  part.heads_before = up.plan.steps[revision].heads;
  part.files = FilesOf(up, step.revision);
  part.sql = std::move(undo.sql[revision]);
  part.cuts = std::move(undo.cuts[revision]);
  return part;
}

}  // namespace

AbortScript MakeAbort(Context& context, const CompileOptions& options, const Compilation& up, const std::string& upgrade_sha256) {
  AbortScript abort;
  if (!script::CanAbort(up.target.dialect)) {
    abort.why = fmt::format("for {} there is none that undoes a half of it", up.target.dialect.title);
    return abort;
  }
  if (options.request.script.idempotent) {
    abort.why = "an idempotent upgrade begins wherever the database is, so nobody knows where it was before";
    return abort;
  }
  auto undo = CompileUndo(context, options, up);
  const auto down = graph::ReversePlan(*up.sources.graph, up.plan);
  const auto first = std::ranges::find(undo.revisions, false, &script::Undoing::whole);
  // The first that cannot be undone as a whole may be undone where it is not complete.
  const auto stays = static_cast<std::size_t>(first - undo.revisions.begin());
  const auto last = std::min(stays + 1, undo.revisions.size());
  if (first != undo.revisions.end()) abort.stays = fmt::format("revision {}: {}", first->upgrade.id, first->beyond);
  script::Input input;
  input.dialect = &up.target.dialect;
  input.buffers = &context.buffers();
  input.direction = graph::Direction::kDowngrade;
  input.from = up.plan.steps[last - 1].heads;
  input.to = up.plan.from;
  input.options = options.request.script;
  input.options.bookkeeping = BookkeepingOf(up.project);
  input.options.migc_version = MIGC_VERSION;
  input.options.idempotent = true;
  input.needs = undo.needs;
  input.revisions.reserve(last);
  for (std::size_t i = last; i > 0; --i) input.revisions.push_back(PartOf(up, down, undo, i - 1));
  input.abort = script::Abort{upgrade_sha256, up.plan.from.empty(), std::move(undo.revisions)};
  diag::Sink sink;
  if (!script::CheckScript(input, sink)) {
    abort.why = sink.diagnostics().front().message;
    return abort;
  }
  abort.text = script::AssembleScript(input);
  return abort;
}

}  // namespace migc::driver
