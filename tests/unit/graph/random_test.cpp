// Ten thousand random graphs: plans agree with the brute-force oracle, and every row change fits the rows before it.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "unit/graph/chain.h"
#include "unit/graph/oracle.h"

namespace migc::graph::test {
namespace {

constexpr int kGraphs = 10000;
constexpr std::size_t kMaxRevisions = 40;

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  // The same on every platform, which std's distributions are not.
  std::size_t Below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }
  bool Chance(std::size_t percent) { return Below(100) < percent; }

 private:
  std::mt19937_64 engine_;
};

void AddOnce(std::vector<std::size_t>& list, std::size_t value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

// Shapes differ: long lines, bushes, many merges, many dependencies. Parents need not be older in load order.
std::vector<OracleRevision> RandomRevisions(Dice& dice) {
  const std::size_t count = 1 + dice.Below(kMaxRevisions);
  const std::size_t base_chance = dice.Below(25);
  const std::size_t near_chance = dice.Below(100);
  const std::size_t merge_chance = dice.Below(40);
  const std::size_t depend_chance = dice.Below(40);
  std::vector<OracleRevision> revisions(count);
  std::vector<std::size_t> name_of(count);  // creation order to load order
  for (std::size_t i = 0; i < count; ++i) name_of[i] = i;
  if (dice.Chance(60)) {
    for (std::size_t i = count; i > 1; --i) std::swap(name_of[i - 1], name_of[dice.Below(i)]);
  }
  const auto earlier = [&](std::size_t i) {
    return name_of[dice.Chance(near_chance) ? i - 1 - dice.Below(std::min<std::size_t>(i, 3)) : dice.Below(i)];
  };
  for (std::size_t i = 0; i < count; ++i) {
    OracleRevision& revision = revisions[name_of[i]];
    revision.id = fmt::format("r{:02}x", name_of[i]);
    if (i == 0) continue;
    if (!dice.Chance(base_chance)) AddOnce(revision.parents, earlier(i));
    while (!revision.parents.empty() && dice.Chance(merge_chance) && revision.parents.size() < 4)
      AddOnce(revision.parents, earlier(i));
    while (dice.Chance(depend_chance) && revision.depends_on.size() < 3) AddOnce(revision.depends_on, earlier(i));
  }
  return revisions;
}

std::vector<Revision> ToRevisions(const Oracle& oracle) {
  std::vector<Revision> revisions;
  for (const OracleRevision& item : oracle.revisions()) {
    Revision revision;
    revision.path = fmt::format("{:02}.mig", revisions.size());
    revision.header.id = item.id;
    for (const std::size_t parent : item.parents) revision.header.parents.emplace_back(oracle.revisions()[parent].id);
    for (const std::size_t name : item.depends_on) revision.header.depends_on.emplace_back(oracle.revisions()[name].id);
    revisions.push_back(std::move(revision));
  }
  return revisions;
}

std::string Typed(const Oracle& oracle, Set set) {
  std::string text;
  for (const std::string& name : oracle.Names(set)) text += (text.empty() ? "" : ",") + name;
  return text.empty() ? "base" : text;
}

Set RandomSet(const Oracle& oracle, Dice& dice) {
  Set set = 0;
  for (std::size_t n = dice.Below(5); n > 0; --n) set |= Bit(dice.Below(oracle.size()));
  return oracle.Tops(set);
}

std::vector<OracleStep> StepsOf(const Graph& graph, const Plan& plan) {
  std::vector<OracleStep> steps;
  for (const Step& step : plan.steps) steps.push_back({graph.At(step.revision).header.id.text, RowsOf(step.rows), step.heads});
  return steps;
}

// Each change finds the row that it updates or deletes and does not find the one that it makes.
void ApplyRow(std::set<std::string>& rows, const RowChange& row) {
  if (row.action != RowAction::kInsert) {
    ASSERT_EQ(rows.erase(row.from), 1u) << row.from;
  }
  if (row.action != RowAction::kDelete) {
    ASSERT_TRUE(rows.insert(row.to).second) << row.to;
  }
}

void CheckRows(const Plan& plan) {
  std::set<std::string> rows(plan.from.begin(), plan.from.end());
  for (const Step& step : plan.steps) {
    EXPECT_EQ(step.direction, plan.direction);
    for (const RowChange& row : step.rows) ApplyRow(rows, row);
    EXPECT_EQ(std::vector<std::string>(rows.begin(), rows.end()), step.heads);
  }
  EXPECT_EQ(std::vector<std::string>(rows.begin(), rows.end()), plan.to);
}

class RandomGraph : public testing::Test {
 protected:
  void Upgrade(const Oracle& oracle, const Graph& graph, Dice& dice) {
    const Set rows = RandomSet(oracle, dice);
    const Set targets = RandomSet(oracle, dice);
    diag::Sink sink;
    const auto plan = ResolveUpgrade(graph, Typed(oracle, rows), Typed(oracle, targets), sink);
    const std::vector<OracleStep> expected = oracle.Upgrade(rows, targets);
    const bool there = (targets & ~rows) == 0 && (targets != 0 || rows == 0);
    ASSERT_EQ(plan.has_value(), !expected.empty() || there) << Typed(oracle, rows) << " " << Typed(oracle, targets);
    if (!plan) {
      EXPECT_EQ(sink.diagnostics().back().kind, diag::Kind::kBackwardsUpgrade);
      ++refused_;
      return;
    }
    ASSERT_EQ(StepsOf(graph, *plan), expected);
    CheckRows(*plan);
    ++agreed_;
    // Back again by the reverse plan, which leaves the rows as they were.
    const Plan back = ReversePlan(graph, *plan);
    CheckRows(back);
    EXPECT_EQ(back.from, plan->to);
    EXPECT_EQ(back.to, plan->from);
    EXPECT_EQ(StepsOf(graph, ReversePlan(graph, back)).size(), expected.size());
  }

  void Downgrade(const Oracle& oracle, const Graph& graph, Dice& dice) {
    const Set rows = RandomSet(oracle, dice);
    const Set applied = oracle.Below(rows);
    const std::size_t target = dice.Chance(20) ? oracle.size() : dice.Below(oracle.size());
    std::string typed = target == oracle.size() ? "base" : oracle.revisions()[target].id;
    Set among = ~Set{0};
    // A branch that the target is on narrows what is undone.
    const std::size_t branch = dice.Below(oracle.size());
    if (dice.Chance(40) && (target == oracle.size() || In(oracle.Line(branch), target))) {
      among = oracle.Line(branch);
      typed = oracle.revisions()[branch].id + "@" + typed;
    }
    diag::Sink sink;
    const auto plan = ResolveDowngrade(graph, Typed(oracle, rows), typed, sink);
    const std::vector<OracleStep> expected = oracle.Downgrade(rows, target, among);
    const bool possible = target == oracle.size() || (In(applied, target) && (!expected.empty() || In(rows, target)));
    if (!plan && sink.diagnostics().back().kind == diag::Kind::kBranchNotAbove) {
      EXPECT_TRUE(expected.empty());
      ++refused_;
      return;
    }
    ASSERT_EQ(plan.has_value(), possible) << Typed(oracle, rows) << " " << typed;
    if (!plan) {
      ++refused_;
      return;
    }
    ASSERT_EQ(StepsOf(graph, *plan), expected) << Typed(oracle, rows) << " " << typed;
    CheckRows(*plan);
    ++agreed_;
  }

  void Stamp(const Oracle& oracle, const Graph& graph, Dice& dice) {
    const Set rows = RandomSet(oracle, dice);
    const Set targets = RandomSet(oracle, dice);
    if (targets == 0) return;
    diag::Sink sink;
    const auto stamp = ResolveStamp(graph, Typed(oracle, rows), Typed(oracle, targets), false, sink);
    ASSERT_TRUE(stamp);
    const Set unrelated = rows & ~oracle.Below(targets) & ~oracle.Above(targets);
    EXPECT_EQ(stamp->to, oracle.Names(unrelated | targets));
    std::set<std::string> table(stamp->from.begin(), stamp->from.end());
    for (const RowChange& row : stamp->rows) ApplyRow(table, row);
    EXPECT_EQ(std::vector<std::string>(table.begin(), table.end()), stamp->to);
  }

  void Everything(const Oracle& oracle, const Graph& graph) {
    const Set all = oracle.size() == 64 ? ~Set{0} : Bit(oracle.size()) - 1;
    diag::Sink sink;
    const auto plan = ResolveUpgrade(graph, "base", "heads", sink);
    ASSERT_TRUE(plan);
    ASSERT_EQ(StepsOf(graph, *plan), oracle.Upgrade(0, oracle.Tops(all)));
    EXPECT_EQ(plan->to, Ids(graph, graph.effective_heads()));
    std::vector<Node> order;
    for (const Step& step : plan->steps) order.push_back(step.revision);
    EXPECT_EQ(graph.TopologicalOrder(), order);
    EXPECT_EQ(AppliedRevisions(graph, plan->to), order);
    const auto down = ResolveDowngrade(graph, "heads", "base", sink);
    ASSERT_TRUE(down);
    CheckRows(*down);
    EXPECT_TRUE(down->to.empty());
    EXPECT_EQ(down->steps.size(), graph.size());
  }

  int agreed_ = 0;
  int refused_ = 0;
};

TEST_F(RandomGraph, PlansAgreeWithTheRules) {
  Dice dice(20261122);
  for (int i = 0; i < kGraphs && !HasFatalFailure(); ++i) {
    const Oracle oracle(RandomRevisions(dice));
    Built built(ToRevisions(oracle));
    ASSERT_TRUE(built.graph);
    SCOPED_TRACE(fmt::format("graph {}", i));
    Everything(oracle, *built);
    for (int j = 0; j < 3; ++j) Upgrade(oracle, *built, dice);
    for (int j = 0; j < 3; ++j) Downgrade(oracle, *built, dice);
    Stamp(oracle, *built, dice);
  }
  std::cout << agreed_ << " plans agree, " << refused_ << " are refused by both\n";
}

}  // namespace
}  // namespace migc::graph::test
