#include <algorithm>

#include "commands.h"
#include "migc/base/check.h"
#include "migc/base/text.h"
#include "migc/graph/plan.h"
#include "new_revision.h"
#include "sealing.h"

namespace migc::driver {
namespace {

struct RevisionOptions {
  NewRevisionOptions common;
  std::string head = "head";
  std::vector<std::string> depends_on;
  std::string insert_after;
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

// The file of `child` with the new revision in the place of `parent`.
std::string Reparented(const Sources& sources, graph::Node child, const std::string& parent, const std::string& id) {
  std::string text(sources.FileOf(child).buffer->text());
  for (const auto& written : sources.graph->At(child).header.parents) {
    if (written.text != parent || !written.origin.known) continue;
    const auto& span = written.origin.span;
    return text.replace(span.begin, span.end - span.begin, project::IdText(id));
  }
  CHECK(false);  // the child is one because it names the parent
  return text;
}

// A sealed file is not changed: somebody has said that it is done.
bool CheckOpen(Context& context, const graph::Graph& graph, const std::vector<graph::Node>& children, const project::Sum& sum) {
  for (auto child : children) {
    const std::string& id = graph.At(child).header.id.text;
    auto line = sum.find(id);
    if (line == sum.end() || !line->second.Sealed()) continue;
    context.Fail(
        diag::Make(diag::Kind::kCommandLine, std::nullopt, "revision " + id + " is sealed, and would have to be changed")
            .WithHelp("make it after the newest; when no database has run " + id + ": `migc seal --open " + id + "` first"));
    return false;
  }
  return true;
}

// Their lines in migc.sum, which are open, say the new parent.
bool ReparentLines(Context& context, const project::Project& project, const graph::Graph& graph,
                   const std::vector<graph::Node>& children, const std::string& parent, const std::string& id) {
  auto sum = OpenSum(context, project);
  if (!sum || !sum->exists) return sum.has_value();
  for (auto child : children) {
    auto line = sum->lines.find(graph.At(child).header.id.text);
    if (line != sum->lines.end()) std::replace(line->second.parents.begin(), line->second.parents.end(), parent, id);
  }
  return WriteSum(context, project, sum->lines);
}

// Makes the revision that comes between one and all that followed it.
void InsertAfter(Context& context, const project::Project& project, const Sources& sources, RevisionOptions options,
                 project::RevisionTemplate text) {
  const auto& graph = *sources.graph;
  auto parent = graph::ResolveOne(graph, options.insert_after, context.sink());
  if (!parent) return context.BlameOutside();
  if (options.common.id.empty()) options.common.id = context.environment().new_revision_id();
  const auto children = graph.At(*parent).children;
  const std::string parent_id = graph.At(*parent).header.id.text;
  auto sum = OpenSum(context, project);
  if (!sum || !CheckOpen(context, graph, children, sum->lines)) return;
  if (!WriteRevision(context, project, sources, options.common, {*parent}, std::move(text))) return;
  for (auto child : children) {
    std::string path = source::JoinPath(project.root, graph.At(child).path);
    auto written = context.files().WriteWhole(path, Reparented(sources, child, parent_id, options.common.id));
    if (!written) return context.FailToWrite(written.error());
    context.Print(path + "\n");
  }
  if (!ReparentLines(context, project, graph, children, parent_id, options.common.id)) return;
  if (!children.empty()) {
    context.Tell("what came after " + parent_id +
                 " comes after the new revision now; a database that is past it will not get it by an "
                 "upgrade");
  }
}

void RunRevision(Context& context, const RevisionOptions& options) {
  auto project = OpenProject(context);
  if (!project) return;
  // A directory that is not there yet (git keeps no empty one) has no revisions, and will be made for the first.
  auto existing = *project;
  std::erase_if(existing.directories, [&](const auto& directory) {
    return !context.files().IsDirectory(source::JoinPath(project->root, directory.value));
  });
  auto sources = OpenGraph(context, existing);
  if (!sources) return;
  const auto& graph = *sources->graph;
  project::RevisionTemplate text;
  for (const auto& target : options.depends_on) {
    auto node = graph::ResolveOne(graph, target, context.sink());
    if (!node) return context.BlameOutside();
    // A label stays one: it says what is meant, and holds when the branch grows.
    text.depends_on.push_back(graph.FindLabel(target) ? target : graph.At(*node).header.id.text);
  }
  if (!options.insert_after.empty()) return InsertAfter(context, *project, *sources, options, std::move(text));
  auto parents = Parents(context, graph, options);
  if (parents) WriteRevision(context, *project, *sources, options.common, *parents, std::move(text));
}

}  // namespace

Command DefineRevision(CLI::App& parent) {
  auto options = std::make_shared<RevisionOptions>();
  auto* app = parent.add_subcommand("revision", "Make the file of a new migration");
  app->add_option("-m,--message", options->common.message, "what it does, in a few words")->type_name("TEXT")->required();
  auto* head =
      app->add_option("--head", options->head, "the revision that it comes after (the newest); `base` starts another chain");
  head->type_name("REV");
  app->add_option("--insert-after", options->insert_after,
                  "put it between this revision and all that come after it now: their files are changed to follow the new one")
      ->type_name("REV")
      ->excludes(head);
  app->add_flag("--splice", options->common.splice, "the revision of --head may be one that others follow already: a new branch");
  app->add_option("--rev-id", options->common.id, "its id, instead of 12 random digits")->type_name("ID");
  app->add_option("--branch-label", options->common.branch_label, "a name for the branch that it starts")->type_name("LABEL");
  app->add_option("--depends-on", options->depends_on, "a revision of another branch that must run before it; may be given again")
      ->type_name("REV")
      ->allow_extra_args(false);
  app->add_option("--version-path", options->common.directory, "the directory of migc.yaml to put it in")->type_name("DIR");
  app->footer(
      "Examples:\n  migc revision -m 'Add invoices'\n  migc revision -m 'Start billing' --head base --branch-label billing\n"
      "  migc revision -m 'Forgotten index' --insert-after 1975\n");
  return {app, [options](Context& context) { RunRevision(context, *options); }};
}

}  // namespace migc::driver
