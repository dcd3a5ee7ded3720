#include "emit/oracle/retype.h"

#include <fmt/format.h>

#include <algorithm>

#include "emit/oracle/syntax.h"
#include "emit/oracle/value_check.h"
#include "migc/base/text.h"

namespace migc::emit::oracle {
namespace {

enum class Family : std::uint8_t {
  kBoolean,
  kNumber,
  kFloat,
  kDouble,
  kChar,
  kVarchar,
  kNchar,
  kNvarchar,
  kRaw,
  kClob,
  kBlob,
  kDate,
  kTimestamp,
  kTimestampTz,
  kJson,
  kXml,
  kOther,
};

// A type as it is spelled, by what matters for a change. Nothing of a number: it has no precision.
struct Shape {
  Family family = Family::kOther;
  std::optional<std::uint32_t> precision;  // or length
  std::uint32_t scale = 0;
};

Shape ShapeOf(const ir::Type& type, const Enums& enums, const dialect::Dialect& dialect) {
  if (!type.native.empty()) return {};
  switch (type.kind) {
    case ir::TypeKind::kBoolean:
      return HasBoolean(dialect) ? Shape{Family::kBoolean, {}, 0} : Shape{Family::kNumber, 1, 0};
    case ir::TypeKind::kSmallint:
      return {Family::kNumber, 5, 0};
    case ir::TypeKind::kInteger:
      return {Family::kNumber, 10, 0};
    case ir::TypeKind::kBigint:
      return {Family::kNumber, 19, 0};
    case ir::TypeKind::kDecimal:
      return {Family::kNumber, type.length, type.scale.value_or(0)};
    case ir::TypeKind::kReal:
      return {Family::kFloat, {}, 0};
    case ir::TypeKind::kDouble:
      return {Family::kDouble, {}, 0};
    case ir::TypeKind::kChar:
      return {Family::kChar, type.length.value_or(1), 0};
    case ir::TypeKind::kVarchar:
      return {Family::kVarchar, type.length.value_or(4000), 0};
    case ir::TypeKind::kNamed: {
      const catalog::Enum* definition = EnumOf(type, enums);
      std::size_t longest = definition == nullptr ? 4000 : 1;
      if (definition != nullptr) {
        for (const std::string& value : definition->values) longest = std::max(longest, base::CountCodePoints(value));
      }
      return {Family::kVarchar, static_cast<std::uint32_t>(longest), 0};
    }
    case ir::TypeKind::kText:
      return {Family::kClob, {}, 0};
    case ir::TypeKind::kNchar:
      return {Family::kNchar, type.length.value_or(1), 0};
    case ir::TypeKind::kNvarchar:
      return {Family::kNvarchar, type.length.value_or(2000), 0};
    case ir::TypeKind::kBinary:
      return {Family::kRaw, type.length.value_or(1), 0};
    case ir::TypeKind::kVarbinary:
      return {Family::kRaw, type.length.value_or(2000), 0};
    case ir::TypeKind::kUuid:
      return {Family::kRaw, 16, 0};
    case ir::TypeKind::kBlob:
      return {Family::kBlob, {}, 0};
    case ir::TypeKind::kDate:
      return {Family::kDate, {}, 0};
    case ir::TypeKind::kTimestamp:
      return {type.with_time_zone ? Family::kTimestampTz : Family::kTimestamp, type.length.value_or(6), 0};
    case ir::TypeKind::kJson:
    case ir::TypeKind::kJsonb:
      return {dialect.target < dialect::Version{21, 0, 0} ? Family::kClob : Family::kJson, {}, 0};
    case ir::TypeKind::kXml:
      return {Family::kXml, {}, 0};
    case ir::TypeKind::kTime:
    case ir::TypeKind::kInterval:
    case ir::TypeKind::kNative:
      return {};
  }
  return {};
}

bool IsLarge(Family family) {
  return family == Family::kClob || family == Family::kBlob || family == Family::kJson || family == Family::kXml;
}

// Digits before the point and after it, neither fewer.
bool HoldsEveryNumber(const Shape& from, const Shape& to) {
  if (!to.precision) return true;
  if (!from.precision) return false;
  const auto whole = [](const Shape& shape) { return static_cast<std::int64_t>(*shape.precision) - shape.scale; };
  return to.scale >= from.scale && whole(to) >= whole(from);
}

Way WithinFamily(const Shape& from, const Shape& to) {
  switch (from.family) {
    case Family::kNumber:
      return HoldsEveryNumber(from, to) ? Way::kModify : Way::kHelper;
    case Family::kVarchar:
    case Family::kNvarchar:
    case Family::kRaw:
      return Way::kModify;
    case Family::kChar:
    case Family::kNchar:
      // A CHAR with values is only made shorter where BLANK_TRIMMING is set.
      return *to.precision >= *from.precision ? Way::kModify : Way::kHelper;
    case Family::kTimestamp:
    case Family::kTimestampTz:
      return *to.precision >= *from.precision ? Way::kModify : Way::kHelper;
    case Family::kBoolean:
    case Family::kFloat:
    case Family::kDouble:
    case Family::kClob:
    case Family::kBlob:
    case Family::kDate:
    case Family::kJson:
    case Family::kXml:
      return Way::kNone;
    case Family::kOther:
      return Way::kModify;
  }
  return Way::kModify;
}

bool IsText(Family family) {
  return family == Family::kChar || family == Family::kVarchar || family == Family::kNchar || family == Family::kNvarchar;
}
bool IsNumber(Family family) { return family == Family::kNumber || family == Family::kFloat || family == Family::kDouble; }
bool IsMoment(Family family) { return family == Family::kDate || family == Family::kTimestamp || family == Family::kTimestampTz; }

ir::Expr Raw(std::string text) {
  ir::Expr expr;
  expr.kind = ir::ExprKind::kRawSql;
  expr.text = std::move(text);
  return expr;
}

bool IsFlag(const ir::Type& type) { return type.native.empty() && type.kind == ir::TypeKind::kBoolean; }
bool IsUuid(const ir::Type& type) { return type.native.empty() && type.kind == ir::TypeKind::kUuid; }

// From and to a text of any kind.
std::optional<ir::Expr> ToText(const std::string& name, const ir::Type& from, Family family, bool large,
                               const dialect::Dialect& dialect) {
  std::string text = name;
  if (IsFlag(from)) {
    const std::string one = HasBoolean(dialect) ? "TRUE" : "1";
    const std::string zero = HasBoolean(dialect) ? "FALSE" : "0";
    text = fmt::format("CASE WHEN {0} = {1} THEN 'true' WHEN {0} = {2} THEN 'false' END", name, one, zero);
  } else if (IsUuid(from)) {
    text = fmt::format("LOWER(REGEXP_REPLACE(RAWTOHEX({}), '^(.{{8}})(.{{4}})(.{{4}})(.{{4}})', '\\1-\\2-\\3-\\4-'))", name);
  } else if (family == Family::kRaw || family == Family::kBlob) {
    return std::nullopt;
  } else if (family == Family::kChar || family == Family::kNchar) {
    text = fmt::format("RTRIM({})", name);
  } else if (family == Family::kClob) {
    text = large ? name : fmt::format("TO_CHAR({})", name);
  } else if (family == Family::kJson) {
    return Raw(fmt::format("JSON_SERIALIZE({} RETURNING {})", name, large ? "CLOB" : "VARCHAR2(4000)"));
  } else if (family == Family::kXml) {
    return Raw(fmt::format("XMLSERIALIZE(CONTENT {} AS {})", name, large ? "CLOB" : "VARCHAR2(4000)"));
  }
  return Raw(large && family != Family::kClob ? fmt::format("TO_CLOB({})", text) : text);
}

std::optional<ir::Expr> FromText(const std::string& name, Family family, const Shape& to, const ir::Type& type) {
  if (IsUuid(type)) return Raw(fmt::format("HEXTORAW(REPLACE({}, '-'))", name));
  if (to.family == Family::kRaw || to.family == Family::kBlob || IsFlag(type)) return std::nullopt;
  if (to.family == Family::kJson) return Raw(fmt::format("JSON({})", name));
  if (to.family == Family::kXml) return Raw(fmt::format("CASE WHEN {0} IS NOT NULL THEN XMLTYPE({0}) END", name));
  return Raw(family == Family::kClob ? fmt::format("TO_CHAR({})", name) : name);
}

}  // namespace

bool IsLarge(const ir::Type& type, const dialect::Dialect& dialect) { return IsLarge(ShapeOf(type, {}, dialect).family); }

Way WayOf(const ir::Type& from, const ir::Type& to, const Enums& enums, const dialect::Dialect& dialect) {
  if (from == to) return Way::kNone;
  const Shape a = ShapeOf(from, enums, dialect);
  const Shape b = ShapeOf(to, enums, dialect);
  if (a.family == Family::kOther || b.family == Family::kOther) return Way::kModify;  // nobody knows: the server says
  const bool to_flag = IsFlag(to) && !IsFlag(from) && a.family == b.family;
  if (a.family == b.family && a.precision == b.precision && a.scale == b.scale && !to_flag) return Way::kNone;
  if (a.family == b.family && !to_flag) return WithinFamily(a, b);
  if (a.family == Family::kDate && b.family == Family::kTimestamp) return Way::kModify;
  return IsLarge(a.family) || IsLarge(b.family) ? Way::kNewColumn : Way::kHelper;
}

std::optional<ir::Expr> ConversionOf(const std::string& column, const ir::Type& from, const ir::Type& to,
                                     const dialect::Dialect& dialect) {
  const std::string name = QuoteIdentifier(dialect, column);
  const Shape a = ShapeOf(from, {}, dialect);
  const Shape b = ShapeOf(to, {}, dialect);
  if (a.family == Family::kOther || b.family == Family::kOther) return Raw(name);
  const bool from_text = IsText(a.family) || a.family == Family::kClob;
  const bool to_text = IsText(b.family) || b.family == Family::kClob;
  if (to_text) return ToText(name, from, a.family, b.family == Family::kClob, dialect);
  if (from_text) return FromText(name, a.family, b, to);
  if (IsFlag(to)) {
    const std::string one = HasBoolean(dialect) ? "TRUE" : "1";
    const std::string zero = HasBoolean(dialect) ? "FALSE" : "0";
    if (!IsNumber(a.family)) return std::nullopt;
    return Raw(fmt::format("CASE WHEN {0} = 0 THEN {2} WHEN {0} <> 0 THEN {1} END", name, one, zero));
  }
  if (a.family == Family::kBoolean) {
    if (!IsNumber(b.family)) return std::nullopt;
    return Raw(fmt::format("CASE WHEN {0} = TRUE THEN 1 WHEN {0} = FALSE THEN 0 END", name));
  }
  if (IsMoment(a.family) && b.family == Family::kDate) return Raw(fmt::format("TRUNC(CAST({} AS DATE))", name));
  if (a.family == Family::kRaw && b.family == Family::kBlob) return Raw(fmt::format("TO_BLOB({})", name));
  const bool alike =
      a.family == b.family || (IsNumber(a.family) && IsNumber(b.family)) || (IsMoment(a.family) && IsMoment(b.family));
  if (!alike) return std::nullopt;
  return Raw(name);
}

std::string HelperOf(const std::string& column, const dialect::Dialect& dialect) {
  constexpr std::string_view kPrefix = "migc_";
  return std::string(kPrefix) + std::string(base::ClipUtf8(column, dialect.max_identifier - kPrefix.size()));
}

}  // namespace migc::emit::oracle
