// Dictionary: looks into Oracle's data dictionary: whether an object is there, for probes and for what has no IF EXISTS.
#pragma once

#include <string>
#include <string_view>

#include "migc/dialect/dialect.h"
#include "migc/ir/operation.h"

namespace migc::emit::oracle {

// As the dictionary has the name: in upper case when it is written bare, else exactly as it is.
std::string StoredName(const dialect::Dialect& dialect, std::string_view identifier);

// `FROM … WHERE …`: one row when the object is there, none when it is not. Objects that are named without a schema are looked for
// where the session is (CURRENT_SCHEMA), not with its user.
struct Look {
  std::string text;
};
Look LookForTable(const dialect::Dialect& dialect, const ir::Name& table);
Look LookForColumn(const dialect::Dialect& dialect, const ir::Name& table, std::string_view column);
// A column that takes no null.
Look LookForNotNull(const dialect::Dialect& dialect, const ir::Name& table, std::string_view column);
Look LookForIdentity(const dialect::Dialect& dialect, const ir::Name& table, std::string_view column);
Look LookForConstraint(const dialect::Dialect& dialect, const ir::Name& table, std::string_view constraint);
Look LookForIndex(const dialect::Dialect& dialect, const ir::Name& index);
Look LookForSequence(const dialect::Dialect& dialect, const ir::Name& sequence);
Look LookForRoutine(const dialect::Dialect& dialect, ir::RoutineKind kind, const ir::Name& name);

// Probes (Statement::probe).
std::string WhenThere(const Look& look);
std::string WhenGone(const Look& look);
inline constexpr std::string_view kNoHarmTwice = "SELECT 0 FROM dual";

// Before:  DROP TABLE IF EXISTS account
// After:   DECLARE
//            found NUMBER;
//          BEGIN
//            SELECT COUNT(*) INTO found FROM all_tables WHERE …;
//            IF found = 1 THEN
//              EXECUTE IMMEDIATE q'[DROP TABLE account]';
//            END IF;
//          END;
// `there`: the statement runs when the object is there, else when it is not.
std::string OnlyWhen(const Look& look, bool there, std::string_view statement, const dialect::Dialect& dialect);

}  // namespace migc::emit::oracle
