#include "commands.h"
#include "compile_options.h"

namespace migc::driver {
namespace {

// Alembic's --sql: there is nothing but SQL here, so it is taken and means nothing.
void AddSqlFlag(CLI::App& app) { app.add_flag("--sql")->group(""); }

}  // namespace

Command DefineUpgrade(CLI::App& parent) {
  auto options = std::make_shared<CompileOptions>();
  auto target = std::make_shared<std::string>();
  auto* app = parent.add_subcommand("upgrade", "As compile, in Alembic's spelling: `upgrade REV` starts from base");
  app->add_option("revision", *target, "where to, or FROM:TO")->type_name("[FROM:]TO")->required();
  AddSqlFlag(*app);
  AddCompileOptions(*app, *options);
  app->footer(
      "migc has no database to ask where it is, so FROM says it; base when it is left out. The script refuses a database that is "
      "elsewhere.\n"
      "Examples:\n"
      "  migc upgrade head --dialect postgres > deploy.sql\n"
      "  migc upgrade 1975ea83b712:head --dialect postgres > deploy.sql\n");
  return {app,
          [options, target](Context& context) {
            auto colon = target->find(':');
            options->request.from = colon == std::string::npos ? "base" : target->substr(0, colon);
            options->request.to = colon == std::string::npos ? *target : target->substr(colon + 1);
            options->request.direction = graph::Direction::kUpgrade;
            RunCompile(context, *options);
          },
          Repeatable::kYes};
}

Command DefineDowngrade(CLI::App& parent) {
  auto options = std::make_shared<CompileOptions>();
  auto target = std::make_shared<std::string>();
  auto* app = parent.add_subcommand("downgrade", "As compile the other way, in Alembic's spelling: `downgrade FROM:TO`");
  app->add_option("revisions", *target, "where from and where to")->type_name("FROM:TO")->required();
  AddSqlFlag(*app);
  AddCompileOptions(*app, *options);
  app->footer(
      "Examples:\n"
      "  migc downgrade head:-1 --dialect postgres > back.sql      back by one revision\n"
      "  migc downgrade head:base --dialect sqlite > back.sql      all the way\n");
  return {app,
          [options, target](Context& context) {
            auto colon = target->find(':');
            if (colon == std::string::npos) {
              context.Fail(diag::Make(diag::Kind::kCommandLine, std::nullopt,
                                      "a downgrade starts somewhere, and migc has no database to ask where it is")
                               .WithHelp("write FROM:TO, for example `migc downgrade head:" + *target + "`"));
              return;
            }
            options->request.from = target->substr(0, colon);
            options->request.to = target->substr(colon + 1);
            options->request.direction = graph::Direction::kDowngrade;
            RunCompile(context, *options);
          },
          Repeatable::kYes};
}

}  // namespace migc::driver
