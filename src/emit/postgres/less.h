// Less: what a near relative of PostgreSQL cannot do though its statements are PostgreSQL's, by its capabilities. PostgreSQL itself
// has all of these.
#pragma once

#include <span>

#include "migc/catalog/replay.h"
#include "migc/diag/sink.h"
#include "migc/dialect/dialect.h"

namespace migc::emit::postgres {

void CheckLessThanPostgres(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink);

}  // namespace migc::emit::postgres
