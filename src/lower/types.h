// Types: a type as written becomes a portable one, with what this dialect is given instead.
#pragma once

#include <string>
#include <vector>

#include "lower/context.h"
#include "migc/ir/type.h"

namespace migc::lower {

// Reports wrong arguments, and a type that is written for other dialects alone. A plain name that is no portable type is an
// enum's, and replay knows whether there is one.
ir::Type LowerType(Context& context, const ast::TypeRef& type);
std::vector<ir::Type> LowerTypes(Context& context, const std::vector<ast::TypeRef>& types);

}  // namespace migc::lower
