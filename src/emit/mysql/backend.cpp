#include "emit/mysql/backend.h"

#include "emit/mysql/print.h"
#include "emit/mysql/probe.h"
#include "emit/mysql/support.h"
#include "emit/mysql/syntax.h"

namespace migc::emit::mysql {
namespace {

using Steps = std::span<const catalog::Step>;

// `set lock timeout` lasts for the rest of the revision.
void ResetTimeouts(Steps steps, const dialect::Dialect& dialect, std::vector<Statement>& statements) {
  const auto reset = [&](std::string_view variable, auto member) {
    for (const catalog::Step& step : steps) {
      const auto* set = std::get_if<ir::SetTimeouts>(&step.operation.body);
      if (set == nullptr || !(set->*member)) continue;
      Statement statement;
      statement.sql = SqlWriter(dialect).Keyword("SET SESSION").Words(variable).Keyword("= DEFAULT").Take();
      statement.probe = kHarmlessTwice;
      statement.summary = "timeouts as before";
      statement.origin = step.operation.origin;
      statements.push_back(std::move(statement));
      return;
    }
  };
  if (dialect.Has(dialect::Capability::kLockTimeout)) reset("lock_wait_timeout", &ir::SetTimeouts::lock_ms);
  if (dialect.Has(dialect::Capability::kStatementTimeout)) reset("max_statement_time", &ir::SetTimeouts::statement_ms);
}

class MysqlBackend final : public Backend {
 public:
  std::string_view name() const override { return "mysql"; }

  void Check(Steps steps, const dialect::Dialect& dialect, diag::Sink& sink) const override { CheckSupport(steps, dialect, sink); }

  RevisionSql Emit(Steps steps, const dialect::Dialect& dialect) const override {
    RevisionSql sql;
    for (const catalog::Step& step : steps) {
      std::vector<Statement> some = Print(step, dialect);
      std::move(some.begin(), some.end(), std::back_inserter(sql.statements));
    }
    ResetTimeouts(steps, dialect, sql.statements);
    return sql;
  }

  std::string Value(const ir::Expr& expr, const dialect::Dialect& dialect) const override {
    SqlWriter out(dialect);
    PrintExpr(out, expr, MysqlSyntax());
    return out.Take();
  }
};

}  // namespace

std::unique_ptr<emit::Backend> MakeBackend() { return std::make_unique<MysqlBackend>(); }

}  // namespace migc::emit::mysql
