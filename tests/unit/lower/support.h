// What the tests of lowering share: a project in memory, and a revision's text taken as far as its operations.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "migc/ir/dump.h"
#include "migc/lower/lower.h"
#include "migc/parse/parse.h"

namespace migc::lower {

class Project {
 public:
  Project() {
    known_ = {"mariadb", "mysql", "postgres", "sqlite"};
    configured = {{"postgres"}, {"mariadb", "mysql"}};
  }

  std::map<std::string, std::string> files;  // that `.mig` files may name
  Variables variables;
  std::vector<std::vector<std::string>> configured;
  std::vector<std::string> lineage = {"postgres"};
  diag::Sink sink;

  // A whole file.
  std::optional<ir::Revision> Lower(std::string text) {
    const std::optional<ast::File> tree = parse::BuildFile(buffers_.Add("test.mig", std::move(text)), sink);
    return tree ? LowerRevision(*tree, MakeOptions(), sink) : std::nullopt;
  }
  // The statements of an upgrade.
  std::optional<ir::Revision> LowerStatements(std::string_view statements) {
    return Lower("revision a1 revises base; upgrade {\n" + std::string(statements) + "\n}");
  }
  std::optional<std::vector<ir::Operation>> LowerModelText(std::string text) {
    const std::optional<ast::File> tree = parse::BuildModel(buffers_.Add("schema.mig", std::move(text)), sink);
    return tree ? LowerModel(*tree, MakeOptions(), sink) : std::nullopt;
  }
  // The operations as dumped, or what was reported.
  std::string DumpOf(std::string_view statements) {
    const std::optional<ir::Revision> revision = LowerStatements(statements);
    std::string out;
    if (!revision) return Reports();
    for (const ir::Operation& operation : revision->upgrade) out += ir::Dump(operation);
    return out;
  }

  // A line for each: "M2104 the text at the place".
  std::string Reports() const {
    std::string out;
    for (const diag::Diagnostic& one : sink.Sorted()) {
      out += std::string(diag::InfoOf(one.kind).code) + " " + TextAt(one.span) + "\n";
    }
    return out;
  }
  std::string TextAt(const std::optional<source::Span>& span) const {
    return span ? std::string(buffers_.Get(span->file).Text(*span)) : "";
  }

 private:
  Options MakeOptions() {
    Options options;
    options.lineage = lineage;
    options.known_dialects = known_;
    options.configured = configured;
    options.variables = variables;
    options.read_file = [this](const std::string& path) -> base::Result<const source::Buffer*> {
      const auto found = files.find(path);
      if (found == files.end()) return base::Error{path, "no such file"};
      return &buffers_.Add(path, found->second);
    };
    return options;
  }

  source::Buffers buffers_;
  std::vector<std::string> known_;
};

}  // namespace migc::lower
