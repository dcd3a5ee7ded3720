// The PostgreSQL back end, 12 to 18: what it refuses, and its SQL.
#pragma once

#include <memory>

#include "migc/emit/backend.h"

namespace migc::emit::postgres {

std::unique_ptr<emit::Backend> MakeBackend();

}  // namespace migc::emit::postgres
