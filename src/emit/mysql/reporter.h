// Reporter: says what a step asks of a dialect that does not have it, at the place in the source that is known best.
#pragma once

#include <optional>
#include <string>

#include "migc/catalog/replay.h"
#include "migc/diag/sink.h"
#include "migc/dialect/dialect.h"

namespace migc::emit::mysql {

class Reporter {
 public:
  Reporter(const catalog::Step& step, const dialect::Dialect& dialect, diag::Sink& sink);

  // Where the step is being looked at, until changed; its operation's place where that is not known.
  void At(const ir::Origin& origin);
  std::optional<source::Span> Place(const ir::Origin& origin) const;

  void Report(diag::Diagnostic diagnostic) { sink_.Report(std::move(diagnostic)); }
  // This version has it not, others may.
  void Missing(const ir::Origin& origin, const std::string& what, std::string instead,
               const std::optional<dialect::Version>& since = std::nullopt);

 private:
  const catalog::Step& step_;
  const dialect::Dialect& dialect_;
  diag::Sink& sink_;
  ir::Origin place_;
};

}  // namespace migc::emit::mysql
