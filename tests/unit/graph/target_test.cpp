// Addressing: every form of target, and what its refusal says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/graph/chain.h"

namespace migc::graph::test {
namespace {

using testing::HasSubstr;

constexpr const char* kLongIds =
    "aaaa1111; bbbb2222<aaaa1111; cccc1111<bbbb2222 {label:billing}; dddd1111<cccc1111; "
    "cccc2222<bbbb2222 {label:shipping}; dddd2222<cccc2222";

// The id, or the last diagnostic with its notes and help.
std::string One(const Graph& graph, std::string_view target) {
  diag::Sink sink;
  const std::optional<Node> node = ResolveOne(graph, target, sink);
  if (node) return graph.At(*node).header.id.text;
  const diag::Diagnostic& last = sink.diagnostics().back();
  std::string text = fmt::format("{} {}", diag::InfoOf(last.kind).code, last.message);
  for (const diag::Note& note : last.notes) text += fmt::format("; {}", note.text);
  return text + "; " + last.help;
}

class Address : public testing::Test {
 protected:
  Built built_{kLongIds};
  std::string One(std::string_view target) { return test::One(*built_, target); }
};

TEST_F(Address, FullIdsAndLabels) {
  EXPECT_EQ(One("cccc1111"), "cccc1111");
  EXPECT_EQ(One("billing"), "cccc1111");
  EXPECT_EQ(One("  cccc1111 "), "cccc1111");
}

TEST_F(Address, PartialIdsMustFitOne) {
  EXPECT_EQ(One("aaa"), "aaaa1111");
  EXPECT_EQ(One("a"), "aaaa1111");
  EXPECT_EQ(One("ship"), "cccc2222");
  EXPECT_EQ(One("cccc"),
            "M3102 \"cccc\" is the start of 2 names; a partial id must fit one revision; they are \"cccc1111\" and \"cccc2222\"; "
            "write more of it");
  EXPECT_EQ(One("b"),
            "M3102 \"b\" is the start of 2 names; a partial id must fit one revision; they are \"bbbb2222\" and \"billing\"; "
            "write more of it");
  EXPECT_EQ(test::One(*Built("abcd {label:abce}"), "abc"), "abcd");
}

TEST_F(Address, ShortNamesAreWrittenInFull) {
  const Built built("abc; x<abc");
  EXPECT_EQ(test::One(*built, "abc"), "abc");
  EXPECT_EQ(test::One(*built, "ab"),
            "M3101 no revision or label \"ab\"; a revision is named by its id, the start of its id, or its label; "
            "a name of fewer than 4 characters is written in full: \"abc\"");
}

TEST_F(Address, UnknownNames) {
  EXPECT_THAT(One("cccc1112"), HasSubstr("did you mean \"cccc1111\"?"));
  EXPECT_THAT(One("qqqqqqqqqqqq"), HasSubstr("the heads are \"dddd1111\" and \"dddd2222\""));
  EXPECT_THAT(test::One(*Built(""), "abcd"), HasSubstr("there are no revisions yet"));
}

TEST_F(Address, SeveralHeadsAreListed) {
  EXPECT_EQ(One("head"),
            "M3103 \"head\" stands for 2 revisions; there must be one; they are \"dddd1111\" and \"dddd2222\"; "
            "write heads for all of them, or one, such as billing@head");
  EXPECT_THAT(One("heads"), HasSubstr("M3121 \"heads\" stands for \"dddd1111\" and \"dddd2222\"; one revision is needed here"));
  EXPECT_THAT(One("head-1"), HasSubstr("M3103 \"head-1\" stands for 2 revisions"));
  EXPECT_THAT(One("aaaa@head"), HasSubstr("M3103"));
}

TEST_F(Address, BranchesNarrow) {
  EXPECT_EQ(One("billing@head"), "dddd1111");
  EXPECT_EQ(One("billing@heads"), "dddd1111");
  EXPECT_EQ(One("cccc2222@head"), "dddd2222");
  EXPECT_EQ(One("ship@head"), "dddd2222");
  EXPECT_EQ(One("billing@cccc"), "cccc1111");
  EXPECT_EQ(One("billing@aaaa1111"), "aaaa1111");
  EXPECT_EQ(One("billing@head-1"), "cccc1111");
  EXPECT_EQ(One("billing @ head - 1"),
            "M3101 no revision or label \"head - 1\"; a revision is named by its id, the start of its id, or its "
            "label; the heads are \"dddd1111\" and \"dddd2222\"");
}

TEST_F(Address, OffTheBranch) {
  EXPECT_EQ(One("billing@dddd2222"),
            "M3105 revision \"dddd2222\" is not on branch \"billing\"; it neither leads to \"cccc1111\" nor comes from it; "
            "it is on \"shipping\"; write dddd2222 alone, or another branch before '@'");
  EXPECT_THAT(One("billing@dddd222"), HasSubstr("M3105 revision \"dddd2222\" is not on branch \"billing\""));
  EXPECT_EQ(
      One("biling@head"),
      "M3104 no branch \"biling\"; what stands before '@' is a label or a revision; the labels are \"billing\" and \"shipping\"; "
      "did you mean \"billing\"?");
  EXPECT_THAT(One("cccc@head"), HasSubstr("M3102 \"cccc\" is the start of 2 names"));
}

TEST_F(Address, RelativeToARevision) {
  EXPECT_EQ(One("aaaa+1"), "bbbb2222");
  EXPECT_EQ(One("dddd1-2"), "bbbb2222");
  EXPECT_EQ(One("dddd1-0"), "dddd1111");
  EXPECT_EQ(One("billing@aaaa+2"), "cccc1111");
  EXPECT_EQ(One("shipping@base+4"), "dddd2222");
  EXPECT_EQ(One("+1"), "aaaa1111");
  EXPECT_EQ(One("billing@-1"), "cccc1111");
}

TEST_F(Address, RelativeStepsNeedOneWay) {
  EXPECT_EQ(One("aaaa+2"),
            "M3108 \"aaaa+2\" is ambiguous at \"bbbb2222\", which has 2 revisions above it; a relative step needs one way to go; "
            "they are \"cccc1111\" and \"cccc2222\"; name one of them, or a branch before '@'");
  const Built merge("a; b<a; c<a; d<b,c");
  EXPECT_EQ(test::One(*merge, "d-1"),
            "M3108 \"d-1\" is ambiguous at \"d\", which has 2 revisions below it; a relative step needs one way to go; "
            "they are \"b\" and \"c\"; name one of them");
  EXPECT_THAT(test::One(*Built("a; b"), "base+1"), HasSubstr("is ambiguous at base, which has 2 revisions above it"));
}

TEST_F(Address, PastTheEndSaysHowFarItGot) {
  EXPECT_EQ(One("cccc1+5"),
            "M3107 \"cccc1+5\" leads past the head \"dddd1111\" after 1 of 5 steps; the way is cccc1111 -> dddd1111; "
            "write at most +1, or name a revision");
  EXPECT_EQ(One("bbbb-3"),
            "M3107 \"bbbb-3\" leads past base after 2 of 3 steps; the way is bbbb2222 -> aaaa1111 -> base; "
            "write at most -2, or name a revision");
  EXPECT_THAT(One("bbbb-2"),
              HasSubstr("M3121 \"bbbb-2\" stands for none; one revision is needed here; the first revisions are \"aaaa1111\""));
  EXPECT_THAT(One("base-1"), HasSubstr("M3107 \"base-1\" leads past base after 0 of 1 steps"));
  EXPECT_THAT(One("dddd1+99999999999999999999"), HasSubstr("M3107"));
  EXPECT_THAT(test::One(*Built("a {label:x}; b<a; c<b"), "x@c+1"), HasSubstr("leads past the head \"c\""));
}

TEST_F(Address, MalformedTargets) {
  EXPECT_THAT(One(""), HasSubstr("M3106 \"\" is not a target: it is empty"));
  EXPECT_THAT(One("a,,b"), HasSubstr("M3106 \"a,,b\" is not a target: a name is missing beside ','"));
  EXPECT_THAT(One("aaaa,"), HasSubstr("a name is missing beside ','"));
  EXPECT_THAT(One("@head"), HasSubstr("nothing stands before '@'"));
  EXPECT_THAT(One("billing@"), HasSubstr("nothing stands after '@'"));
  EXPECT_THAT(One("+0"), HasSubstr("it moves by no step"));
  EXPECT_THAT(One("aaaa+1b"), HasSubstr("M3101 no revision or label \"aaaa+1b\""));
}

TEST_F(Address, IdsMayHaveSignsInThem) {
  // Quoted ids have any characters; what is a name as it stands, or starts one, is that name.
  std::vector<Revision> revisions = ParseChain("a; b<a");
  revisions[0].header.id = "2026-01-31";
  revisions[1].header.id = "v1.2,x@y:z+1";
  revisions[1].header.parents[0] = "2026-01-31";
  const Built built(revisions);
  ASSERT_TRUE(built.graph);
  EXPECT_EQ(test::One(*built, "2026-01-31"), "2026-01-31");
  EXPECT_EQ(test::One(*built, "2026-01"), "2026-01-31");
  EXPECT_EQ(test::One(*built, "v1.2,x@y:z+1"), "v1.2,x@y:z+1");
  EXPECT_EQ(test::One(*built, "2026-01-31+1"), "v1.2,x@y:z+1");
}

TEST(Find, PrefixesInSortedOrder) {
  const Built built("bbb; abc; abd<abc {label:abx}");
  EXPECT_THAT(Ids(*built, built->FindPrefix("ab")), testing::ElementsAre("abc", "abd"));
  EXPECT_EQ(built->FindLabel("abx"), std::optional<Node>(2));
  EXPECT_EQ(built->FindLabel("abc"), std::nullopt);
  EXPECT_EQ(built->Find("ab"), std::nullopt);
}

}  // namespace
}  // namespace migc::graph::test
