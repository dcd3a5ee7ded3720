// Logical reader: what the readers of logical schemas share; each engine works its expressions out over the same rows of samples.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "support/schema_logical.h"

namespace migc::support {

// An expression that an engine keeps, in its own spelling.
struct LogicalExpression {
  enum class Of { kGenerated, kCheck, kWhere };
  Of of;
  std::size_t at;  // of the column, or of the key; a check is the table's
  std::string sql;
};
using LogicalExpressions = std::map<std::string, std::vector<LogicalExpression>>;  // by table

// How an engine is asked.
struct LogicalEngine {
  std::function<std::vector<std::vector<std::string>>(const std::string&)> ask;
  // A sample in the engine's SQL: a text, number, date, "true" or "false"; "" is null.
  std::function<std::string(const std::string& value, const LogicalColumn& column)> literal;
  std::function<std::string(const std::string&)> quote;
};

// Puts into the schema what its expressions are over the samples: each column has each of four values of its type once, beside
// middling values of the other columns.
void WorkOut(const LogicalExpressions& expressions, const LogicalEngine& engine, LogicalSchema& schema);

// "bigint", "varchar(40)", … without the length.
std::string Family(const std::string& type);
// A default as text of its type: true, false; numbers without zeros at the end.
std::string CanonicalValue(const std::string& value, const std::string& type);
std::string Quoted(const std::string& text, char mark);
// A list whose separator no name holds.
std::vector<std::string> SplitNames(const std::string& text);

}  // namespace migc::support
