#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <vector>

#include "alembic_words.h"
#include "cached_run.h"
#include "commands.h"
#include "context.h"
#include "migc/base/nearest.h"
#include "migc/base/text.h"
#include "migc/driver/driver.h"

namespace migc::driver {
namespace {

constexpr const char* kAbout =
    "migc compiles migrations (.mig files) into SQL scripts. It never connects to a database: the script is what you review, keep, "
    "and\n"
    "give to the database's own tool (psql, mysql, sqlite3, sqlcmd, sqlplus).";
constexpr const char* kFooter =
    "Examples:\n"
    "  migc init                                                    start a project\n"
    "  migc revision -m 'Create accounts'                           a new migration after the newest\n"
    "  migc check                                                   is every migration right, for every database?\n"
    "  migc compile --from base --to head --dialect postgres -o deploy.sql\n"
    "\n"
    "`migc COMMAND --help` says more. Exit status: 0, 1 when the migrations are wrong, 2 when the command line, migc.yaml or the "
    "disk is.";

void AddGlobals(CLI::App& app, Globals& globals) {
  app.add_option("-c,--config", globals.config, "migc.yaml to use; otherwise the nearest one, from this directory upwards")
      ->type_name("FILE");
  app.add_option("--diagnostics", globals.diagnostics, "how errors and warnings are written to standard error")
      ->transform(CLI::CheckedTransformer(std::map<std::string, DiagnosticsForm>{
          {"text", DiagnosticsForm::kText}, {"json", DiagnosticsForm::kJson}, {"sarif", DiagnosticsForm::kSarif}}))
      ->type_name("text|json|sarif");
  app.add_option("--color", globals.color, "colour: auto is only at a terminal, and not when NO_COLOR is set")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("auto|always|never");
  app.add_option("--dialect-path", globals.dialect_paths,
                 "a directory of dialect facts (NAME.yaml) that add to migc's own, or replace them")
      ->type_name("DIR");
  app.add_flag("--no-cache", globals.no_cache,
               "neither ask nor fill .migc/cache, which tells a run again whose files have not changed");
  app.add_flag("-q,--quiet", globals.quiet, "errors only: no warnings, no remarks");
  app.set_version_flag("--version", std::string("migc ") + MIGC_VERSION);
}

std::vector<Command> DefineAll(CLI::App& app) {
  return {DefineInit(app),     DefineRevision(app),  DefineMerge(app),  DefineCompile(app),       DefineBundle(app),
          DefineUpgrade(app),  DefineDowngrade(app), DefinePlan(app),   DefineCheck(app),         DefineHistory(app),
          DefineHeads(app),    DefineBranches(app),  DefineShow(app),   DefineEdit(app),          DefineGraph(app),
          DefineCurrent(app),  DefineSquash(app),    DefineStamp(app),  DefineEnsureVersion(app), DefineReceipt(app),
          DefineStatus(app),   DefineSeal(app),      DefineVerify(app), DefineKeygen(app),        DefineSign(app),
          DefineDialects(app), DefineExplain(app)};
}

const Command* Chosen(const CLI::App& app, const std::vector<Command>& commands) {
  for (const auto& command : commands) {
    if (app.got_subcommand(command.app)) return &command;
  }
  return nullptr;
}

std::vector<std::string> OptionNames(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const auto& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

// What CLI11 says, in our words: lower case, no final stop.
std::string Sentence(std::string text) {
  if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  while (text.ends_with('.') || text.ends_with('\n')) text.pop_back();
  return text;
}

diag::Diagnostic CommandLineError(const std::string& message, const std::string& help) {
  return diag::Make(diag::Kind::kCommandLine, std::nullopt, message).WithHelp(help);
}

diag::Diagnostic Unexpected(const CLI::App& app, const std::vector<Command>& commands) {
  const Command* command = Chosen(app, commands);
  auto extras = app.remaining(true);
  std::string extra = extras.empty() ? "" : extras.front();
  if (command == nullptr && !extra.starts_with('-')) {
    std::vector<std::string> names;
    for (const auto& each : commands) names.push_back(each.app->get_name());
    if (auto help = HelpForAlembicWord(extra)) return CommandLineError("there is no command \"" + extra + "\"", *help);
    auto nearest = base::NearestName(extra, names);
    return CommandLineError("there is no command \"" + extra + "\"",
                            nearest ? "did you mean `migc " + *nearest + "`?" : "the commands are " + base::Join(names, ", "));
  }
  std::string help =
      command != nullptr ? "`migc " + command->app->get_name() + " --help` lists what it takes" : "`migc --help` lists the options";
  if (extra.starts_with("--")) {
    auto names = OptionNames(app);
    if (command != nullptr) {
      auto more = OptionNames(*command->app);
      names.insert(names.end(), more.begin(), more.end());
    }
    if (auto nearest = base::NearestName(extra.substr(0, extra.find('=')), names)) help = "did you mean " + *nearest + "?";
  }
  if (auto instead = HelpForAlembicWord(extra)) help = *instead;
  return CommandLineError(
      "\"" + extra + "\" was not expected" + (command != nullptr ? " after `migc " + command->app->get_name() + "`" : ""), help);
}

// True when the command may run; otherwise everything has been said.
bool Parse(Context& context, CLI::App& app, std::vector<std::string> arguments, const std::vector<Command>& commands) {
  std::reverse(arguments.begin(), arguments.end());
  try {
    app.parse(std::move(arguments));
    return true;
  } catch (const CLI::CallForHelp&) {
    context.Print(app.help());
  } catch (const CLI::CallForVersion& version) {
    context.Print(std::string(version.what()) + "\n");
  } catch (const CLI::ExtrasError&) {
    context.Fail(Unexpected(app, commands));
  } catch (const CLI::ParseError& error) {
    // An option that is misspelt is missing too; that it is unknown says more.
    if (!app.remaining(true).empty()) {
      context.Fail(Unexpected(app, commands));
      return false;
    }
    const Command* command = Chosen(app, commands);
    std::string name = command != nullptr ? "migc " + command->app->get_name() : "migc";
    context.Fail(CommandLineError(Sentence(error.what()), "`" + name + " --help` says how it is used"));
  }
  return false;
}

}  // namespace

int Run(const std::vector<std::string>& arguments, const Environment& environment, Backends backends) {
  Context context(environment, backends);
  CLI::App app(kAbout, "migc");
  app.footer(kFooter);
  app.fallthrough();
  AddGlobals(app, context.globals());
  auto commands = DefineAll(app);
  if (!Parse(context, app, arguments, commands)) return context.Finish();
  const Command* command = Chosen(app, commands);
  if (command == nullptr) {
    context.Fail(CommandLineError("no command was given", "`migc --help` lists the commands"));
    return context.Finish();
  }
  if (command->repeatable == Repeatable::kYes && !context.globals().no_cache) return RunCached(context, *command, arguments);
  command->run(context);
  return context.Finish();
}

}  // namespace migc::driver
