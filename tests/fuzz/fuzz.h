// Fuzz: what every fuzz target is: a function of any bytes that must end, and says what is wrong by an abort.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// The name that libFuzzer calls.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace migc::fuzz {

inline std::string TextOf(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// An oracle did not hold: says which, and ends the process.
[[noreturn]] void Fail(std::string_view what, std::string_view text);

inline void Expect(bool holds, std::string_view what, std::string_view text = {}) {
  if (!holds) Fail(what, text);
}

// The inputs that a target starts from; each has them made of what the tests have.
std::vector<std::string> Seeds();

// A file of the project, by its path in it.
std::string ReadFile(const std::string& path);

// The bodies of the `.mig` files under tests/golden.
std::vector<std::string> GoldenSeeds();

}  // namespace migc::fuzz
