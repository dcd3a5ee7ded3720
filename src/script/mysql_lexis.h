// Mysql lexis: how the mysql and mariadb clients cut a script into statements, what they take for themselves (client/mysql.cc,
// add_line), and which statements the server can be given as a string (manual, "PREPARE Statement").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "migc/dialect/dialect.h"

namespace migc::script {

// What a statement is to a script that may be run again after a failure.
enum class MysqlKind : std::uint8_t {
  kChange,   // of the schema: commits by itself
  kData,     // of rows, or a query: part of a transaction
  kSetting,  // of the session, which a second run has to make again
  kDirect,   // cannot be prepared, so it stands as it is: CREATE TRIGGER on MySQL
};
MysqlKind KindOf(std::string_view sql, const dialect::Dialect& dialect);

// ANALYZE, GRANT: as good twice as once.
bool IsHarmlessTwice(std::string_view sql, const dialect::Dialect& dialect);

// What the client would see in a statement that stands in the script as it is.
struct MysqlScan {
  std::optional<std::size_t> backslash;  // outside quotes: a command of the client's own
  bool parameter = false;                // `?` outside quotes: a prepared statement would wait for its value
  bool names_delimiter = false;          // a line that begins with `delimiter`
  bool loses_return = false;             // a carriage return at the end of a line, which the client drops
  std::string_view unfinished;           // what is still open at the end: "a string", …; or empty
};
MysqlScan ScanForMysql(std::string_view sql);

// A string literal that client and server read as `text`, with sql_mode as the script sets it.
std::string QuoteForMysql(std::string_view text);

// For DELIMITER: one that the text does not hold.
std::string DelimiterFor(std::string_view sql);

}  // namespace migc::script
