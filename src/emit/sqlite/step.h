// What a replayed step says about tables and enums, and how its `alter table` is to be carried out.
#pragma once

#include <string>
#include <vector>

#include "emit/sqlite/native.h"
#include "emit/sqlite/table_form.h"
#include "migc/catalog/replay.h"

namespace migc::emit::sqlite {

// A table before and after a step; null where there is none, or none that the catalog knows.
struct TableChange {
  const ir::Table* before = nullptr;
  const ir::Table* after = nullptr;
};
TableChange ChangeOf(const catalog::Step& step, const ir::Name& table);

// True when the operation may change or remove keys that other tables refer to.
bool MayCascade(const catalog::Step& step, const dialect::Dialect& dialect);

// The actions leave the table as it was (`set not null` twice): there is nothing to rebuild.
bool LeavesAsItWas(const catalog::Step& step, const ir::AlterTable& alter);

// The tables that use the enum of an `alter enum`, before and after it.
std::vector<TableChange> UsersOf(const catalog::Step& step, const ir::AlterEnum& alter);

// The step's enums as they are after it.
Enums EnumsAfter(const catalog::Step& step);

// Each action's means; one kRebuild makes the whole statement a rebuild.
std::vector<Means> MeansOf(const catalog::Step& step, const ir::AlterTable& alter, const dialect::Dialect& dialect);

}  // namespace migc::emit::sqlite
