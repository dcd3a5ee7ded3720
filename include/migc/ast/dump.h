// Dump: the syntax tree as indented text, for `--dump parse` and for golden tests.
#pragma once

#include <string>

#include "migc/ast/ast.h"

namespace migc::ast {

// One node a line, two blanks a level, no spans; equal trees give equal text.
std::string Dump(const File& file);

}  // namespace migc::ast
