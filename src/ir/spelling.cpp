#include "migc/ir/spelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "migc/base/text.h"

namespace migc::ir {
namespace {

// Words that are not read as a name somewhere: in an expression, or at the start of a table item (language.md section 1).
constexpr std::array<std::string_view, 26> kNeverBare = {
    "and",    "between", "case",    "cast",  "check",   "constraint", "current_date", "current_timestamp",
    "else",   "end",     "exclude", "false", "foreign", "in",         "index",        "is",
    "like",   "not",     "null",    "or",    "primary", "sql",        "then",         "true",
    "unique", "when"};

bool IsBareWord(std::string_view name) {
  const auto starts = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  const auto goes_on = [&](char c) { return starts(c) || (c >= '0' && c <= '9'); };
  if (name.empty() || !starts(name.front()) || !std::all_of(name.begin(), name.end(), goes_on)) return false;
  return !std::binary_search(kNeverBare.begin(), kNeverBare.end(), base::LowerAscii(name));
}

// `${` begins a placeholder in every kind of text; `${}` is a `$` that does not.
std::string HidePlaceholders(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (text[i] == '$' && i + 1 < text.size() && text[i + 1] == '{') out += "{}";
  }
  return out;
}

std::string Quote(std::string_view text, char quote) {
  std::string out(1, quote);
  for (const char c : HidePlaceholders(text)) {
    if (c == quote) out += quote;
    out += c;
  }
  out += quote;
  return out;
}

}  // namespace

std::string SpellName(std::string_view name) { return IsBareWord(name) ? std::string(name) : Quote(name, '"'); }

std::string SpellName(const Name& name) {
  return name.schema.empty() ? SpellName(name.name) : SpellName(name.schema) + "." + SpellName(name.name);
}

std::string SpellNames(const std::vector<Identifier>& names) {
  std::vector<std::string> parts;
  parts.reserve(names.size());
  for (const Identifier& name : names) parts.push_back(SpellName(name.text));
  return base::Join(parts, ", ");
}

std::string SpellString(std::string_view text) { return Quote(text, '\''); }

std::string SpellRawSql(std::string_view text) {
  const std::string body = HidePlaceholders(text);
  std::string tag = "$$";
  // A `$` at the very end would join the closing tag; the blanks inside the tags keep them apart.
  for (int n = 0; body.find(tag) != std::string::npos; ++n) tag = n == 0 ? "$sql$" : fmt::format("$sql{}$", n);
  return tag + " " + body + " " + tag;
}

std::string OneLine(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace migc::ir
