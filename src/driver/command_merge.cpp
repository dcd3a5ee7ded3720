#include <algorithm>

#include "commands.h"
#include "migc/base/text.h"
#include "new_revision.h"

namespace migc::driver {
namespace {

struct MergeOptions {
  NewRevisionOptions common;
  std::vector<std::string> revisions;
};

std::optional<std::vector<graph::Node>> Parents(Context& context, const graph::Graph& graph, const MergeOptions& options) {
  bool all = options.revisions.empty() || options.revisions == std::vector<std::string>{"heads"};
  if (all) return graph.heads();
  std::vector<graph::Node> parents;
  for (const auto& target : options.revisions) {
    auto parent = ResolveParent(context, graph, target, options.common.splice);
    if (!parent) return std::nullopt;
    if (std::find(parents.begin(), parents.end(), *parent) == parents.end()) parents.push_back(*parent);
  }
  return parents;
}

void RunMerge(Context& context, MergeOptions options) {
  auto project = OpenProject(context);
  if (!project) return;
  auto sources = OpenGraph(context, *project);
  if (!sources) return;
  auto parents = Parents(context, *sources->graph, options);
  if (!parents) return;
  std::vector<std::string> ids;
  for (auto node : *parents) ids.push_back(sources->graph->At(node).header.id.text);
  if (ids.size() < 2) {
    context.Fail(diag::Make(diag::Kind::kNothingToMerge, std::nullopt, ids.empty() ? "none" : "only " + ids.front()));
    return;
  }
  if (options.common.message.empty()) options.common.message = "merge " + base::Join(ids, " and ");
  project::RevisionTemplate text;
  text.merge = true;
  WriteRevision(context, *project, *sources, options.common, *parents, std::move(text));
}

}  // namespace

Command DefineMerge(CLI::App& parent) {
  auto options = std::make_shared<MergeOptions>();
  auto* app = parent.add_subcommand("merge", "Make a migration that joins several heads; without REVISIONS, all of them");
  app->add_option("revisions", options->revisions, "the heads to join")->type_name("REV");
  app->add_option("-m,--message", options->common.message, "what it does, in a few words")->type_name("TEXT");
  app->add_flag("--splice", options->common.splice, "revisions that others follow already may be joined too");
  app->add_option("--rev-id", options->common.id, "its id, instead of 12 random digits")->type_name("ID");
  app->add_option("--branch-label", options->common.branch_label, "a name for the branch that it starts")->type_name("LABEL");
  app->add_option("--version-path", options->common.directory, "the directory of migc.yaml to put it in")->type_name("DIR");
  app->footer("Examples:\n  migc merge\n  migc merge 92d7e6a0cb85 b4f908c2eda7 -m 'Join billing and shipping'\n");
  return {app, [options](Context& context) { RunMerge(context, *options); }};
}

}  // namespace migc::driver
