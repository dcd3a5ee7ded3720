#include "migc/diag/sink.h"

#include <algorithm>
#include <tuple>

namespace migc::diag {

void Sink::Report(Diagnostic diagnostic) {
  if (diagnostic.severity() == Severity::kError) ++errors_;
  diagnostics_.push_back(std::move(diagnostic));
}

std::vector<Diagnostic> Sink::Sorted() const {
  auto sorted = diagnostics_;
  // Stable: what a phase reported first about one place comes first.
  std::stable_sort(sorted.begin(), sorted.end(), [](const Diagnostic& a, const Diagnostic& b) { return a.span < b.span; });
  // Two phases, or two dialects, may say the same of one place; others may stand between them.
  std::vector<Diagnostic> once;
  std::size_t place = 0;
  for (auto& diagnostic : sorted) {
    if (!once.empty() && once.back().span != diagnostic.span) place = once.size();
    auto begin = once.begin() + static_cast<std::ptrdiff_t>(place);
    if (std::find(begin, once.end(), diagnostic) == once.end()) once.push_back(std::move(diagnostic));
  }
  return once;
}

}  // namespace migc::diag
