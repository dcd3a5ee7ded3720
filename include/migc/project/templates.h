// Templates: the text of the files that migc writes for a person to edit: migc.yaml and a new revision.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migc::project {

struct ConfigTemplate {
  std::string directory = "migrations";
  std::vector<std::string> dialects;
  std::vector<std::string> others;  // that may be chosen too: in comments
};
std::string ConfigText(const ConfigTemplate& config);

struct RevisionTemplate {
  std::string id;
  std::string message;
  std::vector<std::string> parents;  // empty: base
  std::vector<std::string> depends_on;
  std::vector<std::string> labels;
  std::string created;  // "2026-11-22T09:53:01Z", or empty
  bool merge = false;   // its upgrade is meant to be empty
  std::string body;     // its statements, with line ends; empty: for the author to write
  std::optional<std::string> irreversible;
};
std::string RevisionText(const RevisionTemplate& revision);

// The file name for a revision, with its extension. Placeholders: {id} {slug} {year} {month} {day} {hour} {minute} {second}.
std::string FileName(std::string_view file_template, const RevisionTemplate& revision);
// Those that FileName knows, without braces.
const std::vector<std::string>& FileNamePlaceholders();

// "Create accounts!" is "create_accounts"; at most 40 bytes, cut at a word.
std::string Slug(std::string_view message);

// The id as it must stand in a `.mig` file: quoted unless it is letters, digits and '_'.
std::string IdText(std::string_view id);

}  // namespace migc::project
