#include "migc/base/nearest.h"

#include <gtest/gtest.h>

#include <vector>

namespace migc::base {
namespace {

const std::vector<std::string> kTables = {"order_item", "account", "orders", "accounts"};

TEST(NearestName, FindsWhatWasMeant) {
  EXPECT_EQ(NearestName("acount", kTables), "account");
  EXPECT_EQ(NearestName("accuont", kTables), "account") << "a swap of neighbours";
  EXPECT_EQ(NearestName("ORDERS", kTables), "orders") << "case counts little";
  EXPECT_EQ(NearestName("accountss", kTables), "accounts");
}

TEST(NearestName, SaysNothingRatherThanGuess) {
  EXPECT_EQ(NearestName("customer", kTables), std::nullopt);
  EXPECT_EQ(NearestName("", kTables), std::nullopt);
  EXPECT_EQ(NearestName("x", {}), std::nullopt);
}

TEST(NearestName, DoesNotDependOnTheOrderGiven) {
  const std::vector<std::string> forward = {"cat", "bat"};
  const std::vector<std::string> backward = {"bat", "cat"};
  EXPECT_EQ(NearestName("hat", forward), "bat");
  EXPECT_EQ(NearestName("hat", backward), "bat");
}

}  // namespace
}  // namespace migc::base
