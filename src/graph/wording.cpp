#include "wording.h"

#include <fmt/format.h>

#include "migc/base/nearest.h"

namespace migc::graph {
namespace {

constexpr std::size_t kMaxNames = 10;
constexpr std::size_t kMaxPath = 12;

}  // namespace

std::string Quoted(std::string_view name) { return fmt::format("\"{}\"", name); }

const std::string& IdOf(const Graph& graph, Node node) { return graph.At(node).header.id.text; }

std::vector<std::string> IdsOf(const Graph& graph, std::span<const Node> nodes) {
  std::vector<std::string> ids;
  ids.reserve(nodes.size());
  for (const Node node : nodes) ids.push_back(IdOf(graph, node));
  return ids;
}

std::string QuotedList(std::span<const std::string> names) {
  std::string text;
  const std::size_t shown = names.size() > kMaxNames ? kMaxNames : names.size();
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == names.size();
    if (i > 0) text += last ? " and " : ", ";
    text += Quoted(names[i]);
  }
  if (names.size() > shown) text += fmt::format(" and {} more", names.size() - shown);
  return text;
}

std::string QuotedList(const Graph& graph, std::span<const Node> nodes) { return QuotedList(IdsOf(graph, nodes)); }

std::string RowsText(const Graph& graph, std::span<const Node> nodes) { return nodes.empty() ? "base" : QuotedList(graph, nodes); }

std::string PathText(std::span<const std::string> ids) {
  std::string text;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i > 0) text += " -> ";
    if (ids.size() > kMaxPath && i == kMaxPath / 2) {
      const std::size_t left_out = ids.size() - kMaxPath;
      text += fmt::format("({} more) -> ", left_out);
      i += left_out;
    }
    text += ids[i];
  }
  return text;
}

std::optional<source::Span> SpanOf(const ir::Origin& origin) {
  if (!origin.known) return std::nullopt;
  return origin.span;
}

void AddNote(diag::Diagnostic& diagnostic, const ir::Origin& origin, std::string text) {
  diagnostic.notes.push_back({SpanOf(origin), std::move(text)});
}

std::string SuggestName(std::string_view name, std::span<const std::string> candidates) {
  const std::optional<std::string> nearest = base::NearestName(name, candidates);
  return nearest ? fmt::format("did you mean {}?", Quoted(*nearest)) : std::string();
}

}  // namespace migc::graph
