#include "migc/emit/former_names.h"

#include <fmt/format.h>

#include <algorithm>

#include "emit/text_names.h"
#include "migc/base/text.h"

namespace migc::emit {
namespace {

bool IsView(ir::RoutineKind kind) { return kind == ir::RoutineKind::kView || kind == ir::RoutineKind::kMaterializedView; }

std::string_view WordOf(ir::RoutineKind kind) {
  switch (kind) {
    case ir::RoutineKind::kView:
      return "view";
    case ir::RoutineKind::kMaterializedView:
      return "materialized view";
    case ir::RoutineKind::kFunction:
      return "function";
    case ir::RoutineKind::kProcedure:
      return "procedure";
    case ir::RoutineKind::kTrigger:
      return "trigger";
  }
  return "view";
}

bool GoesBy(const std::string& text, const catalog::LeftBehind& behind, bool own, const dialect::Dialect& dialect) {
  const TextNames names(text, dialect);
  return behind.column ? names.Column(behind.table.name, behind.from, own) : names.Table(behind.from);
}

// MySQL, MariaDB and Oracle write the columns down by name when such a view is made (manuals, "CREATE VIEW"); DuckDB by place, and
// SQL Server's script has it look at its table again.
bool HasStar(const ir::Routine& view, const catalog::LeftBehind& behind, const dialect::Dialect& dialect) {
  const bool by_name = dialect.tool == dialect::Tool::kMysql || dialect.tool == dialect::Tool::kSqlplus;
  return by_name && behind.column && IsView(view.kind) && TextNames(*view.text, dialect).Star(behind.table.name);
}

// PostgreSQL keeps views and triggers by number; SQLite rewrites their texts ("ALTER TABLE RENAME", since 3.26). DuckDB does not.
bool FollowsInViews(const dialect::Dialect& dialect) {
  return dialect.tool == dialect::Tool::kPsql || dialect.tool == dialect::Tool::kSqlite3;
}

// Where views follow, nothing is left as text but the bodies of routines, which are strings (PostgreSQL: "CREATE FUNCTION"; a body
// BEGIN ATOMIC is none, and follows).
bool IsLeft(const ir::Routine& routine, const catalog::LeftBehind& behind, const dialect::Dialect& dialect) {
  const bool own =
      routine.kind == ir::RoutineKind::kTrigger && base::LowerAscii(routine.table.name) == base::LowerAscii(behind.table.name);
  if (!FollowsInViews(dialect)) {
    return GoesBy(*routine.text, behind, own, dialect) || HasStar(routine, behind, dialect);
  }
  if (IsView(routine.kind)) return false;
  const std::vector<std::string> bodies = TextNames::Bodies(*routine.text, dialect);
  return std::ranges::any_of(bodies, [&](const std::string& body) { return GoesBy(body, behind, own, dialect); });
}

}  // namespace

void CheckFormerNames(const std::vector<catalog::LeftBehind>& renames, const dialect::Dialect& dialect, diag::Sink& sink) {
  for (const catalog::LeftBehind& behind : renames) {
    for (const catalog::ObjectPtr& object : behind.texts) {
      const auto& routine = std::get<ir::Routine>(*object);
      if (!routine.text || !IsLeft(routine, behind, dialect)) continue;
      const std::string what = fmt::format("{} \"{}\"", WordOf(routine.kind), routine.name.Text());
      diag::Diagnostic warning =
          diag::Make(diag::Kind::kMentioned, behind.origin.known ? std::optional(behind.origin.span) : std::nullopt,
                     behind.column ? "the name of column" : "the name of table", behind.from, what);
      if (routine.origin.known) warning.notes.push_back({routine.origin.span, what + " is defined here"});
      warning.help =
          fmt::format("define it again with \"{}\" after the rename, in this revision: {} follows no rename into its text",
                      behind.to, dialect.title);
      sink.Report(std::move(warning));
    }
  }
}

}  // namespace migc::emit
