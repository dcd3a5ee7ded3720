// Readme: README.txt of a bundle: what to run in which order, and what to do when it stops.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

#include "migc/bundle/frame.h"
#include "migc/script/questions.h"

namespace migc::bundle {

// What abort.sql does about an upgrade that stopped.
enum class AbortKind : std::uint8_t {
  kNothingIsLeft,  // it says that nothing is left
  kUndoes,         // it leads back; `abort_note` is what it cannot undo, or empty
  kTells,          // it says why nothing can be undone, as `abort_note` does
};

struct ReadmeInput {
  Frame frame;
  std::set<std::string> files;  // of the bundle
  std::size_t revisions = 0;
  std::string transactions;  // what the upgrade's header says of them: what a failure leaves
  script::Rerun rerun{};     // of the upgrade
  std::string no_downgrade;  // why there is no downgrade.sql; empty: there is one
  AbortKind abort{};
  std::string abort_note;
};

// '\n' at its end. A pure function of its input.
std::string Readme(const ReadmeInput& input);

}  // namespace migc::bundle
