#include "migc/ir/type.h"

#include <fmt/format.h>

#include "migc/base/text.h"
#include "migc/ir/spelling.h"

namespace migc::ir {
namespace {

struct ForeignType {
  std::string_view foreign;
  std::string_view portable;
};

// What people write who come from one database; for the help line of an error, never to be read as the type itself.
constexpr ForeignType kForeignTypes[] = {
    {"bigserial", "bigint identity"},
    {"bit", "boolean"},
    {"bool", "boolean"},
    {"bpchar", "char(n)"},
    {"bytea", "blob"},
    {"character", "char(n)"},
    {"clob", "text"},
    {"datetime", "timestamp"},
    {"datetime2", "timestamp"},
    {"datetimeoffset", "timestamp with time zone"},
    {"float", "double precision"},
    {"float4", "real"},
    {"float8", "double precision"},
    {"guid", "uuid"},
    {"image", "blob"},
    {"int2", "smallint"},
    {"int4", "integer"},
    {"int8", "bigint"},
    {"longblob", "blob"},
    {"longtext", "text"},
    {"mediumblob", "blob"},
    {"mediumint", "integer"},
    {"mediumtext", "text"},
    {"money", "decimal(19,4)"},
    {"nclob", "text"},
    {"ntext", "text"},
    {"number", "decimal(p,s), or integer"},
    {"nvarchar2", "nvarchar(n)"},
    {"raw", "varbinary(n)"},
    {"serial", "integer identity"},
    {"smalldatetime", "timestamp"},
    {"smallserial", "smallint identity"},
    {"string", "varchar(n), or text"},
    {"timestamptz", "timestamp with time zone"},
    {"tinyblob", "blob"},
    {"tinyint", "smallint"},
    {"tinytext", "text"},
    {"uniqueidentifier", "uuid"},
    {"varchar2", "varchar(n)"},
};

}  // namespace

std::string_view PortableNameOf(std::string_view foreign) {
  const std::string wanted = base::LowerAscii(foreign);
  for (const ForeignType& type : kForeignTypes) {
    if (type.foreign == wanted) return type.portable;
  }
  return "";
}

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
