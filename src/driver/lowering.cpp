#include "lowering.h"

#include "migc/base/nearest.h"
#include "migc/base/text.h"

namespace migc::driver {
namespace {

constexpr std::uint64_t kMaxSideFile = 256U << 20U;
constexpr std::string_view kVariablePrefix = "MIGC_VAR_";

}  // namespace

std::optional<lower::Variables> ResolveVariables(Context& context, const project::Project& project,
                                                 const std::vector<std::string>& definitions) {
  lower::Variables variables(project.variables.begin(), project.variables.end());
  for (auto& [name, value] : variables) {
    auto given = context.environment().variables.find(std::string(kVariablePrefix) + name);
    if (given != context.environment().variables.end()) value = given->second;
  }
  std::vector<std::string> declared;
  for (const auto& [name, value] : variables) declared.push_back(name);
  bool ok = true;
  for (const auto& definition : definitions) {
    auto equals = definition.find('=');
    std::string name = definition.substr(0, equals);
    auto variable = variables.find(name);
    if (equals == std::string::npos) {
      context.Fail(
          diag::Make(diag::Kind::kCommandLine, std::nullopt, "-D " + definition + " has no value; it is written -D name=value"));
      ok = false;
    } else if (variable == variables.end()) {
      auto nearest = base::NearestName(name, declared);
      context.Fail(diag::Make(diag::Kind::kUndeclaredVariable, std::nullopt, name)
                       .WithHelp(nearest ? "did you mean \"" + *nearest + "\"?" : "declare it there, with a default or without"));
      ok = false;
    } else {
      variable->second = definition.substr(equals + 1);
    }
  }
  if (!ok) return std::nullopt;
  return variables;
}

base::Result<const source::Buffer*> SideFiles::Read(const std::string& path) {
  std::string normal = source::NormalPath(path);
  if (auto found = read_.find(normal); found != read_.end()) return found->second;
  auto read = [&]() -> base::Result<const source::Buffer*> {
    auto text = context_.files().Read(source::JoinPath(project_.root, normal), kMaxSideFile);
    if (!text) return base::Error{normal, text.error().reason};
    if (auto bad_byte = base::FindInvalidUtf8(text.value())) {
      return base::Error{normal, "byte " + std::to_string(*bad_byte) + " is not UTF-8"};
    }
    return &context_.buffers().Add(normal, std::move(text).value());
  };
  return read_.emplace(normal, read()).first->second;
}

lower::Options LowerOptions(const Dialects& dialects, const Target& target, const lower::Variables& variables,
                            SideFiles& side_files) {
  lower::Options options;
  options.lineage = target.dialect.lineage;
  options.known_dialects = dialects.nameable();
  options.configured = dialects.lineages();
  options.variables = variables;
  options.read_file = [&side_files](const std::string& path) { return side_files.Read(path); };
  return options;
}

void Forward(const diag::Sink& from, bool warnings, diag::Sink& to) {
  for (const auto& diagnostic : from.diagnostics()) {
    if (warnings || diagnostic.severity() == diag::Severity::kError) to.Report(diagnostic);
  }
}

Lowering::Lowering(lower::Options options) : options_(std::move(options)) {
  options_.read_file = [this, read = std::move(options_.read_file)](const std::string& path) {
    auto file = read(path);
    if (file) read_[source::NormalPath(path)] = file.value();
    return file;
  };
}

void Lowering::Add(const SourceFile& file) {
  diag::Sink sink;
  revisions_.push_back(file.tree ? lower::LowerRevision(*file.tree, options_, sink) : std::nullopt);
  named_.push_back(std::exchange(read_, {}));
  if (!sink.diagnostics().empty()) reported_.emplace(revisions_.size() - 1, std::move(sink));
}

void Lowering::Report(const std::vector<bool>& wanted, diag::Sink& to) const {
  for (const auto& [file, sink] : reported_) Forward(sink, wanted[file], to);
}

std::vector<std::optional<ir::Revision>> LowerAll(Context& context, const Sources& sources, const lower::Options& options,
                                                  const std::vector<bool>& wanted, std::vector<NamedBuffers>* named) {
  Lowering lowering(options);
  for (std::size_t i = 0; i < sources.files.size(); ++i) {
    context.Progress("lowering", i, sources.files.size());
    lowering.Add(sources.files[i]);
  }
  lowering.Report(wanted, context.sink());
  if (named != nullptr) *named = lowering.TakeNamed();
  return lowering.TakeRevisions();
}

}  // namespace migc::driver
