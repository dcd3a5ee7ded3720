// ChangesNothing: every object of a step's changes is after it as it was before, by value.
#pragma once

#include <gmock/gmock.h>

#include <algorithm>

#include "migc/catalog/replay.h"

namespace migc::catalog::build {

MATCHER(ChangesNothing, "changes nothing") {
  return std::all_of(arg.begin(), arg.end(), [](const Change& one) {
    return one.before != nullptr && one.after != nullptr && *one.before == *one.after;
  });
}

}  // namespace migc::catalog::build
