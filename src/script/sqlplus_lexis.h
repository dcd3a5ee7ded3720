// Sqlplus lexis: how SQL*Plus cuts a script into commands, SQL statements and PL/SQL blocks (SQL*Plus User's Guide and Reference
// 19c, chapter 4 "SQL*Plus Basics", chapter 12 "SET System Variable Summary").
#pragma once

#include <string>
#include <string_view>

namespace migc::script {

// Whether SQL*Plus runs the statement by itself, outside PL/SQL: it gives rows, or changes the session and must do so in every run.
enum class SqlplusKind {
  kQuery,    // SELECT, WITH: its rows are printed
  kSession,  // ALTER SESSION, SET ROLE, …: each run needs it
  kData,     // INSERT, UPDATE, DELETE, MERGE: nothing stays of it without a COMMIT
  kOther,    // commits by itself, or may
};
SqlplusKind SqlplusKindOf(std::string_view sql);

// What SQL*Plus would do to the statement on lines of its own, where it sees lines before it sees SQL: "a line that ends in `;`",
// "a line of only `/`", …; or empty. The statement is given without its terminator.
std::string_view SqlplusFault(std::string_view sql);

// A comment or PROMPT line that SQL*Plus does not take the next line into: one that ends in `-` gets a full stop.
std::string SqlplusLine(std::string line);

}  // namespace migc::script
