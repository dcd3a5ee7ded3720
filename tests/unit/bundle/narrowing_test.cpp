#include "bundle/narrowing.h"

#include <gtest/gtest.h>

#include "migc/diag/sink.h"

namespace migc::bundle {
namespace {

dialect::Dialect FactsOf(const std::string& name) {
  source::Buffers buffers;
  dialect::Sources sources;
  for (const std::string& builtin : dialect::BuiltinNames()) {
    sources[builtin] = &buffers.Add(builtin + ".yaml", std::string(*dialect::BuiltinText(builtin)));
  }
  diag::Sink sink;
  auto facts = dialect::LoadDialect(name, std::nullopt, sources, sink);
  EXPECT_TRUE(facts.has_value()) << name;
  return facts.value_or(dialect::Dialect{});
}

ir::Type TypeOf(ir::TypeKind kind, std::optional<std::uint32_t> length = {}, std::optional<std::uint32_t> scale = {}) {
  ir::Type type;
  type.kind = kind;
  type.length = length;
  type.scale = scale;
  return type;
}

// The condition, "" where everything fits, "?" where nobody can tell.
std::string Misfits(const std::string& dialect, const ir::Type& from, const ir::Type& to, const catalog::Enum* values = nullptr) {
  const Narrowing narrowing = NarrowingOf(from, to, "c", values, FactsOf(dialect));
  switch (narrowing.fit) {
    case Fit::kAll:
      return "";
    case Fit::kUnknown:
      return "?";
    case Fit::kSome:
      break;
  }
  EXPECT_NE(narrowing.fact, "");
  return narrowing.condition;
}

using enum ir::TypeKind;

TEST(Narrowing, OfTextCountsCharacters) {
  EXPECT_EQ(Misfits("postgres", TypeOf(kVarchar, 40), TypeOf(kVarchar, 10)), "CHAR_LENGTH(c) > 10");
  EXPECT_EQ(Misfits("postgres", TypeOf(kText), TypeOf(kVarchar, 10)), "CHAR_LENGTH(c) > 10");
  EXPECT_EQ(Misfits("mssql", TypeOf(kNvarchar), TypeOf(kNchar, 3)), "LEN(CAST(c AS NVARCHAR(MAX)) + N'.') - 1 > 3");
  EXPECT_EQ(Misfits("oracle", TypeOf(kText), TypeOf(kVarchar)), "LENGTH(c) > 4000");
}

TEST(Narrowing, OfTextThatGetsMoreRoomIsNone) {
  EXPECT_EQ(Misfits("postgres", TypeOf(kVarchar, 10), TypeOf(kVarchar, 40)), "");
  EXPECT_EQ(Misfits("postgres", TypeOf(kVarchar, 10), TypeOf(kText)), "");
  EXPECT_EQ(Misfits("mysql", TypeOf(kChar), TypeOf(kVarchar, 1)), "");
}

TEST(Narrowing, IsNoneWhereLengthsAreNotEnforced) {
  EXPECT_EQ(Misfits("sqlite", TypeOf(kVarchar, 40), TypeOf(kVarchar, 10)), "");
  EXPECT_EQ(Misfits("sqlite", TypeOf(kBigint), TypeOf(kSmallint)), "");
  EXPECT_EQ(Misfits("duckdb", TypeOf(kVarchar, 40), TypeOf(kVarchar, 10)), "");
  EXPECT_EQ(Misfits("postgres", TypeOf(kBlob), TypeOf(kBinary, 10)), "");
}

TEST(Narrowing, OfBytes) {
  EXPECT_EQ(Misfits("mysql", TypeOf(kBlob), TypeOf(kVarbinary, 10)), "LENGTH(c) > 10");
  EXPECT_EQ(Misfits("mssql", TypeOf(kVarbinary, 40), TypeOf(kBinary, 10)), "DATALENGTH(c) > 10");
  EXPECT_EQ(Misfits("oracle", TypeOf(kBlob), TypeOf(kVarbinary, 10)), "DBMS_LOB.GETLENGTH(c) > 10");
}

TEST(Narrowing, OfIntegersIsTheRangeOfTheDatabase) {
  EXPECT_EQ(Misfits("postgres", TypeOf(kInteger), TypeOf(kSmallint)), "c NOT BETWEEN -32768 AND 32767");
  EXPECT_EQ(Misfits("mysql", TypeOf(kBigint), TypeOf(kInteger)), "c NOT BETWEEN -2147483648 AND 2147483647");
  EXPECT_EQ(Misfits("duckdb", TypeOf(kInteger), TypeOf(kSmallint)), "c NOT BETWEEN -32768 AND 32767");
  EXPECT_EQ(Misfits("oracle", TypeOf(kInteger), TypeOf(kSmallint)), "c NOT BETWEEN -99999 AND 99999");
  EXPECT_EQ(Misfits("postgres", TypeOf(kSmallint), TypeOf(kBigint)), "");
}

TEST(Narrowing, OfDecimalsToIntegersRounds) {
  EXPECT_EQ(Misfits("postgres", TypeOf(kDecimal, 10, 2), TypeOf(kSmallint)), "(c >= 32767.5 OR c <= -32768.5)");
  EXPECT_EQ(Misfits("mssql", TypeOf(kDecimal, 10, 2), TypeOf(kSmallint)), "(c >= 32767.0 + 1 OR c <= -32768.0 - 1)");
  EXPECT_EQ(Misfits("postgres", TypeOf(kDecimal, 6, 2), TypeOf(kSmallint)), "");
}

TEST(Narrowing, OfDecimalsCountsDigitsAfterRounding) {
  EXPECT_EQ(Misfits("postgres", TypeOf(kDecimal, 12, 2), TypeOf(kDecimal, 8, 2)), "(c >= 1000000 OR c <= -1000000)");
  EXPECT_EQ(Misfits("postgres", TypeOf(kDecimal, 8, 4), TypeOf(kDecimal, 6, 2)), "(ROUND(c, 2) >= 10000 OR ROUND(c, 2) <= -10000)");
  EXPECT_EQ(Misfits("postgres", TypeOf(kDecimal), TypeOf(kDecimal, 6, 2)), "(ROUND(c, 2) >= 10000 OR ROUND(c, 2) <= -10000)");
  EXPECT_EQ(Misfits("postgres", TypeOf(kDecimal, 8, 2), TypeOf(kDecimal, 10, 2)), "");
  EXPECT_EQ(Misfits("postgres", TypeOf(kInteger), TypeOf(kDecimal, 12, 2)), "");
  EXPECT_EQ(Misfits("postgres", TypeOf(kInteger), TypeOf(kDecimal, 4, 2)), "(c >= 100 OR c <= -100)");
  EXPECT_EQ(Misfits("mysql", TypeOf(kBigint), TypeOf(kDecimal)), "(c >= 10000000000 OR c <= -10000000000)");
}

TEST(Narrowing, OfTextToAnEnumAsksForItsValues) {
  const catalog::Enum mood{{"", "mood", {}}, {"sad", "it's ok"}, {}};
  ir::Type type = TypeOf(kNamed);
  type.name.name = "mood";
  EXPECT_EQ(Misfits("postgres", TypeOf(kText), type, &mood), "c NOT IN ('sad', 'it''s ok')");
  EXPECT_EQ(Misfits("sqlite", TypeOf(kText), type, &mood), "c NOT IN ('sad', 'it''s ok')");
  EXPECT_EQ(Misfits("postgres", TypeOf(kInteger), type, &mood), "?");
}

TEST(Narrowing, IsUnknownWhereOnlyTheDatabaseKnows) {
  EXPECT_EQ(Misfits("postgres", TypeOf(kText), TypeOf(kInteger)), "?");
  EXPECT_EQ(Misfits("postgres", TypeOf(kInteger), TypeOf(kVarchar, 3)), "?");
  EXPECT_EQ(Misfits("mysql", TypeOf(kText), TypeOf(kJson)), "?");
  ir::Type native = TypeOf(kInteger);
  native.native = "MEDIUMINT";
  EXPECT_EQ(Misfits("mysql", TypeOf(kInteger), native), "?");
}

}  // namespace
}  // namespace migc::bundle
