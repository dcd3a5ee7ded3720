// Diagnostic: what migc has to say about the user's input, as a value: what was seen, where, and the way out.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "migc/source/span.h"

namespace migc::diag {

enum class Severity : std::uint8_t { kError, kWarning };

// One enumerator per row of diagnostics.def.
enum class Kind : std::uint16_t {
#define MIGC_DIAGNOSTIC(name, severity, code, message) k##name,
#include "migc/diag/diagnostics.def"
#undef MIGC_DIAGNOSTIC
};

struct KindInfo {
  Kind kind;
  std::string_view name;      // "UnknownTable"
  Severity severity;
  std::string_view code;      // "M4102"; the first digit is the phase
  std::string_view message;   // an fmt format string with {} for the arguments
};

// Every kind, in the order of the table.
const std::vector<KindInfo>& AllKinds();
const KindInfo& InfoOf(Kind kind);

// A second place that matters, or a fact without a place.
struct Note {
  std::optional<source::Span> span;
  std::string text;
  friend bool operator==(const Note&, const Note&) = default;
};

struct Diagnostic {
  Kind kind{};
  std::optional<source::Span> span;  // nothing: about the run as a whole
  std::string message;
  std::vector<Note> notes;
  std::string help;  // one line saying what to do, or empty

  Severity severity() const { return InfoOf(kind).severity; }
  Diagnostic&& WithNote(source::Span place, std::string text) && {
    notes.push_back({place, std::move(text)});
    return std::move(*this);
  }
  Diagnostic&& WithNote(std::string text) && {
    notes.push_back({std::nullopt, std::move(text)});
    return std::move(*this);
  }
  Diagnostic&& WithHelp(std::string text) && {
    help = std::move(text);
    return std::move(*this);
  }
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// The kind's message with the arguments put in.
template <class... Args>
Diagnostic Make(Kind kind, std::optional<source::Span> span, const Args&... args) {
  return {kind, span, fmt::vformat(InfoOf(kind).message, fmt::make_format_args(args...)), {}, {}};
}

}  // namespace migc::diag
