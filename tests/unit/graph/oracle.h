// Oracle: upgrades and downgrades by brute force from the rules as they are stated, for graphs of
// at most 64 revisions. It shares nothing with the code it checks: sets are bits, and every step is computed
// anew from whole sets.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <vector>

namespace migc::graph::test {

using Set = std::uint64_t;

inline Set Bit(std::size_t i) { return Set{1} << i; }
inline bool In(Set set, std::size_t i) { return (set >> i & 1) != 0; }

struct OracleRevision {
  std::string id;
  std::vector<std::size_t> parents;
  std::vector<std::size_t> depends_on;
};

struct OracleStep {
  std::string revision;
  std::string rows;  // "+a", "a>b", "-a"
  std::vector<std::string> heads;
  friend bool operator==(const OracleStep&, const OracleStep&) = default;
};

class Oracle {
 public:
  explicit Oracle(std::vector<OracleRevision> revisions) : revisions_(std::move(revisions)) {
    for (std::size_t i = 0; i < size(); ++i) {
      line_.push_back(Grow(Bit(i), false));
      below_.push_back(Grow(Bit(i), true));
    }
    for (std::size_t i = 0; i < size(); ++i) {
      needs_.push_back(revisions_[i].parents);
      for (const std::size_t d : revisions_[i].depends_on) {
        bool known = false;  // declared by an ancestor (by parents) already
        for (std::size_t a = 0; a < size(); ++a) {
          if (a == i || !In(line_[i], a)) continue;
          for (const std::size_t other : revisions_[a].depends_on) known = known || other == d;
        }
        bool twice = false;
        for (const std::size_t n : needs_[i]) twice = twice || n == d;
        if (!known && !twice) needs_[i].push_back(d);
      }
    }
  }

  std::size_t size() const { return revisions_.size(); }
  const std::vector<OracleRevision>& revisions() const { return revisions_; }

  // The revision and its ancestors by parents alone.
  Set Line(std::size_t i) const { return line_[i]; }

  // The revisions in the set and their ancestors, dependencies included.
  Set Below(Set set) const {
    Set below = 0;
    for (std::size_t i = 0; i < size(); ++i) {
      if (In(set, i)) below |= below_[i];
    }
    return below;
  }

  Set StrictlyBelow(Set set) const {
    Set below = 0;
    for (std::size_t i = 0; i < size(); ++i) {
      if (In(set, i)) below |= below_[i] & ~Bit(i);
    }
    return below;
  }

  // A parent that another parent comes from (by parents) is dropped.
  bool IsRedundant(std::size_t i, std::size_t parent) const {
    for (const std::size_t other : revisions_[i].parents) {
      if (other != parent && In(line_[other], parent)) return true;
    }
    return false;
  }

  Set Above(Set set) const {
    Set above = 0;
    for (std::size_t j = 0; j < size(); ++j) {
      if ((Below(Bit(j)) & set) != 0) above |= Bit(j);
    }
    return above;
  }

  // None of them is an ancestor of another.
  Set Tops(Set set) const { return set & ~StrictlyBelow(set); }

  //
  std::vector<std::size_t> Sort(Set todo, Set heads) const {
    std::vector<std::size_t> standing;
    for (std::size_t i = 0; i < size(); ++i) {
      if (In(heads & todo, i)) standing.push_back(i);
    }
    std::vector<std::size_t> order;
    std::size_t at = 0;
    while (!standing.empty()) {
      const std::size_t c = standing[at];
      std::size_t other = standing.size();
      for (std::size_t j = 0; j < standing.size() && other == standing.size(); ++j) {
        if (j != at && In(Below(Bit(standing[j])), c)) other = j;
      }
      if (other != standing.size()) {
        at = other;
        continue;
      }
      if (In(todo, c)) order.push_back(c);
      todo &= ~Bit(c);
      std::vector<std::size_t> next;
      for (const std::size_t n : needs_[c]) {
        bool held = false;
        for (const std::size_t s : standing) held = held || s == n;
        if (In(todo, n) && !held) next.push_back(n);
      }
      if (next.empty()) {
        standing.erase(standing.begin() + static_cast<std::ptrdiff_t>(at));
        at = at == 0 ? 0 : at - 1;
      } else {
        standing[at] = next[0];
        standing.insert(standing.end(), next.begin() + 1, next.end());
      }
    }
    return todo == 0 ? order : std::vector<std::size_t>();
  }

  std::vector<OracleStep> Upgrade(Set rows, Set targets) const {
    const Set todo = Below(targets) & ~Below(rows);
    std::vector<std::size_t> order = Sort(todo, targets);
    std::vector<OracleStep> steps;
    for (auto it = order.rbegin(); it != order.rend(); ++it) {
      // those of its needs that are rows, but for what other rows or needs cover.
      std::vector<std::string> gone;
      Set gone_set = 0;
      for (const std::size_t n : needs_[*it]) {
        if (!In(rows, n) || In(StrictlyBelow(rows), n)) continue;
        gone.push_back(revisions_[n].id);
        gone_set |= Bit(n);
      }
      std::string text;
      for (std::size_t i = 0; i + 1 < gone.size(); ++i) text += "-" + gone[i] + " ";
      text += gone.empty() ? "+" + revisions_[*it].id : gone.back() + ">" + revisions_[*it].id;
      rows = (rows & ~gone_set) | Bit(*it);
      steps.push_back({revisions_[*it].id, text, Names(rows)});
    }
    return steps;
  }

  // A-431 without a branch: what is above the target, by parents first and then by anything, and applied. `target` is size() for
  // base.
  std::vector<OracleStep> Downgrade(Set rows, std::size_t target, Set among = ~Set{0}) const {
    Set roots = 0;
    for (std::size_t i = 0; i < size(); ++i) {
      if (target == size() && revisions_[i].parents.empty()) roots |= Bit(i);
      for (const std::size_t p : revisions_[i].parents) {
        if (p == target && !IsRedundant(i, p)) roots |= Bit(i);
      }
    }
    if (std::popcount(roots) > 1) roots &= among;
    std::vector<OracleStep> steps;
    for (const std::size_t r : Sort(Above(roots) & Below(rows), rows)) {
      //
      const Set others = rows & ~Bit(r);
      Set needs = 0;
      for (const std::size_t n : needs_[r]) needs |= Bit(n);
      std::vector<std::string> back;
      Set back_set = 0;
      for (const std::size_t n : needs_[r]) {
        if (In(Below(others), n) || In(StrictlyBelow(needs), n)) continue;
        back.push_back(revisions_[n].id);
        back_set |= Bit(n);
      }
      std::string text;
      for (std::size_t i = 0; i + 1 < back.size(); ++i) text += "+" + back[i] + " ";
      text += back.empty() ? "-" + revisions_[r].id : revisions_[r].id + ">" + back.back();
      rows = others | back_set;
      steps.push_back({revisions_[r].id, text, Names(rows)});
    }
    return steps;
  }

  std::vector<std::string> Names(Set set) const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < size(); ++i) {
      if (In(set, i)) names.push_back(revisions_[i].id);
    }
    std::sort(names.begin(), names.end());
    return names;
  }

 private:
  Set Grow(Set set, bool dependencies) const {
    for (bool grown = true; grown;) {
      const Set before = set;
      for (std::size_t j = 0; j < size(); ++j) {
        if (!In(set, j)) continue;
        for (const std::size_t p : revisions_[j].parents) set |= Bit(p);
        if (!dependencies) continue;
        for (const std::size_t p : revisions_[j].depends_on) set |= Bit(p);
      }
      grown = set != before;
    }
    return set;
  }

  std::vector<OracleRevision> revisions_;
  std::vector<Set> line_;
  std::vector<Set> below_;
  std::vector<std::vector<std::size_t>> needs_;
};

}  // namespace migc::graph::test
