// Exact words: texts and names that a tool, a quoting rule or a reserved word may change, and a chain that puts them everywhere a
// migration can hold them.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace migc::support {

// Quotation marks of every kind, backslashes, what SQL*Plus, sqlcmd, psql, mysql and sqlite3 take for themselves, 4,001 bytes,
// emoji, writing from right to left, tabs and line ends.
const std::vector<std::string>& ExactTexts();
// Those that are short enough for a comment, a message or a value of an enum.
std::vector<std::string> ShortTexts();
// Those that are values of the enum.
std::vector<std::string> EnumTexts();

// Names that the dialect can hold.
std::vector<std::string> ExactNames(const std::string& dialect);
// The reserved words of every dialect, in lower case.
const std::vector<std::string>& ReservedWords();

std::string MigString(const std::string& text);
std::string MigName(const std::string& name);

// The chain for the dialect, with migc.yaml: see the source for its tables.
std::map<std::string, std::string> ExactProject(const std::string& dialect);
// The id of the revision that has the text as its message, and as much of it in its id as may be there.
std::string MessageId(const std::string& text);

}  // namespace migc::support
