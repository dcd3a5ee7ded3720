#include "integration/states.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <sstream>
#include <vector>

#include "migc/base/text.h"

namespace migc::integration {
namespace {

namespace fs = std::filesystem;

std::string ReadText(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// A row of the history, as each engine's dump writes it.
bool IsOfHistory(std::string_view line) {
  if (line.starts_with("INSERT INTO")) return line.find("migc_history") < 40;
  return line.starts_with("(") && (line.find(",'upgrade',") < 160 || line.find(",'downgrade',") < 160);
}

// What pg_dump says of the schema public depends on who made it; the frames of its comments are as many as there are objects.
bool IsOfPublic(std::string_view line) {
  return line.empty() || line == "--" || line.find("SCHEMA public") != std::string_view::npos ||
         line.starts_with("-- Name: public; Type: SCHEMA") || line.starts_with("-- *not* creating schema");
}

std::vector<std::string_view> Sorted(const std::string& text) {
  std::vector<std::string_view> lines = base::SplitLines(text);
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace

support::MemoryProject SampleChain() {
  const fs::path root(MIGC_SOURCE_DIR);
  std::map<std::string, std::string> files = {{"migc.yaml", ReadText(root / "migc.yaml")}};
  for (const auto& entry : fs::recursive_directory_iterator(root / "migrations")) {
    if (entry.is_regular_file()) files[fs::relative(entry.path(), root).string()] = ReadText(entry.path());
  }
  return support::MemoryProject(files);
}

std::string StateOf(support::Engine& database, bool with_history) {
  const std::string dump = std::regex_replace(database.Dump(), std::regex(" AUTO_INCREMENT=[0-9]+"), "");
  std::vector<std::string> lines;
  for (std::string_view line : base::SplitLines(dump)) {
    if (line.ends_with(',') || line.ends_with(';')) line.remove_suffix(1);  // the last of a list has another end
    const bool counts = line.find("setval") != std::string_view::npos;
    if (!IsOfHistory(line) && !counts && !IsOfPublic(line)) lines.emplace_back(line);
  }
  std::sort(lines.begin(), lines.end());
  const std::string all = base::Join(lines, "\n") + "\n";
  return with_history ? all + database.Query("SELECT revision, direction FROM migc_history ORDER BY id") : all;
}

std::string DifferenceOf(const std::string& expected, const std::string& found) {
  const std::vector<std::string_view> left = Sorted(expected);
  const std::vector<std::string_view> right = Sorted(found);
  std::vector<std::string_view> missing;
  std::vector<std::string_view> more;
  std::set_difference(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(missing));
  std::set_difference(right.begin(), right.end(), left.begin(), left.end(), std::back_inserter(more));
  std::string text;
  for (const std::string_view line : missing) text += "- " + std::string(line) + "\n";
  for (const std::string_view line : more) text += "+ " + std::string(line) + "\n";
  return text;
}

}  // namespace migc::integration
