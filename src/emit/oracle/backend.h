// The Oracle back end, 12.2 to 23ai: what it refuses, and its SQL.
#pragma once

#include <memory>

#include "migc/emit/backend.h"

namespace migc::emit::oracle {

std::unique_ptr<emit::Backend> MakeBackend();

}  // namespace migc::emit::oracle
