// DuckDB lexis: how its command-line client cuts a script into statements and what it takes for itself. The client grew out of
// SQLite's shell (tools/shell/shell.cpp, process_input): it reads lines until a `;` completes a statement by the engine's own
// tokens.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "migc/dialect/dialect.h"

namespace migc::script {

struct DuckdbScan {
  // The statement as it must stand in a script: the client drops a carriage return at the end of a line, even inside a string, so
  // such a string is put together with chr(13).
  std::string text;
  bool name_loses_return = false;     // for a quoted name there is no such way
  bool ends_in_line_comment = false;  // a terminator directly behind it would be part of the comment
  bool command = false;               // a line that the client takes for itself: `.x` or `#` at the start, `/` or `go` alone
  std::string parameter;              // `?`, `$1`, `$name`: nobody gives it a value
  bool end = false;                   // a `;` that ends the statement before its end
  std::string_view unfinished;        // what is still open at the end: "a string", "a comment", …; or empty
};

// One statement, without its terminator.
DuckdbScan ScanForDuckdb(std::string_view sql, const dialect::Lexical& lexical);

}  // namespace migc::script
