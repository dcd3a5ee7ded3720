#include <algorithm>

#include "commands.h"
#include "current_rows.h"
#include "drawing.h"
#include "migc/graph/plan.h"
#include "sources.h"

namespace migc::driver {
namespace {

struct GraphOptions {
  std::string range;
  std::string format = "text";
  std::string output;
  std::string current;
  bool ascii = false;
};

std::string Draw(const Drawing& drawing, const std::string& format) {
  if (format == "svg") return DrawSvg(drawing);
  if (format == "mermaid") return DrawMermaid(drawing);
  return DrawText(drawing);
}

void RunGraph(Context& context, const GraphOptions& options) {
  auto project = OpenProject(context);
  if (!project) return;
  auto sources = OpenGraph(context, *project);
  if (!sources) return;
  auto nodes = graph::ResolveRange(*sources->graph, options.range, context.sink());
  if (!nodes) return context.BlameOutside();
  Drawing drawing{*sources->graph, std::move(*nodes), {}, options.ascii, context.ColourOut() && options.output.empty()};
  if (!options.current.empty()) {
    auto current = ReadCurrentRows(context, *sources->graph, options.current);
    if (!current) return;
    drawing.current = std::move(*current);
  }
  const std::string text = Draw(drawing, options.format);
  if (options.output.empty() || options.output == "-") return context.Print(text);
  if (auto written = context.files().WriteWhole(options.output, text); !written) context.FailToWrite(written.error());
}

}  // namespace

Command DefineGraph(CLI::App& parent) {
  auto options = std::make_shared<GraphOptions>();
  auto* app = parent.add_subcommand("graph", "Draw the revisions: in the terminal, or as a picture for a ticket");
  app->add_option("-r,--rev-range", options->range, "only these: A:B, A: or :B")->type_name("[A]:[B]");
  app->add_option("--format", options->format, "text, or svg or mermaid for a picture")
      ->check(CLI::IsMember({"text", "svg", "mermaid"}))
      ->type_name("text|svg|mermaid");
  app->add_option("-o,--output", options->output, "the file to write")->type_name("FILE");
  AddIndicateCurrent(*app, options->current);
  app->add_flag("--ascii", options->ascii, "draw text without box characters");
  app->footer(
      "Examples:\n  migc graph\n  migc graph --format svg -o revisions.svg\n  migc graph -r 1975ea83b712: --format mermaid\n");
  return {app, [options](Context& context) { RunGraph(context, *options); }, Repeatable::kYes};
}

}  // namespace migc::driver
