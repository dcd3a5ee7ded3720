// The words for tokens in a syntax error: what was seen, and what is expected instead.
#pragma once

#include <string>
#include <string_view>

#include "parse/expected.h"
#include "parse/token_stream.h"

namespace migc::parse {

// The keyword as one writes it, or the sign; empty for a kind whose text varies (a name, a string).
std::string Spelling(std::size_t kind);

bool IsKeyword(std::size_t kind);

// `"foo"`, `a string`, `the end of the file`.
std::string DescribeSeen(const Token& token);

// `a name`, `an attribute, "," or ")"`: groups of kinds that a person has one word for are named by it.
std::string DescribeExpected(TokenKinds kinds);

// What may stand there: any name; a type (a name too, but for the words that begin an attribute); an expression.
bool TakesName(const TokenKinds& kinds);
bool TakesType(const TokenKinds& kinds);
bool TakesExpression(const TokenKinds& kinds);

}  // namespace migc::parse
