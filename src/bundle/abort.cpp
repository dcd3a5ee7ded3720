#include "migc/bundle/abort.h"

#include <fmt/format.h>

#include "migc/base/text.h"
#include "migc/bundle/check_script.h"
#include "migc/script/questions.h"

namespace migc::bundle {
namespace {

std::string Heads(const std::vector<std::string>& heads) { return heads.empty() ? "base" : base::Join(heads, ", "); }

// The database is where it was, as far as the version table tells.
std::string AtTheBeginning(const AbortNote& note) {
  const std::string at = fmt::format("the database is at {}, ", Heads(note.frame.from));
  if (note.nothing_is_left)
    return at + "where it was before the upgrade: an upgrade that stops leaves nothing, so there is nothing to undo";
  return at + "and this script undoes nothing: " + note.why;
}

std::string Elsewhere(const AbortNote& note) {
  const std::string at = fmt::format("the database is no longer at {}, and this script undoes nothing: ", Heads(note.frame.from));
  if (!note.nothing_is_left) return at + note.why;
  return at + (note.has_downgrade ? "if status.sql shows the receipt, the upgrade has come to its end, and downgrade.sql leads back"
                                  : "if status.sql shows the receipt, the upgrade has come to its end; the way back is the backup");
}

}  // namespace

std::string AbortNoteScript(const AbortNote& note) {
  const dialect::Dialect& dialect = *note.frame.dialect;
  script::Questions questions;
  questions.dialect = note.frame.dialect;
  questions.bookkeeping = note.frame.bookkeeping;
  questions.header = {fmt::format("When the upgrade of {} database from {} to {} stopped and is not to go on",
                                  WithArticle(dialect.title), Heads(note.frame.from), Heads(note.frame.to)),
                      ""};
  questions.header.insert(questions.header.end(), note.frame.header.begin(), note.frame.header.end());
  questions.header.insert(questions.header.end(), {"", "It changes nothing, and says what can be done."});
  const auto literal = [&](const std::string& text) { return script::LiteralFor(dialect, text); };
  const std::string_view from = dialect.tool == dialect::Tool::kSqlplus ? " FROM dual" : "";
  const CheckRow at_from = AtRevisions(note.frame, note.frame.from);
  script::Question question;
  question.query = fmt::format("SELECT CASE WHEN ({}) = 0\n  THEN {}\n  ELSE {} END AS answer{}", at_from.query,
                               literal(AtTheBeginning(note)), literal(Elsewhere(note)), from);
  question.needs = at_from.table;
  question.otherwise =
      fmt::format("SELECT {} AS answer{}", literal(note.frame.from.empty() ? AtTheBeginning(note) : Elsewhere(note)), from);
  questions.questions.push_back(std::move(question));
  return script::AssembleQuestions(questions);
}

}  // namespace migc::bundle
