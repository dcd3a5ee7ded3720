#include "emit/mysql/reporter.h"

#include <utility>

namespace migc::emit::mysql {

Reporter::Reporter(const catalog::Step& step, const dialect::Dialect& dialect, diag::Sink& sink)
    : step_(step), dialect_(dialect), sink_(sink), place_(step.operation.origin) {}

void Reporter::At(const ir::Origin& origin) { place_ = origin.known ? origin : step_.operation.origin; }

std::optional<source::Span> Reporter::Place(const ir::Origin& origin) const {
  if (origin.known) return origin.span;
  if (place_.known) return place_.span;
  return std::nullopt;
}

void Reporter::Missing(const ir::Origin& origin, const std::string& what, std::string instead,
                       const std::optional<dialect::Version>& since) {
  diag::Diagnostic diagnostic =
      diag::Make(diag::Kind::kCapabilityMissing, Place(origin), what, dialect_.title, dialect::Text(dialect_.target));
  if (since) diagnostic.notes.push_back({std::nullopt, dialect_.title + " has it since version " + dialect::Text(*since)});
  diagnostic.help = std::move(instead);
  sink_.Report(std::move(diagnostic));
}

}  // namespace migc::emit::mysql
