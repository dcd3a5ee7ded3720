#include "migc/base/nearest.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "migc/base/text.h"

namespace migc::base {
namespace {

// Costs are in quarters: a difference of case alone counts one.
constexpr int kEdit = 4;
constexpr int kCase = 1;

int ReplaceCost(char a, char b) {
  if (a == b) return 0;
  const std::string_view left(&a, 1);
  const std::string_view right(&b, 1);
  return LowerAscii(left) == LowerAscii(right) ? kCase : kEdit;
}

// Optimal string alignment: insert, delete, replace, swap of neighbours.
int Distance(std::string_view a, std::string_view b) {
  std::vector<int> before_last(b.size() + 1);
  std::vector<int> last(b.size() + 1);
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j) * kEdit;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i) * kEdit;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + kEdit, row[j - 1] + kEdit, last[j - 1] + ReplaceCost(a[i - 1], b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before_last[j - 2] + kEdit);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::optional<std::string> NearestName(std::string_view name, std::span<const std::string> candidates) {
  // Longer names are nobody's typing mistake, and the distance is quadratic.
  constexpr std::size_t kLongest = 256;
  if (name.size() > kLongest) return std::nullopt;
  const std::string* best = nullptr;
  int best_distance = 0;
  for (const std::string& candidate : candidates) {
    const std::size_t longer = std::max(name.size(), candidate.size());
    const int limit = static_cast<int>(longer) * kEdit / 3;
    const int length_difference = std::abs(static_cast<int>(name.size()) - static_cast<int>(candidate.size())) * kEdit;
    if (candidate.size() > kLongest || length_difference > limit) continue;
    const int distance = Distance(name, candidate);
    if (distance > limit) continue;
    if (best == nullptr || distance < best_distance || (distance == best_distance && candidate < *best)) {
      best = &candidate;
      best_distance = distance;
    }
  }
  if (best == nullptr) return std::nullopt;
  return *best;
}

}  // namespace migc::base
