// NamedDigest: a file by its path and its SHA-256.
#pragma once

#include <string>

namespace migc::integrity {

struct NamedDigest {
  std::string path;
  std::string sha256;
  friend bool operator==(const NamedDigest&, const NamedDigest&) = default;
};

}  // namespace migc::integrity
