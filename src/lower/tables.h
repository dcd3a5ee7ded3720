// Tables: `create table` with its columns, constraints and indexes, and the parts that other statements have in common with it.
#pragma once

#include <string>
#include <vector>

#include "lower/context.h"
#include "migc/ir/operation.h"

namespace migc::lower {

ir::CreateTable LowerCreateTable(Context& context, const ast::CreateTable& create);
ir::Index LowerIndex(Context& context, const ast::Index& index);
// What this dialect is given of `with postgres '…', mysql '…'`: nothing or one text.
std::vector<std::string> LowerWith(Context& context, const std::vector<ast::WithOption>& options);

}  // namespace migc::lower
