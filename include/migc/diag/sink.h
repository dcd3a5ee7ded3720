// Sink: where a phase reports; it keeps what it is given and knows whether an error was among it.
#pragma once

#include <cstddef>
#include <vector>

#include "migc/diag/diagnostic.h"

namespace migc::diag {

class Sink {
 public:
  void Report(Diagnostic diagnostic);

  bool HasErrors() const { return errors_ > 0; }
  std::size_t errors() const { return errors_; }
  std::size_t warnings() const { return diagnostics_.size() - errors_; }
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }
  // By file and place, those without a place first, equal ones once.
  std::vector<Diagnostic> Sorted() const;

 private:
  std::vector<Diagnostic> diagnostics_;
  std::size_t errors_ = 0;
};

}  // namespace migc::diag
