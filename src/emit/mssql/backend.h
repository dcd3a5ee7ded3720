// The SQL Server back end, 2016 and later: what it refuses, and its SQL.
#pragma once

#include <memory>

#include "migc/emit/backend.h"

namespace migc::emit::mssql {

std::unique_ptr<emit::Backend> MakeBackend();

}  // namespace migc::emit::mssql
