// Psql lexis: how psql cuts a script into statements and what it takes for itself (PostgreSQL 15, src/fe_utils/psqlscan.l).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace migc::script {

struct PsqlScan {
  // The statement as it must stand in a script: a colon before a name, a quote or a brace would be replaced by the value of one of
  // psql's variables (HOST, USER, … are always set), so it is written `\:`, which psql sends as `:`.
  std::string text;
  bool ends_in_line_comment = false;     // a terminator directly behind it would be part of the comment
  bool copies_from_stdin = false;        // psql would read the rest of the script as data
  std::optional<std::size_t> backslash;  // outside quotes: a command of psql's own
  std::optional<std::size_t> end;        // a `;` that ends the statement before its end
  std::string_view unfinished;           // what is still open at the end: "a string", "a parenthesis", …; or empty
};

// One statement, without its terminator. `backslashes`: they escape in every string, as of a server that does not say otherwise
// (standard_conforming_strings).
PsqlScan ScanForPsql(std::string_view sql, bool backslashes = false);

}  // namespace migc::script
