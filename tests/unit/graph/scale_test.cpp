// Scale: long, wide and tangled graphs are resolved without recursion and without work that grows with the square.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "unit/graph/chain.h"

namespace migc::graph::test {
namespace {

constexpr std::size_t kRevisions = 100000;
// Quadratic work would take minutes; what is measured takes tenths of a second, or seconds under a sanitizer.
constexpr double kLimitSeconds = 60;

class Chain {
 public:
  std::size_t Add(const std::vector<std::size_t>& parents, const std::vector<std::size_t>& depends_on = {}) {
    Revision revision;
    const std::size_t number = revisions_.size();
    revision.header.id = Name(number);
    revision.path = fmt::format("{}.mig", Name(number));
    for (const std::size_t parent : parents) revision.header.parents.emplace_back(Name(parent));
    for (const std::size_t name : depends_on) revision.header.depends_on.emplace_back(Name(name));
    revisions_.push_back(std::move(revision));
    return number;
  }
  std::size_t size() const { return revisions_.size(); }
  std::vector<Revision>&& Take() { return std::move(revisions_); }

 private:
  // Neither in the order of making nor random.
  static std::string Name(std::size_t number) { return fmt::format("{:012x}", number * 2654435761u % 4294967296u); }
  std::vector<Revision> revisions_;
};

void Walk(Chain chain) {
  const auto start = std::chrono::steady_clock::now();
  const std::size_t size = chain.size();
  const Built built(chain.Take());
  ASSERT_TRUE(built.graph);
  diag::Sink sink;
  const auto up = ResolveUpgrade(*built, "base", "heads", sink);
  ASSERT_TRUE(up);
  EXPECT_EQ(up->steps.size(), size);
  const auto down = ResolveDowngrade(*built, "heads", "base", sink);
  ASSERT_TRUE(down);
  EXPECT_EQ(down->steps.size(), size);
  EXPECT_TRUE(down->to.empty());
  const auto all = ResolveRange(*built, "", sink);
  ASSERT_TRUE(all);
  EXPECT_EQ(all->size(), size);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  EXPECT_LT(seconds.count(), kLimitSeconds);
}

TEST(Scale, ALine) {
  Chain chain;
  chain.Add({});
  while (chain.size() < kRevisions) chain.Add({chain.size() - 1});
  Walk(std::move(chain));
}

TEST(Scale, AThousandBranchesThatMerge) {
  Chain chain;
  const std::size_t base = chain.Add({});
  std::vector<std::size_t> tips(1000, base);
  while (chain.size() < kRevisions / 2) {
    for (std::size_t& tip : tips) tip = chain.Add({tip});
  }
  chain.Add(tips);
  Walk(std::move(chain));
}

TEST(Scale, AMainLineWithFeaturesAndALongBranch) {
  Chain chain;
  std::size_t main = chain.Add({});
  std::size_t old = chain.Add({main});
  while (chain.size() < kRevisions) {
    const std::size_t feature = chain.Add({chain.Add({main})});
    main = chain.Add({main});
    main = chain.Add({main, feature});
    if (chain.size() % 11 == 0) old = chain.Add({old});
  }
  chain.Add({main, old});
  Walk(std::move(chain));
}

TEST(Scale, StaleBranchesMergedOneByOne) {
  Chain chain;
  const std::size_t base = chain.Add({});
  std::vector<std::size_t> stale;
  for (std::size_t i = 0; i < kRevisions / 2; ++i) stale.push_back(chain.Add({base}));
  std::size_t main = stale.front();
  for (std::size_t i = 1; i < stale.size(); ++i) main = chain.Add({main, stale[i]});
  Walk(std::move(chain));
}

TEST(Scale, LinesThatDependOnEachOther) {
  Chain chain;
  std::vector<std::size_t> tips;
  for (int i = 0; i < 100; ++i) tips.push_back(chain.Add({}));
  for (std::size_t i = 0; chain.size() < kRevisions; ++i) {
    std::size_t& tip = tips[i * 31 % tips.size()];
    const std::size_t other = i * 7919 % chain.size();
    tip = i % 10 == 0 && other != tip ? chain.Add({tip}, {other}) : chain.Add({tip});
  }
  Walk(std::move(chain));
}

TEST(Scale, ATangleOfMerges) {
  Chain chain;
  chain.Add({});
  std::uint64_t state = 1;
  const auto back = [&](std::size_t window) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return chain.size() - 1 - static_cast<std::size_t>(state >> 33) % std::min(chain.size(), window);
  };
  while (chain.size() < kRevisions / 2) {
    const std::size_t first = back(20);
    const std::size_t second = back(200);
    first == second ? chain.Add({first}) : chain.Add({first, second});
  }
  Walk(std::move(chain));
}

}  // namespace
}  // namespace migc::graph::test
