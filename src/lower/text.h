// Text: strings, quoted names and raw SQL as they are meant: placeholders put in, raw SQL without its margin.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "lower/context.h"

namespace migc::lower {

// How a text stands in its file, which says where its characters are.
enum class Quoting : std::uint8_t {
  kString,  // '…' at the end of the place, with doubled quotes
  kName,    // "…" at the end of the place, with doubled quotes
  kRaw,     // $tag$…$tag$, or a place whose tags cannot be told
  kWhole,   // the place is the text: a file of its own
};

struct Written {
  std::string_view text;
  Quoting quoting = Quoting::kString;
  source::Span place;
};

// The place of the bytes [begin, end) of the text; the whole place where that cannot be told.
source::Span PlaceOf(const Written& written, std::size_t begin, std::size_t end);

// Placeholders replaced by their values, which are data and not looked at again. Reports undeclared, unset and malformed ones.
std::string Substitute(Context& context, const Written& written);
// For the header, which no variable has a say in: `${}` alone means something.
std::string SubstituteInHeader(diag::Sink& sink, const Written& written);

std::string LowerString(Context& context, const ast::String& string);
std::optional<std::string> LowerString(Context& context, const std::optional<ast::String>& string);

// Lines end in "\n", blank space at both ends is gone, and so is the indentation that all lines have (but a first line that
// begins beside the tag has none of its own).
std::string WithoutMargin(std::string_view text);

}  // namespace migc::lower
