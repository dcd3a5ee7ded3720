#include "bundle/narrowing.h"

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "migc/base/text.h"
#include "migc/dialect/lineage.h"
#include "migc/script/questions.h"

namespace migc::bundle {
namespace {

using dialect::Tool;
using ir::TypeKind;

enum class Family : std::uint8_t { kText, kBytes, kInteger, kDecimal, kFloat, kMoment, kEnum, kOther };

Family FamilyOf(TypeKind kind) {
  switch (kind) {
    case TypeKind::kChar:
    case TypeKind::kVarchar:
    case TypeKind::kText:
    case TypeKind::kNchar:
    case TypeKind::kNvarchar:
      return Family::kText;
    case TypeKind::kBinary:
    case TypeKind::kVarbinary:
    case TypeKind::kBlob:
      return Family::kBytes;
    case TypeKind::kSmallint:
    case TypeKind::kInteger:
    case TypeKind::kBigint:
      return Family::kInteger;
    case TypeKind::kDecimal:
      return Family::kDecimal;
    case TypeKind::kReal:
    case TypeKind::kDouble:
      return Family::kFloat;
    case TypeKind::kDate:
    case TypeKind::kTimestamp:
      return Family::kMoment;
    case TypeKind::kNamed:
      return Family::kEnum;
    case TypeKind::kBoolean:
    case TypeKind::kTime:
    case TypeKind::kInterval:
    case TypeKind::kUuid:
    case TypeKind::kJson:
    case TypeKind::kJsonb:
    case TypeKind::kXml:
    case TypeKind::kNative:
      return Family::kOther;
  }
  return Family::kOther;
}

// How many characters or bytes it takes; nothing: as many as anybody has.
std::optional<std::uint32_t> LimitOf(const ir::Type& type, const dialect::Dialect& dialect) {
  if (type.length) return type.length;
  if (type.kind == TypeKind::kChar || type.kind == TypeKind::kNchar || type.kind == TypeKind::kBinary) return 1;
  if (dialect.tool != Tool::kSqlplus) return std::nullopt;
  if (type.kind == TypeKind::kVarchar) return 4000;
  if (type.kind == TypeKind::kNvarchar || type.kind == TypeKind::kVarbinary) return 2000;
  return std::nullopt;
}

// Blanks at the end count: a value with too many of them is worth looking at, though some servers cut them silently.
std::string LengthOf(const std::string& column, const dialect::Dialect& dialect) {
  // Lengths count bytes (r_Character_types in Amazon Redshift's Developer Guide).
  if (dialect::IsRedshift(dialect)) return fmt::format("OCTET_LENGTH({})", column);
  switch (dialect.tool) {
    case Tool::kSqlcmd:
      // LEN leaves them out ("LEN (Transact-SQL)").
      return fmt::format("LEN(CAST({} AS NVARCHAR(MAX)) + N'.') - 1", column);
    case Tool::kSqlplus:
      return fmt::format("LENGTH({})", column);
    case Tool::kPsql:
    case Tool::kMysql:
    case Tool::kSqlite3:
    case Tool::kDuckdb:
      break;
  }
  return fmt::format("CHAR_LENGTH({})", column);
}

std::optional<std::string> BytesOf(const ir::Type& from, const std::string& column, Tool tool) {
  switch (tool) {
    case Tool::kMysql:
      return fmt::format("LENGTH({})", column);
    case Tool::kSqlcmd:
      return fmt::format("DATALENGTH({})", column);
    case Tool::kSqlplus:
      return (from.kind == TypeKind::kBlob ? "DBMS_LOB.GETLENGTH(" : "UTL_RAW.LENGTH(") + column + ")";
    case Tool::kPsql:
    case Tool::kSqlite3:
    case Tool::kDuckdb:
      break;
  }
  return std::nullopt;
}

Narrowing OfLength(const ir::Type& from, const ir::Type& to, const std::string& column, bool bytes,
                   const dialect::Dialect& dialect) {
  const auto limit = LimitOf(to, dialect);
  const auto before = LimitOf(from, dialect);
  if (!limit || (before && *before <= *limit)) return {};
  const auto length = bytes ? BytesOf(from, column, dialect.tool) : LengthOf(column, dialect);
  if (!length) return {};
  return {Fit::kSome, fmt::format("{} > {}", *length, *limit),
          fmt::format("is longer than {} {}", *limit, bytes || dialect::IsRedshift(dialect) ? "bytes" : "characters")};
}

struct Range {
  std::string low;
  std::string high;
};

int DigitsOf(TypeKind kind) {
  if (kind == TypeKind::kSmallint) return 5;
  return kind == TypeKind::kInteger ? 10 : 19;
}

std::string PowerOfTen(std::uint32_t digits) { return "1" + std::string(digits, '0'); }

Range IntegerRange(TypeKind kind, const dialect::Dialect& dialect) {
  if (dialect.tool == Tool::kSqlplus) {
    const std::string nines(static_cast<std::size_t>(DigitsOf(kind)), '9');
    return {"-" + nines, nines};
  }
  if (kind == TypeKind::kSmallint) return {"-32768", "32767"};
  if (kind == TypeKind::kInteger) return {"-2147483648", "2147483647"};
  return {"-9223372036854775808", "9223372036854775807"};
}

struct Decimal {
  std::uint32_t precision;
  std::uint32_t scale;
};
// Nothing: any number of digits.
std::optional<Decimal> DecimalOf(const ir::Type& type, const dialect::Dialect& dialect) {
  if (type.length) return Decimal{*type.length, type.scale.value_or(0)};
  switch (dialect.tool) {
    case Tool::kMysql:
      return Decimal{10, 0};
    case Tool::kSqlcmd:
    case Tool::kDuckdb:
      return Decimal{18, dialect.tool == Tool::kDuckdb ? 3U : 0U};
    case Tool::kPsql:
    case Tool::kSqlite3:
    case Tool::kSqlplus:
      break;
  }
  return std::nullopt;
}

// Digits before the point that a value of the type may have; nothing: any number.
std::optional<std::uint32_t> WholeDigits(const ir::Type& type, const dialect::Dialect& dialect) {
  if (FamilyOf(type.kind) == Family::kInteger) return static_cast<std::uint32_t>(DigitsOf(type.kind));
  if (type.kind != TypeKind::kDecimal) return std::nullopt;
  const auto decimal = DecimalOf(type, dialect);
  if (!decimal) return std::nullopt;
  return decimal->precision > decimal->scale ? decimal->precision - decimal->scale : 0;
}

Narrowing ToInteger(const ir::Type& from, const ir::Type& to, const std::string& column, const dialect::Dialect& dialect) {
  const Range range = IntegerRange(to.kind, dialect);
  const std::string fact = fmt::format("is outside {} to {}", range.low, range.high);
  if (FamilyOf(from.kind) == Family::kInteger) {
    if (DigitsOf(from.kind) <= DigitsOf(to.kind)) return {};
    return {Fit::kSome, fmt::format("{} NOT BETWEEN {} AND {}", column, range.low, range.high), fact};
  }
  const auto digits = WholeDigits(from, dialect);
  if (digits && static_cast<int>(*digits) < DigitsOf(to.kind)) return {};
  // What is behind the point is rounded; SQL Server cuts it off ("CAST and CONVERT (Transact-SQL)", truncating and rounding).
  if (dialect.tool == Tool::kSqlcmd) {
    return {Fit::kSome, fmt::format("({0} >= {2}.0 + 1 OR {0} <= {1}.0 - 1)", column, range.low, range.high), fact};
  }
  return {Fit::kSome, fmt::format("({0} >= {2}.5 OR {0} <= {1}.5)", column, range.low, range.high), fact};
}

Narrowing ToDecimal(const ir::Type& from, const ir::Type& to, const std::string& column, const dialect::Dialect& dialect) {
  const auto target = DecimalOf(to, dialect);
  if (!target) return {};
  const std::uint32_t whole = target->precision > target->scale ? target->precision - target->scale : 0;
  const auto before = WholeDigits(from, dialect);
  const auto source = from.kind == TypeKind::kDecimal ? DecimalOf(from, dialect) : std::nullopt;
  const bool rounds = from.kind == TypeKind::kDecimal && (!source || source->scale > target->scale);
  if (before && *before <= whole && !(rounds && *before == whole)) return {};
  const std::string value = rounds ? fmt::format("ROUND({}, {})", column, target->scale) : column;
  const std::string bound = PowerOfTen(whole);
  return {Fit::kSome, fmt::format("({0} >= {1} OR {0} <= -{1})", value, bound),
          fmt::format("has more than {} digit{} before the point", whole, whole == 1 ? "" : "s")};
}

Narrowing ToEnum(const ir::Type& from, const std::string& column, const catalog::Enum* values, const dialect::Dialect& dialect) {
  const Family family = FamilyOf(from.kind);
  if (values == nullptr || (family != Family::kText && family != Family::kEnum)) return {Fit::kUnknown, "", ""};
  std::vector<std::string> literals;
  for (const std::string& value : values->values) literals.push_back(script::LiteralFor(dialect, value));
  const bool native = family == Family::kEnum && dialect.Has(dialect::Capability::kNativeEnums);
  return {Fit::kSome,
          fmt::format("{} NOT IN ({})", native ? fmt::format("CAST({} AS TEXT)", column) : column, base::Join(literals, ", ")),
          "is none of " + base::Join(values->values, ", ")};
}

bool IsNumber(Family family) { return family == Family::kInteger || family == Family::kDecimal || family == Family::kFloat; }

}  // namespace

Narrowing NarrowingOf(const ir::Type& from, const ir::Type& to, const std::string& column, const catalog::Enum* values,
                      const dialect::Dialect& dialect) {
  if (from == to) return {};
  const Narrowing unknown{Fit::kUnknown, "", ""};
  if (!from.native.empty() || !to.native.empty() || from.array_dimensions > 0 || to.array_dimensions > 0) return unknown;
  const Family before = FamilyOf(from.kind);
  const Family after = FamilyOf(to.kind);
  if (after == Family::kEnum) return ToEnum(from, column, values, dialect);
  // SQLite keeps what it is given, whatever the type says; DuckDB looks at numbers, but at no lengths.
  if (dialect.tool == Tool::kSqlite3) return {};
  const bool lengths = dialect.tool != Tool::kDuckdb;
  if (before == Family::kText && after == Family::kText) return lengths ? OfLength(from, to, column, false, dialect) : Narrowing{};
  if (before == Family::kBytes && after == Family::kBytes) return lengths ? OfLength(from, to, column, true, dialect) : Narrowing{};
  if (IsNumber(before) && after == Family::kInteger) return ToInteger(from, to, column, dialect);
  if (IsNumber(before) && after == Family::kDecimal) return ToDecimal(from, to, column, dialect);
  if (IsNumber(before) && to.kind == TypeKind::kDouble) return {};
  if (after == Family::kText && !LimitOf(to, dialect)) return {};
  // MySQL's TIMESTAMP ends in 2038, and where that is depends on the session's time zone.
  if (before == Family::kMoment && after == Family::kMoment)
    return dialect.tool == Tool::kMysql && to.with_time_zone ? unknown : Narrowing{};
  return from.kind == to.kind ? Narrowing{} : unknown;
}

}  // namespace migc::bundle
