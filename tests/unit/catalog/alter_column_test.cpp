#include "unit/catalog/build.h"
#include "unit/catalog/changes.h"

namespace migc::catalog {
namespace {

using namespace build;  // NOLINT: the words that these tests are written in
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Kind = diag::Kind;

class AlterColumnTest : public ReplayTest {
 protected:
  AlterColumnTest() {
    Apply(Create("parent", {C("id", Int()), C("code", Text())}, {Primary({"id"})}));
    Apply(Create("t", {C("id", Int()), C("a", Int()), C("b", Int()), C("name", Chars(20))}, {Primary({"id"})}));
  }
  std::vector<std::string> Columns() {
    std::vector<std::string> names;
    for (const ir::Column& column : TableOf("t").columns) names.push_back(column.name.text);
    return names;
  }
};

TEST_F(AlterColumnTest, AddingIsUndoneByDropping) {
  const Step step = ApplyAndUndo(Alter("t", Add(C("p", Int()), {Foreign({"p"}, "parent"), Unique({"p"})})));
  EXPECT_EQ(Completed(step),
            "alter table t\n"
            "  add column p integer\n"
            "    constraint t_p_fkey foreign key (p) references parent (id)\n"
            "    constraint t_p_key unique (p)\n");
  EXPECT_EQ(Inverse(step), "alter table t\n  drop column p\n");
  EXPECT_FALSE(step.loses_data);
}

TEST_F(AlterColumnTest, AConstraintOverOtherColumnsIsDroppedByName) {
  const Step step = ApplyAndUndo(Alter("t", Add(C("c", Int()), {Check(Greater(Ref("c"), Ref("a")), "c_a", "c")})));
  EXPECT_EQ(Inverse(step), "alter table t\n  drop constraint c_a\n  drop column c\n");
}

TEST_F(AlterColumnTest, AddingAPrimaryKeyColumnMakesItNotNull) {
  Apply(Create("keyless", {C("x", Int())}));
  const Step step = ApplyAndUndo(Alter("keyless", Add(C("id", Int()), {Primary({"id"})})));
  EXPECT_THAT(Completed(step), HasSubstr("add column id integer not null"));
}

TEST_F(AlterColumnTest, Places) {
  ir::AddColumn first = Add(C("f", Int()));
  first.first = true;
  ir::AddColumn after = Add(C("x", Int()));
  after.after = ir::Identifier("a");
  ApplyAndUndo(Alter("t", first, after));
  EXPECT_THAT(Columns(), ElementsAre("f", "id", "a", "x", "b", "name"));
  after.column.name = ir::Identifier("y");
  after.after = ir::Identifier("nowhere");
  Refused(Alter("t", after), Kind::kUnknownColumn);
}

TEST_F(AlterColumnTest, RefusesAColumnThatIsThere) {
  EXPECT_THAT(NotesOf(Refused(Alter("t", Add(C("a", Int()))), Kind::kColumnExists)), ElementsAre("column \"a\" is made here"));
  ir::AddColumn again = Add(C("a", Int()));
  again.if_not_exists = true;
  EXPECT_THAT(Apply(Alter("t", again)).changes, build::ChangesNothing());
  again.column.type = Text();
  ApplyWarned(Alter("t", again), Kind::kExistsDifferently);
  Refused(Alter("t", Add(C("c", EnumType("nothing")))), Kind::kUnknownType);
  Refused(Alter("nobody", Add(C("c", Int()))), Kind::kUnknownTable);
}

TEST_F(AlterColumnTest, DroppingIsUndoneByAddingWhatWasThere) {
  Apply(Alter("t", AddC(Unique({"name"}, "uq")), AddC(Check(Greater(Ref("name"), String("")), "ck"))));
  Apply(CreateI("t", Index({"name"}, "t_name")));
  const Step step = ApplyAndUndo(Alter("t", ir::DropColumn{"name", false, false}));
  EXPECT_TRUE(step.loses_data);
  EXPECT_EQ(Inverse(step),
            "alter table t\n"
            "  add column name varchar(20)\n"
            "    constraint uq unique (name)\n"
            "    constraint ck check (name > '')\n"
            "create index t_name (name) on t\n");
}

TEST_F(AlterColumnTest, WhatCoversOtherColumnsGoesAlongWithAWarning) {
  Apply(Alter("t", AddC(Unique({"a", "b"}, "uq")), AddC(Check(Greater(Ref("a"), Ref("b")), "ck"))));
  Apply(CreateI("t", Index({"b", "a"}, "t_ba")));
  const Catalog before = catalog_;
  std::optional<Step> step = ApplyOperation(catalog_, Alter("t", ir::DropColumn{"a", false, false}), sink_);
  ASSERT_TRUE(step);
  EXPECT_EQ(Kinds(), std::vector(3, Kind::kGoesAlong)) << Said();
  EXPECT_THAT(Said(), HasSubstr("dropping column \"a\" drops unique constraint \"uq\" too"));
  EXPECT_THAT(TableOf("t").indexes, IsEmpty());
  diag::Sink undone;
  ASSERT_TRUE(ApplyOperations(catalog_, InverseOf(*step), undone)) << Said(undone);
  EXPECT_TRUE(catalog_ == before);
}

TEST_F(AlterColumnTest, ARawCheckThatNamesItGoesAlong) {
  Apply(Alter("t", AddC(Check(Raw("a IS NOT NULL"), "ck"))));
  ApplyWarned(Alter("t", ir::DropColumn{"a", false, false}), Kind::kGoesAlong);
  EXPECT_EQ(FindConstraint(TableOf("t"), "ck"), nullptr);
}

TEST_F(AlterColumnTest, AColumnThatOthersReferToStays) {
  Apply(Alter("t", AddC(Foreign({"a"}, "parent"))));
  const diag::Diagnostic said = Refused(Alter("parent", ir::DropColumn{"id", false, false}), Kind::kColumnReferenced);
  EXPECT_THAT(NotesOf(said), ElementsAre("foreign key \"t_a_fkey\" of table \"t\" refers to it"));
  const Step step = ApplyAndUndo(Alter("parent", ir::DropColumn{"id", false, true}));
  EXPECT_EQ(Inverse(step),
            "alter table parent\n"
            "  add column id integer not null\n"
            "    constraint parent_pkey primary key (id)\n"
            "alter table t\n"
            "  add constraint t_a_fkey foreign key (a) references parent (id)\n");
}

TEST_F(AlterColumnTest, AColumnThatAnotherIsMadeFromStays) {
  Apply(Alter("t", Add(C("twice", Int()).GeneratedAs(Greater(Ref("a"), Number("2"))))));
  EXPECT_EQ(Refused(Alter("t", ir::DropColumn{"a", false, false}), Kind::kColumnGenerates).help, "drop column twice before it");
  ApplyAndUndo(Alter("t", ir::DropColumn{"twice", false, false}, ir::DropColumn{"a", false, false}));
}

TEST_F(AlterColumnTest, DroppingWhatIsNotThere) {
  EXPECT_EQ(Refused(Alter("t", ir::DropColumn{"nmae", false, false}), Kind::kUnknownColumn).help, "did you mean \"name\"?");
  EXPECT_THAT(Apply(Alter("t", ir::DropColumn{"nmae", true, false})).changes, build::ChangesNothing());
  Apply(Create("one", {C("x", Int())}));
  Refused(Alter("one", ir::DropColumn{"x", false, false}), Kind::kNoColumns);
  ApplyAndUndo(Alter("one", ir::DropColumn{"x", false, false}, Add(C("y", Int()))));
}

TEST_F(AlterColumnTest, AViewOrTriggerThatNamesTheColumnIsAWarning) {
  Apply(Do(ir::Define{{ir::RoutineKind::kView, N("v"), std::nullopt, {}, "select name from parent", {}}}));
  Apply(Do(ir::Define{{ir::RoutineKind::kTrigger, N("g"), std::nullopt, N("t"), "update of name", {}}}));
  ASSERT_TRUE(ApplyOperation(catalog_, Alter("t", ir::DropColumn{"name", false, false}), sink_));
  EXPECT_EQ(Kinds(), std::vector{Kind::kMentioned}) << Said();
  EXPECT_THAT(Said(), HasSubstr("trigger \"g on t\" names it"));
}

TEST_F(AlterColumnTest, ARenameIsCarriedEverywhere) {
  Apply(Alter("t", Add(C("twice", Int()).GeneratedAs(Greater(Ref("a"), Number("2")))), AddC(Unique({"a"}, "uq")),
              AddC(Check(Greater(Ref("a"), Ref("b")), "ck")), AddC(Foreign({"b"}, "t", {"a"}, "self"))));
  ir::Index index = Index({"a"}, "i");
  index.where = Greater(Ref("a"), Number("1"));
  index.include = {ir::Identifier("a")};
  Apply(CreateI("t", index));
  Apply(Create("other", {C("x", Int())}, {Foreign({"x"}, "t", {"a"})}));
  const Step step = ApplyAndUndo(Alter("t", ir::RenameColumnAction{"a", "z"}));
  EXPECT_EQ(Inverse(step), "alter table t\n  rename column z to a\n");
  EXPECT_EQ(Dump(catalog_).find(" a "), std::string::npos) << Dump(catalog_);
  EXPECT_THAT(Dump(catalog_), HasSubstr("foreign key (x) references t (z)"));
  EXPECT_THAT(Dump(catalog_), HasSubstr("foreign key (b) references t (z)"));
  EXPECT_THAT(Dump(catalog_), HasSubstr("index i (z) include (z) where (z > 1)"));
}

TEST_F(AlterColumnTest, ARenameInsideRawSqlIsAWarning) {
  Apply(Alter("t", AddC(Check(Raw("a > 0"), "ck"))));
  ApplyWarned(Alter("t", ir::RenameColumnAction{"a", "z"}), Kind::kRenameInsideRawSql);
}

TEST_F(AlterColumnTest, ARenameNeedsAFreeName) {
  Refused(Alter("t", ir::RenameColumnAction{"a", "b"}), Kind::kColumnExists);
  Refused(Alter("t", ir::RenameColumnAction{"x", "y"}), Kind::kUnknownColumn);
  Refused(Alter("t", ir::RenameColumnAction{"a", std::string(64, 'x')}), Kind::kNameTooLong);
}

TEST_F(AlterColumnTest, ActionsApplyInTheirOrder) {
  const Step step = ApplyAndUndo(Alter("t", ir::RenameColumnAction{"a", "old"}, Add(C("a", Text())),
                                       ir::DropColumn{"old", false, false}, AddC(Unique({"a"}))));
  EXPECT_EQ(step.changes.size(), 1U);
  EXPECT_EQ(Inverse(step),
            "alter table t\n"
            "  drop constraint t_a_key\n"
            "  add column old integer\n"
            "  drop column a\n"
            "  rename column old to a\n");
}

TEST_F(AlterColumnTest, OneWrongActionRefusesAllAndHidesNothing) {
  sink_ = {};
  const Catalog before = catalog_;
  EXPECT_FALSE(ApplyOperation(catalog_,
                              Alter("t", Add(C("c", Int())), ir::DropColumn{"nobody", false, false}, AddC(Unique({"c"})),
                                    Add(C("d", EnumType("nothing"))), AddC(Unique({"d"})), ir::DropDefault{"nowhere"}),
                              sink_));
  EXPECT_EQ(Kinds(), (std::vector{Kind::kUnknownColumn, Kind::kUnknownType, Kind::kUnknownColumn})) << Said();
  EXPECT_TRUE(catalog_ == before);
}

TEST_F(AlterColumnTest, TellsWhichTriggersAndViewsRestOnTheTable) {
  const auto define = [&](ir::RoutineKind kind, const std::string& name, const std::string& text, const std::string& table = {}) {
    Apply(Do(ir::Define{{kind, N(name), std::nullopt, N(table), text, {}}}));
  };
  define(ir::RoutineKind::kView, "z_first", "select * from t");
  define(ir::RoutineKind::kView, "a_second", "select * from z_first");
  define(ir::RoutineKind::kView, "unrelated", "select * from parent");
  define(ir::RoutineKind::kTrigger, "touch", "create trigger …", "t");
  define(ir::RoutineKind::kTrigger, "on_view", "instead of insert", "a_second");
  const Step step = Apply(Alter("t", Add(C("c", Int()))));
  std::vector<std::string> names;
  for (const ObjectPtr& object : step.dependents) names.push_back(std::get<ir::Routine>(*object).name.name);
  EXPECT_THAT(names, ElementsAre("z_first", "a_second", "on_view", "touch"));
}

class PositionTest : public AlterColumnTest {
 protected:
  PositionTest() {
    Rules rules = Postgres();
    rules.column_positions = true;
    catalog_ = Catalog(rules);
    Apply(Create("t", {C("id", Int()), C("a", Int()), C("b", Int())}));
  }
};

TEST_F(PositionTest, UndoingADropPutsTheColumnWhereItStood) {
  EXPECT_EQ(Inverse(ApplyAndUndo(Alter("t", ir::DropColumn{"a", false, false}))),
            "alter table t\n  add column a integer after id\n");
  EXPECT_EQ(Inverse(ApplyAndUndo(Alter("t", ir::DropColumn{"id", false, false}))),
            "alter table t\n  add column id integer first\n");
}

}  // namespace
}  // namespace migc::catalog
