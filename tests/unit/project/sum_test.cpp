#include "migc/project/sum.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "migc/base/hash.h"

namespace migc::project {
namespace {

using testing::HasSubstr;

SumLine Line(std::vector<std::string> parents, const std::string& text, std::vector<SumFile> files = {}) {
  return {std::move(parents), text.empty() ? "" : base::Sha256(text), std::move(files), std::nullopt};
}

Sum Sample() {
  Sum sum;
  sum["z1"] = Line({}, "z1");
  sum["a2"] = Line({"z1"}, "a2", {{"data/a b.csv", base::Sha256("csv")}});
  sum["m3"] = Line({"z1"}, "m3");
  sum["b4"] = Line({"a2"}, "b4");
  sum["j5"] = Line({"b4", "m3"}, "j5");
  sum["odd , id"] = Line({"j5"}, "");
  return sum;
}

std::string ErrorOf(const std::string& text) {
  source::Buffers buffers;
  diag::Sink sink;
  const auto sum = ReadSum(buffers.Add("migc.sum", text), sink);
  EXPECT_EQ(sum.has_value(), !sink.HasErrors());
  return sink.HasErrors() ? sink.diagnostics().front().message : "";
}

std::vector<std::string> Ids(const std::string& text) {
  std::vector<std::string> ids;
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
    if (text[at] != '#') ids.push_back(text.substr(at, text.find(' ', at) - at));
  }
  return ids;
}

TEST(Sum, ReadsBackAsItWasWritten) {
  source::Buffers buffers;
  diag::Sink sink;
  const std::string text = SumText(Sample());
  const auto sum = ReadSum(buffers.Add("migc.sum", text), sink);
  ASSERT_TRUE(sum) << sink.diagnostics().front().message;
  ASSERT_EQ(sum->size(), Sample().size());
  for (const auto& [id, line] : Sample()) {
    EXPECT_EQ(sum->at(id).parents, line.parents);
    EXPECT_EQ(sum->at(id).sha256, line.sha256);
    EXPECT_EQ(sum->at(id).files, line.files);
  }
  EXPECT_EQ(SumText(*sum), text);
}

TEST(Sum, ChildrenStandDirectlyBelowTheLastOfTheirParents) {
  EXPECT_EQ(Ids(SumText(Sample())), (std::vector<std::string>{"z1", "a2", "b4", "m3", "j5", "odd%20%2C%20id"}));
}

// Two people put a revision after the same one: both add their line at the same place, so that git sees a conflict.
TEST(Sum, TwoThatFollowTheSameOneAreTwoChangesOfOnePlace) {
  for (const char* head : {"b4", "m3"}) {
    Sum base = Sample();
    base.erase("odd , id");
    base.erase("j5");
    const std::string before = SumText(base);
    std::vector<std::size_t> places;
    for (const char* id : {"0first", "zlast"}) {
      Sum mine = base;
      mine[id] = Line({head}, "");
      const auto after = Ids(SumText(mine));
      places.push_back(static_cast<std::size_t>(std::find(after.begin(), after.end(), id) - after.begin()));
      auto without = after;
      std::erase(without, id);
      EXPECT_EQ(without, Ids(before)) << "nothing else moves";
    }
    EXPECT_EQ(places[0], places[1]) << head;
  }
}

TEST(Sum, ALineVouchesForItsParents) {
  const std::string text = SumText(Sample());
  Sum other = Sample();
  other["z1"] = Line({}, "edited");
  const std::string changed = SumText(other);
  // Only the first line is taken from the other history.
  std::string forged = text;
  const auto begin = forged.find("z1 base");
  const auto from = changed.find("z1 base");
  forged.replace(begin, forged.find('\n', begin) - begin, changed.substr(from, changed.find('\n', from) - from));
  EXPECT_THAT(ErrorOf(forged), HasSubstr("does not vouch for itself and its parents"));
}

TEST(Sum, NoByteOfALineCanBeChangedUnseen) {
  const std::string text = SumText(Sample());
  const Sum sample = Sample();
  for (std::size_t i = text.find("z1 base"); i < text.size(); ++i) {
    for (const int bit : {1, 2, 4, 8, 16, 32, 64}) {
      std::string changed = text;
      changed[i] = static_cast<char>(changed[i] ^ bit);
      source::Buffers buffers;
      diag::Sink sink;
      const auto sum = ReadSum(buffers.Add("migc.sum", changed), sink);
      if (!sum) continue;
      // What can still be read says the same of every sealed revision, or does not know it any more.
      for (const auto& [id, line] : *sum) {
        if (!line.Sealed()) continue;
        ASSERT_TRUE(sample.contains(id)) << i << ": " << changed;
        EXPECT_EQ(line.sha256, sample.at(id).sha256) << i;
        EXPECT_EQ(line.parents, sample.at(id).parents) << i;
        EXPECT_EQ(line.files, sample.at(id).files) << i;
      }
    }
  }
}

TEST(Sum, WhatIsWrongIsSaid) {
  const std::string good = SumText(Sample());
  EXPECT_THAT(ErrorOf(good + "<<<<<<< HEAD\n"), HasSubstr("a merge left a conflict here"));
  EXPECT_THAT(ErrorOf(good + "=======\n"), HasSubstr("a merge left a conflict here"));
  EXPECT_THAT(ErrorOf(good + "z1 base - -\n"), HasSubstr("revision \"z1\" has two lines"));
  EXPECT_THAT(ErrorOf("a1\n"), HasSubstr("this is no line of migc.sum"));
  EXPECT_THAT(ErrorOf("a1 base - - x=1\n"), HasSubstr("this is no line of migc.sum"));
  EXPECT_THAT(ErrorOf("a1 base abc -\n"), HasSubstr("this is no line of migc.sum"));
  EXPECT_THAT(ErrorOf("a1 b2 - -\nb2 a1 - -\n"), HasSubstr("its own ancestor"));
  EXPECT_THAT(ErrorOf("a1 base - -\nb2 a1 " + base::Sha256("x") + " " + base::Sha256("y") + "\n"),
              HasSubstr("its parent \"a1\" is not"));
  EXPECT_EQ(ErrorOf(""), "");
  EXPECT_EQ(ErrorOf("# a remark\r\n\r\na1 base - -\r\n"), "");
}

}  // namespace
}  // namespace migc::project
