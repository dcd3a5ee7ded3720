// Building: what is linked, labelled and dropped, and what is refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "unit/graph/chain.h"

namespace migc::graph::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// Every diagnostic on a line: code, message, notes, help.
std::string Report(const diag::Sink& sink) {
  std::string text;
  for (const diag::Diagnostic& diagnostic : sink.diagnostics()) {
    text += fmt::format("{} {}\n", diag::InfoOf(diagnostic.kind).code, diagnostic.message);
    for (const diag::Note& note : diagnostic.notes) text += fmt::format("  note: {}\n", note.text);
    if (!diagnostic.help.empty()) text += fmt::format("  help: {}\n", diagnostic.help);
  }
  return text;
}

std::vector<std::string> LabelsOf(const Built& built, std::string_view id) { return built->At(*built->Find(id)).labels; }

TEST(Build, NothingIsAGraph) {
  const Built built("");
  ASSERT_TRUE(built.graph);
  EXPECT_EQ(built->size(), 0u);
  EXPECT_THAT(built->heads(), IsEmpty());
  EXPECT_THAT(built->TopologicalOrder(), IsEmpty());
}

TEST(Build, NodesFollowPathsWhateverTheOrderGiven) {
  std::vector<Revision> revisions = ParseChain("a; b<a; c<b {dep:x}; x {label:l}; y<x,c");
  std::reverse(revisions.begin(), revisions.end());
  const Built built(revisions);
  ASSERT_TRUE(built.graph);
  EXPECT_EQ(built->At(0).header.id.text, "a");
  EXPECT_EQ(built->At(4).header.id.text, "y");
  EXPECT_THAT(Ids(*built, built->At(4).parents), ElementsAre("x", "c"));
  EXPECT_THAT(Ids(*built, built->At(2).dependencies), ElementsAre("x"));
  EXPECT_THAT(Ids(*built, built->At(3).dependents), ElementsAre("c"));
  EXPECT_THAT(Ids(*built, built->At(3).children), ElementsAre("y"));
}

TEST(Build, HeadsAreByParentsAndEffectiveHeadsByDependenciesToo) {
  const Built built("a; b<a; y; z<y {dep:b}");
  EXPECT_THAT(Ids(*built, built->heads()), ElementsAre("b", "z"));
  EXPECT_THAT(Ids(*built, built->effective_heads()), ElementsAre("z"));
  EXPECT_THAT(Ids(*built, built->bases()), ElementsAre("a", "y"));
}

TEST(Build, DependenciesMayBeLabels) {
  const Built built("a {label:lib}; b {dep:lib}");
  ASSERT_TRUE(built.graph);
  EXPECT_THAT(Ids(*built, built->At(1).dependencies), ElementsAre("a"));
}

TEST(Build, LabelsSpreadUpAlways) {
  const Built built("a; b<a; c1<b {label:c1branch}; d1<c1; e1<c1; c2<b {label:c2branch}; d2<c2");
  EXPECT_THAT(LabelsOf(built, "d1"), ElementsAre("c1branch"));
  EXPECT_THAT(LabelsOf(built, "e1"), ElementsAre("c1branch"));
  EXPECT_THAT(LabelsOf(built, "d2"), ElementsAre("c2branch"));
  EXPECT_THAT(LabelsOf(built, "b"), IsEmpty());
}

TEST(Build, LabelsSpreadDownAPlainLineOnly) {
  EXPECT_THAT(LabelsOf(Built("a; b<a; c<b {label:l}; d<c"), "a"), ElementsAre("l"));
  // A branch, a merge or a dependent above stops it, and so does one below.
  EXPECT_THAT(LabelsOf(Built("a; b<a; c<b {label:l}; d<c; e<c"), "b"), IsEmpty());
  EXPECT_THAT(LabelsOf(Built("a; b<a; c<b {label:l}; x; m<c,x"), "b"), IsEmpty());
  EXPECT_THAT(LabelsOf(Built("a; b<a; c<b {label:l}; d<c; x {dep:c}"), "b"), IsEmpty());
  const Built branch("a; b<a; b2<a; c<b; d<c {label:l}");
  EXPECT_THAT(LabelsOf(branch, "b"), ElementsAre("l"));
  EXPECT_THAT(LabelsOf(branch, "a"), IsEmpty());
}

TEST(Build, LabelsDoNotFollowDependencies) { EXPECT_THAT(LabelsOf(Built("a {label:l}; b {dep:a}"), "b"), IsEmpty()); }

TEST(Build, TheTopologicalOrderHasNeedsFirst) {
  const Built built("z<y {dep:b}; y; b<a; a");
  EXPECT_THAT(Ids(*built, built->TopologicalOrder()), ElementsAre("a", "b", "y", "z"));
}

TEST(Build, ARedundantParentIsDroppedWithAWarning) {
  const Built built("a; b<a; c<a,b");
  ASSERT_TRUE(built.graph);
  EXPECT_THAT(Ids(*built, built->At(2).parents), ElementsAre("b"));
  EXPECT_THAT(Ids(*built, built->At(0).children), ElementsAre("b"));
  EXPECT_EQ(Report(built.sink),
            "M3008 revision \"c\" revises \"a\" a second time; the parent is dropped\n"
            "  note: something else that \"c\" needs comes from \"a\" already\n"
            "  help: leave \"a\" out\n");
}

TEST(Build, AParentNamedTwiceIsOne) {
  const Built built("a; b<a,a");
  ASSERT_TRUE(built.graph);
  EXPECT_THAT(Ids(*built, built->At(1).parents), ElementsAre("a"));
  EXPECT_EQ(built.sink.warnings(), 1u);
}

TEST(Build, AParentThatOnlyADependencyReachesStays) {
  // Without it a1 would be a head.
  const Built built("a1; b1 {dep:a1}; bmerge<a1,b1");
  ASSERT_TRUE(built.graph);
  EXPECT_THAT(Ids(*built, built->At(2).parents), ElementsAre("a1", "b1"));
  EXPECT_EQ(built.sink.warnings(), 0u);
}

TEST(Build, RedundantDependenciesAreDroppedWithAWarning) {
  const Built own("a1; a2<a1 {dep:a1}");
  EXPECT_THAT(own->At(1).dependencies, IsEmpty());
  EXPECT_THAT(Report(own.sink), HasSubstr("note: \"a1\" is its parent"));
  const Built inherited("a; x; x2<x {dep:a}; x3<x2 {dep:a}");
  EXPECT_THAT(inherited->At(3).dependencies, IsEmpty());
  EXPECT_EQ(inherited.sink.warnings(), 1u);
  const Built between("a; b<a; x {dep:a,b}");
  EXPECT_THAT(Ids(*between, between->At(2).dependencies), ElementsAre("b"));
  EXPECT_EQ(between.sink.warnings(), 1u);
  EXPECT_EQ(Built("a; b<a; y; z<y {dep:b}").sink.warnings(), 0u);
}

TEST(Build, DuplicateIdsShowBothFiles) {
  const Built built("a; b<a; a");
  EXPECT_FALSE(built.graph);
  EXPECT_EQ(Report(built.sink),
            "M3001 revision id \"a\" is used twice; every revision has an id of its own\n"
            "  note: one is 000002.mig\n"
            "  note: the other is 000000.mig\n"
            "  help: give one of them another id, and name that one in the revisions that revise it\n");
}

TEST(Build, DuplicateLabelsShowBothFiles) {
  const Built built("a {label:x}; b<a {label:x}");
  EXPECT_FALSE(built.graph);
  EXPECT_EQ(Report(built.sink),
            "M3002 label \"x\" is used twice; labels and revision ids share one set of names\n"
            "  note: one is on revision \"b\" (000001.mig)\n"
            "  note: the other is on revision \"a\" (000000.mig)\n"
            "  help: write a label once, on the first revision of its branch: it spreads from there\n");
  EXPECT_THAT(Report(Built("a; b<a {label:a}").sink), HasSubstr("the other is the id of revision \"a\""));
}

TEST(Build, WordsOfTheCommandLineAreNotNames) {
  EXPECT_THAT(Report(Built("head").sink), HasSubstr("M3003 \"head\" is a word of the command line"));
  EXPECT_THAT(Report(Built("a {label:base}").sink), HasSubstr("M3003"));
}

TEST(Build, AMissingParentShowsWhoAskedAndTheNearest) {
  const Built built("1975ea83; b<1975ae83");
  EXPECT_FALSE(built.graph);
  EXPECT_EQ(Report(built.sink),
            "M3004 no revision \"1975ae83\", which revision \"b\" revises; a parent is named by its full id\n"
            "  note: asked for in 000001.mig\n"
            "  help: did you mean \"1975ea83\"?\n");
  EXPECT_THAT(Report(Built("1975ea83; b<1975").sink), HasSubstr("help: write the full id \"1975ea83\""));
  EXPECT_THAT(Report(Built("a {label:lib}; b<lib").sink), HasSubstr("help: \"lib\" is a label; write the id \"a\""));
}

TEST(Build, AMissingParentIsReportedWhereItIsWritten) {
  std::vector<Revision> revisions = ParseChain("a; b<c");
  const source::Span place{{1}, 20, 21};
  revisions[1].header.parents[0].origin = place;
  const Built built(revisions);
  ASSERT_EQ(built.sink.diagnostics().size(), 1u);
  EXPECT_EQ(built.sink.diagnostics()[0].span, place);
  EXPECT_THAT(built.sink.diagnostics()[0].notes, IsEmpty());
}

TEST(Build, AMissingDependency) {
  EXPECT_EQ(Report(Built("abcd; b<abcd {dep:abdc}").sink),
            "M3005 no revision or label \"abdc\", which revision \"b\" depends on; a revision is named by its full id\n"
            "  note: asked for in 000001.mig\n"
            "  help: did you mean \"abcd\"?\n");
}

TEST(Build, SeveralErrorsInOneRun) { EXPECT_EQ(Built("a<x; b<y; c {dep:z}; a").sink.errors(), 4u); }

TEST(Build, CyclesShowTheClosedPath) {
  const Built built("d; a<c; b<a; c<b; e<d,c");
  EXPECT_FALSE(built.graph);
  EXPECT_EQ(Report(built.sink),
            "M3006 revision \"a\" revises itself: a -> c -> b -> a; a chain of revisions starts at base\n"
            "  note: \"a\" revises \"c\" (000001.mig)\n"
            "  note: \"c\" revises \"b\" (000003.mig)\n"
            "  note: \"b\" revises \"a\" (000002.mig)\n"
            "  help: take out one of these\n");
  EXPECT_THAT(Report(Built("a<a").sink), HasSubstr("revises itself: a -> a;"));
  EXPECT_EQ(Built("a<b; b<a; c<d; d<c").sink.errors(), 2u);
}

TEST(Build, DependencyCyclesShowWhichEdgesTheyHave) {
  EXPECT_EQ(Report(Built("a; b<a; c {dep:b}; d<c; a2<a {dep:d}; b2<b; x {label:l}; a0").sink), "");
  const Built built("a {dep:l}; b<a; c {dep:b} {label:l}");
  EXPECT_FALSE(built.graph);
  EXPECT_EQ(Report(built.sink),
            "M3007 revision \"a\" needs itself: a -> c -> b -> a; a revision cannot come before what it depends on\n"
            "  note: \"a\" depends on \"c\" (000000.mig)\n"
            "  note: \"c\" depends on \"b\" (000002.mig)\n"
            "  note: \"b\" revises \"a\" (000001.mig)\n"
            "  help: take out one of these\n");
  EXPECT_THAT(Report(Built("a {dep:a}").sink), HasSubstr("needs itself: a -> a;"));
}

TEST(Build, ALongCycleIsCutInTheMiddle) {
  std::string chain = "r00<r49";
  for (int i = 1; i < 50; ++i) chain += fmt::format("; r{:02}<r{:02}", i, i - 1);
  EXPECT_THAT(Report(Built(chain).sink), HasSubstr("r00 -> r49 -> r48 -> r47 -> r46 -> r45 -> (39 more) -> r05"));
}

TEST(Build, AnErrorReportedEarlierDoesNotMatter) {
  diag::Sink sink;
  sink.Report(diag::Make(diag::Kind::kUnknownRevision, std::nullopt, "x"));
  EXPECT_TRUE(BuildGraph(ParseChain("a; b<a"), sink));
}

}  // namespace
}  // namespace migc::graph::test
