// History that stays what it was: migc.sum, and who keeps it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/driver/run_in_memory.h"

namespace migc::driver {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class SealTest : public testing::Test {
 protected:
  SealTest() {
    run["migc.yaml"] = "dialects: [postgres, sqlite]\n";
    run.AddTable("a1", "base");
    run["data/rows.csv"] = "a\n1\n";
    run["migrations/b2.mig"] =
        "revision b2 'Rows'\n  revises a1;\n\nupgrade {\n  insert into t_a1 (a) from csv 'data/rows.csv' undo nothing;\n}\n";
    run.AddTable("c3", "b2");
  }
  Finished Check() { return run.Run({"check"}); }
  Finished Seal(std::vector<std::string> more = {}) {
    more.insert(more.begin(), "seal");
    return run.Run(more);
  }
  InMemory run;
};

TEST_F(SealTest, NothingIsSealedWithoutTheFile) {
  auto done = Check();
  EXPECT_EQ(done.status, kOk) << done.err;
  EXPECT_THAT(done.err, Not(HasSubstr("sealed")));
  EXPECT_FALSE(run.Has("migc.sum"));
  run.Run({"revision", "-m", "More"});
  EXPECT_FALSE(run.Has("migc.sum"));
}

TEST_F(SealTest, SealsEveryRevisionAndThenNothingMore) {
  EXPECT_EQ(Seal().out, "migc.sum: 3 of 3 revisions sealed, 3 of them new\n");
  const std::string text = run["migc.sum"];
  EXPECT_THAT(text, AllOf(HasSubstr("\na1 base "), HasSubstr("\nb2 a1 "), HasSubstr(" data/rows.csv="), HasSubstr("\nc3 b2 ")));
  EXPECT_EQ(Seal().out, "migc.sum: 3 of 3 revisions sealed, nothing changed\n");
  EXPECT_EQ(run["migc.sum"], text);
  EXPECT_EQ(Check().status, kOk);
  EXPECT_THAT(Check().err, IsEmpty());
}

TEST_F(SealTest, AnEditOfASealedRevisionIsAnErrorThatNamesItItsFileAndTheWayOut) {
  Seal();
  run["migrations/a1.mig"] += "-- a remark\n";
  for (const auto& command : std::vector<std::vector<std::string>>{
           {"check"}, {"compile", "--from", "base", "--to", "head", "--dialect", "sqlite"}, {"seal"}, {"squash", "base:b2"}}) {
    auto done = run.Run(command);
    EXPECT_EQ(done.status, kSourcesWrong) << command.front();
    EXPECT_THAT(done.out, IsEmpty());
    EXPECT_THAT(done.err,
                AllOf(HasSubstr("migrations/a1.mig:1:10: error: revision \"a1\" was sealed, and migrations/a1.mig was edited "
                                "since [M7401]"),
                      HasSubstr("migc seal --accept a1"), HasSubstr("migc.sum:")))
        << command.front();
  }
}

TEST_F(SealTest, AnEditOfAFileThatASealedRevisionNamesIsOneToo) {
  Seal();
  run["data/rows.csv"] = "a\n2\n";
  EXPECT_THAT(Check().err, HasSubstr("revision \"b2\" was sealed, and data/rows.csv was edited since [M7401]"));
  EXPECT_EQ(Seal({"--accept", "b2"}).status, kOk);
  EXPECT_EQ(Check().status, kOk);
}

TEST_F(SealTest, AnEditThatIsRightIsAccepted) {
  Seal();
  const std::string before = run["migc.sum"];
  run["migrations/a1.mig"] += "-- a remark\n";
  run["migrations/c3.mig"] += "-- a remark\n";
  EXPECT_THAT(Seal({"--accept", "a1"}).err, AllOf(HasSubstr("\"c3\""), Not(HasSubstr("\"a1\""))));
  EXPECT_EQ(run["migc.sum"], before) << "nothing is written while anything is wrong";
  EXPECT_EQ(Seal({"--accept", "a1", "--accept", "c3"}).out, "migc.sum: 3 of 3 revisions sealed, changed\n");
  EXPECT_EQ(Check().status, kOk);
}

TEST_F(SealTest, ASealedRevisionThatIsGoneIsMissed) {
  Seal();
  run.files().erase("migrations/c3.mig");
  EXPECT_THAT(Check().err, HasSubstr("revision \"c3\" was sealed, and no migration has this id any more [M7402]"));
  EXPECT_EQ(run.Run({"compile", "--from", "base", "--to", "head", "--dialect", "sqlite"}).status, kSourcesWrong);
  EXPECT_EQ(Seal({"--accept", "c3"}).status, kOk);
  EXPECT_THAT(run["migc.sum"], Not(HasSubstr("\nc3 ")));
  EXPECT_EQ(Check().status, kOk);
}

TEST_F(SealTest, ARevisionThatIsNotSealedIsAWarningInCheckAlone) {
  EXPECT_EQ(Seal({"b2"}).out, "migc.sum: 2 of 3 revisions sealed, 2 of them new\n");
  EXPECT_THAT(run["migc.sum"], HasSubstr("\nc3 b2 - -\n"));
  auto done = Check();
  EXPECT_EQ(done.status, kOk);
  EXPECT_THAT(done.err, HasSubstr("warning: revision \"c3\" is not sealed yet [M7403]"));
  EXPECT_THAT(run.Run({"compile", "--from", "base", "--to", "head", "--dialect", "sqlite"}).err, IsEmpty());
  run["migrations/c3.mig"] += "-- still worked on\n";
  EXPECT_EQ(Check().status, kOk);
}

TEST_F(SealTest, ANewRevisionIsOpenAndAMergeOfSealedOnesIsDone) {
  Seal();
  ASSERT_EQ(run.Run({"revision", "-m", "One"}).status, kOk);
  ASSERT_EQ(run.Run({"revision", "-m", "Two", "--head", "c3", "--splice"}).status, kOk);
  EXPECT_THAT(run["migc.sum"], AllOf(HasSubstr("\n000000000001 c3 - -\n000000000002 c3 - -\n")));
  ASSERT_EQ(run.Run({"merge"}).status, kOk);
  EXPECT_THAT(run["migc.sum"], HasSubstr("\n000000000003 000000000001,000000000002 - -\n"));
  EXPECT_EQ(Seal().out, "migc.sum: 6 of 6 revisions sealed, 3 of them new\n");
  ASSERT_EQ(run.Run({"revision", "-m", "Three"}).status, kOk);
  ASSERT_EQ(run.Run({"revision", "-m", "Four", "--head", "000000000003", "--splice"}).status, kOk);
  Seal();
  ASSERT_EQ(run.Run({"merge"}).status, kOk);
  EXPECT_THAT(Check().err, IsEmpty()) << "a merge of sealed revisions is sealed at once";
  EXPECT_EQ(Check().status, kOk);
}

TEST_F(SealTest, SquashingSealedRevisionsLeavesOneSealedLine) {
  Seal();
  auto done = run.Run({"squash", "base:b2", "--replace"});
  ASSERT_EQ(done.status, kOk) << done.err;
  EXPECT_THAT(run["migc.sum"], AllOf(Not(HasSubstr("\na1 ")), HasSubstr("\nb2 base "), HasSubstr(" data/rows.csv=")));
  EXPECT_EQ(Check().status, kOk) << Check().err;
  EXPECT_THAT(Check().err, IsEmpty());
}

TEST_F(SealTest, NothingIsPutBeforeASealedRevision) {
  Seal();
  const auto before = run["migrations/c3.mig"];
  auto done = run.Run({"revision", "-m", "Between", "--insert-after", "b2"});
  EXPECT_EQ(done.status, kOutsideWrong);
  EXPECT_THAT(done.err, HasSubstr("revision c3 is sealed"));
  EXPECT_EQ(run["migrations/c3.mig"], before);
  EXPECT_EQ(Seal({"--open", "c3"}).out, "migc.sum: 2 of 3 revisions sealed, changed\n");
  EXPECT_EQ(run.Run({"revision", "-m", "Between", "--insert-after", "b2"}).status, kOk);
  EXPECT_THAT(run["migc.sum"], HasSubstr("\n000000000002 b2 - -\nc3 000000000002 - -\n"));
}

TEST_F(SealTest, AFileWithAConflictIsNotTakenForAnything) {
  Seal();
  run["migc.sum"] += "<<<<<<< HEAD\nd4 c3 - -\n=======\ne5 c3 - -\n>>>>>>> other\n";
  EXPECT_THAT(Check().err, AllOf(HasSubstr("migc.sum:"), HasSubstr("a merge left a conflict here"), HasSubstr("[M7404]")));
  EXPECT_EQ(Seal().status, kSourcesWrong);
  EXPECT_EQ(run.Run({"revision", "-m", "More"}).status, kSourcesWrong);
  EXPECT_EQ(run.Count(), 6u) << "no revision is made whose line has no place";
}

}  // namespace
}  // namespace migc::driver
