#include <algorithm>

#include "commands.h"
#include "migc/base/embedded.h"
#include "migc/base/nearest.h"
#include "migc/base/text.h"

namespace migc::driver {
namespace {

std::string Word(diag::Severity severity) { return severity == diag::Severity::kError ? "error" : "warning"; }

void ListAll(Context& context) {
  std::string text;
  for (const auto& info : diag::AllKinds()) {
    text.append(info.code).append("  ").append(Word(info.severity)).append(": ").append(info.message).append("\n");
  }
  context.Print(text);
}

void RunExplain(Context& context, const std::string& typed) {
  if (typed.empty()) return ListAll(context);
  std::string code = base::UpperAscii(typed);
  const auto& kinds = diag::AllKinds();
  auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const diag::KindInfo& info) { return info.code == code; });
  if (kind == kinds.end()) {
    std::vector<std::string> codes;
    for (const auto& info : kinds) codes.emplace_back(info.code);
    auto nearest = base::NearestName(code, codes);
    auto diagnostic = diag::Make(diag::Kind::kUnknownCode, std::nullopt, typed);
    diagnostic.help = nearest ? "did you mean " + *nearest + "?" : "`migc explain` lists them all";
    return context.Fail(std::move(diagnostic));
  }
  for (const auto& file : embedded::Explanations()) {
    if (file.name == code + ".md") return context.Print(file.text);
  }
  context.Print("# " + code + ": " + std::string(kind->message) + "\n");
}

}  // namespace

Command DefineExplain(CLI::App& parent) {
  auto code = std::make_shared<std::string>();
  auto* app = parent.add_subcommand("explain", "Explain a diagnostic, with an example and what to do; without CODE, list them all");
  app->add_option("code", *code, "as it stands behind the message: M4102")->type_name("CODE");
  return {app, [code](Context& context) { RunExplain(context, *code); }};
}

}  // namespace migc::driver
