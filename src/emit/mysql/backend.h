// The back end of MySQL (5.7, 8.0, 8.4) and MariaDB (10.6 to 11.4): what it refuses, and its SQL.
#pragma once

#include <memory>

#include "migc/emit/backend.h"

namespace migc::emit::mysql {

std::unique_ptr<emit::Backend> MakeBackend();

}  // namespace migc::emit::mysql
