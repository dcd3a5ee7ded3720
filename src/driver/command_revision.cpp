#include "commands.h"
#include "migc/base/text.h"
#include "migc/graph/plan.h"
#include "new_revision.h"

namespace migc::driver {
namespace {

struct RevisionOptions {
  NewRevisionOptions common;
  std::string head = "head";
  std::vector<std::string> depends_on;
};

// Where the new revision goes: after the only head, after the one that is named, or (no nodes) at base.
std::optional<std::vector<graph::Node>> Parents(Context& context, const graph::Graph& graph, const RevisionOptions& options) {
  if (options.head == "base") return std::vector<graph::Node>{};
  if (options.head == "head") {
    if (graph.heads().size() <= 1) return graph.heads();
    std::vector<std::string> ids;
    for (auto node : graph.heads()) ids.push_back(graph.At(node).header.id.text);
    context.Fail(diag::Make(diag::Kind::kSeveralHeadsToExtend, std::nullopt, base::Join(ids, ", "))
                     .WithHelp("say with --head which one to go on from, or join them with `migc merge`"));
    return std::nullopt;
  }
  auto parent = ResolveParent(context, graph, options.head, options.common.splice);
  if (!parent) return std::nullopt;
  return std::vector<graph::Node>{*parent};
}

void RunRevision(Context& context, const RevisionOptions& options) {
  auto project = OpenProject(context);
  if (!project) return;
  auto sources = OpenGraph(context, *project);
  if (!sources) return;
  const auto& graph = *sources->graph;
  auto parents = Parents(context, graph, options);
  if (!parents) return;
  project::RevisionTemplate text;
  for (const auto& target : options.depends_on) {
    auto node = graph::ResolveOne(graph, target, context.sink());
    if (!node) return context.BlameOutside();
    // A label stays one: it says what is meant, and holds when the branch grows.
    text.depends_on.push_back(graph.FindLabel(target) ? target : graph.At(*node).header.id.text);
  }
  WriteRevision(context, *project, *sources, options.common, *parents, std::move(text));
}

}  // namespace

Command DefineRevision(CLI::App& parent) {
  auto options = std::make_shared<RevisionOptions>();
  auto* app = parent.add_subcommand("revision", "Make the file of a new migration");
  app->add_option("-m,--message", options->common.message, "what it does, in a few words")->type_name("TEXT")->required();
  app->add_option("--head", options->head, "the revision that it comes after (the newest); `base` starts another chain")
      ->type_name("REV");
  app->add_flag("--splice", options->common.splice, "the revision of --head may be one that others follow already: a new branch");
  app->add_option("--rev-id", options->common.id, "its id, instead of 12 random digits")->type_name("ID");
  app->add_option("--branch-label", options->common.branch_label, "a name for the branch that it starts")->type_name("LABEL");
  app->add_option("--depends-on", options->depends_on, "a revision of another branch that must run before it; may be given again")
      ->type_name("REV")
      ->allow_extra_args(false);
  app->add_option("--version-path", options->common.directory, "the directory of migc.yaml to put it in")->type_name("DIR");
  app->footer(
      "Examples:\n  migc revision -m 'Add invoices'\n  migc revision -m 'Start billing' --head base --branch-label billing\n");
  return {app, [options](Context& context) { RunRevision(context, *options); }};
}

}  // namespace migc::driver
