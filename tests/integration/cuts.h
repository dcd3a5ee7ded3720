// Cuts: a script up to each place where a client may have been when it was killed.
#pragma once

#include <string>
#include <vector>

namespace migc::integration {

// Up to each place where the client has sent a statement, those between the parts of one step too.
std::vector<std::string> Beginnings(const std::string& script);

}  // namespace migc::integration
