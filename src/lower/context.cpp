#include "lower/context.h"

#include <optional>

#include "migc/base/nearest.h"

namespace migc::lower {

std::string DidYouMean(std::string_view name, const std::vector<std::string>& candidates, std::string_view otherwise) {
  const std::optional<std::string> nearest = base::NearestName(name, candidates);
  return nearest ? "did you mean \"" + *nearest + "\"?" : std::string(otherwise);
}

}  // namespace migc::lower
