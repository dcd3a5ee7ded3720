#include "migc/emit/backend.h"

namespace migc::emit {

std::string Backend::Condition(const ir::Expr& expr, const dialect::Dialect& /*dialect*/) const { return ir::Describe(expr); }

std::string Backend::Value(const ir::Expr& expr, const dialect::Dialect& /*dialect*/) const { return ir::Describe(expr); }

}  // namespace migc::emit
