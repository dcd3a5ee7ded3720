// Lowering: every file of the project for one dialect, with its variables and the csv and sql files that it names.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "context.h"
#include "migc/ir/revision.h"
#include "migc/lower/lower.h"
#include "migc/project/project.h"
#include "sources.h"
#include "target.h"

namespace migc::driver {

// The variables of migc.yaml with the values of -D, then of the environment (MIGC_VAR_name), then their defaults.
// Nothing when an error was reported.
std::optional<lower::Variables> ResolveVariables(Context& context, const project::Project& project,
                                                 const std::vector<std::string>& definitions);

// Files that migrations name, each read once.
class SideFiles {
 public:
  SideFiles(Context& context, const project::Project& project) : context_(context), project_(project) {}
  // `path` is relative to the project.
  base::Result<const source::Buffer*> Read(const std::string& path);

 private:
  Context& context_;
  const project::Project& project_;
  std::map<std::string, base::Result<const source::Buffer*>> read_;
};

// The csv and sql files that a migration names, by their paths.
using NamedBuffers = std::map<std::string, const source::Buffer*>;

// Lowers files one at a time, so that the tree of one can go before the next is read.
class Lowering {
 public:
  explicit Lowering(lower::Options options);
  Lowering(const Lowering&) = delete;
  Lowering& operator=(const Lowering&) = delete;

  void Add(const SourceFile& file);
  // Reports what was wrong with the files that were added; their warnings only where `wanted` says so.
  void Report(const std::vector<bool>& wanted, diag::Sink& to) const;
  // By file, in the order in which they were added; nothing where an error is reported.
  std::vector<std::optional<ir::Revision>> TakeRevisions() { return std::move(revisions_); }
  std::vector<NamedBuffers> TakeNamed() { return std::move(named_); }

 private:
  lower::Options options_;
  NamedBuffers read_;  // by the file at hand
  std::vector<std::optional<ir::Revision>> revisions_;
  std::vector<NamedBuffers> named_;
  std::map<std::size_t, diag::Sink> reported_;
};

// By file of `sources`; nothing where an error was reported. Warnings count only where `wanted` says so. `named` is given the files
// that were read for each.
std::vector<std::optional<ir::Revision>> LowerAll(Context& context, const Sources& sources, const lower::Options& options,
                                                  const std::vector<bool>& wanted, std::vector<NamedBuffers>* named = nullptr);

lower::Options LowerOptions(const Dialects& dialects, const Target& target, const lower::Variables& variables,
                            SideFiles& side_files);

// Reports the errors of `from` into the run, and its warnings when they are wanted.
void Forward(const diag::Sink& from, bool warnings, diag::Sink& to);

}  // namespace migc::driver
