#include "emit/postgres/pending.h"

#include <algorithm>

#include "migc/emit/sql_writer.h"

namespace migc::emit::postgres {
namespace {

const ir::Table* TableIn(const catalog::ObjectPtr& object) {
  const auto* table = object ? std::get_if<catalog::Table>(object.get()) : nullptr;
  return table == nullptr ? nullptr : &table->definition;
}

bool Changes(const catalog::Step& step, const ir::Name& table) {
  return std::ranges::any_of(step.changes, [&](const catalog::Change& change) {
    const ir::Table* before = TableIn(change.before);
    return before != nullptr && before->name == table;
  });
}

}  // namespace

std::vector<Statement> PendingChecks::CheckNow(const std::vector<Waiting>& some, const catalog::Step& step) const {
  std::vector<Statement> statements;
  for (const char* when : {"IMMEDIATE", "DEFERRED"}) {
    SqlWriter out(dialect_);
    out.Keyword("SET CONSTRAINTS");
    for (std::size_t i = 0; i < some.size(); ++i) {
      if (i > 0) out.Comma();
      out.Name(some[i].constraint);
    }
    out.Keyword(when);
    Statement& statement = statements.emplace_back();
    statement.sql = out.Take();
    statement.summary = "rows that wait for a check are checked before their table is changed";
    statement.origin = step.operation.origin;
  }
  return statements;
}

std::vector<Statement> PendingChecks::Before(const catalog::Step& step) {
  std::vector<Waiting> now;
  // What runs outside the transaction ends it, and that checks everything.
  if (step.operation.no_transaction) {
    waiting_.clear();
    return {};
  }
  std::erase_if(waiting_, [&](const Waiting& one) {
    const bool changes = Changes(step, one.table) || Changes(step, one.owner);
    if (changes) now.push_back(one);
    return changes;
  });
  Wait(step);
  return now.empty() ? std::vector<Statement>{} : CheckNow(now, step);
}

// INSERT and UPDATE look for what the rows refer to, UPDATE and DELETE for what refers to them.
void PendingChecks::Wait(const catalog::Step& step) {
  const auto& body = step.operation.body;
  const bool makes = std::holds_alternative<ir::Insert>(body) || std::holds_alternative<ir::Update>(body);
  const bool removes = std::holds_alternative<ir::Update>(body) || std::holds_alternative<ir::Delete>(body);
  const ir::Table* written = (makes || removes) && !step.dependents.empty() ? TableIn(step.dependents.front()) : nullptr;
  if (written == nullptr) return;
  for (const catalog::ObjectPtr& object : step.dependents) {
    const ir::Table* owner = TableIn(object);
    if (owner == nullptr) continue;
    for (const ir::Constraint& constraint : owner->constraints) {
      const auto* key = std::get_if<ir::ForeignKey>(&constraint.body);
      if (key == nullptr || !key->initially_deferred.value_or(false)) continue;
      const bool from = owner == written && makes;
      const bool to = removes && key->table.name == written->name.name;
      if (!from && !to) continue;
      const Waiting waiting{written->name, {owner->name.schema, constraint.name.text, {}}, owner->name};
      const bool there = std::ranges::any_of(waiting_, [&](const Waiting& one) {
        return one.table == waiting.table && one.constraint == waiting.constraint && one.owner == waiting.owner;
      });
      if (!there) waiting_.push_back(waiting);
    }
  }
}

}  // namespace migc::emit::postgres
