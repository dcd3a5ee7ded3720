#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "bundling.h"
#include "commands.h"
#include "migc/bundle/tar.h"
#include "migc/integrity/manifest.h"
#include "migc/integrity/signature.h"

namespace migc::driver {
namespace {

constexpr std::uint64_t kMaxManifest = 256U << 20U;
constexpr std::string_view kSignatureFile = "manifest.json.sig";

struct BundleOptions {
  CompileOptions compile;
  std::string key;
  bool force = false;
};

// Beside the manifest, which vouches for the files that it lists. False when an error was reported.
bool AddSignature(Context& context, const std::string& key, Bundle& bundle) {
  if (key.empty()) return true;
  auto secret = context.files().Read(key, integrity::kMaxKeyFile);
  if (!secret) {
    context.FailToRead(secret.error());
    return false;
  }
  auto signature = integrity::Sign(bundle.files.at(std::string(kManifestFile)), secret.value());
  if (!signature) {
    context.Fail(diag::Make(diag::Kind::kWrongKey, std::nullopt, key, "a secret key")
                     .WithHelp("`migc keygen NAME` writes it as NAME.key, in the PEM form of an Ed25519 key"));
    return false;
  }
  bundle.files[std::string(kSignatureFile)] = std::move(*signature);
  return true;
}

// The files of a bundle that was written to the directory before: what its manifest lists, and nothing else.
std::set<std::string> FilesOfBefore(Context& context, const std::string& directory) {
  std::set<std::string> files;
  auto text = context.files().Read(source::JoinPath(directory, kManifestFile), kMaxManifest);
  if (!text) return files;
  auto manifest = integrity::ReadManifest(text.value());
  if (!manifest) return files;
  for (const auto& output : manifest.value().outputs) files.insert(output.path);
  files.insert(std::string(kManifestFile));
  if (context.files().IsFile(source::JoinPath(directory, kSignatureFile))) files.insert(std::string(kSignatureFile));
  return files;
}

// Takes the place of an earlier bundle, file by file. The manifest goes first and comes last: without one it is no bundle.
base::Status Replace(Context& context, const std::string& directory, const Bundle& bundle) {
  auto before = FilesOfBefore(context, directory);
  const std::string manifest(kManifestFile);
  if (before.erase(manifest) > 0) {
    if (auto removed = context.files().Remove(source::JoinPath(directory, manifest)); !removed) return removed;
  }
  for (const auto& name : before) {
    const std::string path = source::JoinPath(directory, name);
    if (bundle.files.contains(name) || !context.files().IsFile(path)) continue;
    if (auto removed = context.files().Remove(path); !removed) return removed;
  }
  for (const auto& [name, text] : bundle.files) {
    if (name == manifest) continue;
    if (auto written = context.files().WriteWhole(source::JoinPath(directory, name), text); !written) return written;
  }
  return context.files().WriteWhole(source::JoinPath(directory, manifest), bundle.files.at(manifest));
}

void WriteDirectory(Context& context, const BundleOptions& options, const Bundle& bundle) {
  const std::string& directory = options.compile.output;
  std::vector<std::string> held;
  if (context.files().IsDirectory(directory)) {
    auto names = context.files().List(directory);
    if (!names) return context.FailToRead(names.error());
    held = names.value();
  }
  if (held.empty()) {
    if (auto written = context.files().CreateDirectory(directory, bundle.files); !written) context.FailToWrite(written.error());
    return;
  }
  if (!options.force) {
    return context.Fail(diag::Make(diag::Kind::kOutputNotEmpty, std::nullopt, directory, held.front())
                            .WithHelp("give a new directory; --force replaces the bundle in it, and leaves all other files alone"));
  }
  if (auto replaced = Replace(context, directory, bundle); !replaced) context.FailToWrite(replaced.error());
}

void RunBundle(Context& context, const BundleOptions& options) {
  const std::string& output = options.compile.output;
  auto bundle = MakeBundle(context, options.compile);
  if (!bundle || !AddSignature(context, options.key, *bundle)) return;
  const bool tar = output.ends_with(".tar") && !context.files().IsDirectory(output);
  if (tar) {
    auto written = context.files().WriteWhole(output, bundle::Tar(bundle->files));
    if (!written) return context.FailToWrite(written.error());
  } else {
    auto errors = context.sink().errors();
    WriteDirectory(context, options, *bundle);
    if (context.sink().errors() != errors) return;
  }
  if (!bundle->no_downgrade.empty()) context.Tell("there is no downgrade.sql: " + bundle->no_downgrade);
  context.Tell(fmt::format("migc wrote {} files for {} {} and touched no database; begin with README.txt in {}",
                           bundle->files.size(), bundle->dialect.title, dialect::Text(bundle->dialect.target), output));
}

}  // namespace

Command DefineBundle(CLI::App& parent) {
  auto options = std::make_shared<BundleOptions>();
  auto& request = options->compile.request;
  auto* app = parent.add_subcommand(
      "bundle", "Write all that a change ticket needs: the upgrade, the way back, and what to ask before and after");
  app->add_option("--from", request.from, "where the database is: base, a revision id, head, @production …")
      ->type_name("REV")
      ->required();
  app->add_option("--to", request.to, "where it shall be: head, heads, a revision id …")->type_name("REV")->required();
  app->add_option("-o,--output", options->compile.output,
                  "a new directory, whole or not at all; or one file, when its name ends in .tar")
      ->type_name("DIR|FILE.tar")
      ->required();
  AddScriptOptions(*app, options->compile);
  app->add_option("--sign", options->key, "sign the manifest, which vouches for all files, with the secret key of `migc keygen`")
      ->type_name("KEY");
  app->add_flag("--force", options->force, "replace the bundle that is in the directory; other files stay");
  app->footer(
      "upgrade.sql and downgrade.sql are what `migc compile` writes. preflight.sql asks, days before, whether the data will let "
      "the\n"
      "upgrade through; verify.sql asks after it whether everything is as it should be; status.sql says where a database is. "
      "These\n"
      "change nothing. abort.sql leads back from wherever the upgrade stopped, or says why it cannot. README.txt says what to run "
      "in\n"
      "which order, and manifest.json what everything was made from, so that `migc verify` can make it again and compare.\n"
      "Examples:\n"
      "  migc bundle --from 1975ea83b712 --to head --dialect postgres -o release-7\n"
      "  migc bundle --from @production --to head -o release-7.tar --sign ~/keys/release.key\n"
      "  migc verify release-7/manifest.json                            is it what these sources make?\n"
      "  migc verify release-7/manifest.json --public-key release.pub   is it what was signed?\n");
  return {app, [options](Context& context) { RunBundle(context, *options); }};
}

}  // namespace migc::driver
