#include "emit/mssql/backend.h"

#include <algorithm>
#include <iterator>

#include "emit/mssql/print.h"
#include "emit/mssql/support.h"
#include "emit/mssql/syntax.h"

namespace migc::emit::mssql {
namespace {

using Steps = std::span<const catalog::Step>;

// `set lock timeout` lasts for the rest of the revision.
void ResetTimeouts(Steps steps, std::vector<Statement>& statements) {
  const auto sets = [](const catalog::Step& step) {
    const auto* set = std::get_if<ir::SetTimeouts>(&step.operation.body);
    return set != nullptr && set->lock_ms;
  };
  const auto found = std::find_if(steps.begin(), steps.end(), sets);
  if (found == steps.end()) return;
  Statement statement;
  statement.sql = "SET LOCK_TIMEOUT -1";
  statement.summary = "timeouts as before";
  statement.origin = found->operation.origin;
  statement.no_transaction = statements.back().no_transaction;
  statements.push_back(std::move(statement));
}

class MssqlBackend final : public Backend {
 public:
  std::string_view name() const override { return "mssql"; }

  void Check(Steps steps, const dialect::Dialect& dialect, diag::Sink& sink) const override {
    CheckCapabilities(steps, dialect, sink);
    CheckSupport(steps, dialect, sink);
  }

  RevisionSql Emit(Steps steps, const dialect::Dialect& dialect) const override {
    RevisionSql sql;
    for (const catalog::Step& step : steps) {
      std::vector<Statement> some = Print(step, dialect);
      std::move(some.begin(), some.end(), std::back_inserter(sql.statements));
    }
    ResetTimeouts(steps, sql.statements);
    return sql;
  }

  std::string Condition(const ir::Expr& expr, const dialect::Dialect& dialect) const override {
    SqlWriter out(dialect);
    PrintCondition(out, expr);
    return out.Take();
  }
  std::string Value(const ir::Expr& expr, const dialect::Dialect& dialect) const override {
    SqlWriter out(dialect);
    PrintValue(out, expr);
    return out.Take();
  }
};

}  // namespace

std::unique_ptr<emit::Backend> MakeBackend() { return std::make_unique<MssqlBackend>(); }

}  // namespace migc::emit::mssql
