// Mutate: small changes to a text that keep most of its form: tokens are left out, doubled, swapped, replaced by words of the language
// and by texts that hurt.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace migc::fuzz {

// `other` is a text to take pieces from.
std::string Mutate(const std::string& text, const std::string& other, std::mt19937& random);

}  // namespace migc::fuzz
