#include "unit/catalog/build.h"

namespace migc::catalog {
namespace {

using namespace build;  // NOLINT: the words that these tests are written in
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Kind = diag::Kind;

ir::Operation DropI(const std::string& name, const std::string& table = {}) {
  return Do(ir::DropIndex{N(name), N(table), false, false});
}
ir::Operation RenameI(const std::string& from, const std::string& to, const std::string& table = {}) {
  return Do(ir::RenameIndex{N(from), ir::Identifier(to), N(table)});
}

class IndexTest : public ReplayTest {
 protected:
  IndexTest() {
    Apply(Create("t", {C("a", Int()), C("b", Int())}, {Unique({"b"}, "t_b_key")}));
    Apply(Create("s.u", {C("a", Int())}));
  }
};

TEST_F(IndexTest, CreatingIsUndoneByDropping) {
  EXPECT_EQ(Inverse(ApplyAndUndo(CreateI("t", Index({"a", "b"})))), "drop index t_a_b_idx on t\n");
  EXPECT_EQ(Inverse(ApplyAndUndo(CreateI("s.u", Index({"a"}, "i")))), "drop index s.i on s.u\n");
  ir::Operation online = CreateI("t", Index({"b"}, "slow"));
  std::get<ir::CreateIndex>(online.body).online = true;
  online.no_transaction = true;
  const Step step = ApplyAndUndo(online);
  EXPECT_EQ(Inverse(step), "no transaction\n  drop index slow on t online\n");
  EXPECT_TRUE(InverseOf(step)[0].no_transaction);
}

TEST_F(IndexTest, DroppingFindsTheTableAndIsUndoneByCreating) {
  ir::Index index = Index({"a"}, "i", true);
  index.where = Greater(Ref("b"), Number("0"));
  index.include = {ir::Identifier("b")};
  Apply(CreateI("t", index));
  const Step step = ApplyAndUndo(DropI("i"));
  EXPECT_EQ(Completed(step), "drop index i on t\n");
  EXPECT_EQ(Inverse(step), "create unique index i (a) include (b) where (b > 0) on t\n");
}

TEST_F(IndexTest, Renaming) {
  Apply(CreateI("t", Index({"a"}, "i")));
  Apply(CreateI("s.u", Index({"a"}, "j")));
  EXPECT_EQ(Inverse(ApplyAndUndo(RenameI("i", "k"))), "rename index k to i on t\n");
  EXPECT_EQ(Inverse(ApplyAndUndo(RenameI("s.j", "k"))), "rename index s.k to j on s.u\n");
  Apply(CreateI("t", Index({"b"}, "l")));
  Refused(RenameI("k", "l"), Kind::kDuplicateIndex);
  Refused(RenameI("k", "t"), Kind::kNameTaken);
  Refused(RenameI("k", "t_b_key"), Kind::kNameTaken);
  Refused(RenameI("k", std::string(64, 'x')), Kind::kNameTooLong);
}

TEST_F(IndexTest, WhatIsNotThere) {
  Apply(CreateI("t", Index({"a"}, "account_email")));
  EXPECT_EQ(Refused(DropI("acount_email"), Kind::kUnknownIndex).help, "did you mean \"account_email\"?");
  Refused(DropI("x", "nobody"), Kind::kUnknownTable);
  Refused(DropI("s.account_email"), Kind::kUnknownIndex);
  Refused(RenameI("x", "y"), Kind::kUnknownIndex);
  EXPECT_THAT(Apply(Do(ir::DropIndex{N("x"), {}, true, false})).changes, IsEmpty());
  EXPECT_THAT(Apply(Do(ir::DropIndex{N("x"), N("nobody"), true, false})).changes, IsEmpty());
}

TEST_F(IndexTest, AKeyIsNoIndex) {
  EXPECT_EQ(Refused(DropI("t_b_key"), Kind::kWrongKind).message, "unique constraint \"t_b_key\" is no index");
  Refused(RenameI("t_b_key", "x", "t"), Kind::kWrongKind);
}

TEST_F(IndexTest, Columns) {
  Refused(CreateI("t", Index({"x"})), Kind::kUnknownColumn);
  Refused(CreateI("nobody", Index({"x"})), Kind::kUnknownTable);
  ir::Index index = Index({"a"});
  index.include = Ids({"x"});
  Refused(CreateI("t", index), Kind::kUnknownColumn);
  index.include.clear();
  index.where = Ref("x");
  Refused(CreateI("t", index), Kind::kUnknownColumn);
}

TEST_F(IndexTest, IfNotExists) {
  Apply(CreateI("t", Index({"a"}, "i")));
  Refused(CreateI("t", Index({"a"}, "i")), Kind::kDuplicateIndex);
  ir::Operation again = CreateI("t", Index({"a"}, "i"));
  std::get<ir::CreateIndex>(again.body).if_not_exists = true;
  EXPECT_THAT(Apply(again).changes, IsEmpty());
  ir::Operation other = CreateI("t", Index({"b"}, "i"));
  std::get<ir::CreateIndex>(other.body).if_not_exists = true;
  ApplyWarned(other, Kind::kExistsDifferently);
}

TEST_F(IndexTest, AUniqueIndexThatForeignKeysRestOnStays) {
  Apply(CreateI("t", Index({"a"}, "i", true)));
  Apply(Create("v", {C("x", Int())}, {Foreign({"x"}, "t", {"a"})}));
  EXPECT_THAT(NotesOf(Refused(DropI("i"), Kind::kKeyReferenced)),
              ElementsAre("foreign key \"v_x_fkey\" of table \"v\" refers to it"));
}

TEST_F(IndexTest, NamesPerTable) {
  Rules rules;
  rules.index_names_per_table = true;
  catalog_ = Catalog(rules);
  Apply(Create("a", {C("x", Int())}, {Unique({"x"}, "u")}, {Index({"x"}, "i")}));
  Apply(Create("b", {C("x", Int())}, {}, {Index({"x"}, "i")}));
  EXPECT_THAT(NotesOf(Refused(DropI("i"), Kind::kSeveralIndexes)), ElementsAre("table \"a\" has one", "table \"b\" has one"));
  ApplyAndUndo(DropI("i", "b"));
  EXPECT_EQ(Completed(Apply(DropI("i"))), "drop index i on a\n");
  Refused(CreateI("a", Index({"x"}, "u")), Kind::kNameTaken);
}

TEST_F(IndexTest, OnAMaterializedView) {
  Apply(Do(ir::Define{{ir::RoutineKind::kMaterializedView, N("m"), std::nullopt, {}, "select 1 as a", {}}}));
  const Step step = Apply(CreateI("m", Index({"a"})));
  EXPECT_EQ(Inverse(step), "drop index m_a_idx on m\n");
  EXPECT_EQ(Reason(Apply(DropI("m_a_idx", "m"))), "what the index of a materialized view was is not known");
}

}  // namespace
}  // namespace migc::catalog
