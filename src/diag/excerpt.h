// Excerpt: the lines of a source file that a span covers, cut and laid out for a terminal, with the columns to underline.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "migc/source/buffers.h"

namespace migc::diag {

struct ExcerptLine {
  std::uint32_t number = 0;
  std::string text;            // as shown: tabs expanded, long lines cut with "…"
  std::size_t mark_begin = 0;  // in columns, from 0
  std::size_t mark_end = 0;    // after the last; at least mark_begin + 1
};

struct Excerpt {
  ExcerptLine first;
  bool gap = false;                 // lines between first and last are left out
  std::optional<ExcerptLine> last;  // of a span of several lines
};

Excerpt MakeExcerpt(const source::Buffer& buffer, source::Span span);

}  // namespace migc::diag
