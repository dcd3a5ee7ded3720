// State: `migc.state.yaml`: which revisions each environment is at, by the receipts of the scripts that ran there.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "migc/diag/sink.h"
#include "migc/source/buffers.h"

namespace migc::project {

inline constexpr std::string_view kStateName = "migc.state.yaml";

// What a script prints at its end: `MIGC-RECEIPT 1 postgres base 1975ea83b712 0123456789ab 3`.
struct Receipt {
  std::string dialect;
  std::vector<std::string> from;  // revision ids; empty: base
  std::vector<std::string> to;
  std::string digest;  // the first 12 digits of the script's SHA-256
  std::size_t revisions = 0;
  std::string text;  // the line itself
};
// From a line that has a receipt in it, whatever a client drew around it. Nothing: it has none, or one that is not whole.
std::optional<Receipt> ParseReceipt(std::string_view line);

struct EnvironmentState {
  std::string dialect;
  std::vector<std::string> at;        // revision ids, sorted; empty: base
  std::vector<std::string> receipts;  // oldest first
};

using State = std::map<std::string, EnvironmentState>;  // by the environment's name

// Nothing when an error was reported.
std::optional<State> ReadState(const source::Buffer& buffer, diag::Sink& sink);
// The whole file, with '\n' at its end.
std::string StateText(const State& state);

}  // namespace migc::project
