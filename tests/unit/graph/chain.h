// Chain: graphs for tests, written in one line: `a; b<a; c<b,x {dep:y} {label:l}`, in the order of their files.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "migc/diag/sink.h"
#include "migc/graph/graph.h"
#include "migc/graph/plan.h"

namespace migc::graph::test {

inline std::string Strip(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \n");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \n") - begin + 1));
}

inline std::vector<std::string> Split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = text.find(separator);
    parts.push_back(Strip(text.substr(0, end)));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return parts;
}

inline void AddNames(std::vector<ir::Identifier>& names, std::string_view text) {
  for (const std::string& name : Split(text, ',')) names.emplace_back(name);
}

inline Revision ParseRevision(std::string_view text, std::size_t number) {
  Revision revision;
  revision.path = fmt::format("{:06}.mig", number);
  std::string_view rest = text;
  const std::size_t braces = rest.find('{');
  const std::string_view head = rest.substr(0, braces);
  const std::size_t less = head.find('<');
  revision.header.id = Strip(head.substr(0, less));
  if (less != std::string_view::npos) AddNames(revision.header.parents, head.substr(less + 1));
  for (rest = braces == std::string_view::npos ? std::string_view() : rest.substr(braces); !rest.empty();) {
    const std::size_t end = rest.find('}');
    const std::string_view part = rest.substr(1, end - 1);
    const std::size_t colon = part.find(':');
    AddNames(part.substr(0, colon) == "dep" ? revision.header.depends_on : revision.header.labels, part.substr(colon + 1));
    const std::size_t next = rest.find('{', end);
    rest = next == std::string_view::npos ? std::string_view() : rest.substr(next);
  }
  return revision;
}

inline std::vector<Revision> ParseChain(std::string_view text) {
  std::vector<Revision> revisions;
  for (const std::string& part : Split(text, ';')) {
    if (!part.empty()) revisions.push_back(ParseRevision(part, revisions.size()));
  }
  return revisions;
}

// A graph and what was reported about it and about what was asked of it.
struct Built {
  diag::Sink sink;
  std::optional<Graph> graph;

  explicit Built(std::vector<Revision> revisions) { graph = BuildGraph(std::move(revisions), sink); }
  explicit Built(std::string_view chain) : Built(ParseChain(chain)) {}
  const Graph& operator*() const { return *graph; }
  const Graph* operator->() const { return &*graph; }
};

inline std::vector<std::string> Ids(const Graph& graph, const std::vector<Node>& nodes) {
  std::vector<std::string> ids;
  for (const Node node : nodes) ids.push_back(graph.At(node).header.id.text);
  return ids;
}

inline std::string RowText(const RowChange& row) {
  switch (row.action) {
    case RowAction::kInsert:
      return fmt::format("+{}", row.to);
    case RowAction::kUpdate:
      return fmt::format("{}>{}", row.from, row.to);
    case RowAction::kDelete:
      return fmt::format("-{}", row.from);
  }
  return {};
}

inline std::string RowsOf(const std::vector<RowChange>& rows) {
  std::string text;
  for (const RowChange& row : rows) text += (text.empty() ? "" : " ") + RowText(row);
  return text;
}

// `a +a; b a>b`, or the first diagnostic's code and message.
inline std::string PlanText(const Graph& graph, const std::optional<Plan>& plan, const diag::Sink& sink) {
  if (!plan) {
    if (sink.diagnostics().empty()) return "nothing reported";
    const diag::Diagnostic& first = sink.diagnostics().back();
    return fmt::format("{} {}", diag::InfoOf(first.kind).code, first.message);
  }
  std::string text;
  for (const Step& step : plan->steps) {
    text += fmt::format("{}{} {}", text.empty() ? "" : "; ", graph.At(step.revision).header.id.text, RowsOf(step.rows));
  }
  return text;
}

}  // namespace migc::graph::test
