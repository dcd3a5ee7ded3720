#include "bundling.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "aborting.h"
#include "bookkeeping_script.h"
#include "environment_state.h"
#include "migc/base/check.h"
#include "migc/base/hash.h"
#include "migc/base/text.h"
#include "migc/bundle/abort.h"
#include "migc/bundle/preflight.h"
#include "migc/bundle/readme.h"
#include "migc/bundle/status.h"
#include "migc/bundle/verify.h"
#include "migc/integrity/manifest.h"
#include "migc/integrity/script_identity.h"
#include "migc/script/questions.h"
#include "recipe.h"
#include "sealing.h"

namespace migc::driver {
namespace {

// The words of a script's recipe, and how its ends were typed.
struct Way {
  Ends typed;
  const lower::Variables& variables;
};

struct Script {
  std::string text;
  script::Rerun rerun{};
};
// What a compilation has become; nothing when an error was reported.
std::optional<Script> ScriptOf(Context& context, const CompileOptions& options, const Compilation& compilation, const Way& way,
                               diag::Sink& sink) {
  auto input = ScriptInput(context, compilation, options.request.script);
  input.options.made_from = RecipeOf(context, compilation, way.typed, way.variables, {"compile"}, OtherOptions(*options.app));
  if (!script::CheckScript(input, sink)) return std::nullopt;
  return Script{script::AssembleScript(input), script::RerunOf(input)};
}

// What the header of the script says under the name; lines that go on are left out.
std::string HeaderField(const std::string& script, const std::string& name) {
  const std::string mark = "-- " + name;
  for (const auto line : base::SplitLines(script)) {
    if (!line.starts_with("--")) break;
    if (!line.starts_with(mark)) continue;
    const auto begin = line.find_first_not_of(' ', mark.size());
    if (begin != std::string_view::npos) return std::string(line.substr(begin));
  }
  return "";
}

bundle::Receipt ReceiptOf(const std::string& script, const std::vector<std::string>& heads) {
  bundle::Receipt receipt;
  constexpr std::size_t kDigits = 64;
  receipt.script_sha256 = HeaderField(script, "SHA-256:").substr(0, kDigits);
  receipt.heads = heads;
  const auto begin = script.rfind("MIGC-RECEIPT ");
  CHECK(begin != std::string::npos);
  receipt.line = script.substr(begin, script.find('\'', begin) - begin);
  return receipt;
}

std::string PlaceOf(Context& context, const diag::Diagnostic& diagnostic) {
  if (!diagnostic.span) return "";
  const auto& buffer = context.buffers().Get(diagnostic.span->file);
  return fmt::format(" ({}:{})", buffer.path(), buffer.Locate(diagnostic.span->begin).line);
}

// The script of the way back; or the reason why there is none, without its full stop.
struct Back {
  std::optional<Script> script;
  std::string reason;
};
Back WayBack(Context& context, const CompileOptions& options, const Compilation& up, const lower::Variables& variables) {
  const auto plan = graph::ReversePlan(*up.sources.graph, up.plan);
  Compilation down{up.project, up.sources, up.target, plan, up.revisions, {}, {}, {}, up.named};
  // What it reports is no fault of the upgrade.
  Context attempt(context.environment(), context.backends());
  attempt.globals() = context.globals();
  attempt.globals().quiet = true;
  Back back;
  if (Replay(attempt, false, down) && Emit(attempt, down)) {
    const Way way{{options.request.to, options.request.from}, variables};
    back.script = ScriptOf(context, options, down, way, attempt.sink());
  }
  if (back.script) return back;
  const auto& diagnostics = attempt.sink().diagnostics();
  const auto error = std::ranges::find_if(
      diagnostics, [](const diag::Diagnostic& diagnostic) { return diagnostic.severity() == diag::Severity::kError; });
  CHECK(error != diagnostics.end());
  back.reason = error->message + PlaceOf(context, *error);
  return back;
}

// The catalog as it was before the plan.
catalog::Catalog CatalogBefore(const Compilation& compilation) {
  catalog::Catalog before = *compilation.catalog;
  for (auto steps = compilation.steps.rbegin(); steps != compilation.steps.rend(); ++steps) catalog::Revert(before, *steps);
  return before;
}

// What the project's directory has and the files depend on: the revisions of the plan, those before it, and the files they name.
std::vector<integrity::NamedDigest> InputsOf(const Compilation& compilation) {
  auto nodes = graph::AppliedRevisions(*compilation.sources.graph, compilation.plan.from);
  for (const auto& step : compilation.plan.steps) nodes.push_back(step.revision);
  std::vector<integrity::NamedDigest> inputs;
  std::set<std::string> seen;
  const auto add = [&](const std::string& path, const std::string& sha256) {
    if (seen.insert(path).second) inputs.push_back({path, sha256});
  };
  for (auto node : nodes) {
    const auto& buffer = *compilation.sources.FileOf(node).buffer;
    add(buffer.path(), base::Sha256(buffer.text()));
    for (const auto& file : FilesOf(compilation, node)) add(file.path, file.sha256);
  }
  return inputs;
}

std::vector<std::string> CommandOf(Context& context, const CompileOptions& options, const Compilation& compilation,
                                   const Way& way) {
  auto words = RecipeOf(context, compilation, way.typed, way.variables, {"bundle"}, OtherOptions(*options.app)).command;
  // A bundle goes up, and no other way.
  std::erase(words, "--upgrade");
  words.insert(words.end(), {"-o", "DIR"});
  return words;
}

bundle::Frame FrameOf(Context& context, const Compilation& compilation, const std::string& upgrade) {
  const auto& target = compilation.target;
  bundle::Frame frame;
  frame.dialect = &target.dialect;
  frame.backend = target.backend;
  frame.buffers = &context.buffers();
  frame.bookkeeping = BookkeepingOf(compilation.project);
  frame.from = compilation.plan.from;
  frame.to = compilation.plan.to;
  const auto field = [&](std::string_view name, const std::string& value) {
    frame.header.push_back(fmt::format("{:<15}{}", name, value));
  };
  field("Made by:", "migc " MIGC_VERSION);
  field("Made for:",
        fmt::format("{} ({} {} or newer)", target.dialect.name, target.dialect.title, dialect::Text(target.dialect.target)));
  field("Run with:", script::HowToAsk(target.dialect, "THIS_FILE"));
  auto identity = integrity::ReadScriptIdentity(upgrade);
  CHECK(identity.has_value());
  field("Belongs to:", "upgrade.sql with the SHA-256 " + identity->digest);
  return frame;
}

std::string ManifestOf(Context& context, const CompileOptions& options, const Compilation& compilation, const Way& way,
                       const Bundle& bundle) {
  integrity::Manifest manifest;
  manifest.migc_version = MIGC_VERSION;
  manifest.dialect = compilation.target.dialect.name;
  manifest.target_version = dialect::Text(compilation.target.dialect.target);
  manifest.direction = "upgrade";
  manifest.from = compilation.plan.from;
  manifest.to = compilation.plan.to;
  manifest.no_downgrade = bundle.no_downgrade;
  manifest.command = CommandOf(context, options, compilation, way);
  manifest.inputs = InputsOf(compilation);
  for (const auto& [name, text] : bundle.files) manifest.outputs.push_back({name, base::Sha256(text)});
  return integrity::WriteManifest(manifest);
}

bool LosesData(const Compilation& up) {
  return std::ranges::any_of(up.steps, [](const std::vector<catalog::Step>& steps) {
    return std::ranges::any_of(steps, [](const catalog::Step& step) { return step.loses_data; });
  });
}

// abort.sql: what undoes an upgrade that stopped, or says that nothing does.
struct Abort {
  std::string text;
  bundle::AbortKind kind{};
  std::string why;
};
Abort AbortOf(Context& context, const CompileOptions& options, const Compilation& up, const bundle::Frame& frame,
              const Script& upgrade, const lower::Variables& variables, bool has_downgrade) {
  bundle::AbortNote note{frame, upgrade.rerun == script::Rerun::kFromTheStart, "", has_downgrade};
  if (note.nothing_is_left) return {bundle::AbortNoteScript(note), bundle::AbortKind::kNothingIsLeft, ""};
  auto identity = integrity::ReadScriptIdentity(upgrade.text);
  CHECK(identity.has_value());
  auto abort = MakeAbort(context, options, up, identity->digest);
  if (abort.text) return {std::move(*abort.text), bundle::AbortKind::kUndoes, abort.stays};
  // Whole revisions alone: the way back passes over what was not done.
  if (upgrade.rerun == script::Rerun::kAfterRevision && !options.request.script.idempotent && !LosesData(up)) {
    auto passing = options;
    passing.request.script.idempotent = true;
    if (auto back = WayBack(context, passing, up, variables); back.script) {
      return {std::move(back.script->text), bundle::AbortKind::kUndoes, ""};
    }
  }
  note.why = abort.why + "; going on with upgrade.sql until it has come to its end is the only way, or the backup";
  return {bundle::AbortNoteScript(note), bundle::AbortKind::kTells, abort.why};
}

std::optional<Bundle> BundleOf(Context& context, const CompileOptions& options, const Compilation& up,
                               const lower::Variables& variables) {
  const Way way{{options.request.from, options.request.to}, variables};
  auto upgrade = ScriptOf(context, options, up, way, context.sink());
  if (!upgrade) return std::nullopt;
  Bundle bundle;
  bundle.dialect = up.target.dialect;
  const auto frame = FrameOf(context, up, upgrade->text);
  std::vector<bundle::Receipt> receipts = {ReceiptOf(upgrade->text, up.plan.to)};
  const auto before = CatalogBefore(up);
  bundle.files["preflight.sql"] = bundle::PreflightScript({frame, &before, &up.steps, &up.sql});
  if (auto verify = bundle::VerifyScript({frame, &before, &*up.catalog}); !verify.empty()) {
    bundle.files["verify.sql"] = std::move(verify);
  }
  auto back = WayBack(context, options, up, variables);
  bundle.no_downgrade = back.reason;
  if (back.script) {
    receipts.push_back(ReceiptOf(back.script->text, up.plan.from));
    bundle.files["downgrade.sql"] = std::move(back.script->text);
  }
  auto abort = AbortOf(context, options, up, frame, *upgrade, variables, back.reason.empty());
  if (abort.kind == bundle::AbortKind::kUndoes) receipts.push_back(ReceiptOf(abort.text, up.plan.from));
  bundle.files["abort.sql"] = std::move(abort.text);
  bundle.files["status.sql"] = bundle::StatusScript(frame, receipts);
  bundle::ReadmeInput readme{frame,          {},          up.plan.steps.size(), HeaderField(upgrade->text, "Transactions:"),
                             upgrade->rerun, back.reason, abort.kind,           abort.why};
  bundle.files["upgrade.sql"] = std::move(upgrade->text);
  for (const auto& [name, text] : bundle.files) readme.files.insert(name);
  bundle.files["README.txt"] = bundle::Readme(readme);
  bundle.files[std::string(kManifestFile)] = ManifestOf(context, options, up, way, bundle);
  return bundle;
}

}  // namespace

std::optional<Bundle> MakeBundle(Context& context, const CompileOptions& options) {
  auto project = OpenProject(context);
  if (!project) return std::nullopt;
  auto dialects = Dialects::Open(context, *project);
  if (!dialects) return std::nullopt;
  auto resolved = options;
  auto from = ResolveEnvironment(context, *project, options.request.from, &resolved.request.dialect);
  if (!from) return std::nullopt;
  resolved.request.from = *from;
  auto target = dialects->Choose(context, resolved.request.dialect, options.request.target_version);
  if (!target) return std::nullopt;
  auto sources = ReadSources(context, *project);
  if (!LinkSources(context, sources)) return std::nullopt;
  auto plan = ResolveRequest(context, *sources.graph, *from, options.request.to, graph::Direction::kUpgrade);
  if (!plan || !CheckSealed(context, *project, sources, false)) return std::nullopt;
  auto variables = ResolveVariables(context, *project, options.request.definitions);
  if (!variables) return std::nullopt;
  SideFiles side_files(context, *project);
  Compilation up{*project, sources, *target, *plan, {}, {}, {}, {}};
  if (!Lower(context, LowerOptions(*dialects, *target, *variables, side_files), FilesOfPlan(sources, *plan), up))
    return std::nullopt;
  if (!Replay(context, false, up) || !Emit(context, up)) return std::nullopt;
  return BundleOf(context, resolved, up, *variables);
}

}  // namespace migc::driver
