#include "commands.h"
#include "migc/graph/plan.h"
#include "sources.h"

namespace migc::driver {
namespace {

std::string EditorOf(const Environment& environment) {
  for (const char* name : {"VISUAL", "EDITOR"}) {
    auto variable = environment.variables.find(name);
    if (variable != environment.variables.end() && !variable->second.empty()) return variable->second;
  }
  return "";
}

void RunEdit(Context& context, const std::string& revision) {
  auto project = OpenProject(context);
  if (!project) return;
  auto sources = OpenGraph(context, *project);
  if (!sources) return;
  auto node = graph::ResolveOne(*sources->graph, revision, context.sink());
  if (!node) return context.BlameOutside();
  std::string path = source::JoinPath(project->root, sources->graph->At(*node).path);
  std::string editor = EditorOf(context.environment());
  if (editor.empty()) {
    return context.Fail(diag::Make(diag::Kind::kCommandLine, std::nullopt, "no editor: neither VISUAL nor EDITOR is set")
                            .WithHelp("the file is " + path));
  }
  if (int status = context.environment().edit(editor, path); status != 0) {
    context.Fail(
        diag::Make(diag::Kind::kCommandLine, std::nullopt, "`" + editor + " " + path + "` ended with " + std::to_string(status)));
  }
}

}  // namespace

Command DefineEdit(CLI::App& parent) {
  auto revision = std::make_shared<std::string>();
  auto* app = parent.add_subcommand("edit", "Open a revision's file in $VISUAL or $EDITOR");
  app->add_option("revision", *revision, "its id, a unique start of it, head …")->type_name("REV")->required();
  app->footer("Examples:\n  migc edit head\n  EDITOR='code --wait' migc edit 1975\n");
  return {app, [revision](Context& context) { RunEdit(context, *revision); }};
}

}  // namespace migc::driver
