// CockroachDB: what it refuses of statements that it shares with PostgreSQL, beyond its capabilities, each with the way out.
#pragma once

#include <span>

#include "migc/catalog/replay.h"
#include "migc/diag/sink.h"
#include "migc/dialect/dialect.h"

namespace migc::emit::postgres {

void CheckCockroachdb(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink);

}  // namespace migc::emit::postgres
