#include "link.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "wording.h"

namespace migc::graph {
namespace {

// A whole chain can be missing: the first few get a suggestion, which costs a look at every name.
constexpr std::size_t kMaxSuggestions = 20;

class Linker {
 public:
  Linker(const std::vector<Revision>& revisions, diag::Sink& sink) : revisions_(revisions), sink_(sink) {}

  Links Run() {
    for (Node node = 0; node < revisions_.size(); ++node) AddId(node);
    for (Node node = 0; node < revisions_.size(); ++node) AddLabels(node);
    links_.parents.resize(revisions_.size());
    links_.dependencies.resize(revisions_.size());
    for (Node node = 0; node < revisions_.size(); ++node) {
      for (const ir::Identifier& parent : revisions_[node].header.parents) AddParent(node, parent);
      for (const ir::Identifier& name : revisions_[node].header.depends_on) AddDependency(node, name);
    }
    return std::move(links_);
  }

 private:
  const ir::Header& HeaderOf(Node node) const { return revisions_[node].header; }

  void AddId(Node node) {
    const ir::Identifier& id = HeaderOf(node).id;
    CheckReserved(id);
    const auto [found, added] = links_.by_id.emplace(id.text, node);
    if (added) return;
    diag::Diagnostic diagnostic = diag::Make(diag::Kind::kDuplicateRevision, SpanOf(id.origin), id.text);
    AddNote(diagnostic, id.origin, fmt::format("one is {}", revisions_[node].path));
    AddNote(diagnostic, HeaderOf(found->second).id.origin, fmt::format("the other is {}", revisions_[found->second].path));
    sink_.Report(std::move(diagnostic).WithHelp("give one of them another id, and name that one in the revisions that revise it"));
  }

  void AddLabels(Node node) {
    for (const ir::Identifier& label : HeaderOf(node).labels) {
      CheckReserved(label);
      const auto id = links_.by_id.find(label.text);
      if (id != links_.by_id.end()) {
        ReportLabel(label, node, id->second, HeaderOf(id->second).id);
        continue;
      }
      const auto [found, added] = links_.by_label.emplace(label.text, node);
      if (!added) ReportLabel(label, node, found->second, WrittenLabel(found->second, label.text));
    }
  }

  const ir::Identifier& WrittenLabel(Node node, const std::string& text) const {
    const std::vector<ir::Identifier>& labels = HeaderOf(node).labels;
    return *std::find_if(labels.begin(), labels.end(), [&](const ir::Identifier& label) { return label.text == text; });
  }

  void ReportLabel(const ir::Identifier& label, Node node, Node other, const ir::Identifier& first) {
    diag::Diagnostic diagnostic = diag::Make(diag::Kind::kDuplicateLabel, SpanOf(label.origin), label.text);
    AddNote(diagnostic, label.origin,
            fmt::format("one is on revision {} ({})", Quoted(HeaderOf(node).id.text), revisions_[node].path));
    const bool is_id = first.text == HeaderOf(other).id.text;
    AddNote(diagnostic, first.origin,
            fmt::format("the other is {}revision {} ({})", is_id ? "the id of " : "on ", Quoted(HeaderOf(other).id.text),
                        revisions_[other].path));
    sink_.Report(std::move(diagnostic).WithHelp("write a label once, on the first revision of its branch: it spreads from there"));
  }

  void CheckReserved(const ir::Identifier& name) {
    static constexpr std::array<std::string_view, 4> kWords = {"base", "head", "heads", "current"};
    if (std::find(kWords.begin(), kWords.end(), name.text) == kWords.end()) return;
    sink_.Report(diag::Make(diag::Kind::kReservedRevisionName, SpanOf(name.origin), name.text).WithHelp("choose another name"));
  }

  // Twice the same name is one edge; `redundant` says it.
  void AddEdge(std::vector<Node>& edges, Node to, diag::Kind redundant, Node node, const ir::Identifier& name) {
    if (std::find(edges.begin(), edges.end(), to) == edges.end()) {
      edges.push_back(to);
      return;
    }
    sink_.Report(diag::Make(redundant, SpanOf(name.origin), HeaderOf(node).id.text, name.text).WithHelp("name it once"));
  }

  void AddParent(Node node, const ir::Identifier& name) {
    const auto found = links_.by_id.find(name.text);
    if (found != links_.by_id.end()) {
      AddEdge(links_.parents[node], found->second, diag::Kind::kRedundantParent, node, name);
      return;
    }
    diag::Diagnostic diagnostic = diag::Make(diag::Kind::kMissingParent, SpanOf(name.origin), name.text, HeaderOf(node).id.text);
    if (!name.origin.known) diagnostic.notes.push_back({std::nullopt, fmt::format("asked for in {}", revisions_[node].path)});
    const auto label = links_.by_label.find(name.text);
    if (label != links_.by_label.end()) {
      diagnostic.help = fmt::format("{} is a label; write the id {}", Quoted(name.text), Quoted(HeaderOf(label->second).id.text));
    } else {
      diagnostic.help = Suggestion(name.text);
    }
    sink_.Report(std::move(diagnostic));
  }

  void AddDependency(Node node, const ir::Identifier& name) {
    auto found = links_.by_id.find(name.text);
    if (found == links_.by_id.end()) {
      found = links_.by_label.find(name.text);
      if (found == links_.by_label.end()) {
        diag::Diagnostic diagnostic =
            diag::Make(diag::Kind::kMissingDependency, SpanOf(name.origin), name.text, HeaderOf(node).id.text);
        if (!name.origin.known) diagnostic.notes.push_back({std::nullopt, fmt::format("asked for in {}", revisions_[node].path)});
        diagnostic.help = Suggestion(name.text);
        sink_.Report(std::move(diagnostic));
        return;
      }
    }
    AddEdge(links_.dependencies[node], found->second, diag::Kind::kRedundantDependency, node, name);
  }

  // The one revision whose id starts so, or the nearest name.
  std::string Suggestion(const std::string& name) {
    if (++suggestions_ > kMaxSuggestions) return {};
    auto first = links_.by_id.lower_bound(name);
    if (!name.empty() && first != links_.by_id.end() && first->first.starts_with(name)) {
      const std::string& full = first->first;
      if (++first == links_.by_id.end() || !first->first.starts_with(name))
        return fmt::format("write the full id {}", Quoted(full));
    }
    if (names_.empty()) {
      for (const auto& [id, node] : links_.by_id) names_.push_back(id);
      for (const auto& [label, node] : links_.by_label) names_.push_back(label);
    }
    return SuggestName(name, names_);
  }

  const std::vector<Revision>& revisions_;
  diag::Sink& sink_;
  Links links_;
  std::vector<std::string> names_;
  std::size_t suggestions_ = 0;
};

}  // namespace

Links LinkRevisions(const std::vector<Revision>& revisions, diag::Sink& sink) { return Linker(revisions, sink).Run(); }

}  // namespace migc::graph
