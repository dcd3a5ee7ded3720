#include "migc/emit/print.h"

#include <gmock/gmock.h>

#include "unit/emit/fixture.h"

namespace migc::emit {
namespace {

using ir::BinaryOp;
using ir::ExprKind;
using ::testing::ElementsAre;

class PrintTest : public ::testing::Test {
 protected:
  std::string Print(const ir::Expr& expr) const {
    SqlWriter out(postgres_);
    PrintExpr(out, expr, syntax_);
    return out.Take();
  }
  std::string Print(const ir::Type& type, const Enums& enums = {}) const {
    SqlWriter out(postgres_);
    PrintType(out, type, syntax_, enums, {});
    return out.Take();
  }
  std::string Print(const ir::Constraint& constraint) const {
    SqlWriter out(postgres_);
    PrintConstraint(out, constraint, syntax_);
    return out.Take();
  }
  const dialect::Dialect postgres_ = LoadBuiltin("postgres");
  const dialect::Dialect sqlite_ = LoadBuiltin("sqlite");
  const PlainSyntax syntax_;
};

TEST_F(PrintTest, NamesAreQuotedOnlyWhenTheyMustBe) {
  const auto quote = [&](std::string_view name) { return QuoteIdentifier(postgres_, name); };
  EXPECT_EQ(quote("account_1"), "account_1");
  EXPECT_EQ(quote("_a$b"), "_a$b");
  EXPECT_EQ(quote("type"), "type");
  EXPECT_EQ(quote("user"), "\"user\"");
  EXPECT_EQ(quote("timestamp"), "\"timestamp\"");
  EXPECT_EQ(quote("Account"), "\"Account\"");
  EXPECT_EQ(quote("1st"), "\"1st\"");
  EXPECT_EQ(quote("$a"), "\"$a\"");
  EXPECT_EQ(quote(""), "\"\"");
  EXPECT_EQ(quote("a b"), "\"a b\"");
  EXPECT_EQ(quote("a\"b"), "\"a\"\"b\"");
  EXPECT_EQ(quote("a\nb\\"), "\"a\nb\\\"");
  EXPECT_EQ(quote("naïve 🙂"), "\"naïve 🙂\"");
  EXPECT_EQ(quote("naïve"), "\"naïve\"");
  EXPECT_EQ(QuoteName(postgres_, {"My", "order", {}}), "\"My\".\"order\"");
  // SQLite keeps the case of what it is given, and quotes every one of its keywords.
  EXPECT_EQ(QuoteIdentifier(sqlite_, "Account"), "Account");
  EXPECT_EQ(QuoteIdentifier(sqlite_, "Abort"), "\"Abort\"");
}

TEST_F(PrintTest, BracketsAsQuotationMarks) {
  dialect::Dialect brackets = postgres_;
  brackets.quote_open = '[';
  brackets.quote_close = ']';
  EXPECT_EQ(QuoteIdentifier(brackets, "a]b["), "[a]]b[]");
}

TEST_F(PrintTest, Strings) {
  EXPECT_EQ(QuoteString(postgres_, "it's"), "'it''s'");
  EXPECT_EQ(QuoteString(postgres_, "c:\\new\n'"), "'c:\\new\n'''");
  dialect::Dialect backslash = postgres_;
  backslash.lexical.backslash_escapes = true;
  EXPECT_EQ(QuoteString(backslash, "c:\\new'"), "'c:\\\\new'''");
}

TEST_F(PrintTest, WriterPutsBlanksWhereTheyBelong) {
  SqlWriter out(postgres_);
  out.Keyword("CREATE TABLE").Name("t").Open();
  out.Indent();
  out.NewLine()
      .Name("a")
      .Keyword("INTEGER")
      .Comma()
      .NewLine()
      .Name("b")
      .Keyword("NUMERIC")
      .CallOpen()
      .Number("1")
      .Comma()
      .Number("2")
      .Close();
  out.Dedent();
  out.NewLine().Close().Keyword("WITH");
  EXPECT_EQ(out.text(), "CREATE TABLE t (\n  a INTEGER,\n  b NUMERIC(1, 2)\n) WITH");
}

TEST_F(PrintTest, RawSqlThatEndsInACommentSwallowsNothing) {
  SqlWriter out(postgres_);
  out.Keyword("CHECK").Open().Raw("a > 0 -- positive").Close();
  EXPECT_EQ(out.text(), "CHECK (a > 0 -- positive\n)");
}

TEST_F(PrintTest, PrecedenceKeepsTheTree) {
  const auto sum = Binary(BinaryOp::kAdd, Col("a"), Col("b"));
  EXPECT_EQ(Print(Binary(BinaryOp::kMultiply, sum, Num("2"))), "(a + b) * 2");
  EXPECT_EQ(Print(Binary(BinaryOp::kSubtract, Col("x"), sum)), "x - (a + b)");
  EXPECT_EQ(Print(Binary(BinaryOp::kSubtract, sum, Col("x"))), "a + b - x");
  const auto equal = Binary(BinaryOp::kEqual, Col("a"), Num("1"));
  const auto either = Binary(BinaryOp::kOr, equal, Binary(BinaryOp::kEqual, Col("b"), Num("2")));
  EXPECT_EQ(Print(either), "a = 1 OR b = 2");
  EXPECT_EQ(Print(Binary(BinaryOp::kAnd, either, equal)), "(a = 1 OR b = 2) AND a = 1");
  EXPECT_EQ(Print(E(ExprKind::kNot, "", {equal})), "NOT (a = 1)");
  EXPECT_EQ(Print(E(ExprKind::kNot, "", {Col("a")})), "NOT a");
  EXPECT_EQ(Print(Binary(BinaryOp::kEqual, equal, Col("c"))), "(a = 1) = c");
  EXPECT_EQ(Print(E(ExprKind::kIsNull, "", {equal})), "(a = 1) IS NULL");
  EXPECT_EQ(Print(E(ExprKind::kNegate, "", {E(ExprKind::kNegate, "", {Num("1")})})), "-(-1)");
  EXPECT_EQ(Print(Binary(BinaryOp::kSubtract, Num("2"), E(ExprKind::kNegate, "", {Num("1")}))), "2 - -1");
}

TEST_F(PrintTest, ConcatenationNeverRestsOnTheDialectsRank) {
  const auto sum = Binary(BinaryOp::kAdd, Col("a"), Num("1"));
  const auto both = Binary(BinaryOp::kConcat, Col("a"), Col("b"));
  EXPECT_EQ(Print(Binary(BinaryOp::kConcat, sum, Str("x"))), "(a + 1) || 'x'");
  EXPECT_EQ(Print(Binary(BinaryOp::kAdd, both, Num("1"))), "(a || b) + 1");
  EXPECT_EQ(Print(Binary(BinaryOp::kConcat, both, Col("c"))), "a || b || c");
  EXPECT_EQ(Print(Binary(BinaryOp::kEqual, both, Str("x"))), "a || b = 'x'");
}

TEST_F(PrintTest, RawSqlAsAnOperandGetsParentheses) {
  EXPECT_EQ(Print(Sql("a or b")), "a or b");
  EXPECT_EQ(Print(Binary(BinaryOp::kAnd, Sql("a or b"), Col("c"))), "(a or b) AND c");
}

TEST_F(PrintTest, PredicatesCasesAndCasts) {
  ir::Expr in = E(ExprKind::kIn, "", {Col("a"), Num("1"), Num("2")});
  EXPECT_EQ(Print(in), "a IN (1, 2)");
  in.negated = true;
  EXPECT_EQ(Print(in), "a NOT IN (1, 2)");
  EXPECT_EQ(Print(E(ExprKind::kBetween, "", {Col("a"), Num("1"), Num("2")})), "a BETWEEN 1 AND 2");
  ir::Expr like = E(ExprKind::kLike, "", {Col("a"), Str("x%")});
  like.negated = true;
  EXPECT_EQ(Print(like), "a NOT LIKE 'x%'");
  ir::Expr is_null = E(ExprKind::kIsNull, "", {Col("a")});
  is_null.negated = true;
  EXPECT_EQ(Print(is_null), "a IS NOT NULL");
  ir::Expr searched = E(ExprKind::kCase, "", {in, Str("x"), is_null, Str("y"), E(ExprKind::kNull)});
  searched.has_else = true;
  EXPECT_EQ(Print(searched), "CASE WHEN a NOT IN (1, 2) THEN 'x' WHEN a IS NOT NULL THEN 'y' ELSE NULL END");
  ir::Expr simple = E(ExprKind::kCase, "", {Col("a"), Num("1"), Str("x")});
  simple.has_operand = true;
  EXPECT_EQ(Print(simple), "CASE a WHEN 1 THEN 'x' END");
  ir::Expr cast = E(ExprKind::kCast, "", {Col("a")});
  cast.types = {T(ir::TypeKind::kVarchar, 10)};
  EXPECT_EQ(Print(cast), "CAST(a AS VARCHAR(10))");
}

TEST_F(PrintTest, CallsPassThrough) {
  EXPECT_EQ(Print(E(ExprKind::kCall, "nullif", {Col("a"), Str("")})), "nullif(a, '')");
  EXPECT_EQ(Print(E(ExprKind::kCall, "MD5", {Col("order")})), "MD5(\"order\")");
  EXPECT_EQ(Print(E(ExprKind::kCall, "odd name")), "\"odd name\"()");
  ir::Expr qualified = E(ExprKind::kCall, "f", {E(ExprKind::kStar)});
  qualified.qualifier = "S";
  EXPECT_EQ(Print(qualified), "\"S\".f(*)");
  EXPECT_EQ(Print(E(ExprKind::kParens, "", {Col("a")})), "(a)");
}

TEST_F(PrintTest, Types) {
  EXPECT_EQ(Print(T(ir::TypeKind::kDecimal, 18, 2)), "NUMERIC(18,2)");
  EXPECT_EQ(Print(T(ir::TypeKind::kDecimal)), "NUMERIC");
  EXPECT_EQ(Print(T(ir::TypeKind::kBlob, 10)), "BYTEA");
  ir::Type timestamp = T(ir::TypeKind::kTimestamp, 6);
  timestamp.with_time_zone = true;
  EXPECT_EQ(Print(timestamp), "TIMESTAMP(6) WITH TIME ZONE");
  ir::Type matrix = T(ir::TypeKind::kVarchar, 5);
  matrix.array_dimensions = 2;
  EXPECT_EQ(Print(matrix), "VARCHAR(5)[][]");
  ir::Type native = T(ir::TypeKind::kText);
  native.native = "citext";
  EXPECT_EQ(Print(native), "citext");
  const catalog::Catalog catalog{catalog::Rules{}};
  const Enums enums = {{catalog.KeyOf(catalog::ObjectKind::kEnum, {"", "mood", {}}),
                        std::make_shared<const catalog::Object>(catalog::Enum{{"", "mood", {}}, {"a", "b"}, {}})}};
  EXPECT_EQ(Print(EnumType("mood")), "mood");
  EXPECT_EQ(Print(EnumType("mood"), enums), "mood(2)");
}

TEST_F(PrintTest, Constraints) {
  EXPECT_EQ(Print(ir::Constraint{"k", ir::PrimaryKey{{"a", "Order"}}, false, {}}), "CONSTRAINT k PRIMARY KEY (a, \"Order\")");
  EXPECT_EQ(Print(ir::Constraint{"k", ir::Unique{{"a"}, true}, false, {}}), "CONSTRAINT k UNIQUE NULLS NOT DISTINCT (a)");
  EXPECT_EQ(Print(ir::Constraint{"k", ir::Check{E(ExprKind::kParens, "", {Col("a")}), ""}, true, {}}),
            "CONSTRAINT k CHECK (a) NOT VALID");
  ir::ForeignKey key{{"a"}, {"s", "t", {}}, {"id"}, ir::ReferenceAction::kSetNull, ir::ReferenceAction::kNoAction,
                     true,  true,           true};
  EXPECT_EQ(Print(ir::Constraint{"k", key, true, {}}),
            "CONSTRAINT k FOREIGN KEY (a) REFERENCES s.t (id) MATCH FULL ON DELETE SET NULL ON UPDATE NO ACTION DEFERRABLE "
            "INITIALLY DEFERRED NOT VALID");
  ir::Exclude exclude{"gist", {{Col("room"), "="}, {Binary(BinaryOp::kAdd, Col("a"), Col("b")), "&&"}}, Col("active")};
  EXPECT_EQ(Print(ir::Constraint{"k", exclude, false, {}}),
            "CONSTRAINT k EXCLUDE USING gist (room WITH =, (a + b) WITH &&) WHERE (active)");
}

TEST_F(PrintTest, DataStatements) {
  const ir::Insert insert{
      {"", "t", {}}, {"a", "b"}, {{Num("1"), Str("x")}, {Num("2"), Str("y")}, {Num("3"), E(ExprKind::kNull)}}, {}, false};
  EXPECT_THAT(PrintInsert(insert, postgres_, syntax_, 2),
              ElementsAre("INSERT INTO t (a, b) VALUES\n  (1, 'x'),\n  (2, 'y')", "INSERT INTO t (a, b) VALUES (3, NULL)"));
  dialect::Dialect single = postgres_;
  single.capabilities.erase(dialect::Capability::kMultiRowInsert);
  EXPECT_EQ(PrintInsert(insert, single, syntax_, 2).size(), 3U);
  const ir::Insert select{{"", "t", {}}, {"a"}, {}, "select a from u; -- all", false};
  EXPECT_THAT(PrintInsert(select, postgres_, syntax_, 2), ElementsAre("INSERT INTO t (a)\nselect a from u"));

  SqlWriter update(postgres_);
  PrintUpdate(update, {{"", "t", {}}, {{"a", Num("1")}, {"b", Str("")}}, Binary(BinaryOp::kLess, Col("a"), Num("0")), false},
              syntax_);
  EXPECT_EQ(update.text(), "UPDATE t SET a = 1, b = '' WHERE a < 0");
  SqlWriter all(postgres_);
  PrintDelete(all, {{"", "t", {}}, {}, false}, syntax_);
  EXPECT_EQ(all.text(), "DELETE FROM t");
}

}  // namespace
}  // namespace migc::emit
