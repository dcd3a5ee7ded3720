#include "bookkeeping_script.h"

#include "compile_options.h"
#include "migc/base/hash.h"
#include "recipe.h"
#include "target.h"

namespace migc::driver {

void AddBookkeepingOptions(CLI::App& app, BookkeepingOptions& options) {
  app.add_option("--dialect", options.dialect, "the database; not needed when migc.yaml names only one")->type_name("NAME");
  app.add_option("--target-version", options.target_version, "its version")->type_name("VERSION");
  app.add_option("-o,--output", options.output, "the file to write")->type_name("FILE");
}

script::Bookkeeping BookkeepingOf(const project::Project& project) {
  return {project.version_table_schema, project.version_table, project.history_table, project.history};
}

script::RevisionPart PartOf(const Sources& sources, graph::Node node) {
  const auto& revision = sources.graph->At(node);
  const auto& file = sources.FileOf(node);
  script::RevisionPart part;
  part.id = revision.header.id.text;
  part.message = revision.header.message;
  for (const auto& parent : revision.header.parents) part.parents.push_back(parent.text);
  part.path = file.buffer->path();
  part.sha256 = base::Sha256(file.buffer->text());
  return part;
}

void WriteBookkeepingScript(Context& context, const project::Project& project, const BookkeepingOptions& options,
                            script::Input input) {
  auto dialects = Dialects::Open(context, project);
  if (!dialects) return;
  auto target = dialects->Choose(context, options.dialect, options.target_version);
  if (!target) return;
  input.dialect = &target->dialect;
  input.buffers = &context.buffers();
  input.options.bookkeeping = BookkeepingOf(project);
  input.options.migc_version = MIGC_VERSION;
  auto recipe = CommonRecipe(context, project, *target);
  recipe.command.insert(recipe.command.begin(), input.options.made_from.command.begin(), input.options.made_from.command.end());
  input.options.made_from = std::move(recipe);
  if (!script::CheckScript(input, context.sink())) return;
  if (!WriteOutput(context, options.output, script::AssembleScript(input))) return;
  TellHowToApply(context, target->dialect, "wrote SQL", options.output);
}

}  // namespace migc::driver
