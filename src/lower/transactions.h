// Transactions: finds the statement in raw SQL that would begin or end one, which is the script's business.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace migc::lower {

struct TransactionControl {
  std::size_t begin;
  std::size_t end;
  std::string word;  // upper-case: "COMMIT", "START TRANSACTION"
};

// The first one that stands at the beginning of a statement, outside of comments, strings, quoted names and the bodies of triggers
// and routines. It knows no dialect, and so says nothing where dialects read the text differently; emit, which knows, looks again.
std::optional<TransactionControl> FindTransactionControl(std::string_view sql);

}  // namespace migc::lower
