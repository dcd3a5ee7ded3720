// What psql asks for a server that plans a DO block as a whole before it runs (CockroachDB): a block may name no table that may not
// be there, and PERFORM and GET DIAGNOSTICS are missing (v25.4, "Known Limitations", PL/pgSQL; issues 117744 and 110080). So psql
// reads what is there into settings of the session, and the blocks only decide.
#include <fmt/format.h>

#include "migc/base/text.h"
#include "script/psql_guards.h"

namespace migc::script::psql {
namespace {

void If(const std::string& condition, ScriptText& out) {
  out.Line(fmt::format("SELECT {} AS migc_due \\gset", condition));
  out.Line("\\if :migc_due");
}

std::string IsThere(const Context& context, const std::string& table) {
  return fmt::format("to_regclass({}) IS NOT NULL", context.Literal(table));
}

// A variable of psql and a setting of the session: the value where the table is, else `otherwise`.
void Read(const Context& context, const std::string& table, std::string_view name, const std::string& value, ScriptText& out,
          std::string_view otherwise = "''") {
  If(IsThere(context, table), out);
  out.Line(fmt::format("SELECT {} AS migc_{} \\gset", value, name));
  out.Line("\\else");
  out.Line(fmt::format("\\set migc_{} {}", name, otherwise));
  out.Line("\\endif");
  out.Line(fmt::format("SET migc.{0} = :'migc_{0}';", name));
}

bool AsksForRuns(const Input& input) { return Resumes(input) && !input.options.idempotent && input.options.bookkeeping.history; }

// The rows of the version table, and the number of the script's revisions that are behind them; -1 where it is on no way.
void ReadPosition(const Context& context, ScriptText& out) {
  Read(context, context.version_table, "here",
       fmt::format("coalesce((SELECT string_agg(version_num, ', ' ORDER BY version_num) FROM {}), '')", context.version_table),
       out);
  out.Line("SELECT CASE :'migc_here'");
  std::size_t position = 0;
  for (const std::vector<std::string>& heads : Positions(context.input)) {
    out.Line(fmt::format("  WHEN {} THEN '{}'", context.Literal(base::Join(heads, ", ")), position++));
  }
  out.Line("  ELSE '-1' END AS migc_done \\gset");
  out.Line("SET migc.done = :'migc_done';");
}

// Whether an earlier run has begun the revision that comes next; and one that was begun, and is not that.
void ReadLedger(const Context& context, ScriptText& out) {
  std::vector<std::string> known;
  for (const RevisionPart& revision : context.input.revisions) {
    if (!IsDivided(revision)) continue;
    known.push_back(context.Literal(fmt::format("{} {} {}", IndexOf(context.input, revision), revision.id, RevisionSha(revision))));
  }
  const std::string unknown = known.empty()
                                  ? ""
                                  : fmt::format("\n  WHERE :'migc_done' || ' ' || revision || ' ' || statement_sha256 NOT IN ({})",
                                                base::Join(known, ",\n    "));
  const std::string table = StepTable(context);
  Read(context, table, "other", fmt::format("coalesce((SELECT min(revision) FROM {}{}), '')", table, unknown), out);
  if (known.empty()) return;
  Read(context, table, "begun", fmt::format("CASE WHEN EXISTS (SELECT 1 FROM {}) THEN '1' ELSE '0' END", table), out, "0");
}

std::string Decide(const Context& context) {
  const Input& input = context.input;
  const bool moves = input.purpose == Purpose::kMove;
  std::string declare = "DECLARE\n";
  std::string stops;
  if (ChecksRows(input)) {
    declare +=
        "  shown text := coalesce(nullif(current_setting('migc.here'), ''), 'base');\n"
        "  done integer := current_setting('migc.done')::integer;\n";
    stops += PositionStops(context, "done = -1");
    if (Resumes(input) && !input.options.idempotent) {
      const bool asks = AsksForRuns(input);
      if (asks) declare += "  made_by text := current_setting('migc.made_by');\n";
      stops += OwnRunStop(context, asks ? "done > 0 AND made_by <> current_setting('migc.script')" : "done > 0");
    }
  }
  if (moves && !input.revisions.empty()) {
    declare += "  other text := current_setting('migc.other');\n";
    stops += "  IF other <> '' THEN\n" + StopAtOther(context) + "  END IF;\n";
  }
  stops += HistoryTableGuard(context);
  if (moves) stops += PrivilegeGuard(context);
  if (stops.empty()) return "";
  return (declare == "DECLARE\n" ? "" : declare) + "BEGIN\n" + stops + "END";
}

}  // namespace

// SHOW transaction_status says NoTxn outside of BEGIN and COMMIT ("Session Variables"). now() and statement_timestamp() may differ
// there by the time that it takes to get from one to the other.
void WriteServerGuards(const Context& context, ScriptText& out) {
  WriteDo(context, "BEGIN\n" + ServerGuards(context) + "END", out);
  out.Line("SHOW transaction_status \\gset migc_");
  If(":'migc_transaction_status' <> 'NoTxn'", out);
  WriteDo(context, "BEGIN\n" + StopInTransaction(context) + "END", out);
  out.Line("\\endif");
  out.Line();
}

void WriteGuardsByParts(const Context& context, ScriptText& out) {
  const Input& input = context.input;
  std::string tables = SchemaGuard(context);
  if (ChecksRows(input) && !input.from.empty()) tables += VersionTableGuard(context);
  if (!tables.empty()) WriteDo(context, "BEGIN\n" + tables + "END", out);
  if (ChecksRows(input)) ReadPosition(context, out);
  if (AsksForRuns(input)) {
    Read(context, context.history_table, "made_by",
         fmt::format("coalesce((SELECT script_sha256 FROM {} ORDER BY {} LIMIT 1), '')", context.history_table,
                     LatestFirst(context)),
         out);
  }
  if (input.purpose == Purpose::kMove && !input.revisions.empty()) ReadLedger(context, out);
  if (const std::string body = Decide(context); !body.empty()) WriteDo(context, body, out);
  out.Line();
}

}  // namespace migc::script::psql
