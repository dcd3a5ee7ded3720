#include "migc/ir/type.h"

#include <fmt/format.h>

#include "migc/ir/spelling.h"

namespace migc::ir {

std::string_view KeywordOf(TypeKind kind) {
  switch (kind) {
#define MIGC_TYPE(name, spelling) \
  case TypeKind::k##name:         \
    return spelling;
#include "migc/ir/types.def"
#undef MIGC_TYPE
  }
  return "";
}

const std::vector<TypeKind>& AllTypeKinds() {
  static const std::vector<TypeKind> kinds = {
#define MIGC_TYPE(name, spelling) TypeKind::k##name,
#include "migc/ir/types.def"
#undef MIGC_TYPE
  };
  return kinds;
}

std::string Describe(const Type& type) {
  std::string out(KeywordOf(type.kind));
  if (type.kind == TypeKind::kNamed) out = SpellName(type.name);
  if (type.length && type.scale) {
    out += fmt::format("({},{})", *type.length, *type.scale);
  } else if (type.length) {
    out += fmt::format("({})", *type.length);
  }
  if (type.with_time_zone) out += " with time zone";
  for (int i = 0; i < type.array_dimensions; ++i) out += "[]";
  if (!type.native.empty()) out += (out.empty() ? "native " : " native ") + SpellString(type.native);
  return out;
}

}  // namespace migc::ir
