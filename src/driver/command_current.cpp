#include <fmt/format.h>

#include <algorithm>

#include "commands.h"
#include "current_rows.h"
#include "listing.h"
#include "migc/base/text.h"
#include "migc/emit/sql_writer.h"
#include "migc/graph/plan.h"
#include "sources.h"
#include "target.h"

namespace migc::driver {
namespace {

struct CurrentOptions {
  std::string file;
  std::string dialect;
  bool verbose = false;
  bool json = false;
  bool check_heads = false;
};

// The query that a person runs, on one line so that it can be given to a client as an argument.
void PrintQuery(Context& context, const project::Project& project, const CurrentOptions& options) {
  auto dialects = Dialects::Open(context, project);
  if (!dialects) return;
  auto target = dialects->Choose(context, options.dialect, "");
  if (!target) return;
  ir::Name table;
  if (target->dialect.Has(dialect::Capability::kSchemas)) table.schema = project.version_table_schema;
  table.name = project.version_table;
  context.Print(fmt::format("SELECT version_num FROM {} ORDER BY version_num;\n", emit::QuoteName(target->dialect, table)));
  context.Tell("migc asks no database: run this there, and give what it prints to `migc current -`");
}

std::vector<std::string> Ids(const graph::Graph& graph, const std::vector<graph::Node>& nodes) {
  std::vector<std::string> ids;
  for (auto node : nodes) ids.push_back(graph.At(node).header.id.text);
  return ids;
}

// How many revisions lie between the rows and the heads.
std::size_t Pending(const graph::Graph& graph, const std::vector<graph::Node>& rows) {
  return graph.size() - graph::AppliedRevisions(graph, Ids(graph, rows)).size();
}

std::string CurrentText(Context& context, const graph::Graph& graph, const std::vector<graph::Node>& rows,
                        const CurrentOptions& options) {
  std::string text;
  for (auto node : rows) {
    if (options.verbose) {
      text += RevisionEntry(graph, node, context.ColourOut()) + "\n";
    } else {
      text += RevisionLine(graph, node, {.labels = true, .message = true, .colour = context.ColourOut()}) + "\n";
    }
  }
  if (rows.empty()) text = "base\n";
  const auto pending = Pending(graph, rows);
  return text + (pending == 0 ? "nothing to apply\n"
                              : fmt::format("{} revision{} to apply: migc compile --from {} --to heads\n", pending,
                                            pending == 1 ? "" : "s", rows.empty() ? "base" : base::Join(Ids(graph, rows), ",")));
}

void ReadBack(Context& context, const project::Project& project, const CurrentOptions& options) {
  auto sources = OpenGraph(context, project);
  if (!sources) return;
  const auto& graph = *sources->graph;
  auto rows = ReadCurrentRows(context, graph, options.file);
  if (!rows) return;
  if (options.json) {
    Json json;
    json["current"] = Ids(graph, *rows);
    json["heads"] = Ids(graph, graph.effective_heads());
    json["pending"] = Pending(graph, *rows);
    context.Print(JsonText(json));
  } else {
    context.Print(CurrentText(context, graph, *rows, options));
  }
  if (!options.check_heads || *rows == graph.effective_heads()) return;
  context.sink().Report(diag::Make(diag::Kind::kNotAtHeads, std::nullopt,
                                   rows->empty() ? "base" : base::Join(Ids(graph, *rows), ", "),
                                   base::Join(Ids(graph, graph.effective_heads()), ", ")));
}

void RunCurrent(Context& context, const CurrentOptions& options) {
  auto project = OpenProject(context);
  if (!project) return;
  if (!options.file.empty()) return ReadBack(context, *project, options);
  if (options.check_heads) {
    return context.Fail(
        diag::Make(diag::Kind::kCommandLine, std::nullopt, "--check-heads needs to know where the database is, and migc asks none")
            .WithHelp("run the query of `migc current` there, and give what it prints: migc current --check-heads -"));
  }
  PrintQuery(context, *project, options);
}

}  // namespace

Command DefineCurrent(CLI::App& parent) {
  auto options = std::make_shared<CurrentOptions>();
  auto* app = parent.add_subcommand("current", "Print the query that says where a database is; with FILE, read its answer back");
  app->add_option("file", options->file, "what the query printed; - is standard input")->type_name("FILE");
  app->add_option("--dialect", options->dialect, "the database to ask; not needed when migc.yaml names only one")
      ->type_name("NAME");
  app->add_flag("-v,--verbose", options->verbose, "an entry of several lines each");
  app->add_flag("-c,--check-heads", options->check_heads, "exit with 1 unless the database is at the heads");
  app->add_flag("--json", options->json, "as JSON");
  app->footer(
      "Examples:\n"
      "  migc current --dialect postgres                                         the query\n"
      "  psql -c \"$(migc current --dialect postgres)\" | migc current -           where that is\n"
      "  sqlite3 shop.db \"$(migc current --dialect sqlite)\" | migc current -c -  is it up to date?\n");
  return {app, [options](Context& context) { RunCurrent(context, *options); }};
}

}  // namespace migc::driver
