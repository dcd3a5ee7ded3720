// Plans, rule by rule: the steps, the version rows, and what is refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/graph/chain.h"

namespace migc::graph::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kLinear = "a000; b000<a000; c000<b000";
constexpr const char* kDiamond = "aaaa; b1b1<aaaa {label:left}; b2b2<aaaa; cccc<b1b1,b2b2";
constexpr const char* kDepends = "a; b<a; y; z<y {dep:b}";
constexpr const char* kBranches = "a; b<a; c1<b {label:c1branch}; d1<c1; c2<b {label:c2branch}; d2<c2";

std::string Up(const char* chain, std::string_view from, std::string_view to) {
  const Built built(chain);
  diag::Sink sink;
  return PlanText(*built, ResolveUpgrade(*built, from, to, sink), sink);
}

std::string Down(const char* chain, std::string_view from, std::string_view to) {
  const Built built(chain);
  diag::Sink sink;
  return PlanText(*built, ResolveDowngrade(*built, from, to, sink), sink);
}

// The last diagnostic's notes and help.
std::string WayOut(const diag::Sink& sink) {
  std::string text;
  for (const diag::Note& note : sink.diagnostics().back().notes) text += note.text + "; ";
  return text + sink.diagnostics().back().help;
}

TEST(Upgrade, ALine) {
  EXPECT_EQ(Up(kLinear, "base", "head"), "a000 +a000; b000 a000>b000; c000 b000>c000");
  EXPECT_EQ(Up(kLinear, "a000", "heads"), "b000 a000>b000; c000 b000>c000");
  EXPECT_EQ(Up(kLinear, "a0", "c0"), "b000 a000>b000; c000 b000>c000");
  EXPECT_EQ(Up(kLinear, "base", "+1"), "a000 +a000");
  EXPECT_EQ(Up(kLinear, "a000", "+1"), "b000 a000>b000");
  EXPECT_EQ(Up(kLinear, "a000", "head-1"), "b000 a000>b000");
  EXPECT_EQ(Up(kLinear, "base", "b000-1"), "a000 +a000");
}

TEST(Upgrade, FromToTheSameIsEmpty) {
  EXPECT_EQ(Up(kLinear, "b000", "b000"), "");
  EXPECT_EQ(Up(kLinear, "base", "base"), "");
  EXPECT_EQ(Up(kLinear, "head", "heads"), "");
  EXPECT_EQ(Up("", "base", "head"), "");
}

TEST(Upgrade, ThePlanSaysItsEnds) {
  const Built built(kBranches);
  diag::Sink sink;
  const auto plan = ResolveUpgrade(*built, "c2", "heads", sink);
  ASSERT_TRUE(plan);
  EXPECT_THAT(plan->from, ElementsAre("c2"));
  EXPECT_THAT(plan->to, ElementsAre("d1", "d2"));
  ASSERT_EQ(plan->steps.size(), 3u);
  EXPECT_EQ(plan->steps[0].heads, (std::vector<std::string>{"d2"}));
  EXPECT_EQ(plan->steps[1].heads, (std::vector<std::string>{"c1", "d2"}));
  EXPECT_EQ(plan->direction, Direction::kUpgrade);
}

TEST(Upgrade, TheDiamond) {
  EXPECT_EQ(Up(kDiamond, "base", "head"), "aaaa +aaaa; b2b2 aaaa>b2b2; b1b1 +b1b1; cccc -b1b1 b2b2>cccc");
  EXPECT_EQ(Up(kDiamond, "b1b1", "head"), "b2b2 +b2b2; cccc -b1b1 b2b2>cccc");
  EXPECT_EQ(Up(kDiamond, "b2b2", "head"), "b1b1 +b1b1; cccc -b1b1 b2b2>cccc");
  EXPECT_EQ(Up(kDiamond, "base", "b1b1"), "aaaa +aaaa; b1b1 aaaa>b1b1");
  EXPECT_EQ(Up(kDiamond, "b1b1", "b2b2"), "b2b2 +b2b2");
  EXPECT_EQ(Up(kDiamond, "base", "left@head"), "aaaa +aaaa; b2b2 aaaa>b2b2; b1b1 +b1b1; cccc -b1b1 b2b2>cccc");
  EXPECT_THAT(Up(kDiamond, "aaaa", "+1"), HasSubstr("M3108 \"+1\" is ambiguous at \"aaaa\", which has 2 revisions above it"));
  EXPECT_EQ(Up(kDiamond, "aaaa", "left@+1"), "b1b1 aaaa>b1b1");
  EXPECT_EQ(Up(kDiamond, "base", "left@+1"), "aaaa +aaaa");
}

TEST(Upgrade, SeveralStartsAndSeveralTargets) {
  EXPECT_EQ(Up(kDiamond, "b1b1,b2b2", "head"), "cccc -b1b1 b2b2>cccc");
  EXPECT_EQ(Up(kDiamond, "b2b2,b1b1,b2b2", "head"), "cccc -b1b1 b2b2>cccc");
  EXPECT_EQ(Up(kBranches, "b", "c1,c2"), "c2 b>c2; c1 +c1");
  EXPECT_EQ(Up(kBranches, "c1,c2", "c1branch@+1,c2branch@+1"), "d2 c2>d2; d1 c1>d1");
  EXPECT_EQ(Up(kBranches, "d1", "c1branch@head,d2"), "c2 +c2; d2 c2>d2");
}

TEST(Upgrade, DependenciesComeAlongAndAreAbsorbed) {
  EXPECT_EQ(Up(kDepends, "base", "heads"), "a +a; b a>b; y +y; z -y b>z");
  EXPECT_EQ(Up(kDepends, "y", "z"), "a +a; b a>b; z -y b>z");
  EXPECT_EQ(Up("a1; b1<a1; c1<b1 {label:c1lib}; a2; b2<a2; c2<b2 {dep:c1lib}", "a2", "c2"),
            "a1 +a1; b1 a1>b1; c1 b1>c1; b2 a2>b2; c2 -b2 c1>c2");
  EXPECT_EQ(Up("z {dep:a,b,c}; a; b; c", "base", "heads"), "c +c; b +b; a +a; z -a -b c>z");
}

TEST(Upgrade, RedundantNeedsDoNotDeleteRowsThatAreNotThere) {
  EXPECT_EQ(Up("a; b<a; x; z<x {dep:a,b}", "base", "heads"), "a +a; b a>b; x +x; z -x b>z");
  EXPECT_EQ(Up("a; b<a; c<a,b", "base", "heads"), "a +a; b a>b; c b>c");
}

TEST(Upgrade, TheLaterSiblingByPathComesFirst) {
  EXPECT_EQ(Up("a1; b1<a1; a2; b2<a2", "base", "heads"), "a2 +a2; b2 a2>b2; a1 +a1; b1 a1>b1");
}

TEST(Upgrade, AnAbsorbedHeadIsThereAlready) {
  const char* chain = "a; b {dep:a} {label:l}; x {label:m}";
  EXPECT_EQ(Up(chain, "b", "a@head"), "");
  EXPECT_THAT(Up(chain, "b", "a"), HasSubstr("M3112 \"a\" is applied already at \"b\""));
}

TEST(Upgrade, Backwards) {
  const Built built(kLinear);
  diag::Sink sink;
  EXPECT_FALSE(ResolveUpgrade(*built, "c000", "a000", sink));
  EXPECT_EQ(sink.diagnostics().back().message,
            "\"a000\" is applied already at \"c000\"; an upgrade leads to what is not applied yet");
  EXPECT_EQ(WayOut(sink), "the line runs the other way: a000 -> b000 -> c000; to go back, downgrade to \"a000\"");
  EXPECT_THAT(Up(kLinear, "b000", "base"), HasSubstr("M3112 base is applied already at \"b000\""));
  EXPECT_THAT(Up(kLinear, "b000", "-1"), HasSubstr("M3106 \"-1\" is not a target: an upgrade does not lead down"));
}

TEST(Upgrade, OffTheGraph) {
  EXPECT_THAT(Up(kLinear, "a000", "c000+1"), HasSubstr("M3107 \"c000+1\" leads past the head \"c000\" after 0 of 1 steps"));
  EXPECT_THAT(Up(kLinear, "b000", "+3"), HasSubstr("M3107 \"+3\" leads past the head \"c000\" after 1 of 3 steps"));
  EXPECT_THAT(Up(kLinear, "zzzz", "head"), HasSubstr("M3101 no revision or label \"zzzz\""));
  EXPECT_THAT(Up(kLinear, "", "head"), HasSubstr("M3106 \"\" is not a target: it is empty"));
  EXPECT_THAT(Up(kLinear, "-1", "head"), HasSubstr("it counts from the current revision, which it should name"));
}

TEST(Upgrade, RelativeToSeveralRows) {
  EXPECT_THAT(Up(kBranches, "c1,c2", "+1"), HasSubstr("M3109 \"+1\" counts from the current revision, but there are 2"));
  // A row of another branch that depends on this one: the last applied revision of this branch is the start.
  EXPECT_EQ(Up("a {label:l}; b<a; c<b; x {dep:b}", "x", "l@+1"), "c +c");
}

TEST(Upgrade, OverlappingTargetsNameBoth) {
  EXPECT_THAT(Up(kLinear, "base", "c000,a000"), HasSubstr("M3110 targets \"a000\" and \"c000\" overlap"));
  EXPECT_THAT(Up(kDepends, "base", "b,z"), HasSubstr("M3110 targets \"b\" and \"z\" overlap"));
}

TEST(Rows, FromMustBeHeadsOfNoOther) {
  const Built built(kDepends);
  diag::Sink sink;
  EXPECT_FALSE(ResolveUpgrade(*built, "z,b", "heads", sink));
  EXPECT_EQ(
      sink.diagnostics().back().message,
      "\"b\" and \"z\" cannot both be current: the first is an ancestor of the second, and the version table holds only the last "
      "of a line");
  EXPECT_EQ(WayOut(sink), "the line between them is b -> z; leave \"b\" out");
  EXPECT_THAT(Down(kLinear, "a000,c000", "base"), HasSubstr("M3111 \"a000\" and \"c000\""));
}

TEST(Downgrade, ALine) {
  EXPECT_EQ(Down(kLinear, "head", "base"), "c000 c000>b000; b000 b000>a000; a000 -a000");
  EXPECT_EQ(Down(kLinear, "c000", "a000"), "c000 c000>b000; b000 b000>a000");
  EXPECT_EQ(Down(kLinear, "c000", "-1"), "c000 c000>b000");
  EXPECT_EQ(Down(kLinear, "head", "-3"), "c000 c000>b000; b000 b000>a000; a000 -a000");
  EXPECT_EQ(Down(kLinear, "c000", "b000-1"), "c000 c000>b000; b000 b000>a000");
  EXPECT_EQ(Down(kLinear, "b000", "b000"), "");
  EXPECT_EQ(Down(kLinear, "base", "base"), "");
}

TEST(Downgrade, TheDiamond) {
  EXPECT_EQ(Down(kDiamond, "cccc", "base"), "cccc +b1b1 cccc>b2b2; b1b1 -b1b1; b2b2 b2b2>aaaa; aaaa -aaaa");
  EXPECT_EQ(Down(kDiamond, "cccc", "aaaa"), "cccc +b1b1 cccc>b2b2; b1b1 -b1b1; b2b2 b2b2>aaaa");
  EXPECT_EQ(Down(kDiamond, "cccc", "b1b1"), "cccc +b1b1 cccc>b2b2");
  EXPECT_EQ(Down(kDiamond, "cccc", "b2b2"), "cccc +b1b1 cccc>b2b2");
  EXPECT_EQ(Down(kDiamond, "cccc", "left@aaaa"), "cccc +b1b1 cccc>b2b2; b1b1 -b1b1");
  EXPECT_EQ(Down(kDiamond, "cccc", "b2b2@aaaa"), "cccc +b1b1 cccc>b2b2; b2b2 -b2b2");
  EXPECT_EQ(Down(kDiamond, "cccc", "left@base"), Down(kDiamond, "cccc", "base"));
  EXPECT_THAT(Down(kDiamond, "cccc", "-1"), HasSubstr("M3108"));
  EXPECT_THAT(Down(kDiamond, "cccc", "left@-1"), HasSubstr("M3108"));
  EXPECT_THAT(Down(kDiamond, "b1b1", "b2b2"), HasSubstr("M3113 \"b2b2\" is not applied at \"b1b1\""));
}

TEST(Downgrade, DependenciesComeBackAndDependentsGo) {
  EXPECT_EQ(Down(kDepends, "z", "y"), "z +y z>b");
  EXPECT_EQ(Down(kDepends, "z", "a"), "z +y z>b; b b>a");
  EXPECT_EQ(Down(kDepends, "z", "base"), "z +y z>b; y -y; b b>a; a -a");
}

TEST(Downgrade, ToABranchPointTakesEveryBranch) {
  EXPECT_EQ(Down(kBranches, "d1,d2", "a"), "d1 d1>c1; c1 -c1; d2 d2>c2; c2 c2>b; b b>a");
  EXPECT_EQ(Down(kBranches, "d1,d2", "b"), "d1 d1>c1; c1 -c1; d2 d2>c2; c2 c2>b");
}

TEST(Downgrade, OfOneBranch) {
  EXPECT_EQ(Down(kBranches, "d1,d2", "c2branch@b"), "d2 d2>c2; c2 -c2");
  EXPECT_EQ(Down(kBranches, "d1,d2", "d1@b"), "d1 d1>c1; c1 -c1");
  EXPECT_EQ(Down(kBranches, "d1,d2", "c1branch@head-1"), "d1 d1>c1");
  EXPECT_EQ(Down(kBranches, "d1,d2", "c2branch@base+3"), "d2 d2>c2");
  EXPECT_EQ(Down(kBranches, "d1,d2", "c2branch@-2"), "d2 d2>c2; c2 -c2");
  EXPECT_EQ(Down(kBranches, "d1,c2", "c2"), "");
  EXPECT_THAT(Down("a; b<a {label:l}; c<b; d<b", "c,d", "l@b"), HasSubstr("M3115 no revision above \"b\" leads to branch \"l\""));
}

TEST(Downgrade, SeveralTargets) {
  EXPECT_EQ(Down(kDiamond, "cccc", "b1b1,b2b2"), "cccc +b1b1 cccc>b2b2");
  EXPECT_EQ(Down(kBranches, "d1,d2", "c1,c2"), "d1 d1>c1; d2 d2>c2");
  EXPECT_EQ(Down(kBranches, "heads", "heads"), "");
  EXPECT_THAT(Down(kLinear, "c000", "a000,b000"), HasSubstr("M3110"));
}

TEST(Downgrade, RelativeToSeveralRowsWarns) {
  const Built built(kBranches);
  diag::Sink sink;
  const auto plan = ResolveDowngrade(*built, "c2,d1", "-1", sink);
  EXPECT_EQ(PlanText(*built, plan, sink), "c2 -c2");
  ASSERT_EQ(sink.warnings(), 1u);
  EXPECT_EQ(sink.diagnostics()[0].message, "\"-1\" from 2 revisions is ambiguous; it goes down from the first, \"c2\"");
  EXPECT_EQ(WayOut(sink), "the rows are \"c2\" and \"d1\"; write c2-1");
  EXPECT_EQ(Down(kBranches, "d1,c2", "-1"), "d1 d1>c1");
}

TEST(Downgrade, ABranchThatARowOfAnotherHidesHasItsTip) {
  EXPECT_EQ(Down("a {label:l}; b<a; c<b; x {dep:c}", "x", "l@-1"), "x x>c; c c>b");
  EXPECT_THAT(Down("a {label:l}; b<a; c<a; x {dep:b,c}", "x", "l@-1"),
              HasSubstr("M3109 \"l@-1\" counts from the current revision, but there are 2"));
  EXPECT_THAT(Down("a {label:l}; x", "x", "l@-1"), HasSubstr("M3109 \"l@-1\" counts from the current revision, but there are 0"));
}

TEST(Downgrade, NotBelow) {
  const Built built(kLinear);
  diag::Sink sink;
  EXPECT_FALSE(ResolveDowngrade(*built, "b000", "c000", sink));
  EXPECT_EQ(sink.diagnostics().back().message, "\"c000\" is not applied at \"b000\"; a downgrade leads back to what is applied");
  EXPECT_EQ(WayOut(sink), "no line of revisions leads from \"b000\" down to \"c000\"; to get there, upgrade to \"c000\"");
  EXPECT_THAT(Down(kLinear, "base", "a000"), HasSubstr("M3113 \"a000\" is not applied at base"));
  EXPECT_THAT(Down(kLinear, "base", "-1"), HasSubstr("M3106 \"-1\" is not a target: nothing is below base"));
  EXPECT_THAT(Down(kLinear, "b000", "+1"), HasSubstr("a downgrade does not lead up"));
  EXPECT_THAT(Down(kLinear, "b000", "-3"), HasSubstr("M3107 \"-3\" leads past base after 2 of 3 steps"));
  EXPECT_THAT(Down("a; x {dep:a}", "x", "a"), HasSubstr("M3114 nothing above \"a\" is applied at \"x\" but what depends on it"));
}

TEST(Plan, TheDirectionFollowsFromTheEnds) {
  const Built built(kBranches);
  const auto text = [&](std::string_view from, std::string_view to) {
    diag::Sink sink;
    return PlanText(*built, ResolvePlan(*built, from, to, sink), sink);
  };
  EXPECT_EQ(text("base", "b"), "a +a; b a>b");
  EXPECT_EQ(text("d1", "b"), "d1 d1>c1; c1 c1>b");
  EXPECT_EQ(text("b", "base"), "b b>a; a -a");
  EXPECT_EQ(text("c1", "c2"), "c2 +c2");
  EXPECT_EQ(text("c1", "+1"), "d1 c1>d1");
  EXPECT_EQ(text("c1", "-1"), "c1 c1>b");
  EXPECT_EQ(text("d1,d2", "c2branch@b"), "d2 d2>c2; c2 -c2");
  EXPECT_EQ(text("d1", "heads"), "c2 +c2; d2 c2>d2");
  EXPECT_EQ(text("heads", "heads"), "");
  EXPECT_EQ(text("base", "base"), "");
  EXPECT_THAT(text("zzzz", "b"), HasSubstr("M3101 no revision or label \"zzzz\""));
  EXPECT_THAT(text("b", "head"), HasSubstr("M3103 \"head\" stands for 2 revisions"));
}

TEST(Plan, NeitherDirectionSaysBothReasons) {
  const Built built("a; x {dep:a}");
  diag::Sink sink;
  EXPECT_FALSE(ResolvePlan(*built, "x", "a", sink));
  EXPECT_EQ(sink.diagnostics().back().message, "neither an upgrade nor a downgrade leads from \"x\" to \"a\"");
  EXPECT_THAT(WayOut(sink), HasSubstr("upgrade: \"a\" is applied already at \"x\""));
  EXPECT_THAT(WayOut(sink), HasSubstr("downgrade: nothing above \"a\" is applied"));
}

TEST(Plan, TheReverseRunsTheSameRevisionsBack) {
  const Built built("a; b<a; x; y<x");
  diag::Sink sink;
  const auto plan = ResolveUpgrade(*built, "b", "y", sink);
  ASSERT_TRUE(plan);
  const Plan back = ReversePlan(*built, *plan);
  EXPECT_EQ(PlanText(*built, back, sink), "y y>x; x -x");
  EXPECT_EQ(back.direction, Direction::kDowngrade);
  EXPECT_THAT(back.from, ElementsAre("b", "y"));
  EXPECT_THAT(back.to, ElementsAre("b"));
}

TEST(Applied, ParentsFirstAndUnknownRowsLeftOut) {
  const Built built(kDepends);
  EXPECT_THAT(Ids(*built, AppliedRevisions(*built, {"z"})), ElementsAre("a", "b", "y", "z"));
  EXPECT_THAT(Ids(*built, AppliedRevisions(*built, {"a", "gone"})), ElementsAre("a"));
  EXPECT_THAT(AppliedRevisions(*built, {}), IsEmpty());
}

TEST(Heads, ReadLikeAListAndShareWhatStays) {
  HeadList list = {"b", "a"};
  EXPECT_EQ(list, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(list.With("aa"), (std::vector<std::string>{"a", "aa", "b"}));
  EXPECT_EQ(list.Without("a"), (std::vector<std::string>{"b"}));
  EXPECT_TRUE(list.Without("a").Without("b").empty());
  EXPECT_EQ(HeadList().With("x"), HeadList({"x"}));
  HeadList many;
  std::vector<std::string> expected;
  for (int i = 0; i < 500; ++i) {
    many = many.With(fmt::format("{:03}", i * 7 % 500));
    expected.push_back(fmt::format("{:03}", i));
  }
  EXPECT_EQ(many, expected);
  EXPECT_EQ(std::vector<std::string>(many), expected);
  EXPECT_EQ(many.size(), 500u);
  for (int i = 0; i < 500; i += 2) {
    many = many.Without(fmt::format("{:03}", i));
    std::erase(expected, fmt::format("{:03}", i));
  }
  EXPECT_EQ(many, expected);
}

}  // namespace
}  // namespace migc::graph::test
