// Lookup: what a typed name or target stands for; every refusal names the candidates.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "closure.h"
#include "migc/diag/sink.h"
#include "target.h"

namespace migc::graph {

// What stood before '@'.
struct Branch {
  std::string name;
  Node revision = 0;
  Marks lineage;
};

// What a target stands for: no revision (base), one, or all heads.
struct Place {
  std::vector<Node> nodes;
  std::optional<Branch> branch;
  bool heads = false;  // `head` or `heads` itself: being there already is no mistake
};

// Where a walk that leaves the graph ends: in an error, or at the last revision it came by (listings).
enum class Overrun : std::uint8_t { kError, kStop };

class Lookup {
 public:
  Lookup(const Graph& graph, diag::Sink& sink) : graph_(graph), sink_(sink) {}

  // Nothing (reported) when it names no revision or several. With a branch, only its lineage is looked at.
  std::optional<Node> Named(std::string_view name, const Branch* branch);
  std::optional<Branch> FindBranch(std::string_view name);

  // A target that is not relative to the current revision.
  std::optional<Place> Absolute(const Target& target, Overrun overrun = Overrun::kError);

  // Up along children from a revision or from base, or down along parents; `target` is quoted in what is reported.
  std::optional<Place> WalkUp(std::optional<Node> start, const Target& target, const Branch* branch,
                              Overrun overrun = Overrun::kError);
  std::optional<Place> WalkDown(Node start, const Target& target, Overrun overrun = Overrun::kError);

 private:
  std::optional<Place> Symbol(const Target& target, const Branch* branch);
  std::optional<Node> Partial(std::string_view name, const Branch* branch);
  void ReportUnknown(std::string_view name);
  void ReportNotOnBranch(Node node, const Branch& branch);
  void ReportSeveral(const Target& target, const std::vector<Node>& nodes);
  void ReportFork(const Target& target, std::optional<Node> at, const std::vector<Node>& ways, bool up);
  void ReportTooFar(const Target& target, const std::vector<Node>& path, std::size_t done, const Branch* branch);
  std::vector<std::string> AllNames() const;

  const Graph& graph_;
  diag::Sink& sink_;
};

// The rows of a version table as typed, each once, in the order given; base is no row. Overlapping rows are reported.
std::optional<std::vector<Node>> ResolveRows(const Graph& graph, std::string_view text, diag::Sink& sink);

}  // namespace migc::graph
