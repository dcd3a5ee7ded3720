// Chain: `.mig` statements through parse, lower, replay and the MySQL back end, as a test wants them: one text in, SQL out.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emit/mysql/backend.h"
#include "migc/base/embedded.h"
#include "migc/catalog/replay.h"
#include "migc/diag/render.h"
#include "migc/lower/lower.h"
#include "migc/parse/parse.h"

namespace migc::emit::mysql::testing {

class Chain {
 public:
  explicit Chain(const std::string& name = "mysql", const std::string& version = "8.4") : catalog_(RulesOfMysql()) {
    Use(name, version);
  }

  // One revision. Its statements come out empty when anything was refused; Codes() then says what.
  RevisionSql Apply(const std::string& statements) {
    sink_ = {};
    steps_.clear();
    const std::optional<std::vector<catalog::Step>> steps = Replay(statements);
    if (!steps) return {};
    return EmitSteps(*steps);
  }

  // The derived downgrade of the last revision, applied.
  RevisionSql Undo() {
    const std::optional<std::vector<ir::Operation>> operations = catalog::DowngradeOf(revision_, steps_, sink_);
    if (!operations) return {};
    const std::optional<std::vector<catalog::Step>> steps = catalog::ApplyOperations(catalog_, *operations, sink_);
    if (!steps) return {};
    return EmitSteps(*steps);
  }

  // "M5201", in the order of their places.
  std::vector<std::string> Codes() const {
    std::vector<std::string> codes;
    for (const diag::Diagnostic& diagnostic : sink_.Sorted()) codes.emplace_back(diag::InfoOf(diagnostic.kind).code);
    return codes;
  }
  std::string Diagnostics() const { return diag::RenderText(sink_.Sorted(), buffers_, {}); }
  bool HasErrors() const { return sink_.HasErrors(); }
  const dialect::Dialect& dialect() const { return *dialect_; }

 private:
  void Use(const std::string& name, const std::string& version) {
    dialect::Sources sources;
    for (const std::string& one : dialect::BuiltinNames()) {
      sources[one] = &buffers_.Add(one + ".yaml", std::string(*dialect::BuiltinText(one)));
    }
    dialect_ = dialect::LoadDialect(name, dialect::ParseVersion(version), sources, sink_);
    EXPECT_TRUE(dialect_) << Diagnostics();
  }

  static catalog::Rules RulesOfMysql() {
    catalog::Rules rules;
    rules.max_identifier = 64;
    rules.identifier_in_characters = true;
    rules.case_insensitive_names = true;
    rules.index_names_per_table = true;
    rules.column_positions = true;
    return rules;
  }

  std::optional<std::vector<catalog::Step>> Replay(const std::string& statements) {
    const std::string text = "revision r 'r'\n  revises base;\nupgrade {\n" + statements + "\n}\n";
    const auto file = parse::BuildFile(buffers_.Add("r.mig", text), sink_);
    if (!file) return std::nullopt;
    lower::Options options;
    options.lineage = dialect_->lineage;
    options.known_dialects = {"mariadb", "mysql", "postgres"};
    options.configured = {dialect_->lineage};
    std::optional<ir::Revision> revision = lower::LowerRevision(*file, options, sink_);
    if (!revision) return std::nullopt;
    revision_ = std::move(*revision);
    return catalog::ApplyOperations(catalog_, revision_.upgrade, sink_);
  }

  RevisionSql EmitSteps(const std::vector<catalog::Step>& steps) {
    steps_ = steps;
    const std::unique_ptr<Backend> backend = MakeBackend();
    backend->Check(steps_, *dialect_, sink_);
    if (sink_.HasErrors()) return {};
    return backend->Emit(steps_, *dialect_);
  }

  source::Buffers buffers_;
  diag::Sink sink_;
  std::optional<dialect::Dialect> dialect_;
  catalog::Catalog catalog_;
  ir::Revision revision_;
  std::vector<catalog::Step> steps_;
};

// The statements one below the other, each with its `;`; `require` and `note` say what they are.
inline std::string Text(const RevisionSql& revision) {
  std::string text;
  for (const Statement& statement : revision.statements) {
    if (statement.kind == StatementKind::kNote) {
      text += "note: " + statement.summary + "\n";
    } else {
      if (statement.kind == StatementKind::kRequire) text += "require ";
      text += statement.sql + ";\n";
    }
  }
  return text;
}

}  // namespace migc::emit::mysql::testing
