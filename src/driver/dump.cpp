#include "dump.h"

#include <fmt/format.h>

#include "migc/ast/dump.h"
#include "migc/base/text.h"
#include "migc/ir/dump.h"

namespace migc::driver {
namespace {

std::string RowText(const graph::RowChange& row) {
  switch (row.action) {
    case graph::RowAction::kInsert:
      return "insert " + row.to;
    case graph::RowAction::kUpdate:
      return "update " + row.from + " to " + row.to;
    case graph::RowAction::kDelete:
      return "delete " + row.from;
  }
  return {};
}

// Text that a person may read line by line: what it holds of lines is indented.
std::string Indented(std::string_view text) {
  std::string out;
  for (auto line : base::SplitLines(text)) out.append(line.empty() ? "" : "    ").append(line).append("\n");
  return out;
}

std::string StatementText(const emit::Statement& statement) {
  std::string out = "  " + (statement.summary.empty() ? std::string("statement") : statement.summary);
  if (statement.no_transaction) out += " [outside a transaction]";
  if (statement.loses_data) out += " [loses data]";
  if (statement.up_front) out += " [up front]";
  out += "\n";
  switch (statement.kind) {
    case emit::StatementKind::kSql:
    case emit::StatementKind::kBody:
      return out + Indented(statement.sql.ends_with(';') ? statement.sql : statement.sql + ";");
    case emit::StatementKind::kRequire:
      return out + Indented("require " + statement.sql) + Indented("else " + statement.message);
    case emit::StatementKind::kNote:
      return out;
  }
  return out;
}

}  // namespace

std::string_view Word(graph::Direction direction) { return direction == graph::Direction::kUpgrade ? "upgrade" : "downgrade"; }

std::string RowsText(const std::vector<std::string>& rows) { return rows.empty() ? "base" : base::Join(rows, ", "); }

std::string DumpParse(const Sources& sources) {
  std::string out;
  for (const auto& file : sources.files) {
    out += "# " + file.buffer->path() + "\n";
    if (file.tree) out += ast::Dump(*file.tree);
  }
  return out;
}

std::string DumpLower(const Compilation& compilation) {
  std::string out;
  for (const auto& step : compilation.plan.steps) {
    out += "# " + compilation.sources.FileOf(step.revision).buffer->path() + "\n";
    out += ir::Dump(*compilation.revisions[compilation.sources.IndexOf(step.revision)]);
  }
  return out;
}

std::string DumpPlan(const Sources& sources, const graph::Plan& plan) {
  auto count = plan.steps.size();
  std::string out = fmt::format("{} from {} to {}: {} revision{}\n", Word(plan.direction), RowsText(plan.from), RowsText(plan.to),
                                count, count == 1 ? "" : "s");
  for (const auto& step : plan.steps) {
    const auto& revision = sources.graph->At(step.revision);
    out += fmt::format("{} {}, {} ({})\n", Word(step.direction), revision.header.id.text, revision.header.message, revision.path);
    for (const auto& row : step.rows) out += "  " + RowText(row) + "\n";
    out += "  heads: " + RowsText(step.heads) + "\n";
  }
  return out;
}

std::string DumpEmit(const Compilation& compilation) {
  std::string out;
  for (std::size_t i = 0; i < compilation.plan.steps.size(); ++i) {
    const auto& step = compilation.plan.steps[i];
    const auto& sql = compilation.sql[i];
    out += fmt::format("# {} {}{}\n", Word(step.direction), compilation.sources.graph->At(step.revision).header.id.text,
                       sql.foreign_keys_off ? " [foreign keys off]" : "");
    for (const auto& statement : sql.statements) out += StatementText(statement);
  }
  return out;
}

}  // namespace migc::driver
