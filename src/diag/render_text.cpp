#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "excerpt.h"
#include "migc/base/text.h"
#include "migc/diag/render.h"
#include "width.h"

namespace migc::diag {
namespace {

class Painter {
 public:
  explicit Painter(bool colour) : colour_(colour) {}
  std::string Bold(std::string_view text) const { return Paint("1", text); }
  std::string Faint(std::string_view text) const { return Paint("34", text); }
  std::string Note(std::string_view text) const { return Paint("1;36", text); }
  std::string Help(std::string_view text) const { return Paint("1;32", text); }
  std::string Severe(Severity severity, std::string_view text) const {
    return Paint(severity == Severity::kError ? "1;31" : "1;33", text);
  }

 private:
  std::string Paint(std::string_view code, std::string_view text) const {
    return colour_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
  }
  bool colour_;
};

std::string_view Word(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
  }
  return "";
}

std::string Place(const source::Buffers& buffers, source::Span span, bool with_column) {
  const auto& buffer = buffers.Get(span.file);
  auto at = buffer.Locate(span.begin);
  std::string path = HarmlessText(buffer.path());
  return with_column ? fmt::format("{}:{}:{}", path, at.line, at.column) : fmt::format("{}:{}", path, at.line);
}

void AppendLine(std::string& out, const ExcerptLine& line, std::size_t width, Severity severity, const Painter& painter) {
  out += painter.Faint(fmt::format("{:>{}} |", line.number, width));
  if (!line.text.empty()) out.append(" ").append(line.text);
  out += '\n';
  std::string marks = "^" + std::string(line.mark_end - line.mark_begin - 1, '~');
  out += painter.Faint(fmt::format("{:>{}} |", "", width));
  out.append(line.mark_begin + 1, ' ').append(painter.Severe(severity, marks)).append("\n");
}

void AppendExcerpt(std::string& out, const Excerpt& excerpt, std::size_t width, Severity severity, const Painter& painter) {
  AppendLine(out, excerpt.first, width, severity, painter);
  if (excerpt.gap) out += painter.Faint(fmt::format("{:>{}} |", "...", width)) + "\n";
  if (excerpt.last) AppendLine(out, *excerpt.last, width, severity, painter);
}

// A text of several lines goes on under its first word.
void AppendRemark(std::string& out, std::size_t width, const std::string& label, std::string_view plain_label,
                  std::string_view text, const std::string& place) {
  auto lines = base::SplitLines(text);
  std::string indent(width + 4 + plain_label.size(), ' ');
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == 0) {
      out.append(width + 1, ' ').append("= ").append(label).append(" ");
    } else {
      out += indent;
    }
    out += HarmlessText(lines[i]);
    if (i + 1 == lines.size() && !place.empty()) out += " (" + place + ")";
    out += '\n';
  }
}

void AppendDiagnostic(std::string& out, const Diagnostic& diagnostic, const source::Buffers& buffers, const Painter& painter) {
  Severity severity = diagnostic.severity();
  const KindInfo& info = InfoOf(diagnostic.kind);
  if (diagnostic.span) out += painter.Bold(Place(buffers, *diagnostic.span, true) + ":") + " ";
  out += painter.Severe(severity, fmt::format("{}:", Word(severity)));
  out += fmt::format(" {} {}\n", painter.Bold(HarmlessText(diagnostic.message)), painter.Faint(fmt::format("[{}]", info.code)));
  std::size_t width = 4;
  if (diagnostic.span) {
    auto excerpt = MakeExcerpt(buffers.Get(diagnostic.span->file), *diagnostic.span);
    width = std::max(width, fmt::formatted_size("{}", excerpt.last ? excerpt.last->number : excerpt.first.number));
    AppendExcerpt(out, excerpt, width, severity, painter);
  }
  for (const auto& note : diagnostic.notes) {
    AppendRemark(out, width, painter.Note("note:"), "note:", note.text, note.span ? Place(buffers, *note.span, false) : "");
  }
  if (!diagnostic.help.empty()) AppendRemark(out, width, painter.Help("help:"), "help:", diagnostic.help, "");
}

// Which are shown when there are too many: every error goes before any warning, but the order stays.
std::vector<bool> Chosen(std::span<const Diagnostic> diagnostics, std::size_t limit) {
  std::vector<bool> chosen(diagnostics.size(), false);
  for (auto severity : {Severity::kError, Severity::kWarning}) {
    for (std::size_t i = 0; i < diagnostics.size() && limit > 0; ++i) {
      if (diagnostics[i].severity() != severity) continue;
      chosen[i] = true;
      --limit;
    }
  }
  return chosen;
}

std::string Count(std::size_t count, std::string_view noun) { return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s"); }

}  // namespace

std::string RenderText(std::span<const Diagnostic> diagnostics, const source::Buffers& buffers, const TextStyle& style) {
  Painter painter(style.colour);
  auto chosen = Chosen(diagnostics, style.max_shown);
  std::string out;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  for (std::size_t i = 0; i < diagnostics.size(); ++i) {
    if (chosen[i]) {
      AppendDiagnostic(out, diagnostics[i], buffers, painter);
    } else {
      ++(diagnostics[i].severity() == Severity::kError ? errors : warnings);
    }
  }
  std::vector<std::string> hidden;
  if (errors > 0) hidden.push_back(Count(errors, "more error"));
  if (warnings > 0) hidden.push_back(Count(warnings, "more warning"));
  if (!hidden.empty()) out += base::Join(hidden, " and ") + (errors + warnings == 1 ? " is" : " are") + " not shown\n";
  return out;
}

}  // namespace migc::diag
