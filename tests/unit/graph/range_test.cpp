// Listing ranges: newest first, the older end included.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "migc/base/text.h"
#include "unit/graph/chain.h"

namespace migc::graph::test {
namespace {

using testing::HasSubstr;

constexpr const char* kLabelled =
    "a {label:abranch}; b<a; somelongername<b; c<somelongername; d; e<d {label:ebranch}; someothername<e; f<someothername";

std::string List(std::string_view range, const char* chain = kLabelled) {
  const Built built(chain);
  diag::Sink sink;
  const auto nodes = ResolveRange(*built, range, sink);
  return nodes ? base::Join(Ids(*built, *nodes), " ") : PlanText(*built, std::nullopt, sink);
}

TEST(Range, Whole) {
  EXPECT_EQ(List(""), "c somelongername b a f someothername e d");
  EXPECT_EQ(List(":"), List(""));
  EXPECT_EQ(List("base:heads"), List(""));
  EXPECT_EQ(List("", ""), "");
}

TEST(Range, HalfOpen) {
  EXPECT_EQ(List("a:"), "c somelongername b a");
  EXPECT_EQ(List(":b"), "b a");
}

TEST(Range, Ends) {
  EXPECT_EQ(List("b:c"), "c somelongername b");
  EXPECT_EQ(List("b:b"), "b");
  EXPECT_EQ(List(":somel"), "somelongername b a");
  EXPECT_EQ(List("base:ebranch@head"), "f someothername e d");
  EXPECT_EQ(List("b:", "a; b<a; c<b"), "c b");
}

TEST(Range, ABranchNarrowsTheHeads) {
  EXPECT_EQ(List("ebranch@base:heads"), "f someothername e d");
  EXPECT_EQ(List("ebranch@d:heads"), "f someothername e d");
  EXPECT_EQ(List("e@d:"), "f someothername e d");
}

TEST(Range, RelativeEnds) {
  EXPECT_EQ(List("ebranch@-2:heads"), "f someothername e");
  EXPECT_EQ(List("b:+1"), "somelongername b");
  EXPECT_EQ(List("-2:", "a; b<a; c<b; d<c"), "d c b");
  EXPECT_EQ(List("-20:", "a; b<a; c<b; d<c"), "d c b a");
  EXPECT_EQ(List("b:+20", "a; b<a; c<b; d<c"), "d c b");
  EXPECT_EQ(List("head-1:", "a; b<a; c<b; d<c"), "d c");
  EXPECT_THAT(List("a,d:+1"), HasSubstr("M3106 \"+1\" is not a target: it counts from the one revision before ':'"));
}

TEST(Range, SeveralEnds) { EXPECT_EQ(List("b,e:heads"), "c somelongername b f someothername e"); }

TEST(Range, OnlyWhatComesFromTheOlderEnd) {
  // Without the dependency, which is not of the line.
  EXPECT_EQ(List("b1:", "a; a2<a; b1; b2<b1 {dep:a2}"), "b2 b1");
  EXPECT_EQ(List("b2:", "a; b1<a; b2<a; c1<b1; c2<b2; m<c1,c2"), "m c2 b2");
}

TEST(Range, Refused) {
  EXPECT_THAT(List("c:b"), HasSubstr("M3120 \"c\" is not an ancestor of \"b\""));
  EXPECT_THAT(List("b:base"), HasSubstr("M3120 \"b\" is not an ancestor of base"));
  EXPECT_THAT(List("b"), HasSubstr("M3119 \"b\" is not a range; a range is A:B, A: or :B"));
  EXPECT_THAT(List("a:b:c"), HasSubstr("M3119"));
  EXPECT_THAT(List("zzzz:"), HasSubstr("M3101"));
}

}  // namespace
}  // namespace migc::graph::test
