#include "migc/base/hash.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include <array>
#include <random>
#include <string>

#include "base/sha256_x86.h"

namespace migc::base {
namespace {

// The vectors of FIPS 180-4.
TEST(Sha256, AgreesWithTheStandard) {
  EXPECT_EQ(Sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

std::string OfSodium(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  std::array<char, 2 * crypto_hash_sha256_BYTES + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  return hex.data();
}

// Every length round the ends of one, two and three blocks, and some long ones, where the processor's own instructions are used.
TEST(Sha256, AgreesWithLibsodiumAtEveryLength) {
  if (!HasSha256X86()) GTEST_SKIP() << "this processor has no SHA-256 of its own";
  std::mt19937 random(1);
  std::string bytes;
  for (std::size_t length = 0; length <= 300; ++length) {
    EXPECT_EQ(Sha256(bytes), OfSodium(bytes)) << length;
    bytes += static_cast<char>(random());
  }
  for (const std::size_t length : {4095U, 4096U, 100001U}) {
    bytes.resize(length);
    for (char& byte : bytes) byte = static_cast<char>(random());
    EXPECT_EQ(Sha256(bytes), OfSodium(bytes)) << length;
  }
}

}  // namespace
}  // namespace migc::base
