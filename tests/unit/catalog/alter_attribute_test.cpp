#include "unit/catalog/build.h"
#include "unit/catalog/changes.h"

namespace migc::catalog {
namespace {

using namespace build;  // NOLINT: the words that these tests are written in
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Kind = diag::Kind;

class AlterAttributeTest : public ReplayTest {
 protected:
  AlterAttributeTest() {
    Apply(Create("t",
                 {C("id", Int()), C("n", Int()), C("s", Chars(20)).NotNull(), C("d", Int()).Default(Number("7")),
                  C("i", Big()).WithIdentity(), C("g", Int()).GeneratedAs(Ref("n"))},
                 {Primary({"id"})}));
  }
  static ir::Identity Always(std::optional<std::int64_t> start = {}) {
    ir::Identity identity;
    identity.always = true;
    identity.options.start = start;
    return identity;
  }
};

TEST_F(AlterAttributeTest, Types) {
  EXPECT_EQ(Inverse(ApplyAndUndo(Alter("t", ir::SetType{"n", Big(), std::nullopt}))),
            "alter table t\n  alter column n type integer\n");
  const Step converted = ApplyAndUndo(Alter("t", ir::SetType{"s", Int(), Raw("s::integer")}));
  EXPECT_EQ(Inverse(converted), "alter table t\n  alter column s type varchar(20) using (cast(s as varchar(20)))\n")
      << "a conversion between families is written out in both directions";
  EXPECT_THAT(Apply(Alter("t", ir::SetType{"n", Big(), std::nullopt})).changes, build::ChangesNothing()) << "it has the type already";
  Refused(Alter("t", ir::SetType{"x", Big(), std::nullopt}), Kind::kUnknownColumn);
  Refused(Alter("t", ir::SetType{"n", EnumType("x"), std::nullopt}), Kind::kUnknownType);
  Refused(Alter("t", ir::SetType{"n", Text(), Ref("x")}), Kind::kUnknownColumn);
  Refused(Alter("t", ir::SetType{"i", Text(), std::nullopt}), Kind::kIdentityNotInteger);
  Refused(Alter("t", ir::SetType{"g", Big(), Ref("n")}), Kind::kUsingOnGenerated);
}

TEST_F(AlterAttributeTest, NarrowingLosesData) {
  const auto loses = [&](const ir::Type& from, const ir::Type& to) {
    Apply(Create("x", {C("c", from)}));
    const bool result = Apply(Alter("x", ir::SetType{"c", to, std::nullopt})).loses_data;
    Apply(Drop("x"));
    return result;
  };
  const auto decimal = [](std::uint32_t precision, std::uint32_t scale) {
    ir::Type type = Of(ir::TypeKind::kDecimal);
    type.length = precision;
    type.scale = scale;
    return type;
  };
  EXPECT_TRUE(loses(Big(), Int()));
  EXPECT_FALSE(loses(Int(), Big()));
  EXPECT_TRUE(loses(Chars(20), Chars(19)));
  EXPECT_TRUE(loses(Text(), Chars(19)));
  EXPECT_FALSE(loses(Chars(19), Text()));
  EXPECT_TRUE(loses(decimal(10, 2), decimal(10, 3))) << "one digit less before the point";
  EXPECT_TRUE(loses(decimal(10, 2), decimal(9, 1)));
  EXPECT_FALSE(loses(decimal(10, 2), decimal(11, 3)));
  EXPECT_TRUE(loses(decimal(10, 2), Big()));
  EXPECT_FALSE(loses(Int(), decimal(10, 0)));
  EXPECT_TRUE(loses(Of(ir::TypeKind::kDouble), Of(ir::TypeKind::kReal)));
  EXPECT_TRUE(loses(Of(ir::TypeKind::kDouble), Int()));
  EXPECT_TRUE(loses(Of(ir::TypeKind::kTimestamp), Of(ir::TypeKind::kDate)));
  EXPECT_FALSE(loses(Of(ir::TypeKind::kDate), Of(ir::TypeKind::kTimestamp)));
}

TEST_F(AlterAttributeTest, Defaults) {
  EXPECT_EQ(Inverse(ApplyAndUndo(Alter("t", ir::SetDefault{"n", Number("1")}))), "alter table t\n  alter column n drop default\n");
  EXPECT_EQ(Inverse(ApplyAndUndo(Alter("t", ir::SetDefault{"n", Number("2")}))), "alter table t\n  alter column n set default 1\n");
  EXPECT_EQ(Inverse(ApplyAndUndo(Alter("t", ir::DropDefault{"d"}))), "alter table t\n  alter column d set default 7\n");
  EXPECT_THAT(Apply(Alter("t", ir::DropDefault{"d"})).changes, build::ChangesNothing());
  Refused(Alter("t", ir::SetDefault{"i", Number("1")}), Kind::kDefaultAndIdentity);
  Refused(Alter("t", ir::SetDefault{"g", Number("1")}), Kind::kGeneratedAnd);
  Refused(Alter("t", ir::SetDefault{"x", Number("1")}), Kind::kUnknownColumn);
}

TEST_F(AlterAttributeTest, Nulls) {
  EXPECT_EQ(Inverse(ApplyAndUndo(Alter("t", ir::SetNotNull{"n", Number("0")}))), "alter table t\n  alter column n drop not null\n");
  EXPECT_EQ(Inverse(ApplyAndUndo(Alter("t", ir::DropNotNull{"s"}))), "alter table t\n  alter column s set not null\n");
  EXPECT_THAT(Apply(Alter("t", ir::DropNotNull{"s"})).changes, build::ChangesNothing());
  EXPECT_THAT(Apply(Alter("t", ir::SetNotNull{"n", std::nullopt})).changes, build::ChangesNothing());
  EXPECT_THAT(Refused(Alter("t", ir::DropNotNull{"id"}), Kind::kMustBeNotNull).message, HasSubstr("part of the primary key"));
  EXPECT_THAT(Refused(Alter("t", ir::DropNotNull{"i"}), Kind::kMustBeNotNull).message, HasSubstr("an identity column"));
  Refused(Alter("t", ir::SetNotNull{"s", Ref("x")}), Kind::kUnknownColumn);
}

TEST_F(AlterAttributeTest, CommentsCharacterSetsAndCollations) {
  for (int round = 0; round < 2; ++round) {
    const std::string text = round == 0 ? "one" : "two";
    ApplyAndUndo(Alter("t", ir::SetColumnComment{"s", text}));
    ApplyAndUndo(Alter("t", ir::SetCharacterSet{"s", text}));
    ApplyAndUndo(Alter("t", ir::SetCollation{"s", text}));
  }
  EXPECT_EQ(Inverse(ApplyAndUndo(Alter("t", ir::SetColumnComment{"s", std::nullopt}))),
            "alter table t\n  alter column s comment 'two'\n");
  Refused(Alter("t", ir::SetCollation{"x", "C"}), Kind::kUnknownColumn);
}

TEST_F(AlterAttributeTest, AddingAnIdentityMakesTheColumnNotNullFirst) {
  Apply(Create("u", {C("n", Int()), C("m", Int())}));
  const Step step = ApplyAndUndo(Alter("u", ir::AddIdentity{"n", Always(5)}));
  EXPECT_EQ(Completed(step),
            "alter table u\n"
            "  alter column n set not null\n"
            "  alter column n add identity always (start 5)\n");
  EXPECT_EQ(Inverse(step),
            "alter table u\n"
            "  alter column n drop identity\n"
            "  alter column n drop not null\n");
  Refused(Alter("u", ir::AddIdentity{"n", {}}), Kind::kIdentityThere);
  Refused(Alter("u", ir::AddIdentity{"m", {}}), Kind::kSecondIdentity);
}

TEST_F(AlterAttributeTest, WhatCanBeAnIdentity) {
  Apply(Create("u", {C("s", Text()), C("d", Int()).Default(Number("1")), C("g", Int()).GeneratedAs(Ref("d"))}));
  Refused(Alter("u", ir::AddIdentity{"s", {}}), Kind::kIdentityNotInteger);
  Refused(Alter("u", ir::AddIdentity{"d", {}}), Kind::kDefaultAndIdentity);
  Refused(Alter("u", ir::AddIdentity{"g", {}}), Kind::kGeneratedAnd);
  Refused(Alter("u", ir::DropIdentity{"d"}), Kind::kNoIdentity);
  Refused(Alter("u", ir::SetIdentity{"d", true, {}}), Kind::kNoIdentity);
}

TEST_F(AlterAttributeTest, ChangingAnIdentity) {
  ir::SequenceOptions options;
  options.increment = 10;
  options.start = 50;
  options.max_value = 9000;
  options.cycle = true;
  options.cache = 20;
  options.restart = 3;
  const Step step = ApplyAndUndo(Alter("t", ir::SetIdentity{"i", true, options}));
  EXPECT_EQ(Inverse(step),
            "alter table t\n"
            "  alter column i set identity by default (start 1, increment 1, no max value, cache 1, no cycle)\n");
  ApplyAndUndo(Alter("t", ir::SetIdentity{"i", false, {}}));
  ir::SequenceOptions restart;
  restart.restart = 1;
  EXPECT_THAT(Apply(Alter("t", ir::SetIdentity{"i", std::nullopt, restart})).changes, build::ChangesNothing())
      << "where a sequence stands is no part of the schema";
  ApplyAndUndo(Alter("t", ir::DropIdentity{"i"}));
  EXPECT_TRUE(FindColumn(TableOf("t"), "i")->not_null);
}

TEST_F(AlterAttributeTest, TypesOfForeignKeysGoTogether) {
  Apply(Create("u", {C("t_id", Int())}, {Foreign({"t_id"}, "t")}));
  Refused(Alter("t", ir::SetType{"id", Text(), std::nullopt}), Kind::kForeignKeyTypes);
  Refused(Alter("u", ir::SetType{"t_id", Text(), std::nullopt}), Kind::kForeignKeyTypes);
  ApplyWarned(Alter("u", ir::SetType{"t_id", Big(), std::nullopt}), Kind::kForeignKeyTypesDiffer);
  EXPECT_TRUE(ApplyOperations(catalog_,
                              {Alter("u", ir::SetType{"t_id", Of(ir::TypeKind::kSmallint), std::nullopt}),
                               Alter("t", ir::SetType{"id", Of(ir::TypeKind::kSmallint), std::nullopt})},
                              sink_));
  EXPECT_EQ(Said(), "") << "the other side follows in the same revision";
}

}  // namespace
}  // namespace migc::catalog
