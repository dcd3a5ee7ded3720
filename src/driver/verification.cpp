#include "verification.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "migc/base/hash.h"
#include "migc/base/text.h"
#include "rebuild.h"

namespace migc::driver {
namespace {

constexpr std::uint64_t kMaxSource = 256U << 20U;
constexpr std::string_view kManifestName = "manifest.json";

diag::Diagnostic CannotVerify(const std::string& file, const std::string& why, const std::string& help) {
  return diag::Make(diag::Kind::kCannotVerify, std::nullopt, file, why).WithHelp(help);
}

// The first error that the command gave, without the word.
std::string FirstError(const std::string& err) {
  for (auto line : base::SplitLines(err)) {
    if (line.find("error: ") != std::string_view::npos) return std::string(line);
  }
  return "it gave no reason";
}

// What the command makes now; nothing when an error was reported.
std::optional<Rebuilt> Again(Context& context, const project::Project& project, const std::vector<std::string>& command,
                             const Findings& findings) {
  if (command.empty() || !MakesScripts(command.front())) {
    context.sink().Report(CannotVerify(findings.file, "it was made by no command that makes scripts",
                                       "its header was changed; take the file as it was made"));
    return std::nullopt;
  }
  auto rebuilt = RunAgain(context, project, command);
  if (rebuilt.status == kOk) return rebuilt;
  context.sink().Report(CannotVerify(findings.file, "`migc " + ShownLine(base::Join(command, " ")) + "` fails with these sources",
                                     "take the sources as they were when it was made")
                            .WithNote(ShownLine(FirstError(rebuilt.err))));
  if (rebuilt.status == kOutsideWrong) context.BlameOutside();
  return std::nullopt;
}

void ReportChanged(Context& context, const std::vector<integrity::Mismatch>& mismatches, Findings& findings) {
  Json list = Json::array();
  for (const auto& mismatch : mismatches) {
    auto diagnostic = diag::Make(diag::Kind::kSourceChanged, std::nullopt, mismatch.wanted.path, findings.file)
                          .WithHelp("compare the two in the history of the repository");
    diagnostic.notes.push_back({std::nullopt, fmt::format("SHA-256 {} then, {} now", mismatch.wanted.sha256,
                                                          mismatch.found.empty() ? mismatch.reason : mismatch.found)});
    context.sink().Report(std::move(diagnostic));
    Json json;
    json["file"] = mismatch.wanted.path;
    json["then"] = mismatch.wanted.sha256;
    if (mismatch.found.empty()) {
      json["now"] = nullptr;
    } else {
      json["now"] = mismatch.found;
    }
    list.push_back(std::move(json));
  }
  findings.json["changed_sources"] = std::move(list);
}

void ReportDifference(Context& context, const std::string& file, const integrity::Difference& difference, bool older,
                      Findings& findings) {
  context.sink().Report(diag::Make(diag::Kind::kNotIdentical, std::nullopt, file, difference.line)
                            .WithNote("the file:    " + ShownLine(difference.left))
                            .WithNote("the sources: " + ShownLine(difference.right))
                            .WithHelp(older ? "it was made by another version of migc; that version verifies it"
                                            : "it was changed after it was made, or its sources were, or an option is another"));
  Json json;
  json["file"] = file;
  json["line"] = difference.line;
  json["in_file"] = difference.left;
  json["in_sources"] = difference.right;
  findings.json["difference"] = std::move(json);
}

integrity::ReadBytes ReaderOf(Context& context, const std::string& directory) {
  return [&context, directory](const std::string& path) {
    return context.files().Read(source::JoinPath(directory, path), kMaxSource);
  };
}

// The one of a split compilation that goes the same way.
const std::string* SameWay(const Rebuilt& rebuilt, const integrity::ScriptIdentity& identity) {
  for (const auto& [name, text] : rebuilt.files) {
    auto other = integrity::ReadScriptIdentity(text);
    if (other && other->from == identity.from && other->to == identity.to) return &text;
  }
  return nullptr;
}

}  // namespace

std::string ShownLine(const std::string& text) {
  constexpr std::size_t kLongest = 160;
  std::string shown;
  for (char c : base::ClipUtf8(text, kLongest)) shown += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  return text.size() > kLongest ? shown + " …" : shown;
}

void VerifyWhole(Context& context, const integrity::ScriptIdentity& identity, Findings& findings) {
  findings.json["kind"] = "script";
  findings.json["made_by"] = identity.migc_version;
  findings.json["command"] = identity.command;
  findings.json["sha256"] = identity.digest;
  findings.json["whole"] = identity.whole;
  if (identity.whole) return findings.good.push_back("whole: it has the SHA-256 that it carries");
  context.sink().Report(diag::Make(diag::Kind::kChangedSinceMade, std::nullopt, findings.file,
                                   "its SHA-256 is not the one that it carries, " + identity.digest)
                            .WithHelp("do not apply it; take the file as it was made"));
}

void VerifyScript(Context& context, const project::Project& project, const std::string& script,
                  const integrity::ScriptIdentity& identity, Findings& findings) {
  findings.json["identical"] = false;
  auto mismatches = integrity::CompareFiles(identity.sources, ReaderOf(context, project.root));
  auto facts = integrity::CompareFiles(identity.facts, ReaderOf(context, "."));
  mismatches.insert(mismatches.end(), facts.begin(), facts.end());
  ReportChanged(context, mismatches, findings);
  auto rebuilt = Again(context, project, identity.command, findings);
  if (!rebuilt) return;
  const std::string* again = rebuilt->files.empty() ? &rebuilt->out : SameWay(*rebuilt, identity);
  if (again != nullptr && *again == script) {
    findings.json["identical"] = true;
    return findings.good.push_back("identical to what migc " + identity.migc_version + " makes of these sources by `migc " +
                                   ShownLine(base::Join(identity.command, " ")) + "`");
  }
  auto other = again == nullptr ? std::nullopt : integrity::ReadScriptIdentity(*again);
  if (!other) {
    context.sink().Report(CannotVerify(findings.file, "its command makes no script from " + identity.from + " to " + identity.to,
                                       "its header was changed; take the file as it was made"));
    return;
  }
  auto difference = integrity::FirstDifference(script, identity, *again, *other);
  // Nothing else differs than digests: of what was reported already, or of the script, that somebody has changed.
  if (!difference) difference = integrity::FirstDifference(script, *again);
  const bool older = other->migc_version != identity.migc_version;
  ReportDifference(context, findings.file, *difference, older, findings);
}

void VerifyOutputs(Context& context, const integrity::Manifest& manifest, Findings& findings) {
  findings.json["kind"] = "manifest";
  findings.json["made_by"] = manifest.migc_version;
  findings.json["command"] = manifest.command;
  auto mismatches = integrity::CompareFiles(manifest.outputs, ReaderOf(context, source::DirectoryOf(findings.file)));
  findings.json["whole"] = mismatches.empty();
  Json changed = Json::array();
  for (const auto& mismatch : mismatches) {
    context.sink().Report(
        diag::Make(diag::Kind::kChangedSinceMade, std::nullopt, mismatch.wanted.path,
                   mismatch.found.empty() ? mismatch.reason : "its SHA-256 is not the one that " + findings.file + " has for it")
            .WithHelp("do not apply it; take the file as it was made"));
    changed.push_back(mismatch.wanted.path);
  }
  findings.json["changed_files"] = std::move(changed);
  if (mismatches.empty()) {
    findings.good.push_back(fmt::format("whole: its {} file{} are as they were made", manifest.outputs.size(),
                                        manifest.outputs.size() == 1 ? "" : "s"));
  }
}

void VerifyManifest(Context& context, const project::Project& project, const std::string& text, const integrity::Manifest& manifest,
                    Findings& findings) {
  findings.json["identical"] = false;
  ReportChanged(context, integrity::CompareFiles(manifest.inputs, ReaderOf(context, project.root)), findings);
  auto rebuilt = Again(context, project, manifest.command, findings);
  if (!rebuilt) return;
  auto errors = context.sink().errors();
  std::vector<integrity::NamedDigest> files = manifest.outputs;
  if (rebuilt->files.contains(std::string(kManifestName))) files.push_back({std::string(kManifestName), base::Sha256(text)});
  for (const auto& file : files) {
    auto made = rebuilt->files.find(file.path);
    if (made == rebuilt->files.end()) {
      context.sink().Report(CannotVerify(file.path, "the command of " + findings.file + " does not make it",
                                         "the manifest was changed; take the files as they were made"));
      continue;
    }
    if (base::Sha256(made->second) == file.sha256) continue;
    auto bytes = file.path == kManifestName ? base::Result<std::string>(text)
                                            : ReaderOf(context, source::DirectoryOf(findings.file))(file.path);
    auto difference = integrity::FirstDifference(bytes ? bytes.value() : std::string(), made->second);
    if (difference) ReportDifference(context, file.path, *difference, false, findings);
  }
  for (const auto& [name, made] : rebuilt->files) {
    bool listed = name == kManifestName;
    for (const auto& file : files) listed = listed || file.path == name;
    if (listed) continue;
    context.sink().Report(CannotVerify(findings.file, "its command makes " + name + " too, which it does not list",
                                       "the manifest was changed; take the files as they were made"));
  }
  if (context.sink().errors() != errors || !findings.json["changed_sources"].empty()) return;
  findings.json["identical"] = true;
  findings.good.push_back("identical to what migc " + manifest.migc_version + " makes of these sources by `migc " +
                          ShownLine(base::Join(manifest.command, " ")) + "`");
}

}  // namespace migc::driver
