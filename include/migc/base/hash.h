// SHA-256, as lower-case hex: how a script names its sources and itself.
#pragma once

#include <string>
#include <string_view>

namespace migc::base {

// 64 lower-case hexadecimal digits.
std::string Sha256(std::string_view bytes);

}  // namespace migc::base
