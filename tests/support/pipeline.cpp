#include "support/pipeline.h"

#include <sstream>
#include <stdexcept>

#include "driver/compilation.h"
#include "driver/context.h"
#include "driver/sources.h"
#include "driver/target.h"
#include "emit/mssql/backend.h"
#include "emit/mysql/backend.h"
#include "emit/oracle/backend.h"
#include "emit/postgres/backend.h"
#include "emit/sqlite/backend.h"
#include "migc/driver/driver.h"
#include "migc/source/file_system.h"

namespace migc::support {
namespace {

// What a run takes from the outside; nothing of it is random.
struct Outside {
  source::MemoryFileSystem files;
  std::ostringstream out;
  std::ostringstream err;
  std::istringstream in;
  driver::Environment environment;

  explicit Outside(const std::map<std::string, std::string>& given) {
    files.files() = given;
    environment.files = &files;
    environment.out = &out;
    environment.err = &err;
    environment.in = &in;
    environment.new_revision_id = [] { return std::string("000000000000"); };
    environment.now = [] { return std::string("2026-01-01T00:00:00Z"); };
  }
};

[[noreturn]] void Wrong(driver::Context& context, const Outside& outside) {
  context.Finish();
  throw std::runtime_error("the project does not replay: " + outside.err.str());
}

}  // namespace

const std::vector<std::unique_ptr<emit::Backend>>& AllBackends() {
  static const auto* backends = [] {
    auto* made = new std::vector<std::unique_ptr<emit::Backend>>;
    made->push_back(emit::mssql::MakeBackend());
    made->push_back(emit::mysql::MakeBackend());
    made->push_back(emit::oracle::MakeBackend());
    made->push_back(emit::postgres::MakeBackend());
    made->push_back(emit::sqlite::MakeBackend());
    return made;
  }();
  return *backends;
}

Compiled MemoryProject::Compile(const std::string& from, const std::string& to, const std::string& dialect,
                                const std::string& version, const std::vector<std::string>& more) const {
  Outside outside(files_);
  std::vector<std::string> arguments = {"compile", "--from", from, "--to", to, "--dialect", dialect};
  if (!version.empty()) arguments.insert(arguments.end(), {"--target-version", version});
  arguments.insert(arguments.end(), more.begin(), more.end());
  const int status = driver::Run(arguments, outside.environment, AllBackends());
  return {status == 0, outside.out.str(), outside.err.str()};
}

SchemaAt MemoryProject::At(const std::string& target, const std::string& dialect, const std::string& version) const {
  const Outside outside(files_);
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
