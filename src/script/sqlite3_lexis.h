// Sqlite3 lexis: how the sqlite3 shell cuts a script into statements and what it takes for itself (3.40, src/shell.c.in
// process_input and src/complete.c).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace migc::script {

struct Sqlite3Scan {
  // The statement as it must stand in a script: the shell drops a carriage return at the end of a line, even inside a string, so
  // such a string is put together with char(13).
  std::string text;
  bool name_loses_return = false;      // for a quoted name there is no such way
  bool ends_in_line_comment = false;   // a terminator directly behind it would be part of the comment
  std::optional<std::size_t> command;  // a line that the shell takes for itself: `.x` or `#` at the start, `/` or `go` alone
  std::string parameter;               // `:name`, `?`, `@name`, `$name`: the shell puts in null
  std::size_t parameter_at = 0;
  std::optional<std::size_t> end;  // a `;` that ends the statement before its end
  std::string_view unfinished;     // what is still open at the end: "a string", "a trigger", …; or empty
};

// One statement, without its terminator.
Sqlite3Scan ScanForSqlite3(std::string_view sql);

}  // namespace migc::script
