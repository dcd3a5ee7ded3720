#include "order.h"

#include <optional>

#include "coverage.h"
#include "migc/base/check.h"

namespace migc::graph {
namespace {

// The walk keeps a list of branches, each standing at a revision. It goes down the current one; a revision that something newer
// still waits above sends it to the first branch that has that; a branch that ends sends it to the one before. Revisions that a
// merge needs besides its first are branches of their own, at the end of the list.
class Walk {
 public:
  explicit Walk(const Graph& graph, const Marks& chosen)
      : graph_(graph, chosen), slot_of_(graph_.size(), kNoSlot), waiting_(graph_.size(), 0) {
    for (Local node = 0; node < graph_.size(); ++node) {
      waiting_[node] = static_cast<std::uint32_t>(graph_.Newer(node).size());
      if (waiting_[node] == 0) Open(node);
    }
  }

  std::vector<Node> Run() {
    std::vector<Node> order;
    order.reserve(graph_.size());
    Slot current = first_;
    while (current != kNoSlot) {
      const Local node = stands_[current];
      if (waiting_[node] > 0) {
        current = FirstAbove(node);
        continue;
      }
      order.push_back(graph_.NodeOf(node));
      current = Leave(node, current);
    }
    CHECK(order.size() == graph_.size());
    return order;
  }

 private:
  void Open(Local node) {
    const Slot slot = static_cast<Slot>(stands_.size());
    stands_.push_back(node);
    before_.push_back(last_);
    after_.push_back(kNoSlot);
    if (last_ == kNoSlot) {
      first_ = slot;
    } else {
      after_[last_] = slot;
    }
    last_ = slot;
    Stand(node, slot);
  }

  void Stand(Local node, Slot slot) {
    slot_of_[node] = slot;
    if (coverage_) coverage_->Set(node, slot);
  }

  // The first branch that stands above the node; most chains never ask.
  Slot FirstAbove(Local node) {
    if (!coverage_) {
      std::vector<bool> removed(graph_.size());
      for (Local i = 0; i < graph_.size(); ++i) removed[i] = waiting_[i] == 0 && slot_of_[i] == kNoSlot;
      coverage_.emplace(graph_, slot_of_, std::move(removed));
    }
    const Slot slot = coverage_->FirstAbove(node);
    CHECK(slot != kNoSlot);
    return slot;
  }

  // The node is in the order; its branch goes on, or ends. Gives the branch to go on with.
  Slot Leave(Local node, Slot slot) {
    Stand(node, kNoSlot);
    if (coverage_) coverage_->Remove(node);
    bool moved = false;
    for (const Local older : graph_.Older(node)) {
      --waiting_[older];
      if (slot_of_[older] != kNoSlot) continue;
      if (moved) {
        Open(older);
      } else {
        moved = true;
        stands_[slot] = older;
        Stand(older, slot);
      }
    }
    return moved ? slot : Close(slot);
  }

  Slot Close(Slot slot) {
    const Slot before = before_[slot];
    const Slot after = after_[slot];
    (before == kNoSlot ? first_ : after_[before]) = after;
    (after == kNoSlot ? last_ : before_[after]) = before;
    return before == kNoSlot ? first_ : before;
  }

  Subgraph graph_;
  std::vector<Slot> slot_of_;           // by revision
  std::vector<std::uint32_t> waiting_;  // by revision: newer ones that are not in the order yet
  std::vector<Local> stands_;           // by slot
  std::vector<Slot> before_;            // by slot: its neighbours among the open ones
  std::vector<Slot> after_;
  Slot first_ = kNoSlot;
  Slot last_ = kNoSlot;
  std::optional<Coverage> coverage_;
};

}  // namespace

std::vector<Node> NewestFirst(const Graph& graph, const Marks& chosen) { return Walk(graph, chosen).Run(); }

}  // namespace migc::graph
