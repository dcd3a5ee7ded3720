#include "excerpt.h"

#include <algorithm>

#include "width.h"

namespace migc::diag {
namespace {

// Bytes before and after the begin of the mark that are shown of a long line.
constexpr std::size_t kBefore = 60;
constexpr std::size_t kAfter = 100;

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// [begin, end) of the line is to be underlined, in bytes.
ExcerptLine Mark(std::uint32_t number, std::string_view line, std::size_t begin, std::size_t end) {
  begin = std::min(begin, line.size());
  end = std::clamp(end, begin, line.size());
  std::size_t from = begin > kBefore + 3 ? begin - kBefore : 0;
  while (from > 0 && IsContinuation(line[from])) --from;
  std::size_t to = line.size() > begin + kAfter + 3 ? begin + kAfter : line.size();
  while (to < line.size() && IsContinuation(line[to])) ++to;
  ExcerptLine shown;
  shown.number = number;
  std::size_t column = 0;
  if (from > 0) shown.text = LayOut("…", column);
  shown.text += LayOut(line.substr(from, begin - from), column);
  shown.mark_begin = column;
  shown.text += LayOut(line.substr(begin, std::min(end, to) - begin), column);
  shown.mark_end = std::max(column, shown.mark_begin + 1);
  if (end < to) shown.text += LayOut(line.substr(end, to - end), column);
  if (to < line.size()) shown.text += LayOut("…", column);
  while (shown.text.ends_with(' ')) shown.text.pop_back();
  return shown;
}

}  // namespace

Excerpt MakeExcerpt(const source::Buffer& buffer, source::Span span) {
  auto size = static_cast<std::uint32_t>(buffer.text().size());
  span.begin = std::min(span.begin, size);
  span.end = std::clamp(span.end, span.begin, size);
  std::uint32_t first = buffer.Locate(span.begin).line;
  // A span that takes in the line end is still of the line before it.
  std::uint32_t last_byte = span.end > span.begin ? span.end - 1 : span.begin;
  std::uint32_t last = buffer.Locate(last_byte).line;
  std::uint32_t first_start = buffer.LineStart(first);
  Excerpt excerpt;
  excerpt.first = Mark(first, buffer.Line(first), span.begin - first_start, span.end - first_start);
  if (last == first) return excerpt;
  auto line = buffer.Line(last);
  auto text_begin = std::min(line.find_first_not_of(" \t"), line.size());
  auto text_end = static_cast<std::size_t>(span.end - buffer.LineStart(last));
  excerpt.gap = last > first + 1;
  excerpt.last = Mark(last, line, std::min(text_begin, text_end), text_end);
  return excerpt;
}

}  // namespace migc::diag
