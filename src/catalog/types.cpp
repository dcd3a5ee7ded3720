#include "catalog/types.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "catalog/lookup.h"
#include "migc/base/text.h"

namespace migc::catalog {
namespace {

enum class Family : std::uint8_t {
  kBoolean,
  kNumber,
  kFloat,
  kText,
  kBytes,
  kDate,
  kTime,
  kTimestamp,
  kInterval,
  kUuid,
  kJson,
  kXml,
  kEnum,
  kNative
};

Family FamilyOf(ir::TypeKind kind) {
  switch (kind) {
    case ir::TypeKind::kBoolean:
      return Family::kBoolean;
    case ir::TypeKind::kSmallint:
    case ir::TypeKind::kInteger:
    case ir::TypeKind::kBigint:
    case ir::TypeKind::kDecimal:
      return Family::kNumber;
    case ir::TypeKind::kReal:
    case ir::TypeKind::kDouble:
      return Family::kFloat;
    case ir::TypeKind::kChar:
    case ir::TypeKind::kVarchar:
    case ir::TypeKind::kText:
    case ir::TypeKind::kNchar:
    case ir::TypeKind::kNvarchar:
      return Family::kText;
    case ir::TypeKind::kBinary:
    case ir::TypeKind::kVarbinary:
    case ir::TypeKind::kBlob:
      return Family::kBytes;
    case ir::TypeKind::kDate:
      return Family::kDate;
    case ir::TypeKind::kTime:
      return Family::kTime;
    case ir::TypeKind::kTimestamp:
      return Family::kTimestamp;
    case ir::TypeKind::kInterval:
      return Family::kInterval;
    case ir::TypeKind::kUuid:
      return Family::kUuid;
    case ir::TypeKind::kJson:
    case ir::TypeKind::kJsonb:
      return Family::kJson;
    case ir::TypeKind::kXml:
      return Family::kXml;
    case ir::TypeKind::kNamed:
      return Family::kEnum;
    case ir::TypeKind::kNative:
      return Family::kNative;
  }
  return Family::kNative;
}

constexpr std::uint32_t kNoLimit = std::numeric_limits<std::uint32_t>::max();

// Characters or bytes that fit. A plain char holds one.
std::uint32_t Capacity(const ir::Type& type) {
  if (type.length) return *type.length;
  return type.kind == ir::TypeKind::kChar || type.kind == ir::TypeKind::kNchar || type.kind == ir::TypeKind::kBinary ? 1 : kNoLimit;
}

// Decimal digits before the point, and after it.
std::uint32_t WholeDigits(const ir::Type& type) {
  if (type.kind == ir::TypeKind::kSmallint) return 5;
  if (type.kind == ir::TypeKind::kInteger) return 10;
  if (type.kind == ir::TypeKind::kBigint) return 19;
  return type.length ? *type.length - std::min(*type.length, type.scale.value_or(0)) : kNoLimit;
}
std::uint32_t FractionDigits(const ir::Type& type) {
  if (type.kind != ir::TypeKind::kDecimal) return 0;
  return type.length ? type.scale.value_or(0) : kNoLimit;
}

bool NarrowsInFamily(const ir::Type& from, const ir::Type& to) {
  switch (FamilyOf(from.kind)) {
    case Family::kNumber:
      return WholeDigits(to) < WholeDigits(from) || FractionDigits(to) < FractionDigits(from);
    case Family::kFloat:
      return from.kind == ir::TypeKind::kDouble && to.kind == ir::TypeKind::kReal;
    case Family::kText:
    case Family::kBytes:
      return Capacity(to) < Capacity(from);
    case Family::kTime:
    case Family::kTimestamp:
      // How much a plain one keeps is the dialect's own affair: only two written precisions can be compared.
      return (from.with_time_zone && !to.with_time_zone) || (to.length && from.length && *to.length < *from.length);
    case Family::kBoolean:
    case Family::kDate:
    case Family::kInterval:
    case Family::kUuid:
    case Family::kJson:
    case Family::kXml:
    case Family::kEnum:
    case Family::kNative:
      return false;
  }
  return false;
}

}  // namespace

bool IsInteger(const ir::Type& type) {
  const bool whole =
      type.kind == ir::TypeKind::kSmallint || type.kind == ir::TypeKind::kInteger || type.kind == ir::TypeKind::kBigint;
  return whole && type.array_dimensions == 0;
}

bool SameFamily(const Catalog& catalog, const ir::Type& a, const ir::Type& b) {
  if (a.array_dimensions != b.array_dimensions || FamilyOf(a.kind) != FamilyOf(b.kind)) return false;
  if (a.kind == ir::TypeKind::kNative) return base::LowerAscii(a.native) == base::LowerAscii(b.native);
  return a.kind != ir::TypeKind::kNamed || catalog.KeyOf(ObjectKind::kEnum, a.name) == catalog.KeyOf(ObjectKind::kEnum, b.name);
}

Fit FitOf(const Catalog& catalog, const ir::Type& a, const ir::Type& b) {
  if (a.native != b.native) return Fit::kUnknown;
  if (!a.native.empty()) return Fit::kSame;
  if (!SameFamily(catalog, a, b)) return Fit::kNever;
  const bool same = a.kind == b.kind && a.length == b.length && a.scale == b.scale && a.with_time_zone == b.with_time_zone;
  return same ? Fit::kSame : Fit::kNear;
}

bool Narrows(const ir::Type& from, const ir::Type& to) {
  if (!from.native.empty() || !to.native.empty() || from.array_dimensions != to.array_dimensions) return false;
  const Family a = FamilyOf(from.kind);
  const Family b = FamilyOf(to.kind);
  if (a == b) return NarrowsInFamily(from, to);
  if (a == Family::kFloat && b == Family::kNumber) return true;
  if (a == Family::kTimestamp && (b == Family::kDate || b == Family::kTime)) return true;
  return b == Family::kText && Capacity(to) != kNoLimit && a != Family::kEnum && a != Family::kBoolean && a != Family::kUuid &&
         a != Family::kNumber && a != Family::kDate;
}

void CheckType(Application& application, ir::Type& type) {
  if (type.kind != ir::TypeKind::kNamed) return;
  const Catalog& catalog = application.catalog();
  if (const Enum* found = catalog.FindEnum(type.name)) {
    type.name.schema = found->name.schema;
    type.name.name = found->name.name;
    return;
  }
  diag::Diagnostic unknown = diag::Make(diag::Kind::kUnknownType, application.Where(type.origin), type.name.Text());
  const std::string_view portable = ir::PortableNameOf(type.name.name);
  if (!portable.empty() && type.name.schema.empty()) {
    application.Report(std::move(unknown).WithHelp(fmt::format("write `{}`", portable)));
    return;
  }
  std::vector<std::string> candidates = NamesOfKind(catalog, ObjectKind::kEnum);
  for (const ir::TypeKind kind : ir::AllTypeKinds()) {
    if (!ir::KeywordOf(kind).empty()) candidates.emplace_back(ir::KeywordOf(kind));
  }
  std::sort(candidates.begin(), candidates.end());
  Missing(application, std::move(unknown), "type", type.name.name, {}, candidates);
}

}  // namespace migc::catalog
