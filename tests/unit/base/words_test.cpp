#include "migc/base/words.h"

#include <gtest/gtest.h>

#include <random>

namespace migc::base {
namespace {

TEST(Words, AnyTextIsOneWordAndReadsBack) {
  EXPECT_EQ(EncodeWord("help@shop.example", "@."), "help@shop.example");
  EXPECT_EQ(EncodeWord("a b", "."), "a%20b");
  EXPECT_EQ(EncodeWord("100%", "%"), "100%");
  EXPECT_EQ(EncodeWord("-a-b-", ""), "-a-b%2D") << "a line that ends in '-' goes on in SQL*Plus";
  std::string all;
  for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  EXPECT_EQ(DecodeWord(EncodeWord(all, "._=@,/+")), all);
}

TEST(Words, WhatIsNotWholeIsNoWord) {
  for (const char* wrong : {"%", "%2", "a%", "%g0", "%2a"}) EXPECT_FALSE(DecodeWord(wrong)) << wrong;
}

TEST(Words, LinesAreReadBackAsTheWordsTheyWere) {
  std::mt19937 random(1);
  for (int run = 0; run < 500; ++run) {
    std::vector<std::string> words;
    for (std::size_t n = random() % 8; n > 0; --n) {
      std::string word;
      for (std::size_t length = 1 + random() % 60; length > 0; --length) word += static_cast<char>(random() % 256);
      words.push_back(EncodeWord(word, "._"));
    }
    const auto lines = WrapWords(words, 20 + random() % 30);
    std::vector<std::string_view> views;
    for (const std::string& line : lines) {
      EXPECT_LE(line.size(), 50U);
      views.push_back(line);
    }
    EXPECT_EQ(UnwrapWords(views), words);
  }
}

}  // namespace
}  // namespace migc::base
