// Abort: what the scripts of every tool that lead back from a stopped upgrade must know of its revisions.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "script/tool.h"

namespace migc::script {

// Statements that leave nothing behind: a state with them is the same as one without.
using LeavesNothing = std::function<bool(const emit::Statement&)>;

// How many statements of its undo are passed over when so many of the revision were done; nothing when that cannot be undone.
std::optional<std::size_t> PassedOver(const Undoing& undoing, std::size_t done, const LeavesNothing& leaves_nothing);
// Why not, as a clause.
const std::string& ReasonAt(const Undoing& undoing, std::size_t done);
// Running what undoes the statement does no harm where the statement was not done.
bool UndoIsHarmless(const Undoing& undoing, const RevisionPart& undo, std::size_t statement, const LeavesNothing& leaves_nothing);
// The one of the script's revisions that undoes the upgrade's; nothing when it has none.
const RevisionPart* UndoOf(const Input& input, const Undoing& undoing);
// The first revision of the upgrade that cannot be undone when it is complete; all of them: there is none.
std::size_t FirstThatStays(const Abort& abort);
// "step [3], add column account.nick, of revision a": the number is that of upgrade.sql.
std::string UpgradeStep(const Abort& abort, std::size_t revision, std::size_t statement);

inline constexpr std::string_view kGoOn =
    "Going on is the only way: run upgrade.sql again until it has come to its end. Or restore the backup.";

}  // namespace migc::script
