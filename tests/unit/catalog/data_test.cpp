#include "unit/catalog/build.h"

namespace migc::catalog {
namespace {

using namespace build;  // NOLINT: the words that these tests are written in
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Kind = diag::Kind;

ir::Insert Into(const std::string& table, const Names& columns, std::vector<std::vector<ir::Expr>> rows) {
  ir::Insert insert;
  insert.table = N(table);
  insert.columns = Ids(columns);
  insert.rows = std::move(rows);
  return insert;
}

class DataTest : public ReplayTest {
 protected:
  DataTest() {
    Apply(Do(ir::CreateEnum{N("mood"), {"good", "bad"}, false}));
    ir::Identity always;
    always.always = true;
    Apply(Create("t",
                 {C("id", Int()), C("a", Int()), C("b", Text()), C("r", Of(ir::TypeKind::kReal)), C("m", EnumType("mood")),
                  C("g", Int()).GeneratedAs(Ref("a")), C("i", Int()).WithIdentity(always)},
                 {Primary({"id"}), Unique({"a", "b"}), Unique({"r"})}));
  }
};

TEST_F(DataTest, InsertedRowsAreDeletedByTheirKey) {
  EXPECT_EQ(Inverse(Apply(Do(Into("t", {"b", "id"}, {{String("x"), Number("1")}})))), "delete from t\n  where id = 1\n");
  EXPECT_EQ(Inverse(Apply(Do(Into("t", {"id"}, {{Number("1")}, {Number("2")}})))), "delete from t\n  where id in (1, 2)\n");
  ir::Operation by_unique = Create("u", {C("a", Int()), C("b", Text()), C("c", Int())}, {Primary({"c"}), Unique({"a", "b"})});
  std::get<ir::CreateTable>(by_unique.body).table.columns[2].default_value = Number("1");
  Apply(by_unique);
  EXPECT_EQ(Inverse(Apply(Do(Into("u", {"a", "b"}, {{Number("1"), String("x")}, {Number("2"), String("y")}})))),
            "delete from u\n  where a = 1 and b = 'x' or a = 2 and b = 'y'\n");
  Apply(Create("v", {C("a", Int())}));
  Apply(CreateI("v", Index({"a"}, "v_a", true)));
  EXPECT_EQ(Inverse(Apply(Do(Into("v", {"a"}, {{Number("5")}})))), "delete from v\n  where a = 5\n");
}

TEST_F(DataTest, ManyRowsAreDeletedInParts) {
  Apply(Create("u", {C("id", Int())}, {Primary({"id"})}));
  std::vector<std::vector<ir::Expr>> rows;
  for (int i = 0; i < 1201; ++i) rows.push_back({Number(std::to_string(i))});
  const std::vector<ir::Operation> inverse = InverseOf(Apply(Do(Into("u", {"id"}, rows))));
  ASSERT_EQ(inverse.size(), 3U);
  EXPECT_EQ(ir::Dump(inverse[0]).substr(0, 40), "delete from u\n  where id in (1000, 1001,") << "the last rows first";
}

TEST_F(DataTest, RowsWithoutAKnownKeyCannotBeDeleted) {
  const auto reason = [&](ir::Insert insert) { return Reason(*ApplyOperation(catalog_, Do(std::move(insert)), sink_)); };
  EXPECT_THAT(reason(Into("t", {"a", "b"}, {{Number("1"), Null()}})), HasSubstr("cannot be told from others")) << "null is no key";
  EXPECT_THAT(reason(Into("t", {"id"}, {{Call("f", {})}})), HasSubstr("cannot be told"));
  EXPECT_THAT(reason(Into("t", {"r"}, {{Number("1.5")}})), HasSubstr("cannot be told")) << "a float is not what was written";
  ir::Insert select = Into("t", {"id"}, {});
  select.select = "select 1";
  EXPECT_THAT(reason(select), HasSubstr("is not known afterwards"));
  select.undo_nothing = true;
  EXPECT_EQ(reason(select), "");
}

TEST_F(DataTest, AStepKnowsItsTable) {
  const Step step = Apply(Do(Into("t", {"id"}, {{Number("1")}})));
  EXPECT_THAT(step.changes, IsEmpty());
  ASSERT_EQ(step.dependents.size(), 1U);
  EXPECT_EQ(std::get<Table>(*step.dependents[0]).definition.name.name, "t");
  EXPECT_EQ(step.enums.size(), 1U);
}

TEST_F(DataTest, WhatAnInsertMayNotSay) {
  Refused(Do(Into("nobody", {"id"}, {{Number("1")}})), Kind::kUnknownTable);
  Refused(Do(Into("t", {"di"}, {{Number("1")}})), Kind::kUnknownColumn);
  Refused(Do(Into("t", {"id", "id"}, {{Number("1"), Number("1")}})), Kind::kRepeatedColumn);
  Refused(Do(Into("t", {"id", "g"}, {{Number("1"), Number("1")}})), Kind::kNotWritable);
  Refused(Do(Into("t", {"id", "i"}, {{Number("1"), Number("1")}})), Kind::kNotWritable);
  Refused(Do(Into("t", {"id", "m"}, {{Number("1"), String("ugly")}})), Kind::kUnknownEnumValue);
  ApplyWarned(Do(Into("t", {"id"}, {{Null()}})), Kind::kNullIntoNotNull);
  ApplyWarned(Do(Into("t", {"a"}, {{Number("1")}})), Kind::kInsertLeavesOut);
}

TEST_F(DataTest, UpdatesAndDeletesCannotBeUndone) {
  ir::Update update{N("t"), {{"a", Number("1")}}, Greater(Ref("id"), Number("0")), false};
  EXPECT_THAT(Reason(Apply(Do(update))), HasSubstr("the former values are gone"));
  update.undo_nothing = true;
  EXPECT_THAT(InverseOf(ApplyAndUndo(Do(update))), IsEmpty());
  ir::Delete remove{N("t"), Greater(Ref("id"), Number("0")), false};
  EXPECT_THAT(Reason(Apply(Do(remove))), HasSubstr("the rows are gone"));
  remove.undo_nothing = true;
  ApplyAndUndo(Do(remove));
}

TEST_F(DataTest, WhatAnUpdateMayNotSay) {
  const auto update = [](const std::string& column, ir::Expr value, std::optional<ir::Expr> where = {}) {
    return Do(ir::Update{N("t"), {{ir::Identifier(column), std::move(value)}}, std::move(where), false});
  };
  Refused(update("x", Number("1")), Kind::kUnknownColumn);
  Refused(update("a", Ref("x")), Kind::kUnknownColumn);
  Refused(update("a", Number("1"), Ref("x")), Kind::kUnknownColumn);
  Refused(update("g", Number("1")), Kind::kNotWritable);
  Refused(update("m", String("ugly")), Kind::kUnknownEnumValue);
  Refused(Do(ir::Update{N("t"), {{"a", Number("1")}, {"a", Number("2")}}, std::nullopt, false}), Kind::kRepeatedColumn);
  Refused(Do(ir::Delete{N("t"), Ref("x"), false}), Kind::kUnknownColumn);
  Refused(Do(ir::Delete{N("nobody"), std::nullopt, false}), Kind::kUnknownTable);
}

ir::Operation RawOp(const std::string& text, std::optional<std::string> undo = {}, std::vector<ir::Operation> effects = {}) {
  return Do(ir::RawSql{text, std::move(undo), false, std::move(effects)}, 5);
}

TEST_F(DataTest, RawSqlIsUndoneByItsUndo) {
  EXPECT_THAT(Reason(Apply(RawOp("analyze"))), HasSubstr("write its `undo`"));
  const Step step = Apply(RawOp("x", "y"));
  ASSERT_EQ(InverseOf(step).size(), 1U);
  EXPECT_EQ(std::get<ir::RawSql>(InverseOf(step)[0].body).text, "y");
  EXPECT_THAT(InverseOf(Apply(Do(ir::RawSql{"x", std::nullopt, true, {}}))), IsEmpty());
}

TEST_F(DataTest, EffectsAreAppliedAndUndone) {
  const Step step = ApplyAndUndo(RawOp("alter table …", std::nullopt, {Alter("t", Add(C("n", Int()), {Unique({"n"})}))}));
  EXPECT_NE(FindColumn(TableOf("t"), "n"), nullptr);
  EXPECT_EQ(Inverse(step), "alter table t\n  drop column n\n") << "without an undo the inverse of the effects really runs";
  EXPECT_THAT(Completed(step), HasSubstr("constraint t_n_key unique (n)")) << "effects are completed";
  const Step with_undo = ApplyAndUndo(RawOp("x", "y", {Alter("t", ir::RenameColumnAction{"a", "z"})}));
  const std::vector<ir::Operation> inverse = InverseOf(with_undo);
  ASSERT_EQ(inverse.size(), 1U);
  const auto& undo = std::get<ir::RawSql>(inverse[0].body);
  EXPECT_EQ(undo.text, "y");
  ASSERT_EQ(undo.effects.size(), 1U);
  EXPECT_EQ(ir::Dump(undo.effects[0]), "alter table t\n  rename column z to a\n");
}

TEST_F(DataTest, EffectsThatCannotBe) {
  Refused(RawOp("x", "y", {Alter("t", Add(C("n", Int()))), Drop("nobody")}), Kind::kUnknownTable);
  EXPECT_EQ(FindColumn(TableOf("t"), "n"), nullptr) << "one that is refused takes back the others";
}

TEST_F(DataTest, WhatOnlyRawSqlKnowsIsAWarning) {
  Apply(RawOp("create table hidden (id int); create index hidden_i on t (a); alter table t add surprise int"));
  const Step altered = ApplyWarned(Alter("hidden", ir::DropColumn{"id", false, false}), Kind::kKnownToRawSqlOnly);
  EXPECT_EQ(Completed(altered), "alter table hidden\n  drop column id\n") << "it goes on as it was written";
  EXPECT_THAT(Reason(altered), HasSubstr("raw SQL made table \"hidden\""));
  EXPECT_THAT(altered.changes, IsEmpty());
  ApplyWarned(Drop("hidden"), Kind::kKnownToRawSqlOnly);
  ApplyWarned(Do(ir::DropIndex{N("hidden_i"), {}, false, false}), Kind::kKnownToRawSqlOnly);
  ApplyWarned(Alter("t", ir::SetDefault{"surprise", Number("1")}), Kind::kKnownToRawSqlOnly);
  const Step indexed = ApplyWarned(CreateI("hidden", Index({"id"})), Kind::kKnownToRawSqlOnly);
  EXPECT_EQ(Inverse(indexed), "drop index hidden_id_idx on hidden\n");
  const Step key = ApplyWarned(Alter("t", AddC(Foreign({"a"}, "hidden", {"id"}))), Kind::kKnownToRawSqlOnly);
  EXPECT_EQ(Inverse(key), "alter table t\n  drop constraint t_a_fkey\n") << "what the catalog does know can be undone";
  sink_ = {};
  ASSERT_TRUE(ApplyOperation(catalog_, Alter("t", ir::DropConstraint{"hidden_i", false, false}), sink_));
  ASSERT_EQ(sink_.diagnostics().size(), 1U);
  EXPECT_EQ(sink_.diagnostics()[0].notes[0].span, At(5).span);
  Refused(Alter("t", ir::SetDefault{"id_of_nothing", Number("1")}), Kind::kUnknownColumn);
}

TEST_F(DataTest, RawSqlWithEffectsHidesNothing) {
  Apply(RawOp("alter table t rename a to hidden", "…", {Alter("t", ir::RenameColumnAction{"a", "shown"})}));
  Refused(Alter("t", ir::DropDefault{"hidden"}), Kind::kUnknownColumn);
}

TEST_F(DataTest, ChecksAndTimeoutsChangeNothing) {
  EXPECT_THAT(InverseOf(ApplyAndUndo(Do(ir::Require{"select true", "why"}))), IsEmpty());
  EXPECT_THAT(InverseOf(ApplyAndUndo(Do(ir::SetTimeouts{5000, std::nullopt}))), IsEmpty());
}

}  // namespace
}  // namespace migc::catalog
