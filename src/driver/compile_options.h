// CompileOptions: what `compile`, `upgrade` and `downgrade` have in common: their options, and the way from sources to a script.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "compilation.h"
#include "context.h"
#include "migc/dialect/dialect.h"

namespace migc::driver {

struct CompileOptions {
  Request request;
  const CLI::App* app = nullptr;  // of the command
  std::string output;             // -o; empty: standard output
  std::string split;              // --split
  std::string dump;               // --dump; empty: the script
};

// --dialect, --target-version, -D, and what a script is to be like: --single-transaction, --idempotent, timeouts.
void AddScriptOptions(CLI::App& app, CompileOptions& options);
// Those, and -o, --split, --plain, --dump.
void AddCompileOptions(CLI::App& app, CompileOptions& options);

// To the file, or to standard output when `output` is empty or "-". False when an error was reported.
bool WriteOutput(Context& context, const std::string& output, const std::string& text);

// Tells a person that no database was touched, and how to apply the script. `did` is what was done: "wrote SQL".
void TellHowToApply(Context& context, const dialect::Dialect& dialect, const std::string& did, const std::string& file);

// Runs the phases as far as they are asked for and writes what came of it, or reports why not.
void RunCompile(Context& context, const CompileOptions& options);

}  // namespace migc::driver
