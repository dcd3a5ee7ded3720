#include "script/mysql_abort.h"

#include <fmt/format.h>

#include <algorithm>

#include "migc/base/hash.h"
#include "migc/base/text.h"
#include "migc/emit/sql_writer.h"
#include "script/abort.h"
#include "script/mysql_guards.h"
#include "script/mysql_lexis.h"
#include "script/mysql_steps.h"

namespace migc::script {
namespace {

constexpr std::string_view kBegun = "(@migc_begun IS NOT NULL OR @migc_behind > 0)";
constexpr std::string_view kWanted = "@migc_undo IS NOT NULL AND @migc_revisions IS NOT NULL";

LeavesNothing WhatIsNotRecorded(const Context& context) {
  return [&dialect = context.dialect()](const emit::Statement& statement) { return !IsRecorded(statement, dialect); };
}

// Its number in the revision, from 1; a note has none.
std::size_t StepAt(const RevisionPart& revision, std::size_t statement) {
  return StepOf(NumberedStatement{0, revision.sql.statements[statement], revision});
}

// What is recorded, as (index, step).
std::vector<std::pair<std::size_t, std::size_t>> RecordedSteps(const Context& context, const RevisionPart& revision) {
  std::vector<std::pair<std::size_t, std::size_t>> steps;
  for (std::size_t i = 0; i < revision.sql.statements.size(); ++i) {
    if (IsRecorded(revision.sql.statements[i], context.dialect())) steps.emplace_back(i, StepAt(revision, i));
  }
  return steps;
}

// The last step of the undo that is passed over. Nothing where a question stands behind it, which would be asked too early.
std::optional<std::size_t> LastPassed(const Context& context, const RevisionPart& undo, std::size_t passed) {
  std::size_t last = 0;
  bool asks = false;
  for (std::size_t i = 0; i < passed; ++i) {
    const emit::Statement& statement = undo.sql.statements[i];
    asks = asks || statement.kind == emit::StatementKind::kRequire;
    if (!IsRecorded(statement, context.dialect())) continue;
    last = StepAt(undo, i);
    asks = false;
  }
  if (asks) return std::nullopt;
  return last;
}

std::optional<std::size_t> PassedAt(const Context& context, const Undoing& undoing, const RevisionPart& undo, std::size_t done) {
  const auto passed = PassedOver(undoing, done, WhatIsNotRecorded(context));
  return passed ? LastPassed(context, undo, *passed) : std::nullopt;
}

std::string LedgerExists(const Context& context) {
  const std::string& schema = context.input.options.bookkeeping.version_schema;
  return fmt::format("EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = {} AND table_name = 'migc_step')",
                     schema.empty() ? "DATABASE()" : QuoteForMysql(schema));
}

// Reads what the ledger has of the revision that comes next in the upgrade.
void WriteReadLedger(const Context& context, ScriptText& out) {
  const Abort& abort = *context.input.abort;
  const std::string ledger = StepTable(context);
  std::vector<std::string> ids;
  std::vector<std::string> known;
  for (const Undoing& undoing : abort.revisions) {
    ids.push_back(QuoteForMysql(undoing.upgrade.id));
    for (const auto& [index, step] : RecordedSteps(context, undoing.upgrade)) {
      known.push_back(fmt::format("({}, {}, '{}')", ids.back(), step,
                                  base::Sha256(LedgerText(undoing.upgrade.sql.statements[index], context.dialect()))));
    }
  }
  const std::string of_next = fmt::format("FROM {} WHERE revision = @migc_begun_in", ledger);
  const std::string other =
      known.empty() ? ""
                    : fmt::format(" AND (revision, step, statement_sha256) NOT IN (\n      {})", base::Join(known, ",\n      "));
  const std::size_t stays = FirstThatStays(abort);
  const std::string own = stays == abort.revisions.size() ? "''" : ids[stays];
  const std::string read = fmt::format(
      "SET @migc_behind = (SELECT COALESCE(MAX(IF(state = 'done', step, 0)), 0) {0}),\n"
      "    @migc_begun = (SELECT MAX(IF(state = 'started', step, NULL)) {0}),\n"
      "    @migc_other = (SELECT COUNT(*) {0} AND state <> 'started'{1}),\n"
      "    @migc_own = (SELECT COUNT(*) FROM {2} WHERE revision = {3} AND state = 'undo'),\n"
      "    @migc_run = (SELECT MAX(statement_sha256) FROM {2} WHERE revision = '')",
      of_next, other, ledger, own);
  out.Line(fmt::format("SET @migc_begun_in = ELT(@migc_at + 1, {});", base::Join(ids, ", ")));
  out.Line("SET @migc_behind = 0, @migc_begun = NULL, @migc_other = 0, @migc_own = 0, @migc_run = NULL, @migc_undo = NULL;");
  out.Line(fmt::format("SET @migc_sql = IF(@migc_revisions IS NOT NULL AND {},\n  {},\n  'DO 0');", LedgerExists(context),
                       QuoteForMysql(read)));
  WriteRun(out);
}

// A step that was begun has had its effect, or has not: its probe tells. Where it may be done twice, and its undo too, that is all
// the same. Gives the steps of which nobody can tell.
std::vector<std::string> WriteSettle(const Context& context, std::size_t revision, ScriptText& out) {
  const Undoing& undoing = context.input.abort->revisions[revision];
  const RevisionPart* undo = UndoOf(context.input, undoing);
  std::vector<std::string> twice;
  std::vector<std::string> blind;
  for (const auto& [index, step] : RecordedSteps(context, undoing.upgrade)) {
    const emit::Statement& statement = undoing.upgrade.sql.statements[index];
    const bool harmless = statement.probe == "0" || IsHarmlessTwice(statement.sql, context.dialect());
    if (KindOf(statement.sql, context.dialect()) == MysqlKind::kData) continue;  // with its row, or not at all
    if (harmless && undo != nullptr && UndoIsHarmless(undoing, *undo, index, WhatIsNotRecorded(context))) {
      twice.push_back(std::to_string(step));
    } else if (harmless || statement.probe.empty()) {
      blind.push_back(std::to_string(step));
    } else {
      out.Line(fmt::format("SET @migc_behind = IF(@migc_at = {0} AND @migc_begun = {1} AND ({2}), {1}, @migc_behind);", revision,
                           step, statement.probe));
    }
  }
  if (!twice.empty()) {
    out.Line(fmt::format("SET @migc_behind = IF(@migc_at = {} AND @migc_begun IN ({}), @migc_begun, @migc_behind);", revision,
                         base::Join(twice, ", ")));
  }
  return blind;
}

void WritePassed(const Context& context, ScriptText& out) {
  out.Line(fmt::format("SET @migc_undo = CASE WHEN NOT {} THEN NULL", kBegun));
  const std::vector<Undoing>& revisions = context.input.abort->revisions;
  for (std::size_t i = 0; i < revisions.size(); ++i) {
    const RevisionPart* undo = UndoOf(context.input, revisions[i]);
    if (undo == nullptr) continue;
    std::string cases;
    const auto add = [&](std::size_t step, std::size_t done) {
      if (const auto passed = PassedAt(context, revisions[i], *undo, done)) cases += fmt::format(" WHEN {} THEN {}", step, *passed);
    };
    add(0, 0);
    for (const auto& [index, step] : RecordedSteps(context, revisions[i].upgrade)) add(step, index + 1);
    if (!cases.empty()) out.Line(fmt::format("  WHEN @migc_at = {} THEN CASE @migc_behind{} END", i, cases));
  }
  out.Line("  END;");
}

void WriteCannot(const Context& context, ScriptText& out) {
  const Abort& abort = *context.input.abort;
  for (std::size_t i = 0; i < abort.revisions.size(); ++i) {
    const RevisionPart& upgrade = abort.revisions[i].upgrade;
    const RevisionPart* undo = UndoOf(context.input, abort.revisions[i]);
    for (const auto& [index, step] : RecordedSteps(context, upgrade)) {
      if (undo != nullptr && PassedAt(context, abort.revisions[i], *undo, index + 1)) continue;
      out.Line(fmt::format(
          "  WHEN @migc_at = {} AND @migc_behind = {} THEN {}", i, step,
          QuoteForMysql(fmt::format("{}, was done, and cannot be undone: {}; nothing was changed. {}", UpgradeStep(abort, i, index),
                                    OneLine(ReasonAt(abort.revisions[i], index + 1)), kGoOn))));
    }
  }
}

std::string CannotUndo(const Abort& abort) {
  const Undoing& first = abort.revisions[FirstThatStays(abort)];
  return fmt::format("revision {} is complete and cannot be undone: {}; nothing was changed. {}", OneLine(first.upgrade.id),
                     OneLine(first.beyond), kGoOn);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> AbortRefusals(const Context& context) {
  const Abort& abort = *context.input.abort;
  std::vector<std::pair<std::string, std::string>> refusals;
  for (std::size_t i = FirstThatStays(abort) + 1; i < abort.revisions.size(); ++i) {
    refusals.emplace_back(RowsAre(abort.revisions[i].upgrade.step.heads), CannotUndo(abort));
  }
  return refusals;
}

void WriteAbortGuard(const Context& context, ScriptText& out) {
  const Abort& abort = *context.input.abort;
  out.Line("-- Where the upgrade stopped: how many of its revisions are complete, and what its ledger has of the next one.");
  out.Line("SET @migc_at = CASE");
  out.Line("  WHEN @migc_revisions IS NULL THEN NULL");
  for (std::size_t i = 0; i < abort.revisions.size(); ++i) {
    out.Line(fmt::format("  WHEN {} THEN {}", RowsAre(abort.revisions[i].upgrade.heads_before), i));
  }
  out.Line(fmt::format("  WHEN {} THEN {}", RowsAre(abort.revisions.back().upgrade.step.heads), abort.revisions.size()));
  out.Line("  END;");
  WriteReadLedger(context, out);
  std::vector<std::pair<std::size_t, std::string>> blind;
  for (std::size_t i = 0; i < abort.revisions.size(); ++i) {
    if (const auto steps = WriteSettle(context, i, out); !steps.empty()) blind.emplace_back(i, base::Join(steps, ", "));
  }
  WritePassed(context, out);
  out.Line("SET @migc_stop = CASE");
  out.Line("  WHEN @migc_stop IS NULL OR @migc_stop <> '' THEN @migc_stop");
  out.Line(
      "  WHEN @migc_other > 0 THEN CONCAT('revision ', @migc_begun_in, ' was begun by another script than upgrade.sql; let that "
      "one "
      "end first; nothing was changed')");
  out.DigestLine(fmt::format("  WHEN @migc_at > 0 AND @migc_at < {} AND COALESCE(@migc_run, '') NOT IN ('{}', '",
                             abort.revisions.size(), abort.upgrade_sha256),
                 64, "')");
  out.Line("    THEN CONCAT('this database is at ', @migc_here, ', where no run of upgrade.sql left it; nothing was changed')");
  if (const std::size_t stays = FirstThatStays(abort); stays < abort.revisions.size()) {
    out.Line(fmt::format("  WHEN @migc_at = {} AND @migc_own = 0 THEN {}", stays + 1, QuoteForMysql(CannotUndo(abort))));
  }
  for (const auto& [revision, steps] : blind) {
    out.Line(
        fmt::format("  WHEN @migc_at = {} AND @migc_begun IN ({}) AND @migc_behind < @migc_begun THEN CONCAT('step ', "
                    "@migc_begun, {})",
                    revision, steps,
                    QuoteForMysql(fmt::format(" of {} was begun: if it took effect, set its state in {} to done, else delete its "
                                              "row; then run again; nothing was changed",
                                              OneLine(abort.revisions[revision].upgrade.id), StepTable(context)))));
  }
  WriteCannot(context, out);
  out.Line(
      fmt::format("  WHEN {} AND @migc_undo IS NULL THEN CONCAT('what was done of revision ', @migc_begun_in, ' cannot be undone; "
                  "nothing was changed')",
                  kBegun));
  out.Line("  ELSE '' END;");
  out.Line("SET @migc_revisions = IF(@migc_stop = '', @migc_revisions - IF(@migc_undo IS NULL, 0, 1), NULL);");
  out.Line("SELECT @migc_stop AS stopped FROM DUAL WHERE CHAR_LENGTH(@migc_stop) > 190;");
  WriteStop(out);
}

void WriteAbortChange(const Context& context, ScriptText& out) {
  const std::string ledger = StepTable(context);
  const std::string columns = fmt::format("INSERT INTO {} (revision, step, statement_sha256, state)", ledger);
  out.Line(
      "-- The revision that was begun: what of its undo has nothing to do, as it was never done, stands in the ledger as done.");
  out.Line("START TRANSACTION;");
  out.Line(fmt::format("DELETE FROM {} WHERE revision = @migc_begun_in AND {};", ledger, kWanted));
  out.Line(fmt::format("{} SELECT @migc_begun_in, 0, REPEAT('0', 64), 'undo' FROM DUAL WHERE {};", columns, kWanted));
  const std::vector<Undoing>& revisions = context.input.abort->revisions;
  for (std::size_t i = 0; i < revisions.size(); ++i) {
    const RevisionPart* undo = UndoOf(context.input, revisions[i]);
    if (undo == nullptr) continue;
    const std::string here = fmt::format("@migc_at = {} AND {}", i, kWanted);
    std::vector<std::string> rows;
    for (const auto& [index, step] : RecordedSteps(context, *undo)) {
      rows.push_back(fmt::format("SELECT {} AS step, '{}' AS sha256", step,
                                 base::Sha256(LedgerText(undo->sql.statements[index], context.dialect()))));
    }
    if (!rows.empty()) {
      out.Line(fmt::format("{}\n  SELECT {}, step, sha256, 'done' FROM (\n    {}) AS steps\n  WHERE step <= @migc_undo AND {};",
                           columns, QuoteForMysql(undo->id), base::Join(rows, "\n    UNION ALL "), here));
    }
    for (const graph::RowChange& row : revisions[i].upgrade.step.rows) {
      const std::string to = QuoteForMysql(row.to);
      const std::string from = QuoteForMysql(row.from);
      switch (row.action) {
        case graph::RowAction::kInsert:
          out.Line(fmt::format("INSERT INTO {} (version_num) SELECT {} FROM DUAL WHERE {};", context.version_table, to, here));
          break;
        case graph::RowAction::kUpdate:
          out.Line(
              fmt::format("UPDATE {} SET version_num = {} WHERE version_num = {} AND {};", context.version_table, to, from, here));
          break;
        case graph::RowAction::kDelete:
          out.Line(fmt::format("DELETE FROM {} WHERE version_num = {} AND {};", context.version_table, from, here));
          break;
      }
    }
  }
  out.Line("COMMIT;");
}

}  // namespace migc::script
