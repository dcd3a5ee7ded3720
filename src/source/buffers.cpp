#include "migc/source/buffers.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "migc/base/check.h"

namespace migc::source {
namespace {

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

}  // namespace

Buffer::Buffer(FileId id, std::string path, std::string text) : id_(id), path_(std::move(path)), text_(std::move(text)) {
  CHECK(text_.size() <= std::numeric_limits<std::uint32_t>::max());
}

std::string_view Buffer::Text(Span span) const {
  CHECK(span.file == id_ && span.begin <= span.end && span.end <= text_.size());
  return std::string_view(text_).substr(span.begin, span.end - span.begin);
}

void Buffer::IndexLines() const {
  if (!line_starts_.empty()) return;
  line_starts_.push_back(0);
  const char* begin = text_.data();
  const char* end = begin + text_.size();
  for (const char* at = begin; at != end;) {
    const void* found = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
    if (found == nullptr) break;
    at = static_cast<const char*>(found) + 1;
    line_starts_.push_back(static_cast<std::uint32_t>(at - begin));
  }
}

LineColumn Buffer::Locate(std::uint32_t offset) const {
  IndexLines();
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  std::uint32_t start = *(after - 1);
  auto starts = std::count_if(text_.begin() + start, text_.begin() + offset, [](char byte) { return !IsContinuation(byte); });
  return {static_cast<std::uint32_t>(after - line_starts_.begin()), static_cast<std::uint32_t>(starts) + 1};
}

std::string_view Buffer::Line(std::uint32_t line) const {
  IndexLines();
  CHECK(line >= 1 && line <= line_starts_.size());
  std::size_t begin = line_starts_[line - 1];
  std::size_t end = line < line_starts_.size() ? line_starts_[line] - 1 : text_.size();
  if (end > begin && text_[end - 1] == '\r') --end;
  return std::string_view(text_).substr(begin, end - begin);
}

std::uint32_t Buffer::LineStart(std::uint32_t line) const {
  IndexLines();
  CHECK(line >= 1 && line <= line_starts_.size());
  return line_starts_[line - 1];
}

const Buffer& Buffers::Add(std::string path, std::string text) {
  FileId id{static_cast<std::uint32_t>(buffers_.size())};
  return buffers_.emplace_back(id, std::move(path), std::move(text));
}

const Buffer& Buffers::Get(FileId id) const {
  CHECK(id.value < buffers_.size());
  return buffers_[id.value];
}

}  // namespace migc::source
