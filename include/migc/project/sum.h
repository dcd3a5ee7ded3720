// Sum: `migc.sum`: a line for each revision that says what its file was when it was sealed, so that history stays what it was.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "migc/diag/sink.h"
#include "migc/source/buffers.h"

namespace migc::project {

inline constexpr std::string_view kSumName = "migc.sum";
inline constexpr std::uint64_t kMaxSumBytes = 64U << 20U;

// A csv or sql file that a revision names.
struct SumFile {
  std::string path;  // relative to the project
  std::string sha256;
  friend bool operator==(const SumFile&, const SumFile&) = default;
};

struct SumLine {
  std::vector<std::string> parents;  // ids, in written order; empty: base
  std::string sha256;                // of the revision's file; empty: it is known, but not sealed
  std::vector<SumFile> files;
  std::optional<source::Span> span;  // where it was read
  bool Sealed() const { return !sha256.empty(); }
};

using Sum = std::map<std::string, SumLine>;  // by revision id

// Nothing when an error was reported: the lines may stand in any order, but each one that is sealed must vouch for those of its
// parents.
std::optional<Sum> ReadSum(const source::Buffer& buffer, diag::Sink& sink);

// The whole file, with '\n' at its end. Children stand directly below their parents, so that two revisions that two people put
// after the same one are two changes of the same place. The parents of a sealed line must be sealed.
std::string SumText(const Sum& sum);

}  // namespace migc::project
