// Manifest: manifest.json: what a set of files was made from, and the SHA-256 of each, so that they can be made again and compared.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "migc/base/result.h"
#include "migc/integrity/named_digest.h"

namespace migc::integrity {

inline constexpr int kManifestFormat = 1;

struct Manifest {
  std::string migc_version;
  std::string dialect;
  std::string target_version;
  std::string direction;          // "upgrade" or "downgrade"
  std::vector<std::string> from;  // revision ids; empty: base
  std::vector<std::string> to;
  // The words after `migc` that make the files again, with every option that changes a byte; what follows -o or --split there is
  // any directory.
  std::vector<std::string> command;
  std::vector<NamedDigest> inputs;   // relative to the project
  std::vector<NamedDigest> outputs;  // beside the manifest, which is not among them
  std::string no_downgrade{};        // why there is no way back among the files; empty: there is one, or none was asked for
  friend bool operator==(const Manifest&, const Manifest&) = default;
};

// The file, with '\n' at its end. The same manifest gives the same bytes.
std::string WriteManifest(const Manifest& manifest);

// The reason when it is none: one that differs in any byte from what WriteManifest writes is none.
base::Result<Manifest> ReadManifest(std::string_view text);

// A file that is not what the manifest says.
struct Mismatch {
  NamedDigest wanted;
  std::string found;   // its SHA-256; empty: it could not be read
  std::string reason;  // why it could not be read
  friend bool operator==(const Mismatch&, const Mismatch&) = default;
};
using ReadBytes = std::function<base::Result<std::string>(const std::string& path)>;
// Those of the files that are not what they are said to be, in the order given.
std::vector<Mismatch> CompareFiles(const std::vector<NamedDigest>& files, const ReadBytes& read);

struct ManifestVerdict {
  std::vector<Mismatch> inputs;
  std::vector<Mismatch> outputs;
  bool Holds() const { return inputs.empty() && outputs.empty(); }
};
ManifestVerdict VerifyManifest(const Manifest& manifest, const ReadBytes& read_input, const ReadBytes& read_output);

}  // namespace migc::integrity
