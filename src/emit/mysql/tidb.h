// TiDB: what it lacks of MySQL's statements beyond the capabilities in its facts, each with the way out.
//
// What is cited stands in its documentation, https://docs.pingcap.com/tidb/stable/, of v7.5, v8.1 and v8.5; what that leaves open
// counts as missing.
#pragma once

#include <span>

#include "migc/catalog/replay.h"
#include "migc/diag/sink.h"
#include "migc/dialect/dialect.h"

namespace migc::emit::mysql {

void CheckTidb(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink);

}  // namespace migc::emit::mysql
