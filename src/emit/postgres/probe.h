// Probe: where DDL cannot be rolled back, a query that tells whether a statement has had its effect, for a run that was cut off in
// the middle of it; and which statements stand outside of transactions there.
#pragma once

#include <cstdint>
#include <string>

#include "migc/dialect/dialect.h"
#include "migc/ir/operation.h"

namespace migc::emit::postgres {

enum class Wanted : std::uint8_t { kThere, kGone };

// Of a statement that does no harm when it runs twice.
inline constexpr const char* kHarmlessTwice = "0";

// A table, index, view or sequence.
std::string ProbeRelation(const dialect::Dialect& dialect, const ir::Name& relation, Wanted wanted);
// Where an index's name is its table's own.
std::string ProbeIndex(const dialect::Dialect& dialect, const ir::Name& table, const std::string& index, Wanted wanted);
std::string ProbeColumn(const dialect::Dialect& dialect, const ir::Name& table, const std::string& column, Wanted wanted);
std::string ProbeConstraint(const dialect::Dialect& dialect, const ir::Name& table, const std::string& constraint, Wanted wanted);
std::string ProbeTrigger(const dialect::Dialect& dialect, const ir::Name& table, const std::string& trigger, Wanted wanted);
std::string ProbeType(const dialect::Dialect& dialect, const ir::Name& type, Wanted wanted);
std::string ProbeEnumValue(const dialect::Dialect& dialect, const ir::Name& type, const std::string& value);
std::string ProbeSchema(const dialect::Dialect& dialect, const std::string& schema, Wanted wanted);
std::string ProbeExtension(const dialect::Dialect& dialect, const std::string& extension, Wanted wanted);

// Of a statement of which only the text is known: kHarmlessTwice, or empty where nobody can tell.
std::string ProbeText(const std::string& sql, const dialect::Dialect& dialect);
// It changes the schema, or what is set for the session; rows alone can stand in a transaction.
bool StandsOutside(const std::string& sql, const dialect::Dialect& dialect);
// CREATE TRIGGER, with whatever stands between the words.
bool CreatesTrigger(const std::string& sql, const dialect::Dialect& dialect);

}  // namespace migc::emit::postgres
