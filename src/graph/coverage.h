// Coverage: finds the first open branch that still has something newer than a given revision, fast enough to be asked often.
#pragma once

#include <cstdint>
#include <vector>

#include "subgraph.h"

namespace migc::graph {

// A branch that is being walked; branches are numbered in the order in which they were opened.
using Slot = std::uint32_t;
inline constexpr Slot kNoSlot = static_cast<Slot>(-1);

// Every chosen revision belongs to the subtree of its first older one, and the first slot within a subtree is read off a tree of
// minima. Where an edge leads out of the subtree, the revisions above are looked at; since the first slot at or above a revision
// never becomes smaller, what was found there stays good as a lower bound, and only revisions whose bound may have risen are looked
// at again.
class Coverage {
 public:
  // `slots` is by revision; kNoSlot where no branch stands. `removed` are in the order already.
  Coverage(const Subgraph& graph, const std::vector<Slot>& slots, std::vector<bool> removed);

  // A branch stands at the revision, or none any more (kNoSlot).
  void Set(Local local, Slot slot);
  // The revision is in the order, so it covers nothing any more.
  void Remove(Local local) { removed_[local] = true; }
  // The smallest slot that stands at something newer than `local`; kNoSlot when none does.
  Slot FirstAbove(Local local);

 private:
  void NumberTree();
  void LookUpwards(const std::vector<Slot>& slots);
  Slot Smallest(std::uint32_t begin, std::uint32_t end) const;
  Slot SmallestIn(Local local) const { return Smallest(begin_[local], end_[local]); }
  // What is known to be the first slot of some newer ones, and the one that may have a smaller one; kNoLocal when none may.
  Local FindDoubtful(Local local, Slot& best) const;
  bool Settle(Local local);

  const Subgraph& graph_;
  std::vector<bool> removed_;
  std::vector<std::uint32_t> begin_;  // by revision: its subtree is [begin, end) in preorder
  std::vector<std::uint32_t> end_;
  std::vector<bool> leads_out_;       // something newer than the revision is not in its subtree
  std::vector<Slot> minima_;          // a segment tree over the preorder
  std::vector<Slot> at_least_;        // by revision: no smaller slot is at it or above it
  std::vector<std::uint32_t> exact_;  // by revision: the last question for which at_least_ was found exact
  std::uint32_t question_ = 0;
};

}  // namespace migc::graph
