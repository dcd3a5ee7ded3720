#include "lower/data.h"

#include <charconv>
#include <limits>
#include <utility>

#include "lower/csv.h"
#include "lower/dialects.h"
#include "lower/exprs.h"
#include "lower/names.h"
#include "lower/raw.h"
#include "lower/text.h"

namespace migc::lower {
namespace {

void LowerRows(Context& context, const ast::Insert& written, ir::Insert& insert) {
  const std::size_t width = insert.columns.size();
  insert.rows.reserve(written.rows.size());
  for (const std::vector<ast::Expr>& row : written.rows) {
    if (row.size() != width) {
      const source::Span place = row.empty() ? written.table.span : source::Cover(row.front().span, row.back().span);
      context.Report(
          diag::Make(diag::Kind::kRowLength, place, row.size(), Plural(row.size()), width, Plural(width))
              .WithNote(insert.columns.front().origin.span, "the columns are named here")
              .WithHelp(row.size() < width ? "write null for what is to stay empty" : "leave some out, or name more columns"));
    }
    std::vector<ir::Expr>& values = insert.rows.emplace_back();
    values.reserve(row.size());
    for (const ast::Expr& value : row) values.push_back(LowerExpr(context, value));
  }
}

// "250ms", "5s", "2 min", "1h" in milliseconds.
std::optional<std::int64_t> ParseTime(std::string_view text) {
  constexpr std::pair<std::string_view, std::int64_t> kUnits[] = {{"ms", 1}, {"s", 1000}, {"min", 60'000}, {"h", 3'600'000}};
  std::int64_t value = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || value < 1) return std::nullopt;
  std::string_view unit = text.substr(static_cast<std::size_t>(rest - text.data()));
  if (unit.starts_with(' ')) unit.remove_prefix(1);
  for (const auto& [name, factor] : kUnits) {
    // PostgreSQL counts in 32 bits.
    if (name == unit && value <= std::numeric_limits<std::int32_t>::max() / factor) return value * factor;
  }
  return std::nullopt;
}

std::optional<std::int64_t> LowerTime(Context& context, const std::optional<ast::String>& written) {
  if (!written) return std::nullopt;
  const std::string text = LowerString(context, *written);
  const std::optional<std::int64_t> time = ParseTime(text);
  if (!time) context.Report(diag::Make(diag::Kind::kBadTimeout, written->span, text).WithHelp("the units are ms, s, min and h"));
  return time;
}

std::string LowerSqlFile(Context& context, const ast::String& file) {
  const std::string path = LowerString(context, file);
  const source::Buffer* buffer = ReadTextFile(context, path, file.span);
  if (buffer == nullptr) return "";
  const source::Span whole{buffer->id(), 0, static_cast<std::uint32_t>(buffer->text().size())};
  return LowerRaw(context, {buffer->text(), Quoting::kWhole, whole}, "the file " + path);
}

// Where each alternative of the texts counts: also only for the dialects that the statement is for.
bool GetsText(const Lineage& lineage, const ast::RawSql& sql, const Alternatives& texts) {
  if (!sql.for_dialects.empty() && !Nearness(lineage, sql.for_dialects)) return false;
  return sql.file.has_value() || Choose(lineage, texts).has_value();
}

// Both choices at once: what is for a dialect, and has a text for it.
void WarnIfNobodyGetsIt(Context& context, const ast::RawSql& sql, const Alternatives& texts, source::Span statement) {
  for (const Lineage& lineage : context.reaching) {
    if (GetsText(lineage, sql, texts)) return;
  }
  std::vector<ast::Ident> named = sql.for_dialects;
  for (const Alternative& text : texts) named.insert(named.end(), text.dialects->begin(), text.dialects->end());
  WarnUnreached(context, {{&named, statement}}, statement);
}

}  // namespace

Body LowerData(Context& context, const ast::Insert& written) {
  ir::Insert insert;
  insert.table = LowerName(context, written.table, "a table has");
  insert.columns = LowerColumnList(context, written.columns);
  insert.undo_nothing = written.undo_nothing;
  if (written.csv) {
    insert.rows = LowerCsv(context, *written.csv, insert.columns);
  } else if (written.select) {
    insert.select = LowerQuery(context, *written.select, "this query");
  } else {
    LowerRows(context, written, insert);
  }
  return insert;
}

Body LowerData(Context& context, const ast::Update& written) {
  ir::Update update;
  update.table = LowerName(context, written.table, "a table has");
  std::vector<ir::Identifier> columns;
  for (const ast::Assignment& assignment : written.assignments) {
    columns.push_back(LowerIdent(context, assignment.column));
    update.assignments.push_back({columns.back(), LowerExpr(context, assignment.value)});
  }
  CheckDistinct(context, columns);
  update.where = LowerExpr(context, written.where);
  update.undo_nothing = written.undo_nothing;
  return update;
}

Body LowerData(Context& context, const ast::Delete& written) {
  return ir::Delete{LowerName(context, written.table, "a table has"), LowerExpr(context, written.where), written.undo_nothing};
}

Body LowerData(Context& context, const ast::SetTimeouts& set) {
  return ir::SetTimeouts{LowerTime(context, set.lock), LowerTime(context, set.statement)};
}

Body LowerData(Context& context, const ast::Require& require) {
  ir::Require out{LowerQuery(context, require.query, "this query"), LowerString(context, require.message)};
  if (out.message.empty()) {
    context.Report(diag::Make(diag::Kind::kEmptyRawSql, require.message.span, "the message of `require`")
                       .WithHelp("say what is wrong when the query is not true"));
  }
  return out;
}

std::optional<ir::RawSql> LowerRawSql(Context& context, const ast::RawSql& sql, source::Span statement) {
  const Alternatives texts = AlternativesOf(sql.texts);
  CheckDialects(context, texts);
  if (!sql.for_dialects.empty()) CheckDialects(context, {{&sql.for_dialects, statement}});
  WarnIfNobodyGetsIt(context, sql, texts, statement);
  if (!GetsText(context.options.lineage, sql, texts)) return std::nullopt;
  ir::RawSql out;
  out.text = sql.file ? LowerSqlFile(context, *sql.file)
                      : LowerDialectText(context, sql.texts[*Choose(context.options.lineage, texts)], "this SQL");
  if (sql.undo) out.undo = LowerRaw(context, *sql.undo, "the undo text");
  out.undo_nothing = sql.undo_nothing;
  return out;
}

}  // namespace migc::lower
