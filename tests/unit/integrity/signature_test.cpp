#include "migc/integrity/signature.h"

#include <gtest/gtest.h>

namespace migc::integrity {
namespace {

// RFC 8410, section 10.3 and 10.1: a secret key and its public key.
const char* const kRfcSecret =
    "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n";
const char* const kRfcPublic =
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n";

TEST(Signature, KeysAreThoseOfTheRfc) {
  EXPECT_EQ(PublicKeyOf(kRfcSecret), kRfcPublic);
  EXPECT_TRUE(IsPublicKey(kRfcPublic));
  EXPECT_FALSE(IsPublicKey(kRfcSecret));
  EXPECT_FALSE(PublicKeyOf(kRfcPublic));
}

TEST(Signature, IsThatOfTheRfc) {
  // RFC 8032, section 7.1, test 2: one byte, 72.
  const std::string secret =
      "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIEzNCJso/5banbbDRuwRTg9bijGfNaumJNqM9u1PuKb7\n-----END PRIVATE KEY-----\n";
  const auto signature = Sign("\x72", secret);
  ASSERT_TRUE(signature);
  EXPECT_TRUE(
      signature->ends_with("\ned25519 kqAJqfDUyrhyDoILX2QlQKKye1QWUD+Ps3YiI+vbadoIWsHkPhWZbkWPNhPQ8R2MOHsurrQwKu6wDSkWErsMAA==\n"))
      << *signature;
  EXPECT_EQ(CheckSignature("\x72", *signature, *PublicKeyOf(secret)), SignatureState::kGood);
  EXPECT_EQ(Sign("\x72", secret), signature) << "the same bytes and key give the same text";
}

TEST(Signature, NewKeysSignAndNoOtherKeyVerifies) {
  const KeyTexts one = MakeKeys();
  const KeyTexts other = MakeKeys();
  EXPECT_NE(one.secret, other.secret);
  EXPECT_EQ(PublicKeyOf(one.secret), one.open);
  const auto signature = Sign("text", one.secret);
  ASSERT_TRUE(signature);
  EXPECT_EQ(CheckSignature("text", *signature, one.open), SignatureState::kGood);
  EXPECT_EQ(CheckSignature("text", *signature, other.open), SignatureState::kOtherKey);
  EXPECT_EQ(CheckSignature("texT", *signature, one.open), SignatureState::kWrong);
  EXPECT_EQ(CheckSignature("text\n", *signature, one.open), SignatureState::kWrong);
  EXPECT_EQ(CheckSignature("", *signature, one.open), SignatureState::kWrong);
}

TEST(Signature, EveryByteOfItCounts) {
  const auto signature = Sign("SELECT 1;\n", kRfcSecret);
  ASSERT_TRUE(signature);
  for (std::size_t i = 0; i < signature->size(); ++i) {
    for (const int bit : {1, 2, 4, 8, 16, 32, 64, 128}) {
      std::string changed = *signature;
      changed[i] = static_cast<char>(changed[i] ^ bit);
      EXPECT_NE(CheckSignature("SELECT 1;\n", changed, kRfcPublic), SignatureState::kGood) << i << " " << bit;
    }
  }
  for (const std::string& changed : {*signature + "\n", "\n" + *signature, *signature + *signature, std::string(),
                                     signature->substr(0, signature->size() - 1)}) {
    EXPECT_EQ(CheckSignature("SELECT 1;\n", changed, kRfcPublic), SignatureState::kNoSignature) << changed;
  }
}

TEST(Signature, AKeyOfAnotherKindIsNone) {
  for (const std::string& wrong :
       {std::string(), std::string("key"), std::string(kRfcSecret).substr(1), std::string(kRfcSecret) + "x",
        // A version byte and the object identifier of X25519: RFC 8410, section 3.
        std::string("-----BEGIN PRIVATE KEY-----\nMC4CAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
                    "-----END PRIVATE KEY-----\n"),
        std::string("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VuBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
                    "-----END PRIVATE KEY-----\n")}) {
    EXPECT_FALSE(Sign("text", wrong)) << wrong;
  }
  EXPECT_FALSE(KeyId(kRfcSecret));
}

}  // namespace
}  // namespace migc::integrity
