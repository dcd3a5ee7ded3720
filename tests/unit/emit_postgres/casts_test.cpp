#include "emit/postgres/casts.h"

#include <gtest/gtest.h>

#include "unit/emit/fixture.h"

namespace migc::emit::postgres {
namespace {

using ir::TypeKind;

ir::Type Array(ir::Type type) {
  type.array_dimensions = 1;
  return type;
}
ir::Type Native(std::string text) {
  ir::Type type = T(TypeKind::kNative);
  type.native = std::move(text);
  return type;
}

TEST(ConversionTest, FollowsTheCastsOfTheServer) {
  const auto of = [](TypeKind from, TypeKind to) { return ConversionOf(T(from), T(to)); };
  EXPECT_EQ(of(TypeKind::kInteger, TypeKind::kBigint), Conversion::kItself);
  EXPECT_EQ(of(TypeKind::kBigint, TypeKind::kSmallint), Conversion::kItself);
  EXPECT_EQ(of(TypeKind::kInteger, TypeKind::kText), Conversion::kItself);
  EXPECT_EQ(of(TypeKind::kText, TypeKind::kInteger), Conversion::kCast);
  EXPECT_EQ(of(TypeKind::kVarchar, TypeKind::kJsonb), Conversion::kCast);
  EXPECT_EQ(of(TypeKind::kJson, TypeKind::kJsonb), Conversion::kItself);
  EXPECT_EQ(of(TypeKind::kInteger, TypeKind::kBoolean), Conversion::kNotZero);
  EXPECT_EQ(of(TypeKind::kBoolean, TypeKind::kSmallint), Conversion::kViaInteger);
  EXPECT_EQ(of(TypeKind::kTimestamp, TypeKind::kDate), Conversion::kItself);
  EXPECT_EQ(of(TypeKind::kDate, TypeKind::kTimestamp), Conversion::kItself);
  EXPECT_EQ(of(TypeKind::kDate, TypeKind::kTime), Conversion::kNone);
  EXPECT_EQ(of(TypeKind::kText, TypeKind::kBlob), Conversion::kNone);
  EXPECT_EQ(of(TypeKind::kUuid, TypeKind::kInteger), Conversion::kNone);
}

TEST(ConversionTest, EnumsArraysAndNativeTypes) {
  EXPECT_EQ(ConversionOf(EnumType("a"), EnumType("b")), Conversion::kViaText);
  EXPECT_EQ(ConversionOf(EnumType("a"), T(TypeKind::kText)), Conversion::kItself);
  EXPECT_EQ(ConversionOf(T(TypeKind::kText), EnumType("a")), Conversion::kCast);
  EXPECT_EQ(ConversionOf(T(TypeKind::kInteger), EnumType("a")), Conversion::kNone);
  EXPECT_EQ(ConversionOf(Array(T(TypeKind::kText)), Array(T(TypeKind::kInteger))), Conversion::kCast);
  EXPECT_EQ(ConversionOf(T(TypeKind::kInteger), Array(T(TypeKind::kInteger))), Conversion::kNone);
  EXPECT_EQ(ConversionOf(T(TypeKind::kText), Array(T(TypeKind::kInteger))), Conversion::kCast);
  EXPECT_EQ(ConversionOf(Array(T(TypeKind::kInteger)), T(TypeKind::kText)), Conversion::kItself);
  EXPECT_EQ(ConversionOf(Array(T(TypeKind::kBoolean)), Array(T(TypeKind::kInteger))), Conversion::kNone);
  EXPECT_EQ(ConversionOf(T(TypeKind::kText), Native("inet")), Conversion::kCast);
  EXPECT_EQ(ConversionOf(Native("citext"), T(TypeKind::kText)), Conversion::kItself);
  EXPECT_EQ(ConversionOf(Native("a"), Native("b")), Conversion::kItself);
}

TEST(DefaultFitsTest, LiteralsAndFunctions) {
  EXPECT_TRUE(DefaultFits(Num("1"), T(TypeKind::kDecimal)));
  EXPECT_FALSE(DefaultFits(Num("1"), T(TypeKind::kBoolean)));
  EXPECT_TRUE(DefaultFits(E(ir::ExprKind::kTrue), T(TypeKind::kText)));
  EXPECT_TRUE(DefaultFits(Str(" -5.5e3 "), T(TypeKind::kReal)));
  EXPECT_FALSE(DefaultFits(Str("open"), T(TypeKind::kInteger)));
  EXPECT_FALSE(DefaultFits(Str(""), T(TypeKind::kInteger)));
  EXPECT_TRUE(DefaultFits(Str("open"), EnumType("state")));
  EXPECT_TRUE(DefaultFits(Str("yes"), T(TypeKind::kBoolean)));
  EXPECT_FALSE(DefaultFits(Str("maybe"), T(TypeKind::kBoolean)));
  EXPECT_TRUE(DefaultFits(Sql("anything()"), T(TypeKind::kUuid)));
  EXPECT_TRUE(DefaultFits(E(ir::ExprKind::kNull), T(TypeKind::kUuid)));
  const ir::Expr now = E(ir::ExprKind::kParens, "", {E(ir::ExprKind::kFunction)});
  EXPECT_TRUE(DefaultFits(now, T(TypeKind::kDate)));
  EXPECT_FALSE(DefaultFits(now, T(TypeKind::kBigint)));
}

}  // namespace
}  // namespace migc::emit::postgres
