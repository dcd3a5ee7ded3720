#include "emit/check_sql.h"

#include <optional>
#include <string>
#include <vector>

#include "migc/emit/sql_text.h"
#include "migc/emit/walk.h"

namespace migc::emit {
namespace {

class SqlChecker {
 public:
  SqlChecker(const ir::Operation& operation, const dialect::Dialect& dialect, diag::Sink& sink)
      : operation_(operation), dialect_(dialect), sink_(sink) {}

  void Run() {
    CheckWhole();
    Visitor visitor;
    visitor.expr = [this](const ir::Expr& expr) {
      if (expr.kind == ir::ExprKind::kRawSql) CheckFragment(expr.text, expr.origin);
    };
    visitor.type = [this](const ir::Type& type) { CheckFragment(type.native, type.origin); };
    visitor.constraint = [this](const ir::Constraint& constraint) { CheckConstraint(constraint); };
    visitor.index = [this](const ir::Index& index) { CheckIndex(index); };
    Walk(operation_, visitor);
    if (const auto* create = std::get_if<ir::CreateTable>(&operation_.body)) {
      for (const std::string& option : create->table.options) CheckFragment(option, {});
    } else if (const auto* alter = std::get_if<ir::AlterTable>(&operation_.body)) {
      for (const ir::AlterAction& action : alter->actions) {
        if (const auto* set = std::get_if<ir::SetTableOption>(&action.body)) CheckFragment(set->option, action.origin);
      }
    }
  }

 private:
  std::optional<source::Span> Place(const ir::Origin& origin) const {
    if (origin.known) return origin.span;
    if (operation_.origin.known) return operation_.origin.span;
    return std::nullopt;
  }

  // Texts that are statements of their own, or most of one.
  void CheckWhole() {
    if (const auto* raw = std::get_if<ir::RawSql>(&operation_.body)) {
      CheckStatements(raw->text, std::nullopt, "");
    } else if (const auto* require = std::get_if<ir::Require>(&operation_.body)) {
      CheckStatements(require->query, 1, "`require` asks one query");
    } else if (const auto* insert = std::get_if<ir::Insert>(&operation_.body)) {
      if (insert->select) CheckStatements(*insert->select, 1, "`insert … select` takes the rows of one query");
    } else if (const auto* define = std::get_if<ir::Define>(&operation_.body)) {
      const ir::Routine& routine = define->routine;
      const bool view = routine.kind == ir::RoutineKind::kView || routine.kind == ir::RoutineKind::kMaterializedView;
      if (routine.text) CheckStatements(*routine.text, view ? std::optional<std::size_t>(1) : std::nullopt, "a view is one query");
    }
  }

  void CheckStatements(const std::string& sql, std::optional<std::size_t> count, const std::string& rule) {
    const SplitText split = SplitStatements(sql, dialect_.lexical);
    if (!split.unfinished.empty()) {
      sink_.Report(diag::Make(diag::Kind::kRawSqlUnfinished, Place({}), split.unfinished));
    } else if (count && split.parts.size() != *count) {
      sink_.Report(diag::Make(diag::Kind::kRawSqlCount, Place({}), split.parts.size(), rule));
    }
  }

  void CheckFragment(const std::string& sql, const ir::Origin& origin) {
    if (sql.empty()) return;
    if (const auto fault = FragmentFault(sql, dialect_.lexical)) {
      sink_.Report(diag::Make(diag::Kind::kRawSqlFragment, Place(origin), *fault));
    }
  }

  void CheckConstraint(const ir::Constraint& constraint) {
    const auto* exclude = std::get_if<ir::Exclude>(&constraint.body);
    if (exclude == nullptr) return;
    for (const ir::ExcludeElement& element : exclude->elements) CheckFragment(element.op, constraint.origin);
  }

  void CheckIndex(const ir::Index& index) {
    for (const std::string& option : index.options) CheckFragment(option, index.origin);
    for (const ir::IndexKey& key : index.keys) CheckFragment(key.opclass.value_or(""), key.expr.origin);
  }

  const ir::Operation& operation_;
  const dialect::Dialect& dialect_;
  diag::Sink& sink_;
};

}  // namespace

void CheckSqlOf(const ir::Operation& operation, const dialect::Dialect& dialect, diag::Sink& sink) {
  SqlChecker(operation, dialect, sink).Run();
}

}  // namespace migc::emit
