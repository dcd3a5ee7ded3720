// Graph: the revisions of a project, linked: parents, dependencies, labels, heads, bases.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "migc/diag/sink.h"
#include "migc/ir/revision.h"

namespace migc::graph {

// Index of a revision in Graph; they are numbered in the order of their file paths, so ties are broken as Alembic breaks them.
using Node = std::uint32_t;

struct Revision {
  ir::Header header;
  std::string path;                // of its file, as shown
  std::vector<Node> parents;       // in written order, redundant ones dropped
  std::vector<Node> dependencies;  // depends on, resolved; in written order, redundant ones dropped
  std::vector<Node> children;      // revisions that name it as a parent, by node
  std::vector<Node> dependents;    // revisions that depend on it, by node
  // What must be applied before it: parents, then dependencies. The few redundant ones that Alembic walks are among them, because
  // the order of a plan depends on them; the rows of the version table do not.
  std::vector<Node> needs;
  std::vector<Node> needed_by;      // the revisions that have it among their needs, by node
  std::vector<std::string> labels;  // its own and those that spread to it, sorted
};

class Graph {
 public:
  std::size_t size() const { return revisions_.size(); }
  const Revision& At(Node node) const { return revisions_[node]; }
  const std::vector<Revision>& revisions() const { return revisions_; }
  const std::vector<Node>& heads() const { return heads_; }  // no child names it as parent; by node
  const std::vector<Node>& bases() const { return bases_; }
  // Heads that nothing depends on either: the rows of a version table that has everything; by node.
  const std::vector<Node>& effective_heads() const { return effective_heads_; }
  std::optional<Node> Find(std::string_view full_id) const;
  // Ids in sorted order that start with `prefix`.
  std::vector<Node> FindPrefix(std::string_view prefix) const;
  // The revision that carries the label in its own file.
  std::optional<Node> FindLabel(std::string_view label) const;
  const std::map<std::string, Node, std::less<>>& by_id() const { return by_id_; }
  const std::map<std::string, Node, std::less<>>& by_label() const { return by_label_; }
  // Parents before children, dependencies before dependents; the order in which an upgrade from base to heads runs.
  std::vector<Node> TopologicalOrder() const;

 private:
  friend std::optional<Graph> BuildGraph(std::vector<Revision> revisions, diag::Sink& sink);
  std::vector<Revision> revisions_;
  std::vector<Node> heads_;
  std::vector<Node> bases_;
  std::vector<Node> effective_heads_;
  std::map<std::string, Node, std::less<>> by_id_;
  std::map<std::string, Node, std::less<>> by_label_;
};

// Takes headers and paths in any order (the rest of each Revision is filled in). Reports duplicate ids and labels, missing parents,
// cycles (with the closed path) and drops redundant parents and dependencies with a warning. Nothing when it reported an error.
std::optional<Graph> BuildGraph(std::vector<Revision> revisions, diag::Sink& sink);

}  // namespace migc::graph
