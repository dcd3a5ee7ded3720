#include "script/sqlcmd_ledger.h"

#include <fmt/format.h>

#include <algorithm>

#include "migc/base/text.h"
#include "migc/emit/sql_writer.h"
#include "script/sqlcmd_guards.h"
#include "script/sqlcmd_lexis.h"
#include "script/sqlcmd_text.h"

namespace migc::script::sqlcmd {
namespace {

// In bytes; a message of THROW has 2,048 characters at most.
constexpr std::size_t kLongestSummary = 500;

std::string PartKey(const RevisionPart& revision, std::size_t part) {
  return fmt::format("revision = {} AND step = {}", SqlcmdLiteral(revision.id), part);
}

std::string Record(const Context& context, const RevisionPart& revision, std::size_t part, std::string_view state) {
  return fmt::format("INSERT INTO {} (revision, step, statement_sha256, state)\n  VALUES ({}, {}, '{}', '{}')", StepTable(context),
                     SqlcmdLiteral(revision.id), part, RevisionSha(revision), state);
}

// The answer is kept in the session, as a variable ends with its batch.
void Ask(const std::string& condition, ScriptText& out) {
  out.Line(fmt::format("DECLARE @due INT = CASE WHEN {} THEN 1 ELSE 0 END;", condition));
  out.Line("EXEC sys.sp_set_session_context @key = N'migc_due', @value = @due;");
  EndBatch(Where::kOutside, out);
}

std::string SetDone(const Context& context, const RevisionPart& revision, std::size_t part) {
  return fmt::format("UPDATE {} SET state = 'done' WHERE {}", StepTable(context), PartKey(revision, part));
}

// Before a statement outside of transactions. What an earlier run began may be done: where the probe tells, it says so in the
// ledger, and nothing is due; else a person must. What is there before anybody began is somebody else's.
std::string Start(const Context& context, const NumberedStatement& numbered) {
  const RevisionPart& revision = numbered.revision;
  const std::string& probe = numbered.statement.probe;
  const std::string table = StepTable(context);
  const std::string key = PartKey(revision, numbered.part);
  const std::string step = fmt::format("step [{}], {}, of revision {}", numbered.number,
                                       base::ClipUtf8(OneLine(numbered.statement.summary), kLongestSummary), OneLine(revision.id));
  std::string text = fmt::format("  IF EXISTS (SELECT 1 FROM {} WHERE {})\n", table, key);
  if (probe.empty()) {
    text +=
        fmt::format("    {};\n", Throw(fmt::format("{}, was begun by an earlier run, and nobody knows how far it came; if it took "
                                                   "effect, say so: UPDATE {} SET state = 'done' WHERE {}; else DELETE FROM {} "
                                                   "WHERE {}; then run this script again",
                                                   step, table, key, table, key)));
    return text + fmt::format("  {};\n", Record(context, revision, numbered.part, "started"));
  }
  text += fmt::format(
      "  BEGIN\n    IF {}\n    BEGIN\n      {};\n      EXEC sys.sp_set_session_context @key = N'migc_due', @value = 0;\n"
      "    END;\n  END\n",
      probe, SetDone(context, revision, numbered.part));
  text += fmt::format(
      "  ELSE IF {}\n    {};\n", probe,
      Throw(step + ": what it does is there already, and no run of this script did it; see whose it is, and move it out of "
                   "the way; then run this script again"));
  return text + fmt::format("  ELSE\n  {};\n", Record(context, revision, numbered.part, "started"));
}

}  // namespace

std::string StepTable(const Context& context) { return emit::QuoteName(context.dialect(), InSchema(context, "migc_step")); }

void WriteStepTable(const Context& context, ScriptText& out) {
  const std::string table = StepTable(context);
  out.Line("-- The ledger: which parts of a revision are done, while it is not complete.");
  out.Line(fmt::format("IF {}", TableMissing(table)));
  out.Line(fmt::format("CREATE TABLE {} (", table));
  out.Line("  revision NVARCHAR(128) COLLATE Latin1_General_BIN2 NOT NULL,");
  out.Line("  step INT NOT NULL,");
  out.Line("  statement_sha256 CHAR(64) NOT NULL,");
  out.Line("  state VARCHAR(7) NOT NULL,");
  out.Line("  CONSTRAINT migc_step_pkey PRIMARY KEY (revision, step)");
  out.Line(");");
  EndBatch(Where::kOutside, out);
  out.Line();
}

bool KeepsLedger(const Context& context) {
  return std::ranges::any_of(context.input.revisions, [&](const RevisionPart& revision) { return RunsInParts(context, revision); });
}

std::string LedgerGuard(const Context& context) {
  const std::string table = StepTable(context);
  std::vector<std::string> known;
  for (const RevisionPart& revision : context.input.revisions) {
    if (!RunsInParts(context, revision)) continue;
    known.push_back(
        fmt::format("({}, {}, '{}')", IndexOf(context.input, revision), SqlcmdLiteral(revision.id), RevisionSha(revision)));
  }
  std::string guard = fmt::format("IF {}\nBEGIN\n  SELECT @other = MIN(begun.revision) FROM {} AS begun", TableFound(table), table);
  if (!known.empty()) {
    guard += fmt::format(
        "\n    WHERE NOT EXISTS (SELECT 1 FROM (VALUES\n      {}) AS known (done, revision, sha256)\n"
        "      WHERE known.done = @done AND known.revision COLLATE Latin1_General_BIN2 = begun.revision\n"
        "        AND known.sha256 COLLATE Latin1_General_BIN2 = begun.statement_sha256)",
        base::Join(known, ",\n      "));
  }
  guard += ";\n";
  if (!known.empty()) guard += fmt::format("  IF EXISTS (SELECT 1 FROM {})\n    SET @begun = 1;\n", table);
  guard += fmt::format(
      "END;\nIF @other IS NOT NULL\n{};\n",
      ThrowFound(
          "revision ", "@other",
          fmt::format(" was begun by another script and is not complete: run that one to its end first, or finish or undo the "
                      "revision by hand and empty {}; nothing was changed",
                      OneLine(InSchema(context, "migc_step").Text()))));
  if (!known.empty()) guard += "EXEC sys.sp_set_session_context @key = N'migc_begun', @value = @begun;\n";
  return guard;
}

void AskForPart(const Context& context, const RevisionPart& revision, std::size_t part, ScriptText& out) {
  Ask(fmt::format("{}\n  AND NOT EXISTS (SELECT 1 FROM {} WHERE {} AND state = 'done')", IsDue(context, revision),
                  StepTable(context), PartKey(revision, part)),
      out);
}

void AskForStart(const Context& context, const RevisionPart& revision, ScriptText& out) {
  Ask(fmt::format("CAST(SESSION_CONTEXT(N'migc_done') AS INT) + CAST(SESSION_CONTEXT(N'migc_begun') AS INT) <= {}",
                  IndexOf(context.input, revision)),
      out);
}

std::string PartIsDue() { return "CAST(SESSION_CONTEXT(N'migc_due') AS INT) = 1"; }

std::string RecordDone(const Context& context, const RevisionPart& revision, std::size_t part) {
  return fmt::format("IF {}\n  {};", PartIsDue(), Record(context, revision, part, "done"));
}

void WritePart(const Context& context, const NumberedStatement& numbered, const std::string& batch, ScriptText& out) {
  const RevisionPart& revision = numbered.revision;
  AskForPart(context, revision, numbered.part, out);
  const bool harmless = numbered.statement.probe == "0";
  if (!harmless) {
    out.Line(fmt::format("IF {}\nBEGIN\n{}END;", PartIsDue(), Start(context, numbered)));
    EndBatch(Where::kOutside, out);
  }
  out.Line(batch);
  EndBatch(Where::kOutside, out);
  out.Line(harmless ? RecordDone(context, revision, numbered.part)
                    : fmt::format("IF {}\n  {};", PartIsDue(), SetDone(context, revision, numbered.part)));
  EndBatch(Where::kOutside, out);
}

std::string ForgetParts(const Context& context, const RevisionPart& revision) {
  return fmt::format("DELETE FROM {} WHERE revision = {};", StepTable(context), SqlcmdLiteral(revision.id));
}

}  // namespace migc::script::sqlcmd
