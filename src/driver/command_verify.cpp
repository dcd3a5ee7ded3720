#include <fmt/format.h>

#include "commands.h"
#include "migc/integrity/signature.h"
#include "sources.h"
#include "verification.h"

namespace migc::driver {
namespace {

constexpr std::uint64_t kMaxVerified = 1U << 30U;

struct VerifyOptions {
  std::string file;
  std::string public_key;
  std::string signature;  // empty: beside the file
  bool rebuild = false;   // also with a key
  bool json = false;
};

void VerifySignature(Context& context, const VerifyOptions& options, const std::string& bytes, Findings& findings) {
  const std::string path = options.signature.empty() ? options.file + ".sig" : options.signature;
  auto key = context.files().Read(options.public_key, integrity::kMaxKeyFile);
  if (!key) return context.FailToRead(key.error());
  auto id = integrity::KeyId(key.value());
  if (!id) {
    return context.Fail(diag::Make(diag::Kind::kWrongKey, std::nullopt, options.public_key, "a public key")
                            .WithHelp("`migc keygen NAME` writes it as NAME.pub, in the PEM form of an Ed25519 key"));
  }
  auto signature = context.files().Read(path, integrity::kMaxKeyFile);
  if (!signature) return context.FailToRead(signature.error());
  findings.json["key"] = *id;
  const auto wrong = [&](const std::string& why, const std::string& help) {
    findings.json["signature"] = "wrong";
    context.sink().Report(diag::Make(diag::Kind::kWrongSignature, std::nullopt, options.file, why).WithHelp(help));
  };
  switch (integrity::CheckSignature(bytes, signature.value(), key.value())) {
    case integrity::SignatureState::kGood:
      findings.json["signature"] = "good";
      return findings.good.push_back("signed with the key " + id->substr(0, 16));
    case integrity::SignatureState::kNoSignature:
      return wrong(path + " is not a signature as migc writes it", "`migc sign` writes it");
    case integrity::SignatureState::kOtherKey:
      return wrong(path + " was made with another key than " + options.public_key, "take the public key of whoever signed it");
    case integrity::SignatureState::kWrong:
      return wrong(path + " is the signature of other bytes", "do not apply it; take the file as it was signed");
  }
}

void VerifyContents(Context& context, const VerifyOptions& options, const std::string& text, Findings& findings) {
  const bool rebuild = options.public_key.empty() || options.rebuild;
  const bool manifest = text.starts_with('{');
  auto identity = manifest ? std::nullopt : integrity::ReadScriptIdentity(text);
  // Any file can be signed.
  if (!manifest && !identity && !rebuild) return;
  if (!manifest && !identity) {
    context.sink().Report(
        diag::Make(diag::Kind::kCannotVerify, std::nullopt, options.file, "it does not begin as a script of migc does")
            .WithHelp("take the script as it was made; its first lines say what it was made from"));
    return;
  }
  auto read = manifest ? std::optional(integrity::ReadManifest(text)) : std::nullopt;
  if (read && !*read) {
    context.sink().Report(diag::Make(diag::Kind::kCannotVerify, std::nullopt, options.file, read->error().reason)
                              .WithHelp("take the manifest as it was made"));
    return;
  }
  if (identity) VerifyWhole(context, *identity, findings);
  if (read) VerifyOutputs(context, read->value(), findings);
  if (!rebuild) return;
  auto project = OpenProject(context);
  if (!project) return;
  if (identity) VerifyScript(context, *project, text, *identity, findings);
  if (read) VerifyManifest(context, *project, text, read->value(), findings);
}

void RunVerify(Context& context, const VerifyOptions& options) {
  if (options.public_key.empty() && !options.signature.empty()) {
    return context.Fail(diag::Make(diag::Kind::kCommandLine, std::nullopt, "a signature is checked with a key")
                            .WithHelp("say which with --public-key"));
  }
  auto text = context.files().Read(options.file, kMaxVerified);
  if (!text) return context.FailToRead(text.error());
  Findings findings;
  findings.file = options.file;
  findings.json["file"] = options.file;
  findings.json["good"] = false;
  if (!options.public_key.empty()) VerifySignature(context, options, text.value(), findings);
  VerifyContents(context, options, text.value(), findings);
  findings.json["good"] = !context.sink().HasErrors();
  if (options.json) return context.Print(JsonText(findings.json));
  if (context.sink().HasErrors()) return;
  for (const auto& sentence : findings.good) context.Print(options.file + ": " + sentence + "\n");
}

}  // namespace

Command DefineVerify(CLI::App& parent) {
  auto options = std::make_shared<VerifyOptions>();
  auto* app =
      parent.add_subcommand("verify", "Say whether a script is whole, and what its sources make; or whether a file is signed");
  app->add_option("file", options->file, "a script, or the manifest.json of a bundle; with a key any file")
      ->type_name("FILE")
      ->required();
  app->add_option("--public-key", options->public_key,
                  "check the signature in FILE.sig; nothing is made again then, so no project is needed")
      ->type_name("KEY");
  app->add_option("--signature", options->signature, "the signature, when it is not in FILE.sig")->type_name("FILE");
  app->add_flag("--rebuild", options->rebuild, "with a key: make it again from the sources too");
  app->add_flag("--json", options->json, "as JSON");
  app->footer(
      "A script says in its first lines what it was made from, and carries its own SHA-256. It is made again from the sources of "
      "the\n"
      "project, and compared byte for byte. Exit status: 0 when nothing differs, 1 when something does, 2 when it cannot be "
      "tried.\n"
      "Examples:\n"
      "  migc verify deploy.sql                            is it what these sources make?\n"
      "  migc verify release/manifest.json                 the same for every file of a bundle\n"
      "  migc verify deploy.sql --public-key release.pub   is it what was signed? Needs neither sources nor migc.yaml\n");
  return {app, [options](Context& context) { RunVerify(context, *options); }};
}

}  // namespace migc::driver
