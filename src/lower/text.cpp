#include "lower/text.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "migc/base/text.h"

namespace migc::lower {
namespace {

using Lookup = std::function<std::optional<std::string>(std::string_view name, source::Span place)>;

std::uint32_t Offset(std::size_t value) { return static_cast<std::uint32_t>(value); }

// The text began this many bytes before the end of its place, and had its quotes doubled.
source::Span PlaceInQuotes(const Written& written, char quote, std::size_t begin, std::size_t end) {
  const auto doubled = [&](std::size_t from, std::size_t to) {
    const std::string_view part = written.text.substr(from, to - from);
    return part.size() + static_cast<std::size_t>(std::count(part.begin(), part.end(), quote));
  };
  const std::size_t length = doubled(0, written.text.size());
  if (written.place.end - written.place.begin < length + 2) return written.place;
  const std::size_t start = written.place.end - 1 - length;
  return {written.place.file, Offset(start + doubled(0, begin)), Offset(start + doubled(0, end))};
}

bool IsVariableName(std::string_view name) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
  };
  return !name.empty() && std::all_of(name.begin(), name.end(), fits);
}

std::string Expand(diag::Sink& sink, const Written& written, const Lookup& lookup) {
  const std::string_view text = written.text;
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    sink.Report(diag::Make(diag::Kind::kNulCharacter, PlaceOf(written, nul, nul + 1)).WithHelp("leave it out"));
  }
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = text.find("${"); at != std::string_view::npos; at = text.find("${", done)) {
    out += text.substr(done, at - done);
    const std::size_t close = text.find('}', at);
    const std::string_view name = close == std::string_view::npos ? std::string_view() : text.substr(at + 2, close - at - 2);
    done = at + 2;
    if (close == at + 2) {
      out += '$';
      done = close + 1;
    } else if (!IsVariableName(name)) {
      sink.Report(diag::Make(diag::Kind::kMalformedPlaceholder, PlaceOf(written, at, at + 2))
                      .WithHelp("write ${name} for the value of a variable, or ${} for a \"$\""));
    } else {
      done = close + 1;
      out += lookup(name, PlaceOf(written, at, done)).value_or("");
    }
  }
  return out += text.substr(done);
}

std::optional<std::string> ValueOf(Context& context, std::string_view name, source::Span place) {
  const Variables& variables = context.options.variables;
  const auto found = variables.find(std::string(name));
  if (found == variables.end()) {
    std::vector<std::string> names;
    for (const auto& [candidate, value] : variables) names.push_back(candidate);
    context.Report(diag::Make(diag::Kind::kUnknownVariable, place, name)
                       .WithHelp(DidYouMean(name, names, "declare it there, or write ${} for a \"$\" that is meant as one")));
    return std::nullopt;
  }
  if (!found->second) {
    context.Report(
        diag::Make(diag::Kind::kUnsetVariable, place, name)
            .WithHelp("set it with -D " + found->first + "=VALUE, in the environment, or give it a default in migc.yaml"));
  } else if (found->second->find('\0') != std::string::npos) {
    context.Report(
        diag::Make(diag::Kind::kNulCharacter, place).WithHelp("it is in the value of variable \"" + found->first + "\""));
  }
  return found->second;
}

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v'; }

// The leading blanks that both have.
std::string_view CommonIndent(std::string_view a, std::string_view b) {
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[n] == b[n] && (a[n] == ' ' || a[n] == '\t')) ++n;
  return a.substr(0, n);
}

}  // namespace

source::Span PlaceOf(const Written& written, std::size_t begin, std::size_t end) {
  const source::Span place = written.place;
  switch (written.quoting) {
    case Quoting::kString:
      return PlaceInQuotes(written, '\'', begin, end);
    case Quoting::kName:
      return PlaceInQuotes(written, '"', begin, end);
    case Quoting::kRaw: {
      // Both tags are alike. A place that holds more than the block (a dialect's name before it) does not tell how long they are.
      const std::size_t length = place.end - place.begin;
      if (length < written.text.size() + 4 || (length - written.text.size()) % 2 != 0) return place;
      const std::size_t start = place.begin + (length - written.text.size()) / 2;
      return {place.file, Offset(start + begin), Offset(start + end)};
    }
    case Quoting::kWhole:
      return {place.file, Offset(place.begin + begin), Offset(place.begin + end)};
  }
  return place;
}

std::string Substitute(Context& context, const Written& written) {
  return Expand(context.sink, written, [&](std::string_view name, source::Span place) { return ValueOf(context, name, place); });
}

std::string SubstituteInHeader(diag::Sink& sink, const Written& written) {
  return Expand(sink, written, [&](std::string_view, source::Span place) -> std::optional<std::string> {
    sink.Report(diag::Make(diag::Kind::kPlaceholderInHeader, place).WithHelp("write ${} for a \"$\" that is meant as one"));
    return std::nullopt;
  });
}

std::string LowerString(Context& context, const ast::String& string) {
  return Substitute(context, {string.text, Quoting::kString, string.span});
}

std::optional<std::string> LowerString(Context& context, const std::optional<ast::String>& string) {
  return string ? std::optional(LowerString(context, *string)) : std::nullopt;
}

std::string WithoutMargin(std::string_view text) {
  std::vector<std::string_view> lines = base::SplitLines(text);
  const auto blank = [](std::string_view line) { return std::all_of(line.begin(), line.end(), IsBlank); };
  std::size_t first = 0;
  while (first < lines.size() && blank(lines[first])) ++first;
  while (lines.size() > first && blank(lines.back())) lines.pop_back();
  std::optional<std::string_view> margin;
  for (std::size_t i = std::max<std::size_t>(first, 1); i < lines.size(); ++i) {
    if (!blank(lines[i])) margin = margin ? CommonIndent(*margin, lines[i]) : CommonIndent(lines[i], lines[i]);
  }
  std::string out;
  for (std::size_t i = first; i < lines.size(); ++i) {
    std::string_view line = lines[i];
    if (i == 0) {
      while (IsBlank(line.front())) line.remove_prefix(1);
    } else {
      line.remove_prefix(margin ? CommonIndent(*margin, line).size() : 0);
    }
    if (i > first) out += '\n';
    out += line;
  }
  while (!out.empty() && IsBlank(out.back())) out.pop_back();
  while (!out.empty() && IsBlank(out.front())) out.erase(0, 1);
  return out;
}

}  // namespace migc::lower
