#include "migc/base/check.h"
#include "migc/emit/print.h"

namespace migc::emit {
namespace {

bool IsBuiltin(const ir::Type& type) { return !ir::KeywordOf(type.kind).empty(); }

void PrintBuiltin(SqlWriter& out, const ir::Type& type) {
  const dialect::TypeSpelling* spelling = out.dialect().FindType(type);
  CHECK(spelling != nullptr && "CheckCapabilities refuses types that the dialect does not spell");
  if (!type.length && !spelling->without_length.empty()) {
    out.Words(spelling->without_length);
    return;
  }
  out.Words(spelling->before);
  if (type.length && spelling->takes_length) {
    out.CallOpen().Number(std::to_string(*type.length));
    if (type.scale) out.Tight(",").Number(std::to_string(*type.scale));
    if (!spelling->unit.empty()) out.Tight(spelling->unit);
    out.Close();
  }
  if (!spelling->after.empty()) out.Words(spelling->after);
}

}  // namespace

void PrintType(SqlWriter& out, const ir::Type& type, const Syntax& syntax, const Enums& enums, const catalog::Rules& rules) {
  if (!type.native.empty()) {
    out.Raw(type.native);
    return;
  }
  if (IsBuiltin(type)) {
    PrintBuiltin(out, type);
  } else {
    const auto found = enums.find(catalog::Catalog(rules).KeyOf(catalog::ObjectKind::kEnum, type.name));
    const bool known = found != enums.end() && found->second != nullptr;
    syntax.PrintEnumType(out, type, known ? std::get_if<catalog::Enum>(found->second.get()) : nullptr);
  }
  for (int i = 0; i < type.array_dimensions; ++i) out.CloseTight("[]");
}

}  // namespace migc::emit
