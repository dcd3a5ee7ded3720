#include <fmt/format.h>

#include "commands.h"
#include "environment_state.h"
#include "listing.h"
#include "migc/base/text.h"
#include "migc/graph/plan.h"
#include "sources.h"

namespace migc::driver {
namespace {

struct ReceiptOptions {
  std::string environment;
  std::string text;
  bool force = false;
};

std::string HeadsText(const std::vector<std::string>& heads) { return heads.empty() ? "base" : base::Join(heads, ", "); }

diag::Diagnostic CommandLine(const std::string& message, const std::string& help) {
  return diag::Make(diag::Kind::kCommandLine, std::nullopt, message).WithHelp(help);
}

// Every revision of the receipt is one of the project's.
bool CheckKnown(Context& context, const graph::Graph& graph, const project::Receipt& receipt) {
  for (const auto& id : receipt.to) {
    if (graph.Find(id)) continue;
    context.Fail(CommandLine("the receipt leads to " + id + ", which is no revision of this project",
                             "the script was compiled from another state of the project; fetch the branch that has the revision"));
    return false;
  }
  return true;
}

void RunReceipt(Context& context, const ReceiptOptions& options) {
  auto receipt = project::ParseReceipt(options.text);
  if (!receipt) {
    return context.Fail(CommandLine("this is no receipt: \"" + std::string(base::ClipUtf8(options.text, 80)) + "\"",
                                    "a script prints it at its end: MIGC-RECEIPT 1 postgres base 1975ea83b712 0123456789ab 3"));
  }
  auto project = OpenProject(context);
  if (!project) return;
  auto sources = OpenGraph(context, *project);
  if (!sources || !CheckKnown(context, *sources->graph, *receipt)) return;
  auto state = OpenState(context, *project);
  if (!state) return;
  auto known = state->find(options.environment);
  if (known != state->end() && !options.force) {
    if (known->second.at != receipt->from) {
      return context.Fail(CommandLine(fmt::format("environment \"{}\" is at {}, and the receipt starts at {}", options.environment,
                                                  HeadsText(known->second.at), HeadsText(receipt->from)),
                                      "add the receipts between them first, or say --force when the file is wrong"));
    }
    if (known->second.dialect != receipt->dialect) {
      return context.Fail(CommandLine(fmt::format("environment \"{}\" is a {} database, and the receipt is of a {} database",
                                                  options.environment, known->second.dialect, receipt->dialect),
                                      "is it the right environment?"));
    }
  }
  auto& environment = (*state)[options.environment];
  environment.dialect = receipt->dialect;
  environment.at = receipt->to;
  environment.receipts.push_back(receipt->text);
  if (!WriteState(context, *project, *state)) return;
  context.Print(fmt::format("{}: {} is at {}\n", project::kStateName, options.environment, HeadsText(receipt->to)));
}

Json StatusJson(const graph::Graph& graph, const project::State& state) {
  Json list = Json::array();
  for (const auto& [name, environment] : state) {
    Json json;
    json["environment"] = name;
    json["dialect"] = environment.dialect;
    json["at"] = environment.at;
    json["pending"] = graph.size() - graph::AppliedRevisions(graph, environment.at).size();
    list.push_back(std::move(json));
  }
  return list;
}

void RunStatus(Context& context, bool as_json) {
  auto project = OpenProject(context);
  if (!project) return;
  auto sources = OpenGraph(context, *project);
  if (!sources) return;
  const auto& graph = *sources->graph;
  auto state = OpenState(context, *project);
  if (!state) return;
  for (const auto& [name, environment] : *state) {
    for (const auto& id : environment.at) {
      if (graph.Find(id)) continue;
      return context.Fail(CommandLine(fmt::format("environment \"{}\" is at {}, which is no revision of this project", name, id),
                                      "fetch the branch that has the revision, or mend " + std::string(project::kStateName)));
    }
  }
  if (as_json) return context.Print(JsonText(StatusJson(graph, *state)));
  if (state->empty()) return context.Tell("no environment is recorded; `migc receipt add` records one");
  for (const auto& [name, environment] : *state) {
    const auto pending = graph.size() - graph::AppliedRevisions(graph, environment.at).size();
    context.Print(fmt::format("{:<16} {:<10} {:<28} {}\n", name, environment.dialect, HeadsText(environment.at),
                              pending == 0 ? "up to date" : fmt::format("{} revision{} behind", pending, pending == 1 ? "" : "s")));
  }
}

}  // namespace

Command DefineReceipt(CLI::App& parent) {
  auto options = std::make_shared<ReceiptOptions>();
  auto* app = parent.add_subcommand("receipt", "Record in migc.state.yaml what a script did, by the receipt that it printed");
  auto* add = app->add_subcommand("add", "Add a receipt");
  app->require_subcommand(1);
  add->add_option("receipt", options->text, "the line that begins with MIGC-RECEIPT")->type_name("RECEIPT")->required();
  add->add_option("--env", options->environment, "the environment where the script ran")->type_name("NAME")->required();
  add->add_flag("--force", options->force, "also when the file says that the environment is elsewhere");
  app->footer(
      "`--from @NAME` then stands for the revisions that the environment is at, and `migc status` says how far behind each is.\n"
      "Examples:\n  migc receipt add --env production 'MIGC-RECEIPT 1 postgres base 1975ea83b712 0123456789ab 3'\n");
  return {app, [options](Context& context) { RunReceipt(context, *options); }};
}

Command DefineStatus(CLI::App& parent) {
  auto json = std::make_shared<bool>(false);
  auto* app = parent.add_subcommand("status", "List the environments of migc.state.yaml, and how far behind each is");
  app->add_flag("--json", *json, "as JSON");
  return {app, [json](Context& context) { RunStatus(context, *json); }};
}

}  // namespace migc::driver
