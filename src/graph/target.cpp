#include "target.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <system_error>

namespace migc::graph {
namespace {

std::string_view Trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

bool IsName(const Graph& graph, std::string_view text) { return graph.Find(text).has_value() || graph.FindLabel(text).has_value(); }

bool IsDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void Refuse(std::string_view text, std::string_view why, diag::Sink& sink) {
  sink.Report(diag::Make(diag::Kind::kBadTarget, std::nullopt, text, why)
                  .WithHelp("write base, head, heads, an id, a label, label@head, +1, -1, or id-1; several are separated by ','"));
}

// A sign and digits at the end: `rev+2`. The longest number that fits is kept; it is past any head.
std::optional<int> TakeSteps(const Graph& graph, std::string_view& text) {
  const std::size_t sign = text.find_last_of("+-");
  if (sign == std::string_view::npos || !IsDigits(text.substr(sign + 1))) return std::nullopt;
  if (sign > 0 && !graph.FindPrefix(text).empty()) return std::nullopt;  // ids may have signs in them
  const std::string_view digits = text.substr(sign + 1);
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc()) number = std::numeric_limits<int>::max();
  const bool down = text[sign] == '-';
  text = text.substr(0, sign);
  return down ? -number : number;
}

std::optional<Target> ParseTarget(const Graph& graph, std::string_view text, diag::Sink& sink) {
  Target target{std::string(text), {}, {}, std::nullopt};
  if (IsName(graph, text)) {
    target.symbol = text;
    return target;
  }
  std::string_view rest = text;
  const std::size_t at = text.find('@');
  if (at != std::string_view::npos) {
    target.branch = Trim(text.substr(0, at));
    rest = Trim(text.substr(at + 1));
    if (target.branch.empty()) return Refuse(text, "nothing stands before '@'", sink), std::nullopt;
    if (rest.empty()) return Refuse(text, "nothing stands after '@'", sink), std::nullopt;
  }
  if (!IsName(graph, rest)) {
    target.steps = TakeSteps(graph, rest);
    if (target.steps == 0 && rest.empty()) return Refuse(text, "it moves by no step", sink), std::nullopt;
  }
  target.symbol = Trim(rest);
  return target;
}

}  // namespace

std::optional<std::vector<Target>> ParseTargets(const Graph& graph, std::string_view text, diag::Sink& sink) {
  text = Trim(text);
  std::vector<Target> targets;
  std::string_view rest = text;
  bool more = true;
  while (more) {
    const std::size_t comma = IsName(graph, rest) ? std::string_view::npos : rest.find(',');
    more = comma != std::string_view::npos;
    const std::string_view piece = Trim(rest.substr(0, comma));
    if (more) rest = Trim(rest.substr(comma + 1));
    if (piece.empty()) {
      Refuse(text, text.empty() ? "it is empty" : "a name is missing beside ','", sink);
      return std::nullopt;
    }
    std::optional<Target> target = ParseTarget(graph, piece, sink);
    if (!target) return std::nullopt;
    targets.push_back(std::move(*target));
  }
  return targets;
}

}  // namespace migc::graph
