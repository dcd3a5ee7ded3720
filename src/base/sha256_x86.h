// Sha256X86: SHA-256 by the processor's own instructions, which take a tenth of the time; where it has them.
#pragma once

#include <array>
#include <string_view>

namespace migc::base {

// Whether Sha256X86 may be called.
bool HasSha256X86();
std::array<unsigned char, 32> Sha256X86(std::string_view bytes);

}  // namespace migc::base
