// Script samples: a small chain with its SQL written by hand, for tests of what the script puts around it.
#pragma once

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "migc/dialect/dialect.h"
#include "migc/script/script.h"
#include "migc/source/buffers.h"

namespace migc::support {

// The facts that the script asks for, of a dialect with this tool.
inline dialect::Dialect FactsFor(dialect::Tool tool) {
  dialect::Dialect dialect;
  dialect.tool = tool;
  if (tool == dialect::Tool::kPsql) {
    dialect.name = "postgres";
    dialect.title = "PostgreSQL";
    dialect.target = {15, 0, 0};
    dialect.default_schema = "public";
    dialect.capabilities = {dialect::Capability::kTransactionalDdl, dialect::Capability::kSchemas,
                            dialect::Capability::kAdvisoryLocks, dialect::Capability::kDoBlocks};
  } else if (tool == dialect::Tool::kSqlplus) {
    dialect.name = "oracle";
    dialect.title = "Oracle";
    dialect.target = {19, 0, 0};
    dialect.case_rule = dialect::CaseRule::kUpper;
    dialect.lexical.q_quotes = true;
    dialect.lexical.plsql_units = true;
  } else {
    dialect.name = "sqlite";
    dialect.title = "SQLite";
    dialect.target = {3, 40, 0};
    dialect.case_rule = dialect::CaseRule::kInsensitive;
    dialect.default_schema = "main";
    dialect.capabilities = {dialect::Capability::kTransactionalDdl};
  }
  dialect.lineage = {dialect.name};
  dialect.backend = dialect.name;
  return dialect;
}

inline emit::Statement Sql(std::string sql, std::string summary = "run raw SQL") {
  emit::Statement statement;
  statement.sql = std::move(sql);
  statement.summary = std::move(summary);
  return statement;
}

inline emit::Statement Require(std::string query, std::string message, bool up_front) {
  emit::Statement statement = Sql(std::move(query), "require: " + message);
  statement.kind = emit::StatementKind::kRequire;
  statement.message = std::move(message);
  statement.up_front = up_front;
  return statement;
}

// Owns what an Input borrows, and grows a linear chain.
class Sample {
 public:
  explicit Sample(dialect::Tool tool) : dialect_(FactsFor(tool)) {
    input_.dialect = &dialect_;
    input_.buffers = &buffers_;
    input_.direction = graph::Direction::kUpgrade;
    input_.options.migc_version = "0.1.0";
  }
  Sample(const Sample&) = delete;
  Sample& operator=(const Sample&) = delete;

  // A revision after the last one; each statement points at a line of its file.
  Sample& Add(const std::string& id, const std::string& message, std::vector<emit::Statement> statements) {
    script::RevisionPart part;
    part.id = id;
    part.message = message;
    part.parents = input_.to;
    part.path = "migrations/" + id + ".mig";
    part.sha256 = std::string(63, 'a') + std::to_string(input_.revisions.size() % 10);
    part.heads_before = input_.to;
    part.step.direction = graph::Direction::kUpgrade;
    part.step.heads = {id};
    part.step.rows = {input_.to.empty() ? graph::RowChange{graph::RowAction::kInsert, "", id}
                                        : graph::RowChange{graph::RowAction::kUpdate, input_.to.front(), id}};
    std::string text(statements.size(), '\n');
    const source::FileId file = buffers_.Add(part.path, std::move(text)).id();
    for (std::size_t i = 0; i < statements.size(); ++i) {
      const auto at = static_cast<std::uint32_t>(i);
      statements[i].origin = source::Span{file, at, at + 1};
    }
    part.sql.statements = std::move(statements);
    input_.to = {id};
    input_.revisions.push_back(std::move(part));
    return *this;
  }

  dialect::Dialect& dialect() { return dialect_; }
  script::Input& input() { return input_; }
  script::RevisionPart& last() { return input_.revisions.back(); }
  std::string Script() const { return script::AssembleScript(input_); }

  // The part of the chain after `from`, as a script of its own.
  Sample& StartAfter(const std::string& from) {
    while (!input_.revisions.empty() && input_.revisions.front().heads_before != std::vector<std::string>{from}) {
      input_.revisions.erase(input_.revisions.begin());
    }
    input_.from = {from};
    return *this;
  }

 private:
  dialect::Dialect dialect_;
  source::Buffers buffers_;
  script::Input input_;
};

}  // namespace migc::support
