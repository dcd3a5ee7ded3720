#include "listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "migc/base/text.h"

namespace migc::driver {
namespace {

std::string Painted(std::string_view code, const std::string& text, bool colour) {
  return colour && !text.empty() ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : text;
}

std::string Id(const graph::Graph& graph, graph::Node node) { return graph.At(node).header.id.text; }

std::vector<std::string> Ids(const graph::Graph& graph, const std::vector<graph::Node>& nodes) {
  std::vector<std::string> ids;
  for (auto node : nodes) ids.push_back(Id(graph, node));
  return ids;
}

std::vector<std::string> Texts(const std::vector<ir::Identifier>& identifiers) {
  std::vector<std::string> texts;
  for (const auto& identifier : identifiers) texts.push_back(identifier.text);
  return texts;
}

std::string ParentsText(const graph::Graph& graph, const graph::Revision& revision) {
  return revision.parents.empty() ? "<base>" : base::Join(Ids(graph, revision.parents), ", ");
}

// A head that something depends on is no head of the version table, and Alembic says so.
std::string HeadMark(const graph::Revision& revision) {
  if (!revision.children.empty()) return "";
  return revision.dependents.empty() ? " (head)" : " (effective head)";
}

std::string CurrentMark(graph::Node node, const std::vector<graph::Node>* current) {
  return current != nullptr && std::binary_search(current->begin(), current->end(), node) ? " (current)" : "";
}

std::string TreeMarks(const graph::Revision& revision) {
  std::string marks;
  if (revision.children.size() > 1) marks += " (branchpoint)";
  if (revision.parents.size() > 1) marks += " (mergepoint)";
  return marks;
}

}  // namespace

std::string JsonText(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

std::string RevisionLine(const graph::Graph& graph, graph::Node node, const LineParts& parts) {
  const auto& revision = graph.At(node);
  std::string line;
  if (parts.parents) {
    line += ParentsText(graph, revision);
    if (!revision.header.depends_on.empty()) line += " (" + base::Join(Texts(revision.header.depends_on), ", ") + ")";
    line += " -> ";
  }
  line += Painted("33", Id(graph, node), parts.colour);
  if (parts.labels && !revision.labels.empty()) line += Painted("36", " (" + base::Join(revision.labels, ", ") + ")", parts.colour);
  if (parts.tree) line += Painted("1;32", HeadMark(revision) + (parts.head_only ? "" : TreeMarks(revision)), parts.colour);
  line += Painted("1;35", CurrentMark(node, parts.current), parts.colour);
  if (parts.message) line += ", " + revision.header.message;
  return line;
}

std::string RevisionEntry(const graph::Graph& graph, graph::Node node, bool colour, const std::vector<graph::Node>* current) {
  const auto& revision = graph.At(node);
  std::string marks = revision.children.empty() ? " (head)" : "";
  std::string entry = "Rev: " + Painted("33", Id(graph, node), colour) +
                      Painted("1;32", marks + TreeMarks(revision) + CurrentMark(node, current), colour) + "\n";
  entry += (revision.parents.size() > 1 ? "Merges: " : "Parent: ") + ParentsText(graph, revision) + "\n";
  if (!revision.header.depends_on.empty())
    entry += "Also depends on: " + base::Join(Texts(revision.header.depends_on), ", ") + "\n";
  if (revision.children.size() > 1) entry += "Branches into: " + base::Join(Ids(graph, revision.children), ", ") + "\n";
  if (!revision.labels.empty()) entry += "Branch names: " + base::Join(revision.labels, ", ") + "\n";
  entry += "Path: " + revision.path + "\n";
  if (!revision.header.created.empty()) entry += "Created: " + revision.header.created + "\n";
  entry += "\n";
  for (auto line : base::SplitLines(revision.header.message)) entry.append("    ").append(line).append("\n");
  return entry;
}

Json RevisionJson(const graph::Graph& graph, graph::Node node) {
  const auto& revision = graph.At(node);
  Json json;
  json["revision"] = Id(graph, node);
  json["message"] = revision.header.message;
  json["parents"] = Ids(graph, revision.parents);
  json["depends_on"] = Ids(graph, revision.dependencies);
  json["children"] = Ids(graph, revision.children);
  json["labels"] = revision.labels;
  json["head"] = revision.children.empty();
  json["branchpoint"] = revision.children.size() > 1;
  json["mergepoint"] = revision.parents.size() > 1;
  json["created"] = revision.header.created;
  json["file"] = revision.path;
  return json;
}

}  // namespace migc::driver
