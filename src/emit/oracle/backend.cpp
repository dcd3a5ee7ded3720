#include "emit/oracle/backend.h"

#include <utility>

#include "emit/oracle/print.h"
#include "emit/oracle/support.h"
#include "emit/oracle/syntax.h"

namespace migc::emit::oracle {
namespace {

using Steps = std::span<const catalog::Step>;

// `set lock timeout` lasts for the rest of the revision; 0, not to wait at all, is what a session begins with.
void ResetTimeouts(Steps steps, const dialect::Dialect& dialect, std::vector<Statement>& statements) {
  for (const catalog::Step& step : steps) {
    const auto* set = std::get_if<ir::SetTimeouts>(&step.operation.body);
    if (set == nullptr || !set->lock_ms) continue;
    SqlWriter out(dialect);
    out.Keyword("ALTER SESSION SET DDL_LOCK_TIMEOUT =").Number("0");
    Statement statement;
    statement.sql = out.Take();
    statement.probe = std::string(kNoHarmTwice);
    statement.summary = "lock timeout as before";
    statement.origin = step.operation.origin;
    statements.push_back(std::move(statement));
    return;
  }
}

class OracleBackend final : public Backend {
 public:
  std::string_view name() const override { return "oracle"; }

  void Check(Steps steps, const dialect::Dialect& dialect, diag::Sink& sink) const override { CheckSteps(steps, dialect, sink); }

  RevisionSql Emit(Steps steps, const dialect::Dialect& dialect) const override {
    RevisionSql sql;
    for (const catalog::Step& step : steps) {
      std::vector<Statement> some = Print(step, dialect);
      std::move(some.begin(), some.end(), std::back_inserter(sql.statements));
    }
    ResetTimeouts(steps, dialect, sql.statements);
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

std::unique_ptr<emit::Backend> MakeBackend() { return std::make_unique<OracleBackend>(); }

}  // namespace migc::emit::oracle
