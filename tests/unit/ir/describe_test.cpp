#include <gtest/gtest.h>

#include "migc/ir/spelling.h"
#include "unit/ir/expression.h"

namespace migc::ir {
namespace {

TEST(Spelling, NamesAreBareWhereTheyAreReadAsTheyAre) {
  const std::pair<const char*, const char*> cases[] = {
      {"account", "account"},
      {"Account", "Account"},
      {"a_1", "a_1"},
      {"1a", "\"1a\""},
      {"", "\"\""},
      {"a b", "\"a b\""},
      {"a\"b", "\"a\"\"b\""},
      {"and", "\"and\""},
      {"PRIMARY", "\"PRIMARY\""},
      {"type", "type"},
      {"caf\xc3\xa9", "\"caf\xc3\xa9\""},
      {"a${b}", "\"a${}{b}\""},
      {"current_date", "\"current_date\""},
      {"a$", "\"a$\""},
  };
  for (const auto& [name, spelt] : cases) EXPECT_EQ(SpellName(name), spelt);
  EXPECT_EQ(SpellName(Name{"my schema", "t", {}}), "\"my schema\".t");
  EXPECT_EQ(SpellNames({"a", "b c"}), "a, \"b c\"");
}

TEST(Spelling, TextsCanBeReadBack) {
  EXPECT_EQ(SpellString("it's"), "'it''s'");
  EXPECT_EQ(SpellString("costs $5, or ${x}"), "'costs $5, or ${}{x}'");
  EXPECT_EQ(SpellRawSql("select 1"), "$$ select 1 $$");
  EXPECT_EQ(SpellRawSql("do $$ x $$"), "$sql$ do $$ x $$ $sql$");
  EXPECT_EQ(SpellRawSql("do $$ x $$ $sql$"), "$sql1$ do $$ x $$ $sql$ $sql1$");
  EXPECT_EQ(OneLine("a\n\tb\x01"), "a\\n\\tb\\x01");
}

TEST(DescribeType, AsTheAuthorWouldWriteIt) {
  EXPECT_EQ(Describe(Sql(TypeKind::kDecimal, 18, 2)), "decimal(18,2)");
  EXPECT_EQ(Describe(Sql(TypeKind::kDecimal, 18)), "decimal(18)");
  Type timestamp = Sql(TypeKind::kTimestamp, 6);
  timestamp.with_time_zone = true;
  EXPECT_EQ(Describe(timestamp), "timestamp(6) with time zone");
  Type mood = Sql(TypeKind::kNamed);
  mood.name = {"app", "mood", {}};
  mood.array_dimensions = 2;
  EXPECT_EQ(Describe(mood), "app.mood[][]");
  Type email = Sql(TypeKind::kVarchar, 320);
  email.native = "citext";
  EXPECT_EQ(Describe(email), "varchar(320) native 'citext'");
  Type point = Sql(TypeKind::kNative);
  point.native = "POINT";
  EXPECT_EQ(Describe(point), "native 'POINT'");
}

TEST(Types, EveryKindHasItsKeywordOnce) {
  std::vector<std::string_view> keywords;
  for (const TypeKind kind : AllTypeKinds()) {
    if (KeywordOf(kind).empty()) continue;
    EXPECT_EQ(std::count(keywords.begin(), keywords.end(), KeywordOf(kind)), 0) << KeywordOf(kind);
    EXPECT_EQ(PortableNameOf(KeywordOf(kind)), "") << "a type of the language is not another database's";
    keywords.push_back(KeywordOf(kind));
  }
  EXPECT_EQ(keywords.size(), AllTypeKinds().size() - 2) << "all but kNamed and kNative";
  EXPECT_EQ(PortableNameOf("DateTime"), "timestamp");
  EXPECT_EQ(PortableNameOf("mood"), "");
}

TEST(DescribeExpr, Literals) {
  EXPECT_EQ(Describe(Str("it's")), "'it''s'");
  EXPECT_EQ(Describe(Leaf(ExprKind::kBytes, "DEAD")), "x'DEAD'");
  EXPECT_EQ(Describe(Leaf(ExprKind::kDate, "2026-01-31")), "date '2026-01-31'");
  EXPECT_EQ(Describe(Node(ExprKind::kNegate, {Num("5")})), "-5");
  EXPECT_EQ(Describe(Node(ExprKind::kNegate, {Node(ExprKind::kNegate, {Num("5")})})), "-(-5)") << "-- would be a comment";
  EXPECT_EQ(Describe(Leaf(ExprKind::kRawSql, "a -> 'b'")), "sql $$ a -> 'b' $$");
}

TEST(DescribeExpr, ParenthesesWherePrecedenceNeedsThem) {
  const Expr sum = Binary(BinaryOp::kAdd, Col("a"), Col("b"));
  EXPECT_EQ(Describe(Binary(BinaryOp::kMultiply, sum, Num("2"))), "(a + b) * 2");
  EXPECT_EQ(Describe(Binary(BinaryOp::kAdd, sum, Num("2"))), "a + b + 2");
  EXPECT_EQ(Describe(Binary(BinaryOp::kSubtract, Num("2"), sum)), "2 - (a + b)");
  EXPECT_EQ(Describe(Binary(BinaryOp::kConcat, sum, Col("c"))), "(a + b) || c");
  EXPECT_EQ(Describe(Binary(BinaryOp::kConcat, Binary(BinaryOp::kConcat, Col("a"), Col("b")), Col("c"))), "a || b || c");
  const Expr either = Binary(BinaryOp::kOr, Col("a"), Col("b"));
  EXPECT_EQ(Describe(Binary(BinaryOp::kAnd, either, Col("c"))), "(a or b) and c");
  EXPECT_EQ(Describe(Node(ExprKind::kNot, {either})), "not (a or b)");
  EXPECT_EQ(Describe(Node(ExprKind::kIsNull, {either})), "(a or b) is null");
  EXPECT_EQ(Describe(Node(ExprKind::kParens, {either})), "(a or b)");
}

TEST(DescribeExpr, PredicatesCallsAndCase) {
  Expr in = Node(ExprKind::kIn, {Col("status"), Str("a"), Str("b")});
  in.negated = true;
  EXPECT_EQ(Describe(in), "status not in ('a', 'b')");
  EXPECT_EQ(Describe(Node(ExprKind::kBetween, {Col("n"), Num("1"), Num("9")})), "n between 1 and 9");
  EXPECT_EQ(Describe(Node(ExprKind::kLike, {Col("n"), Str("a%")})), "n like 'a%'");
  EXPECT_EQ(Describe(Call(Function::kCurrentDate)), "current_date");
  EXPECT_EQ(Describe(Col("current_date")), "\"current_date\"") << "the column is not the function";
  EXPECT_EQ(Describe(Call(Function::kNow)), "now()");
  Expr call = Node(ExprKind::kCall, {Leaf(ExprKind::kStar)});
  call.text = "count";
  call.qualifier = "pg_catalog";
  EXPECT_EQ(Describe(call), "pg_catalog.count(*)");
  Expr choice = Node(ExprKind::kCase, {Col("n"), Num("1"), Str("one"), Num("2"), Str("two"), Str("many")});
  choice.has_operand = choice.has_else = true;
  EXPECT_EQ(Describe(choice), "case n when 1 then 'one' when 2 then 'two' else 'many' end");
  Expr search = Node(ExprKind::kCase, {Col("a"), Num("1")});
  EXPECT_EQ(Describe(search), "case when a then 1 end");
  Expr cast = Node(ExprKind::kCast, {Col("a")});
  cast.types.push_back(Sql(TypeKind::kVarchar, 10));
  EXPECT_EQ(Describe(cast), "cast(a as varchar(10))");
}

TEST(Columns, AreNamedOnceInOrderAndRenamedEverywhere) {
  Expr expr = Binary(BinaryOp::kAnd, Binary(BinaryOp::kLess, Col("b"), Col("a")), Binary(BinaryOp::kLess, Col("a"), Num("1")));
  const std::vector<Identifier> columns = ColumnsOf(expr);
  ASSERT_EQ(columns.size(), 2u);
  EXPECT_EQ(columns[0].text, "b");
  EXPECT_EQ(columns[1].text, "a");
  RenameColumn(expr, "a", "z");
  EXPECT_EQ(Describe(expr), "b < z and z < 1");
  EXPECT_FALSE(HasRawSql(expr));
  EXPECT_TRUE(HasRawSql(Node(ExprKind::kNot, {Leaf(ExprKind::kRawSql, "x")})));
}

}  // namespace
}  // namespace migc::ir
