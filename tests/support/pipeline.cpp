#include "support/pipeline.h"

#include <stdexcept>

#include "driver/compilation.h"
#include "driver/context.h"
#include "driver/sources.h"
#include "driver/target.h"
#include "migc/source/file_system.h"

namespace migc::support {
namespace {

source::MemoryFileSystem InMemory(const std::map<std::string, std::string>& given) {
  source::MemoryFileSystem files;
  files.files() = given;
  return files;
}

[[noreturn]] void Wrong(driver::Context& context, const Outside& outside) {
  context.Finish();
  throw std::runtime_error("the project does not replay: " + outside.err.str());
}

}  // namespace

Compiled MemoryProject::Compile(const std::string& from, const std::string& to, const std::string& dialect,
                                const std::string& version, const std::vector<std::string>& more) const {
  source::MemoryFileSystem files = InMemory(files_);
  std::vector<std::string> arguments = {"compile", "--from", from, "--to", to, "--dialect", dialect};
  if (!version.empty()) arguments.insert(arguments.end(), {"--target-version", version});
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Finished finished = RunCommand(files, arguments);
  return {finished.status == 0, finished.out, finished.err};
}

SchemaAt MemoryProject::At(const std::string& target, const std::string& dialect, const std::string& version) const {
  source::MemoryFileSystem files = InMemory(files_);
  const Outside outside(files);
  driver::Context context(outside.environment, AllBackends());
  const auto project = driver::OpenProject(context);
  if (!project) Wrong(context, outside);
  const auto dialects = driver::Dialects::Open(context, *project);
  if (!dialects) Wrong(context, outside);
  const auto chosen = dialects->Choose(context, dialect, version);
  if (!chosen) Wrong(context, outside);
  driver::Sources sources = driver::ReadSources(context, *project);
  if (!driver::LinkSources(context, sources)) Wrong(context, outside);
  const auto plan = driver::ResolveRequest(context, *sources.graph, "base", target, graph::Direction::kUpgrade);
  if (!plan) Wrong(context, outside);
  driver::Compilation compilation{*project, sources, *chosen, *plan, {}, {}, {}, {}};
  const auto variables = driver::ResolveVariables(context, *project, {});
  if (!variables) Wrong(context, outside);
  driver::SideFiles side_files(context, *project);
  const auto options = driver::LowerOptions(*dialects, *chosen, *variables, side_files);
  if (!driver::Lower(context, options, driver::FilesOfPlan(sources, *plan), compilation)) Wrong(context, outside);
  if (!driver::Replay(context, false, compilation)) Wrong(context, outside);
  return {chosen->dialect, *compilation.catalog, chosen->backend};
}

}  // namespace migc::support
