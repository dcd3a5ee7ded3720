// Wording: how revisions are named in diagnostics.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "migc/diag/diagnostic.h"
#include "migc/graph/graph.h"

namespace migc::graph {

std::string Quoted(std::string_view name);
const std::string& IdOf(const Graph& graph, Node node);
std::vector<std::string> IdsOf(const Graph& graph, std::span<const Node> nodes);

// "a", "b" and "c"; a long list ends in `and N more`.
std::string QuotedList(std::span<const std::string> names);
std::string QuotedList(const Graph& graph, std::span<const Node> nodes);
// As QuotedList, or `base` for no revision.
std::string RowsText(const Graph& graph, std::span<const Node> nodes);

// a -> b -> c, without quotes; a long path has its middle left out.
std::string PathText(std::span<const std::string> ids);

std::optional<source::Span> SpanOf(const ir::Origin& origin);
void AddNote(diag::Diagnostic& diagnostic, const ir::Origin& origin, std::string text);

// `did you mean "…"?`, or empty.
std::string SuggestName(std::string_view name, std::span<const std::string> candidates);

}  // namespace migc::graph
