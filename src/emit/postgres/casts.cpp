#include "emit/postgres/casts.h"

#include <string>

namespace migc::emit::postgres {
namespace {

enum class Family : std::uint8_t {
  kBoolean,
  kNumber,
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

Family FamilyOf(const ir::Type& type) {
  if (!type.native.empty()) return Family::kNative;
  switch (type.kind) {
    case ir::TypeKind::kBoolean:
      return Family::kBoolean;
    case ir::TypeKind::kSmallint:
    case ir::TypeKind::kInteger:
    case ir::TypeKind::kBigint:
    case ir::TypeKind::kDecimal:
    case ir::TypeKind::kReal:
    case ir::TypeKind::kDouble:
      return Family::kNumber;
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

Conversion FromText(Family to) {
  if (to == Family::kText) return Conversion::kItself;
  // '\x41' in a text would be read as an escape: what bytes are meant is the author's to say (convert_to(c, 'UTF8')).
  return to == Family::kBytes ? Conversion::kNone : Conversion::kCast;
}

Conversion BetweenElements(const ir::Type& from, const ir::Type& to) {
  const Family a = FamilyOf(from);
  const Family b = FamilyOf(to);
  if (a == Family::kNative || b == Family::kNative) {
    // A text needs an explicit cast to whatever it is. Anything else is left to the server: `c::varchar(5)` would cut silently
    // what the assignment refuses.
    return a == Family::kText || (a == Family::kNative && b != Family::kNative && b != Family::kText) ? Conversion::kCast
                                                                                                      : Conversion::kItself;
  }
  if (a == Family::kText) return FromText(b);
  if (b == Family::kText) return a == Family::kBytes ? Conversion::kNone : Conversion::kItself;
  if (a == Family::kEnum && b == Family::kEnum) return from.name == to.name ? Conversion::kItself : Conversion::kViaText;
  if (a == b) return Conversion::kItself;
  if (a == Family::kNumber && b == Family::kBoolean) return Conversion::kNotZero;
  if (a == Family::kBoolean && b == Family::kNumber) return Conversion::kViaInteger;
  const bool date_and_time = (a == Family::kDate && b == Family::kTimestamp) || (a == Family::kTimestamp && b == Family::kDate) ||
                             (a == Family::kTimestamp && b == Family::kTime) || (a == Family::kTime && b == Family::kInterval) ||
                             (a == Family::kInterval && b == Family::kTime);
  return date_and_time ? Conversion::kItself : Conversion::kNone;
}

bool LooksLikeANumber(const std::string& text) {
  const std::size_t digits = text.find_first_not_of(" +-");
  return digits != std::string::npos && text.find_first_not_of("0123456789.eE+- ", digits) == std::string::npos;
}

bool StringFits(const std::string& text, Family family) {
  if (family == Family::kNumber) return LooksLikeANumber(text);
  // The letters of true, false, yes, no, on and off, and the digits: what boolin takes.
  if (family == Family::kBoolean) return !text.empty() && text.find_first_not_of("truefalsyonTRUEFALSYON01 ") == std::string::npos;
  return true;
}

bool FunctionFits(ir::Function function, Family family) {
  switch (function) {
    case ir::Function::kNow:
    case ir::Function::kCurrentTimestamp:
      return family == Family::kTimestamp || family == Family::kDate || family == Family::kTime || family == Family::kText;
    case ir::Function::kCurrentDate:
      return family == Family::kTimestamp || family == Family::kDate || family == Family::kText;
    case ir::Function::kUuid:
      return family == Family::kUuid || family == Family::kText;
    case ir::Function::kLength:
      return family == Family::kNumber || family == Family::kText;
    case ir::Function::kLower:
    case ir::Function::kUpper:
    case ir::Function::kSubstring:
      return family == Family::kText;
    case ir::Function::kCoalesce:
      return true;
  }
  return true;
}

}  // namespace

bool AreAlike(const ir::Type& a, const ir::Type& b) { return FamilyOf(a) == FamilyOf(b); }
bool IsKeptAlike(const ir::Type& a, const ir::Type& b) {
  const auto is_whole = [](const ir::Type& type) {
    return type.kind == ir::TypeKind::kSmallint || type.kind == ir::TypeKind::kInteger || type.kind == ir::TypeKind::kBigint;
  };
  if (a.array_dimensions != b.array_dimensions) return false;
  if (FamilyOf(a) == Family::kText && FamilyOf(b) == Family::kText) return true;
  return (is_whole(a) && is_whole(b)) || (a.kind == b.kind && a.with_time_zone == b.with_time_zone && a.name == b.name);
}
bool IsOtherText(const ir::Type& a, const ir::Type& b) {
  return FamilyOf(a) == Family::kText && FamilyOf(b) == Family::kText && a.kind != b.kind;
}

bool DefaultFits(const ir::Expr& value, const ir::Type& type) {
  const Family family = FamilyOf(type);
  if (family == Family::kNative || type.array_dimensions > 0) return true;
  switch (value.kind) {
    case ir::ExprKind::kParens:
      return DefaultFits(value.operands.at(0), type);
    case ir::ExprKind::kTrue:
    case ir::ExprKind::kFalse:
    case ir::ExprKind::kNot:
    case ir::ExprKind::kIsNull:
    case ir::ExprKind::kIn:
    case ir::ExprKind::kBetween:
    case ir::ExprKind::kLike:
      return family == Family::kBoolean || family == Family::kText;
    case ir::ExprKind::kNegate:
    case ir::ExprKind::kPlus:
    case ir::ExprKind::kNumber:
      return family == Family::kNumber || family == Family::kText;
    case ir::ExprKind::kString:
      return StringFits(value.text, family);
    case ir::ExprKind::kBytes:
      return family == Family::kBytes;
    case ir::ExprKind::kDate:
      return family == Family::kDate || family == Family::kTimestamp || family == Family::kText;
    case ir::ExprKind::kTimestamp:
      return family == Family::kTimestamp || family == Family::kDate || family == Family::kTime || family == Family::kText;
    case ir::ExprKind::kFunction:
      return FunctionFits(value.function, family);
    case ir::ExprKind::kCast:
      return ConversionOf(value.types.at(0), type) == Conversion::kItself;
    case ir::ExprKind::kNull:
    case ir::ExprKind::kColumn:
    case ir::ExprKind::kStar:
    case ir::ExprKind::kCall:
    case ir::ExprKind::kBinary:
    case ir::ExprKind::kCase:
    case ir::ExprKind::kRawSql:
      return true;
  }
  return true;
}

Conversion ConversionOf(const ir::Type& from, const ir::Type& to) {
  const bool from_array = from.array_dimensions > 0 && from.native.empty();
  const bool to_array = to.array_dimensions > 0 && to.native.empty();
  if (from_array == to_array) {
    const Conversion elements = BetweenElements(from, to);
    const bool per_element = elements == Conversion::kNotZero || elements == Conversion::kViaInteger;
    return from_array && per_element ? Conversion::kNone : elements;
  }
  const Family other = FamilyOf(from_array ? to : from);
  if (other == Family::kNative) return Conversion::kItself;
  if (other != Family::kText) return Conversion::kNone;
  return from_array ? Conversion::kItself : Conversion::kCast;
}

}  // namespace migc::emit::postgres
