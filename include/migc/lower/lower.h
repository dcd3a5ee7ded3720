// Lower: the syntax tree of one file becomes its operations for one dialect: names, types, expressions, dialect choices.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "migc/ast/ast.h"
#include "migc/base/result.h"
#include "migc/diag/sink.h"
#include "migc/ir/revision.h"
#include "migc/source/buffers.h"

namespace migc::lower {

// A placeholder that was declared; without a value its use is an error.
using Variables = std::map<std::string, std::optional<std::string>>;

struct Options {
  // The dialect compiled for, then those it extends: {"mariadb", "mysql"}. Choices go to the first that is named.
  std::vector<std::string> lineage;
  // Every dialect that may be named in a file; another is an error with a suggestion.
  std::vector<std::string> known_dialects;
  // The dialects of the project with their lineages: a statement that none of them is left with is a warning.
  std::vector<std::vector<std::string>> configured;
  Variables variables;
  // Reads a csv or sql file named in a `.mig` file, by its path relative to the project. It stays good for the run.
  std::function<base::Result<const source::Buffer*>(const std::string& path)> read_file;
};

// The header alone, which no dialect has a say in. Nothing when an error was reported.
std::optional<ir::Header> LowerHeader(const ast::File& file, diag::Sink& sink);

// Nothing when an error was reported.
std::optional<ir::Revision> LowerRevision(const ast::File& file, const Options& options, diag::Sink& sink);

// The operations that a model file declares, in its order.
std::optional<std::vector<ir::Operation>> LowerModel(const ast::File& file, const Options& options, diag::Sink& sink);

}  // namespace migc::lower
