#include "unit/emit_postgres/fixture.h"

namespace migc::emit::postgres {
namespace {

using ir::TypeKind;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class AlterTest : public PostgresTest {
 protected:
  AlterTest() {
    ir::Column code = ColumnOf("code", T(TypeKind::kVarchar, 10));
    code.collation = "C";
    Given({Table("other", {ColumnOf("id", T(TypeKind::kBigint), true)}, {{"", ir::PrimaryKey{{"id"}}, false, {}}}),
           Table("t",
                 {ColumnOf("id", T(TypeKind::kBigint), true), ColumnOf("a", T(TypeKind::kText)),
                  ColumnOf("b", T(TypeKind::kInteger)), WithDefault(ColumnOf("n", T(TypeKind::kVarchar, 10)), Str("5")), code},
                 {{"", ir::PrimaryKey{{"id"}}, false, {}}, {"uq", ir::Unique{{"b"}, false}, false, {}}})});
  }
};

TEST_F(AlterTest, ActionsShareAStatement) {
  ir::Column nick = WithDefault(ColumnOf("nick", T(TypeKind::kText), true), Str(""));
  nick.comment = "short";
  EXPECT_THAT(
      EmitAlter("t", {ir::AddColumn{nick, {}, false, false, {}}, ir::DropColumn{"a", false, false}, ir::SetNotNull{"b", {}},
                      ir::SetDefault{"b", Num("1")}}),
      ElementsAre("ALTER TABLE t\n  ADD COLUMN nick TEXT DEFAULT '' NOT NULL,\n  DROP COLUMN a,\n  ALTER COLUMN b SET NOT NULL,\n"
                  "  ALTER COLUMN b SET DEFAULT 1",
                  "COMMENT ON COLUMN t.nick IS 'short'"));
}

TEST_F(AlterTest, SummaryAndLossArePerStatement) {
  ir::AlterTable alter{{"", "t", {}}, false, {{ir::SetColumnComment{"b", "x"}, {}}, {ir::DropColumn{"a", false, false}, {}}}};
  const std::vector<Statement> statements = EmitStatements({alter});
  ASSERT_EQ(statements.size(), 2U);
  EXPECT_EQ(statements[0].summary, "comment on column t.b");
  EXPECT_FALSE(statements[0].loses_data);
  EXPECT_EQ(statements[1].summary, "drop column t.a");
  EXPECT_TRUE(statements[1].loses_data);
}

TEST_F(AlterTest, RenamesStandAloneAndKeepTheirPlace) {
  EXPECT_THAT(EmitAlter("t", {ir::SetNotNull{"a", {}}, ir::RenameColumnAction{"a", "c"}, ir::SetDefault{"c", Str("x")},
                              ir::RenameConstraint{"uq", "unique_b"}, ir::SetSchema{"public"}}),
              ElementsAre("ALTER TABLE t ALTER COLUMN a SET NOT NULL", "ALTER TABLE t RENAME COLUMN a TO c",
                          "ALTER TABLE t ALTER COLUMN c SET DEFAULT 'x'", "ALTER TABLE t RENAME CONSTRAINT uq TO unique_b",
                          "ALTER TABLE t SET SCHEMA public"));
}

TEST_F(AlterTest, WhatTheServerWouldReorderIsSplit) {
  // The drop would run before the type change that reads the column.
  EXPECT_THAT(EmitAlter("t", {ir::SetType{"b", T(TypeKind::kBigint), E(ir::ExprKind::kCall, "length", {Col("a")})},
                              ir::DropColumn{"a", false, false}}),
              ElementsAre("ALTER TABLE t ALTER COLUMN b TYPE BIGINT USING length(a)", "ALTER TABLE t DROP COLUMN a"));
  // A new constraint of the name would be dropped before it is made.
  EXPECT_THAT(EmitAlter("t", {ir::DropConstraint{"uq", false, false},
                              ir::AddConstraint{{"uq", ir::Unique{{"n"}, false}, false, {}}, false}}),
              ElementsAre("ALTER TABLE t\n  DROP CONSTRAINT uq,\n  ADD CONSTRAINT uq UNIQUE (n)"));
  EXPECT_THAT(EmitAlter("t", {ir::AddColumn{ColumnOf("z", T(TypeKind::kText)), {}, false, false, {}}, ir::SetNotNull{"z", {}}}),
              ElementsAre("ALTER TABLE t ADD COLUMN z TEXT", "ALTER TABLE t ALTER COLUMN z SET NOT NULL"));
}

TEST_F(AlterTest, NewColumnBringsItsConstraintsInline) {
  const ir::ForeignKey key{{"other_id"}, {"", "other", {}}, {"id"}, ir::ReferenceAction::kCascade, {}, false, {}, {}};
  EXPECT_THAT(
      EmitAlter("t",
                {ir::AddColumn{ColumnOf("other_id", T(TypeKind::kBigint)),
                               {{"", key, false, {}},
                                {"", ir::Unique{{"other_id"}, false}, false, {}},
                                {"", ir::Check{Binary(ir::BinaryOp::kGreater, Col("other_id"), Num("0")), "other_id"}, true, {}}},
                               false,
                               false,
                               {}}}),
      ElementsAre("ALTER TABLE t\n  ADD COLUMN other_id BIGINT CONSTRAINT t_other_id_fkey REFERENCES other (id) ON DELETE CASCADE "
                  "CONSTRAINT t_other_id_key UNIQUE,\n  ADD CONSTRAINT t_other_id_check CHECK (other_id > 0) NOT VALID"));
}

TEST_F(AlterTest, TypeWithAnAssignmentCastNeedsNothing) {
  EXPECT_THAT(EmitAlter("t", {ir::SetType{"b", T(TypeKind::kBigint), {}}}),
              ElementsAre("ALTER TABLE t ALTER COLUMN b TYPE BIGINT"));
  EXPECT_THAT(EmitAlter("t", {ir::SetType{"n", T(TypeKind::kVarchar, 20), {}}}),
              ElementsAre("ALTER TABLE t ALTER COLUMN n TYPE VARCHAR(20)"));
}

TEST_F(AlterTest, DefaultIsSaidAgainForAnotherKindOfType) {
  EXPECT_THAT(EmitAlter("t", {ir::SetDefault{"b", Num("5")}}), ElementsAre("ALTER TABLE t ALTER COLUMN b SET DEFAULT 5"));
  EXPECT_THAT(EmitAlter("t", {ir::SetType{"b", T(TypeKind::kBigint), {}}}),
              ElementsAre("ALTER TABLE t ALTER COLUMN b TYPE BIGINT"));
  EXPECT_THAT(EmitAlter("t", {ir::SetType{"b", T(TypeKind::kText), {}}}),
              ElementsAre("ALTER TABLE t\n  ALTER COLUMN b TYPE TEXT,\n  ALTER COLUMN b SET DEFAULT 5"));
}

TEST_F(AlterTest, TypeGoesAroundTheDefault) {
  EXPECT_THAT(EmitAlter("t", {ir::SetType{"n", T(TypeKind::kInteger), {}}}),
              ElementsAre("ALTER TABLE t\n  ALTER COLUMN n DROP DEFAULT,\n  ALTER COLUMN n TYPE INTEGER USING n::INTEGER,\n"
                          "  ALTER COLUMN n SET DEFAULT '5'"));
}

TEST_F(AlterTest, TypeAndANewDefaultAreOneStatement) {
  EXPECT_THAT(EmitAlter("t", {ir::SetType{"n", T(TypeKind::kInteger), {}}, ir::SetDefault{"n", Num("7")}}),
              ElementsAre("ALTER TABLE t\n  ALTER COLUMN n DROP DEFAULT,\n  ALTER COLUMN n TYPE INTEGER USING n::INTEGER,\n"
                          "  ALTER COLUMN n SET DEFAULT 7"));
}

TEST_F(AlterTest, DefaultBeforeATypeIsOneOfThatType) {
  // What undoes `alter column n type integer …, alter column n set default 7`.
  EXPECT_THAT(EmitAlter("t", {ir::SetDefault{"b", E(ir::ExprKind::kTrue)}, ir::SetType{"b", T(TypeKind::kBoolean), {}}}),
              ElementsAre("ALTER TABLE t\n  ALTER COLUMN b DROP DEFAULT,\n  ALTER COLUMN b TYPE BOOLEAN USING b <> 0,\n"
                          "  ALTER COLUMN b SET DEFAULT TRUE"));
}

TEST_F(AlterTest, CastThatNobodyWroteIsNotTakenForOne) {
  ir::Expr cast = E(ir::ExprKind::kCast, "", {Col("b")});
  cast.types = {T(TypeKind::kVarchar, 5)};
  EXPECT_THAT(EmitAlter("t", {ir::SetType{"b", T(TypeKind::kVarchar, 5), cast}}),
              ElementsAre("ALTER TABLE t ALTER COLUMN b TYPE VARCHAR(5)"));
  cast.origin = source::Span{{0}, 1, 2};
  cast.operands[0].text = "n";
  cast.types = {T(TypeKind::kInteger)};
  EXPECT_THAT(EmitAlter("t", {ir::DropDefault{"n"}, ir::SetType{"n", T(TypeKind::kInteger), cast}}),
              ElementsAre("ALTER TABLE t\n  ALTER COLUMN n DROP DEFAULT,\n  ALTER COLUMN n TYPE INTEGER USING CAST(n AS INTEGER)"));
}

TEST_F(AlterTest, CollationSurvivesATypeChange) {
  EXPECT_THAT(EmitAlter("t", {ir::SetType{"code", T(TypeKind::kText), {}}}),
              ElementsAre("ALTER TABLE t ALTER COLUMN code TYPE TEXT COLLATE \"C\""));
  EXPECT_THAT(EmitAlter("t", {ir::SetCollation{"code", std::nullopt}}), ElementsAre("ALTER TABLE t ALTER COLUMN code TYPE TEXT"));
  EXPECT_THAT(EmitAlter("t", {ir::SetCollation{"code", "de_DE"}}),
              ElementsAre("ALTER TABLE t ALTER COLUMN code TYPE TEXT COLLATE \"de_DE\""));
}

TEST_F(AlterTest, FillComesBeforeNotNull) {
  EXPECT_THAT(EmitAlter("t", {ir::SetDefault{"a", Str("x")}, ir::SetNotNull{"a", Str("x")}}),
              ElementsAre("ALTER TABLE t ALTER COLUMN a SET DEFAULT 'x'", "UPDATE t SET a = 'x' WHERE a IS NULL",
                          "ALTER TABLE t ALTER COLUMN a SET NOT NULL"));
}

TEST_F(AlterTest, Identity) {
  ir::Identity identity{true, {}};
  EXPECT_THAT(EmitAlter("t", {ir::AddIdentity{"id", identity}}),
              ElementsAre("ALTER TABLE t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY",
                          "SELECT setval(pg_get_serial_sequence('t', 'id'), (SELECT max(id) FROM t))"));
  ir::SetIdentity set{"id", false, {}};
  set.options.increment = 3;
  set.options.cycle = true;
  set.options.restart = 9;
  EXPECT_THAT(EmitAlter("t", {set}),
              ElementsAre("ALTER TABLE t ALTER COLUMN id SET GENERATED BY DEFAULT SET INCREMENT BY 3 SET CYCLE RESTART WITH 9"));
  EXPECT_THAT(EmitAlter("t", {ir::DropIdentity{"id"}}), ElementsAre("ALTER TABLE t ALTER COLUMN id DROP IDENTITY"));
}

TEST_F(AlterTest, ConstraintsAndOptions) {
  const ir::ForeignKey key{{"b"}, {"", "other", {}}, {"id"}, {}, {}, false, {}, {}};
  EXPECT_THAT(
      EmitAlter("t", {ir::AddConstraint{{"fk", key, true, {}}, false}, ir::SetTableOption{"fillfactor=70"},
                      ir::SetTableOption{"ENABLE ROW LEVEL SECURITY"}, ir::SetTableComment{std::nullopt}}),
      ElementsAre("ALTER TABLE t\n  ADD CONSTRAINT fk FOREIGN KEY (b) REFERENCES other (id) NOT VALID,\n  SET (fillfactor=70),\n"
                  "  ENABLE ROW LEVEL SECURITY",
                  "COMMENT ON TABLE t IS NULL"));
  EXPECT_THAT(EmitAlter("t", {ir::ValidateConstraint{"fk"}}), ElementsAre("ALTER TABLE t VALIDATE CONSTRAINT fk"));
  EXPECT_THAT(EmitAlter("t", {ir::DropConstraint{"nothing", true, false}}),
              ElementsAre("ALTER TABLE t DROP CONSTRAINT IF EXISTS nothing"));
  EXPECT_THAT(EmitAlter("t", {ir::DropPrimaryKey{}}), ElementsAre("ALTER TABLE t DROP CONSTRAINT t_pkey"));
}

TEST_F(AlterTest, ViewsMakeWayForATypeAndComeBack) {
  Given({ir::Define{View("v", "select id, b from t")}, ir::Define{View("w", "select * from v where b > 0")},
         ir::Define{View("u", "select id from other")}});
  EXPECT_THAT(EmitAlter("t", {ir::SetType{"b", T(TypeKind::kBigint), {}}}),
              ElementsAre("DROP VIEW w", "DROP VIEW v", "ALTER TABLE t ALTER COLUMN b TYPE BIGINT",
                          "CREATE VIEW v AS\nselect id, b from t", "CREATE VIEW w AS\nselect * from v where b > 0"));
  EXPECT_THAT(EmitAlter("t", {ir::SetNotNull{"b", {}}}), ElementsAre("ALTER TABLE t ALTER COLUMN b SET NOT NULL"));
}

TEST_F(AlterTest, ConversionsWithoutACastAreRefused) {
  const auto change = [&](ir::Type type, std::optional<ir::Expr> using_expr) {
    return Check({ir::AlterTable{{"", "t", {}}, false, {{ir::SetType{"b", std::move(type), std::move(using_expr)}, {}}}}});
  };
  EXPECT_THAT(change(T(TypeKind::kUuid), {}), ElementsAre(HasSubstr("M5302 there is no cast from integer to uuid")));
  catalog_ = catalog::Catalog(PostgresRules());
  Given({Table("t", {ColumnOf("b", T(TypeKind::kInteger))})});
  EXPECT_THAT(change(T(TypeKind::kUuid), Call(ir::Function::kUuid)), IsEmpty());
}

TEST_F(AlterTest, DefaultThatIsNoneForTheNewTypeIsRefused) {
  Given({Table("d", {WithDefault(ColumnOf("flag", T(TypeKind::kBoolean)), E(ir::ExprKind::kTrue))})});
  const ir::AlterAction change{ir::SetType{"flag", T(TypeKind::kInteger), {}}, {}};
  const catalog::Catalog before = catalog_;
  EXPECT_THAT(Check({ir::AlterTable{{"", "d", {}}, false, {change}}}),
              ElementsAre("M5307 the default true of column \"flag\" is none for integer"));
  catalog_ = before;
  EXPECT_THAT(Check({ir::AlterTable{{"", "d", {}}, false, {change, {ir::SetDefault{"flag", Num("1")}, {}}}}}), IsEmpty());
}

TEST_F(AlterTest, ConstraintsThatAreNoAttributeOfANewColumnStandApart) {
  const ir::Exclude exclude{"gist", {{Col("during"), "&&"}}, {}};
  EXPECT_THAT(
      EmitAlter("t", {ir::AddColumn{ColumnOf("during", T(TypeKind::kInteger)),
                                    {{"apart", exclude, false, {}}, {"both", ir::Unique{{"b", "during"}, false}, false, {}}},
                                    false,
                                    false,
                                    {}}}),
      ElementsAre("ALTER TABLE t\n  ADD COLUMN during INTEGER,\n  ADD CONSTRAINT apart EXCLUDE USING gist (during WITH &&),\n"
                  "  ADD CONSTRAINT \"both\" UNIQUE (b, during)"));
}

TEST_F(AlterTest, TypeUnderAGeneratedColumnIsRefused) {
  ir::Column twice = ColumnOf("twice", T(TypeKind::kInteger));
  twice.generated = ir::Generated{Binary(ir::BinaryOp::kMultiply, Col("b"), Num("2")), {}};
  Given({ir::AlterTable{{"", "t", {}}, false, {{ir::AddColumn{twice, {}, false, false, {}}, {}}}}});
  const ir::AlterAction change{ir::SetType{"b", T(TypeKind::kBigint), {}}, {}};
  const catalog::Catalog before = catalog_;
  EXPECT_THAT(Check({ir::AlterTable{{"", "t", {}}, false, {change}}}), ElementsAre(HasSubstr("M5303 the type of \"b\"")));
  catalog_ = before;
  EXPECT_THAT(Check({ir::AlterTable{{"", "t", {}}, false, {{ir::DropColumn{"twice", false, false}, {}}, change}}}), IsEmpty());
}

}  // namespace
}  // namespace migc::emit::postgres
