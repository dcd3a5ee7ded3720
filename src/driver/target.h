// Target: the dialect that a run compiles for, with all that follows from the project's settings for it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "context.h"
#include "migc/catalog/catalog.h"
#include "migc/dialect/dialect.h"
#include "migc/emit/backend.h"
#include "migc/project/project.h"

namespace migc::driver {

struct Target {
  dialect::Dialect dialect;
  const emit::Backend* backend = nullptr;
  catalog::Rules rules;
  std::vector<const source::Buffer*> facts{};  // files of --dialect-path that it is made of
};

// What the dialect, and the project's naming, decide about names and objects.
catalog::Rules RulesOf(const dialect::Dialect& dialect, const project::Project& project);

// Every dialect that may be chosen or named: those that come with migc and those of --dialect-path.
class Dialects {
 public:
  // Nothing when an error was reported: the project names a dialect that is not there, or a wrong version.
  static std::optional<Dialects> Open(Context& context, const project::Project& project);

  const std::vector<std::string>& known() const { return known_; }
  // Those, and the ones that migrations may have texts for.
  const std::vector<std::string>& nameable() const { return nameable_; }
  // Of the project; without any in migc.yaml those that migc can print.
  const std::vector<std::string>& configured() const { return configured_; }
  // The configured ones with what they extend.
  const std::vector<std::vector<std::string>>& lineages() const { return lineages_; }

  // `name` and `version` as typed, or empty: the project's only dialect, the project's version. Nothing when an error was reported.
  std::optional<Target> Choose(Context& context, const std::string& name, const std::string& version) const;

  std::optional<dialect::Dialect> Load(Context& context, const std::string& name, const std::string& version) const;

 private:
  bool ReadSources(Context& context);
  bool CheckProject(Context& context) const;

  const project::Project* project_ = nullptr;
  dialect::Sources sources_;
  std::map<std::string, const source::Buffer*> given_;  // those of them that are of --dialect-path
  std::vector<std::string> known_;
  std::vector<std::string> nameable_;
  std::vector<std::string> configured_;
  std::vector<std::vector<std::string>> lineages_;
};

const emit::Backend* FindBackend(Backends backends, const dialect::Dialect& dialect);

}  // namespace migc::driver
