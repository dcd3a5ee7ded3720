#include "commands.h"
#include "context.h"
#include "migc/integrity/signature.h"

namespace migc::driver {
namespace {

void RunKeygen(Context& context, const std::string& name) {
  const std::string secret = name + ".key";
  const std::string open = name + ".pub";
  // Before anything is written: half a pair is of no use.
  for (const auto& path : {secret, open}) {
    if (context.files().IsFile(path)) return context.FailToWrite({path, "it is there already; a key is never replaced"});
  }
  const auto keys = integrity::MakeKeys();
  if (auto written = context.environment().create_private(secret, keys.secret); !written)
    return context.FailToWrite(written.error());
  if (auto written = context.files().Create(open, keys.open); !written) return context.FailToWrite(written.error());
  context.Print(secret + "\n" + open + "\n");
  context.Tell("keep " + secret + " secret: who has it can sign; give " + open + " to those who verify");
}

}  // namespace

Command DefineKeygen(CLI::App& parent) {
  auto name = std::make_shared<std::string>("migc");
  auto* app = parent.add_subcommand("keygen", "Make a pair of keys (Ed25519): NAME.key to sign with, and NAME.pub to verify with");
  app->add_option("name", *name, "the path of the two files, without .key and .pub (migc)")->type_name("NAME");
  app->footer(
      "NAME.key can be read by you alone, and belongs into no repository. Both are PEM, as OpenSSL reads and writes them. A key "
      "that is\n"
      "there is never replaced.\n"
      "Examples:\n  migc keygen ~/keys/release\n");
  return {app, [name](Context& context) { RunKeygen(context, *name); }};
}

}  // namespace migc::driver
