// Type: a portable column type, and what this dialect is given instead where the author said so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "migc/ir/origin.h"

namespace migc::ir {

enum class TypeKind : std::uint8_t {
#define MIGC_TYPE(name, spelling) k##name,
#include "migc/ir/types.def"
#undef MIGC_TYPE
};

struct Type {
  TypeKind kind = TypeKind::kInteger;
  std::optional<std::uint32_t> length;  // characters or bytes; precision of decimal, time and timestamp
  std::optional<std::uint32_t> scale;   // decimal
  bool with_time_zone = false;          // timestamp
  std::uint8_t array_dimensions = 0;
  Name name;           // kNamed: an enum
  std::string native;  // not empty: this dialect is given exactly this text
  Origin origin;

  friend bool operator==(const Type&, const Type&) = default;
};

// The keyword of the language ("double precision"); "" for kNamed and kNative.
std::string_view KeywordOf(TypeKind kind);
// Every TypeKind, in the order of the table.
const std::vector<TypeKind>& AllTypeKinds();
// What the language has for another database's type: "datetime" gives "timestamp"; "" when it is none that we know. Any case.
std::string_view PortableNameOf(std::string_view foreign);
// As the author would write it: `decimal(18,2)`, `timestamp(6) with time zone`, `mood[]`.
std::string Describe(const Type& type);

}  // namespace migc::ir
