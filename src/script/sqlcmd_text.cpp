#include "script/sqlcmd_text.h"

#include <fmt/format.h>

#include "migc/base/text.h"
#include "migc/emit/sql_writer.h"
#include "script/sqlcmd_lexis.h"

namespace migc::script::sqlcmd {

std::string WithoutVariables(std::string text) {
  for (std::size_t at = text.find("$("); at != std::string::npos; at = text.find("$(", at)) text.insert(at + 1, " ");
  return text;
}

std::string Throw(std::string_view message) {
  std::string escaped;
  for (const char c : message) escaped += c == '%' ? std::string("%%") : std::string(1, c);
  return "THROW 50000, " + SqlcmdLiteral(WithoutVariables(std::move(escaped))) + ", 1";
}

std::string Doubled(std::string_view expression) { return fmt::format("REPLACE({}, N'%', N'%%')", expression); }

std::string ThrowFound(std::string_view before, std::string_view expression, std::string_view after) {
  return fmt::format("BEGIN\n  SET @message = {} + {} + {};\n  THROW 50000, @message, 1;\nEND", SqlcmdLiteral(before),
                     Doubled(expression), SqlcmdLiteral(after));
}

ir::Name InSchema(const Context& context, const std::string& table) {
  const std::string& schema = context.input.options.bookkeeping.version_schema;
  return {schema.empty() ? context.dialect().default_schema : schema, table, {}};
}
std::string VersionTable(const Context& context) {
  return emit::QuoteName(context.dialect(), InSchema(context, context.input.options.bookkeeping.version_table));
}
std::string HistoryTable(const Context& context) {
  return emit::QuoteName(context.dialect(), InSchema(context, context.input.options.bookkeeping.history_table));
}

std::string TableMissing(const std::string& table) { return fmt::format("OBJECT_ID({}, N'U') IS NULL", SqlcmdLiteral(table)); }

std::string TableFound(const std::string& table) { return fmt::format("OBJECT_ID({}, N'U') IS NOT NULL", SqlcmdLiteral(table)); }

std::string InList(const std::vector<std::string>& words) {
  std::vector<std::string> literals;
  for (const std::string& word : words) literals.push_back(SqlcmdLiteral(word));
  return base::Join(literals, ", ");
}

void EndBatch(Where where, ScriptText& out) {
  out.Line("GO");
  out.Line(where == Where::kInTransaction ? "IF @@ERROR <> 0 OR @@TRANCOUNT = 0 SET NOEXEC ON;" : "IF @@ERROR <> 0 SET NOEXEC ON;");
  out.Line("GO");
}

}  // namespace migc::script::sqlcmd
