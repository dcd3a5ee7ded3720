// ScriptIdentity: what a script says of itself in its header: what it was made from, and the digest that shows whether it is whole.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "migc/integrity/named_digest.h"

namespace migc::integrity {

struct ScriptIdentity {
  std::string migc_version;
  std::vector<std::string> command;  // the words after `migc` that make it again
  std::string from;                  // as the header shows the rows
  std::string to;
  std::string digest;                // of itself
  bool whole = false;                // it has the digest that it carries
  std::vector<NamedDigest> sources;  // migrations, and files that they name, relative to the project
  std::vector<NamedDigest> facts;    // files of --dialect-path, as they were given
};

// Nothing when the text does not start as a script of migc does.
std::optional<ScriptIdentity> ReadScriptIdentity(std::string_view script);

// The text with zeros in the place of its digest and of the digest's first 12 digits: what the digest is of.
std::string WithoutDigest(std::string script, const std::string& digest);

struct Difference {
  std::size_t line = 0;  // from 1
  std::string left;      // the line; empty where that text ended before
  std::string right;
  friend bool operator==(const Difference&, const Difference&) = default;
};
// The first line that is not the same; nothing when the texts are.
std::optional<Difference> FirstDifference(std::string_view left, std::string_view right);

// The first line that differs when the digests of the scripts and of their sources do not count; nothing when only those do.
std::optional<Difference> FirstDifference(std::string left, const ScriptIdentity& left_identity, std::string right,
                                          const ScriptIdentity& right_identity);

}  // namespace migc::integrity
