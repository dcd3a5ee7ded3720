#include "commands.h"
#include "listing.h"
#include "sources.h"

namespace migc::driver {
namespace {

struct HeadsOptions {
  bool verbose = false;
  bool json = false;
  bool resolve_dependencies = false;
};

void RunHeads(Context& context, const HeadsOptions& options) {
  auto project = OpenProject(context);
  if (!project) return;
  auto sources = OpenGraph(context, *project);
  if (!sources) return;
  const auto& graph = *sources->graph;
  Json list = Json::array();
  std::string text;
  for (auto node : options.resolve_dependencies ? graph.effective_heads() : graph.heads()) {
    if (options.json) {
      list.push_back(RevisionJson(graph, node));
    } else if (options.verbose) {
      text += RevisionEntry(graph, node, context.ColourOut()) + "\n";
    } else {
      text += RevisionLine(graph, node, {.labels = true, .head_only = true, .colour = context.ColourOut()}) + "\n";
    }
  }
  context.Print(options.json ? JsonText(list) : text);
}

}  // namespace

Command DefineHeads(CLI::App& parent) {
  auto options = std::make_shared<HeadsOptions>();
  auto* app = parent.add_subcommand("heads", "List the newest revision of every branch");
  app->add_flag("-v,--verbose", options->verbose, "an entry of several lines each");
  app->add_flag("--json", options->json, "as JSON");
  app->add_flag("--resolve-dependencies", options->resolve_dependencies, "a head that another revision depends on does not count");
  return {app, [options](Context& context) { RunHeads(context, *options); }, Repeatable::kYes};
}

}  // namespace migc::driver
