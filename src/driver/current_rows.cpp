#include "current_rows.h"

#include <algorithm>
#include <istream>
#include <iterator>

#include "migc/base/text.h"

namespace migc::driver {
namespace {

constexpr std::uint64_t kMaxOutput = 16U << 20U;

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t|\"";
  const auto begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

bool IsRule(std::string_view line) { return line.find_first_not_of("-+=_ ") == std::string_view::npos; }

bool IsNumber(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "(1 row)", "2 rows in set (0.00 sec)", "(1 rows affected)", "no rows selected", "Empty set (0.00 sec)"
bool IsCount(std::string_view line) {
  std::string words = base::LowerAscii(line);
  if (words.starts_with("(")) words.erase(0, 1);
  if (words.starts_with("empty set") || words.starts_with("no rows")) return true;
  const auto blank = words.find(' ');
  return blank != std::string::npos && IsNumber(std::string_view(words).substr(0, blank)) &&
         std::string_view(words).substr(blank + 1).starts_with("row");
}

bool IsHeading(std::string_view line) { return base::LowerAscii(line) == "version_num"; }

std::optional<std::string> ReadAll(Context& context, const std::string& file) {
  if (file == "-") {
    std::istream& in = *context.environment().in;
    return std::string(std::istreambuf_iterator<char>(in), {});
  }
  auto text = context.files().Read(file, kMaxOutput);
  if (text) return std::move(text).value();
  context.FailToRead(text.error());
  return std::nullopt;
}

}  // namespace

std::optional<std::vector<graph::Node>> ReadCurrentRows(Context& context, const graph::Graph& graph, const std::string& file) {
  const auto text = ReadAll(context, file);
  if (!text) return std::nullopt;
  std::vector<graph::Node> rows;
  std::size_t number = 0;
  for (const auto line : base::SplitLines(*text)) {
    ++number;
    const auto word = Trimmed(line);
    // An id is looked for first: it may look like a heading.
    if (const auto node = graph.Find(word)) {
      rows.push_back(*node);
    } else if (!IsRule(word) && !IsCount(word) && !IsHeading(word)) {
      context.Fail(
          diag::Make(diag::Kind::kNotVersionRows, std::nullopt, number, file == "-" ? "standard input" : file,
                     base::ClipUtf8(word, 80))
              .WithHelp("give what the query of `migc current --dialect NAME` printed; a revision that this project does not "
                        "have was made elsewhere"));
      return std::nullopt;
    }
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

void AddIndicateCurrent(CLI::App& app, std::string& file) {
  app.add_option("-i,--indicate-current", file,
                 "mark where a database is: what the query of `migc current` printed there; - is standard input")
      ->type_name("FILE");
}

}  // namespace migc::driver
