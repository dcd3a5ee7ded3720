#include "migc/source/buffers.h"

#include <gtest/gtest.h>

#include "migc/source/file_system.h"

namespace migc::source {
namespace {

TEST(BuffersTest, LocatesCodePointsAndKeepsReferences) {
  Buffers buffers;
  const Buffer& first = buffers.Add("a.mig", "ab\nçde\r\n\nlast");
  buffers.Add("b.mig", "");
  EXPECT_EQ(first.Locate(0), (LineColumn{1, 1}));
  EXPECT_EQ(first.Locate(2), (LineColumn{1, 3}));
  EXPECT_EQ(first.Locate(3), (LineColumn{2, 1}));
  EXPECT_EQ(first.Locate(5), (LineColumn{2, 2})) << "the cedilla takes two bytes and one column";
  EXPECT_EQ(first.Locate(9), (LineColumn{3, 1}));
  EXPECT_EQ(first.Locate(1000), (LineColumn{4, 5})) << "past the end is the end";
  EXPECT_EQ(first.Line(2), "çde") << "without CR LF";
  EXPECT_EQ(first.Line(3), "");
  EXPECT_EQ(first.Line(4), "last");
  EXPECT_EQ(first.LineStart(4), 10u);
  EXPECT_EQ(&buffers.Get(FileId{0}), &first);
  EXPECT_EQ(buffers.Get(FileId{1}).Locate(0), (LineColumn{1, 1}));
  EXPECT_EQ(first.Text({FileId{0}, 3, 5}), "ç");
}

TEST(PathTest, JoinsAndNormalises) {
  EXPECT_EQ(JoinPath("a/b", "c"), "a/b/c");
  EXPECT_EQ(JoinPath("a/", "c"), "a/c");
  EXPECT_EQ(JoinPath(".", "c"), "c");
  EXPECT_EQ(JoinPath("", "c"), "c");
  EXPECT_EQ(JoinPath("a", "/c"), "/c");
  EXPECT_EQ(NormalPath("a/./b//../c/"), "a/c");
  EXPECT_EQ(NormalPath("../a/../../b"), "../../b");
  EXPECT_EQ(NormalPath("/../a"), "/a");
  EXPECT_EQ(NormalPath("a/.."), ".");
  EXPECT_EQ(BaseName("a/b.mig"), "b.mig");
  EXPECT_EQ(DirectoryOf("b.mig"), ".");
  EXPECT_EQ(DirectoryOf("/b.mig"), "/");
  EXPECT_EQ(DirectoryOf("a/b.mig"), "a");
}

}  // namespace
}  // namespace migc::source
