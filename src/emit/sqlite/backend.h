// The SQLite back end, 3.35 and later: what it refuses, and its SQL.
#pragma once

#include <memory>

#include "migc/emit/backend.h"

namespace migc::emit::sqlite {

std::unique_ptr<emit::Backend> MakeBackend();

}  // namespace migc::emit::sqlite
