#include "sources.h"

#include "lowering.h"
#include "migc/base/text.h"
#include "migc/lower/lower.h"
#include "migc/parse/parse.h"

namespace migc::driver {
namespace {

// A little more than parse takes, so that it is parse that says so, with the place.
constexpr std::uint64_t kMaxRead = 2 * parse::kMaxFileBytes;

diag::Diagnostic NoProject() {
  return diag::Make(diag::Kind::kNoProject, std::nullopt)
      .WithHelp("`migc init` starts a project in this directory; `-c FILE` names a migc.yaml that is elsewhere");
}

void ReadFile(Context& context, const project::Project& project, const std::string& path, Reading reading, Lowering* lowering,
              Sources& sources) {
  auto text = context.files().Read(source::JoinPath(project.root, path), kMaxRead);
  if (!text) return context.FailToRead(text.error());
  auto bad_byte = base::FindInvalidUtf8(text.value());
  const auto& buffer = context.buffers().Add(path, std::move(text).value());
  SourceFile file;
  file.buffer = &buffer;
  if (bad_byte) {
    auto at = static_cast<std::uint32_t>(*bad_byte);
    context.sink().Report(
        diag::Make(diag::Kind::kNotUtf8, source::Span{buffer.id(), at, at + 1}, *bad_byte).WithHelp("save the file as UTF-8"));
  } else {
    file.tree =
        reading == Reading::kHeaders ? parse::BuildHeader(buffer, context.sink()) : parse::BuildFile(buffer, context.sink());
  }
  if (file.tree) file.header = lower::LowerHeader(*file.tree, context.sink());
  if (lowering != nullptr) {
    lowering->Add(file);
    file.tree.reset();
  }
  sources.files.push_back(std::move(file));
}

}  // namespace

std::optional<project::Project> OpenProject(Context& context) {
  std::string config = context.globals().config;
  if (config.empty()) {
    auto found = project::FindConfig(context.files());
    if (!found && context.files().IsDirectory("migrations")) return project::DefaultProject(".");
    if (!found) {
      context.Fail(NoProject());
      return std::nullopt;
    }
    config = *found;
  }
  auto text = context.files().Read(config, project::kMaxConfigBytes);
  if (!text) {
    context.FailToRead(text.error());
    return std::nullopt;
  }
  auto bad_byte = base::FindInvalidUtf8(text.value());
  const auto& buffer = context.buffers().Add(config, std::move(text).value());
  if (bad_byte) {
    auto at = static_cast<std::uint32_t>(*bad_byte);
    context.Fail(diag::Make(diag::Kind::kConfigSyntax, source::Span{buffer.id(), at, at + 1}, "it is not UTF-8"));
    return std::nullopt;
  }
  auto project = project::ReadProject(buffer, source::DirectoryOf(config), context.sink());
  if (!project) context.BlameOutside();
  return project;
}

Sources ReadSources(Context& context, const project::Project& project, Reading reading, Lowering* lowering) {
  Sources sources;
  auto paths = project::ListMigrations(project, context.files());
  if (!paths) {
    context.FailToRead(paths.error());
    return sources;
  }
  const auto& all = paths.value();
  sources.files.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    context.Progress("reading", i, all.size());
    ReadFile(context, project, all[i], reading, lowering, sources);
  }
  return sources;
}

bool LinkSources(Context& context, Sources& sources) {
  if (context.sink().HasErrors()) return false;
  std::vector<graph::Revision> revisions;
  std::map<source::FileId, std::size_t> index_of_file;
  for (std::size_t i = 0; i < sources.files.size(); ++i) {
    graph::Revision revision;
    revision.header = *std::move(sources.files[i].header);
    revision.path = sources.files[i].buffer->path();
    revisions.push_back(std::move(revision));
    index_of_file[sources.files[i].buffer->id()] = i;
  }
  sources.graph = graph::BuildGraph(std::move(revisions), context.sink());
  if (!sources.graph) return false;
  for (const auto& revision : sources.graph->revisions()) sources.file_of_node.push_back(index_of_file.at(revision.header.file));
  return true;
}

std::optional<Sources> OpenGraph(Context& context, const project::Project& project) {
  auto sources = ReadSources(context, project, Reading::kHeaders);
  if (!LinkSources(context, sources)) return std::nullopt;
  return sources;
}

}  // namespace migc::driver
