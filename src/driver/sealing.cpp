#include "sealing.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <type_traits>
#include <variant>

#include "migc/base/check.h"
#include "migc/base/hash.h"
#include "migc/base/text.h"

namespace migc::driver {
namespace {

void AddNamed(const std::vector<ast::Statement>& statements, std::set<std::string>& names);

void AddName(const std::optional<ast::String>& name, std::set<std::string>& names) {
  if (name && name->text.find("${") == std::string::npos) names.insert(source::NormalPath(name->text));
}

void AddNamed(const ast::Statement& statement, std::set<std::string>& names) {
  std::visit(
      [&](const auto& node) {
        using Node = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, ast::Insert>) {
          AddName(node.csv, names);
        } else if constexpr (std::is_same_v<Node, ast::RawSql>) {
          AddName(node.file, names);
          AddNamed(node.effects, names);
        } else if constexpr (std::is_same_v<Node, ast::ForDialects>) {
          AddNamed(node.body, names);
          AddNamed(node.otherwise, names);
        } else if constexpr (std::is_same_v<Node, ast::NoTransaction>) {
          AddNamed(node.body, names);
        }
      },
      statement.node);
}

void AddNamed(const std::vector<ast::Statement>& statements, std::set<std::string>& names) {
  for (const auto& statement : statements) AddNamed(statement, names);
}

std::vector<std::string> ParentIds(const graph::Revision& revision) {
  std::vector<std::string> ids;
  for (const auto& parent : revision.header.parents) ids.push_back(parent.text);
  return ids;
}

source::Span PlaceOf(const graph::Revision& revision) {
  if (revision.header.id.origin.known) return revision.header.id.origin.span;
  return {revision.header.file, 0, 0};
}

std::string WayOut(const std::string& id) {
  return "undo the edit, and say in a new revision what is to change; when no database has run this one: `migc seal --accept " +
         id + "`";
}

class Comparison {
 public:
  Comparison(Context& context, const project::Project& project, const Sources& sources)
      : context_(context), project_(project), sources_(sources) {}

  void Compare(const std::string& id, const project::SumLine& line) {
    auto node = sources_.graph->Find(id);
    if (!node) {
      context_.sink().Report(
          diag::Make(diag::Kind::kSealedGone, line.span, id)
              .WithHelp("bring its file back from the repository; when no database has run it: `migc seal --accept " + id + "`"));
      return;
    }
    const auto& revision = sources_.graph->At(*node);
    std::string now = base::Sha256(sources_.FileOf(*node).buffer->text());
    if (now != line.sha256) return Edited(id, line, revision, revision.path, line.sha256, now);
    for (const auto& file : line.files) CompareNamed(id, line, revision, file);
    // The same file has the same parents; that the line was written again by hand shows here at the latest.
    if (line.parents == ParentIds(revision)) return;
    context_.sink().Report(
        diag::Make(diag::Kind::kSumSyntax, line.span, fmt::format("revision \"{}\" has other parents than this", id))
            .WithHelp("take the file as it is in the repository, then `migc seal`"));
  }

 private:
  void CompareNamed(const std::string& id, const project::SumLine& line, const graph::Revision& revision,
                    const project::SumFile& file) {
    auto bytes = context_.files().Read(source::JoinPath(project_.root, file.path), kMaxNamedFile);
    std::string now = bytes ? base::Sha256(bytes.value()) : "";
    if (now != file.sha256) Edited(id, line, revision, file.path, file.sha256, now);
  }

  void Edited(const std::string& id, const project::SumLine& line, const graph::Revision& revision, const std::string& path,
              const std::string& then, const std::string& now) {
    auto diagnostic = diag::Make(diag::Kind::kSealedEdited, PlaceOf(revision), id, path)
                          .WithNote(fmt::format("SHA-256 {} when it was sealed, {} now", then, now.empty() ? "gone" : now))
                          .WithHelp(WayOut(id));
    if (line.span) diagnostic.notes.push_back({line.span, "it was sealed here"});
    context_.sink().Report(std::move(diagnostic));
  }

  Context& context_;
  const project::Project& project_;
  const Sources& sources_;
};

}  // namespace

std::optional<OpenedSum> OpenSum(Context& context, const project::Project& project) {
  std::string path = source::JoinPath(project.root, project::kSumName);
  OpenedSum opened;
  if (!context.files().IsFile(path)) return opened;
  auto text = context.files().Read(path, project::kMaxSumBytes);
  if (!text) {
    context.FailToRead(text.error());
    return std::nullopt;
  }
  auto bad_byte = base::FindInvalidUtf8(text.value());
  const auto& buffer = context.buffers().Add(std::string(project::kSumName), std::move(text).value());
  if (bad_byte) {
    context.sink().Report(diag::Make(diag::Kind::kSumSyntax, std::nullopt, std::string(project::kSumName) + " is not UTF-8")
                              .WithHelp("take the file as it is in the repository, then `migc seal`"));
    return std::nullopt;
  }
  auto lines = project::ReadSum(buffer, context.sink());
  if (!lines) return std::nullopt;
  opened.exists = true;
  opened.lines = std::move(*lines);
  return opened;
}

bool WriteSum(Context& context, const project::Project& project, const project::Sum& sum) {
  auto written = context.files().WriteWhole(source::JoinPath(project.root, project::kSumName), project::SumText(sum));
  if (!written) context.FailToWrite(written.error());
  return static_cast<bool>(written);
}

std::vector<std::string> NamedFiles(const ast::File& tree) {
  std::set<std::string> names;
  AddNamed(tree.statements, names);
  if (tree.downgrade) AddNamed(tree.downgrade->statements, names);
  return {names.begin(), names.end()};
}

std::optional<project::SumLine> CurrentLine(Context& context, const project::Project& project, const Sources& sources,
                                            graph::Node node) {
  const auto& file = sources.FileOf(node);
  CHECK(file.tree.has_value());
  project::SumLine line;
  line.parents = ParentIds(sources.graph->At(node));
  line.sha256 = base::Sha256(file.buffer->text());
  for (const auto& path : NamedFiles(*file.tree)) {
    auto bytes = context.files().Read(source::JoinPath(project.root, path), kMaxNamedFile);
    if (!bytes) {
      context.FailToRead(bytes.error());
      return std::nullopt;
    }
    line.files.push_back({path, base::Sha256(bytes.value())});
  }
  return line;
}

bool CheckSum(Context& context, const project::Project& project, const Sources& sources, const project::Sum& sum, bool warn_open,
              const std::vector<std::string>& accepted) {
  auto errors = context.sink().errors();
  Comparison comparison(context, project, sources);
  for (const auto& [id, line] : sum) {
    bool let_be = std::find(accepted.begin(), accepted.end(), id) != accepted.end();
    if (line.Sealed() && !let_be) comparison.Compare(id, line);
  }
  for (const auto& revision : sources.graph->revisions()) {
    auto line = sum.find(revision.header.id.text);
    if (!warn_open || (line != sum.end() && line->second.Sealed())) continue;
    context.sink().Report(diag::Make(diag::Kind::kNotSealed, PlaceOf(revision), revision.header.id.text)
                              .WithHelp("`migc seal` seals it when it is done"));
  }
  return context.sink().errors() == errors;
}

bool CheckSealed(Context& context, const project::Project& project, const Sources& sources, bool warn_open) {
  auto sum = OpenSum(context, project);
  if (!sum) return false;
  return !sum->exists || CheckSum(context, project, sources, sum->lines, warn_open);
}

}  // namespace migc::driver
