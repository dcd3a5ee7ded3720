#include "unit/catalog/build.h"

namespace migc::catalog {
namespace {

using namespace build;  // NOLINT: the words that these tests are written in
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Kind = diag::Kind;

class TableTest : public ReplayTest {
 protected:
  void CreateParent() { Apply(Create("parent", {C("id", Int())}, {Primary({"id"})}, {}, 7)); }
  void CreateChild() { Apply(Create("child", {C("id", Int()), C("p", Int())}, {Foreign({"p"}, "parent")}, {}, 8)); }
};

TEST_F(TableTest, CreatingIsUndoneByDropping) {
  const Step step = ApplyAndUndo(Create("public.account", {C("id", Big()).WithIdentity(), C("email", Chars(320)).NotNull()},
                                        {Primary({"id"}), Unique({"email"})}, {Index({"email", "id"})}));
  EXPECT_EQ(Inverse(step), "drop table account\n");
  EXPECT_FALSE(step.loses_data);
  ASSERT_EQ(step.changes.size(), 1U);
  EXPECT_EQ(step.changes[0].before, nullptr);
  EXPECT_EQ(std::get<Table>(*step.changes[0].after).definition, TableOf("account"));
  EXPECT_TRUE(TableOf("account").columns[0].not_null) << "an identity and a primary key are never null";
  EXPECT_EQ(TableOf("account").name.schema, "") << "the default schema goes without saying";
}

TEST_F(TableTest, APrimaryKeyMakesItsColumnsNotNull) {
  const Step step = Apply(Create("t", {C("a", Int()), C("b", Int()), C("c", Int())}, {Primary({"a", "b"})}));
  const ir::Table& completed = std::get<ir::CreateTable>(step.operation.body).table;
  EXPECT_TRUE(completed.columns[0].not_null);
  EXPECT_TRUE(completed.columns[1].not_null);
  EXPECT_FALSE(completed.columns[2].not_null);
}

TEST_F(TableTest, RefusesATableThatIsThere) {
  CreateParent();
  const diag::Diagnostic said = Refused(Create("public.parent", {C("x", Int())}, {}, {}, 9), Kind::kDuplicateTable);
  EXPECT_EQ(said.span, At(9).span);
  ASSERT_EQ(said.notes.size(), 1U);
  EXPECT_EQ(said.notes[0].span, At(7).span);
  EXPECT_EQ(said.notes[0].text, "table \"parent\" is created here");
}

TEST_F(TableTest, IfNotExistsLeavesWhatIsThere) {
  CreateParent();
  ir::Operation again = Create("parent", {C("id", Int())});
  std::get<ir::CreateTable>(again.body).if_not_exists = true;
  const Step step = Apply(again);
  EXPECT_THAT(step.changes, IsEmpty());
  EXPECT_THAT(InverseOf(step), IsEmpty());
  ir::Operation other = Create("parent", {C("id", Text())});
  std::get<ir::CreateTable>(other.body).if_not_exists = true;
  ApplyWarned(other, Kind::kExistsDifferently);
}

TEST_F(TableTest, RefusesWhatATableCannotBe) {
  Refused(Create("t", {}), Kind::kNoColumns);
  Refused(Create("t", {C("a", Int()), C("a", Text())}), Kind::kColumnExists);
  Refused(Create("t", {C("a", Text()).WithIdentity()}), Kind::kIdentityNotInteger);
  Refused(Create("t", {C("a", Int()).WithIdentity(), C("b", Int()).WithIdentity()}), Kind::kSecondIdentity);
  Refused(Create("t", {C("a", Int()).WithIdentity().Default(Number("1"))}), Kind::kDefaultAndIdentity);
  Refused(Create("t", {C("a", Int()), C("b", Int()).GeneratedAs(Ref("a")).Default(Number("1"))}), Kind::kGeneratedAnd);
  Refused(Create("t", {C("a", Int()), C("b", Int()).GeneratedAs(Ref("a")).WithIdentity()}), Kind::kGeneratedAnd);
  Refused(Create("t", {C("a", Int())}, {Primary({"a"}), Primary({"a"})}), Kind::kSecondPrimaryKey);
  Refused(Create("t", {C("a", Int())}, {Unique({"a"}, "u"), Unique({"a"}, "u")}), Kind::kDuplicateConstraint);
  Refused(Create("t", {C("a", Int())}, {}, {Index({"a"}, "i"), Index({"a"}, "i")}), Kind::kDuplicateIndex);
  Refused(Create("t", {C("a", Int())}, {Unique({"a", "a"})}), Kind::kRepeatedColumn);
}

TEST_F(TableTest, ExpressionsNameColumnsOfTheTable) {
  const std::vector<ir::Column> columns = {C("amount", Int()), C("b", Int())};
  EXPECT_EQ(Refused(Create("t", columns, {Check(Greater(Ref("amuont"), Number("0")))}), Kind::kUnknownColumn).help,
            "did you mean \"amount\"?");
  Refused(Create("t", columns, {Primary({"x"})}), Kind::kUnknownColumn);
  Refused(Create("t", columns, {}, {Index({"x"})}), Kind::kUnknownColumn);
  Refused(Create("t", {C("a", Int()), C("g", Int()).GeneratedAs(Ref("x"))}), Kind::kUnknownColumn);
  Apply(Create("t", columns, {Check(Greater(Ref("b"), Ref("current_user")))}));
}

TEST_F(TableTest, NamesHaveALimit) {
  const std::string long_name(64, 'x');
  Refused(Create(long_name, {C("a", Int())}), Kind::kNameTooLong);
  Refused(Create("t", {C(long_name, Int())}), Kind::kNameTooLong);
  Refused(Create("t", {C("a", Int())}, {Unique({"a"}, long_name)}), Kind::kNameTooLong);
  EXPECT_EQ(Refused(Create("t", {C("a", Int())}, {}, {Index({"a"}, long_name)}), Kind::kNameTooLong).message,
            "the name of index \"" + long_name + "\" has 64 bytes; this dialect takes at most 63");
  Apply(Create(std::string(63, 'x'), {C("a", Int())}, {Unique({"a"})}));
}

TEST_F(TableTest, PostgresqlDrawsNamesFromOnePool) {
  Apply(Create("t", {C("a", Int())}, {Unique({"a"}, "t_key")}, {Index({"a"}, "t_idx")}));
  Apply(Do(ir::CreateEnum{N("mood"), {"a"}, false}));
  Apply(Do(ir::CreateSequence{N("seq"), {}, false}));
  Refused(Create("t_idx", {C("a", Int())}), Kind::kNameTaken);
  Refused(Create("t_key", {C("a", Int())}), Kind::kNameTaken);
  Refused(Create("mood", {C("a", Int())}), Kind::kNameTaken);
  Refused(Create("seq", {C("a", Int())}), Kind::kNameTaken);
  Refused(Create("u", {C("a", Int())}, {Unique({"a"}, "t_idx")}), Kind::kNameTaken);
  Refused(Create("u", {C("a", Int())}, {}, {Index({"a"}, "t")}), Kind::kNameTaken);
  Apply(Create("u", {C("a", Int())}, {Check(Greater(Ref("a"), Number("0")), "t_key")}));
}

class SqliteTableTest : public TableTest {
 protected:
  SqliteTableTest() { catalog_ = Catalog(Sqlite()); }
};

TEST_F(SqliteTableTest, CaseMakesNoDifference) {
  CreateParent();
  Refused(Create("PARENT", {C("a", Int())}), Kind::kDuplicateTable);
  Refused(Create("t", {C("a", Int()), C("A", Int())}), Kind::kColumnExists);
  const Step step = Apply(Create("t", {C("Id", Int())}, {Unique({"ID"})}));
  EXPECT_THAT(Completed(step), HasSubstr("unique (Id)")) << "names are spelt as the column is";
}

TEST_F(SqliteTableTest, AnIndexMayHaveTheNameOfAKey) {
  Apply(Create("t", {C("a", Int())}, {Unique({"a"}, "uq")}));
  Apply(CreateI("t", Index({"a"}, "uq", true)));
  Refused(CreateI("t", Index({"a"}, "t")), Kind::kNameTaken);
}

TEST_F(TableTest, DroppingIsUndoneByMakingItAsItWas) {
  CreateParent();
  CreateChild();
  Apply(CreateI("child", Index({"p"}, "child_p")));
  Apply(Do(ir::Grant{false, {"select"}, N("child"), {"app"}}));
  Apply(Do(ir::Define{{ir::RoutineKind::kTrigger, N("touch"), std::nullopt, N("child"), "create trigger …", {}}}));
  const Step step = ApplyAndUndo(Drop("child"));
  EXPECT_TRUE(step.loses_data);
  EXPECT_EQ(Inverse(step),
            "create table child\n"
            "  column id integer\n"
            "  column p integer\n"
            "  constraint child_p_fkey foreign key (p) references parent (id)\n"
            "  index child_p (p)\n"
            "grant select on child to app\n"
            "define trigger touch on child\n"
            "  | create trigger …\n");
  EXPECT_EQ(step.changes.size(), 2U) << "the table and its trigger";
}

TEST_F(TableTest, ATableThatOthersReferToStays) {
  CreateParent();
  CreateChild();
  const diag::Diagnostic said = Refused(Drop("parent"), Kind::kTableReferenced);
  EXPECT_THAT(NotesOf(said), ElementsAre("foreign key \"child_p_fkey\" of table \"child\" refers to it"));
  EXPECT_EQ(said.notes[0].span, At(901).span);
  const Step step = ApplyAndUndo(Drop("parent", true));
  EXPECT_EQ(Inverse(step),
            "create table parent\n"
            "  column id integer not null\n"
            "  constraint parent_pkey primary key (id)\n"
            "alter table child\n"
            "  add constraint child_p_fkey foreign key (p) references parent (id)\n");
  EXPECT_THAT(TableOf("child").constraints, IsEmpty());
}

TEST_F(TableTest, ATableThatRefersToItselfCanBeDropped) {
  Apply(Create("node", {C("id", Int()), C("up", Int())}, {Primary({"id"}), Foreign({"up"}, "node")}));
  ApplyAndUndo(Drop("node"));
}

TEST_F(TableTest, DroppingWhatAViewNamesIsAWarning) {
  CreateParent();
  Apply(Do(ir::Define{{ir::RoutineKind::kView, N("v"), std::nullopt, {}, "select id from Parent", {}}}));
  ApplyWarned(Drop("parent"), Kind::kMentioned);
}

TEST_F(TableTest, DroppingWhatIsNotThere) {
  CreateParent();
  const diag::Diagnostic said = Refused(Drop("parnet"), Kind::kUnknownTable);
  EXPECT_EQ(said.help, "did you mean \"parent\"?");
  const Step step = Apply(Do(ir::DropTable{N("parnet"), true, false}));
  EXPECT_THAT(step.changes, IsEmpty());
  EXPECT_THAT(InverseOf(step), IsEmpty());
  Apply(Do(ir::Define{{ir::RoutineKind::kView, N("v"), std::nullopt, {}, "select 1", {}}}));
  EXPECT_EQ(Refused(Drop("v"), Kind::kWrongKind).message, "view \"v\" is no table");
}

TEST_F(TableTest, ARenameIsCarriedEverywhere) {
  CreateParent();
  CreateChild();
  ir::Expr qualified = Ref("id");
  qualified.qualifier = "parent";
  Apply(Alter("parent", AddC(Check(Greater(qualified, Number("0")), "positive"))));
  Apply(Do(ir::Define{{ir::RoutineKind::kTrigger, N("touch"), std::nullopt, N("parent"), "create trigger …", {}}}));
  const Step step = ApplyAndUndo(Do(ir::RenameTable{N("parent"), N("elder")}));
  EXPECT_EQ(Inverse(step), "rename table elder to parent\n");
  EXPECT_EQ(std::get<ir::ForeignKey>(TableOf("child").constraints[0].body).table.name, "elder");
  const ObjectKey elder = catalog_.KeyOf(ObjectKind::kTable, N("elder"));
  EXPECT_EQ(catalog_.ReferencedBy(elder).size(), 1U);
  ASSERT_EQ(catalog_.TriggersOf(elder).size(), 1U);
  EXPECT_EQ(catalog_.TriggersOf(elder)[0].name, "touch on elder");
  EXPECT_EQ(std::get<ir::Check>(FindConstraint(TableOf("elder"), "positive")->body).expr.operands[0].qualifier, "elder");
  EXPECT_NE(FindConstraint(TableOf("elder"), "parent_pkey"), nullptr) << "names of constraints do not follow";
  Apply(Drop("child"));
}

TEST_F(TableTest, ARenameNeedsAFreeNameInTheSameSchema) {
  CreateParent();
  CreateChild();
  Refused(Do(ir::RenameTable{N("parent"), N("child")}), Kind::kDuplicateTable);
  Refused(Do(ir::RenameTable{N("nobody"), N("x")}), Kind::kUnknownTable);
  EXPECT_EQ(Refused(Do(ir::RenameTable{N("parent"), N("s.parent")}), Kind::kRenameAcrossSchemas).help,
            "move it with `alter table parent set schema s`");
  Apply(Create("s.a", {C("x", Int())}));
  const Step step = ApplyAndUndo(Do(ir::RenameTable{N("s.a"), N("b")}));
  EXPECT_EQ(Completed(step), "rename table s.a to s.b\n") << "it stays where it was";
}

TEST_F(SqliteTableTest, ARenameMayChangeTheCaseAlone) {
  CreateParent();
  ApplyAndUndo(Do(ir::RenameTable{N("parent"), N("Parent")}));
  EXPECT_EQ(TableOf("parent").name.name, "Parent");
}

TEST_F(TableTest, SchemaOptionAndComment) {
  CreateParent();
  CreateChild();
  Apply(Do(ir::Define{{ir::RoutineKind::kTrigger, N("touch"), std::nullopt, N("parent"), "create trigger …", {}}}));
  EXPECT_EQ(Inverse(ApplyAndUndo(Alter("parent", ir::SetSchema{"billing"}, ir::SetTableComment{"x"}))),
            "alter table billing.parent\n"
            "  no comment\n"
            "  set default schema\n");
  EXPECT_EQ(std::get<ir::ForeignKey>(TableOf("child").constraints[0].body).table.Text(), "billing.parent");
  ApplyAndUndo(Alter("billing.parent", ir::SetTableComment{"one"}));
  ApplyAndUndo(Alter("billing.parent", ir::SetTableComment{std::nullopt}));
  ApplyAndUndo(Alter("billing.parent", ir::SetSchema{"public"}));
  ir::Operation create = Create("o", {C("a", Int())});
  std::get<ir::CreateTable>(create.body).table.options = {"FILLFACTOR=70"};
  Apply(create);
  ApplyAndUndo(Alter("o", ir::SetTableOption{"fillfactor = 90"}));
  EXPECT_THAT(TableOf("o").options, ElementsAre("fillfactor = 90"));
  EXPECT_THAT(Reason(Apply(Alter("o", ir::SetTableOption{"autovacuum_enabled=false"}))), HasSubstr("AUTOVACUUM_ENABLED"));
}

TEST_F(TableTest, ASchemaWithATableOfThatNameTakesNoOther) {
  CreateParent();
  Apply(Create("s.parent", {C("a", Int())}));
  Refused(Alter("parent", ir::SetSchema{"s"}), Kind::kNameTaken);
}

TEST_F(TableTest, EnumsAreTypes) {
  EXPECT_EQ(Refused(Create("t", {C("a", EnumType("datetime"))}), Kind::kUnknownType).help, "write `timestamp`");
  EXPECT_EQ(Refused(Create("t", {C("a", EnumType("integre"))}), Kind::kUnknownType).help, "did you mean \"integer\"?");
  Apply(Do(ir::CreateEnum{N("mood"), {"good", "bad"}, false}));
  EXPECT_EQ(Refused(Create("t", {C("a", EnumType("moood"))}), Kind::kUnknownType).help, "did you mean \"mood\"?");
  Refused(Create("t", {C("a", EnumType("mood")).Default(String("goood"))}), Kind::kUnknownEnumValue);
  const Step step = ApplyAndUndo(Create("t", {C("a", EnumType("mood")).Default(String("good"))}));
  ASSERT_EQ(step.enums.size(), 1U);
  EXPECT_EQ(step.enums.begin()->first.name, "mood");
}

}  // namespace
}  // namespace migc::catalog
