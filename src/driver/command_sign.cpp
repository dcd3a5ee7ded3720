#include "commands.h"
#include "context.h"
#include "migc/integrity/signature.h"

namespace migc::driver {
namespace {

constexpr std::uint64_t kMaxSigned = 1U << 30U;

void RunSign(Context& context, const std::string& file, const std::string& key) {
  auto secret = context.files().Read(key, integrity::kMaxKeyFile);
  if (!secret) return context.FailToRead(secret.error());
  auto bytes = context.files().Read(file, kMaxSigned);
  if (!bytes) return context.FailToRead(bytes.error());
  auto signature = integrity::Sign(bytes.value(), secret.value());
  if (!signature) {
    return context.Fail(diag::Make(diag::Kind::kWrongKey, std::nullopt, key, "a secret key")
                            .WithHelp("`migc keygen NAME` writes it as NAME.key, in the PEM form of an Ed25519 key"));
  }
  const std::string path = file + ".sig";
  if (auto written = context.files().WriteWhole(path, *signature); !written) return context.FailToWrite(written.error());
  context.Print(path + "\n");
}

}  // namespace

Command DefineSign(CLI::App& parent) {
  auto file = std::make_shared<std::string>();
  auto key = std::make_shared<std::string>();
  auto* app = parent.add_subcommand("sign", "Sign a file, in FILE.sig beside it");
  app->add_option("file", *file, "a script, the manifest.json of a bundle, or any other")->type_name("FILE")->required();
  app->add_option("--key", *key, "the secret key that `migc keygen` made")->type_name("KEY")->required();
  app->footer(
      "A manifest vouches for the files that it lists, so its signature is one for all of them.\n"
      "Examples:\n"
      "  migc sign deploy.sql --key ~/keys/release.key\n"
      "  migc verify deploy.sql --public-key release.pub       whoever receives it\n");
  return {app, [file, key](Context& context) { RunSign(context, *file, *key); }};
}

}  // namespace migc::driver
