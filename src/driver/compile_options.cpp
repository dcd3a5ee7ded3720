#include "compile_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

#include "dump.h"
#include "environment_state.h"
#include "recipe.h"
#include "sealing.h"

namespace migc::driver {
namespace {

std::string_view Tool(const dialect::Dialect& dialect) {
  switch (dialect.tool) {
    case dialect::Tool::kPsql:
      return "psql -f ";
    case dialect::Tool::kMysql:
      return "mysql < ";
    case dialect::Tool::kSqlite3:
      return "sqlite3 DATABASE < ";
    case dialect::Tool::kSqlcmd:
      return "sqlcmd -i ";
    case dialect::Tool::kSqlplus:
      return "sqlplus CONNECTION @";
    case dialect::Tool::kDuckdb:
      return "duckdb DATABASE < ";
  }
  return "";
}

void TellOfPlan(Context& context, const Compilation& compilation, const std::string& file) {
  auto count = compilation.plan.steps.size();
  TellHowToApply(context, compilation.target.dialect, fmt::format("wrote SQL of {} revision{}", count, count == 1 ? "" : "s"),
                 file);
}

// Scripts of an earlier run that this one does not make would be applied with the rest.
bool HoldsOthers(Context& context, const std::string& directory, const std::vector<std::pair<std::string, std::string>>& scripts) {
  if (!context.files().IsDirectory(directory)) return false;
  auto names = context.files().List(directory);
  if (!names) {
    context.FailToRead(names.error());
    return true;
  }
  for (const auto& name : names.value()) {
    bool ours = std::any_of(scripts.begin(), scripts.end(), [&](const auto& script) { return script.first == name; });
    if (ours || !name.ends_with(".sql")) continue;
    context.Fail(diag::Make(diag::Kind::kOutputNotEmpty, std::nullopt, directory, name)
                     .WithHelp("give a new directory, or remove what an earlier run left there"));
    return true;
  }
  return false;
}

void WriteSplit(Context& context, const CompileOptions& options, const Compilation& compilation, const script::Input& input) {
  auto scripts = script::AssembleSplit(input);
  if (HoldsOthers(context, options.split, scripts)) return;
  if (auto made = context.files().MakeDirectory(options.split); !made) return context.FailToWrite(made.error());
  for (const auto& [name, text] : scripts) {
    auto written = context.files().WriteWhole(source::JoinPath(options.split, name), text);
    if (!written) return context.FailToWrite(written.error());
  }
  TellOfPlan(context, compilation, options.split + "/…, each in its order");
}

void WriteScript(Context& context, const CompileOptions& options, const lower::Variables& variables, Compilation compilation) {
  auto input = ScriptInput(context, std::move(compilation), options.request.script);
  auto more = OtherOptions(*options.app);
  // Which directory it was is nobody's business.
  if (!options.split.empty()) more.insert(more.end(), {"--split", "DIR"});
  input.options.made_from =
      RecipeOf(context, compilation, {options.request.from, options.request.to}, variables, {"compile"}, more);
  if (!script::CheckScript(input, context.sink())) return;
  if (!options.split.empty()) return WriteSplit(context, options, compilation, input);
  std::string text = script::AssembleScript(input);
  if (WriteOutput(context, options.output, text)) TellOfPlan(context, compilation, options.output);
}

void WriteDump(Context& context, const CompileOptions& options, const std::string& text) {
  WriteOutput(context, options.output, text);
}

// From the plan on.
void CompilePlan(Context& context, const CompileOptions& options, const lower::Variables& variables, Lowering& lowering,
                 Compilation compilation) {
  auto errors = context.sink().errors();
  lowering.Report(FilesOfPlan(compilation.sources, compilation.plan), context.sink());
  if (context.sink().errors() != errors) return;
  compilation.revisions = lowering.TakeRevisions();
  compilation.named = lowering.TakeNamed();
  if (options.dump == "lower") return WriteDump(context, options, DumpLower(compilation));
  if (options.dump == "replay") {
    if (Replay(context, false, compilation)) WriteDump(context, options, catalog::Dump(*compilation.catalog));
    return;
  }
  if (!ReplayAndEmit(context, compilation)) return;
  if (options.dump == "emit") return WriteDump(context, options, DumpEmit(compilation));
  WriteScript(context, options, variables, std::move(compilation));
}

// --dump parse
void DumpTrees(Context& context, const CompileOptions& options, const project::Project& project) {
  auto sources = ReadSources(context, project);
  if (!context.sink().HasErrors()) WriteDump(context, options, DumpParse(sources));
}

// "500ms", "5s", "2min"; a number alone is milliseconds.
void AddTimeout(CLI::App& app, const std::string& name, std::optional<std::uint32_t>& value, const std::string& text) {
  app.add_option(name, value, text)
      ->transform(CLI::AsNumberWithUnit(std::map<std::string, std::uint32_t>{{"ms", 1}, {"s", 1000}, {"min", 60000}},
                                        CLI::AsNumberWithUnit::UNIT_OPTIONAL, "DURATION"))
      ->type_name("DURATION");
}

}  // namespace

bool WriteOutput(Context& context, const std::string& output, const std::string& text) {
  if (output.empty() || output == "-") {
    context.Print(text);
    return true;
  }
  auto written = context.files().WriteWhole(output, text);
  if (!written) context.FailToWrite(written.error());
  return static_cast<bool>(written);
}

void TellHowToApply(Context& context, const dialect::Dialect& dialect, const std::string& did, const std::string& file) {
  context.Tell(fmt::format("migc {} for {} {} and touched no database; apply it with: {}{}", did, dialect.title,
                           dialect::Text(dialect.target), Tool(dialect), file.empty() || file == "-" ? "FILE" : file));
}

void AddScriptOptions(CLI::App& app, CompileOptions& options) {
  auto& request = options.request;
  options.app = &app;
  app.add_option("--dialect", request.dialect, "the database to compile for; not needed when migc.yaml names only one")
      ->type_name("NAME");
  app.add_option("--target-version", request.target_version,
                 "its version; otherwise that of migc.yaml, or the oldest that migc knows, whose scripts run on newer ones too")
      ->type_name("VERSION");
  app.add_option("-D", request.definitions, "a value for a variable of migc.yaml")
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
  auto* single = app.add_flag("--single-transaction", request.script.single_transaction,
                              "one transaction around all revisions, where the database can");
  app.add_flag("--idempotent", request.script.idempotent,
               "take a database at any revision on the way, and apply what is missing there; nothing when nothing is")
      ->excludes(single);
  AddTimeout(app, "--lock-timeout", request.script.lock_timeout_ms, "how long a statement may wait for a lock");
  AddTimeout(app, "--statement-timeout", request.script.statement_timeout_ms, "how long a statement may take");
}

void AddCompileOptions(CLI::App& app, CompileOptions& options) {
  auto* output = app.add_option("-o,--output", options.output, "the file to write; it is replaced only when everything went well");
  output->type_name("FILE");
  AddScriptOptions(app, options);
  app.add_option("--split", options.split, "a directory: one script per revision")->type_name("DIR")->excludes(output);
  app.add_flag("--plain", options.request.script.plain, "the statements alone, to be read and not to be applied");
  app.add_option("--dump", options.dump, "print what a phase makes instead of the script")
      ->check(CLI::IsMember({"parse", "lower", "resolve", "replay", "emit"}))
      ->type_name("parse|lower|resolve|replay|emit");
}

void RunCompile(Context& context, const CompileOptions& options) {
  auto project = OpenProject(context);
  if (!project) return;
  auto dialects = Dialects::Open(context, *project);
  if (!dialects) return;
  std::string dialect = options.request.dialect;
  auto from = ResolveEnvironment(context, *project, options.request.from, &dialect);
  if (!from) return;
  auto target = dialects->Choose(context, dialect, options.request.target_version);
  if (!target) return;
  if (options.dump == "parse") return DumpTrees(context, options, *project);
  auto variables = ResolveVariables(context, *project, options.request.definitions);
  if (!variables) return;
  SideFiles side_files(context, *project);
  Lowering lowering(LowerOptions(*dialects, *target, *variables, side_files));
  auto sources = ReadSources(context, *project, Reading::kWhole, &lowering);
  if (!LinkSources(context, sources)) {
    // What is wrong with the files that parse is said even when others do not, so that one run says all that it can.
    return lowering.Report(std::vector<bool>(sources.files.size(), false), context.sink());
  }
  auto plan = ResolveRequest(context, *sources.graph, *from, options.request.to, options.request.direction);
  if (!plan) return;
  if (options.dump == "resolve") return WriteDump(context, options, DumpPlan(sources, *plan));
  if (!CheckSealed(context, *project, sources, false)) return;
  auto resolved = options;
  resolved.request.from = *from;
  CompilePlan(context, resolved, *variables, lowering, {*project, sources, *target, *plan, {}, {}, {}, {}});
}

}  // namespace migc::driver
