// DumpAction: one action of alter table, as a dump shows it.
#pragma once

#include "ir/dump_parts.h"
#include "migc/ir/operation.h"

namespace migc::ir {

void DumpAction(Lines& lines, int depth, const AlterAction& action);

}  // namespace migc::ir
