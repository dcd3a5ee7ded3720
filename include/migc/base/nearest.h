// NearestName: the candidate that a misspelt name most likely meant, for `did you mean "…"?`.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace migc::base {

// The candidate with the smallest edit distance (insert, delete, replace, swap of neighbours; case counts a quarter), when that is
// at most a third of the longer length. Ties go to the candidate that sorts first, so the order given does not matter.
std::optional<std::string> NearestName(std::string_view name, std::span<const std::string> candidates);

}  // namespace migc::base
