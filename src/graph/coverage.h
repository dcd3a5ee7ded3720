// Coverage: finds the first open branch that still has something newer than a given revision, fast enough to be asked often.
#pragma once

#include <cstdint>
#include <vector>

#include "subgraph.h"

namespace migc::graph {

// A branch that is being walked; branches are numbered in the order in which they were opened.
using Slot = std::uint32_t;
inline constexpr Slot kNoSlot = static_cast<Slot>(-1);

// Every chosen revision belongs to the subtree of its first older one. The first slot within a subtree is read off a tree of
// minima; only where an edge leads out of the subtree are the revisions above it walked, and what was found there is remembered,
// since the first slot above a revision never becomes smaller.
class Coverage {
 public:
  explicit Coverage(const Subgraph& graph);

  // The revision at which a slot stands has changed: it is `slot`'s, or nobody's (kNoSlot).
  void Set(Local local, Slot slot);
  // The revision is in the order, so it covers nothing any more.
  void Remove(Local local) { removed_[local] = true; }
  // The smallest slot that stands at something newer than `local`; kNoSlot when none does.
  Slot FirstAbove(Local local);

 private:
  void NumberTree();
  void FindOpenSubtrees();
  Slot Smallest(std::uint32_t begin, std::uint32_t end) const;
  Slot WalkAbove(Local start, Slot best);

  const Subgraph& graph_;
  std::vector<std::uint32_t> begin_;  // by revision: its subtree is [begin, end) in preorder
  std::vector<std::uint32_t> end_;
  std::vector<bool> leads_out_;  // something newer than the revision is not in its subtree
  std::vector<bool> removed_;
  std::vector<Slot> minima_;         // a segment tree over the preorder
  std::vector<Slot> at_least_;       // by revision: no smaller slot is at it or above it
  std::vector<std::uint32_t> seen_;  // by revision: the last walk that came by
  std::uint32_t walk_ = 0;
};

}  // namespace migc::graph
