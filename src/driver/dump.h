// Dump: what a phase made, as text for a person: `compile --dump PHASE`, and `plan`.
#pragma once

#include <string>

#include "compilation.h"

namespace migc::driver {

std::string DumpParse(const Sources& sources);
std::string DumpLower(const Compilation& compilation);
std::string DumpPlan(const Sources& sources, const graph::Plan& plan);
std::string DumpEmit(const Compilation& compilation);

// "base", or the ids with commas between them.
std::string RowsText(const std::vector<std::string>& rows);
std::string_view Word(graph::Direction direction);

}  // namespace migc::driver
