#include "script/tool.h"

#include <fmt/format.h>

#include <algorithm>

#include "migc/base/check.h"
#include "migc/base/hash.h"
#include "migc/base/text.h"
#include "migc/dialect/lineage.h"
#include "migc/emit/sql_writer.h"

namespace migc::script {
namespace {

// A database without schemas takes the tables where it is, whatever schema the project's other dialects put them in.
ir::Name Qualified(const Input& input, const std::string& table) {
  ir::Name name;
  if (input.dialect->Has(dialect::Capability::kSchemas)) name.schema = input.options.bookkeeping.version_schema;
  name.name = table;
  return name;
}

}  // namespace

Context::Context(const Input& given) : input(given) {
  CHECK(input.dialect != nullptr);
  CHECK(input.buffers != nullptr);
  const ir::Name version = Qualified(input, input.options.bookkeeping.version_table);
  const ir::Name history = Qualified(input, input.options.bookkeeping.history_table);
  version_table = emit::QuoteName(*input.dialect, version);
  version_name = OneLine(version.Text());
  history_table = emit::QuoteName(*input.dialect, history);
  history_name = OneLine(history.Text());
  std::string revisions = HeadsText(input.from);
  for (const RevisionPart& revision : input.revisions) revisions += " " + revision.id + " " + revision.sha256;
  way = base::Sha256(revisions).substr(0, 12);
  resumes = Resumes(input);
  one_transaction = RunsInOneTransaction(input);
}

std::string Context::Literal(std::string_view text) const { return emit::QuoteString(*input.dialect, text); }

const Tool& FindTool(dialect::Tool tool) {
  const Tool* found = nullptr;
  switch (tool) {
    case dialect::Tool::kPsql:
      found = &Psql();
      break;
    case dialect::Tool::kSqlite3:
      found = &Sqlite3();
      break;
    case dialect::Tool::kMysql:
      found = &Mysql();
      break;
    case dialect::Tool::kSqlcmd:
      found = &Sqlcmd();
      break;
    case dialect::Tool::kSqlplus:
      found = &Sqlplus();
      break;
    case dialect::Tool::kDuckdb:
      found = &Duckdb();
      break;
  }
  CHECK(found != nullptr);
  return *found;
}

void Tool::WritePurge(const Context& context, ScriptText& out) const {
  out.Line(fmt::format("DELETE FROM {};", context.version_table));
}

bool ChecksRows(const Input& input) { return input.purpose == Purpose::kMove || input.purpose == Purpose::kStamp; }

bool MakesBookkeeping(const Input& input) {
  switch (input.purpose) {
    case Purpose::kMove:
      return input.from.empty() && !input.revisions.empty();
    case Purpose::kStamp:
      return input.from.empty();
    case Purpose::kPurge:
    case Purpose::kEnsure:
      return true;
  }
  return false;
}

bool WritesHistory(const Input& input) { return input.options.bookkeeping.history && !input.revisions.empty(); }

std::string_view HistoryWord(const Context& context, const RevisionPart& revision) {
  if (context.input.purpose != Purpose::kMove) return "stamp";
  return revision.step.direction == graph::Direction::kUpgrade ? "upgrade" : "downgrade";
}

std::string HeadsText(const std::vector<std::string>& heads) { return heads.empty() ? "base" : OneLine(base::Join(heads, ", ")); }

std::string RevisionSha(const RevisionPart& revision) {
  std::string all;
  for (const emit::Statement& statement : revision.sql.statements) all += statement.sql + "\n";
  return base::Sha256(all);
}

std::optional<source::Span> SpanOf(const emit::Statement& statement) {
  if (!statement.origin.known) return std::nullopt;
  return statement.origin.span;
}

std::string PlaceOf(const Context& context, const NumberedStatement& statement) {
  const std::optional<source::Span> span = SpanOf(statement.statement);
  if (!span) return OneLine(statement.revision.path);
  const source::Buffer& buffer = context.input.buffers->Get(span->file);
  return fmt::format("{}:{}", OneLine(buffer.path()), buffer.Locate(span->begin).line);
}

std::vector<std::vector<std::string>> Positions(const Input& input) {
  std::vector<std::vector<std::string>> positions = {input.from};
  if (input.purpose == Purpose::kMove) {
    for (const RevisionPart& revision : input.revisions) positions.push_back(revision.step.heads);
  } else if (input.to != input.from) {
    positions.push_back(input.to);
  }
  return positions;
}

std::size_t IndexOf(const Input& input, const RevisionPart& revision) {
  return static_cast<std::size_t>(&revision - input.revisions.data());
}

bool RunsInOneTransaction(const Input& input) {
  return input.options.single_transaction ||
         (input.purpose == Purpose::kMove && FindTool(input.dialect->tool).PrefersOneTransaction(input));
}

bool Resumes(const Input& input) {
  if (input.purpose != Purpose::kMove || input.revisions.empty()) return false;
  if (input.options.idempotent) return true;
  if (RunsInOneTransaction(input) || !FindTool(input.dialect->tool).CanPassOver()) return false;
  return input.revisions.size() > 1 || std::ranges::any_of(input.revisions, IsDivided);
}

bool IsDivided(const RevisionPart& revision) {
  return !revision.cuts.empty() || std::ranges::any_of(revision.sql.statements, [](const emit::Statement& statement) {
    return statement.no_transaction && statement.kind != emit::StatementKind::kNote;
  });
}

bool RunsInParts(const Context& context, const RevisionPart& revision) {
  return context.input.purpose == Purpose::kMove && !context.one_transaction && IsDivided(revision);
}

// TiDB has the ledger of MySQL, and has never been asked for this; a block that would find out how far an upgrade came names tables
// that may not be there, which CockroachDB does not take.
bool CanAbort(const dialect::Dialect& dialect) {
  if (dialect::IsCockroachdb(dialect)) return false;
  if (dialect.tool == dialect::Tool::kMysql) return !dialect::IsTidb(dialect);
  if (dialect.tool == dialect::Tool::kPsql) return dialect.Has(dialect::Capability::kDoBlocks);
  return dialect.tool == dialect::Tool::kSqlplus;
}

bool SetsTimeouts(const RevisionPart& revision) {
  return std::ranges::any_of(revision.sql.statements, [](const emit::Statement& statement) {
    const std::string sql = base::UpperAscii(statement.sql);
    const bool sets = sql.starts_with("SET ") || sql.starts_with("RESET ") || sql.starts_with("ALTER SESSION SET ");
    return sets && (sql.find("TIMEOUT") != std::string::npos || sql.find("MAX_STATEMENT_TIME") != std::string::npos);
  });
}

bool IsCutBefore(const RevisionPart& revision, std::size_t statement) {
  return std::ranges::find(revision.cuts, statement) != revision.cuts.end();
}

// As Assembly divides it.
std::vector<std::size_t> PartEnds(const RevisionPart& revision, bool makes_bookkeeping) {
  std::vector<std::size_t> ends;
  bool open = false;
  const auto close = [&](std::size_t behind) {
    if (open) ends.push_back(behind);
    open = false;
  };
  const std::vector<emit::Statement>& statements = revision.sql.statements;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (IsCutBefore(revision, i)) close(i);
    if (statements[i].no_transaction && statements[i].kind == emit::StatementKind::kNote) continue;
    open = open || makes_bookkeeping || !statements[i].no_transaction;
    makes_bookkeeping = false;
    if (!statements[i].no_transaction) continue;
    close(i);
    ends.push_back(i + 1);
  }
  if (IsCutBefore(revision, statements.size())) close(statements.size());
  ends.push_back(statements.size());
  return ends;
}

}  // namespace migc::script
