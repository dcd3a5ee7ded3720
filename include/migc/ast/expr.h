// Names, literals, expressions and types, as they were written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "migc/source/span.h"

namespace migc::ast {

// A word or a quoted name. `text` is without the quotes and their doubling; placeholders stand in it still.
struct Ident {
  std::string text;
  bool quoted = false;
  source::Span span;
};

// `t` or `s.t`; one or two parts (more are reported by lower).
struct Name {
  std::vector<Ident> parts;
  source::Span span;
};

// '…' without the quotes and their doubling. Placeholders stand in it still.
struct String {
  std::string text;
  source::Span span;
};

// $$…$$ without the tags, otherwise verbatim.
struct RawText {
  std::string text;
  source::Span span;  // of the whole block with its tags
};

struct TypeRef;

// What one dialect is given: `postgres 'citext'`, `postgres $$…$$`, `else $$…$$`.
struct DialectText {
  std::vector<Ident> dialects;  // empty: `else`, or all when the text stands alone
  std::string text;             // string or raw text, as in String and RawText
  bool raw = false;
  source::Span span;            // of the text alone, with its quotes or tags
};

enum class ExprKind : std::uint8_t {
  kNull,
  kTrue,
  kFalse,
  kNumber,     // text as written, without sign
  kString,     // text
  kBytes,      // x'…': text is the digits
  kDate,       // date '…'
  kTimestamp,  // timestamp '…'
  kName,       // name: a column, or current_date and the like
  kStar,       // count(*)
  kCall,       // name(operands…)
  kUnary,      // text: "-", "+", "not"
  kBinary,     // text: + - * / % || = <> != < <= > >= and or
  kIsNull,     // operands[0] is null; negated: is not null
  kIn,         // operands[0] in (the rest)
  kBetween,    // three operands
  kLike,       // two operands
  kCase,       // has_operand: operands[0] is the operand; then when/then pairs; has_else: the last is else
  kCast,       // operands[0] as type
  kParens,     // (operands[0])
  kSql,        // sql $$…$$ or sql (…): texts
};

struct Expr {
  ExprKind kind = ExprKind::kNull;
  source::Span span;
  std::string text;
  Name name;
  std::vector<Expr> operands;
  std::vector<TypeRef> type;  // kCast: exactly one
  std::vector<DialectText> texts;
  bool negated = false;  // kIsNull, kIn, kBetween, kLike
  bool has_operand = false;
  bool has_else = false;
};

struct TypeRef {
  Name name;                    // as written (an enum's name is kept to the letter); `double precision` is one part with one blank
  std::vector<std::string> arguments;  // numbers as written
  bool with_time_zone = false;
  std::uint8_t array_dimensions = 0;
  std::vector<DialectText> native;  // native (postgres 'citext', …)
  bool only_native = false;         // no portable type was written; name is empty
  source::Span span;
};

}  // namespace migc::ast
