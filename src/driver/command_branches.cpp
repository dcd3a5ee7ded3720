#include <algorithm>

#include "commands.h"
#include "listing.h"
#include "migc/graph/plan.h"
#include "sources.h"

namespace migc::driver {
namespace {

struct BranchesOptions {
  bool verbose = false;
  bool json = false;
};

std::string BranchText(const graph::Graph& graph, graph::Node node, const BranchesOptions& options, bool colour) {
  std::string text =
      options.verbose ? RevisionEntry(graph, node, colour) : RevisionLine(graph, node, {.labels = true, .colour = colour}) + "\n";
  std::string indent(graph.At(node).header.id.text.size(), ' ');
  for (auto child : graph.At(node).children) {
    text += indent + " -> " + RevisionLine(graph, child, {.labels = true, .message = options.verbose, .colour = colour}) + "\n";
  }
  return text + "\n";
}

void RunBranches(Context& context, const BranchesOptions& options) {
  auto project = OpenProject(context);
  if (!project) return;
  auto sources = OpenGraph(context, *project);
  if (!sources) return;
  const auto& graph = *sources->graph;
  auto order = graph.TopologicalOrder();
  std::reverse(order.begin(), order.end());
  Json list = Json::array();
  std::string text;
  for (auto node : order) {
    if (graph.At(node).children.size() < 2) continue;
    if (options.json) {
      list.push_back(RevisionJson(graph, node));
    } else {
      text += BranchText(graph, node, options, context.ColourOut());
    }
  }
  context.Print(options.json ? JsonText(list) : text);
}

}  // namespace

Command DefineBranches(CLI::App& parent) {
  auto options = std::make_shared<BranchesOptions>();
  auto* app = parent.add_subcommand("branches", "List the revisions after which there are several, with those");
  app->add_flag("-v,--verbose", options->verbose, "an entry of several lines each");
  app->add_flag("--json", options->json, "as JSON");
  return {app, [options](Context& context) { RunBranches(context, *options); }, Repeatable::kYes};
}

}  // namespace migc::driver
