#include "unit/catalog/build.h"

namespace migc::catalog {
namespace {

using namespace build;  // NOLINT: the words that these tests are written in
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Kind = diag::Kind;

class OperationsTest : public ReplayTest {
 protected:
  // What the completed steps say, one after the other.
  std::string Run(const std::vector<ir::Operation>& operations) {
    steps_ = ApplyOperations(catalog_, operations, sink_);
    EXPECT_TRUE(steps_.has_value()) << Said();
    std::string text;
    for (const Step& step : steps_.value_or(std::vector<Step>{})) text += ir::Dump(step.operation);
    return text;
  }
  // A revision of these operations, undone by what was derived, leaves the catalog as it was.
  void RunAndUndo(const std::vector<ir::Operation>& operations) {
    const Catalog before = catalog_;
    Run(operations);
    ir::Revision revision;
    const auto down = DowngradeOf(revision, *steps_, sink_);
    ASSERT_TRUE(down) << Said();
    diag::Sink undone;
    const auto undoing = ApplyOperations(catalog_, *down, undone);
    ASSERT_TRUE(undoing) << Said(undone);
    EXPECT_TRUE(catalog_ == before) << Dump(catalog_);
    ProveDowngrade(revision, *steps_, *undoing, sink_);
    EXPECT_EQ(Said(), "");
  }
  std::optional<std::vector<Step>> steps_;
};

TEST_F(OperationsTest, AForeignKeyWaitsForATableFurtherDown) {
  const std::vector<ir::Operation> operations = {
      Create("a", {C("id", Int()), C("b_id", Int())}, {Primary({"id"}), Foreign({"b_id"}, "b")}),
      Create("b", {C("id", Int()), C("a_id", Int())}, {Primary({"id"}), Foreign({"a_id"}, "a")}), Create("c", {C("id", Int())})};
  EXPECT_EQ(Run(operations),
            "create table a\n"
            "  column id integer not null\n"
            "  column b_id integer\n"
            "  constraint a_pkey primary key (id)\n"
            "create table b\n"
            "  column id integer not null\n"
            "  column a_id integer\n"
            "  constraint b_pkey primary key (id)\n"
            "  constraint b_a_id_fkey foreign key (a_id) references a (id)\n"
            "alter table a\n"
            "  add constraint a_b_id_fkey foreign key (b_id) references b (id)\n"
            "create table c\n"
            "  column id integer\n");
  catalog_ = Catalog(Postgres());
  RunAndUndo(operations);
}

TEST_F(OperationsTest, SoDoOnesThatAreAddedToATable) {
  Apply(Create("a", {C("x", Int())}));
  EXPECT_EQ(Run({Alter("a", Add(C("b_id", Int()), {Foreign({"b_id"}, "b")})), Alter("a", AddC(Foreign({"x"}, "b", {}, "named"))),
                 Do(ir::RenameTable{N("a"), N("z")}), Create("b", {C("id", Int())}, {Primary({"id"})})}),
            "alter table a\n"
            "  add column b_id integer\n"
            "rename table a to z\n"
            "create table b\n"
            "  column id integer not null\n"
            "  constraint b_pkey primary key (id)\n"
            "alter table z\n"
            "  add constraint a_b_id_fkey foreign key (b_id) references b (id)\n"
            "alter table z\n"
            "  add constraint named foreign key (x) references b (id)\n");
}

TEST_F(OperationsTest, OneWhoseTableIsDroppedBeforeIsForgotten) {
  Run({Create("a", {C("x", Int())}, {Foreign({"x"}, "b")}), Drop("a"), Create("b", {C("id", Int())}, {Primary({"id"})})});
  EXPECT_EQ(steps_->size(), 3U);
}

TEST_F(OperationsTest, WhereItMayItStandsInCreateTable) {
  catalog_ = Catalog(Sqlite());
  const std::vector<ir::Operation> operations = {
      Create("a", {C("id", Int()), C("b_id", Int())}, {Primary({"id"}), Foreign({"b_id"}, "b")}),
      Create("b", {C("id", Int()), C("a_id", Int())}, {Primary({"id"}), Foreign({"a_id"}, "a")})};
  EXPECT_THAT(Run(operations), HasSubstr("constraint a_b_id_fkey foreign key (b_id) references b (id)\ncreate table b\n"));
  EXPECT_EQ(steps_->size(), 2U);
  catalog_ = Catalog(Sqlite());
  RunAndUndo(operations);
}

TEST_F(OperationsTest, AForwardForeignKeyIsCheckedWhereItStands) {
  EXPECT_FALSE(ApplyOperations(
      catalog_, {Create("a", {C("x", Text())}, {Foreign({"x"}, "b")}), Create("b", {C("id", Int())}, {Primary({"id"})})}, sink_));
  EXPECT_EQ(Kinds(), std::vector{Kind::kForeignKeyTypes}) << Said();
}

TEST_F(OperationsTest, EveryErrorIsFoundAndNoneIsAnEcho) {
  EXPECT_FALSE(ApplyOperations(catalog_,
                               {Create("a", {C("x", EnumType("nothing"))}), CreateI("a", Index({"x"})), Drop("b"),
                                Create("c", {C("x", Int())}, {Foreign({"x"}, "a")}), Create("d", {C("x", Int()), C("x", Int())})},
                               sink_));
  EXPECT_EQ(Kinds(), (std::vector{Kind::kUnknownType, Kind::kUnknownTable, Kind::kColumnExists})) << Said();
}

TEST_F(OperationsTest, AWholeRevisionIsUndone) {
  RunAndUndo({Do(ir::CreateEnum{N("mood"), {"good", "bad"}, false}),
              Create("a", {C("id", Int()), C("m", EnumType("mood"))}, {Primary({"id"})}), CreateI("a", Index({"m"})),
              Do(ir::Insert{N("a"), Ids({"id"}), {{Number("1")}}, std::nullopt, false}),
              Alter("a", ir::RenameColumnAction{"m", "mood"}, ir::SetNotNull{"mood", String("good")}),
              Create("b", {C("a_id", Int())}, {Foreign({"a_id"}, "a")}), Do(ir::RenameTable{N("a"), N("z")}),
              Do(ir::Require{"select true", "why"})});
}

class DowngradeTest : public OperationsTest {};

TEST_F(DowngradeTest, SaysWhatCannotBeDerivedAtTheStatement) {
  Run({Create("a", {C("x", Int())}), Do(ir::Update{N("a"), {{"x", Number("1")}}, std::nullopt, false}, 20),
       Do(ir::RawSql{"analyze", std::nullopt, false, {}}, 30)});
  EXPECT_FALSE(DowngradeOf(ir::Revision{}, *steps_, sink_));
  ASSERT_EQ(Kinds(), (std::vector{Kind::kNotDerivable, Kind::kNotDerivable}));
  EXPECT_EQ(sink_.diagnostics()[1].span, At(20).span);
  EXPECT_THAT(sink_.diagnostics()[1].message, HasSubstr("the former values are gone"));
  EXPECT_THAT(sink_.diagnostics()[1].help, HasSubstr("downgrade { … }"));
}

TEST_F(DowngradeTest, IrreversibleSaysWhy) {
  ir::Revision revision;
  revision.header.id = ir::Identifier("1975ea");
  revision.downgrade = ir::IrreversibleDowngrade{"the data is gone", At(40)};
  EXPECT_FALSE(DowngradeOf(revision, {}, sink_));
  ASSERT_EQ(sink_.diagnostics().size(), 1U);
  EXPECT_EQ(sink_.diagnostics()[0].message, "revision 1975ea cannot be undone: the data is gone");
  EXPECT_EQ(sink_.diagnostics()[0].span, At(40).span);
}

TEST_F(DowngradeTest, AWrittenOneIsComparedWithWhatWasBefore) {
  Apply(Create("t", {C("a", Int())}));
  Run({Alter("t", Add(C("b", Int())), ir::SetType{"a", Big(), std::nullopt}), Create("u", {C("a", Int())})});
  ir::Revision revision;
  revision.header.id = ir::Identifier("1975ea");
  revision.downgrade = ir::WrittenDowngrade{{Alter("t", ir::DropColumn{"b", false, false})}, At(50)};
  const auto down = DowngradeOf(revision, *steps_, sink_);
  ASSERT_TRUE(down);
  const auto undoing = ApplyOperations(catalog_, *down, sink_);
  ASSERT_TRUE(undoing);
  ProveDowngrade(revision, *steps_, *undoing, sink_);
  ASSERT_EQ(Kinds(), std::vector{Kind::kDowngradeDiffers});
  EXPECT_EQ(sink_.diagnostics()[0].span, At(50).span);
  EXPECT_THAT(NotesOf(sink_.diagnostics()[0]),
              ElementsAre("column \"a\" of table \"t\" was `column a integer`, is `column a bigint`", "table \"u\" is left over"));
}

TEST_F(DowngradeTest, AWrittenOneThatRestoresAllIsSilent) {
  Apply(Create("t", {C("a", Int()), C("b", Int())}));
  Run({Alter("t", ir::DropColumn{"a", false, false})});
  ir::Revision revision;
  revision.downgrade = ir::WrittenDowngrade{{Alter("t", Add(C("a", Int())))}, At(50)};
  const auto undoing = ApplyOperations(catalog_, *DowngradeOf(revision, *steps_, sink_), sink_);
  ProveDowngrade(revision, *steps_, *undoing, sink_);
  EXPECT_EQ(Said(), "") << "the column is the last now, which makes no difference";
}

TEST_F(DowngradeTest, EffectsThatMayStayAreNamed) {
  Apply(Create("t", {C("a", Int())}));
  Run({Do(ir::RawSql{"x", std::nullopt, true, {Alter("t", Add(C("b", Int())))}})});
  ProveDowngrade(ir::Revision{}, *steps_, {}, sink_);
  EXPECT_EQ(Kinds(), std::vector{Kind::kDowngradeDiffers});
}

using DowngradeDeathTest = DowngradeTest;
TEST_F(DowngradeDeathTest, ADerivedOneThatDoesNotRestoreIsOurBug) {
  Run({Create("t", {C("a", Int())})});
  EXPECT_DEATH(ProveDowngrade(ir::Revision{}, *steps_, {}, sink_), "internal error.*table \"t\" is left over");
}

}  // namespace
}  // namespace migc::catalog
