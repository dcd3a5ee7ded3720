// PlSql: a text of any length as PL/SQL takes it for a value, in the way that is easiest to read.
#pragma once

#include <string>
#include <string_view>

namespace migc::emit {

// q'[text]', in delimiters that the text does not end it with.
std::string QuoteForPlSql(std::string_view text);

// As QuoteForPlSql on lines of its own where the text allows it; else line by line: 'a' || CHR(10) ||⏎'b'. It is taken apart where
// a client that reads lines would not leave it alone: a line of more than 2,000 bytes, or only `/` or `.`, or that ends in `-` or
// starts with `#`, or holds a control character. From 30,000 bytes on it is a CLOB (a VARCHAR2 of PL/SQL ends at 32,767).
std::string PlSqlText(std::string_view text);

// 'it''s': line by line too, and never in q'…'.
std::string PlSqlString(std::string_view text);

}  // namespace migc::emit
