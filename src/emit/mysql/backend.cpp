#include "emit/mysql/backend.h"

#include "emit/mysql/print.h"
#include "emit/mysql/probe.h"
#include "emit/mysql/support.h"
#include "emit/mysql/syntax.h"
#include "emit/mysql/timeouts.h"

namespace migc::emit::mysql {
namespace {

using Steps = std::span<const catalog::Step>;

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
