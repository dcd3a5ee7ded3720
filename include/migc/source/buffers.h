// Buffers: owns the text of every source file of a run, and turns offsets into lines and columns.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "migc/source/span.h"

namespace migc::source {

// Both count from 1; the column counts code points.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend bool operator==(const LineColumn&, const LineColumn&) = default;
};

class Buffer {
 public:
  Buffer(FileId id, std::string path, std::string text);

  FileId id() const { return id_; }
  // As it is shown: relative to the project, with '/'.
  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  std::string_view Text(Span span) const;

  LineColumn Locate(std::uint32_t offset) const;
  // Line `line` (from 1) without its line end.
  std::string_view Line(std::uint32_t line) const;
  // The offset at which line `line` starts.
  std::uint32_t LineStart(std::uint32_t line) const;

 private:
  FileId id_;
  std::string path_;
  std::string text_;
  // Filled at the first question about lines: most files are never asked.
  mutable std::vector<std::uint32_t> line_starts_;
  void IndexLines() const;
};

class Buffers {
 public:
  Buffers() = default;
  Buffers(const Buffers&) = delete;
  Buffers& operator=(const Buffers&) = delete;

  // The text must be at most 4 GiB - 1; the caller has checked the size.
  const Buffer& Add(std::string path, std::string text);
  const Buffer& Get(FileId id) const;
  std::size_t size() const { return buffers_.size(); }

 private:
  std::deque<Buffer> buffers_;  // a deque: references stay good
};

}  // namespace migc::source
