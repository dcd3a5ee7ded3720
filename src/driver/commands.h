// Commands: what each command adds to the command line, and what runs it; one file per command.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "context.h"

namespace migc::driver {

// Whether what a run writes follows from its arguments and the disk alone, so that the cache may tell it again.
enum class Repeatable : bool { kNo, kYes };

struct Command {
  CLI::App* app = nullptr;
  std::function<void(Context& context)> run;
  Repeatable repeatable = Repeatable::kNo;
};

Command DefineInit(CLI::App& parent);
Command DefineRevision(CLI::App& parent);
Command DefineMerge(CLI::App& parent);
Command DefineCompile(CLI::App& parent);
Command DefineBundle(CLI::App& parent);
Command DefineUpgrade(CLI::App& parent);
Command DefineDowngrade(CLI::App& parent);
Command DefinePlan(CLI::App& parent);
Command DefineCheck(CLI::App& parent);
Command DefineHistory(CLI::App& parent);
Command DefineHeads(CLI::App& parent);
Command DefineBranches(CLI::App& parent);
Command DefineShow(CLI::App& parent);
Command DefineEdit(CLI::App& parent);
Command DefineGraph(CLI::App& parent);
Command DefineCurrent(CLI::App& parent);
Command DefineSquash(CLI::App& parent);
Command DefineStamp(CLI::App& parent);
Command DefineEnsureVersion(CLI::App& parent);
Command DefineReceipt(CLI::App& parent);
Command DefineStatus(CLI::App& parent);
Command DefineSeal(CLI::App& parent);
Command DefineVerify(CLI::App& parent);
Command DefineKeygen(CLI::App& parent);
Command DefineSign(CLI::App& parent);
Command DefineDialects(CLI::App& parent);
Command DefineExplain(CLI::App& parent);

}  // namespace migc::driver
