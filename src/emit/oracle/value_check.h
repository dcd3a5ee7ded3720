// ValueCheck: the check that keeps a column to its type where Oracle has none: an enum, a boolean before 23, JSON before 21.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "migc/emit/print.h"
#include "migc/ir/table.h"

namespace migc::emit::oracle {

//   mood mood      ->  mood VARCHAR2(5 CHAR) CONSTRAINT person_mood_enum CHECK (mood IN ('sad', 'happy'))
//   open boolean   ->  open NUMBER(1) CONSTRAINT person_open_bool CHECK (open IN (0, 1))
//   data json      ->  data CLOB CONSTRAINT person_data_json CHECK (data IS JSON)
//
// The name follows from those of table and column, and is changed with them, so that it is always known.
std::optional<ir::Constraint> ValueCheckOf(const ir::Name& table, const ir::Column& column, const Enums& enums,
                                           const dialect::Dialect& dialect);

// The definition of the enum that the type is; null for any other type, and when raw SQL made it.
const catalog::Enum* EnumOf(const ir::Type& type, const Enums& enums);

bool IsEnum(const ir::Type& type);

}  // namespace migc::emit::oracle
