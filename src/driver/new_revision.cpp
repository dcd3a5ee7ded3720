#include "new_revision.h"

#include <algorithm>

#include "migc/base/hash.h"
#include "migc/base/text.h"
#include "migc/graph/plan.h"
#include "sealing.h"

namespace migc::driver {
namespace {

constexpr std::size_t kMaxId = 128;

// Why the text cannot be an id; empty when it can.
std::string WhatIsWrong(const std::string& id) {
  std::string lower = base::LowerAscii(id);
  if (id.empty()) return "it is empty";
  if (id.size() > kMaxId) return "it is longer than " + std::to_string(kMaxId) + " bytes";
  if (lower == "base" || lower == "head" || lower == "heads" || lower == "current") return "the word has a meaning of its own";
  if (base::FindInvalidUtf8(id)) return "it is not UTF-8";
  if (id.find_first_of("@-+:,") != std::string::npos)
    return "\"@\", \"-\", \"+\", \":\" and \",\" have a meaning where revisions are named";
  bool blank = std::any_of(id.begin(), id.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
  return blank ? "it has blank space in it" : "";
}

bool CheckId(Context& context, const std::string& id, const graph::Graph& graph) {
  auto reason = WhatIsWrong(id);
  if (!reason.empty()) {
    context.Fail(diag::Make(diag::Kind::kWrongRevisionId, std::nullopt, id, reason));
  } else if (auto taken = graph.Find(id)) {
    context.Fail(diag::Make(diag::Kind::kRevisionExists, std::nullopt, id).WithNote("it is " + graph.At(*taken).path));
  }
  return reason.empty() && !graph.Find(id);
}

// The directory of the migrations that it comes after, when that is unambiguous.
std::optional<std::string> DirectoryFor(Context& context, const project::Project& project, const NewRevisionOptions& options,
                                        const graph::Graph& graph, const std::vector<graph::Node>& parents) {
  std::vector<std::string> directories;
  for (const auto& directory : project.directories) directories.push_back(source::NormalPath(directory.value));
  if (!options.directory.empty()) {
    std::string wanted = source::NormalPath(options.directory);
    bool known = std::any_of(directories.begin(), directories.end(), [&](const std::string& each) {
      return each == wanted || (project.recursive && wanted.starts_with(each + "/"));
    });
    if (known) return wanted;
    context.Fail(
        diag::Make(diag::Kind::kCommandLine, std::nullopt, "migc.yaml names no directory \"" + wanted + "\" for migrations")
            .WithHelp("there are " + base::Join(directories, ", ")));
    return std::nullopt;
  }
  if (!parents.empty()) return source::DirectoryOf(graph.At(parents.front()).path);
  if (directories.size() == 1) return directories.front();
  context.Fail(diag::Make(diag::Kind::kCommandLine, std::nullopt, "there are several directories for migrations")
                   .WithHelp("say which with --version-path: " + base::Join(directories, ", ")));
  return std::nullopt;
}

// What is written now is still to be edited, so its line is open; a merge is done when its parents are.
project::SumLine LineOf(const project::RevisionTemplate& text, const std::string& written, const project::Sum& sum) {
  project::SumLine line;
  line.parents = text.parents;
  bool sealed = text.merge && std::all_of(line.parents.begin(), line.parents.end(), [&](const std::string& parent) {
                  auto known = sum.find(parent);
                  return known != sum.end() && known->second.Sealed();
                });
  if (sealed) line.sha256 = base::Sha256(written);
  return line;
}

}  // namespace

std::optional<graph::Node> ResolveParent(Context& context, const graph::Graph& graph, const std::string& target, bool splice) {
  auto node = graph::ResolveOne(graph, target, context.sink());
  if (!node) {
    context.BlameOutside();
    return std::nullopt;
  }
  if (graph.At(*node).children.empty() || splice) return node;
  context.Fail(diag::Make(diag::Kind::kNotAHead, std::nullopt, graph.At(*node).header.id.text)
                   .WithHelp("add --splice when that is what you want"));
  return std::nullopt;
}

bool WriteRevision(Context& context, const project::Project& project, const Sources& sources, const NewRevisionOptions& options,
                   const std::vector<graph::Node>& parents, project::RevisionTemplate text) {
  const auto& graph = *sources.graph;
  text.id = options.id.empty() ? context.environment().new_revision_id() : options.id;
  text.message = options.message;
  text.created = context.environment().now();
  for (auto parent : parents) text.parents.push_back(graph.At(parent).header.id.text);
  if (!options.branch_label.empty()) text.labels.push_back(options.branch_label);
  if (!CheckId(context, text.id, graph)) return false;
  if (auto taken = graph.FindLabel(options.branch_label); taken && !options.branch_label.empty()) {
    context.Fail(diag::Make(diag::Kind::kRevisionExists, std::nullopt, options.branch_label)
                     .WithNote("it is a label in " + graph.At(*taken).path));
    return false;
  }
  auto directory = DirectoryFor(context, project, options, graph, parents);
  if (!directory) return false;
  auto sum = OpenSum(context, project);
  if (!sum) return false;
  std::string place = source::JoinPath(project.root, *directory);
  if (auto made = context.files().MakeDirectory(place); !made) {
    context.FailToWrite(made.error());
    return false;
  }
  std::string path = source::JoinPath(place, project::FileName(project.file_template, text));
  const std::string written_text = project::RevisionText(text);
  if (auto written = context.files().Create(path, written_text); !written) {
    context.FailToWrite(written.error());
    return false;
  }
  if (sum->exists) {
    sum->lines.insert_or_assign(text.id, LineOf(text, written_text, sum->lines));
    if (!WriteSum(context, project, sum->lines)) return false;
  }
  context.Print(path + "\n");
  context.Tell("a new revision after " + (text.parents.empty() ? std::string("base") : base::Join(text.parents, ", ")) +
               (text.merge ? "" : "; say in it what changes, then: migc check"));
  return true;
}

}  // namespace migc::driver
