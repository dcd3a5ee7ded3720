// Literals: dates and timestamps, checked to be what they look like.
#pragma once

#include <string_view>

namespace migc::lower {

// A day of the Gregorian calendar of the years 1 to 9999, written YYYY-MM-DD.
bool IsDate(std::string_view text);
// YYYY-MM-DD HH:MM:SS[.f…], one to six digits of fraction.
bool IsTimestamp(std::string_view text);

}  // namespace migc::lower
