// The support check of SQL Server: what no rewrite helps with, refused with the way out before any SQL is made.
#pragma once

#include <span>

#include "migc/catalog/replay.h"
#include "migc/diag/sink.h"
#include "migc/dialect/dialect.h"

namespace migc::emit::mssql {

void CheckSupport(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink);

}  // namespace migc::emit::mssql
