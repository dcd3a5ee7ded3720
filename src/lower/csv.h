// Csv: the rows of a comma-separated file (RFC 4180), as literals of an insert.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lower/context.h"
#include "migc/ir/operation.h"

namespace migc::lower {

// Rows of string literals; an empty field without quotes is null. A first row that names the columns is a header and left out.
// Strings, because only replay knows the columns' types, and every database makes a number or a date of a string in an insert.
std::vector<std::vector<ir::Expr>> LowerCsv(Context& context, const ast::String& path, const std::vector<ir::Identifier>& columns);

// What `read_file` gives, checked to be UTF-8; null when that was reported.
const source::Buffer* ReadTextFile(Context& context, const std::string& path, source::Span statement);

}  // namespace migc::lower
