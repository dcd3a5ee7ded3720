// Wide text: what MySQL and MariaDB make of characters above U+FFFF where they keep utf8mb3, which is in comments (manual, "UTF-8
// for Metadata").
#pragma once

#include <string>

namespace migc::support {

// Each such character is a question mark.
inline std::string WithoutWide(const std::string& text) {
  std::string narrow;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool wide = static_cast<unsigned char>(text[i]) >= 0xF0;
    narrow += wide ? '?' : text[i];
    if (wide) i += 3;
  }
  return narrow;
}

}  // namespace migc::support
