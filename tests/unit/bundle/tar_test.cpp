#include "migc/bundle/tar.h"

#include <gtest/gtest.h>

namespace migc::bundle {
namespace {

std::string Field(const std::string& tar, std::size_t offset, std::size_t width) {
  const std::string field = tar.substr(offset, width);
  return field.substr(0, field.find('\0'));
}

TEST(Tar, HasAHeaderABodyAndAnEnd) {
  const std::string tar = Tar({{"b.sql", "SELECT 1;\n"}, {"a.txt", std::string(513, 'x')}});
  ASSERT_EQ(tar.size() % 10240, 0U);
  EXPECT_EQ(Field(tar, 0, 100), "a.txt");
  EXPECT_EQ(Field(tar, 100, 8), "0000644");
  EXPECT_EQ(Field(tar, 124, 12), "00000001001");
  EXPECT_EQ(Field(tar, 136, 12), "00000000000");
  EXPECT_EQ(Field(tar, 156, 1), "0");
  EXPECT_EQ(tar.substr(257, 8), std::string("ustar\0"
                                            "00",
                                            8));
  EXPECT_EQ(tar.substr(512, 513), std::string(513, 'x'));
  const std::size_t second = 512 + 1024;
  EXPECT_EQ(Field(tar, second, 100), "b.sql");
  EXPECT_EQ(tar.substr(second + 512, 10), "SELECT 1;\n");
  EXPECT_EQ(tar.substr(second + 1024), std::string(tar.size() - second - 1024, '\0'));
}

TEST(Tar, SumsTheHeaderWithItsOwnFieldBlank) {
  const std::string tar = Tar({{"a", ""}});
  unsigned sum = 8 * ' ';
  for (std::size_t i = 0; i < 512; ++i) {
    if (i < 148 || i >= 156) sum += static_cast<unsigned char>(tar[i]);
  }
  EXPECT_EQ(std::stoul(Field(tar, 148, 8), nullptr, 8), sum);
}

}  // namespace
}  // namespace migc::bundle
