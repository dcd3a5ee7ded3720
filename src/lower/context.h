// Context: what every part of lowering is given: the options, the sink, and where in the file we are.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "migc/ast/ast.h"
#include "migc/diag/sink.h"
#include "migc/lower/lower.h"

namespace migc::lower {

struct Context {
  const Options& options;
  diag::Sink& sink;
  bool in_model = false;
  bool no_transaction = false;
  bool in_effects = false;
  // The configured dialects that get as far as the statement at hand; inside `for` there are fewer.
  std::vector<std::vector<std::string>> reaching = {};

  void Report(diag::Diagnostic diagnostic) { sink.Report(std::move(diagnostic)); }
  const std::string& dialect() const { return options.lineage.front(); }
};

// `did you mean "…"?`, or `otherwise` when nothing is near.
std::string DidYouMean(std::string_view name, const std::vector<std::string>& candidates, std::string_view otherwise);

// "s", but nothing after 1.
inline const char* Plural(std::size_t count) { return count == 1 ? "" : "s"; }

}  // namespace migc::lower
