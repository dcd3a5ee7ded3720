// Equal trees give equal dumps, and what differs in the tree differs in the dump.
#include "migc/ast/dump.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace migc::ast {
namespace {

Ident Plain(std::string text) { return {std::move(text), false, {}}; }
Name NameOf(std::string text) { return {{Plain(std::move(text))}, {}}; }

template <class Node>
std::string DumpOf(Node node) {
  File file;
  file.statements.push_back({std::move(node), "", {}});
  return Dump(file);
}

Expr Leaf(ExprKind kind, std::string text) {
  Expr expr;
  expr.kind = kind;
  expr.text = std::move(text);
  return expr;
}

std::string DumpOfExpr(Expr expr) { return DumpOf(Delete{NameOf("t"), std::move(expr), false}); }

TEST(Dump, IsOneLinePerNodeWhateverTheText) {
  EXPECT_EQ(DumpOf(DropTable{{{{"a\n\"b\"\\\t\x01", true, {}}, Plain("c")}, {}}, true, true}),
            "model\n  drop table \"a\\n\"\"b\"\"\\\\\\t\\x01\".c if exists cascade\n");
  EXPECT_EQ(DumpOf(Require{{"select\r\n'1'", {}}, {"it's\n", {}}}), "model\n  require $$select\\r\\n'1'$$ 'it''s\\n'\n");
  EXPECT_EQ(DumpOf(DropSchema{{"é😀", true, {}}, false}), "model\n  drop schema \"é😀\"\n");
}

TEST(Dump, TellsAQuotedNameFromAPlainOne) {
  EXPECT_NE(DumpOf(DropSchema{{"a", true, {}}, false}), DumpOf(DropSchema{{"a", false, {}}, false}));
  EXPECT_NE(DumpOf(DropTable{{{Plain("a"), Plain("b")}, {}}, false, false}),
            DumpOf(DropTable{{{{"a.b", true, {}}}, {}}, false, false}));
}

TEST(Dump, LeavesSpansOut) {
  DropTable moved{NameOf("a"), false, false};
  moved.name.span = {{7}, 3, 4};
  moved.name.parts[0].span = {{7}, 3, 4};
  EXPECT_EQ(DumpOf(moved), DumpOf(DropTable{NameOf("a"), false, false}));
}

TEST(Dump, ShowsTheFile) {
  File file;
  EXPECT_EQ(Dump(file), "model\n");
  file.header = Header{};
  file.header->id = {"a b", true, {}};
  EXPECT_EQ(Dump(file), "revision \"a b\"\nupgrade\n");
  file.header->message = String{"m", {}};
  file.header->has_revises = true;
  file.header->revises_base = true;
  file.header->depends_on = {Plain("d"), Plain("e")};
  file.header->labels = {Plain("l")};
  file.header->created = String{"now", {}};
  file.no_transaction = true;
  file.downgrade = Downgrade{String{"why", {}}, {}, {}};
  EXPECT_EQ(Dump(file),
            "revision \"a b\" 'm'\n  revises base\n  depends on d, e\n  label l\n  created 'now'\nno transaction\nupgrade\n"
            "downgrade irreversible 'why'\n");
  file.header->revises_base = false;
  file.header->revises = {Plain("x"), Plain("y")};
  file.downgrade = Downgrade{{}, {}, {}};
  file.downgrade->statements.push_back({DropTable{NameOf("t"), false, false}, "one\ntwo", {}});
  EXPECT_EQ(Dump(file),
            "revision \"a b\" 'm'\n  revises x, y\n  depends on d, e\n  label l\n  created 'now'\nno transaction\nupgrade\n"
            "downgrade\n  -- one\n  -- two\n  drop table t\n");
}

TEST(Dump, ShowsEveryKindOfExpression) {
  EXPECT_EQ(DumpOfExpr(Leaf(ExprKind::kNull, "")), "model\n  delete from t\n    where: null\n");
  EXPECT_EQ(DumpOfExpr(Leaf(ExprKind::kBytes, "DEAD")), "model\n  delete from t\n    where: bytes 'DEAD'\n");
  EXPECT_EQ(DumpOfExpr(Leaf(ExprKind::kDate, "2026-01-31")), "model\n  delete from t\n    where: date '2026-01-31'\n");
  EXPECT_EQ(DumpOfExpr(Leaf(ExprKind::kTimestamp, "x")), "model\n  delete from t\n    where: timestamp 'x'\n");
  EXPECT_EQ(DumpOfExpr(Leaf(ExprKind::kStar, "")), "model\n  delete from t\n    where: star\n");

  Expr choice = Leaf(ExprKind::kCase, "");
  choice.has_operand = true;
  for (const char* number : {"1", "2", "3"}) choice.operands.push_back(Leaf(ExprKind::kNumber, number));
  const std::string without_else = DumpOfExpr(choice);
  EXPECT_EQ(without_else, "model\n  delete from t\n    where: case with operand\n      number 1\n      number 2\n      number 3\n");
  choice.has_operand = false;
  choice.has_else = true;
  EXPECT_NE(DumpOfExpr(choice), without_else);

  Expr cast = Leaf(ExprKind::kCast, "");
  cast.operands.push_back(Leaf(ExprKind::kTrue, ""));
  TypeRef type;
  type.name = NameOf("timestamp");
  type.arguments = {"6"};
  type.with_time_zone = true;
  type.array_dimensions = 2;
  type.native.push_back({{Plain("postgres")}, "x", false, {}});
  cast.type.push_back(type);
  EXPECT_EQ(DumpOfExpr(cast),
            "model\n  delete from t\n    where: cast\n      true\n      type: timestamp(6) with time zone[][]\n"
            "        text for postgres 'x'\n");
}

TEST(Dump, ShowsEveryFlagOfAnExpression) {
  for (const ExprKind kind : {ExprKind::kIsNull, ExprKind::kIn, ExprKind::kBetween, ExprKind::kLike}) {
    Expr expr = Leaf(kind, "");
    const std::string plain = DumpOfExpr(expr);
    expr.negated = true;
    EXPECT_NE(DumpOfExpr(expr), plain);
  }
}

TEST(Dump, ShowsEveryOptionOfAForeignKey) {
  const auto dump = [](auto change) {
    Constraint constraint;
    constraint.kind = ConstraintKind::kForeignKey;
    constraint.columns = {Plain("a")};
    constraint.reference = Reference{NameOf("t"), {Plain("b")}, {}, {}};
    change(constraint.reference->options);
    AlterTable table{NameOf("x"), false, {}};
    table.actions.push_back({AddConstraint{constraint, false}, {}});
    return DumpOf(table);
  };
  const std::string plain = dump([](ForeignKeyOptions&) {});
  EXPECT_EQ(plain, "model\n  alter table x\n    add constraint\n      constraint foreign key (a)\n        references t (b)\n");
  std::vector<std::string> dumps = {plain};
  for (const ReferenceAction action : {ReferenceAction::kNoAction, ReferenceAction::kRestrict, ReferenceAction::kCascade,
                                       ReferenceAction::kSetNull, ReferenceAction::kSetDefault}) {
    dumps.push_back(dump([&](ForeignKeyOptions& options) { options.on_delete = action; }));
    dumps.push_back(dump([&](ForeignKeyOptions& options) { options.on_update = action; }));
  }
  for (const bool value : {true, false}) {
    dumps.push_back(dump([&](ForeignKeyOptions& options) { options.deferrable = value; }));
    dumps.push_back(dump([&](ForeignKeyOptions& options) { options.initially_deferred = value; }));
  }
  dumps.push_back(dump([](ForeignKeyOptions& options) { options.match_full = true; }));
  dumps.push_back(dump([](ForeignKeyOptions& options) { options.not_valid = true; }));
  dumps.push_back(dump([](ForeignKeyOptions& options) { options.repeated.emplace_back(); }));
  std::sort(dumps.begin(), dumps.end());
  EXPECT_EQ(std::adjacent_find(dumps.begin(), dumps.end()), dumps.end());
}

}  // namespace
}  // namespace migc::ast
