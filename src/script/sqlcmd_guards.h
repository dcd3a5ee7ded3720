// Guards for sqlcmd: what a script finds out before its first change, and remembers in the context of its session.
#pragma once

#include <string>

#include "script/tool.h"

namespace migc::script::sqlcmd {

// The resource of sp_getapplock.
std::string LockName(const Context& context);

// One batch, without its end.
std::string GuardsBody(const Context& context);

// Where revisions may be done already (see Resumes): true while this one is to be run.
std::string IsDue(const Context& context, const RevisionPart& revision);

}  // namespace migc::script::sqlcmd
