#include "commands.h"
#include "compilation.h"
#include "dump.h"
#include "environment_state.h"
#include "listing.h"

namespace migc::driver {
namespace {

struct PlanOptions {
  std::string from;
  std::string to;
  bool upgrade = false;
  bool downgrade = false;
  bool json = false;
};

Json RowJson(const graph::RowChange& row) {
  switch (row.action) {
    case graph::RowAction::kInsert:
      return {"INSERT", row.to};
    case graph::RowAction::kUpdate:
      return {"UPDATE", row.from, row.to};
    case graph::RowAction::kDelete:
      return {"DELETE", row.from};
  }
  return nullptr;
}

Json PlanJson(const Sources& sources, const graph::Plan& plan) {
  Json list = Json::array();
  for (const auto& step : plan.steps) {
    const auto& revision = sources.graph->At(step.revision);
    Json json;
    json["revision"] = revision.header.id.text;
    json["direction"] = Word(step.direction);
    json["file"] = revision.path;
    json["rows"] = Json::array();
    for (const auto& row : step.rows) json["rows"].push_back(RowJson(row));
    json["heads"] = step.heads;
    list.push_back(std::move(json));
  }
  return list;
}

void RunPlan(Context& context, const PlanOptions& options) {
  auto project = OpenProject(context);
  if (!project) return;
  auto sources = OpenGraph(context, *project);
  if (!sources) return;
  std::optional<graph::Direction> direction;
  if (options.upgrade) direction = graph::Direction::kUpgrade;
  if (options.downgrade) direction = graph::Direction::kDowngrade;
  std::string dialect;
  auto from = ResolveEnvironment(context, *project, options.from, &dialect);
  if (!from) return;
  auto plan = ResolveRequest(context, *sources->graph, *from, options.to, direction);
  if (!plan) return;
  context.Print(options.json ? JsonText(PlanJson(*sources, *plan)) : DumpPlan(*sources, *plan));
}

}  // namespace

Command DefinePlan(CLI::App& parent) {
  auto options = std::make_shared<PlanOptions>();
  auto* app = parent.add_subcommand("plan", "Show which revisions would run, in which order, and the version rows after each");
  app->add_option("--from", options->from, "where the database is")->type_name("REV")->required();
  app->add_option("--to", options->to, "where it shall be")->type_name("REV")->required();
  auto* up = app->add_flag("--upgrade", options->upgrade, "refuse to go any other way than up");
  app->add_flag("--downgrade", options->downgrade, "refuse to go any other way than down")->excludes(up);
  app->add_flag("--json", options->json, "as JSON");
  app->footer("Examples:\n  migc plan --from base --to head\n  migc plan --from head --to -2 --json\n");
  return {app, [options](Context& context) { RunPlan(context, *options); }, Repeatable::kYes};
}

}  // namespace migc::driver
