#include "recipe.h"

#include <algorithm>
#include <set>

#include "migc/base/hash.h"
#include "migc/base/text.h"

namespace migc::driver {
namespace {

bool SameSteps(const graph::Plan& left, const graph::Plan& right) {
  return left.from == right.from && left.to == right.to && left.direction == right.direction &&
         std::equal(left.steps.begin(), left.steps.end(), right.steps.begin(), right.steps.end(),
                    [](const graph::Step& a, const graph::Step& b) { return a.revision == b.revision && a.rows == b.rows; });
}

// Those of the plan and those that were applied before it: what the script depends on.
std::set<graph::Node> Needed(const Compilation& compilation) {
  auto applied = graph::AppliedRevisions(*compilation.sources.graph, compilation.plan.from);
  std::set<graph::Node> needed(applied.begin(), applied.end());
  for (const auto& step : compilation.plan.steps) needed.insert(step.revision);
  return needed;
}

// The variables that stand in a text that is needed.
std::vector<std::string> Definitions(const Compilation& compilation, const std::set<graph::Node>& needed,
                                     const lower::Variables& variables) {
  std::vector<std::string> words;
  auto used = [&](const std::string& name) {
    const std::string placeholder = "${" + name + "}";
    return std::any_of(needed.begin(), needed.end(), [&](graph::Node node) {
      if (compilation.sources.FileOf(node).buffer->text().find(placeholder) != std::string_view::npos) return true;
      const auto& named = compilation.named[compilation.sources.IndexOf(node)];
      return std::any_of(named.begin(), named.end(),
                         [&](const auto& file) { return file.second->text().find(placeholder) != std::string_view::npos; });
    });
  };
  for (const auto& [name, value] : variables) {
    if (!value || !used(name)) continue;
    words.emplace_back("-D");
    words.push_back(name + "=" + *value);
  }
  return words;
}

// The digest of the files of the revisions before the plan; in an order that no other revision has a say in.
void AddEarlier(const Compilation& compilation, const std::set<graph::Node>& needed, script::MadeFrom& made_from) {
  std::set<graph::Node> of_plan;
  for (const auto& step : compilation.plan.steps) of_plan.insert(step.revision);
  std::vector<std::string> lines;
  for (auto node : needed) {
    if (of_plan.contains(node)) continue;
    ++made_from.earlier;
    const auto& revision = compilation.sources.graph->At(node);
    lines.push_back(revision.header.id.text + "\n" + base::Sha256(compilation.sources.FileOf(node).buffer->text()) + "\n");
    for (const auto& file : FilesOf(compilation, node)) lines.back() += file.path + "\n" + file.sha256 + "\n";
  }
  if (lines.empty()) return;
  std::sort(lines.begin(), lines.end());
  made_from.earlier_sha256 = base::Sha256(base::Join(lines, ""));
}

std::vector<std::string> Settings(const project::Project& project, const Target& target) {
  const project::Project defaults = project::DefaultProject(project.root);
  std::vector<std::string> settings;
  auto add = [&](const std::string& name, const std::string& value, const std::string& usual) {
    if (value != usual) settings.push_back(name + "=" + value);
  };
  add("version_table", project.version_table, defaults.version_table);
  add("version_table_schema", project.version_table_schema, defaults.version_table_schema);
  add("history", project.history ? "true" : "false", "true");
  add("history_table", project.history_table, defaults.history_table);
  for (const auto& [kind, pattern] : project.naming) add("naming." + kind, pattern, "");
  if (auto schema = project.default_schema.find(target.dialect.name); schema != project.default_schema.end()) {
    add("default_schema", schema->second.value, "");
  }
  return settings;
}

}  // namespace

script::MadeFrom CommonRecipe(Context& context, const project::Project& project, const Target& target) {
  script::MadeFrom made_from;
  made_from.settings = Settings(project, target);
  for (const auto* facts : target.facts) made_from.facts.push_back({facts->path(), base::Sha256(facts->text())});
  made_from.command = {"--dialect", target.dialect.name, "--target-version", dialect::Text(target.dialect.target)};
  for (const auto& directory : context.globals().dialect_paths) {
    made_from.command.emplace_back("--dialect-path");
    made_from.command.push_back(directory);
  }
  return made_from;
}

Ends FixedEnds(const graph::Graph& graph, const graph::Plan& plan, const Ends& typed) {
  Ends fixed{plan.from.empty() ? "base" : base::Join(plan.from, ","), plan.to.empty() ? "base" : base::Join(plan.to, ",")};
  diag::Sink quiet;
  auto again = plan.direction == graph::Direction::kUpgrade ? graph::ResolveUpgrade(graph, fixed.from, fixed.to, quiet)
                                                            : graph::ResolveDowngrade(graph, fixed.from, fixed.to, quiet);
  return again && SameSteps(*again, plan) ? fixed : typed;
}

std::vector<std::string> OtherOptions(const CLI::App& app) {
  static const std::set<std::string> known = {"--from",           "--to",     "--upgrade", "--downgrade", "--dialect",
                                              "--target-version", "--output", "--split",   "--dump",      "--sql",
                                              "--help",           "-D",       "--sign",    "--force"};
  std::vector<std::string> words;
  for (const CLI::Option* option : app.get_options()) {
    const bool named = !option->get_lnames().empty() || !option->get_snames().empty();
    if (option->count() == 0 || !named) continue;
    const std::string name =
        option->get_lnames().empty() ? "-" + option->get_snames().front() : "--" + option->get_lnames().front();
    if (known.contains(name)) continue;
    const bool flag = option->get_items_expected_max() == 0;
    for (const auto& value : option->results()) {
      words.push_back(name);
      if (!flag) words.push_back(value);
    }
  }
  return words;
}

script::MadeFrom RecipeOf(Context& context, const Compilation& compilation, const Ends& typed, const lower::Variables& variables,
                          std::vector<std::string> command, const std::vector<std::string>& more) {
  const auto needed = Needed(compilation);
  auto made_from = CommonRecipe(context, compilation.project, compilation.target);
  const Ends ends = FixedEnds(*compilation.sources.graph, compilation.plan, typed);
  const bool up = compilation.plan.direction == graph::Direction::kUpgrade;
  command.insert(command.end(), {"--from", ends.from, "--to", ends.to, up ? "--upgrade" : "--downgrade"});
  for (const auto& words : {made_from.command, more, Definitions(compilation, needed, variables)}) {
    command.insert(command.end(), words.begin(), words.end());
  }
  made_from.command = std::move(command);
  AddEarlier(compilation, needed, made_from);
  return made_from;
}

std::vector<script::NamedFile> FilesOf(const Compilation& compilation, graph::Node node) {
  std::vector<script::NamedFile> files;
  auto index = compilation.sources.IndexOf(node);
  if (index >= compilation.named.size()) return files;
  for (const auto& [path, buffer] : compilation.named[index]) files.push_back({path, base::Sha256(buffer->text())});
  return files;
}

}  // namespace migc::driver
