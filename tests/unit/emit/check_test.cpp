#include <gmock/gmock.h>

#include "migc/emit/walk.h"
#include "unit/emit/fixture.h"

namespace migc::emit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class CheckTest : public ::testing::Test {
 protected:
  // "M5001 message" of what the check says to one operation.
  std::vector<std::string> Check(ir::Operation::Body body, const dialect::Dialect& dialect) {
    catalog::Step step;
    step.operation.body = std::move(body);
    step.operation.origin = source::Span{{0}, 10, 20};
    diag::Sink sink;
    CheckCapabilities({&step, 1}, dialect, sink);
    std::vector<std::string> messages;
    for (const diag::Diagnostic& one : sink.diagnostics()) {
      EXPECT_TRUE(one.span) << one.message;
      messages.push_back(std::string(diag::InfoOf(one.kind).code) + " " + one.message);
    }
    return messages;
  }
  static ir::CreateTable TableWith(ir::Column column) {
    ir::CreateTable create;
    create.table.name.name = "t";
    create.table.columns = {std::move(column)};
    return create;
  }
  static ir::Column ColumnOf(ir::Type type) {
    ir::Column column;
    column.name = "c";
    column.type = std::move(type);
    return column;
  }
  static ir::CreateIndex IndexWith(ir::Index index) {
    index.name = "i";
    if (index.keys.empty()) index.keys.push_back({Col("a"), {}, {}, {}, {}, {}});
    return {{"", "t", {}}, index, false, false};
  }

  const dialect::Dialect postgres_ = LoadBuiltin("postgres", "18");
  const dialect::Dialect postgres12_ = LoadBuiltin("postgres", "12");
  const dialect::Dialect sqlite_ = LoadBuiltin("sqlite", "3.53");
};

TEST_F(CheckTest, RefusesWhatIsNotThereAndSaysSinceWhen) {
  ir::Index index;
  index.nulls_not_distinct = true;
  EXPECT_THAT(Check(IndexWith(index), postgres_), IsEmpty());
  EXPECT_THAT(Check(IndexWith(index), postgres12_),
              ElementsAre("M5001 this asks for NULLS NOT DISTINCT, which PostgreSQL 12 does not have"));
  catalog::Step step;
  step.operation.body = IndexWith(index);
  diag::Sink sink;
  CheckCapabilities({&step, 1}, postgres12_, sink);
  ASSERT_EQ(sink.diagnostics().size(), 1U);
  EXPECT_EQ(sink.diagnostics()[0].notes[0].text, "PostgreSQL has it since version 15");
  EXPECT_THAT(sink.diagnostics()[0].help, HasSubstr("unique index"));
}

TEST_F(CheckTest, VirtualColumnsBeginWith18) {
  ir::Column column = ColumnOf(T(ir::TypeKind::kInteger));
  column.generated = ir::Generated{Num("1"), ir::Storage::kVirtual};
  EXPECT_THAT(Check(TableWith(column), postgres_), IsEmpty());
  EXPECT_THAT(Check(TableWith(column), postgres12_), ElementsAre(HasSubstr("virtual generated column")));
  column.generated->storage = ir::Storage::kUnspecified;
  EXPECT_THAT(Check(TableWith(column), postgres12_), IsEmpty());
}

TEST_F(CheckTest, ObjectsThatSqliteDoesNotHave) {
  for (ir::Operation::Body body : std::vector<ir::Operation::Body>{
           ir::CreateSequence{{"", "s", {}}, {}, false}, ir::CreateSchema{"s", false}, ir::CreateExtension{"x", false},
           ir::Grant{false, {"select"}, {"", "t", {}}, {"r"}}, ir::DropTable{{"", "t", {}}, false, true},
           ir::Define{{ir::RoutineKind::kFunction, {"", "f", {}}, {}, {}, "create function f() …", {}}}}) {
    EXPECT_THAT(Check(body, sqlite_), ElementsAre(HasSubstr("M5001 "))) << body.index();
    EXPECT_THAT(Check(body, postgres_), IsEmpty()) << body.index();
  }
  // What this dialect was given no text for is not there.
  EXPECT_THAT(Check(ir::Define{{ir::RoutineKind::kFunction, {"", "f", {}}, {}, {}, std::nullopt, {}}}, sqlite_), IsEmpty());
}

TEST_F(CheckTest, WhatIsNotFollowedIsAWarning) {
  ir::CreateIndex create = IndexWith({});
  create.online = true;
  create.index.include = {"b"};
  create.index.keys[0].nulls = ir::NullsOrder::kFirst;
  EXPECT_THAT(Check(create, postgres_), IsEmpty());
  EXPECT_THAT(Check(create, sqlite_),
              ElementsAre(HasSubstr("M5002 SQLite 3.53 does not have a form that does not block writers; they wait"),
                          HasSubstr("INCLUDE in an index"), HasSubstr("NULLS FIRST | LAST")));
  ir::AddColumn add;
  add.column = ColumnOf(T(ir::TypeKind::kText));
  add.after = "b";
  EXPECT_THAT(Check(ir::AlterTable{{"", "t", {}}, false, {{add, {}}}}, postgres_), ElementsAre(HasSubstr("a column's position")));
}

TEST_F(CheckTest, Types) {
  EXPECT_THAT(Check(TableWith(ColumnOf(T(ir::TypeKind::kInterval))), sqlite_),
              ElementsAre("M5003 SQLite 3.53 has no type for interval"));
  ir::Type native = T(ir::TypeKind::kInterval);
  native.native = "TEXT";
  EXPECT_THAT(Check(TableWith(ColumnOf(native)), sqlite_), IsEmpty());
  EXPECT_THAT(Check(TableWith(ColumnOf(T(ir::TypeKind::kTimestamp, 9))), postgres_),
              ElementsAre(HasSubstr("M5004 timestamp(9) is too long: PostgreSQL takes at most 6")));
  ir::Type array = T(ir::TypeKind::kText);
  array.array_dimensions = 1;
  EXPECT_THAT(Check(TableWith(ColumnOf(array)), sqlite_), ElementsAre(HasSubstr("an array type")));
}

TEST_F(CheckTest, RawSqlMustLeaveTheScriptWhole) {
  EXPECT_THAT(Check(ir::RawSql{"select 'a", {}, false, {}}, postgres_),
              ElementsAre(HasSubstr("M5102 this SQL ends inside a string")));
  EXPECT_THAT(Check(ir::RawSql{"select 1; select 2", {}, false, {}}, postgres_), IsEmpty());
  EXPECT_THAT(Check(ir::Require{"select true; select false", "no"}, postgres_),
              ElementsAre(HasSubstr("M5104 this text holds 2 statements")));
  EXPECT_THAT(Check(ir::Define{{ir::RoutineKind::kView, {"", "v", {}}, {}, {}, "select 1; drop table t", {}}}, postgres_),
              ElementsAre(HasSubstr("M5104")));
  ir::Column column = ColumnOf(T(ir::TypeKind::kText));
  column.default_value = Sql("'x'); drop table t; --");
  EXPECT_THAT(Check(TableWith(column), postgres_),
              ElementsAre(HasSubstr("M5103 this SQL stands inside a statement, so it cannot have a `)`")));
  ir::Type native = T(ir::TypeKind::kText);
  native.native = "text /*";
  EXPECT_THAT(Check(TableWith(ColumnOf(native)), postgres_), ElementsAre(HasSubstr("a comment that it does not end")));
  ir::CreateTable create = TableWith(ColumnOf(T(ir::TypeKind::kText)));
  create.table.options = {"fillfactor=70)"};
  EXPECT_THAT(Check(create, postgres_), ElementsAre(HasSubstr("M5103")));
}

TEST(WalkTest, SeesEveryExpressionOfATable) {
  ir::CreateTable create;
  ir::Column column;
  column.default_value = Col("in_default");
  column.generated = ir::Generated{Binary(ir::BinaryOp::kAdd, Col("in_generated"), Num("1")), {}};
  create.table.columns = {column};
  create.table.constraints = {{"k", ir::Check{Col("in_check"), ""}, false, {}}};
  ir::Index index;
  index.keys.push_back({Col("in_key"), {}, {}, {}, {}, {}});
  index.where = Col("in_where");
  create.table.indexes = {index};
  std::vector<std::string> names;
  Visitor visitor;
  visitor.expr = [&](const ir::Expr& expr) {
    if (expr.kind == ir::ExprKind::kColumn) names.push_back(expr.text);
  };
  ir::Operation operation;
  operation.body = create;
  Walk(operation, visitor);
  EXPECT_THAT(names, ElementsAre("in_default", "in_generated", "in_check", "in_key", "in_where"));
}

}  // namespace
}  // namespace migc::emit
