#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "cycles.h"
#include "labels.h"
#include "link.h"
#include "migc/graph/graph.h"
#include "wording.h"

namespace migc::graph {
namespace {

Edges Join(const Edges& parents, const Edges& dependencies) {
  Edges all = parents;
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const Node node : dependencies[i]) {
      if (std::find(all[i].begin(), all[i].end(), node) == all[i].end()) all[i].push_back(node);
    }
  }
  return all;
}

Edges Reverse(const Edges& edges) {
  Edges reversed(edges.size());
  for (Node node = 0; node < edges.size(); ++node) {
    for (const Node older : edges[node]) reversed[older].push_back(node);
  }
  return reversed;
}

// Where `node` names `older`, as a parent or else as a dependency.
const ir::Identifier* FindWritten(const std::vector<Revision>& revisions, const Links& links, Node node, Node older) {
  const ir::Header& header = revisions[node].header;
  for (const ir::Identifier& parent : header.parents) {
    if (parent.text == revisions[older].header.id.text) return &parent;
  }
  for (const ir::Identifier& name : header.depends_on) {
    if (name.text == revisions[older].header.id.text) return &name;
    const auto label = links.by_label.find(name.text);
    if (label != links.by_label.end() && label->second == older) return &name;
  }
  return nullptr;
}

void ReportCycles(const std::vector<Revision>& revisions, const Links& links, const Edges& edges, diag::Kind kind,
                  diag::Sink& sink) {
  for (const std::vector<Node>& cycle : FindCycles(edges)) {
    std::vector<std::string> ids;
    for (const Node node : cycle) ids.push_back(revisions[node].header.id.text);
    ids.push_back(ids.front());
    diag::Diagnostic diagnostic = diag::Make(kind, SpanOf(revisions[cycle.front()].header.id.origin), ids.front(), PathText(ids));
    for (std::size_t i = 0; i < cycle.size() && i < 10; ++i) {
      const Node older = cycle[(i + 1) % cycle.size()];
      const ir::Identifier* written = FindWritten(revisions, links, cycle[i], older);
      const std::vector<Node>& parents = links.parents[cycle[i]];
      const bool parent = std::find(parents.begin(), parents.end(), older) != parents.end();
      AddNote(diagnostic, written != nullptr ? written->origin : ir::Origin(),
              fmt::format("{} {} {} ({})", Quoted(ids[i]), parent ? "revises" : "depends on", Quoted(ids[i + 1]),
                          revisions[cycle[i]].path));
    }
    sink.Report(std::move(diagnostic).WithHelp("take out one of these"));
  }
}

// Fills in parents, dependencies and needs, without what is redundant.
class Reducer {
 public:
  Reducer(std::vector<Revision>& revisions, const Links& links, const Edges& all, diag::Sink& sink)
      : revisions_(revisions), links_(links), all_(all), order_(OldestFirst(all)), sink_(sink) {}

  void Run() {
    const Edges second_parents = SecondWays(links_.parents, links_.parents);
    const Edges second_needs = SecondWays(all_, links_.dependencies);
    const Edges known = KnownDependencies();
    for (Node node = 0; node < revisions_.size(); ++node) {
      Revision& revision = revisions_[node];
      revision.parents = Without(node, links_.parents[node], second_parents[node], diag::Kind::kRedundantParent);
      revision.needs = links_.parents[node];
      for (const Node dependency : links_.dependencies[node]) {
        if (Holds(revision.needs, dependency) || Holds(known[node], dependency)) continue;
        revision.needs.push_back(dependency);
      }
      std::vector<Node> redundant = second_needs[node];
      for (const Node dependency : links_.dependencies[node]) {
        if (Holds(links_.parents[node], dependency)) redundant.push_back(dependency);
      }
      revision.dependencies = Without(node, links_.dependencies[node], redundant, diag::Kind::kRedundantDependency);
    }
  }

 private:
  static bool Holds(const std::vector<Node>& nodes, Node node) {
    return std::find(nodes.begin(), nodes.end(), node) != nodes.end();
  }

  // By revision: those of its `candidates` that it reaches along `edges` by a longer way too.
  Edges SecondWays(const Edges& edges, const Edges& candidates) const {
    const Edges newer = Reverse(candidates);
    std::vector<std::size_t> followers(edges.size(), 0);
    for (const std::vector<Node>& olders : edges) {
      for (const Node older : olders) ++followers[older];
    }
    std::vector<WayQuestion> questions;
    for (Node node = 0; node < newer.size(); ++node) {
      if (followers[node] < 2) continue;  // one way leads to it, and that is the short one
      WayQuestion question{{node}, {}};
      for (const Node follower : newer[node]) {
        if (edges[follower].size() > 1) question.asks.push_back(follower);
      }
      if (!question.asks.empty()) questions.push_back(std::move(question));
    }
    return Answers(edges, questions, 2);
  }

  // By revision: dependencies that one of its ancestors (by parents) declares as well. Alembic leaves these out of its walks.
  Edges KnownDependencies() const {
    const Edges dependents = Reverse(links_.dependencies);
    std::vector<WayQuestion> questions;
    std::vector<Node> subjects;
    for (Node node = 0; node < dependents.size(); ++node) {
      if (dependents[node].size() < 2) continue;
      questions.push_back({dependents[node], dependents[node]});
      subjects.push_back(node);
    }
    const std::vector<std::vector<bool>> answers = AnswerWays(order_, links_.parents, questions, 1);
    Edges known(revisions_.size());
    for (std::size_t i = 0; i < questions.size(); ++i) {
      for (std::size_t j = 0; j < questions[i].asks.size(); ++j) {
        if (answers[i][j]) known[questions[i].asks[j]].push_back(subjects[i]);
      }
    }
    return known;
  }

  Edges Answers(const Edges& edges, const std::vector<WayQuestion>& questions, int steps) const {
    const std::vector<std::vector<bool>> answers = AnswerWays(order_, edges, questions, steps);
    Edges found(revisions_.size());
    for (std::size_t i = 0; i < questions.size(); ++i) {
      for (std::size_t j = 0; j < questions[i].asks.size(); ++j) {
        if (answers[i][j]) found[questions[i].asks[j]].push_back(questions[i].seeds.front());
      }
    }
    return found;
  }

  std::vector<Node> Without(Node node, const std::vector<Node>& written, const std::vector<Node>& redundant, diag::Kind kind) {
    std::vector<Node> kept;
    for (const Node older : written) {
      if (Holds(redundant, older)) {
        ReportRedundant(node, older, kind);
      } else {
        kept.push_back(older);
      }
    }
    return kept;
  }

  void ReportRedundant(Node node, Node older, diag::Kind kind) {
    const bool dependency = kind == diag::Kind::kRedundantDependency;
    const ir::Header& header = revisions_[node].header;
    const std::string& name = revisions_[older].header.id.text;
    const ir::Identifier* written = dependency ? FindDependency(node, older) : FindWritten(revisions_, links_, node, older);
    diag::Diagnostic diagnostic =
        diag::Make(kind, written != nullptr ? SpanOf(written->origin) : SpanOf(header.id.origin), header.id.text, name);
    const bool parent = dependency && Holds(links_.parents[node], older);
    diagnostic.notes.push_back({std::nullopt, parent ? fmt::format("{} is its parent", Quoted(name))
                                                     : fmt::format("something else that {} needs comes from {} already",
                                                                   Quoted(header.id.text), Quoted(name))});
    sink_.Report(std::move(diagnostic).WithHelp(fmt::format("leave {} out", Quoted(written != nullptr ? written->text : name))));
  }

  const ir::Identifier* FindDependency(Node node, Node older) const {
    for (const ir::Identifier& name : revisions_[node].header.depends_on) {
      if (name.text == revisions_[older].header.id.text) return &name;
      const auto label = links_.by_label.find(name.text);
      if (label != links_.by_label.end() && label->second == older) return &name;
    }
    return nullptr;
  }

  std::vector<Revision>& revisions_;
  const Links& links_;
  const Edges& all_;
  std::vector<Node> order_;
  diag::Sink& sink_;
};

void LinkBack(std::vector<Revision>& revisions) {
  for (Node node = 0; node < revisions.size(); ++node) {
    for (const Node parent : revisions[node].parents) revisions[parent].children.push_back(node);
    for (const Node dependency : revisions[node].dependencies) revisions[dependency].dependents.push_back(node);
    for (const Node need : revisions[node].needs) revisions[need].needed_by.push_back(node);
  }
}

}  // namespace

std::optional<Graph> BuildGraph(std::vector<Revision> revisions, diag::Sink& sink) {
  const std::size_t errors = sink.errors();
  std::sort(revisions.begin(), revisions.end(), [](const Revision& a, const Revision& b) {
    return std::tie(a.path, a.header.id.text) < std::tie(b.path, b.header.id.text);
  });
  Links links = LinkRevisions(revisions, sink);
  const Edges all = Join(links.parents, links.dependencies);
  if (OldestFirst(links.parents).size() != revisions.size()) {
    ReportCycles(revisions, links, links.parents, diag::Kind::kRevisionCycle, sink);
  } else if (OldestFirst(all).size() != revisions.size()) {
    ReportCycles(revisions, links, all, diag::Kind::kDependencyCycle, sink);
  }
  if (sink.errors() != errors) return std::nullopt;

  Reducer(revisions, links, all, sink).Run();
  LinkBack(revisions);
  std::vector<std::size_t> followers(revisions.size(), 0);
  for (const std::vector<Node>& olders : all) {
    for (const Node older : olders) ++followers[older];
  }
  SpreadLabels(revisions, followers);

  Graph graph;
  for (Node node = 0; node < revisions.size(); ++node) {
    if (revisions[node].children.empty()) graph.heads_.push_back(node);
    if (revisions[node].parents.empty()) graph.bases_.push_back(node);
    if (revisions[node].needed_by.empty()) graph.effective_heads_.push_back(node);
  }
  graph.revisions_ = std::move(revisions);
  graph.by_id_ = std::move(links.by_id);
  graph.by_label_ = std::move(links.by_label);
  return graph;
}

}  // namespace migc::graph
