#include "environment_state.h"

#include "migc/base/nearest.h"
#include "migc/base/text.h"

namespace migc::driver {

std::optional<project::State> OpenState(Context& context, const project::Project& project) {
  std::string path = source::JoinPath(project.root, project::kStateName);
  if (!context.files().IsFile(path)) return project::State();
  auto text = context.files().Read(path, project::kMaxConfigBytes);
  if (!text) {
    context.FailToRead(text.error());
    return std::nullopt;
  }
  if (base::FindInvalidUtf8(text.value())) {
    context.Fail(diag::Make(diag::Kind::kConfigSyntax, std::nullopt, path + " is not UTF-8"));
    return std::nullopt;
  }
  auto state = project::ReadState(context.buffers().Add(path, std::move(text).value()), context.sink());
  if (!state) context.BlameOutside();
  return state;
}

bool WriteState(Context& context, const project::Project& project, const project::State& state) {
  auto written = context.files().WriteWhole(source::JoinPath(project.root, project::kStateName), project::StateText(state));
  if (!written) context.FailToWrite(written.error());
  return static_cast<bool>(written);
}

std::optional<std::string> ResolveEnvironment(Context& context, const project::Project& project, const std::string& from,
                                              std::string* dialect) {
  if (!from.starts_with('@')) return from;
  auto state = OpenState(context, project);
  if (!state) return std::nullopt;
  const std::string name = from.substr(1);
  auto found = state->find(name);
  if (found == state->end()) {
    std::vector<std::string> names;
    for (const auto& [known, environment] : *state) names.push_back(known);
    auto nearest = base::NearestName(name, names);
    std::string help = "`migc receipt add --env " + name + " 'MIGC-RECEIPT …'` records where it is";
    if (!names.empty()) help = nearest ? "did you mean @" + *nearest + "?" : "there are @" + base::Join(names, ", @");
    context.Fail(diag::Make(diag::Kind::kCommandLine, std::nullopt,
                            std::string(project::kStateName) + " knows no environment \"" + name + "\"")
                     .WithHelp(help));
    return std::nullopt;
  }
  const auto& environment = found->second;
  if (dialect->empty()) *dialect = environment.dialect;
  if (*dialect != environment.dialect) {
    context.Fail(
        diag::Make(diag::Kind::kCommandLine, std::nullopt,
                   "environment \"" + name + "\" is a " + environment.dialect + " database, and --dialect says " + *dialect)
            .WithHelp("leave --dialect out"));
    return std::nullopt;
  }
  return environment.at.empty() ? "base" : base::Join(environment.at, ",");
}

}  // namespace migc::driver
