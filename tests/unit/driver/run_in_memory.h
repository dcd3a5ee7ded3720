// RunInMemory: a command of migc on files that exist in memory alone, with a back end that prints what it is given.
#pragma once

#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "migc/driver/driver.h"
#include "migc/emit/backend.h"
#include "migc/ir/operation.h"

namespace migc::driver {

// Every operation becomes its one-line summary as a statement; enough to see what reached emit, and in which order.
class SummaryBackend final : public emit::Backend {
 public:
  std::string Value(const ir::Expr& expr, const dialect::Dialect& /*dialect*/) const override { return ir::Describe(expr); }
  explicit SummaryBackend(std::string name) : name_(std::move(name)) {}
  std::string_view name() const override { return name_; }
  void Check(std::span<const catalog::Step>, const dialect::Dialect&, diag::Sink&) const override {}
  emit::RevisionSql Emit(std::span<const catalog::Step> steps, const dialect::Dialect&) const override {
    emit::RevisionSql sql;
    for (const auto& step : steps) {
      emit::Statement statement;
      statement.summary = ir::Summary(step.operation);
      statement.sql = "SELECT '" + statement.summary + "'";
      statement.origin = step.operation.origin;
      sql.statements.push_back(std::move(statement));
    }
    return sql;
  }

 private:
  std::string name_;
};

struct Finished {
  int status = 0;
  std::string out;
  std::string err;
};

class InMemory {
 public:
  InMemory() {
    backends_.push_back(std::make_unique<SummaryBackend>("postgres"));
    backends_.push_back(std::make_unique<SummaryBackend>("sqlite"));
    environment_.files = &files_;
    environment_.new_revision_id = [this] { return "00000000000" + std::to_string(next_id_++); };
    environment_.create_private = [this](const std::string& path, std::string_view text) { return files_.Create(path, text); };
    environment_.now = [] { return std::string("2026-11-22T09:53:01Z"); };
  }

  Finished Run(const std::vector<std::string>& arguments) {
    std::ostringstream out;
    std::ostringstream err;
    std::istringstream in;
    environment_.out = &out;
    environment_.err = &err;
    environment_.in = &in;
    int status = driver::Run(arguments, environment_, backends_);
    return {status, out.str(), err.str()};
  }

  std::string& operator[](const std::string& path) { return files_.files()[path]; }
  bool Has(const std::string& path) const { return files_.IsFile(path); }
  std::map<std::string, std::string>& files() { return files_.files(); }
  std::size_t Count() { return files_.files().size(); }
  Environment& environment() { return environment_; }

  // revision ID after PARENT, with one table of the same name.
  void AddRevision(const std::string& id, const std::string& parents, const std::string& body) {
    files_.files()["migrations/" + id + ".mig"] =
        "revision " + id + " 'Make " + id + "'\n  revises " + parents + ";\n\nupgrade {\n" + body + "}\n";
  }
  void AddTable(const std::string& id, const std::string& parents) {
    AddRevision(id, parents, "  create table t_" + id + " (a integer not null);\n");
  }

 private:
  source::MemoryFileSystem files_;
  Environment environment_;
  std::vector<std::unique_ptr<emit::Backend>> backends_;
  int next_id_ = 1;
};

}  // namespace migc::driver
