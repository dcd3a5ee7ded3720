// Stamps: the rows alone are changed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/graph/chain.h"

namespace migc::graph::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kChain = "a; b<a; c1<b {label:left}; d1<c1; c2<b {label:right}; d2<c2; e<d1,d2";

std::string Stamped(std::string_view from, std::string_view to, bool purge = false, const char* chain = kChain) {
  const Built built(chain);
  diag::Sink sink;
  const auto stamp = ResolveStamp(*built, from, to, purge, sink);
  return stamp ? RowsOf(stamp->rows) : PlanText(*built, std::nullopt, sink);
}

TEST(Stamp, FromNothing) {
  EXPECT_EQ(Stamped("base", "e"), "+e");
  EXPECT_EQ(Stamped("base", "c1,c2"), "+c1 +c2");
  EXPECT_EQ(Stamped("base", "base"), "");
}

TEST(Stamp, OneRowMovesUpAndDown) {
  EXPECT_EQ(Stamped("e", "c2"), "e>c2");
  EXPECT_EQ(Stamped("e", "a"), "e>a");
  EXPECT_EQ(Stamped("b", "e"), "b>e");
  EXPECT_EQ(Stamped("b", "b"), "");
}

TEST(Stamp, SeveralRowsBecomeOne) {
  EXPECT_EQ(Stamped("d1,c2", "e"), "-d1 c2>e");
  EXPECT_EQ(Stamped("d1,c2", "b"), "-d1 c2>b");
}

TEST(Stamp, AnotherBranchIsInserted) {
  EXPECT_EQ(Stamped("c1", "c2"), "+c2");
  EXPECT_EQ(Stamped("c1", "right@d2"), "+d2");
}

TEST(Stamp, OneRowBecomesSeveral) {
  EXPECT_EQ(Stamped("b", "c1,c2"), "b>c1 +c2");
  EXPECT_EQ(Stamped("e", "c1,c2"), "e>c1 +c2");
}

TEST(Stamp, Base) {
  EXPECT_EQ(Stamped("d2,d1", "base"), "-d2 -d1");
  EXPECT_EQ(Stamped("d1,d2", "left@base"), "-d1");
  EXPECT_EQ(Stamped("x,b", "l@base", false, "a; b<a; x {label:l}"), "-x");
}

TEST(Stamp, ADependentIsOfTheLine) { EXPECT_EQ(Stamped("z", "a", false, "a; b<a; z {dep:b}"), "z>a"); }

TEST(Stamp, RelativeTargetsCountFromTheRow) {
  EXPECT_EQ(Stamped("a", "+1"), "a>b");
  EXPECT_EQ(Stamped("d1", "-2"), "d1>b");
}

TEST(Stamp, PurgeStartsFromAnEmptyTable) {
  const Built built(kChain);
  diag::Sink sink;
  const auto stamp = ResolveStamp(*built, "no such row", "c1,c2", true, sink);
  ASSERT_TRUE(stamp);
  EXPECT_EQ(RowsOf(stamp->rows), "+c1 +c2");
  EXPECT_THAT(stamp->from, IsEmpty());
  EXPECT_THAT(stamp->to, ElementsAre("c1", "c2"));
  EXPECT_EQ(Stamped("", "base", true), "");
}

TEST(Stamp, TheResultIsLegal) {
  EXPECT_THAT(Stamped("base", "a,d1"), HasSubstr("M3110 targets \"a\" and \"d1\" overlap"));
  EXPECT_THAT(Stamped("a,d1", "e"), HasSubstr("M3111"));
  EXPECT_THAT(Stamped("a", "head", false, "a; b<a; c<a"), HasSubstr("M3103 \"head\" stands for 2 revisions"));
  const Built built(kChain);
  diag::Sink sink;
  const auto stamp = ResolveStamp(*built, "d2", "d1", false, sink);
  ASSERT_TRUE(stamp);
  EXPECT_THAT(stamp->from, ElementsAre("d2"));
  EXPECT_THAT(stamp->to, ElementsAre("d1", "d2"));
}

}  // namespace
}  // namespace migc::graph::test
