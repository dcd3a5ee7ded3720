#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "commands.h"
#include "migc/graph/plan.h"
#include "sealing.h"

namespace migc::driver {
namespace {

struct SealOptions {
  std::vector<std::string> revisions;
  std::vector<std::string> accepted;
  std::vector<std::string> opened;
};

// Full ids. One that migc.sum alone still has, because its file is gone, is named as it stands there.
std::optional<std::vector<std::string>> ResolveIds(Context& context, const graph::Graph& graph, const project::Sum& sum,
                                                   const std::vector<std::string>& targets) {
  std::vector<std::string> ids;
  for (const auto& target : targets) {
    if (sum.contains(target)) {
      ids.push_back(target);
      continue;
    }
    auto node = graph::ResolveOne(graph, target, context.sink());
    if (!node) {
      context.BlameOutside();
      return std::nullopt;
    }
    ids.push_back(graph.At(*node).header.id.text);
  }
  return ids;
}

std::vector<std::string> InGraph(const graph::Graph& graph, const std::vector<std::string>& ids) {
  std::vector<std::string> known;
  for (const auto& id : ids) {
    if (graph.Find(id)) known.push_back(id);
  }
  return known;
}

// Takes the seal off the revisions and all that come after them.
void Open(const graph::Graph& graph, const std::vector<std::string>& ids, project::Sum& sum) {
  std::vector<graph::Node> open;
  for (const auto& id : InGraph(graph, ids)) open.push_back(*graph.Find(id));
  std::set<graph::Node> seen(open.begin(), open.end());
  while (!open.empty()) {
    auto node = open.back();
    open.pop_back();
    if (auto line = sum.find(graph.At(node).header.id.text); line != sum.end()) {
      line->second.sha256.clear();
      line->second.files.clear();
    }
    for (auto child : graph.At(node).children) {
      if (seen.insert(child).second) open.push_back(child);
    }
  }
}

// Every revision that is wanted and not sealed, and every one that is accepted, gets a line of what it is now; all others that have
// none get one that says that they are there. False when an error was reported.
bool Seal(Context& context, const project::Project& project, const Sources& sources, const std::set<graph::Node>& wanted,
          const std::vector<std::string>& accepted, project::Sum& sum) {
  const auto& graph = *sources.graph;
  std::erase_if(sum, [&](const auto& entry) { return !graph.Find(entry.first); });
  for (graph::Node node = 0; node < graph.size(); ++node) {
    const std::string& id = graph.At(node).header.id.text;
    bool again = std::find(accepted.begin(), accepted.end(), id) != accepted.end();
    auto known = sum.find(id);
    if (known != sum.end() && known->second.Sealed() && !again) continue;
    auto line = CurrentLine(context, project, sources, node);
    if (!line) return false;
    if (!wanted.contains(node)) {
      line->sha256.clear();
      line->files.clear();
    }
    sum.insert_or_assign(id, std::move(*line));
  }
  return true;
}

std::size_t SealedLines(const project::Sum& sum) {
  return static_cast<std::size_t>(std::count_if(sum.begin(), sum.end(), [](const auto& entry) { return entry.second.Sealed(); }));
}

std::set<graph::Node> Wanted(const graph::Graph& graph, const SealOptions& options, std::vector<std::string> ids,
                             const std::vector<std::string>& accepted) {
  std::set<graph::Node> wanted;
  if (options.revisions.empty() && options.opened.empty()) {
    for (graph::Node node = 0; node < graph.size(); ++node) wanted.insert(node);
    return wanted;
  }
  auto more = InGraph(graph, accepted);
  ids.insert(ids.end(), more.begin(), more.end());
  if (ids.empty()) return wanted;
  auto applied = graph::AppliedRevisions(graph, ids);
  return {applied.begin(), applied.end()};
}

void RunSeal(Context& context, const SealOptions& options) {
  auto project = OpenProject(context);
  if (!project) return;
  auto sources = ReadSources(context, *project);
  if (!LinkSources(context, sources)) return;
  const auto& graph = *sources.graph;
  auto opened = OpenSum(context, *project);
  if (!opened) return;
  auto& sum = opened->lines;
  auto ids = ResolveIds(context, graph, {}, options.revisions);
  if (!ids) return;
  auto accepted = ResolveIds(context, graph, sum, options.accepted);
  if (!accepted) return;
  auto open = ResolveIds(context, graph, sum, options.opened);
  if (!open) return;
  const std::string before = opened->exists ? project::SumText(sum) : "";
  const std::size_t sealed_before = SealedLines(sum);
  Open(graph, *open, sum);
  if (!CheckSum(context, *project, sources, sum, false, *accepted)) return;
  if (!Seal(context, *project, sources, Wanted(graph, options, *ids, *accepted), *accepted, sum)) return;
  if (project::SumText(sum) != before && !WriteSum(context, *project, sum)) return;
  const std::size_t sealed = SealedLines(sum);
  std::string change = "nothing changed";
  if (project::SumText(sum) != before)
    change = sealed > sealed_before ? fmt::format("{} of them new", sealed - sealed_before) : "changed";
  context.Print(fmt::format("{}: {} of {} revisions sealed, {}\n", project::kSumName, sealed, graph.size(), change));
}

}  // namespace

Command DefineSeal(CLI::App& parent) {
  auto options = std::make_shared<SealOptions>();
  auto* app =
      parent.add_subcommand("seal", "Write down in migc.sum what every migration is, so that none is edited unseen afterwards");
  app->add_option("revisions", options->revisions, "these and all before them; without any, every one")->type_name("REV");
  app->add_option("--accept", options->accepted, "a sealed revision that was edited, or whose file is gone, and that is right so")
      ->type_name("REV")
      ->allow_extra_args(false);
  app->add_option("--open", options->opened, "take the seal off this revision and all after it, and seal nothing")
      ->type_name("REV")
      ->allow_extra_args(false);
  app->footer(
      "`check` and `compile` then fail when a sealed migration, or a csv or sql file that it names, was edited; `revision`, "
      "`merge` and\n"
      "`squash --replace` keep the file. Without migc.sum nothing is sealed.\n"
      "Examples:\n"
      "  migc seal                           on the main branch, before a release\n"
      "  migc seal 1975ea83b712              what production has, while newer ones are still worked on\n"
      "  migc seal --accept 1975ea83b712     its comment was corrected\n");
  return {app, [options](Context& context) { RunSeal(context, *options); }};
}

}  // namespace migc::driver
