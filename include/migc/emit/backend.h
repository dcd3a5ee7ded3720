// Backend: what a dialect's folder gives to the driver: may it be done at all, and the SQL that does it.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "migc/catalog/replay.h"
#include "migc/diag/sink.h"
#include "migc/dialect/dialect.h"
#include "migc/emit/statement.h"

namespace migc::emit {

struct Options {
  // What the author or the project chose for emit: none yet that every dialect shares.
};

class Backend {
 public:
  virtual ~Backend() = default;
  virtual std::string_view name() const = 0;

  // The support check: reports what the dialect cannot do, with the alternative. Runs over the whole plan before any text is made.
  virtual void Check(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink) const = 0;

  // The statements of one revision in one direction. Only steps that Check let pass are given.
  virtual RevisionSql Emit(std::span<const catalog::Step> steps, const dialect::Dialect& dialect) const = 0;

  // The expression as it must stand in a query where a value is wanted, and where a condition is; for scripts that only ask.
  virtual std::string Value(const ir::Expr& expr, const dialect::Dialect& dialect) const = 0;
  // Where conditions are values, it is the same.
  virtual std::string Condition(const ir::Expr& expr, const dialect::Dialect& dialect) const { return Value(expr, dialect); }
};

}  // namespace migc::emit
