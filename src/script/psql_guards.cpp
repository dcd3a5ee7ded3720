#include "script/psql_guards.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "migc/base/hash.h"
#include "migc/base/text.h"
#include "migc/dialect/lineage.h"
#include "migc/emit/sql_text.h"
#include "migc/emit/sql_writer.h"

namespace migc::script::psql {
namespace {

// server_version_num: 150000 for 15, 150003 for 15.3.
int VersionNumber(const dialect::Version& version) { return version.major * 10000 + version.minor; }

// '2025.1' of "PostgreSQL 15.2-YB-2025.1.0.0-b168 on …": a product of its own says its version after that of what it comes from.
std::string OwnVersion(const Context& context) {
  return fmt::format("substring(split_part(version(), {}, 2) FROM '^[0-9]+[.][0-9]+')",
                     context.Literal(context.dialect().version_after));
}

std::string TableGuard(const Context& context, const std::string& table, const std::string& name, std::string_view why,
                       std::string_view hint) {
  return fmt::format("  IF to_regclass({}) IS NULL THEN\n", context.Literal(table)) +
         Raise(context, context.Literal(fmt::format("there is no table {}, {}; nothing was changed", name, why)), "HINT",
               context.Literal(hint)) +
         "  END IF;\n";
}

// Where the database is, as the number of the script's revisions that are behind it.
std::string PositionCase(const Context& context) {
  std::string text = "  done := CASE\n";
  std::size_t position = 0;
  for (const std::vector<std::string>& heads : Positions(context.input)) {
    text += fmt::format("    WHEN here = {} THEN {}\n", HeadsArray(context, heads), position++);
  }
  return text + "  END;\n";
}

// Half-way there, only a run of this very script may have brought it there: the last row of the history tells.
std::string OwnRunGuard(const Context& context) {
  if (!context.input.options.bookkeeping.history) return OwnRunStop(context, "done > 0");
  return fmt::format(
             "  IF done > 0 AND to_regclass({}) IS NOT NULL THEN\n"
             "    SELECT script_sha256 INTO made_by FROM {} ORDER BY {} LIMIT 1;\n"
             "  END IF;\n",
             context.Literal(context.history_table), context.history_table, LatestFirst(context)) +
         OwnRunStop(context, "done > 0 AND made_by IS DISTINCT FROM current_setting('migc.script')");
}

std::string RowsGuard(const Context& context) {
  std::string guard = ReadRows(context) + PositionCase(context) + PositionStops(context, "done IS NULL");
  // Else it can only be at the beginning.
  if (!Resumes(context.input)) return guard;
  if (!context.input.options.idempotent) guard += OwnRunGuard(context);
  return guard + "  PERFORM set_config('migc.done', done::text, false);\n";
}

// What an earlier run has begun must be what comes next here.
std::string LedgerGuard(const Context& context) {
  std::vector<std::string> known;
  for (const RevisionPart& revision : context.input.revisions) {
    if (!IsDivided(revision)) continue;
    known.push_back(
        fmt::format("({}, {}, '{}')", IndexOf(context.input, revision), context.Literal(revision.id), RevisionSha(revision)));
  }
  const std::string unknown =
      known.empty() ? ""
                    : fmt::format("\n      WHERE (done, revision, statement_sha256) NOT IN ({})", base::Join(known, ",\n        "));
  std::string guard = fmt::format("  IF to_regclass({}) IS NOT NULL THEN\n", context.Literal(StepTable(context)));
  guard +=
      fmt::format("    SELECT min(revision) INTO other FROM {}{};\n    IF other IS NOT NULL THEN\n", StepTable(context), unknown);
  guard += StopAtOther(context);
  guard += "    END IF;\n";
  if (!known.empty()) {
    guard += fmt::format("    PERFORM set_config('migc.begun', '1', false) FROM {};\n", StepTable(context));
  }
  return guard + "  END IF;\n";
}

}  // namespace

std::string StopHere(const Context& context, std::string_view condition, std::string_view after, std::string_view hint) {
  return fmt::format("  IF {} THEN\n", condition) +
         Raise(context,
               fmt::format("'this database is at ' || shown || {}", context.Literal(std::string(after) + "; nothing was changed")),
               "HINT", hint) +
         "  END IF;\n";
}

std::string HintToCompile(const Context& context, std::string_view before) {
  return fmt::format("{} || replace(shown, ', ', ',') || '.'", context.Literal(before));
}

std::string StepText(const NumberedStatement& numbered) {
  return fmt::format("step [{}], {}, of revision {}", numbered.number, OneLine(numbered.statement.summary),
                     OneLine(numbered.revision.id));
}

std::string ServerGuards(const Context& context) {
  const dialect::Dialect& dialect = context.dialect();
  const bool own = !dialect.version_after.empty();
  const std::string mark = own ? dialect.version_after : dialect.title;
  // YugabyteDB names PostgreSQL too, and what is one transaction here is none there.
  const std::string_view relative = dialect.lineage.size() == 1 ? " OR strpos(version(), '-YB-') > 0" : "";
  std::string guards = fmt::format("  IF strpos(version(), {}) = 0{} THEN\n", context.Literal(mark), relative);
  guards +=
      Raise(context,
            fmt::format("{} || version() || {}", context.Literal("this script is for " + dialect.title + ", and this server is "),
                        context.Literal("; nothing was changed")),
            "HINT", context.Literal("Compile it with --dialect for this server."));
  std::string older = own ? fmt::format("string_to_array({}, '.')::integer[] < ARRAY[{}, {}]", OwnVersion(context),
                                        dialect.target.major, dialect.target.minor)
                          : fmt::format("current_setting('server_version_num')::integer < {}", VersionNumber(dialect.target));
  // Arrays are compared for equality there, and for what comes first nobody says (CockroachDB, "Functions and Operators").
  if (dialect::IsCockroachdb(dialect)) {
    older = fmt::format("split_part({0}, '.', 1)::integer * 1000 + split_part({0}, '.', 2)::integer < {1}", OwnVersion(context),
                        dialect.target.major * 1000 + dialect.target.minor);
  }
  guards += fmt::format("  END IF;\n  IF {} THEN\n", older);
  guards +=
      Raise(context,
            fmt::format("{} || {} || {}",
                        context.Literal(fmt::format("this script is for {} {} or newer, and this server is ", dialect.title,
                                                    dialect::Text(dialect.target))),
                        own ? OwnVersion(context) : "current_setting('server_version')", context.Literal("; nothing was changed")),
            "HINT", context.Literal("Compile it with --target-version for this server."));
  return guards + "  END IF;\n";
}

std::string SchemaGuard(const Context& context) {
  const std::string& schema = context.input.options.bookkeeping.version_schema;
  if (schema.empty()) return "";
  return fmt::format("  IF to_regnamespace({}) IS NULL THEN\n", context.Literal(emit::QuoteIdentifier(context.dialect(), schema))) +
         Raise(context,
               context.Literal(
                   fmt::format("there is no schema {} for table {}; nothing was changed", OneLine(schema), context.version_name)),
               "HINT", context.Literal("Create the schema first, or set another one in migc.yaml.")) +
         "  END IF;\n";
}

std::string PositionStops(const Context& context, std::string_view off_the_way) {
  const Input& input = context.input;
  const std::size_t last = Positions(input).size() - 1;
  std::string guard;
  if (!input.options.idempotent && last > 0) {
    guard += StopHere(context, fmt::format("done = {}", last), " already, where this script leads",
                      context.Literal("There is nothing to do."));
  }
  const std::string way = input.options.idempotent
                              ? fmt::format(", which is not on the way from {} to {}", HeadsText(input.from), HeadsText(input.to))
                              : fmt::format(", and this script starts at {}", HeadsText(input.from));
  return guard +
         StopHere(context, off_the_way, way,
                  HintToCompile(context, "Check that this is the right database; a script for it is compiled with --from "));
}

std::string OwnRunStop(const Context& context, std::string_view condition) {
  return StopHere(context, condition,
                  fmt::format(", where no run of this script left it; this script starts at {}", HeadsText(context.input.from)),
                  HintToCompile(context, "Compile one with --from "));
}

std::string StopAtOther(const Context& context) {
  return Raise(context,
               fmt::format("'revision ' || other || {}",
                           context.Literal(" was begun by another script and is not complete; nothing was changed")),
               "HINT",
               context.Literal(fmt::format(
                   "Run that script to its end first; or finish or undo the revision by hand, and empty {}.", StepTable(context))));
}

std::string VersionTableGuard(const Context& context) {
  return TableGuard(
      context, context.version_table, context.version_name,
      fmt::format("so no migration was recorded in this database, and this script starts at {}", HeadsText(context.input.from)),
      "Check that this is the right database; `migc compile --from base` makes a script for an empty one.");
}

std::string HistoryTableGuard(const Context& context) {
  if (!WritesHistory(context.input) || MakesBookkeeping(context.input)) return "";
  return TableGuard(context, context.history_table, context.history_name, "in which this script records what it did",
                    "Create it, or set `history: false` in migc.yaml and compile again.");
}

std::string HeadsArray(const Context& context, const std::vector<std::string>& heads) {
  std::vector<std::string> literals;
  for (const std::string& head : heads) literals.push_back(context.Literal(head));
  return "ARRAY[" + base::Join(literals, ", ") + "]::text[]";
}

std::string ReadRows(const Context& context) {
  const Input& input = context.input;
  const std::string read = fmt::format(
      "  SELECT array_agg(version_num::text ORDER BY version_num COLLATE \"C\") INTO here FROM {};\n", context.version_table);
  std::string guard;
  if (input.from.empty()) {
    guard += fmt::format("  IF to_regclass({}) IS NOT NULL THEN\n  {}  END IF;\n", context.Literal(context.version_table), read);
  } else {
    guard += VersionTableGuard(context);
    guard += read;
  }
  return guard +
         "  here := coalesce(here, '{}');\n"
         "  shown := coalesce(nullif(array_to_string(here, ', '), ''), 'base');\n";
}

std::string_view LatestFirst(const Context& context) {
  return context.dialect().version_after.empty() ? "id DESC" : "applied_at DESC, id DESC";
}

std::string TagFor(std::string_view text, const std::string& word) {
  std::string tag = "$" + word + "$";
  for (int n = 1; text.find(tag) != std::string_view::npos; ++n) tag = fmt::format("${}{}$", word, n);
  return tag;
}

void WriteDo(const Context& context, std::string_view body, ScriptText& out) {
  if (!HasDo(context)) return WriteProcedure(body, out);
  const std::string tag = TagFor(body, "migc");
  out.Line("DO " + tag);
  out.Line(body);
  out.Line(tag + ";");
}

void WriteDoAlone(const Context& context, std::string_view body, ScriptText& out, std::string_view first) {
  const bool transaction = !HasDo(context);
  if (transaction) out.Line("BEGIN;");
  if (!first.empty()) out.Line(first);
  WriteDo(context, body, out);
  if (transaction) out.Line("COMMIT;");
}

std::string Raise(const Context& context, std::string_view message, std::string_view option, std::string_view text) {
  if (!HasDo(context)) return fmt::format("    stop := {} || '. ' || {};\n    RAISE EXCEPTION '%', stop;\n", message, text);
  return fmt::format("    RAISE EXCEPTION USING\n      MESSAGE = {},\n      {} = {};\n", message, option, text);
}

std::int64_t LockKey(const Context& context) {
  const Bookkeeping& bookkeeping = context.input.options.bookkeeping;
  const std::string& schema = bookkeeping.version_schema.empty() ? context.dialect().default_schema : bookkeeping.version_schema;
  const std::string digest = base::Sha256("migc lock " + schema + "." + bookkeeping.version_table);
  std::uint64_t key = 0;
  std::from_chars(digest.data(), digest.data() + 16, key, 16);
  return static_cast<std::int64_t>(key);
}

std::string StopInTransaction(const Context& context) {
  constexpr std::string_view kWithout = "Run psql without --single-transaction (-1)";
  return Raise(context, context.Literal("this script makes its own transactions, and one is open already; nothing was changed"),
               "HINT",
               context.Literal(fmt::format(
                   "{}{}.", kWithout,
                   RollsBack(context) ? "; `migc compile --single-transaction` makes a script that is one transaction" : "")));
}

std::string TransactionGuard(const Context& context) {
  return "  IF now() < statement_timestamp() THEN\n" + StopInTransaction(context) + "  END IF;\n";
}

std::string GuardsBody(const Context& context) {
  if (!HasDo(context)) return GuardsBody80(context);
  const Input& input = context.input;
  std::string body = "DECLARE\n  here text[];\n  shown text;\n  done integer;\n";
  const bool moves = input.purpose == Purpose::kMove;
  if (Resumes(input) && !input.options.idempotent) body += "  made_by text;\n";
  if (moves) body += "  other text;\n";
  if (input.abort) body += std::string(AbortVariables());
  body += "BEGIN\n" + ServerGuards(context) + SchemaGuard(context);
  if (input.abort) body += AbortGuard(context);
  if (ChecksRows(input)) body += RowsGuard(context);
  if (moves && !input.revisions.empty()) body += LedgerGuard(context);
  body += HistoryTableGuard(context);
  if (moves) body += PrivilegeGuard(context);
  return body + "END";
}

bool KeepsLedger(const Input& input) { return input.purpose == Purpose::kMove && std::ranges::any_of(input.revisions, IsDivided); }

bool IsSetting(const emit::Statement& statement) {
  const std::string word = emit::FirstWord(statement.sql, dialect::Lexical{});
  return word == "SET" || word == "RESET";
}

std::string StepTable(const Context& context) {
  ir::Name name;
  name.schema = context.input.options.bookkeeping.version_schema;
  name.name = "migc_step";
  return emit::QuoteName(context.dialect(), name);
}

void WriteLedger(const Context& context, ScriptText& out) {
  out.Line("-- The ledger: what was done outside transactions, while its revision is not complete.");
  if (!HasDo(context)) return WriteLedger80(context, out);
  const std::string create = fmt::format(
      "CREATE TABLE {} (\n"
      "  revision varchar(128) NOT NULL,\n"
      "  step integer NOT NULL,\n"
      "  statement_sha256 char(64) NOT NULL,\n"
      "  state varchar(7) NOT NULL,\n"
      "  PRIMARY KEY (revision, step)\n"
      ");",
      StepTable(context));
  const std::string missing = fmt::format("to_regclass({}) IS NULL", context.Literal(StepTable(context)));
  if (PlansBlocksAsAWhole(context)) {
    out.Line(fmt::format("SELECT {} AS migc_due \\gset", missing));
    out.Line("\\if :migc_due");
    out.Line(create);
    out.Line("\\endif");
  } else {
    std::string body = fmt::format("BEGIN\n  IF {} THEN\n", missing);
    for (const std::string_view line : base::SplitLines(create)) body += fmt::format("    {}\n", line);
    WriteDo(context, body + "  END IF;\nEND", out);
  }
  out.Line();
}

std::string PartKey(const Context& context, const RevisionPart& revision, std::size_t part) {
  return fmt::format("revision = {} AND step = {}", context.Literal(revision.id), part);
}

std::string PartIsDue(const Context& context, const RevisionPart& revision, std::size_t part) {
  const std::string done = fmt::format("{} WHERE {} AND state = 'done'", StepTable(context), PartKey(context, revision, part));
  if (!HasDo(context)) return fmt::format("SELECT count(*) = 0 AS migc_due FROM {}", done);
  return fmt::format("SELECT NOT EXISTS (SELECT 1 FROM {}) AS migc_due", done);
}

std::string PartIsBegun(const Context& context, const RevisionPart& revision, std::size_t part) {
  return fmt::format("EXISTS (SELECT 1 FROM {} WHERE {} AND state = 'started')", StepTable(context),
                     PartKey(context, revision, part));
}

std::string RecordPart(const Context& context, const RevisionPart& revision, std::size_t part, std::string_view state) {
  return fmt::format("INSERT INTO {} (revision, step, statement_sha256, state)\nVALUES ({}, {}, '{}', '{}')", StepTable(context),
                     context.Literal(revision.id), part, RevisionSha(revision), state);
}

bool PlansBlocksAsAWhole(const Context& context) { return dialect::IsCockroachdb(context.dialect()); }

bool RollsBack(const Context& context) { return context.dialect().Has(dialect::Capability::kTransactionalDdl); }

std::string RowStatement(const Context& context, const graph::RowChange& row) {
  switch (row.action) {
    case graph::RowAction::kInsert:
      return fmt::format("INSERT INTO {} (version_num) VALUES ({}) ON CONFLICT DO NOTHING", context.version_table,
                         context.Literal(row.to));
    case graph::RowAction::kUpdate:
      return fmt::format("UPDATE {} SET version_num = {} WHERE version_num = {}", context.version_table, context.Literal(row.to),
                         context.Literal(row.from));
    case graph::RowAction::kDelete:
      return fmt::format("DELETE FROM {} WHERE version_num = {}", context.version_table, context.Literal(row.from));
  }
  return "";
}

std::string ProbedPartGuard(const Context& context, const NumberedStatement& numbered) {
  return fmt::format("DECLARE\n  begun boolean := {};\nBEGIN\n  IF NOT begun AND ({}) THEN\n",
                     PartIsBegun(context, numbered.revision, numbered.part), numbered.statement.probe) +
         Raise(context, context.Literal(StepText(numbered) + ": what it does is there already, and no run of this script did it"),
               "HINT", context.Literal("See whose it is, and move it out of the way; then run this script again.")) +
         fmt::format("  END IF;\n  IF NOT begun THEN\n    {};\n  END IF;\nEND",
                     RecordPart(context, numbered.revision, numbered.part, "started"));
}

std::string PartGuard(const Context& context, const NumberedStatement& numbered, std::string_view begun) {
  std::string body = "BEGIN\n";
  if (!begun.empty()) {
    body +=
        fmt::format("  IF {} THEN\n", begun) +
        Raise(
            context, context.Literal(StepText(numbered) + ", was begun by an earlier run, and nobody knows how far it came"),
            "HINT",
            context.Literal(fmt::format("If it took effect, say so: UPDATE {0} SET state = 'done' WHERE {1}; else DELETE FROM {0} "
                                        "WHERE {1}. Then run this script again.",
                                        StepTable(context), PartKey(context, numbered.revision, numbered.part)))) +
        "  END IF;\n";
  }
  if (!numbered.statement.probe.empty()) {
    body +=
        fmt::format("  IF ({}) THEN\n", numbered.statement.probe) +
        Raise(context, context.Literal(StepText(numbered) + ": what it does is there already, and no run of this script did it"),
              "HINT", context.Literal("See whose it is, and move it out of the way; then run this script again.")) +
        "  END IF;\n";
  }
  return body + fmt::format("  {};\nEND", RecordPart(context, numbered.revision, numbered.part, "started"));
}

}  // namespace migc::script::psql
