// Support: what MySQL and MariaDB refuse beyond the capabilities in their facts, each with the way out.
#pragma once

#include <span>

#include "migc/catalog/replay.h"
#include "migc/diag/sink.h"
#include "migc/dialect/dialect.h"

namespace migc::emit::mysql {

void CheckSupport(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink);

}  // namespace migc::emit::mysql
