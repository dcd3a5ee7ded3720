#include "migc/diag/diagnostic.h"

#include "migc/base/check.h"

namespace migc::diag {

const std::vector<KindInfo>& AllKinds() {
  static const std::vector<KindInfo> kinds = {
#define MIGC_DIAGNOSTIC(name, severity, code, message) {Kind::k##name, #name, Severity::k##severity, code, message},
#include "migc/diag/diagnostics.def"
#undef MIGC_DIAGNOSTIC
  };
  return kinds;
}

const KindInfo& InfoOf(Kind kind) {
  auto index = static_cast<std::size_t>(kind);
  CHECK(index < AllKinds().size());
  return AllKinds()[index];
}

}  // namespace migc::diag
