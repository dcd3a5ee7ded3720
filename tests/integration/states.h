// States: what a database holds, so that a run that was disturbed can be held to one that was not; and the sample chain to run.
#pragma once

#include <string>

#include "support/engine.h"
#include "support/pipeline.h"

namespace migc::integration {

// The project's own sample chain.
support::MemoryProject SampleChain();

// The lines of the dump in order of the alphabet, without what no two runs have in common: when a run was, which numbers were
// drawn, and the privileges of a schema that is new or was used before. Behind them the revisions and directions of the history.
std::string StateOf(support::Engine& database, bool with_history = true);

// The lines that only one of the two has, each as often as it has more of it: "- " of the first, "+ " of the second.
std::string DifferenceOf(const std::string& expected, const std::string& found);

}  // namespace migc::integration
