#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "commands.h"
#include "compilation.h"
#include "compile_options.h"
#include "migc/base/hash.h"
#include "migc/base/text.h"
#include "migc/lower/lower.h"
#include "migc/parse/parse.h"
#include "migc/project/templates.h"
#include "migc/squash/squash.h"
#include "sealing.h"

namespace migc::driver {
namespace {

struct SquashOptions {
  std::string range;
  std::string message;
  std::string output;
  std::vector<std::string> definitions;
  bool replace = false;
};

diag::Diagnostic Cannot(const std::string& range, const std::string& why, const std::string& help) {
  return diag::Make(diag::Kind::kCannotSquash, std::nullopt, range, why).WithHelp(help);
}

const std::string& IdOf(const Sources& sources, graph::Node node) { return sources.graph->At(node).header.id.text; }

// The revisions of `A:B` are those of the upgrade from A to B.
std::optional<graph::Plan> ResolveSquash(Context& context, const Sources& sources, const std::string& range) {
  auto colon = range.find(':');
  if (colon == std::string::npos || colon == 0 || colon + 1 == range.size()) {
    context.Fail(diag::Make(diag::Kind::kBadRange, std::nullopt, range).WithHelp("write both ends, as in base:" + range));
    return std::nullopt;
  }
  auto plan = ResolveRequest(context, *sources.graph, range.substr(0, colon), range.substr(colon + 1), graph::Direction::kUpgrade);
  if (!plan) return std::nullopt;
  if (plan->steps.size() < 2) {
    context.Fail(Cannot(range, fmt::format("it has {} revision{}", plan->steps.size(), plan->steps.size() == 1 ? "" : "s"),
                        "squashing makes one revision of several"));
    return std::nullopt;
  }
  return plan;
}

// The one revision takes the place of all of them: nothing else may come after one in the middle.
bool CheckClosed(Context& context, const Sources& sources, const std::string& range, const graph::Plan& plan) {
  std::set<graph::Node> within;
  for (const auto& step : plan.steps) within.insert(step.revision);
  graph::Node last = plan.steps.back().revision;
  if (plan.to != std::vector<std::string>{IdOf(sources, last)}) {
    context.Fail(Cannot(range, "it ends at several heads: " + base::Join(plan.to, ", "),
                        "join them with `migc merge` first, or squash one branch"));
    return false;
  }
  for (auto node : within) {
    if (node == last) continue;
    for (auto next : sources.graph->At(node).needed_by) {
      if (within.contains(next)) continue;
      context.Fail(Cannot(range, fmt::format("{} comes after {}, which would be no more", IdOf(sources, next), IdOf(sources, node)),
                          "squash up to " + IdOf(sources, node) + ", or from it on"));
      return false;
    }
  }
  return true;
}

std::vector<std::string> WithoutDoubles(std::vector<std::string> texts) {
  std::vector<std::string> unique;
  for (auto& text : texts) {
    if (std::find(unique.begin(), unique.end(), text) == unique.end()) unique.push_back(std::move(text));
  }
  return unique;
}

// What the revisions had to do with the rest of the graph. It keeps the last one's id, so databases that are there stay there.
project::RevisionTemplate Frame(const Sources& sources, const graph::Plan& plan, const std::string& message) {
  std::set<graph::Node> within;
  for (const auto& step : plan.steps) within.insert(step.revision);
  project::RevisionTemplate text;
  for (const auto& step : plan.steps) {
    const auto& revision = sources.graph->At(step.revision);
    for (auto parent : revision.parents) {
      if (!within.contains(parent)) text.parents.push_back(IdOf(sources, parent));
    }
    for (auto dependency : revision.dependencies) {
      if (!within.contains(dependency)) text.depends_on.push_back(IdOf(sources, dependency));
    }
    for (const auto& label : revision.header.labels) text.labels.push_back(label.text);
  }
  text.parents = WithoutDoubles(std::move(text.parents));
  text.depends_on = WithoutDoubles(std::move(text.depends_on));
  const auto& last = sources.graph->At(plan.steps.back().revision).header;
  text.id = last.id.text;
  text.created = last.created;
  text.message = message.empty() ? last.message : message;
  return text;
}

// Whether the text builds on every database of the project what the revisions build.
class Proof {
 public:
  Proof(Context& context, const project::Project& project, const Sources& sources, const graph::Plan& plan,
        const Dialects& dialects, const lower::Variables& variables)
      : context_(context), project_(project), sources_(sources), plan_(plan), dialects_(dialects), variables_(variables) {}

  // Nothing when an error was reported.
  std::optional<bool> Holds(const std::string& text) {
    for (const auto& name : dialects_.configured()) {
      auto target = dialects_.Choose(context_, name, "");
      if (!target) return std::nullopt;
      auto same = HoldsFor(*target, text);
      if (!same || !*same) return same;
    }
    return true;
  }

 private:
  std::optional<bool> HoldsFor(const Target& target, const std::string& text) {
    SideFiles side_files(context_, project_);
    auto options = LowerOptions(dialects_, target, variables_, side_files);
    Compilation before{project_, sources_, target, plan_, {}, {}, {}, {}};
    if (!Lower(context_, options, FilesOfPlan(sources_, plan_), before) || !Replay(context_, false, before)) return std::nullopt;

    graph::Plan nothing{graph::Direction::kUpgrade, plan_.from, plan_.from, {}};
    Compilation after{project_, sources_, target, nothing, std::move(before.revisions), {}, {}, {}};
    if (!Replay(context_, false, after)) return std::nullopt;
    diag::Sink quiet;
    const auto& buffer = context_.buffers().Add("squashed.mig", text);
    auto tree = parse::BuildFile(buffer, quiet);
    auto revision = tree ? lower::LowerRevision(*tree, options, quiet) : std::nullopt;
    auto steps = revision ? catalog::ApplyOperations(*after.catalog, revision->upgrade, quiet) : std::nullopt;
    return steps && *before.catalog == *after.catalog;
  }

  Context& context_;
  const project::Project& project_;
  const Sources& sources_;
  const graph::Plan& plan_;
  const Dialects& dialects_;
  const lower::Variables& variables_;
};

void TellWhatStays(Context& context, const squash::Result& result) {
  for (const auto& kept : result.kept) {
    const auto& buffer = context.buffers().Get(kept.span.file);
    context.Tell(fmt::format("kept as it was, and nothing was moved past it: {} ({}:{})", kept.what, buffer.path(),
                             buffer.Locate(kept.span.begin).line));
  }
  if (result.irreversible) context.Tell("it cannot be undone: " + *result.irreversible);
}

// One line in the place of those of the range; sealed when they all were.
bool SquashLines(Context& context, const project::Project& project, const Sources& sources, const graph::Plan& plan,
                 const std::vector<std::string>& parents, const std::string& text) {
  auto sum = OpenSum(context, project);
  if (!sum || !sum->exists) return sum.has_value();
  bool sealed = true;
  for (const auto& step : plan.steps) {
    auto line = sum->lines.find(IdOf(sources, step.revision));
    sealed = sealed && line != sum->lines.end() && line->second.Sealed();
    if (line != sum->lines.end()) sum->lines.erase(line);
  }
  project::SumLine line;
  line.parents = parents;
  if (sealed) {
    line.sha256 = base::Sha256(text);
    diag::Sink quiet;
    auto tree = parse::BuildFile(context.buffers().Add("squashed.mig", text), quiet);
    for (const auto& path : tree ? NamedFiles(*tree) : std::vector<std::string>()) {
      auto bytes = context.files().Read(source::JoinPath(project.root, path), kMaxNamedFile);
      if (!bytes) {
        context.FailToRead(bytes.error());
        return false;
      }
      line.files.push_back({path, base::Sha256(bytes.value())});
    }
  }
  sum->lines.insert_or_assign(IdOf(sources, plan.steps.back().revision), std::move(line));
  return WriteSum(context, project, sum->lines);
}

void WriteSquashed(Context& context, const project::Project& project, const Sources& sources, const graph::Plan& plan,
                   const SquashOptions& options, const std::vector<std::string>& parents, const std::string& text) {
  if (!options.replace) {
    WriteOutput(context, options.output, text);
    return;
  }
  graph::Node last = plan.steps.back().revision;
  std::string place = source::JoinPath(project.root, sources.graph->At(last).path);
  if (auto written = context.files().WriteWhole(place, text); !written) return context.FailToWrite(written.error());
  context.Print(place + "\n");
  for (const auto& step : plan.steps) {
    if (step.revision == last) continue;
    std::string path = source::JoinPath(project.root, sources.graph->At(step.revision).path);
    if (auto removed = context.files().Remove(path); !removed) return context.FailToWrite(removed.error());
    context.Tell("removed " + path);
  }
  SquashLines(context, project, sources, plan, parents, text);
}

void RunSquash(Context& context, const SquashOptions& options) {
  auto project = OpenProject(context);
  if (!project) return;
  auto dialects = Dialects::Open(context, *project);
  if (!dialects) return;
  auto variables = ResolveVariables(context, *project, options.definitions);
  if (!variables) return;
  auto sources = ReadSources(context, *project);
  if (!LinkSources(context, sources) || !CheckSealed(context, *project, sources, false)) return;
  auto plan = ResolveSquash(context, sources, options.range);
  if (!plan || !CheckClosed(context, sources, options.range, *plan)) return;
  std::vector<squash::Input> inputs;
  for (const auto& step : plan->steps) {
    const auto& file = sources.FileOf(step.revision);
    inputs.push_back({&*file.tree, file.buffer});
  }
  Proof proof(context, *project, sources, *plan, *dialects, *variables);
  for (bool fold : {true, false}) {
    auto result = squash::Squash(inputs, fold);
    auto frame = Frame(sources, *plan, options.message);
    frame.body = result.body;
    frame.irreversible = result.irreversible;
    std::string text = project::RevisionText(frame);
    auto holds = proof.Holds(text);
    if (!holds) return;
    if (!*holds) continue;
    TellWhatStays(context, result);
    return WriteSquashed(context, *project, sources, *plan, options, frame.parents, text);
  }
  context.Fail(
      Cannot(options.range, "one revision of all their statements does not build the same schema", "squash a smaller range"));
}

}  // namespace

Command DefineSquash(CLI::App& parent) {
  auto options = std::make_shared<SquashOptions>();
  auto* app = parent.add_subcommand("squash", "Make one revision of several, which builds the same schema");
  app->add_option("range", options->range, "those that an upgrade from A to B runs; the new one has the id of B")
      ->type_name("A:B")
      ->required();
  app->add_option("-m,--message", options->message, "what it does, in a few words (the message of B)")->type_name("TEXT");
  auto* output = app->add_option("-o,--output", options->output, "the file to write; otherwise it is printed");
  output->type_name("FILE");
  app->add_flag("--replace", options->replace, "put it in the place of B's file, and remove the files of the others")
      ->excludes(output);
  app->add_option("-D", options->definitions, "a value for a variable of migc.yaml")
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
  app->footer(
      "Tables that are made in the range take their later changes into `create table`, and what is made and dropped again goes, as "
      "far\n"
      "as nothing between may see the difference. Raw SQL and data stay as they are. Every database must be at A or before it, or "
      "at\n"
      "B or after it, when the revisions are replaced.\n"
      "Examples:\n  migc squash base:1975ea83b712\n  migc squash base:head -m 'The shop as of 2026' --replace\n");
  return {app, [options](Context& context) { RunSquash(context, *options); }};
}

}  // namespace migc::driver
