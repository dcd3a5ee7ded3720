// How long statements wait: `set lock timeout`, `set statement timeout`, and the end of what they set.
#pragma once

#include <span>
#include <vector>

#include "emit/mysql/print.h"

namespace migc::emit::mysql {

void PrintTimeouts(Printer& printer, const ir::SetTimeouts& set);

// What a revision has set lasts until its end; a script's own timeouts are set again behind it.
void ResetTimeouts(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, std::vector<Statement>& statements);

}  // namespace migc::emit::mysql
