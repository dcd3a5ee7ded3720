#include "unit/catalog/build.h"

namespace migc::catalog {
namespace {

using namespace build;  // NOLINT: the words that these tests are written in
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Kind = diag::Kind;

template <class Action>
ir::Operation AlterE(Action action, const std::string& name = "mood") {
  return Do(ir::AlterEnum{N(name), std::move(action)});
}

class EnumTest : public ReplayTest {
 protected:
  EnumTest() {
    Apply(Do(ir::CreateEnum{N("mood"), {"good", "bad"}, false}));
    Apply(Create("t", {C("id", Int()), C("m", EnumType("mood")).Default(String("good"))}));
  }
  std::vector<std::string> Values(const std::string& name = "mood") { return catalog_.FindEnum(N(name))->values; }
  std::string Default() { return FindColumn(TableOf("t"), "m")->default_value->text; }
};

TEST_F(EnumTest, CreatingAndDropping) {
  EXPECT_EQ(Inverse(ApplyAndUndo(Do(ir::CreateEnum{N("public.x"), {"a"}, false}))), "drop enum x\n");
  EXPECT_EQ(Inverse(ApplyAndUndo(Do(ir::DropEnum{N("x"), false}))), "create enum x ('a')\n");
  Refused(Do(ir::CreateEnum{N("mood"), {"a"}, false}), Kind::kNameTaken);
  Refused(Do(ir::CreateEnum{N("t"), {"a"}, false}), Kind::kNameTaken);
  Refused(Do(ir::CreateEnum{N("x"), {}, false}), Kind::kEnumWithoutValues);
  Refused(Do(ir::CreateEnum{N("x"), {"a", "a"}, false}), Kind::kDuplicateEnumValue);
  EXPECT_THAT(Apply(Do(ir::CreateEnum{N("mood"), {"good", "bad"}, true})).changes, IsEmpty());
  ApplyWarned(Do(ir::CreateEnum{N("mood"), {"good"}, true}), Kind::kExistsDifferently);
  EXPECT_EQ(Refused(Do(ir::DropEnum{N("moood"), false}), Kind::kUnknownObject).help, "did you mean \"mood\"?");
  EXPECT_THAT(Apply(Do(ir::DropEnum{N("moood"), true})).changes, IsEmpty());
}

TEST_F(EnumTest, OneInUseStays) {
  EXPECT_THAT(NotesOf(Refused(Do(ir::DropEnum{N("mood"), false}), Kind::kInUse)),
              ElementsAre("column \"m\" of table \"t\" has the type"));
}

TEST_F(EnumTest, AddingAValue) {
  EXPECT_EQ(Inverse(ApplyAndUndo(AlterE(ir::AddEnumValue{"so-so", std::nullopt, std::nullopt}))),
            "alter enum mood set ('good', 'bad')\n");
  ApplyAndUndo(AlterE(ir::AddEnumValue{"best", "good", std::nullopt}));
  const Step step = ApplyAndUndo(AlterE(ir::AddEnumValue{"fair", std::nullopt, "good"}));
  EXPECT_THAT(Values(), ElementsAre("best", "good", "fair", "bad", "so-so"));
  ASSERT_EQ(step.dependents.size(), 1U) << "tables that use it";
  EXPECT_EQ(std::get<Table>(*step.dependents[0]).definition.name.name, "t");
  Refused(AlterE(ir::AddEnumValue{"bad", std::nullopt, std::nullopt}), Kind::kDuplicateEnumValue);
  EXPECT_EQ(Refused(AlterE(ir::AddEnumValue{"x", "godo", std::nullopt}), Kind::kUnknownEnumValue).help, "did you mean \"good\"?");
}

TEST_F(EnumTest, SomeDatabasesCannotTakeAValueAway) {
  Rules rules = Postgres();
  rules.enum_values_removable = false;
  catalog_ = Catalog(rules);
  Apply(Do(ir::CreateEnum{N("mood"), {"good"}, false}));
  EXPECT_EQ(Reason(Apply(AlterE(ir::AddEnumValue{"bad", std::nullopt, std::nullopt}))),
            "this database cannot take a value out of an enum");
}

TEST_F(EnumTest, RenamingAValueIsCarriedToDefaults) {
  const Step step = ApplyAndUndo(AlterE(ir::RenameEnumValue{"good", "fine"}));
  EXPECT_EQ(Inverse(step), "alter enum mood rename 'fine' to 'good'\n");
  EXPECT_EQ(Default(), "fine");
  EXPECT_EQ(step.changes.size(), 2U);
  Refused(AlterE(ir::RenameEnumValue{"x", "y"}), Kind::kUnknownEnumValue);
  Refused(AlterE(ir::RenameEnumValue{"fine", "bad"}), Kind::kDuplicateEnumValue);
}

TEST_F(EnumTest, RenamingIsCarriedToColumns) {
  ApplyAndUndo(AlterE(ir::RenameEnum{"temper"}));
  EXPECT_EQ(FindColumn(TableOf("t"), "m")->type.name.name, "temper");
  EXPECT_EQ(catalog_.UsersOf(catalog_.KeyOf(ObjectKind::kEnum, N("temper"))).size(), 1U);
  Apply(Do(ir::CreateEnum{N("other"), {"x"}, false}));
  Refused(AlterE(ir::RenameEnum{"other"}, "temper"), Kind::kNameTaken);
  Refused(AlterE(ir::RenameEnum{std::string(64, 'x')}, "temper"), Kind::kNameTooLong);
  Refused(AlterE(ir::RenameEnum{"x"}, "nothing"), Kind::kUnknownObject);
}

TEST_F(EnumTest, SettingValuesWithMappings) {
  const Step renamed = ApplyAndUndo(AlterE(ir::SetEnumValues{{"bad", "fine"}, {{"good", "fine"}}}));
  EXPECT_EQ(Inverse(renamed), "alter enum mood set ('good', 'bad') map 'fine' to 'good'\n");
  EXPECT_FALSE(renamed.loses_data) << "a value that only gets another name";
  EXPECT_EQ(Default(), "fine");
  const Step merged = ApplyAndUndo(AlterE(ir::SetEnumValues{{"bad"}, {{"fine", "bad"}}}));
  EXPECT_TRUE(merged.loses_data) << "what was fine cannot be told from what was bad";
  EXPECT_EQ(Inverse(merged),
            "alter enum mood set ('bad', 'fine')\n"
            "alter table t\n"
            "  alter column m set default 'fine'\n");
  EXPECT_EQ(Default(), "bad");
}

TEST_F(EnumTest, SettingValuesThatCannotBe) {
  Refused(AlterE(ir::SetEnumValues{{"bad"}, {}}), Kind::kDefaultOfRemovedValue);
  Refused(AlterE(ir::SetEnumValues{{}, {}}), Kind::kEnumWithoutValues);
  Refused(AlterE(ir::SetEnumValues{{"good", "good"}, {}}), Kind::kDuplicateEnumValue);
  Refused(AlterE(ir::SetEnumValues{{"good"}, {{"x", "good"}}}), Kind::kUnknownEnumValue);
  EXPECT_THAT(Refused(AlterE(ir::SetEnumValues{{"good"}, {{"bad", "x"}}}), Kind::kEnumMapping).message,
              HasSubstr("the enum will not have the second value"));
  EXPECT_THAT(Refused(AlterE(ir::SetEnumValues{{"good", "x"}, {{"good", "x"}}}), Kind::kEnumMapping).message,
              HasSubstr("the enum keeps the first value"));
  EXPECT_THAT(Refused(AlterE(ir::SetEnumValues{{"good", "x"}, {{"bad", "x"}, {"bad", "good"}}}), Kind::kEnumMapping).message,
              HasSubstr("mapped twice"));
  ApplyAndUndo(AlterE(ir::SetEnumValues{{"x", "good"}, {}}));
}

class SequenceTest : public ReplayTest {};

ir::SequenceOptions Options(std::optional<std::int64_t> start, std::optional<std::int64_t> increment) {
  ir::SequenceOptions options;
  options.start = start;
  options.increment = increment;
  return options;
}

TEST_F(SequenceTest, WholeLife) {
  EXPECT_EQ(Inverse(ApplyAndUndo(Do(ir::CreateSequence{N("public.s"), Options(5, {}), false}))), "drop sequence s\n");
  EXPECT_THAT(Apply(Do(ir::CreateSequence{N("s"), {}, true})).changes, IsEmpty());
  Refused(Do(ir::CreateSequence{N("s"), {}, false}), Kind::kNameTaken);
  EXPECT_EQ(Inverse(ApplyAndUndo(Do(ir::AlterSequence{N("s"), Options(7, 2), std::nullopt}))),
            "alter sequence s (start 5, increment 1)\n");
  EXPECT_EQ(Inverse(ApplyAndUndo(Do(ir::AlterSequence{N("s"), {}, ir::Identifier("r")}))), "alter sequence r rename to s\n");
  EXPECT_EQ(Inverse(ApplyAndUndo(Do(ir::DropSequence{N("r"), false}))), "create sequence r (start 7, increment 2)\n");
  EXPECT_THAT(Apply(Do(ir::DropSequence{N("r"), true})).changes, IsEmpty());
  Refused(Do(ir::DropSequence{N("r"), false}), Kind::kUnknownObject);
  Refused(Do(ir::AlterSequence{N("r"), {}, std::nullopt}), Kind::kUnknownObject);
  Apply(Create("t", {C("a", Int())}));
  Refused(Do(ir::CreateSequence{N("t"), {}, false}), Kind::kNameTaken);
  Refused(Do(ir::DropSequence{N("t"), false}), Kind::kWrongKind);
  Refused(Do(ir::CreateSequence{N(std::string(64, 'x')), {}, false}), Kind::kNameTooLong);
}

TEST_F(SequenceTest, ADefaultMayRestOnIt) {
  Apply(Do(ir::CreateSequence{N("s"), {}, false}));
  Apply(Create("t", {C("a", Int()).Default(Call("nextval", {String("public.s")}))}));
  EXPECT_THAT(NotesOf(Refused(Do(ir::DropSequence{N("s"), false}), Kind::kInUse)),
              ElementsAre("a default of table \"t\" takes its value from it"));
  ApplyAndUndo(Do(ir::AlterSequence{N("s"), {}, ir::Identifier("r")}));
  EXPECT_EQ(TableOf("t").columns[0].default_value->operands[0].text, "public.r");
}

}  // namespace
}  // namespace migc::catalog
