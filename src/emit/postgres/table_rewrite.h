// TableRewrite: which actions make a table anew where that is no transaction.
#pragma once

#include "emit/postgres/rewrite.h"
#include "migc/catalog/replay.h"

namespace migc::emit::postgres {

// A new type, a primary key, a column whose value is computed for each row (ddl_alter_table in YugabyteDB's documentation).
// `state` is the table before the action, `step` the operation that it is a part of.
bool RewritesTable(const ir::AlterAction& action, const TableState& state, const catalog::Step& step);

}  // namespace migc::emit::postgres
