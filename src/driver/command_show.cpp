#include "commands.h"
#include "listing.h"
#include "migc/graph/plan.h"
#include "sources.h"

namespace migc::driver {
namespace {

struct ShowOptions {
  std::string revision = "head";
  bool json = false;
};

void RunShow(Context& context, const ShowOptions& options) {
  auto project = OpenProject(context);
  if (!project) return;
  auto sources = OpenGraph(context, *project);
  if (!sources) return;
  auto node = graph::ResolveOne(*sources->graph, options.revision, context.sink());
  if (!node) return context.BlameOutside();
  if (options.json) return context.Print(JsonText(RevisionJson(*sources->graph, *node)));
  context.Print(RevisionEntry(*sources->graph, *node, context.ColourOut()));
}

}  // namespace

Command DefineShow(CLI::App& parent) {
  auto options = std::make_shared<ShowOptions>();
  auto* app = parent.add_subcommand("show", "Show one revision");
  app->add_option("revision", options->revision, "its id, a unique start of it, head …")->type_name("REV")->required();
  app->add_flag("--json", options->json, "as JSON");
  return {app, [options](Context& context) { RunShow(context, *options); }, Repeatable::kYes};
}

}  // namespace migc::driver
