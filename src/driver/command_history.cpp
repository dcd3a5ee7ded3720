#include <algorithm>

#include "commands.h"
#include "current_rows.h"
#include "listing.h"
#include "migc/graph/plan.h"
#include "sources.h"

namespace migc::driver {
namespace {

struct HistoryOptions {
  std::string range;
  bool verbose = false;
  bool json = false;
  std::string current;
};

void RunHistory(Context& context, const HistoryOptions& options) {
  auto project = OpenProject(context);
  if (!project) return;
  auto sources = OpenGraph(context, *project);
  if (!sources) return;
  auto nodes = graph::ResolveRange(*sources->graph, options.range, context.sink());
  if (!nodes) return context.BlameOutside();
  std::vector<graph::Node> current;
  if (!options.current.empty()) {
    auto rows = ReadCurrentRows(context, *sources->graph, options.current);
    if (!rows) return;
    current = std::move(*rows);
  }
  Json list = Json::array();
  std::string text;
  for (auto node : *nodes) {
    if (options.json) {
      list.push_back(RevisionJson(*sources->graph, node));
      if (!options.current.empty()) list.back()["current"] = std::binary_search(current.begin(), current.end(), node);
    } else if (options.verbose) {
      text += RevisionEntry(*sources->graph, node, context.ColourOut(), &current) + "\n";
    } else {
      LineParts parts{.parents = true, .labels = true, .message = true, .colour = context.ColourOut(), .current = &current};
      text += RevisionLine(*sources->graph, node, parts) + "\n";
    }
  }
  context.Print(options.json ? JsonText(list) : text);
}

}  // namespace

Command DefineHistory(CLI::App& parent) {
  auto options = std::make_shared<HistoryOptions>();
  auto* app = parent.add_subcommand("history", "List the revisions, newest first");
  app->add_option("-r,--rev-range", options->range, "only these: A:B, A: or :B")->type_name("[A]:[B]");
  app->add_flag("-v,--verbose", options->verbose, "an entry of several lines each");
  AddIndicateCurrent(*app, options->current);
  app->add_flag("--json", options->json, "as JSON");
  app->footer(
      "Examples:\n  migc history\n  migc history -r 1975ea83b712:head\n  migc history -v\n  psql -At -c \"$(migc current --dialect "
      "postgres)\" | migc history -i -\n");
  return {app, [options](Context& context) { RunHistory(context, *options); }, Repeatable::kYes};
}

}  // namespace migc::driver
