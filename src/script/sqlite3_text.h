// What the scripts of sqlite3 are made of: literals, what is done on a condition, and what stops the script.
#pragma once

#include <string>
#include <string_view>

#include "script/tool.h"

namespace migc::script::sqlite3 {

// A dot-command's argument in double quotes: a backslash takes the next character as it is.
std::string CommandArgument(std::string_view text);
// The literal as the shell leaves it whole.
std::string Literal(const Context& context, std::string_view text);

// What the shell reads next is written to a file first: it has no other way to do something on a condition. writefile() is the
// shell's own (sqlite.org/cli.html, "File I/O Functions"), and writes the bytes as they are. Each script has a file of its own.
std::string NextFile(const Context& context);
// What is written up to EndNext is done when the condition holds for the row of temp.migc_run; else what `otherwise` gives, an
// expression of SQL.
void BeginNext(const Context& context, std::string_view condition, ScriptText& out);
void EndNext(const Context& context, std::string_view otherwise, ScriptText& out);
// The revision is not done yet.
std::string IsDue(const Context& context, const RevisionPart& revision);

// Puts the sentence behind `reason`.
void WriteStop(const Context& context, std::string_view reason, std::string_view sentence, ScriptText& out);
// Stops for `reason` when the condition is true.
void WriteStopWhen(std::string_view reason, std::string_view condition, ScriptText& out);

}  // namespace migc::script::sqlite3
