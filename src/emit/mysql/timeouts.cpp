#include "emit/mysql/timeouts.h"

#include <fmt/format.h>

#include <algorithm>

#include "emit/mysql/probe.h"

namespace migc::emit::mysql {
namespace {

// The first is for metadata, which DDL locks; the second for rows ("Server System Variables" and "InnoDB Startup Options and
// System Variables" of the MySQL 8.0 Reference Manual). A scope holds for the assignments behind it too ("SET Syntax for Variable
// Assignment").
std::string SetLockTimeouts(std::string_view value) {
  return fmt::format("SET SESSION lock_wait_timeout = {0}, innodb_lock_wait_timeout = {0}", value);
}

std::string SetStatementTimeout(std::string_view value) { return fmt::format("SET SESSION max_statement_time = {}", value); }

// Both count in seconds, and 1 is the least.
std::string WholeSeconds(std::int64_t milliseconds) {
  return std::to_string(std::max<std::int64_t>(1, (milliseconds + 999) / 1000));
}

std::string Seconds(std::int64_t milliseconds) {
  std::string text = std::to_string(milliseconds / 1000);
  if (milliseconds % 1000 != 0) text += "." + std::to_string(1000 + milliseconds % 1000).substr(1);
  return text;
}

}  // namespace

void PrintTimeouts(Printer& printer, const ir::SetTimeouts& set) {
  const auto add = [&](std::string sql) { printer.Add(StatementKind::kSql, std::move(sql), std::string(kHarmlessTwice)); };
  if (set.lock_ms && printer.Has(dialect::Capability::kLockTimeout)) {
    add(SetLockTimeouts(WholeSeconds(*set.lock_ms)));
  } else if (set.lock_ms) {
    printer.AddNote(printer.dialect().title + " does not limit how long a statement waits");
  }
  if (!set.statement_ms) return;
  if (printer.Has(dialect::Capability::kStatementTimeout)) {
    add(SetStatementTimeout(Seconds(*set.statement_ms)));
  } else {
    printer.AddNote(printer.dialect().title + " limits the time of queries alone");
  }
}

void ResetTimeouts(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, std::vector<Statement>& statements) {
  const auto reset = [&](std::string sql, auto member) {
    for (const catalog::Step& step : steps) {
      const auto* set = std::get_if<ir::SetTimeouts>(&step.operation.body);
      if (set == nullptr || !(set->*member)) continue;
      Statement statement;
      statement.sql = std::move(sql);
      statement.probe = kHarmlessTwice;
      statement.summary = "timeouts as before";
      statement.origin = step.operation.origin;
      statements.push_back(std::move(statement));
      return;
    }
  };
  if (dialect.Has(dialect::Capability::kLockTimeout)) reset(SetLockTimeouts("DEFAULT"), &ir::SetTimeouts::lock_ms);
  if (dialect.Has(dialect::Capability::kStatementTimeout)) reset(SetStatementTimeout("DEFAULT"), &ir::SetTimeouts::statement_ms);
}

}  // namespace migc::emit::mysql
