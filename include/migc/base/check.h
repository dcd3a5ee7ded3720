// CHECK: our own bug stops the program with the place it was found; never used for the user's input.
#pragma once

#include <string_view>

namespace migc::base {

// Prints `internal error: …` with the place, and aborts.
[[noreturn]] void Fail(std::string_view condition, std::string_view file, int line);

}  // namespace migc::base

#define CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::migc::base::Fail(#condition, __FILE__, __LINE__))
