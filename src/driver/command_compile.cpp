#include "commands.h"
#include "compile_options.h"

namespace migc::driver {

Command DefineCompile(CLI::App& parent) {
  auto options = std::make_shared<CompileOptions>();
  auto* app = parent.add_subcommand("compile", "Write the SQL script that leads from one revision to another");
  app->add_option("--from", options->request.from, "where the database is: base, a revision id, a unique start of one, head …")
      ->type_name("REV")
      ->required();
  app->add_option("--to", options->request.to, "where it shall be: head, heads, base, a revision id …")
      ->type_name("REV")
      ->required();
  auto up = std::make_shared<bool>(false);
  auto down = std::make_shared<bool>(false);
  auto* up_flag = app->add_flag("--upgrade", *up, "refuse to go any other way than up");
  app->add_flag("--downgrade", *down, "refuse to go any other way than down")->excludes(up_flag);
  AddCompileOptions(*app, *options);
  app->footer(
      "Examples:\n"
      "  migc compile --from base --to head --dialect postgres > deploy.sql      then: psql -f deploy.sql\n"
      "  migc compile --from 1975ea83b712 --to head --dialect sqlite -o up.sql   then: sqlite3 shop.db < up.sql\n"
      "  migc compile --from head --to -1 --dialect postgres                     back by one revision\n"
      "  migc compile --from base --to head --dialect postgres --split out       one script per revision\n");
  return {app,
          [options, up, down](Context& context) {
            if (*up) options->request.direction = graph::Direction::kUpgrade;
            if (*down) options->request.direction = graph::Direction::kDowngrade;
            RunCompile(context, *options);
          },
          Repeatable::kYes};
}

}  // namespace migc::driver
