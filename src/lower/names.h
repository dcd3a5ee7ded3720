// Names: identifiers and dotted names with their placeholders put in, and lists in which nothing may stand twice.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lower/context.h"
#include "migc/ir/origin.h"

namespace migc::lower {

ir::Identifier LowerIdent(Context& context, const ast::Ident& ident);
ir::Identifier LowerIdent(Context& context, const std::optional<ast::Ident>& ident);
std::vector<ir::Identifier> LowerIdents(Context& context, const std::vector<ast::Ident>& idents);

// `t` or `s.t`; more parts are an error that says what is named: "a table has".
ir::Name LowerName(Context& context, const ast::Name& name, std::string_view owner);
ir::Name LowerName(Context& context, const std::optional<ast::Name>& name, std::string_view owner);

// Reports a column that is named twice.
void CheckDistinct(Context& context, const std::vector<ir::Identifier>& columns);
std::vector<ir::Identifier> LowerColumnList(Context& context, const std::vector<ast::Ident>& columns);

}  // namespace migc::lower
