// The part of the support check that looks at tables and their rows, and the reporting that it shares with the rest.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "migc/catalog/replay.h"
#include "migc/diag/sink.h"
#include "migc/emit/print.h"

namespace migc::emit::oracle {

// Reports of one operation: what has no place of its own is at the operation's.
class Reporter {
 public:
  Reporter(const ir::Operation& operation, const dialect::Dialect& dialect, diag::Sink& sink)
      : operation_(operation), dialect_(dialect), sink_(sink) {}

  const dialect::Dialect& dialect() const { return dialect_; }
  std::optional<source::Span> Place(const ir::Origin& origin) const;
  void Error(const ir::Origin& origin, diag::Diagnostic diagnostic);
  void Warn(const ir::Origin& origin, diag::Diagnostic diagnostic) { Error(origin, std::move(diagnostic)); }
  // "Oracle has no …"
  void HasNot(const ir::Origin& origin, const std::string& what, const std::string& instead);
  void EmptyMeansNull(const ir::Origin& origin, const std::string& so, const std::string& instead);
  // A name may hold anything but `"` and NUL (SQL Language Reference 19c, "Database Object Naming Rules").
  void CheckName(const std::string& name, const ir::Origin& origin);

 private:
  const ir::Operation& operation_;
  const dialect::Dialect& dialect_;
  diag::Sink& sink_;
};

// New constraints and indexes of the table: nothing large in a key, one index for a list of columns (ORA-01408).
void CheckTable(const ir::Table& table, const std::vector<ir::Constraint>& constraints, const std::vector<ir::Index>& indexes,
                Reporter& report);
// The names of the checks that types need are not taken.
void CheckValueChecks(const ir::Table& table, const Enums& enums, Reporter& report);
void CheckAlterTable(const catalog::Step& step, const ir::AlterTable& alter, Reporter& report);
// The table that a data statement changes, as the catalog has it; or null.
const ir::Table* RowsOf(const catalog::Step& step, const ir::Name& name);
void CheckInsert(const catalog::Step& step, const ir::Insert& insert, Reporter& report);
void CheckUpdate(const catalog::Step& step, const ir::Update& update, Reporter& report);
// '' is no value.
void CheckEmptyDefault(const ir::Column& column, const ir::Expr& value, const ir::Origin& origin, Reporter& report);

}  // namespace migc::emit::oracle
