#include "bookkeeping_script.h"
#include "commands.h"
#include "migc/base/text.h"
#include "migc/graph/plan.h"

namespace migc::driver {
namespace {

struct StampOptions {
  BookkeepingOptions common;
  std::vector<std::string> targets;
  std::string from;
  bool purge = false;
};

// `A:B` is Alembic's way to say where the rows are.
bool TakeFrom(Context& context, StampOptions& options) {
  for (auto& target : options.targets) {
    auto colon = target.find(':');
    if (colon == std::string::npos) continue;
    std::string from = target.substr(0, colon);
    target.erase(0, colon + 1);
    if (options.from.empty()) options.from = from;
    if (options.from == from) continue;
    context.Fail(diag::Make(diag::Kind::kCommandLine, std::nullopt,
                            "the database is at " + options.from + " or at " + from + ", not at both")
                     .WithHelp("several rows are written with commas: --from b1,b2"));
    return false;
  }
  if (!options.purge || options.from.empty()) return true;
  context.Fail(
      diag::Make(diag::Kind::kCommandLine, std::nullopt, "--purge empties the table whatever it says, so --from has no meaning")
          .WithHelp("leave one of them out"));
  return false;
}

// With ids where they lead to the same rows; else as it was typed.
std::vector<std::string> StampCommand(const graph::Graph& graph, const graph::Stamp& stamp, const StampOptions& options) {
  std::string from = stamp.from.empty() ? "base" : base::Join(stamp.from, ",");
  std::string to = stamp.to.empty() ? "base" : base::Join(stamp.to, ",");
  diag::Sink quiet;
  auto again = graph::ResolveStamp(graph, from, to, options.purge, quiet);
  if (!again || again->rows != stamp.rows || again->from != stamp.from || again->to != stamp.to) {
    from = options.from.empty() ? "base" : options.from;
    to = base::Join(options.targets, ",");
  }
  if (options.purge) return {"stamp", to, "--purge"};
  return {"stamp", to, "--from", from};
}

void RunStamp(Context& context, StampOptions options) {
  if (!TakeFrom(context, options)) return;
  auto project = OpenProject(context);
  if (!project) return;
  auto sources = OpenGraph(context, *project);
  if (!sources) return;
  auto stamp = graph::ResolveStamp(*sources->graph, options.from.empty() ? "base" : options.from, base::Join(options.targets, ","),
                                   options.purge, context.sink());
  if (!stamp) return context.BlameOutside();
  script::Input input;
  input.purpose = options.purge ? script::Purpose::kPurge : script::Purpose::kStamp;
  input.from = stamp->from;
  input.to = stamp->to;
  input.stamp = stamp->rows;
  input.options.made_from.command = StampCommand(*sources->graph, *stamp, options);
  for (const auto& id : stamp->to) input.revisions.push_back(PartOf(*sources, *sources->graph->Find(id)));
  WriteBookkeepingScript(context, *project, options.common, std::move(input));
}

}  // namespace

Command DefineStamp(CLI::App& parent) {
  auto options = std::make_shared<StampOptions>();
  auto* app = parent.add_subcommand("stamp", "Write a script that says where a database is, and runs no migration");
  app->add_option("revisions", options->targets, "where it shall be said to be; FROM:TO says where it was")
      ->type_name("[FROM:]REV")
      ->required();
  app->add_option("--from", options->from, "where it is said to be now (base); the script refuses a database that is elsewhere")
      ->type_name("REV");
  app->add_flag("--purge", options->purge, "empty the version table first, whatever it says");
  app->add_flag("--sql")->group("");
  AddBookkeepingOptions(*app, options->common);
  app->footer(
      "Examples:\n"
      "  migc stamp head --dialect postgres > adopt.sql           a database that was made by other means\n"
      "  migc stamp 1975ea83b712 --from head --dialect postgres\n"
      "  migc stamp billing@head shipping@head --purge --dialect sqlite\n");
  return {app, [options](Context& context) { RunStamp(context, *options); }};
}

Command DefineEnsureVersion(CLI::App& parent) {
  auto options = std::make_shared<BookkeepingOptions>();
  auto* app = parent.add_subcommand("ensure-version", "Write a script that creates migc's own tables where they are missing");
  app->alias("ensure_version");
  app->add_flag("--sql")->group("");
  AddBookkeepingOptions(*app, *options);
  app->footer("Examples:\n  migc ensure-version --dialect postgres > tables.sql\n");
  return {app, [options](Context& context) {
            auto project = OpenProject(context);
            if (!project) return;
            script::Input input;
            input.purpose = script::Purpose::kEnsure;
            input.options.made_from.command = {"ensure-version"};
            WriteBookkeepingScript(context, *project, *options, std::move(input));
          }};
}

}  // namespace migc::driver
