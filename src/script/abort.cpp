#include "script/abort.h"

#include <fmt/format.h>

#include <algorithm>

namespace migc::script {

std::optional<std::size_t> PassedOver(const Undoing& undoing, std::size_t done, const LeavesNothing& leaves_nothing) {
  const std::vector<emit::Statement>& statements = undoing.upgrade.sql.statements;
  for (const UndoState& state : undoing.states) {
    const auto first = statements.begin() + static_cast<std::ptrdiff_t>(std::min(done, state.done));
    const auto last = statements.begin() + static_cast<std::ptrdiff_t>(std::max(done, state.done));
    if (std::all_of(first, last, leaves_nothing)) return state.passed;
  }
  return std::nullopt;
}

const std::string& ReasonAt(const Undoing& undoing, std::size_t done) {
  const bool between = undoing.beyond.empty() || done < undoing.states.back().done;
  return between ? undoing.between : undoing.beyond;
}

bool UndoIsHarmless(const Undoing& undoing, const RevisionPart& undo, std::size_t statement, const LeavesNothing& leaves_nothing) {
  const auto before = PassedOver(undoing, statement, leaves_nothing);
  const auto after = PassedOver(undoing, statement + 1, leaves_nothing);
  if (!before || !after || *before < *after) return false;
  const auto& statements = undo.sql.statements;
  return std::all_of(statements.begin() + static_cast<std::ptrdiff_t>(*after),
                     statements.begin() + static_cast<std::ptrdiff_t>(*before),
                     [&](const emit::Statement& one) { return one.probe == "0" || leaves_nothing(one); });
}

const RevisionPart* UndoOf(const Input& input, const Undoing& undoing) {
  const auto found = std::ranges::find(input.revisions, undoing.upgrade.id, &RevisionPart::id);
  return found == input.revisions.end() ? nullptr : &*found;
}

std::size_t FirstThatStays(const Abort& abort) {
  const auto found = std::ranges::find(abort.revisions, false, &Undoing::whole);
  return static_cast<std::size_t>(found - abort.revisions.begin());
}

std::string UpgradeStep(const Abort& abort, std::size_t revision, std::size_t statement) {
  std::size_t number = statement + 1;
  for (std::size_t i = 0; i < revision; ++i) number += abort.revisions[i].upgrade.sql.statements.size();
  const RevisionPart& part = abort.revisions[revision].upgrade;
  return fmt::format("step [{}], {}, of revision {}", number, OneLine(part.sql.statements[statement].summary), OneLine(part.id));
}

}  // namespace migc::script
