// Statement: one SQL statement of a script, with the operation it came from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "migc/ir/origin.h"

namespace migc::emit {

enum class StatementKind : std::uint8_t {
  kSql,      // one statement, without its terminator
  kBody,     // one statement that holds others (a routine or trigger): the tool may need a delimiter
  kRequire,  // a query that must give one true value, and the sentence to stop with; each tool says it in its own way
  kNote,     // no SQL: only the comment `summary` (what the dialect has no need of)
};

struct Statement {
  StatementKind kind = StatementKind::kSql;
  std::string sql;
  std::string message;  // kRequire
  // Where DDL cannot be rolled back: a query that gives 1 when the statement has had its effect and 0 when not, for a run that was
  // cut off in the middle of it. 0 in any case: it does no harm twice. Empty: nobody can tell.
  std::string probe;
  // Where DDL can be rolled back and this must run outside a transaction: what a later run does in its place when this one was
  // begun and nobody knows how far it came. Empty: nobody can tell. Here the probe is asked before the first try, to know a foreign
  // object.
  std::vector<std::string> again;
  std::string summary;  // "add column account.nick"
  ir::Origin origin;
  bool no_transaction = false;  // must run outside a transaction
  bool loses_data = false;
  bool up_front = false;  // kRequire: can be asked before the first change
};

// What one revision becomes, in one direction.
struct RevisionSql {
  std::vector<Statement> statements;
  // SQLite: foreign keys must be off around the whole transaction, and checked at its end.
  bool foreign_keys_off = false;
  // SQLite: a statement may change or remove keys that other tables refer to, so what cascades from it needs foreign keys on.
  bool may_cascade = false;
};

}  // namespace migc::emit
