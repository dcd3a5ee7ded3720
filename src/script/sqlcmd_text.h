// What the scripts of sqlcmd are made of: messages, the bookkeeping tables, and the end of a batch.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "script/tool.h"

namespace migc::script::sqlcmd {

// `$(` with a blank in it: sqlcmd puts variables in everywhere, into comments too.
std::string WithoutVariables(std::string text);

// THROW takes a literal or a variable, and reads % as printf does.
std::string Throw(std::string_view message);
// `before` + what the expression gives + `after`, by way of @message.
std::string ThrowFound(std::string_view before, std::string_view expression, std::string_view after);
// An expression whose % will stand in a message.
std::string Doubled(std::string_view expression);

// In the schema of the version table.
ir::Name InSchema(const Context& context, const std::string& table);
std::string VersionTable(const Context& context);
std::string HistoryTable(const Context& context);
// Where `table` is quoted as in SQL.
std::string TableMissing(const std::string& table);
std::string TableFound(const std::string& table);
// N'a', N'b'
std::string InList(const std::vector<std::string>& words);

enum class Where { kOutside, kInTransaction };

// GO, and the batch that stops the rest when the one before it failed: by its error, or because the error has undone the
// transaction.
void EndBatch(Where where, ScriptText& out);

}  // namespace migc::script::sqlcmd
