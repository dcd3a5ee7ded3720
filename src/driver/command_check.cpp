#include <fmt/format.h>

#include <map>

#include "commands.h"
#include "compilation.h"
#include "dump.h"
#include "migc/base/text.h"
#include "sealing.h"

namespace migc::driver {
namespace {

struct CheckOptions {
  std::vector<std::string> dialects;
  std::vector<std::string> definitions;
};

// The type without what differs from column to column, as the author would write it.
std::string PlainName(ir::Type type) {
  type.length.reset();
  type.scale.reset();
  type.array_dimensions = 0;
  return ir::Describe(type);
}

// Says once per type, where it stands first, what the dialect keeps less of than the type promises.
void ReportTypesWithLess(Context& context, const Compilation& compilation) {
  const auto& dialect = compilation.target.dialect;
  std::map<std::string, diag::Diagnostic> found;
  for (const auto& [key, object] : compilation.catalog->objects()) {
    const auto* table = std::get_if<catalog::Table>(object.get());
    if (table == nullptr) continue;
    for (const auto& column : table->definition.columns) {
      const auto* spelling = column.type.native.empty() ? dialect.FindType(column.type) : nullptr;
      if (spelling == nullptr || spelling->note.empty()) continue;
      const auto& origin = column.type.origin.known ? column.type.origin : column.origin;
      auto span = origin.known ? std::optional(origin.span) : std::nullopt;
      std::string name = PlainName(column.type);
      auto diagnostic = diag::Make(diag::Kind::kTypeWithLess, span, dialect.title, name, spelling->note);
      auto [place, fresh] = found.emplace(name, diagnostic);
      if (!fresh && span < place->second.span) place->second = std::move(diagnostic);
    }
  }
  for (auto& [name, diagnostic] : found) context.sink().Report(std::move(diagnostic));
}

// Everything that `compile --from base --to heads` does, but writing.
void CheckTarget(Context& context, const project::Project& project, const Sources& sources, const Dialects& dialects,
                 const Target& target, const lower::Variables& variables, const graph::Plan* plan) {
  SideFiles side_files(context, project);
  auto options = LowerOptions(dialects, target, variables, side_files);
  std::vector<bool> wanted(sources.files.size(), true);
  if (plan == nullptr) {
    LowerAll(context, sources, options, wanted);
    return;
  }
  // Another dialect's errors are no reason not to look for this one's.
  Compilation compilation{project, sources, target, *plan, {}, {}, {}, {}};
  if (!Lower(context, options, wanted, compilation)) return;
  if (!Replay(context, true, compilation)) return;
  if (Emit(context, compilation)) script::CheckScript(ScriptInput(context, compilation, {}), context.sink());
  ReportTypesWithLess(context, compilation);
}

void RunCheck(Context& context, const CheckOptions& options) {
  auto project = OpenProject(context);
  if (!project) return;
  auto dialects = Dialects::Open(context, *project);
  if (!dialects) return;
  auto variables = ResolveVariables(context, *project, options.definitions);
  if (!variables) return;
  std::vector<Target> targets;
  for (const auto& name : options.dialects.empty() ? dialects->configured() : options.dialects) {
    auto target = dialects->Choose(context, name, "");
    if (!target) return;
    targets.push_back(std::move(*target));
  }
  auto sources = ReadSources(context, *project);
  std::optional<graph::Plan> plan;
  if (LinkSources(context, sources)) {
    CheckSealed(context, *project, sources, true);
    plan = graph::ResolveUpgrade(*sources.graph, "base", "heads", context.sink());
  }
  std::vector<std::string> names;
  for (const auto& target : targets) {
    CheckTarget(context, *project, sources, *dialects, target, *variables, plan ? &*plan : nullptr);
    names.push_back(target.dialect.title + " " + dialect::Text(target.dialect.target));
  }
  if (context.sink().HasErrors() || context.globals().quiet) return;
  auto count = sources.files.size();
  context.Print(
      fmt::format("{} revision{}, {}: no errors for {}\n", count, count == 1 ? "" : "s",
                  sources.graph->heads().size() == 1 ? "one head" : fmt::format("{} heads", sources.graph->heads().size()),
                  base::Join(names, ", ")));
}

}  // namespace

Command DefineCheck(CLI::App& parent) {
  auto options = std::make_shared<CheckOptions>();
  auto* app =
      parent.add_subcommand("check", "Run every phase over every migration for every database of migc.yaml, and write nothing");
  app->add_option("--dialect", options->dialects, "only for this one; may be given again")
      ->type_name("NAME")
      ->allow_extra_args(false);
  app->add_option("-D", options->definitions, "a value for a variable of migc.yaml")
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
  app->footer("Examples:\n  migc check\n  migc check --diagnostics sarif 2> migc.sarif\n");
  return {app, [options](Context& context) { RunCheck(context, *options); }, Repeatable::kYes};
}

}  // namespace migc::driver
