// Span: a place in a source file, as small integers; source::Buffers turns it into a path, line and column.
#pragma once

#include <compare>
#include <cstdint>

namespace migc::source {

// Index of a buffer in source::Buffers.
struct FileId {
  std::uint32_t value = 0;
  friend auto operator<=>(FileId, FileId) = default;
};

// Bytes [begin, end) of one file.
struct Span {
  FileId file;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const Span&, const Span&) = default;
};

// From the begin of `first` to the end of `last`, which must be in the same file.
inline Span Cover(Span first, Span last) { return {first.file, first.begin, last.end}; }

}  // namespace migc::source
