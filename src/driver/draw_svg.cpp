#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "drawing.h"
#include "migc/base/text.h"
#include "migc/graph/lanes.h"

namespace migc::driver {
namespace {

constexpr int kRow = 28;
constexpr int kColumn = 18;
constexpr int kMargin = 16;
constexpr int kLetter = 8;  // of the monospaced text, about
constexpr const char* kLineColours[] = {"#1f77b4", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#17becf", "#bcbd22"};

std::string XmlEscaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += static_cast<unsigned char>(c) < ' ' ? ' ' : c;  // XML has no other control characters
    }
  }
  return escaped;
}

struct Point {
  int x = 0;
  int y = 0;
};
Point At(std::size_t column, std::size_t row) {
  return {kMargin + static_cast<int>(column) * kColumn, kMargin + static_cast<int>(row) * kRow};
}

// From a child straight down its lane, and over to the parent in the last row. A lane of its own begins one row below the child.
std::string Line(Point child, int lane, Point parent, const char* colour) {
  std::string path = fmt::format("M{} {}", child.x, child.y);
  if (lane != child.x) path += fmt::format("C{0} {2} {1} {2} {1} {3}", child.x, lane, child.y + kRow / 2, child.y + kRow);
  if (lane == parent.x) {
    path += fmt::format("L{} {}", parent.x, parent.y);
  } else {
    path += fmt::format("L{0} {1}C{0} {2} {3} {2} {3} {4}", lane, parent.y - kRow, parent.y - kRow / 2, parent.x, parent.y);
  }
  return fmt::format("<path d=\"{}\" stroke=\"{}\"/>\n", path, colour);
}

class Picture {
 public:
  explicit Picture(const Drawing& drawing) : drawing_(drawing), rows_(graph::LayOut(drawing.graph, drawing.nodes)) {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      row_of_[rows_[i].node] = i;
      columns_ = std::max({columns_, rows_[i].above.size(), rows_[i].below.size(), rows_[i].column + 1});
    }
  }

  std::string Text() const {
    std::string lines;
    std::string labels;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      lines += LinesOf(i);
      labels += LabelOf(i);
    }
    const int height = 2 * kMargin + static_cast<int>(rows_.empty() ? 0 : rows_.size() - 1) * kRow;
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" "
        "font-family=\"monospace\" font-size=\"13\">\n<title>Revisions</title>\n<rect width=\"100%\" height=\"100%\" "
        "fill=\"#ffffff\"/>\n<g fill=\"none\" stroke-width=\"2\">\n{2}</g>\n{3}</svg>\n",
        Width(), height, lines, labels);
  }

 private:
  int TextX() const { return At(columns_, 0).x; }

  int Width() const {
    std::size_t longest = 0;
    for (const graph::LaneRow& row : rows_) longest = std::max(longest, base::CountCodePoints(Words(row.node)));
    return TextX() + static_cast<int>(longest) * kLetter + kMargin;
  }

  std::string Words(graph::Node node) const {
    const graph::Revision& revision = drawing_.graph.At(node);
    std::string words = revision.header.id.text;
    if (!revision.labels.empty()) words += " (" + base::Join(revision.labels, ", ") + ")";
    if (revision.children.empty()) words += " (head)";
    if (IsCurrent(node)) words += " (current)";
    return words + "  " + revision.header.message;
  }

  bool IsCurrent(graph::Node node) const { return std::binary_search(drawing_.current.begin(), drawing_.current.end(), node); }

  static const char* ColourOf(std::size_t column) { return kLineColours[column % std::size(kLineColours)]; }

  std::string LinesOf(std::size_t i) const {
    const graph::LaneRow& row = rows_[i];
    const graph::Revision& revision = drawing_.graph.At(row.node);
    std::string lines;
    auto leaving = row.leaving.begin();
    bool first = true;
    for (const graph::Node parent : revision.parents) {
      const auto below = row_of_.find(parent);
      if (below == row_of_.end()) continue;
      const std::size_t lane = first || leaving == row.leaving.end() ? row.column : *leaving++;
      first = false;
      lines += Line(At(row.column, i), At(lane, i).x, At(rows_[below->second].column, below->second), ColourOf(lane));
    }
    for (const graph::Node dependency : revision.dependencies) {
      const auto below = row_of_.find(dependency);
      if (below == row_of_.end()) continue;
      const Point from = At(row.column, i);
      const Point to = At(rows_[below->second].column, below->second);
      lines += fmt::format("<path d=\"M{} {}L{} {}\" stroke=\"#888888\" stroke-width=\"1\" stroke-dasharray=\"4 3\"/>\n", from.x,
                           from.y, to.x, to.y);
    }
    return lines;
  }

  std::string LabelOf(std::size_t i) const {
    const graph::LaneRow& row = rows_[i];
    const Point at = At(row.column, i);
    const bool current = IsCurrent(row.node);
    return fmt::format(
        "<circle cx=\"{}\" cy=\"{}\" r=\"5\" fill=\"{}\" stroke=\"{}\" stroke-width=\"2\"/>\n<text x=\"{}\" y=\"{}\"{}>{}</text>\n",
        at.x, at.y, current ? "#ffcc00" : ColourOf(row.column), current ? "#000000" : "#ffffff", TextX(), at.y + 4,
        current ? " font-weight=\"bold\"" : "", XmlEscaped(Words(row.node)));
  }

  const Drawing& drawing_;
  std::vector<graph::LaneRow> rows_;
  std::map<graph::Node, std::size_t> row_of_;
  std::size_t columns_ = 1;
};

}  // namespace

std::string DrawSvg(const Drawing& drawing) { return Picture(drawing).Text(); }

}  // namespace migc::driver
