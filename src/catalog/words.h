// Words: the names that a text in a dialect's own SQL may mean, as far as its characters tell.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace migc::catalog {

// Every run of letters, digits, `_` and bytes beyond ASCII, in lower case.
std::set<std::string> WordsOf(std::string_view text);
// True when WordsOf can find the name: it has no other characters.
bool IsWord(std::string_view name);
// True when the text has `name` as a whole word, in whatever case.
bool Mentions(std::string_view text, std::string_view name);
// Without what stands in single quotation marks, and without comments: every dialect has these.
std::string WithoutStrings(std::string_view text);

}  // namespace migc::catalog
