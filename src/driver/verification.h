// Verification: what `migc verify` finds out about a script or a manifest, step by step, and how it says so.
#pragma once

#include <string>
#include <vector>

#include "context.h"
#include "listing.h"
#include "migc/integrity/manifest.h"
#include "migc/integrity/script_identity.h"
#include "migc/project/project.h"

namespace migc::driver {

// What was found, in the order in which it was looked for.
struct Findings {
  std::string file;  // as it was named
  Json json = Json::object();
  std::vector<std::string> good;  // sentences, for a person
};

// The script has the digest that it carries.
void VerifyWhole(Context& context, const integrity::ScriptIdentity& identity, Findings& findings);
// The project's sources make the same script again.
void VerifyScript(Context& context, const project::Project& project, const std::string& script,
                  const integrity::ScriptIdentity& identity, Findings& findings);

// The files beside the manifest are those that it lists.
void VerifyOutputs(Context& context, const integrity::Manifest& manifest, Findings& findings);
// The project's sources make the same files again, and the same manifest.
void VerifyManifest(Context& context, const project::Project& project, const std::string& text, const integrity::Manifest& manifest,
                    Findings& findings);

// `text` without what would be more than a line, or would look like something else.
std::string ShownLine(const std::string& text);

}  // namespace migc::driver
