// Entry: one run as the cache keeps it: what it was given, every answer that it had from the disk, and all that it wrote.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "migc/cache/recorder.h"

namespace migc::cache {

inline constexpr std::size_t kKeyBytes = 32;

struct Entry {
  std::string run;  // a digest of the program and of all that it was given but files
  std::vector<Asked> asked;
  std::vector<Wrote> wrote;
  std::string out;  // to standard output
  std::string err;  // to standard error
};

// The file of an entry: a first line with the version of this format, a keyed BLAKE2b of the rest, what was asked as CBOR (RFC
// 8949), and the texts as they were written. `key` is secret, so that nobody else's file is believed: one that came with a
// repository would else have the last word about the SQL.
std::string EntryText(const Entry& entry, std::string_view key);
// Nothing when the text is not of this version, damaged, or made with another key.
std::optional<Entry> ReadEntry(std::string_view text, std::string_view key);
// What follows the keyed digest. Nothing when it is no entry.
std::optional<Entry> ParseEntry(std::string_view body);

}  // namespace migc::cache
