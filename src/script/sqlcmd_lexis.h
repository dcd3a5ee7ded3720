// Sqlcmd lexis: what sqlcmd takes for itself, line by line, whatever the line is a part of ("sqlcmd utility", commands and
// scripting variables): GO, `:command`, `!!`, EXIT, QUIT, RESET and ED at the start of a line, and `$(variable)` anywhere, in
// strings too.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace migc::script {

struct SqlcmdScan {
  // The batch as it must stand in a script. Where sqlcmd would take a part of a string, a name or a comment for its own, the whole
  // batch is given to EXEC as a string, which is cut in two at such places.
  std::string text;
  bool ends_in_line_comment = false;   // a terminator directly behind it would be part of the comment
  std::optional<std::size_t> command;  // a line of its own outside strings, names and comments
  std::string variable;                // `$(name)` there
  std::string_view unfinished;         // what is still open at the end: "a string", …; or empty
  bool first_in_batch = false;         // CREATE VIEW and the like: what stands before it would be kept as a part of it
};

// One batch, without its terminator.
SqlcmdScan ScanForSqlcmd(std::string_view sql);

// N'it''s', or a sum of such where sqlcmd or T-SQL (a backslash at the end of a line) would not leave it whole.
std::string SqlcmdLiteral(std::string_view text);

}  // namespace migc::script
