#include "migc/base/text.h"

#include <gtest/gtest.h>

namespace migc::base {
namespace {

TEST(FindInvalidUtf8, FindsTheFirstBadByte) {
  EXPECT_EQ(FindInvalidUtf8("plain, Zoë, 日本, 🦀"), std::nullopt);
  EXPECT_EQ(FindInvalidUtf8("ab\xFF"), 2U);
  EXPECT_EQ(FindInvalidUtf8("a\xC0\xAF"), 1U) << "overlong";
  EXPECT_EQ(FindInvalidUtf8("\xE0\x80\x80"), 0U) << "overlong";
  EXPECT_EQ(FindInvalidUtf8("\xED\xA0\x80"), 0U) << "surrogate";
  EXPECT_EQ(FindInvalidUtf8("\xF4\x90\x80\x80"), 0U) << "above U+10FFFF";
  EXPECT_EQ(FindInvalidUtf8("x\xE2\x82"), 1U) << "cut short";
}

TEST(ClipUtf8, NeverCutsACharacter) {
  EXPECT_EQ(ClipUtf8("abc", 5), "abc");
  EXPECT_EQ(ClipUtf8("abc", 2), "ab");
  EXPECT_EQ(ClipUtf8("aé", 2), "a");
  EXPECT_EQ(ClipUtf8("🦀🦀", 7), "🦀");
  EXPECT_EQ(ClipUtf8("🦀", 3), "");
}

TEST(CountCodePoints, CountsCharactersNotBytes) { EXPECT_EQ(CountCodePoints("aé日🦀"), 4U); }

TEST(Case, FoldsAsciiOnly) {
  EXPECT_EQ(LowerAscii("ÄBC_1"), "Äbc_1");
  EXPECT_EQ(UpperAscii("äbc_1"), "äBC_1");
}

TEST(SplitLines, DropsLineEnds) {
  EXPECT_EQ(SplitLines("a\r\nb\n\nc"), (std::vector<std::string_view>{"a", "b", "", "c"}));
  EXPECT_TRUE(SplitLines("").empty());
  EXPECT_EQ(SplitLines("a\n").size(), 1U);
}

TEST(Join, PutsTheSeparatorBetween) {
  EXPECT_EQ(Join({"a", "b", "c"}, ", "), "a, b, c");
  EXPECT_EQ(Join({}, ", "), "");
}

}  // namespace
}  // namespace migc::base
