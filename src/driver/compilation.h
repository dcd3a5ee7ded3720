// Compilation: a plan through the phases that a dialect has a say in: lower, replay, emit, script.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "context.h"
#include "lowering.h"
#include "migc/catalog/needs.h"
#include "migc/catalog/replay.h"
#include "migc/emit/statement.h"
#include "migc/graph/plan.h"
#include "migc/script/script.h"
#include "sources.h"
#include "target.h"

namespace migc::driver {

// What is asked of a compilation, as typed.
struct Request {
  std::string from;
  std::string to;
  std::optional<graph::Direction> direction;  // nothing: it follows from the two ends
  std::string dialect;
  std::string target_version;
  std::vector<std::string> definitions;
  script::Options script;  // but for what the project says
};

// Reports what cannot be resolved as a fault of the command line.
std::optional<graph::Plan> ResolveRequest(Context& context, const graph::Graph& graph, const std::string& from,
                                          const std::string& to, std::optional<graph::Direction> direction);

// What one phase after the other leaves; each function fills its part, and gives false when an error was reported.
struct Compilation {
  const project::Project& project;
  const Sources& sources;
  const Target& target;
  const graph::Plan& plan;

  std::vector<std::optional<ir::Revision>> revisions;  // lower: by file
  std::optional<catalog::Catalog> catalog;             // replay: after the plan
  std::vector<std::vector<catalog::Step>> steps;       // replay: by step of the plan
  std::vector<emit::RevisionSql> sql;                  // emit: by step of the plan
  std::vector<NamedBuffers> named{};                   // lower: by file
  catalog::Needs needs{};                              // emit: of the whole plan
};

// The files of the plan's revisions.
std::vector<bool> FilesOfPlan(const Sources& sources, const graph::Plan& plan);

bool Lower(Context& context, const lower::Options& options, const std::vector<bool>& wanted, Compilation& compilation);
// `prove`: written downgrades are proved too where the plan goes up.
bool Replay(Context& context, bool prove, Compilation& compilation);
bool Emit(Context& context, Compilation& compilation);
// Those two for a plan whose SQL alone is wanted: a revision is let go of as soon as its SQL is there, and so is the catalog at the
// end, so that a long chain is never in memory as a whole. Reports what they do.
bool ReplayAndEmit(Context& context, Compilation& compilation);
script::Input ScriptInput(Context& context, const Compilation& compilation, const script::Options& options);
// Takes the SQL with it.
script::Input ScriptInput(Context& context, Compilation&& compilation, const script::Options& options);

}  // namespace migc::driver
