// Logical schema: what a database has, read from its engine's own catalog into a form that is the same for every engine. What
// defaults, checks, generated columns and conditions mean is asked of the engine, which works them out over rows of samples.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "support/mariadb.h"
#include "support/postgres.h"
#include "support/sqlite.h"

namespace migc::support {

struct LogicalColumn {
  std::string name;
  std::string type;  // in the words of the migration language
  bool not_null = false;
  bool identity = false;
  std::string default_value;  // worked out
  std::string generated;      // its values over the samples
  std::string comment;
};

// A key of an index that is no column.
inline constexpr const char* kExpressionKey = "(an expression)";

struct LogicalKey {
  std::vector<std::string> columns;  // "c", "c desc", or kExpressionKey
  std::string name;                  // of an index
  bool unique = false;
  bool constraint = false;  // as far as the engine tells it from an index
  std::string where;        // over which samples it holds
};

struct LogicalReference {
  std::vector<std::string> columns;
  std::string table;
  std::vector<std::string> referred;
  std::string on_update;  // in lower case, "no action" when nothing is said
  std::string on_delete;
};

// Or a view, a sequence, a routine.
struct LogicalTable {
  enum class Kind { kTable, kView, kSequence, kRoutine };
  Kind kind = Kind::kTable;
  std::string options;                // of a sequence; whether a routine is a function or a procedure
  std::vector<std::string> outputs;   // a view's columns
  std::vector<std::string> triggers;  // their names
  std::string comment;
  std::vector<LogicalColumn> columns;
  std::vector<std::string> primary_key;
  std::vector<LogicalKey> keys;
  std::vector<LogicalReference> references;
  std::vector<std::string> checks;  // their values over the samples
};

using LogicalSchema = std::map<std::string, LogicalTable>;

LogicalSchema ReadLogical(const PostgresDatabase& database);
LogicalSchema ReadLogical(const MariadbDatabase& database);
LogicalSchema ReadLogical(const SqliteDatabase& database);

// What the engines do not all have, whatever the script says. A face of a schema leaves nothing out but what stands here.
struct Face {
  bool comments = true;            // SQLite keeps none ("SQL As Understood By SQLite")
  bool wide_texts = true;          // MariaDB shows a question mark for a character above U+FFFF in comments and defaults
  bool partial_indexes = true;     // MariaDB has none: a chain makes them whole there
  bool expression_indexes = true;  // nor these
  bool restrict_differs = true;    // to InnoDB RESTRICT and NO ACTION are one ("FOREIGN KEY Constraints")
  bool unique_constraints = true;  // to MariaDB a unique constraint is a unique index
  bool counters = true;            // SQLite has neither sequences nor routines
  bool column_order = true;        // a column that comes back stands last but where a dialect can put it in its place
};
// What both of two engines can have.
Face FaceOf(const std::string& one, const std::string& other);

// In lines that can be compared; see Differences.
std::map<std::string, std::string> Facts(const LogicalSchema& schema, const Face& face);

}  // namespace migc::support
