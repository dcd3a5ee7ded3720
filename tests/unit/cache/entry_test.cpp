#include "migc/cache/entry.h"

#include <gtest/gtest.h>

#include <string>

namespace migc::cache {
namespace {

const std::string kKey(kKeyBytes, 'k');

Entry Sample() {
  Entry entry;
  entry.run = "run";
  entry.asked.push_back({Question::kRead, "migrations/a.mig", 1000, std::string("\x00\xff\x80 answer", 10)});
  entry.asked.push_back({Question::kRealPath, ".", 0, "x"});
  entry.wrote.push_back({"out", std::nullopt});
  entry.wrote.push_back({"out/a.sql", "SELECT 1;\n"});
  entry.out = std::string("bytes that are no text: \xff\xfe\0.", 27);
  entry.err = "warning";
  return entry;
}

TEST(Entry, IsReadAsItWasWritten) {
  const auto entry = ReadEntry(EntryText(Sample(), kKey), kKey);
  ASSERT_TRUE(entry.has_value());
  EXPECT_EQ(entry->run, "run");
  ASSERT_EQ(entry->asked.size(), 2U);
  EXPECT_EQ(entry->asked[0].question, Question::kRead);
  EXPECT_EQ(entry->asked[0].path, "migrations/a.mig");
  EXPECT_EQ(entry->asked[0].max_bytes, 1000U);
  EXPECT_EQ(entry->asked[0].answer, Sample().asked[0].answer);
  EXPECT_EQ(entry->asked[1].question, Question::kRealPath);
  ASSERT_EQ(entry->wrote.size(), 2U);
  EXPECT_EQ(entry->wrote[0].text, std::nullopt);
  EXPECT_EQ(entry->wrote[1].path, "out/a.sql");
  EXPECT_EQ(entry->wrote[1].text, "SELECT 1;\n");
  EXPECT_EQ(entry->out, Sample().out);
  EXPECT_EQ(entry->err, "warning");
}

TEST(Entry, IsNotBelievedWithAnyBitChanged) {
  const std::string text = EntryText(Sample(), kKey);
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string damaged = text;
      damaged[i] = static_cast<char>(damaged[i] ^ (1 << bit));
      EXPECT_FALSE(ReadEntry(damaged, kKey).has_value()) << i;
    }
  }
}

TEST(Entry, IsNotBelievedCutOff) {
  const std::string text = EntryText(Sample(), kKey);
  for (std::size_t size = 0; size < text.size(); ++size) EXPECT_FALSE(ReadEntry(text.substr(0, size), kKey).has_value()) << size;
  EXPECT_FALSE(ReadEntry(text + "x", kKey).has_value());
}

TEST(Entry, IsNotBelievedFromAnotherUser) {
  EXPECT_FALSE(ReadEntry(EntryText(Sample(), kKey), std::string(kKeyBytes, 'o')).has_value());
}

// What only a holder of the key could write is not trusted to have the right shape either.
TEST(Entry, RefusesAnotherShape) {
  using namespace std::string_literals;
  EXPECT_TRUE(ParseEntry("0000000007\x85\x61r\x80\x80\x01\x01oe"s).has_value());
  EXPECT_FALSE(ParseEntry(""s).has_value());
  EXPECT_FALSE(ParseEntry("0000000001\x80"s).has_value());                         // []
  EXPECT_FALSE(ParseEntry("0000000001\xA0"s).has_value());                         // {}
  EXPECT_FALSE(ParseEntry("0000000009\x85\x61r\x80\x80\x01\x01oe"s).has_value());  // more than there is
  EXPECT_FALSE(ParseEntry("-000000007\x85\x61r\x80\x80\x01\x01oe"s).has_value());
  EXPECT_FALSE(ParseEntry("0000000007\x85\x61r\x80\x80\x01\x01o"s).has_value());                              // a text too short
  EXPECT_FALSE(ParseEntry("0000000007\x85\x61r\x80\x80\x01\x01oex"s).has_value());                            // one too long
  EXPECT_FALSE(ParseEntry("0000000007\x85\x61r\x80\x80\x20\x01oe"s).has_value());                             // of -1 byte
  EXPECT_FALSE(ParseEntry("0000000014\x85\x61r\x81\x84\x05\x61p\x00\x61"s + "a\x80\x01\x01oe").has_value());  // a sixth question
  EXPECT_TRUE(ParseEntry("0000000014\x85\x61r\x81\x84\x04\x61p\x00\x61"s + "a\x80\x01\x01oe").has_value());
}

}  // namespace
}  // namespace migc::cache
