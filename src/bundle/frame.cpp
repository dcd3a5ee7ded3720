#include "migc/bundle/frame.h"

#include <fmt/format.h>

namespace migc::bundle {

std::string WithArticle(std::string_view title) {
  const bool vowel = !title.empty() && std::string_view("AEIO").find(title.front()) != std::string_view::npos;
  return fmt::format("{} {}", vowel ? "an" : "a", title);
}

std::string PlaceOf(const Frame& frame, const ir::Origin& origin) {
  if (!origin.known) return "";
  const source::Buffer& buffer = frame.buffers->Get(origin.span.file);
  return fmt::format("{}:{}", buffer.path(), buffer.Locate(origin.span.begin).line);
}

}  // namespace migc::bundle
