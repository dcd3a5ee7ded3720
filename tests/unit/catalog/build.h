// Short ways to write operations by hand, and a fixture that applies them and undoes them again.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "migc/catalog/replay.h"
#include "migc/ir/dump.h"

namespace migc::catalog::build {

// A place that notes can point at.
inline ir::Origin At(std::uint32_t line) { return source::Span{{}, line * 10, line * 10 + 5}; }

inline ir::Type Of(ir::TypeKind kind) {
  ir::Type type;
  type.kind = kind;
  return type;
}
inline ir::Type Int() { return Of(ir::TypeKind::kInteger); }
inline ir::Type Big() { return Of(ir::TypeKind::kBigint); }
inline ir::Type Text() { return Of(ir::TypeKind::kText); }
inline ir::Type Chars(std::uint32_t length) {
  ir::Type type = Of(ir::TypeKind::kVarchar);
  type.length = length;
  return type;
}
inline ir::Type EnumType(const std::string& name) {
  ir::Type type = Of(ir::TypeKind::kNamed);
  type.name.name = name;
  return type;
}

inline ir::Expr Expression(ir::ExprKind kind, std::string text = {}, std::vector<ir::Expr> operands = {}) {
  ir::Expr expr;
  expr.kind = kind;
  expr.text = std::move(text);
  expr.operands = std::move(operands);
  return expr;
}
inline ir::Expr Number(const std::string& digits) { return Expression(ir::ExprKind::kNumber, digits); }
inline ir::Expr String(const std::string& text) { return Expression(ir::ExprKind::kString, text); }
inline ir::Expr Null() { return Expression(ir::ExprKind::kNull); }
inline ir::Expr Ref(const std::string& column) { return Expression(ir::ExprKind::kColumn, column); }
inline ir::Expr Raw(const std::string& sql) { return Expression(ir::ExprKind::kRawSql, sql); }
inline ir::Expr Call(const std::string& name, std::vector<ir::Expr> operands) {
  return Expression(ir::ExprKind::kCall, name, std::move(operands));
}
inline ir::Expr Greater(ir::Expr left, ir::Expr right) {
  ir::Expr expr = Expression(ir::ExprKind::kBinary, {}, {std::move(left), std::move(right)});
  expr.op = ir::BinaryOp::kGreater;
  return expr;
}

inline ir::Name N(const std::string& text, ir::Origin origin = {}) {
  const std::size_t dot = text.find('.');
  if (dot == std::string::npos) return {"", text, origin};
  return {text.substr(0, dot), text.substr(dot + 1), origin};
}

// A column, with its attributes one after the other.
struct C : ir::Column {
  C(const std::string& column, ir::Type column_type) {
    name = ir::Identifier(column, At(900));
    type = std::move(column_type);
  }
  C NotNull() && {
    not_null = true;
    return std::move(*this);
  }
  C Default(ir::Expr value) && {
    default_value = std::move(value);
    return std::move(*this);
  }
  C WithIdentity(ir::Identity value = {}) && {
    identity = value;
    return std::move(*this);
  }
  C GeneratedAs(ir::Expr expr) && {
    generated = ir::Generated{std::move(expr), ir::Storage::kStored};
    return std::move(*this);
  }
};

using Names = std::vector<std::string>;
inline std::vector<ir::Identifier> Ids(const Names& names) { return {names.begin(), names.end()}; }

inline ir::Constraint Constraint(const std::string& name, decltype(ir::Constraint::body) body) {
  ir::Constraint constraint;
  constraint.name = ir::Identifier(name);
  constraint.body = std::move(body);
  constraint.origin = At(901);
  return constraint;
}
inline ir::Constraint Primary(const Names& columns, const std::string& name = {}) {
  return Constraint(name, ir::PrimaryKey{Ids(columns)});
}
inline ir::Constraint Unique(const Names& columns, const std::string& name = {}) {
  return Constraint(name, ir::Unique{Ids(columns), false});
}
inline ir::Constraint Check(ir::Expr expr, const std::string& name = {}, const std::string& column = {}) {
  return Constraint(name, ir::Check{std::move(expr), column});
}
inline ir::Constraint Foreign(const Names& columns, const std::string& table, const Names& referred = {},
                              const std::string& name = {}) {
  ir::ForeignKey key;
  key.columns = Ids(columns);
  key.table = N(table);
  key.referred_columns = Ids(referred);
  return Constraint(name, key);
}

inline ir::Index Index(const Names& columns, const std::string& name = {}, bool unique = false) {
  ir::Index index;
  index.name = ir::Identifier(name);
  index.unique = unique;
  for (const std::string& column : columns) index.keys.push_back({Ref(column), {}, {}, {}, {}, {}});
  index.origin = At(902);
  return index;
}

inline ir::Operation Do(ir::Operation::Body body, std::uint32_t line = 1) {
  ir::Operation operation;
  operation.body = std::move(body);
  operation.origin = At(line);
  return operation;
}

inline ir::Operation Create(const std::string& name, std::vector<ir::Column> columns, std::vector<ir::Constraint> constraints = {},
                            std::vector<ir::Index> indexes = {}, std::uint32_t line = 1) {
  ir::Table table;
  table.name = N(name, At(line));
  table.columns = std::move(columns);
  table.constraints = std::move(constraints);
  table.indexes = std::move(indexes);
  table.origin = At(line);
  return Do(ir::CreateTable{std::move(table), false}, line);
}
inline ir::Operation Drop(const std::string& name, bool cascade = false) { return Do(ir::DropTable{N(name), false, cascade}, 2); }

template <class... Actions>
ir::Operation Alter(const std::string& table, Actions... actions) {
  ir::AlterTable alter;
  alter.table = N(table);
  (alter.actions.push_back({std::move(actions), At(3)}), ...);
  return Do(std::move(alter), 3);
}
inline ir::AddColumn Add(ir::Column column, std::vector<ir::Constraint> constraints = {}) {
  ir::AddColumn add;
  add.column = std::move(column);
  add.constraints = std::move(constraints);
  return add;
}
inline ir::AddConstraint AddC(ir::Constraint constraint) { return {std::move(constraint), false}; }
inline ir::Operation CreateI(const std::string& table, ir::Index index) {
  return Do(ir::CreateIndex{N(table), std::move(index), false, false}, 4);
}

// Everything as PostgreSQL has it.
inline Rules Postgres() {
  Rules rules;
  rules.default_schema = "public";
  rules.keys_are_named_indexes = true;
  return rules;
}
inline Rules Sqlite() {
  Rules rules;
  rules.case_insensitive_names = true;
  rules.forward_references = true;
  return rules;
}

class ReplayTest : public ::testing::Test {
 protected:
  explicit ReplayTest(Rules rules = Postgres()) : catalog_(std::move(rules)) {}

  // Applies it without a word said.
  Step Apply(const ir::Operation& operation) {
    const std::size_t said = sink_.diagnostics().size();
    std::optional<Step> step = ApplyOperation(catalog_, operation, sink_);
    EXPECT_TRUE(step.has_value()) << Said();
    EXPECT_EQ(sink_.diagnostics().size(), said) << Said();
    return step ? *step : Step{};
  }

  // Applies it with a warning of the kind.
  Step ApplyWarned(const ir::Operation& operation, diag::Kind kind) {
    std::optional<Step> step = ApplyOperation(catalog_, operation, sink_);
    EXPECT_TRUE(step.has_value()) << Said();
    EXPECT_THAT(Kinds(), ::testing::Contains(kind)) << Said();
    sink_ = {};
    return step ? *step : Step{};
  }

  // It is refused, with this and nothing else, and the catalog is as before.
  diag::Diagnostic Refused(const ir::Operation& operation, diag::Kind kind) {
    sink_ = {};
    const Catalog before = catalog_;
    EXPECT_FALSE(ApplyOperation(catalog_, operation, sink_).has_value());
    EXPECT_TRUE(catalog_ == before) << Dump(catalog_);
    EXPECT_EQ(Kinds(), std::vector{kind}) << Said();
    diag::Diagnostic last = sink_.diagnostics().empty() ? diag::Diagnostic{} : sink_.diagnostics().back();
    sink_ = {};
    catalog_ = before;  // without the memory of refused names
    return last;
  }

  // Applies and undoes it; then applies it again, and leaves it so.
  Step ApplyAndUndo(const ir::Operation& operation) {
    const Catalog before = catalog_;
    const Step step = Apply(operation);
    const Catalog after = catalog_;
    EXPECT_TRUE(std::holds_alternative<std::vector<ir::Operation>>(step.inverse)) << Reason(step);
    diag::Sink undone;
    EXPECT_TRUE(ApplyOperations(catalog_, InverseOf(step), undone).has_value()) << Said(undone);
    EXPECT_TRUE(catalog_ == before) << "after undoing:\n" << Dump(catalog_) << "before:\n" << Dump(before);
    diag::Sink again;
    EXPECT_TRUE(ApplyOperation(catalog_, operation, again).has_value()) << Said(again);
    EXPECT_TRUE(catalog_ == after) << "applied again:\n" << Dump(catalog_) << "first time:\n" << Dump(after);
    return step;
  }

  static std::vector<ir::Operation> InverseOf(const Step& step) {
    const auto* inverse = std::get_if<std::vector<ir::Operation>>(&step.inverse);
    return inverse == nullptr ? std::vector<ir::Operation>{} : *inverse;
  }
  static std::string Inverse(const Step& step) {
    std::string text;
    for (const ir::Operation& operation : InverseOf(step)) text += ir::Dump(operation);
    return text;
  }
  static std::string Reason(const Step& step) {
    const auto* not_derivable = std::get_if<NotDerivable>(&step.inverse);
    return not_derivable == nullptr ? "" : not_derivable->reason;
  }
  static std::string Completed(const Step& step) { return ir::Dump(step.operation); }

  std::vector<diag::Kind> Kinds() const {
    std::vector<diag::Kind> kinds;
    for (const diag::Diagnostic& one : sink_.diagnostics()) kinds.push_back(one.kind);
    return kinds;
  }
  static std::string Said(const diag::Sink& sink) {
    std::string text;
    for (const diag::Diagnostic& one : sink.diagnostics()) text += one.message + "\n";
    return text;
  }
  std::string Said() const { return Said(sink_); }

  const ir::Table& TableOf(const std::string& name) const { return catalog_.FindTable(N(name))->definition; }

  Catalog catalog_;
  diag::Sink sink_;
};

// Texts of the notes, in order.
inline std::vector<std::string> NotesOf(const diag::Diagnostic& diagnostic) {
  std::vector<std::string> texts;
  for (const diag::Note& note : diagnostic.notes) texts.push_back(note.text);
  return texts;
}

}  // namespace migc::catalog::build
