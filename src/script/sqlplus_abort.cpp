#include "script/sqlplus_abort.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "migc/base/hash.h"
#include "migc/base/text.h"
#include "migc/emit/plsql.h"
#include "script/abort.h"
#include "script/sqlplus_blocks.h"
#include "script/sqlplus_lexis.h"
#include "script/sqlplus_steps.h"

namespace migc::script::sqlplus {
namespace {

// What a probe of Oracle says of a statement that does no harm when it runs twice.
constexpr std::string_view kNoHarmTwice = "SELECT 0 FROM dual";

bool LeavesNothingBehind(const emit::Statement& statement) {
  return statement.kind == emit::StatementKind::kRequire || !IsRecorded(statement);
}

// RAISE_APPLICATION_ERROR takes 2,048 bytes (PL/SQL Language Reference 19c, "Raising User-Defined Exception with
// RAISE_APPLICATION_ERROR Procedure").
std::string Sentence(std::string_view text) { return emit::PlSqlString(base::ClipUtf8(text, 1900)); }

std::string CannotUndo(const Abort& abort) {
  const Undoing& first = abort.revisions[FirstThatStays(abort)];
  return Sentence(fmt::format("revision {} is complete and cannot be undone: {}; nothing was changed. {}",
                              OneLine(first.upgrade.id), OneLine(first.beyond), kGoOn));
}

// Between `before` and `after`, on as many lines as it takes: SQL*Plus reads none of 2,500 bytes.
std::string Wrapped(std::string_view before, const std::vector<std::string>& items, std::string_view between,
                    std::string_view after, std::string_view indentation) {
  constexpr std::size_t kLongest = 120;
  std::string text(before);
  std::size_t line = text.size();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool more = i + 1 < items.size();
    if (line + items[i].size() > kLongest) {
      while (text.ends_with(' ')) text.pop_back();
      text += fmt::format("\n{}", indentation);
      line = indentation.size();
    }
    text += items[i];
    if (more) text += between;
    line += items[i].size() + between.size();
  }
  return text + std::string(after);
}

// (1, 'sha…'), (2, 'sha…'): steps that the ledger may have rows of, queries too when `with_queries`. A list of sets may be of any
// length, unlike one of single expressions (SQL Language Reference 19c, "Expression Lists").
std::string AmongSteps(const RevisionPart& revision, bool with_queries) {
  std::vector<std::string> rows;
  const std::vector<emit::Statement>& statements = revision.sql.statements;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const bool query = with_queries && SqlplusKindOf(statements[i].sql) == SqlplusKind::kQuery;
    if (statements[i].kind == emit::StatementKind::kNote || (!IsRecorded(statements[i]) && !query)) continue;
    rows.push_back(fmt::format("({}, '{}')", i + 1, base::Sha256(statements[i].sql)));
  }
  if (rows.empty()) return "1 = 0";
  return fmt::format("(step, sha256) IN (\n    {})", base::Join(rows, ",\n    "));
}

// `CASE stopped_at WHEN 1 THEN 'b' …`, without its END.
template <class Text>
std::string AtEach(std::size_t first, std::size_t count, const Text& text) {
  std::vector<std::string> cases;
  for (std::size_t i = 0; i < count; ++i) cases.push_back(fmt::format("WHEN {} THEN {}", first + i, text(i)));
  return Wrapped("CASE stopped_at ", cases, " ", "", "    ");
}

// The ledger may have rows of the revision that comes next in the upgrade, which the upgrade made, and of the one before it, which
// this script undoes; nothing else.
std::string ReadLedger(const Context& context) {
  const Abort& abort = *context.input.abort;
  std::string foreign;
  for (std::size_t at = 0; at <= context.input.revisions.size(); ++at) {
    std::vector<std::string> known;
    if (at < abort.revisions.size()) {
      const RevisionPart& next = abort.revisions[at].upgrade;
      known.push_back(fmt::format("revision = {} AND {}", context.Literal(next.id), AmongSteps(next, false)));
    }
    const RevisionPart* undo = at == 0 ? nullptr : UndoOf(context.input, abort.revisions[at - 1]);
    if (undo != nullptr) {
      known.push_back(fmt::format("revision = {} AND (step = 0 AND sha256 = :this_script OR {})", context.Literal(undo->id),
                                  AmongSteps(*undo, true)));
    }
    foreign +=
        fmt::format("    {} stopped_at = {} THEN\n      EXECUTE IMMEDIATE\n{}\n      INTO other{};\n", at == 0 ? "IF" : "ELSIF", at,
                    emit::PlSqlText(fmt::format("SELECT MIN(revision) FROM {}\n  WHERE NOT ({})", kStepTable,
                                                base::Join(known, ")\n  AND NOT ("))),
                    undo == nullptr ? "" : " USING this_script");
  }
  const std::string rows = fmt::format(
      "SELECT NVL(MAX(CASE WHEN state = 'done' THEN step END), 0), MAX(CASE WHEN state = 'started' THEN step END)\n"
      "  FROM {} WHERE revision = :next_revision",
      kStepTable);
  const std::string own = fmt::format("SELECT COUNT(*) FROM {} WHERE revision = :last_revision AND step = 0", kStepTable);
  return fmt::format(
      "  {};\n"
      "  IF found = 1 THEN\n"
      "{}    END IF;\n"
      "    IF other IS NOT NULL THEN\n"
      "      {}\n"
      "    END IF;\n"
      "    EXECUTE IMMEDIATE {} INTO own USING last_revision;\n"
      "    EXECUTE IMMEDIATE\n{}\n"
      "      INTO behind, begun USING next_revision;\n"
      "  END IF;\n",
      CountTables(base::UpperAscii(kStepTable)), foreign,
      Raise("'revision ' || other || ' was begun by another script than upgrade.sql; let that one end first; nothing was changed'"),
      emit::QuoteForPlSql(own), emit::PlSqlText(rows));
}

// Half-way, where something else than the upgrade or this script has brought it.
std::string RunGuard(const Context& context) {
  const Abort& abort = *context.input.abort;
  const std::size_t count = abort.revisions.size();
  if (count < 2 || !context.input.options.bookkeeping.history) return "";
  const std::string here =
      AtEach(1, count - 1, [&](std::size_t i) { return emit::PlSqlString(HeadsText(abort.revisions[i].upgrade.step.heads)); });
  return fmt::format(
      "  IF own = 0 AND stopped_at BETWEEN 1 AND {} THEN\n"
      "    EXECUTE IMMEDIATE 'SELECT MAX(script_sha256) KEEP (DENSE_RANK LAST ORDER BY id) FROM {}' INTO made_by;\n"
      "    IF NVL(made_by, ' ') NOT IN ('{}', this_script) THEN\n"
      "      {}\n"
      "    END IF;\n"
      "  END IF;\n",
      count - 1, context.history_table, abort.upgrade_sha256,
      Raise(fmt::format("'this database is at ' || {} END || ', where no run of upgrade.sql left it; nothing was changed'", here)));
}

// This script itself leaves the first that cannot be undone as if it were complete, while it undoes what was done of it.
std::string BeyondGuard(const Abort& abort) {
  const std::size_t stays = FirstThatStays(abort);
  if (stays == abort.revisions.size()) return "";
  return fmt::format("  IF own = 0 AND stopped_at = {} THEN\n    {}\n  END IF;\n", stays + 1, Raise(CannotUndo(abort)));
}

// ---- a step that was begun: has it had its effect? ----

// What undoes the statement alone: places in the undo. Nothing where no state stands before it and behind it.
std::optional<std::pair<std::size_t, std::size_t>> UndoneBy(const Undoing& undoing, std::size_t statement) {
  const auto before = PassedOver(undoing, statement, LeavesNothingBehind);
  const auto after = PassedOver(undoing, statement + 1, LeavesNothingBehind);
  if (!before || !after || *before < *after) return std::nullopt;
  return std::pair{*after, *before};
}

// A query that gives more than 0 when the statement has had its effect; "1" where it and its undo may as well be done once more.
// Nothing: nobody can tell.
std::optional<std::string> EffectOf(const Undoing& undoing, const RevisionPart& undo, std::size_t index) {
  const emit::Statement& statement = undoing.upgrade.sql.statements[index];
  if (statement.probe.empty()) return std::nullopt;
  if (statement.probe != kNoHarmTwice) return statement.probe;
  const auto range = UndoneBy(undoing, index);
  if (!range) return std::nullopt;
  std::vector<std::string> probes;
  for (std::size_t i = range->first; i < range->second; ++i) {
    const emit::Statement& one = undo.sql.statements[i];
    if (!LeavesNothingBehind(one)) probes.push_back(one.probe);
  }
  if (std::ranges::all_of(probes, [](const std::string& probe) { return probe == kNoHarmTwice; })) return "1";
  // What is undone already was not done: of CREATE OR REPLACE, what DROP would find gone.
  if (probes.size() != 1 || probes.front().empty()) return std::nullopt;
  return fmt::format("SELECT 1 - ({}) FROM dual", probes.front());
}

// Leaves in `had_effect` what became of the step that was begun.
std::string SettleBegun(const Context& context) {
  const Abort& abort = *context.input.abort;
  std::string text;
  for (std::size_t i = 0; i < abort.revisions.size(); ++i) {
    const RevisionPart& upgrade = abort.revisions[i].upgrade;
    const RevisionPart* undo = UndoOf(context.input, abort.revisions[i]);
    if (undo == nullptr) continue;
    std::vector<std::string> either;
    std::vector<std::string> unknown;
    const auto branch = [&](const std::string& steps, const std::string& then) {
      text += fmt::format("    {} stopped_at = {} AND begun {} THEN\n      {}\n", text.empty() ? "IF" : "ELSIF", i, steps, then);
    };
    for (std::size_t index = 0; index < upgrade.sql.statements.size(); ++index) {
      const emit::Statement& statement = upgrade.sql.statements[index];
      // Rows are committed together with the `done` of their step. Where nothing can be undone either way, nothing is asked.
      if (LeavesNothingBehind(statement) || SqlplusKindOf(statement.sql) == SqlplusKind::kData) continue;
      const auto can_undo = [&](std::size_t done) { return PassedOver(abort.revisions[i], done, LeavesNothingBehind).has_value(); };
      if (!can_undo(index) && !can_undo(index + 1)) continue;
      const std::string step = std::to_string(index + 1);
      const auto effect = EffectOf(abort.revisions[i], *undo, index);
      if (!effect) {
        unknown.push_back(step);
      } else if (*effect == "1") {
        either.push_back(step);
      } else {
        branch("= " + step, fmt::format("EXECUTE IMMEDIATE\n{}\n      INTO had_effect;", emit::PlSqlText(*effect)));
      }
    }
    if (!either.empty()) branch(Wrapped("IN (", either, ", ", ")", "      "), "had_effect := 1;");
    if (!unknown.empty()) {
      branch(Wrapped("IN (", unknown, ", ", ")", "      "),
             Raise(fmt::format("'step ' || begun || {}",
                               Sentence(fmt::format(" of {} was begun: if it took effect, set its state in {} to done, else delete "
                                                    "its row; then run again; nothing was changed",
                                                    OneLine(upgrade.id), kStepTable)))));
    }
  }
  if (!text.empty()) text += "    END IF;\n";
  return text + "    IF had_effect > 0 THEN\n      behind := begun;\n    END IF;\n";
}

// ---- how much of its undo has something to undo ----

std::string PassedCase(const Context& context) {
  const Abort& abort = *context.input.abort;
  std::string text = "    passed := CASE stopped_at\n";
  for (std::size_t i = 0; i < abort.revisions.size(); ++i) {
    const Undoing& undoing = abort.revisions[i];
    if (UndoOf(context.input, undoing) == nullptr) continue;
    std::vector<std::string> cases;
    for (std::size_t done = 0; done <= undoing.upgrade.sql.statements.size(); ++done) {
      if (done > 0 && !IsRecorded(undoing.upgrade.sql.statements[done - 1])) continue;
      if (const auto passed = PassedOver(undoing, done, LeavesNothingBehind))
        cases.push_back(fmt::format("WHEN {} THEN {}", done, *passed));
    }
    text += Wrapped(fmt::format("      WHEN {} THEN CASE behind ", i), cases, " ", " END\n", "        ");
  }
  return text + "    END;\n";
}

// Why what was done cannot be undone, by the last step of it.
std::string RefusalCase(const Context& context) {
  const Abort& abort = *context.input.abort;
  std::string text;
  for (std::size_t i = 0; i < abort.revisions.size(); ++i) {
    const Undoing& undoing = abort.revisions[i];
    if (UndoOf(context.input, undoing) == nullptr) continue;
    std::string cases;
    for (std::size_t done = 1; done <= undoing.upgrade.sql.statements.size(); ++done) {
      if (!IsRecorded(undoing.upgrade.sql.statements[done - 1]) || PassedOver(undoing, done, LeavesNothingBehind)) continue;
      const std::string sentence = fmt::format("{}, was done, and cannot be undone: {}; nothing was changed. {}",
                                               UpgradeStep(abort, i, done - 1), OneLine(ReasonAt(undoing, done)), kGoOn);
      cases += fmt::format("          WHEN {} THEN {}\n", done, Sentence(sentence));
    }
    if (!cases.empty()) text += fmt::format("        WHEN {} THEN CASE behind\n{}        END\n", i, cases);
  }
  const std::string other = "'what was done of revision ' || next_revision || ' cannot be undone; nothing was changed'";
  if (text.empty()) return other;
  return fmt::format("NVL(CASE stopped_at\n{}      END, {})", text, other);
}

}  // namespace

void WriteAbortVariables(const Context& context, ScriptText& out) {
  out.Line("VARIABLE migc_begun NUMBER");
  out.Line("VARIABLE migc_passed NUMBER");
  const bool queries = std::ranges::any_of(context.input.revisions, [](const RevisionPart& revision) {
    return std::ranges::any_of(revision.sql.statements, [](const emit::Statement& statement) {
      return statement.kind == emit::StatementKind::kSql && SqlplusKindOf(statement.sql) == SqlplusKind::kQuery;
    });
  });
  if (!queries) return;
  // With AUTOPRINT a block would print, and close, what it opens.
  out.Line("SET AUTOPRINT OFF");
  out.Line("VARIABLE migc_rows REFCURSOR");
}

std::string AbortRefusals(const Context& context) {
  const Abort& abort = *context.input.abort;
  std::vector<std::string> beyond;
  for (std::size_t i = FirstThatStays(abort) + 1; i < abort.revisions.size(); ++i) {
    beyond.push_back(fmt::format("here = {}", emit::PlSqlString(HeadsText(abort.revisions[i].upgrade.step.heads))));
  }
  if (beyond.empty()) return "";
  return fmt::format("{}    {}\n  END IF;\n", Wrapped("  IF ", beyond, " OR ", " THEN\n", "    "), Raise(CannotUndo(abort)));
}

void WriteAbortGuard(const Context& context, ScriptText& out) {
  const Abort& abort = *context.input.abort;
  const std::size_t last = context.input.revisions.size();
  const auto id = [&](std::size_t i) { return context.Literal(abort.revisions[i].upgrade.id); };
  out.Line("-- Where the upgrade stopped: how many of its revisions are complete, and what its ledger has of the next one.");
  out.Line("DECLARE");
  out.Line(fmt::format("  stopped_at NUMBER := {} - :migc_applied;", last));
  out.DigestLine("  this_script VARCHAR2(64) := '", 64, "';");
  out.Line("  next_revision VARCHAR2(512);");
  out.Line("  last_revision VARCHAR2(512);");
  out.Line("  other VARCHAR2(512);");
  out.Line("  made_by VARCHAR2(64);");
  for (const std::string_view number :
       {"found NUMBER", "own NUMBER := 0", "behind NUMBER := 0", "begun NUMBER", "had_effect NUMBER := 0", "passed NUMBER"}) {
    out.Line(fmt::format("  {};", number));
  }
  out.Line("BEGIN");
  out.Line(fmt::format("  next_revision := {} ELSE ' ' END;", AtEach(0, abort.revisions.size(), id)));
  out.Line(fmt::format("  last_revision := {} ELSE ' ' END;", AtEach(1, abort.revisions.size(), id)));
  std::string body = ReadLedger(context) + RunGuard(context) + BeyondGuard(abort);
  body += "  IF begun IS NOT NULL THEN\n" + SettleBegun(context) + "  END IF;\n";
  body += "  IF begun IS NOT NULL OR behind > 0 THEN\n" + PassedCase(context) + "    IF passed IS NULL THEN\n      " +
          Raise(RefusalCase(context)) +
          "\n    END IF;\n    :migc_begun := stopped_at;\n    :migc_passed := passed;\n  END IF;\nEND;";
  out.Line(body);
  out.Line("/");
}

void WriteAbortChange(const Context& context, ScriptText& out) {
  const std::vector<Undoing>& revisions = context.input.abort->revisions;
  const std::string columns = fmt::format("INSERT INTO {} (revision, step, sha256, state)", kStepTable);
  out.Line(
      "-- The revision that was begun: what of its undo has nothing to undo, as it was never done, stands in the ledger as done.");
  out.Line("BEGIN");
  bool first = true;
  for (std::size_t i = 0; i < revisions.size(); ++i) {
    const RevisionPart* undo = UndoOf(context.input, revisions[i]);
    if (undo == nullptr) continue;
    const std::string id = context.Literal(undo->id);
    out.Line(fmt::format("  {} :migc_begun = {} THEN", std::exchange(first, false) ? "IF" : "ELSIF", i));
    out.Line(fmt::format("    DELETE FROM {} WHERE revision = {};", kStepTable, id));
    out.Line("    " + columns);
    out.DigestLine(fmt::format("      VALUES ({}, 0, '", id), 64, "', 'started');");
    std::vector<std::string> rows;
    for (std::size_t step = 1; step <= undo->sql.statements.size(); ++step) {
      const emit::Statement& statement = undo->sql.statements[step - 1];
      if (statement.kind == emit::StatementKind::kNote || SqlplusKindOf(statement.sql) == SqlplusKind::kSession) continue;
      rows.push_back(fmt::format("SELECT {} AS step, '{}' AS sha256 FROM dual", step, base::Sha256(statement.sql)));
    }
    if (!rows.empty()) {
      out.Line("    " + columns);
      out.Line(fmt::format("      SELECT {}, step, sha256, 'done' FROM (\n        {})\n      WHERE step <= :migc_passed;", id,
                           base::Join(rows, "\n        UNION ALL ")));
    }
    std::string body;
    for (const graph::RowChange& row : revisions[i].upgrade.step.rows) body += RowBlock(context, *undo, row, "    ");
    out.Line(body + "    :migc_applied := :migc_applied - 1;");
  }
  out.Line("  END IF;");
  out.Line("  COMMIT;");
  out.Line("END;");
  out.Line("/");
}

// PRINT gives the rows of the cursor, and closes it (SQL*Plus User's Guide and Reference 19c, "Using REFCURSOR Bind Variables").
void WriteAbortQuery(const Context& context, const NumberedStatement& statement, std::size_t position, ScriptText& out) {
  out.Line(fmt::format(
      "DECLARE\n"
      "  behind NUMBER := 1;\n"
      "BEGIN\n"
      "  IF :migc_applied < {} THEN\n"
      "    SELECT COUNT(*) INTO behind FROM {} WHERE revision = {} AND step >= {} AND state = 'done';\n"
      "  END IF;\n"
      "  IF behind = 0 THEN\n"
      "    OPEN :migc_rows FOR\n"
      "{};\n"
      "  ELSE\n"
      "    OPEN :migc_rows FOR 'SELECT NULL FROM dual WHERE 1 = 0';\n"
      "  END IF;\n"
      "END;\n"
      "/",
      position, kStepTable, context.Literal(statement.revision.id), StepOf(statement), emit::PlSqlText(statement.statement.sql)));
  out.Line("PRINT migc_rows");
}

}  // namespace migc::script::sqlplus
