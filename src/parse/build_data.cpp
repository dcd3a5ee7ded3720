#include <optional>
#include <utility>

#include "parse/build.h"

namespace migc::parse {

namespace {

std::vector<ast::Expr> BuildRow(const Input& in, Grammar::RowContext& rule) {
  std::vector<ast::Expr> result;
  result.reserve(rule.children.size() / 2);
  for (antlr4::tree::ParseTree* child : rule.children) {
    if (!IsToken(*child)) result.push_back(BuildExpression(in, static_cast<Grammar::ExpressionContext&>(*child)));
  }
  return result;
}

void ApplyOption(const Input& in, Grammar::SqlOptionContext& rule, std::optional<source::Span>& undo_at,
                 std::optional<source::Span>& effects_at, ast::RawSql& sql) {
  const source::Span span = SpanOf(in, rule);
  if (Grammar::BlockContext* effects = rule.block()) {
    if (effects_at) return ReportRepeated(in, "`effects`", *effects_at, span);
    effects_at = span;
    sql.effects = BuildBlock(in, *effects);
    return;
  }
  if (undo_at) return ReportRepeated(in, "`undo`", *undo_at, span);
  undo_at = span;
  if (antlr4::tree::TerminalNode* raw = rule.RAW()) {
    sql.undo = BuildRaw(in, *raw);
  } else {
    sql.undo_nothing = true;
  }
}

}  // namespace

ast::Insert BuildInsert(const Input& in, Grammar::InsertStatementContext& rule) {
  ast::Insert result;
  result.table = BuildName(in, *rule.name());
  result.columns = BuildColumns(in, *rule.columnList());
  Grammar::InsertSourceContext& source = *rule.insertSource();
  for (antlr4::tree::ParseTree* child : source.children) {
    if (!IsToken(*child)) result.rows.push_back(BuildRow(in, static_cast<Grammar::RowContext&>(*child)));
  }
  if (source.STRING() != nullptr) result.csv = BuildString(in, *source.STRING());
  if (source.RAW() != nullptr) result.select = BuildRaw(in, *source.RAW());
  result.undo_nothing = rule.undoNothing() != nullptr;
  return result;
}

ast::Update BuildUpdate(const Input& in, Grammar::UpdateStatementContext& rule) {
  ast::Update result{BuildName(in, *rule.name()), {}, {}, rule.undoNothing() != nullptr};
  for (Grammar::AssignmentContext* assignment : rule.assignment()) {
    result.assignments.push_back({BuildIdent(in, *assignment->ident()), BuildExpression(in, *assignment->expression())});
  }
  if (Grammar::ExpressionContext* where = rule.expression()) result.where = BuildClause(in, *where);
  return result;
}

ast::Delete BuildDelete(const Input& in, Grammar::DeleteStatementContext& rule) {
  ast::Delete result{BuildName(in, *rule.name()), {}, rule.undoNothing() != nullptr};
  if (Grammar::ExpressionContext* where = rule.expression()) result.where = BuildClause(in, *where);
  return result;
}

ast::RawSql BuildSql(const Input& in, Grammar::SqlStatementContext& rule) {
  ast::RawSql result;
  Grammar::SqlTextContext& text = *rule.sqlText();
  if (Grammar::DialectListContext* dialects = text.dialectList()) result.for_dialects = BuildDialects(in, *dialects);
  if (Grammar::DialectRawListContext* list = text.dialectRawList()) result.texts = BuildDialectRaws(in, list->dialectRaw());
  if (antlr4::tree::TerminalNode* raw = text.RAW()) {
    result.texts.push_back({{}, BuildRaw(in, *raw).text, true, SpanOf(in, *raw)});
  }
  if (antlr4::tree::TerminalNode* file = text.STRING()) result.file = BuildString(in, *file);
  std::optional<source::Span> undo_at;
  std::optional<source::Span> effects_at;
  for (Grammar::SqlOptionContext* option : rule.sqlOption()) ApplyOption(in, *option, undo_at, effects_at, result);
  return result;
}

ast::SetTimeouts BuildTimeouts(const Input& in, Grammar::SetStatementContext& rule) {
  ast::SetTimeouts result;
  for (Grammar::TimeoutContext* timeout : rule.timeout()) {
    const bool lock = timeout->LOCK() != nullptr;
    std::optional<ast::String>& place = lock ? result.lock : result.statement;
    if (place) {
      ReportRepeated(in, lock ? "the lock timeout" : "the statement timeout", place->span, SpanOf(in, *timeout));
    } else {
      place = BuildString(in, *timeout->STRING());
    }
  }
  return result;
}

ast::Require BuildRequire(const Input& in, Grammar::RequireStatementContext& rule) {
  return {BuildRaw(in, *rule.RAW()), BuildString(in, *rule.STRING())};
}

}  // namespace migc::parse
