// Dialects: which of several texts, options or blocks is this dialect's, and whether any configured dialect gets one at all.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lower/context.h"

namespace migc::lower {

using Lineage = std::vector<std::string>;

// One alternative: the dialects that were named for it; none: `else`, or the text for all.
struct Alternative {
  const std::vector<ast::Ident>* dialects;
  source::Span place;
};
using Alternatives = std::vector<Alternative>;

Alternatives AlternativesOf(const std::vector<ast::DialectText>& texts);
Alternatives AlternativesOf(const std::vector<ast::WithOption>& options);

// How near to the dialect a name in the list is: 0 for the dialect itself, 1 for the one that it extends; nothing when none is
// named.
std::optional<std::size_t> Nearness(const Lineage& lineage, const std::vector<ast::Ident>& dialects);

// The alternative that names the most specific dialect of the lineage; the one without names otherwise.
std::optional<std::size_t> Choose(const Lineage& lineage, const Alternatives& alternatives);

// Reports dialects that nobody knows and those that are named twice.
void CheckDialects(Context& context, const Alternatives& alternatives);

// Warns when the configured dialects that reach this statement are all left without an alternative.
void WarnIfUnreached(Context& context, const Alternatives& alternatives, source::Span statement);

// Warns, unless nothing is configured or a name among the alternatives is unknown and has been reported.
void WarnUnreached(Context& context, const Alternatives& alternatives, source::Span statement);

// "postgres and mysql"
std::string ListDialects(const Alternatives& alternatives);

}  // namespace migc::lower
