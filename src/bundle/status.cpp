#include "migc/bundle/status.h"

#include <fmt/format.h>

#include "migc/bundle/check_script.h"
#include "migc/script/questions.h"

namespace migc::bundle {
namespace {

std::string FromNothing(const dialect::Dialect& dialect) { return dialect.tool == dialect::Tool::kSqlplus ? " FROM dual" : ""; }

// The last row of the history. Each session of a distributed database may draw numbers from a block of its own, and they tell no
// order.
std::string LastRow(const Frame& frame, const std::string& table) {
  const bool ordered = frame.dialect->version_after.empty();
  return ordered ? fmt::format("id = (SELECT MAX(id) FROM {})", table)
                 : fmt::format("id = (SELECT id FROM {} ORDER BY applied_at DESC, id DESC LIMIT 1)", table);
}

script::Question Revisions(const Frame& frame) {
  const dialect::Dialect& dialect = *frame.dialect;
  const std::string table = script::VersionTableOf(dialect, frame.bookkeeping);
  const auto literal = [&](std::string_view text) { return script::LiteralFor(dialect, text); };
  script::Question question;
  question.comments = {"The revisions that the database is at; no row: base."};
  question.query = fmt::format("SELECT {} AS what, version_num FROM {} ORDER BY version_num", literal("revision"), table);
  question.needs = script::OwnTable::kVersion;
  question.otherwise =
      fmt::format("SELECT {} AS what, {} AS version_num{}", literal("revision"),
                  literal(fmt::format("base: there is no table {}", frame.bookkeeping.version_table)), FromNothing(dialect));
  return question;
}

// SQLite binds names before it looks whether the table is there; so it is said first.
script::Question TableIsThere(const Frame& frame) {
  const auto literal = [&](std::string_view text) { return script::LiteralFor(*frame.dialect, text); };
  script::Question question;
  question.query = fmt::format(
      "SELECT 'table', {0}, CASE WHEN count(*) > 0 THEN 'is there' ELSE 'is not there: the database is at base' END\n"
      "FROM sqlite_master WHERE type = 'table' AND name = {0} COLLATE NOCASE",
      literal(frame.bookkeeping.version_table));
  return question;
}

script::Question LastRun(const Frame& frame) {
  const dialect::Dialect& dialect = *frame.dialect;
  const std::string table = script::HistoryTableOf(dialect, frame.bookkeeping);
  const auto literal = [&](std::string_view text) { return script::LiteralFor(dialect, text); };
  script::Question question;
  question.comments = {"What was done last, and when."};
  // Where everybody is the same user, nobody is named.
  const bool users = dialect.tool != dialect::Tool::kSqlite3 && dialect.tool != dialect::Tool::kDuckdb;
  question.query = fmt::format("SELECT {} AS what, direction, revision, applied_at{} FROM {}\nWHERE {}", literal("last"),
                               users ? ", applied_by" : "", table, LastRow(frame, table));
  question.needs = script::OwnTable::kHistory;
  question.otherwise =
      fmt::format("SELECT {} AS what, {} AS direction{}", literal("last"),
                  literal(fmt::format("nothing: there is no table {}", frame.bookkeeping.history_table)), FromNothing(dialect));
  return question;
}

script::Question ReceiptOf(const Frame& frame, const std::vector<Receipt>& receipts) {
  const dialect::Dialect& dialect = *frame.dialect;
  const std::string table = script::HistoryTableOf(dialect, frame.bookkeeping);
  const auto literal = [&](std::string_view text) { return script::LiteralFor(dialect, text); };
  std::string cases;
  for (const Receipt& receipt : receipts) {
    cases += fmt::format("  WHEN {}\n    AND ({}) = 0\n    THEN {}\n", "last_sha256 = " + literal(receipt.script_sha256),
                         AtRevisions(frame, receipt.heads).query, literal(receipt.line));
  }
  script::Question question;
  question.comments = {"The receipt, when a script of this bundle has run to its end and nothing has run since."};
  question.query = fmt::format(
      "SELECT CASE\n{}  ELSE {} END AS receipt\nFROM (SELECT MAX(script_sha256) AS last_sha256 FROM {}\n  WHERE {}) last_run",
      cases, literal("no receipt: what ran last here is no script of this bundle, or did not come to its end"), table,
      LastRow(frame, table));
  question.needs = script::OwnTable::kHistory;
  question.otherwise = fmt::format("SELECT {} AS receipt{}", literal("no receipt: no script has run here"), FromNothing(dialect));
  return question;
}

}  // namespace

std::string StatusScript(const Frame& frame, const std::vector<Receipt>& receipts) {
  script::Questions questions;
  questions.dialect = frame.dialect;
  questions.bookkeeping = frame.bookkeeping;
  questions.header = {fmt::format("Where {} database is, and the receipt for the ticket", WithArticle(frame.dialect->title)), ""};
  questions.header.insert(questions.header.end(), frame.header.begin(), frame.header.end());
  questions.header.insert(questions.header.end(), {"", "It changes nothing."});
  if (frame.dialect->tool == dialect::Tool::kSqlite3) questions.questions.push_back(TableIsThere(frame));
  questions.questions.push_back(Revisions(frame));
  if (frame.bookkeeping.history) {
    questions.questions.push_back(LastRun(frame));
    questions.questions.push_back(ReceiptOf(frame, receipts));
  }
  return script::AssembleQuestions(questions);
}

}  // namespace migc::bundle
