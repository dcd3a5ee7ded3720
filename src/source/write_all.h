// All of a text into an open file, however many calls it takes.
#pragma once

#include <string_view>

namespace migc::source {

// False, with errno set, where the system does not take it.
bool WriteAll(int handle, std::string_view text);

}  // namespace migc::source
