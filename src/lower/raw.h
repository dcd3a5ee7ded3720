// Raw: raw SQL as it is meant for this dialect: without its margin, placeholders put in, checked for what only the script may say.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lower/dialects.h"
#include "lower/text.h"

namespace migc::lower {

// `what` for messages: "this SQL", "the text of view v". Reports empty text and transaction control.
std::string LowerRaw(Context& context, const Written& written, std::string_view what);
std::string LowerRaw(Context& context, const ast::RawText& raw, std::string_view what);
// One query or expression: as above, without a `;` at the end.
std::string LowerQuery(Context& context, const ast::RawText& raw, std::string_view what);

// A dialect's text, which is a string or raw SQL.
std::string LowerDialectText(Context& context, const ast::DialectText& text, std::string_view what);
void DropFinalSemicolon(std::string& sql);

}  // namespace migc::lower
