// Data: insert, update, delete, raw SQL, timeouts and checks.
#pragma once

#include <optional>

#include "lower/objects.h"

namespace migc::lower {

Body LowerData(Context& context, const ast::Insert& insert);
Body LowerData(Context& context, const ast::Update& update);
Body LowerData(Context& context, const ast::Delete& statement);
Body LowerData(Context& context, const ast::SetTimeouts& set);
Body LowerData(Context& context, const ast::Require& require);
// Nothing when this dialect is left without a text. The effects are lowered by whoever lowers statements.
std::optional<ir::RawSql> LowerRawSql(Context& context, const ast::RawSql& sql, source::Span statement);

}  // namespace migc::lower
