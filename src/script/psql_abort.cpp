// What psql is told before a stopped upgrade is undone. The revision that it has begun and not ended is written down as one that
// was recorded, and whose downgrade was begun: what was never done of the upgrade is passed over, as it was undone already.
#include <fmt/format.h>

#include "migc/base/text.h"
#include "script/abort.h"
#include "script/psql_guards.h"

namespace migc::script::psql {
namespace {

bool LeavesNothingBehind(const emit::Statement& statement) {
  return statement.kind == emit::StatementKind::kNote || statement.kind == emit::StatementKind::kRequire || IsSetting(statement);
}

std::string Stop(const Context& context, const std::string& sentence, std::string_view hint) {
  return Raise(context, context.Literal(sentence + "; nothing was changed"), "HINT", context.Literal(hint));
}

std::string Indented(std::string_view text, std::string_view by) {
  std::string indented;
  for (const std::string_view line : base::SplitLines(text)) indented += fmt::format("{}{}\n", by, line);
  return indented;
}

std::string At(const Context& context, const std::vector<std::string>& heads) {
  return heads.empty() ? "here = '{}'" : "here = " + HeadsArray(context, heads);
}

// This script itself was begun before, and is not complete: it stands where it has put the revision that the upgrade had begun.
std::string GoingOn(const Context& context) {
  std::vector<std::string> own;
  for (const RevisionPart& undo : context.input.revisions) {
    if (IsDivided(undo)) own.push_back(fmt::format("({}, '{}')", context.Literal(undo.id), RevisionSha(undo)));
  }
  if (own.empty()) return "";
  return fmt::format(
      "  IF to_regclass({}) IS NOT NULL THEN\n"
      "    going_on := EXISTS (SELECT 1 FROM {} WHERE step = 0 AND (revision, statement_sha256) IN (\n      {}));\n"
      "  END IF;\n",
      context.Literal(StepTable(context)), StepTable(context), base::Join(own, ",\n      "));
}

// Half-way, where something else than the upgrade or this script has brought it.
std::string RunGuard(const Context& context) {
  const Input& input = context.input;
  std::vector<std::string> halfway;
  for (std::size_t i = 0; i + 1 < input.abort->revisions.size(); ++i) {
    halfway.push_back(At(context, input.abort->revisions[i].upgrade.step.heads));
  }
  if (halfway.empty() || !input.options.bookkeeping.history) return "";
  return fmt::format(
             "  IF NOT going_on AND ({}) THEN\n"
             "    SELECT script_sha256 INTO made_by FROM {} ORDER BY {} LIMIT 1;\n"
             "    IF made_by NOT IN ('{}', current_setting('migc.script')) THEN\n",
             base::Join(halfway, "\n    OR "), context.history_table, LatestFirst(context), input.abort->upgrade_sha256) +
         Indented(Raise(context, "'this database is at ' || shown || ', where no run of upgrade.sql left it; nothing was changed'",
                        "HINT", context.Literal("Compile the way back from there: `migc compile --from REVISION --to REVISION`.")),
                  "  ") +
         "    END IF;\n  END IF;\n";
}

// Where what is complete cannot be undone.
std::string BeyondGuard(const Context& context) {
  const Abort& abort = *context.input.abort;
  const std::size_t stays = FirstThatStays(abort);
  if (stays == abort.revisions.size()) return "";
  const Undoing& first = abort.revisions[stays];
  std::vector<std::string> beyond;
  for (std::size_t i = stays + 1; i < abort.revisions.size(); ++i) {
    beyond.push_back(At(context, abort.revisions[i].upgrade.step.heads));
  }
  const std::string sentence =
      fmt::format("revision {} is complete and cannot be undone: {}", OneLine(first.upgrade.id), OneLine(first.beyond));
  std::string guard;
  if (!beyond.empty())
    guard += fmt::format("  IF {} THEN\n", base::Join(beyond, "\n    OR ")) + Stop(context, sentence, kGoOn) + "  END IF;\n";
  // This script itself leaves it there while it undoes what the upgrade had done of it.
  return guard + fmt::format("  IF NOT going_on AND {} THEN\n", At(context, first.upgrade.step.heads)) +
         Stop(context, sentence, kGoOn) + "  END IF;\n";
}

// The statement that is a part of its own, which ends where so many statements are behind.
const emit::Statement* OutsideStatement(const RevisionPart& revision, std::size_t begin, std::size_t end) {
  if (end != begin + 1) return nullptr;
  const emit::Statement& statement = revision.sql.statements[begin];
  return statement.no_transaction && statement.kind != emit::StatementKind::kNote ? &statement : nullptr;
}

// How far the part came that was begun and is not done; the number of parts that are done is `behind`.
std::string SettleBegun(const Context& context, std::size_t revision, const std::vector<std::size_t>& ends) {
  const Abort& abort = *context.input.abort;
  const Undoing& undoing = abort.revisions[revision];
  const RevisionPart* undo = UndoOf(context.input, undoing);
  std::string text;
  for (std::size_t part = 1; part <= ends.size(); ++part) {
    const std::size_t begin = part == 1 ? 0 : ends[part - 2];
    const emit::Statement* statement = OutsideStatement(undoing.upgrade, begin, ends[part - 1]);
    if (statement == nullptr || LeavesNothingBehind(*statement)) continue;
    text += fmt::format("      {} begun = {} THEN\n", text.empty() ? "IF" : "ELSIF", part);
    const bool harmless = statement->probe == "0" && undo != nullptr && UndoIsHarmless(undoing, *undo, begin, LeavesNothingBehind);
    if (harmless) {
      text += fmt::format("        behind := {};\n", part);
    } else if (statement->probe.empty() || statement->probe == "0") {
      text += Indented(
          Stop(context, UpgradeStep(abort, revision, begin) + ", was begun, and nobody knows how far it came",
               fmt::format(
                   "If it took effect, say so: UPDATE {0} SET state = 'done' WHERE {1}; else DELETE FROM {0} WHERE {1}. Then "
                   "run this script again.",
                   StepTable(context), PartKey(context, undoing.upgrade, part))),
          "    ");
    } else {
      text += fmt::format("        IF ({}) THEN\n          behind := {};\n        END IF;\n", statement->probe, part);
    }
  }
  return text.empty() ? "" : text + "      END IF;\n";
}

// How many parts of the undo are passed over, by how many of the upgrade's are behind.
std::string PassedCase(const Undoing& undoing, const RevisionPart& undo, const std::vector<std::size_t>& ends) {
  const std::vector<std::size_t> undo_ends = PartEnds(undo, false);
  std::string text = "      passed := CASE behind\n";
  for (std::size_t part = 0; part <= ends.size(); ++part) {
    const auto passed = PassedOver(undoing, part == 0 ? 0 : ends[part - 1], LeavesNothingBehind);
    if (!passed) continue;
    // The last part is never passed over: it has the version row.
    std::size_t parts = 0;
    while (parts + 1 < undo_ends.size() && undo_ends[parts] <= *passed) ++parts;
    const bool aligned = *passed == 0 || (parts > 0 && undo_ends[parts - 1] == *passed);
    if (aligned) text += fmt::format("        WHEN {} THEN {}\n", part, parts);
  }
  return text + "      END;\n";
}

std::string Translate(const Context& context, const Undoing& undoing, const RevisionPart& undo) {
  const std::string id = context.Literal(undo.id);
  std::string text = fmt::format("      DELETE FROM {} WHERE revision = {};\n", StepTable(context), id);
  text += fmt::format(
      "      INSERT INTO {} (revision, step, statement_sha256, state)\n"
      "        SELECT {}, n, '{}', CASE n WHEN 0 THEN 'undo' ELSE 'done' END FROM generate_series(0, passed) AS n;\n",
      StepTable(context), id, RevisionSha(undo));
  for (const graph::RowChange& row : undoing.upgrade.step.rows) {
    text += fmt::format(
        "      {};\n"
        "      GET DIAGNOSTICS touched = ROW_COUNT;\n"
        "      IF touched <> 1 THEN\n",
        RowStatement(context, row));
    text += Indented(Stop(context, fmt::format("table {} does not hold what it held", context.version_name), kGoOn), "    ");
    text += "      END IF;\n";
  }
  return text;
}

// Only the revision that comes next can have been begun.
std::string BegunGuard(const Context& context) {
  const Abort& abort = *context.input.abort;
  std::string guards;
  for (std::size_t i = 0; i < abort.revisions.size(); ++i) {
    const Undoing& undoing = abort.revisions[i];
    const RevisionPart* undo = UndoOf(context.input, undoing);
    if (!IsDivided(undoing.upgrade) || undo == nullptr) continue;
    const std::vector<std::size_t> ends = PartEnds(undoing.upgrade, abort.makes_bookkeeping && i == 0);
    guards += fmt::format(
        "    {} {} THEN\n"
        "      SELECT coalesce(max(step) FILTER (WHERE state = 'done'), 0), max(step) FILTER (WHERE state = 'started')\n"
        "        INTO behind, begun FROM {} WHERE revision = {} AND statement_sha256 = '{}';\n",
        guards.empty() ? "IF" : "ELSIF", At(context, undoing.upgrade.heads_before), StepTable(context), context.Literal(undo->id),
        RevisionSha(undoing.upgrade));
    std::string body = SettleBegun(context, i, ends) + PassedCase(undoing, *undo, ends);
    std::string refusals;
    for (std::size_t part = 1; part <= ends.size(); ++part) {
      const std::size_t done = ends[part - 1];
      if (PassedOver(undoing, done, LeavesNothingBehind) || done == 0) continue;
      refusals += fmt::format("          WHEN {} THEN {}\n", part,
                              context.Literal(fmt::format("{}, was done, and cannot be undone: {}; nothing was changed",
                                                          UpgradeStep(abort, i, done - 1), OneLine(ReasonAt(undoing, done)))));
    }
    body += "      IF passed IS NULL THEN\n";
    const std::string other =
        context.Literal(fmt::format("what was done of revision {} cannot be undone; nothing was changed", OneLine(undo->id)));
    body += Indented(Raise(context, refusals.empty() ? other : fmt::format("CASE behind\n{}          ELSE {} END", refusals, other),
                           "HINT", context.Literal(kGoOn)),
                     "    ");
    body += "      END IF;\n" + Translate(context, undoing, *undo);
    guards += "      IF behind > 0 OR begun IS NOT NULL THEN\n" + Indented(body, "  ") + "      END IF;\n";
  }
  if (guards.empty()) return "";
  return fmt::format("  IF to_regclass({}) IS NOT NULL THEN\n{}    END IF;\n  END IF;\n", context.Literal(StepTable(context)),
                     guards);
}

}  // namespace

std::string_view AbortVariables() {
  return "  behind integer;\n  begun integer;\n  passed integer;\n  touched bigint;\n  made_by text;\n  going_on boolean := "
         "false;\n";
}

std::string AbortGuard(const Context& context) {
  return ReadRows(context) + GoingOn(context) + RunGuard(context) + BeyondGuard(context) + BegunGuard(context);
}

}  // namespace migc::script::psql
