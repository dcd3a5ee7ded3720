#include "unit/catalog/build.h"
#include "unit/catalog/changes.h"

namespace migc::catalog {
namespace {

using namespace build;  // NOLINT: the words that these tests are written in
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Kind = diag::Kind;

class ConstraintTest : public ReplayTest {
 protected:
  ConstraintTest() {
    Apply(Create("p", {C("id", Int()), C("x", Int()), C("y", Int()), C("s", Text())}, {Primary({"id"}), Unique({"x", "y"})}));
    Apply(Create("t", {C("a", Int()), C("b", Int()), C("c", Text()), C("n", Int()).NotNull()}));
  }
};

TEST_F(ConstraintTest, AddingIsUndoneByDropping) {
  EXPECT_EQ(Inverse(ApplyAndUndo(Alter("t", AddC(Unique({"a"}))))), "alter table t\n  drop constraint t_a_key\n");
  EXPECT_EQ(Inverse(ApplyAndUndo(Alter("t", AddC(Check(Greater(Ref("a"), Number("0"))))))),
            "alter table t\n  drop constraint t_a_check\n");
  EXPECT_EQ(Inverse(ApplyAndUndo(Alter("t", AddC(Foreign({"a"}, "p"))))), "alter table t\n  drop constraint t_a_fkey\n");
  ir::Exclude exclude{"gist", {{Ref("a"), "="}, {Ref("b"), "&&"}}, Greater(Ref("a"), Number("0"))};
  EXPECT_EQ(Inverse(ApplyAndUndo(Alter("t", AddC(Constraint("", exclude))))), "alter table t\n  drop constraint t_a_b_excl\n");
  EXPECT_EQ(Inverse(ApplyAndUndo(Alter("t", AddC(Primary({"a", "n"}))))),
            "alter table t\n"
            "  drop constraint t_pkey\n"
            "  alter column a drop not null\n")
      << "a key made a null column not null";
}

TEST_F(ConstraintTest, EachCanBeDropped) {
  Apply(Alter("t", AddC(Primary({"a"})), AddC(Unique({"b"})), AddC(Check(Greater(Ref("b"), Number("0")))),
              AddC(Foreign({"b"}, "p"))));
  for (const std::string name : {"t_pkey", "t_b_key", "t_b_check", "t_b_fkey"}) {
    ApplyAndUndo(Alter("t", ir::DropConstraint{name, false, false}));
  }
  EXPECT_TRUE(FindColumn(TableOf("t"), "a")->not_null) << "dropping the key leaves the column as it is";
  EXPECT_THAT(TableOf("t").constraints, IsEmpty());
}

TEST_F(ConstraintTest, DropsByShapeBecomeDropsByName) {
  Apply(Alter("t", AddC(Primary({"a"})), AddC(Unique({"b", "n"})),
              AddC(Check(Expression(ir::ExprKind::kParens, {}, {Greater(Ref("b"), Number("0"))}))), AddC(Foreign({"b"}, "p"))));
  const Step step = ApplyAndUndo(Alter("t", ir::DropPrimaryKey{}, ir::DropUnique{Ids({"n", "b"})}, ir::DropForeignKey{Ids({"b"})},
                                       ir::DropCheck{Greater(Ref("b"), Number("0"))}));
  EXPECT_EQ(Completed(step),
            "alter table t\n"
            "  drop constraint t_pkey\n"
            "  drop constraint t_b_n_key\n"
            "  drop constraint t_b_fkey\n"
            "  drop constraint t_b_check\n");
}

TEST_F(ConstraintTest, AShapeThatNoneOrSeveralHave) {
  EXPECT_EQ(Refused(Alter("t", ir::DropPrimaryKey{}), Kind::kNoSuchShape).message, "table \"t\" has no primary key");
  EXPECT_EQ(Refused(Alter("t", ir::DropUnique{Ids({"a", "b"})}), Kind::kNoSuchShape).message,
            "table \"t\" has no unique constraint over (a, b)");
  Apply(Alter("t", AddC(Foreign({"a"}, "p", {}, "one")), AddC(Foreign({"a"}, "p", {}, "two"))));
  EXPECT_THAT(NotesOf(Refused(Alter("t", ir::DropForeignKey{Ids({"a"})}), Kind::kSeveralOfShape)),
              ElementsAre("foreign key \"one\" is one of them", "foreign key \"two\" is one of them"));
}

TEST_F(ConstraintTest, NamesMustBeKnown) {
  Apply(Alter("t", AddC(Unique({"a"}, "account_unique"))));
  Apply(CreateI("t", Index({"a"}, "t_i")));
  EXPECT_EQ(Refused(Alter("t", ir::DropConstraint{"acount_unique", false, false}), Kind::kUnknownConstraint).help,
            "did you mean \"account_unique\"?");
  EXPECT_THAT(Apply(Alter("t", ir::DropConstraint{"nothing", true, false})).changes, build::ChangesNothing());
  EXPECT_EQ(Refused(Alter("t", ir::DropConstraint{"t_i", false, false}), Kind::kWrongKind).message,
            "index \"t_i\" is no constraint");
  Refused(Alter("t", ir::RenameConstraint{"nothing", "x"}), Kind::kUnknownConstraint);
  Refused(Alter("t", ir::ValidateConstraint{"nothing"}), Kind::kUnknownConstraint);
}

TEST_F(ConstraintTest, NewNamesMustBeFree) {
  Apply(Alter("t", AddC(Unique({"a"}, "u")), AddC(Check(Greater(Ref("a"), Number("0")), "c"))));
  Refused(Alter("t", AddC(Unique({"b"}, "u"))), Kind::kDuplicateConstraint);
  Refused(Alter("t", ir::RenameConstraint{"c", "u"}), Kind::kDuplicateConstraint);
  Refused(Alter("t", ir::RenameConstraint{"u", "p"}), Kind::kNameTaken);
  ApplyAndUndo(Alter("t", ir::RenameConstraint{"u", "v"}));
  ir::AddConstraint again = AddC(Unique({"a"}, "v"));
  again.if_not_exists = true;
  EXPECT_THAT(Apply(Alter("t", again)).changes, build::ChangesNothing());
  again.constraint = Check(Greater(Ref("a"), Number("0")), "v");
  ApplyWarned(Alter("t", again), Kind::kExistsDifferently);
}

TEST_F(ConstraintTest, SomeDatabasesHaveOneNameSpaceForConstraints) {
  Rules rules = Postgres();
  rules.keys_are_named_indexes = false;
  rules.constraint_names_per_schema = true;
  catalog_ = Catalog(rules);
  Apply(Create("a", {C("x", Int())}, {Check(Greater(Ref("x"), Number("0")), "positive")}));
  Refused(Create("b", {C("x", Int())}, {Check(Greater(Ref("x"), Number("0")), "positive")}), Kind::kNameTaken);
  Apply(Create("s.b", {C("x", Int())}, {Check(Greater(Ref("x"), Number("0")), "positive")}));
}

TEST_F(ConstraintTest, Validating) {
  ir::Constraint unchecked = Check(Greater(Ref("a"), Number("0")), "c");
  unchecked.not_valid = true;
  Apply(Alter("t", AddC(unchecked)));
  const Step step = ApplyAndUndo(Alter("t", ir::ValidateConstraint{"c"}));
  EXPECT_EQ(Inverse(step),
            "alter table t\n"
            "  drop constraint c\n"
            "  add constraint c check (a > 0) not valid\n");
  ApplyWarned(Alter("t", ir::ValidateConstraint{"c"}), Kind::kValidAlready);
}

TEST_F(ConstraintTest, AForeignKeyTakesThePrimaryKeyWhenNoColumnsAreWritten) {
  const Step step = Apply(Alter("t", AddC(Foreign({"a"}, "public.p"))));
  EXPECT_THAT(Completed(step), HasSubstr("foreign key (a) references p (id)"));
}

TEST_F(ConstraintTest, AForeignKeyRefersToAKey) {
  Refused(Alter("t", AddC(Foreign({"a"}, "nobody"))), Kind::kUnknownTable);
  Refused(Alter("t", AddC(Foreign({"x"}, "p"))), Kind::kUnknownColumn);
  Refused(Alter("t", AddC(Foreign({"a"}, "p", {"nothing"}))), Kind::kUnknownColumn);
  Refused(Alter("p", AddC(Foreign({"x"}, "t"))), Kind::kNoPrimaryKey);
  EXPECT_EQ(Refused(Alter("t", AddC(Foreign({"a", "b"}, "p"))), Kind::kForeignKeyColumnCount).message,
            "2 column(s) refer to 1 of table \"p\"; a foreign key has as many on both sides");
  EXPECT_EQ(Refused(Alter("t", AddC(Foreign({"a"}, "p", {"x"}))), Kind::kReferredNotUnique).message,
            "(x) of table \"p\" is not unique; a foreign key refers to a primary key or unique key");
  Apply(Alter("t", AddC(Foreign({"a", "b"}, "p", {"y", "x"}))));
  Apply(CreateI("p", Index({"x"}, "p_x", true)));
  Apply(Alter("t", AddC(Foreign({"a"}, "p", {"x"}))));
  ir::Index partial = Index({"y"}, "p_y", true);
  partial.where = Greater(Ref("y"), Number("0"));
  Apply(CreateI("p", partial));
  Refused(Alter("t", AddC(Foreign({"a"}, "p", {"y"}))), Kind::kReferredNotUnique);
}

TEST_F(ConstraintTest, TypesOfBothSides) {
  const diag::Diagnostic said = Refused(Alter("t", AddC(Foreign({"c"}, "p"))), Kind::kForeignKeyTypes);
  EXPECT_EQ(said.message, "column \"c\" (text) cannot refer to \"p.id\" (integer); their types must be of one family");
  EXPECT_THAT(NotesOf(said), ElementsAre("column \"id\" is made here"));
  Apply(Alter("t", Add(C("wide", Big()))));
  ApplyWarned(Alter("t", AddC(Foreign({"wide"}, "p"))), Kind::kForeignKeyTypesDiffer);
  ir::Type native = Text();
  native.native = "citext";
  Apply(Alter("t", Add(C("own", native))));
  Apply(Alter("t", AddC(Foreign({"own"}, "p"))));
}

TEST_F(ConstraintTest, SetNullOnANotNullColumn) {
  ir::Constraint key = Foreign({"n"}, "p");
  std::get<ir::ForeignKey>(key.body).on_delete = ir::ReferenceAction::kSetNull;
  ApplyWarned(Alter("t", AddC(key)), Kind::kSetNullOnNotNull);
}

TEST_F(ConstraintTest, AKeyThatForeignKeysRestOnStays) {
  Apply(Alter("t", AddC(Foreign({"a"}, "p"))));
  EXPECT_THAT(NotesOf(Refused(Alter("p", ir::DropConstraint{"p_pkey", false, false}), Kind::kKeyReferenced)),
              ElementsAre("foreign key \"t_a_fkey\" of table \"t\" refers to it"));
  const Step step = ApplyAndUndo(Alter("p", ir::DropConstraint{"p_pkey", false, true}));
  EXPECT_EQ(Inverse(step),
            "alter table p\n"
            "  add constraint p_pkey primary key (id)\n"
            "alter table t\n"
            "  add constraint t_a_fkey foreign key (a) references p (id)\n");
}

TEST_F(ConstraintTest, AnotherKeyOverTheSameColumnsIsEnough) {
  Apply(Alter("t", AddC(Foreign({"a"}, "p"))));
  Apply(Alter("p", AddC(Unique({"id"}, "second"))));
  ApplyAndUndo(Alter("p", ir::DropConstraint{"p_pkey", false, false}));
  Refused(Alter("p", ir::DropConstraint{"second", false, false}), Kind::kKeyReferenced);
}

TEST_F(ConstraintTest, ASelfReferenceGoesWithCascade) {
  Apply(Create("node", {C("id", Int()), C("up", Int())}, {Primary({"id"}), Foreign({"up"}, "node")}));
  Refused(Alter("node", ir::DropConstraint{"node_pkey", false, false}), Kind::kKeyReferenced);
  ApplyAndUndo(Alter("node", ir::DropConstraint{"node_pkey", false, true}));
  EXPECT_THAT(TableOf("node").constraints, IsEmpty());
}

TEST_F(ConstraintTest, ASecondPrimaryKey) {
  const diag::Diagnostic said = Refused(Alter("p", AddC(Primary({"x"}))), Kind::kSecondPrimaryKey);
  EXPECT_EQ(said.message, "table \"p\" has a primary key already: \"p_pkey\"");
  ApplyAndUndo(Alter("p", ir::DropPrimaryKey{}, AddC(Primary({"x"}))));
}

}  // namespace
}  // namespace migc::catalog
