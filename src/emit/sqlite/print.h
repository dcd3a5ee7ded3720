// Print: the statements of every operation on SQLite.
#pragma once

#include <span>

#include "migc/catalog/replay.h"
#include "migc/dialect/dialect.h"
#include "migc/emit/statement.h"

namespace migc::emit::sqlite {

RevisionSql PrintSteps(std::span<const catalog::Step> steps, const dialect::Dialect& dialect);

}  // namespace migc::emit::sqlite
