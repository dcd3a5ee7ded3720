#include "emit/postgres/backend.h"

#include <algorithm>

#include "emit/postgres/pending.h"
#include "emit/postgres/print.h"
#include "emit/postgres/support.h"
#include "emit/postgres/syntax.h"
#include "migc/emit/walk.h"

namespace migc::emit::postgres {
namespace {

using Steps = std::span<const catalog::Step>;

bool NamesValue(const ir::Operation& operation, const std::string& value) {
  const auto in_text = [&](const std::string& sql) { return sql.find(value) != std::string::npos; };
  if (const auto* raw = std::get_if<ir::RawSql>(&operation.body)) return in_text(raw->text);
  if (const auto* require = std::get_if<ir::Require>(&operation.body)) return in_text(require->query);
  if (const auto* define = std::get_if<ir::Define>(&operation.body)) return in_text(define->routine.text.value_or(""));
  bool found = false;
  Visitor visitor;
  visitor.expr = [&](const ir::Expr& expr) {
    found = found || (expr.kind == ir::ExprKind::kString && expr.text == value) ||
            (expr.kind == ir::ExprKind::kRawSql && in_text(expr.text));
  };
  Walk(operation, visitor);
  const auto* insert = std::get_if<ir::Insert>(&operation.body);
  return found || (insert != nullptr && insert->select && in_text(*insert->select));
}

// A new value may be used at once when the enum was made in the same transaction; else not before it is committed.
bool IsUsedLater(Steps steps, std::size_t at) {
  const auto* alter = std::get_if<ir::AlterEnum>(&steps[at].operation.body);
  const auto* add = alter == nullptr ? nullptr : std::get_if<ir::AddEnumValue>(&alter->action);
  if (add == nullptr) return false;
  for (std::size_t i = 0; i < at; ++i) {
    const auto* create = std::get_if<ir::CreateEnum>(&steps[i].operation.body);
    const bool one_transaction =
        std::none_of(steps.begin() + static_cast<std::ptrdiff_t>(i), steps.begin() + static_cast<std::ptrdiff_t>(at),
                     [](const catalog::Step& step) { return step.operation.no_transaction; });
    if (create != nullptr && create->name == alter->name && one_transaction) return false;
  }
  return std::any_of(steps.begin() + static_cast<std::ptrdiff_t>(at) + 1, steps.end(),
                     [&](const catalog::Step& step) { return NamesValue(step.operation, add->value); });
}

bool RunsOutside(const std::vector<Statement>& statements) {
  return std::any_of(statements.begin(), statements.end(), [](const Statement& statement) { return statement.no_transaction; });
}

// `set lock timeout` lasts for the rest of the revision, also where the script is one transaction.
void ResetTimeouts(Steps steps, bool session, const dialect::Dialect& dialect, std::vector<Statement>& statements) {
  const auto reset = [&](std::string_view parameter, auto member, dialect::Capability capability) {
    if (!dialect.Has(capability)) return;
    for (const catalog::Step& step : steps) {
      const auto* set = std::get_if<ir::SetTimeouts>(&step.operation.body);
      if (set == nullptr || !(set->*member)) continue;
      SqlWriter out(dialect);
      if (session) {
        out.Keyword("RESET").Words(parameter);
      } else {
        out.Keyword("SET LOCAL").Words(parameter).Keyword("TO DEFAULT");
      }
      Statement statement;
      statement.sql = out.Take();
      statement.summary = "timeouts as before";
      statement.origin = step.operation.origin;
      statement.no_transaction = statements.back().no_transaction;
      statements.push_back(std::move(statement));
      return;
    }
  };
  reset("lock_timeout", &ir::SetTimeouts::lock_ms, dialect::Capability::kLockTimeout);
  reset("statement_timeout", &ir::SetTimeouts::statement_ms, dialect::Capability::kStatementTimeout);
}

class PostgresBackend final : public Backend {
 public:
  std::string_view name() const override { return "postgres"; }

  void Check(Steps steps, const dialect::Dialect& dialect, diag::Sink& sink) const override {
    CheckCapabilities(steps, dialect, sink);
    CheckSupport(steps, dialect, sink);
  }

  RevisionSql Emit(Steps steps, const dialect::Dialect& dialect) const override {
    RevisionSql sql;
    bool outside = false;
    for (int attempt = 0; attempt < 2; ++attempt) {
      sql.statements.clear();
      PendingChecks pending(dialect);
      for (std::size_t i = 0; i < steps.size(); ++i) {
        std::vector<Statement> first = pending.Before(steps[i]);
        std::move(first.begin(), first.end(), std::back_inserter(sql.statements));
        std::vector<Statement> some = Print(steps[i], dialect, {IsUsedLater(steps, i), outside});
        std::move(some.begin(), some.end(), std::back_inserter(sql.statements));
      }
      // SET LOCAL would end with the transaction that a statement outside of it interrupts.
      if (outside == RunsOutside(sql.statements)) break;
      outside = RunsOutside(sql.statements);
    }
    ResetTimeouts(steps, outside, dialect, sql.statements);
    return sql;
  }

  std::string Value(const ir::Expr& expr, const dialect::Dialect& dialect) const override {
    SqlWriter out(dialect);
    PrintExpr(out, expr, PostgresSyntax());
    return out.Take();
  }
};

}  // namespace

std::unique_ptr<emit::Backend> MakeBackend() { return std::make_unique<PostgresBackend>(); }

}  // namespace migc::emit::postgres
