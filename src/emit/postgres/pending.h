// Pending: rows that wait for a deferred foreign key to be checked keep ALTER TABLE, CREATE INDEX and DROP TABLE from their table
// ("because it has pending trigger events"), so they are checked before:
//
//   INSERT INTO t …; ALTER TABLE t …   ->   INSERT INTO t …; SET CONSTRAINTS t_fkey IMMEDIATE; SET CONSTRAINTS t_fkey DEFERRED;
//                                           ALTER TABLE t …
//
// (Manual, "SET CONSTRAINTS": a change to IMMEDIATE takes effect retroactively.)
#pragma once

#include <string>
#include <vector>

#include "migc/catalog/replay.h"
#include "migc/dialect/dialect.h"
#include "migc/emit/statement.h"

namespace migc::emit::postgres {

// Goes through the steps of one revision.
class PendingChecks {
 public:
  explicit PendingChecks(const dialect::Dialect& dialect) : dialect_(dialect) {}

  // What must run before the step. Remembers what it leaves to be checked.
  std::vector<Statement> Before(const catalog::Step& step);

 private:
  struct Waiting {
    ir::Name table;       // whose rows were written
    ir::Name constraint;  // a name is known in the schema of its table
    ir::Name owner;       // that table
  };
  void Wait(const catalog::Step& step);
  std::vector<Statement> CheckNow(const std::vector<Waiting>& some, const catalog::Step& step) const;

  const dialect::Dialect& dialect_;
  std::vector<Waiting> waiting_;
};

}  // namespace migc::emit::postgres
