#include <algorithm>

#include "drawing.h"
#include "listing.h"
#include "migc/graph/lanes.h"

namespace migc::driver {
namespace {

struct Signs {
  const char* revision;
  const char* line;
  const char* cross;        // a line that another one passes
  const char* from;         // where the lines between two rows begin: the revision's column
  const char* join_middle;  // a line that ends here, with more to its right
  const char* join_last;
  const char* leave_middle;
  const char* leave_last;
  const char* both;  // a line goes on here, and another one meets it
  const char* across;
};
constexpr Signs kBoxes{"●", "│", "┼", "├", "┴", "╯", "┬", "╮", "┤", "─"};
constexpr Signs kAscii{"*", "|", "+", "|", "'", "'", ".", ".", "|", "-"};

constexpr int kColours[] = {31, 32, 34, 35, 36, 33};

class Canvas {
 public:
  Canvas(const Drawing& drawing, const Signs& signs) : drawing_(drawing), signs_(signs) {}

  void Revision(const graph::LaneRow& row) {
    std::string line;
    const std::size_t width = std::max({row.above.size(), row.below.size(), row.column + 1});
    for (std::size_t i = 0; i < width; ++i) {
      const bool joins = std::find(row.joining.begin(), row.joining.end(), i) != row.joining.end();
      const bool passes = i < row.above.size() && row.above[i] && !joins;
      line += i == row.column ? Painted(signs_.revision, i) : passes ? Painted(signs_.line, i) : " ";
      line += ' ';
    }
    while (line.ends_with(' ')) line.pop_back();
    LineParts parts{.parents = false, .labels = true, .message = true, .colour = drawing_.colour, .current = &drawing_.current};
    text_ += line + "  " + RevisionLine(drawing_.graph, row.node, parts) + "\n";
  }

  // ├─┴─╯ above the revision, ├─┬─╮ below it.
  void Between(const graph::LaneRow& row, std::vector<std::size_t> ends, const std::vector<bool>& lines, bool leaving) {
    if (ends.empty()) return;
    std::sort(ends.begin(), ends.end());
    std::string line;
    for (std::size_t i = 0; i < std::max(lines.size(), ends.back() + 1); ++i) {
      const bool goes_on = i < lines.size() && lines[i];
      const bool in_reach = i >= row.column && i <= ends.back();
      line += Cell(row, ends, leaving, i, goes_on, in_reach);
      line += i >= row.column && i < ends.back() ? Painted(signs_.across, i) : " ";
    }
    while (line.ends_with(' ')) line.pop_back();
    text_ += line + "\n";
  }

  std::string Take() && { return std::move(text_); }

 private:
  std::string Cell(const graph::LaneRow& row, const std::vector<std::size_t>& ends, bool leaving, std::size_t i, bool goes_on,
                   bool in_reach) const {
    if (!in_reach) return goes_on ? Painted(signs_.line, i) : " ";
    if (i == row.column) return Painted(signs_.from, i);
    if (std::find(ends.begin(), ends.end(), i) == ends.end()) return Painted(goes_on ? signs_.cross : signs_.across, i);
    if (!leaving) return Painted(i == ends.back() ? signs_.join_last : signs_.join_middle, i);
    // A parent that another revision awaits too: the new line meets the one that is there.
    const bool met =
        i < row.above.size() && row.above[i] && std::find(row.joining.begin(), row.joining.end(), i) == row.joining.end();
    if (met) return Painted(i == ends.back() ? signs_.both : signs_.cross, i);
    return Painted(i == ends.back() ? signs_.leave_last : signs_.leave_middle, i);
  }

  std::string Painted(std::string_view sign, std::size_t column) const {
    if (!drawing_.colour) return std::string(sign);
    return "\x1b[" + std::to_string(kColours[column % std::size(kColours)]) + "m" + std::string(sign) + "\x1b[0m";
  }

  const Drawing& drawing_;
  const Signs& signs_;
  std::string text_;
};

}  // namespace

std::string DrawText(const Drawing& drawing) {
  Canvas canvas(drawing, drawing.ascii ? kAscii : kBoxes);
  for (const graph::LaneRow& row : graph::LayOut(drawing.graph, drawing.nodes)) {
    canvas.Between(row, row.joining, row.above, false);
    canvas.Revision(row);
    canvas.Between(row, row.leaving, row.below, true);
  }
  return std::move(canvas).Take();
}

}  // namespace migc::driver
