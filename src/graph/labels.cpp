#include "labels.h"

#include <algorithm>

namespace migc::graph {
namespace {

class Spread {
 public:
  Spread(std::vector<Revision>& revisions, const std::vector<std::size_t>& followers)
      : revisions_(revisions), followers_(followers), seen_(revisions.size(), 0) {}

  void From(Node labelled, const std::vector<std::string>& labels) {
    const bool plain = ToDescendants(labelled, labels);
    if (!plain || revisions_[labelled].parents.empty()) return;
    Node node = revisions_[labelled].parents.front();
    while (IsPlain(node)) {
      Add(node, labels);
      if (revisions_[node].parents.empty()) return;
      node = revisions_[node].parents.front();
    }
  }

 private:
  bool IsPlain(Node node) const { return followers_[node] <= 1 && revisions_[node].parents.size() <= 1; }

  void Add(Node node, const std::vector<std::string>& labels) {
    std::vector<std::string>& all = revisions_[node].labels;
    all.insert(all.end(), labels.begin(), labels.end());
  }

  // True when neither the revision nor any descendant is a branch or merge point.
  bool ToDescendants(Node labelled, const std::vector<std::string>& labels) {
    ++round_;
    bool plain = true;
    std::vector<Node> open{labelled};
    seen_[labelled] = round_;
    while (!open.empty()) {
      const Node node = open.back();
      open.pop_back();
      plain = plain && IsPlain(node);
      Add(node, labels);
      for (const Node child : revisions_[node].children) {
        if (seen_[child] == round_) continue;
        seen_[child] = round_;
        open.push_back(child);
      }
    }
    return plain;
  }

  std::vector<Revision>& revisions_;
  const std::vector<std::size_t>& followers_;
  std::vector<std::size_t> seen_;  // by node: the last round that came by
  std::size_t round_ = 0;
};

}  // namespace

void SpreadLabels(std::vector<Revision>& revisions, const std::vector<std::size_t>& followers) {
  Spread spread(revisions, followers);
  for (Node node = 0; node < revisions.size(); ++node) {
    std::vector<std::string> labels;
    for (const ir::Identifier& label : revisions[node].header.labels) labels.push_back(label.text);
    if (!labels.empty()) spread.From(node, labels);
  }
  for (Revision& revision : revisions) {
    std::sort(revision.labels.begin(), revision.labels.end());
    revision.labels.erase(std::unique(revision.labels.begin(), revision.labels.end()), revision.labels.end());
  }
}

}  // namespace migc::graph
