// Probe: queries of information_schema that give 1 when a statement has had its effect and 0 when not, for a run that was cut off
// between a change of the schema, which commits by itself, and the note that it was made.
#pragma once

#include <string>
#include <string_view>

#include "migc/dialect/dialect.h"
#include "migc/ir/operation.h"
#include "migc/ir/origin.h"

namespace migc::emit::mysql {

enum class Wanted : std::uint8_t { kThere, kGone };

// Doing it twice does no harm.
inline constexpr std::string_view kHarmlessTwice = "0";

std::string ProbeTable(const dialect::Dialect& dialect, const ir::Name& table, Wanted wanted);  // a view or sequence, too
std::string ProbeColumn(const dialect::Dialect& dialect, const ir::Name& table, const std::string& column, Wanted wanted);
std::string ProbeIndex(const dialect::Dialect& dialect, const ir::Name& table, const std::string& index, Wanted wanted);
std::string ProbeConstraint(const dialect::Dialect& dialect, const ir::Name& table, const std::string& constraint, Wanted wanted);
// Of a check, where that is no table constraint in the catalog: its name is looked for in the whole schema.
std::string ProbeCheck(const dialect::Dialect& dialect, const ir::Name& table, const std::string& check, Wanted wanted);
// Of a rename: the new name is there, and the former one is gone. Else what somebody else has under the new name, in the way of the
// rename, would look like its effect. Names of columns have no case, so one that changes that alone can be done twice.
std::string ProbeTableRenamed(const dialect::Dialect& dialect, const ir::Name& from, const ir::Name& to);
std::string ProbeColumnRenamed(const dialect::Dialect& dialect, const ir::Name& table, const std::string& from,
                               const std::string& to);
std::string ProbeIndexRenamed(const dialect::Dialect& dialect, const ir::Name& table, const std::string& from,
                              const std::string& to);
std::string ProbeSchema(const dialect::Dialect& dialect, const std::string& schema, Wanted wanted);
std::string ProbeRoutine(const dialect::Dialect& dialect, const ir::Name& routine, std::string_view kind, Wanted wanted);
std::string ProbeTrigger(const dialect::Dialect& dialect, const ir::Name& trigger, Wanted wanted);
// That a REVOKE was done, which fails the second time. Accounts that see no privileges but their own cannot tell: 0.
std::string ProbeRevoked(const dialect::Dialect& dialect, const ir::Grant& grant);

}  // namespace migc::emit::mysql
