// The help line of a syntax error: what one who wrote this most likely meant, and how it is written here.
#pragma once

#include <string>
#include <string_view>

#include "parse/syntax_errors.h"

namespace migc::parse {

// Empty when nothing better than the message can be said.
std::string HelpFor(const TokenStream& tokens, const SyntaxError& error);

// For a word at which a statement ought to begin.
std::string HelpForStatementWord(const Token& word);

// `did you mean "x"?` for the keyword that is nearest among those that may stand there; or empty.
std::string DidYouMean(const Token& token, const TokenKinds& expected);

// How a constraint or index that begins with this keyword is written; empty for other kinds.
std::string_view ItemForm(std::size_t kind);

// One of the portable types, as a word.
bool IsTypeWord(const Token& token);

std::string Quoted(std::string_view word);

}  // namespace migc::parse
