#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "drawing.h"
#include "migc/base/text.h"

namespace migc::driver {
namespace {

// Inside the double quotes of a label, where Mermaid knows the entities of HTML.
std::string MermaidEscaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    const bool special = c == '"' || c == '#' || c == '&' || c == '<' || c == '>' || c == '`' || c == '\\';
    if (special) {
      escaped += fmt::format("#{};", static_cast<int>(c));
    } else {
      escaped += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    }
  }
  return escaped;
}

std::string LabelOf(const graph::Revision& revision) {
  std::string label = MermaidEscaped(revision.header.id.text);
  if (!revision.labels.empty()) label += " (" + MermaidEscaped(base::Join(revision.labels, ", ")) + ")";
  if (!revision.header.message.empty()) label += "<br/>" + MermaidEscaped(revision.header.message);
  return label;
}

}  // namespace

std::string DrawMermaid(const Drawing& drawing) {
  std::vector<bool> chosen(drawing.graph.size(), false);
  for (const graph::Node node : drawing.nodes) chosen[node] = true;
  std::string text = "flowchart BT\n";
  std::string lines;
  // Ids of revisions may hold what Mermaid's own may not, so nodes are numbered.
  for (auto node = drawing.nodes.rbegin(); node != drawing.nodes.rend(); ++node) {
    const graph::Revision& revision = drawing.graph.At(*node);
    const bool current = std::binary_search(drawing.current.begin(), drawing.current.end(), *node);
    text += fmt::format("  r{}[\"{}\"]{}\n", *node, LabelOf(revision),
                        current                     ? ":::current"
                        : revision.children.empty() ? ":::head"
                                                    : "");
    for (const graph::Node parent : revision.parents) {
      if (chosen[parent]) lines += fmt::format("  r{} --> r{}\n", parent, *node);
    }
    for (const graph::Node dependency : revision.dependencies) {
      if (chosen[dependency]) lines += fmt::format("  r{} -.-> r{}\n", dependency, *node);
    }
  }
  return text + lines + "  classDef head stroke-width:3px\n  classDef current fill:#ffcc00,color:#000000\n";
}

}  // namespace migc::driver
