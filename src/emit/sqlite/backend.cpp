#include "emit/sqlite/backend.h"

#include "emit/sqlite/print.h"
#include "emit/sqlite/support.h"
#include "emit/sqlite/syntax.h"

namespace migc::emit::sqlite {
namespace {

class SqliteBackend : public emit::Backend {
 public:
  std::string_view name() const override { return "sqlite"; }

  void Check(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink) const override {
    CheckSteps(steps, dialect, sink);
  }

  RevisionSql Emit(std::span<const catalog::Step> steps, const dialect::Dialect& dialect) const override {
    return PrintSteps(steps, dialect);
  }

  std::string Value(const ir::Expr& expr, const dialect::Dialect& dialect) const override {
    SqlWriter out(dialect);
    PrintExpr(out, expr, SqliteSyntax());
    return out.Take();
  }
};

}  // namespace

std::unique_ptr<emit::Backend> MakeBackend() { return std::make_unique<SqliteBackend>(); }

}  // namespace migc::emit::sqlite
