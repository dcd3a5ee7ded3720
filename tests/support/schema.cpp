#include "support/schema.h"

namespace migc::support {

std::vector<std::string> Differences(const std::map<std::string, std::string>& expected,
                                     const std::map<std::string, std::string>& actual) {
  std::vector<std::string> lines;
  for (const auto& [key, value] : expected) {
    const auto found = actual.find(key);
    if (found == actual.end()) {
      lines.push_back("- " + key + ": " + value);
    } else if (value != "*" && found->second != value) {
      lines.push_back("~ " + key + ": expected " + value + ", found " + found->second);
    }
  }
  for (const auto& [key, value] : actual) {
    if (!expected.contains(key)) lines.push_back("+ " + key + ": " + value);
  }
  return lines;
}

std::string Lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace migc::support
