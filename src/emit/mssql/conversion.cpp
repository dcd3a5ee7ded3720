#include "emit/mssql/conversion.h"

namespace migc::emit::mssql {
namespace {

enum class Family { kNumber, kText, kBytes, kDate, kTime, kTimestamp, kUuid, kXml, kUnknown };

Family FamilyOf(const ir::Type& type) {
  if (!type.native.empty()) return Family::kUnknown;
  switch (type.kind) {
    case ir::TypeKind::kBoolean:
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
    case ir::TypeKind::kJson:
    case ir::TypeKind::kJsonb:
    case ir::TypeKind::kNamed:
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
    case ir::TypeKind::kUuid:
      return Family::kUuid;
    case ir::TypeKind::kXml:
      return Family::kXml;
    case ir::TypeKind::kInterval:
    case ir::TypeKind::kNative:
      return Family::kUnknown;
  }
  return Family::kUnknown;
}

}  // namespace

bool ConvertsImplicitly(const ir::Type& from, const ir::Type& to) {
  const Family a = FamilyOf(from);
  const Family b = FamilyOf(to);
  if (a == b || a == Family::kUnknown || b == Family::kUnknown) return true;
  switch (a) {
    case Family::kText:
      return b != Family::kBytes;
    case Family::kNumber:
      // An INT becomes a VARBINARY of its bytes, which is not what anybody means.
      return b == Family::kText;
    case Family::kDate:
    case Family::kTime:
      return b == Family::kText || b == Family::kTimestamp;
    case Family::kTimestamp:
      return b == Family::kText || b == Family::kDate || b == Family::kTime;
    case Family::kUuid:
      return b == Family::kText || b == Family::kBytes;
    case Family::kBytes:
      return b == Family::kXml || b == Family::kUuid;
    case Family::kXml:
    case Family::kUnknown:
      return false;
  }
  return false;
}

}  // namespace migc::emit::mssql
