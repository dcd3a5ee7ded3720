// Spelling: names, strings and raw SQL as a `.mig` file writes them, so that what migc prints can be read back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "migc/ir/origin.h"

namespace migc::ir {

// The bare word, or quoted where a bare word would not be read as this name.
std::string SpellName(std::string_view name);
// `t` or `s.t`.
std::string SpellName(const Name& name);
// "a, b"
std::string SpellNames(const std::vector<Identifier>& names);
// 'it''s'; what would be read as a placeholder is written so that it is not.
std::string SpellString(std::string_view text);
// $$…$$, with a tag where the text holds "$$".
std::string SpellRawSql(std::string_view text);
// One line, whatever is in it: line breaks and other control characters as \n, \t, \x07.
std::string OneLine(std::string_view text);

}  // namespace migc::ir
