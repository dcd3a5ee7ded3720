// Dump: a revision's operations as indented text, for `--dump lower` and for golden tests.
#pragma once

#include <string>

#include "migc/ir/revision.h"

namespace migc::ir {

// One node a line, two blanks a level, no origins, nothing that has its default value.
std::string Dump(const Revision& revision);
std::string Dump(const Operation& operation);
std::string Dump(const Table& table);

}  // namespace migc::ir
