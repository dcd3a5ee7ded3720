// AlembicWords: what Alembic has and migc has not, and what to type instead.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace migc::driver {

// For an option or command that nobody knows here; nothing when Alembic does not know it either.
std::optional<std::string> HelpForAlembicWord(std::string_view word);

}  // namespace migc::driver
