// Fixture: operations replayed over a catalog and emitted for one version of PostgreSQL, as lines of SQL.
#pragma once

#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

#include "emit/postgres/backend.h"
#include "unit/emit/fixture.h"

namespace migc::emit::postgres {

using Bodies = std::vector<ir::Operation::Body>;

class PostgresTest : public ::testing::Test {
 protected:
  PostgresTest() { UseVersion("15"); }
  void UseVersion(const std::string& version) { dialect_ = LoadBuiltin("postgres", version); }

  static catalog::Rules PostgresRules() {
    catalog::Rules rules;
    rules.default_schema = "public";
    rules.keys_are_named_indexes = true;
    return rules;
  }
  static std::vector<ir::Operation> Operations(const Bodies& bodies, bool no_transaction = false) {
    std::vector<ir::Operation> operations;
    for (const ir::Operation::Body& body : bodies) operations.push_back({body, no_transaction, "", {}});
    return operations;
  }

  std::vector<catalog::Step> Replay(const std::vector<ir::Operation>& operations) {
    diag::Sink sink;
    auto steps = catalog::ApplyOperations(catalog_, operations, sink);
    for (const diag::Diagnostic& one : sink.diagnostics()) {
      if (one.severity() == diag::Severity::kError) ADD_FAILURE() << one.message;
    }
    return steps ? *steps : std::vector<catalog::Step>{};
  }
  // What was there before the revision.
  void Given(const Bodies& bodies) { Replay(Operations(bodies)); }

  std::vector<Statement> EmitSteps(const std::vector<catalog::Step>& steps) {
    diag::Sink sink;
    const auto backend = MakeBackend();
    backend->Check(steps, dialect_, sink);
    for (const diag::Diagnostic& one : sink.diagnostics()) {
      if (one.severity() == diag::Severity::kError) ADD_FAILURE() << one.message;
    }
    return backend->Emit(steps, dialect_).statements;
  }
  std::vector<Statement> EmitStatements(const Bodies& bodies) { return EmitSteps(Replay(Operations(bodies))); }

  // Each as its SQL; what runs outside a transaction begins with `!`; a note is `-- its summary`.
  static std::vector<std::string> Lines(const std::vector<Statement>& statements) {
    std::vector<std::string> lines;
    for (const Statement& one : statements) {
      const std::string mark = one.no_transaction ? "!" : "";
      lines.push_back(mark + (one.kind == StatementKind::kNote ? "-- " + one.summary : one.sql));
    }
    return lines;
  }
  std::vector<std::string> Emit(const Bodies& bodies) { return Lines(EmitStatements(bodies)); }
  std::vector<std::string> EmitAlter(const std::string& table, std::vector<decltype(ir::AlterAction::body)> bodies) {
    ir::AlterTable alter{{"", table, {}}, false, {}};
    for (auto& body : bodies) alter.actions.push_back({std::move(body), {}});
    return Emit({alter});
  }

  // "M5302 message" of what the back end says to the operations.
  std::vector<std::string> Check(const Bodies& bodies) {
    diag::Sink sink;
    MakeBackend()->Check(Replay(Operations(bodies)), dialect_, sink);
    std::vector<std::string> messages;
    for (const diag::Diagnostic& one : sink.diagnostics()) {
      messages.push_back(std::string(diag::InfoOf(one.kind).code) + " " + one.message);
    }
    return messages;
  }

  dialect::Dialect dialect_;
  catalog::Catalog catalog_{PostgresRules()};
};

inline ir::Column ColumnOf(std::string name, ir::Type type, bool not_null = false) {
  ir::Column column;
  column.name = std::move(name);
  column.type = std::move(type);
  column.not_null = not_null;
  return column;
}
inline ir::Column WithDefault(ir::Column column, ir::Expr value) {
  column.default_value = std::move(value);
  return column;
}
inline ir::CreateTable Table(std::string name, std::vector<ir::Column> columns, std::vector<ir::Constraint> constraints = {}) {
  ir::CreateTable create;
  create.table.name.name = std::move(name);
  create.table.columns = std::move(columns);
  create.table.constraints = std::move(constraints);
  return create;
}
inline ir::Expr Call(ir::Function function, std::vector<ir::Expr> operands = {}) {
  ir::Expr expr = E(ir::ExprKind::kFunction, "", std::move(operands));
  expr.function = function;
  return expr;
}
inline ir::IndexKey Key(ir::Expr expr) { return {std::move(expr), {}, {}, {}, {}, {}}; }
inline ir::Routine View(std::string name, std::string text) {
  return {ir::RoutineKind::kView, {"", std::move(name), {}}, {}, {}, std::move(text), {}};
}

}  // namespace migc::emit::postgres
