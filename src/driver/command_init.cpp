#include <algorithm>

#include "commands.h"
#include "migc/project/project.h"
#include "migc/project/templates.h"
#include "target.h"

namespace migc::driver {
namespace {

struct InitOptions {
  std::string directory = "migrations";
  std::vector<std::string> dialects;
};

void RunInit(Context& context, const InitOptions& options) {
  std::string config = context.globals().config.empty() ? std::string(project::kConfigName) : context.globals().config;
  if (context.files().IsFile(config)) {
    context.Fail(diag::Make(diag::Kind::kProjectExists, std::nullopt, config).WithHelp("edit it, or start in another directory"));
    return;
  }
  auto project = project::DefaultProject(".");
  auto dialects = Dialects::Open(context, project);
  if (!dialects) return;
  project::ConfigTemplate text{options.directory, options.dialects, {}};
  for (const auto& name : options.dialects) {
    if (!dialects->Choose(context, name, "")) return;
  }
  for (const auto& name : dialects->configured()) {
    bool chosen = std::find(options.dialects.begin(), options.dialects.end(), name) != options.dialects.end();
    if (!chosen) (options.dialects.empty() ? text.dialects : text.others).push_back(name);
  }
  std::string directory = source::JoinPath(source::DirectoryOf(config), options.directory);
  if (auto made = context.files().MakeDirectory(directory); !made) return context.FailToWrite(made.error());
  if (auto written = context.files().Create(config, project::ConfigText(text)); !written)
    return context.FailToWrite(written.error());
  context.Print(config + "\n" + directory + "/\n");
  context.Tell("now: migc revision -m 'Create the first tables'");
}

}  // namespace

Command DefineInit(CLI::App& parent) {
  auto options = std::make_shared<InitOptions>();
  auto* app = parent.add_subcommand("init", "Start a project here: migc.yaml and a directory for migrations");
  app->add_option("directory", options->directory, "where migrations go (migrations)")->type_name("DIR");
  app->add_option("--dialect", options->dialects, "a database that the project is for; may be given again (every one)")
      ->type_name("NAME");
  app->footer("Examples:\n  migc init\n  migc init db/migrations --dialect postgres\n");
  return {app, [options](Context& context) { RunInit(context, *options); }};
}

}  // namespace migc::driver
