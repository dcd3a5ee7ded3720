#include "unit/catalog/build.h"

namespace migc::catalog {
namespace {

using namespace build;  // NOLINT: the words that these tests are written in
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Kind = diag::Kind;

ir::Operation Define(ir::RoutineKind kind, const std::string& name, std::optional<std::string> text, const std::string& table = {},
                     std::optional<std::vector<ir::Type>> arguments = {}) {
  return Do(ir::Define{{kind, N(name), std::move(arguments), N(table), std::move(text), {}}});
}
ir::Operation DropR(ir::RoutineKind kind, const std::string& name, const std::string& table = {},
                    std::optional<std::vector<ir::Type>> arguments = {}) {
  return Do(ir::DropRoutine{kind, N(name), std::move(arguments), N(table), false});
}

class ObjectTest : public ReplayTest {
 protected:
  std::set<std::string> Privileges() {
    std::set<std::string> texts;
    for (const Privilege& one : catalog_.FindTable(N("t"))->privileges) texts.insert(one.role + " " + one.privilege);
    return texts;
  }
};

TEST_F(ObjectTest, Schemas) {
  EXPECT_EQ(Inverse(ApplyAndUndo(Do(ir::CreateSchema{"s", false}))), "drop schema s\n");
  Refused(Do(ir::CreateSchema{"s", false}), Kind::kNameTaken);
  EXPECT_THAT(Apply(Do(ir::CreateSchema{"s", true})).changes, IsEmpty());
  Apply(Create("s.t", {C("a", Int())}));
  EXPECT_THAT(NotesOf(Refused(Do(ir::DropSchema{"s", false}), Kind::kSchemaNotEmpty)), ElementsAre("table \"s.t\" is in it"));
  Apply(Drop("s.t"));
  EXPECT_EQ(Inverse(ApplyAndUndo(Do(ir::DropSchema{"s", false}))), "create schema s\n");
  Refused(Create("s.t", {C("a", Int())}), Kind::kSchemaGone);
  EXPECT_EQ(Reason(Apply(Do(ir::DropSchema{"s", false}))), "schema \"s\" was not made by this chain");
  EXPECT_EQ(Reason(Apply(Do(ir::DropSchema{"s", true}))), "");
}

TEST_F(ObjectTest, Extensions) {
  EXPECT_EQ(Inverse(ApplyAndUndo(Do(ir::CreateExtension{"citext", false}))), "drop extension citext\n");
  EXPECT_EQ(Inverse(ApplyAndUndo(Do(ir::DropExtension{"citext", false}))), "create extension citext\n");
  EXPECT_EQ(Reason(Apply(Do(ir::DropExtension{"other", false}))), "extension \"other\" was not made by this chain");
}

TEST_F(ObjectTest, DefiningAgainIsUndoneByTheFormerText) {
  EXPECT_EQ(Inverse(ApplyAndUndo(Define(ir::RoutineKind::kView, "v", "select 1"))), "drop view v\n");
  EXPECT_EQ(Inverse(ApplyAndUndo(Define(ir::RoutineKind::kView, "v", "select 2"))), "define view v\n  | select 1\n");
  EXPECT_EQ(Inverse(ApplyAndUndo(DropR(ir::RoutineKind::kView, "v"))), "define view v\n  | select 2\n");
  ApplyAndUndo(Define(ir::RoutineKind::kProcedure, "p", std::nullopt));
  ApplyAndUndo(DropR(ir::RoutineKind::kProcedure, "p"));
}

TEST_F(ObjectTest, AViewNeedsAFreeName) {
  Apply(Create("t", {C("a", Int())}));
  Refused(Define(ir::RoutineKind::kView, "t", "select 1"), Kind::kNameTaken);
  Apply(Define(ir::RoutineKind::kView, "v", "select 1"));
  Refused(Define(ir::RoutineKind::kMaterializedView, "v", "select 1"), Kind::kNameTaken);
  Refused(Create("v", {C("a", Int())}), Kind::kNameTaken);
}

TEST_F(ObjectTest, FunctionsByTheirArguments) {
  Apply(Define(ir::RoutineKind::kFunction, "tax", "one", {}, {{Int()}}));
  const Step step = ApplyAndUndo(DropR(ir::RoutineKind::kFunction, "tax"));
  EXPECT_EQ(Completed(step), "drop function tax(integer)\n") << "the only one of its name";
  Apply(Define(ir::RoutineKind::kFunction, "tax", "one", {}, {{Int()}}));
  Apply(Define(ir::RoutineKind::kFunction, "tax", "two", {}, {{Text()}}));
  EXPECT_THAT(NotesOf(Refused(DropR(ir::RoutineKind::kFunction, "tax"), Kind::kSeveralRoutines)),
              ElementsAre("function \"tax(integer)\"", "function \"tax(text)\""));
  ApplyAndUndo(DropR(ir::RoutineKind::kFunction, "tax", {}, {{Text()}}));
  Refused(DropR(ir::RoutineKind::kFunction, "tax", {}, {{Big()}}), Kind::kUnknownObject);
  Refused(DropR(ir::RoutineKind::kFunction, "tex"), Kind::kUnknownObject);
  Apply(Define(ir::RoutineKind::kFunction, "plain", "text"));
  ApplyAndUndo(DropR(ir::RoutineKind::kFunction, "plain", {}, {{Int()}}));
}

TEST_F(ObjectTest, TriggersLiveOnTables) {
  Apply(Create("t", {C("a", Int())}));
  Refused(Define(ir::RoutineKind::kTrigger, "g", "text", "nobody"), Kind::kUnknownTable);
  EXPECT_EQ(Inverse(ApplyAndUndo(Define(ir::RoutineKind::kTrigger, "g", "text", "t"))), "drop trigger g on t\n");
  ApplyAndUndo(DropR(ir::RoutineKind::kTrigger, "g", "t"));
  Refused(DropR(ir::RoutineKind::kTrigger, "g", "t"), Kind::kUnknownObject);
}

TEST_F(ObjectTest, DroppingAViewTakesItsTriggersAndWarnsOfViewsOverIt) {
  Apply(Define(ir::RoutineKind::kView, "v", "select 1"));
  Apply(Define(ir::RoutineKind::kTrigger, "g", "instead of", "v"));
  EXPECT_EQ(Inverse(ApplyAndUndo(DropR(ir::RoutineKind::kView, "v"))),
            "define view v\n"
            "  | select 1\n"
            "define trigger g on v\n"
            "  | instead of\n");
  Apply(Define(ir::RoutineKind::kView, "v", "select 1"));
  Apply(Define(ir::RoutineKind::kView, "w", "select * from v"));
  ApplyWarned(DropR(ir::RoutineKind::kView, "v"), Kind::kMentioned);
}

TEST_F(ObjectTest, GrantsAndTheirWayBack) {
  Apply(Create("t", {C("a", Int())}));
  const auto grant = [](bool revoke, std::vector<std::string> privileges, const Names& roles) {
    return Do(ir::Grant{revoke, std::move(privileges), N("t"), Ids(roles)});
  };
  EXPECT_EQ(Inverse(ApplyAndUndo(grant(false, {"select"}, {"app", "other"}))), "revoke select on t from app, other\n");
  EXPECT_EQ(Inverse(ApplyAndUndo(grant(false, {"select", "insert"}, {"app"}))), "revoke insert on t from app\n")
      << "what was there before stays";
  EXPECT_EQ(Inverse(ApplyAndUndo(grant(false, {"all"}, {"app"}))),
            "revoke all on t from app\n"
            "grant insert, select on t to app\n");
  EXPECT_THAT(Apply(grant(false, {"update"}, {"app"})).changes, IsEmpty()) << "part of all";
  ApplyAndUndo(grant(true, {"delete"}, {"app"}));
  EXPECT_FALSE(Privileges().contains("app delete"));
  EXPECT_TRUE(Privileges().contains("app insert"));
  ApplyAndUndo(grant(true, {"all"}, {"app"}));
  EXPECT_THAT(Privileges(), ElementsAre("other select"));
  EXPECT_THAT(Apply(grant(true, {"select"}, {"app"})).changes, IsEmpty());
  Refused(Do(ir::Grant{false, {"select"}, N("nobody"), Ids({"app"})}), Kind::kUnknownTable);
  Apply(Define(ir::RoutineKind::kView, "v", "select 1"));
  EXPECT_EQ(Inverse(Apply(Do(ir::Grant{false, {"select"}, N("v"), Ids({"app"})}))), "revoke select on v from app\n");
}

}  // namespace
}  // namespace migc::catalog
