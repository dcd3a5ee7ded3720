// Abort: abort.sql where there is nothing to undo, or nothing that a script can undo: it says so.
#pragma once

#include <string>

#include "migc/bundle/frame.h"

namespace migc::bundle {

struct AbortNote {
  Frame frame;
  // An upgrade that stopped has left nothing; else `why` says why no script undoes what it left, as a sentence without its full
  // stop.
  bool nothing_is_left = false;
  std::string why;
  bool has_downgrade = false;
};

// Read-only; '\n' at its end. One row: where the database is, and what can be done. A pure function of its input.
std::string AbortNoteScript(const AbortNote& note);

}  // namespace migc::bundle
