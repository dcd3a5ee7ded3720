#include "migc/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace migc::base {

void Fail(std::string_view condition, std::string_view file, int line) {
  std::fprintf(stderr, "migc: internal error: %.*s does not hold (%.*s:%d); please report this with the files that led to it\n",
               static_cast<int>(condition.size()), condition.data(), static_cast<int>(file.size()), file.data(), line);
  std::abort();
}

}  // namespace migc::base
