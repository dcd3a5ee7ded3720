#include "script/sqlite3_text.h"

#include <fmt/format.h>

#include "script/sqlite3_lexis.h"

namespace migc::script::sqlite3 {

std::string CommandArgument(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

std::string Literal(const Context& context, std::string_view text) { return ScanForSqlite3(context.Literal(text)).text; }

std::string NextFile(const Context& context) { return "migc-run-" + context.way + ".sql"; }

void BeginNext(const Context& context, std::string_view condition, ScriptText& out) {
  out.Line(fmt::format("SELECT 'migc: {0} cannot be written' FROM temp.migc_run WHERE writefile('{0}', CASE WHEN {1} THEN '",
                       NextFile(context), condition));
  out.BeginString();
}

void EndNext(const Context& context, std::string_view otherwise, ScriptText& out) {
  out.EndString();
  out.Line(fmt::format("' ELSE {} END) IS NULL;", otherwise));
  out.Line(fmt::format(".read {}", NextFile(context)));
}

std::string IsDue(const Context& context, const RevisionPart& revision) {
  return fmt::format("done <= {}", IndexOf(context.input, revision));
}

void WriteStop(const Context& context, std::string_view reason, std::string_view sentence, ScriptText& out) {
  out.Line(fmt::format("CREATE TEMP TRIGGER migc_stop_{0} BEFORE INSERT ON migc_stop WHEN new.reason = '{0}'", reason));
  out.Line(fmt::format("BEGIN SELECT RAISE(ABORT, {}); END;", context.Literal(sentence)));
}

void WriteStopWhen(std::string_view reason, std::string_view condition, ScriptText& out) {
  out.Line(fmt::format("INSERT INTO temp.migc_stop SELECT '{}' WHERE {};", reason, condition));
}

}  // namespace migc::script::sqlite3
