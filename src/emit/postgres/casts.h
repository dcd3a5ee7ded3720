// Casts: how PostgreSQL gets a column's values from one type into another, and so which USING they need.
#pragma once

#include <cstdint>

#include "migc/ir/expr.h"
#include "migc/ir/type.h"

namespace migc::emit::postgres {

enum class Conversion : std::uint8_t {
  kItself,      // there is an assignment cast: ALTER COLUMN … TYPE needs no USING
  kCast,        // only an explicit one: USING c::type
  kNotZero,     // number to boolean: USING c <> 0
  kViaInteger,  // boolean to number: USING c::INTEGER
  kViaText,     // one enum to another: USING c::TEXT::type
  kNone,        // no cast at all: the author must say how
};

// From the pg_cast of versions 12 to 18, and the I/O conversions (to text by assignment, from text explicit). Native types, which
// nobody knows, count as castable.
Conversion ConversionOf(const ir::Type& from, const ir::Type& to);

// False for types whose literals look different: a default that was 5 is to be '5' as a text.
bool AreAlike(const ir::Type& a, const ir::Type& b);
// Whole numbers among themselves, texts among themselves, or one type with other parameters.
bool IsKeptAlike(const ir::Type& a, const ir::Type& b);
// Two kinds of text: varchar and text.
bool IsOtherText(const ir::Type& a, const ir::Type& b);

// False when the default certainly cannot be one of a column of the type: `true` of an integer, 'abc' of a number. What nobody
// knows, such as raw SQL, fits.
bool DefaultFits(const ir::Expr& value, const ir::Type& type);

}  // namespace migc::emit::postgres
