// Origin: where in a `.mig` file a value was written, carried along so that every later phase can point back to it.
#pragma once

#include <compare>
#include <string>
#include <utility>

#include "migc/source/span.h"

namespace migc::ir {

// Two values that say the same are equal wherever they were written, so an origin never makes a difference in a comparison.
struct Origin {
  source::Span span;
  bool known = false;  // false: migc made the value itself (a derived downgrade, a default)

  Origin() = default;
  Origin(source::Span place) : span(place), known(true) {}  // NOLINT: a place is an origin
  friend constexpr bool operator==(const Origin&, const Origin&) { return true; }
  friend constexpr std::strong_ordering operator<=>(const Origin&, const Origin&) { return std::strong_ordering::equal; }
};

// One name, exactly as it must arrive in the database (placeholders already put in).
struct Identifier {
  std::string text;
  Origin origin;

  Identifier() = default;
  Identifier(std::string name, Origin place = {}) : text(std::move(name)), origin(place) {}  // NOLINT
  Identifier(const char* name) : text(name) {}                                                // NOLINT
  bool empty() const { return text.empty(); }
  friend auto operator<=>(const Identifier&, const Identifier&) = default;
};

// `t` or `s.t`. An empty schema is the connection's default one.
struct Name {
  std::string schema;
  std::string name;
  Origin origin;

  bool empty() const { return name.empty(); }
  // As a person would say it: `s.t`.
  std::string Text() const { return schema.empty() ? name : schema + "." + name; }
  friend auto operator<=>(const Name&, const Name&) = default;
};

}  // namespace migc::ir
