// Pipeline: a project in memory, compiled by the driver in this process; and the catalog that the script should lead to.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "migc/catalog/catalog.h"
#include "migc/dialect/dialect.h"
#include "migc/emit/backend.h"
#include "support/memory_run.h"

namespace migc::support {

struct Compiled {
  bool ok = false;
  std::string text;         // the script
  std::string diagnostics;  // errors, or warnings beside the script
};

// The schema at a revision, with the facts of the dialect that it was replayed for.
struct SchemaAt {
  dialect::Dialect dialect;
  catalog::Catalog catalog;
  const emit::Backend* backend;
};

class MemoryProject {
 public:
  // `files` by path, migc.yaml among them.
  explicit MemoryProject(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  // `migc compile --from FROM --to TO --dialect DIALECT [--target-version VERSION] …`
  Compiled Compile(const std::string& from, const std::string& to, const std::string& dialect, const std::string& version = "",
                   const std::vector<std::string>& more = {}) const;
  // The catalog at `target` ("base" too). Throws when the sources are wrong.
  SchemaAt At(const std::string& target, const std::string& dialect, const std::string& version = "") const;

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace migc::support
