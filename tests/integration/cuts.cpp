#include "integration/cuts.h"

#include <string_view>

#include "migc/base/text.h"

namespace migc::integration {

std::vector<std::string> Beginnings(const std::string& script) {
  std::vector<std::string> beginnings;
  std::string before;
  for (const std::string_view line : base::SplitLines(script)) {
    const bool step = line.starts_with("EXECUTE migc_begin") || line.starts_with("START TRANSACTION; ") ||
                      line.starts_with("SET @migc_step = IF(@migc_step = @migc_n");
    for (std::size_t at = step ? line.find("; ") : std::string::npos; at != std::string::npos; at = line.find("; ", at + 1)) {
      beginnings.push_back(before + std::string(line.substr(0, at + 1)) + "\n");
    }
    before += std::string(line) + "\n";
    if (line.ends_with(';')) beginnings.push_back(before);
  }
  return beginnings;
}

}  // namespace migc::integration
