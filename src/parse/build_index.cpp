#include "parse/build.h"

namespace migc::parse {

namespace {

// Of an index or one of its keys: reports what had been given already.
class Once {
 public:
  explicit Once(const Input& in) : in_(in) {}
  // True when `what` may be set.
  bool operator()(std::string_view what, source::Span span) {
    for (const auto& [given, place] : given_) {
      if (given != what) continue;
      ReportRepeated(in_, what, place, span);
      return false;
    }
    given_.emplace_back(what, span);
    return true;
  }

 private:
  const Input& in_;
  std::vector<std::pair<std::string_view, source::Span>> given_;
};

// collate 'x', collate x or collate "x": a collation's name is a string in every dialect's own way.
ast::String BuildCollation(const Input& in, Grammar::IndexKeyOptionContext& rule) {
  const ast::Ident ident = BuildIdent(in, *rule.stop);
  return {ident.text, ident.span};
}

void ApplyKeyOption(const Input& in, Grammar::IndexKeyOptionContext& rule, Once& once, ast::IndexKey& key) {
  const source::Span span = SpanOf(in, rule);
  if (rule.ASC() != nullptr || rule.DESC() != nullptr) {
    if (once("the order", span)) key.order = rule.ASC() != nullptr ? ast::SortOrder::kAscending : ast::SortOrder::kDescending;
  } else if (rule.NULLS() != nullptr) {
    if (once("the place of nulls", span)) key.nulls = rule.FIRST() != nullptr ? ast::NullsOrder::kFirst : ast::NullsOrder::kLast;
  } else if (rule.OPS() != nullptr) {
    if (once("the operator class", span)) key.opclass = BuildString(in, *rule.STRING());
  } else if (rule.LENGTH() != nullptr) {
    if (once("the length", span)) key.length = rule.INTEGER()->getText();
  } else if (once("the collation", span)) {
    key.collation = BuildCollation(in, rule);
  }
}

ast::IndexKey BuildKey(const Input& in, Grammar::IndexKeyContext& rule) {
  ast::IndexKey key;
  key.span = SpanOf(in, rule);
  if (Grammar::ExpressionContext* expression = rule.expression()) {
    key.expr = BuildExpression(in, *expression);
    key.parenthesised = true;
  } else {
    const ast::Ident column = BuildIdent(in, *rule.ident());
    key.expr.kind = ast::ExprKind::kName;
    key.expr.span = column.span;
    key.expr.name = {{column}, column.span};
  }
  Once once(in);
  for (Grammar::IndexKeyOptionContext* option : rule.indexKeyOption()) ApplyKeyOption(in, *option, once, key);
  return key;
}

void ApplyOption(const Input& in, Grammar::IndexOptionContext& rule, Once& once, ast::Index& index) {
  const source::Span span = SpanOf(in, rule);
  if (Grammar::ColumnListContext* columns = rule.columnList()) {
    if (once("`include`", span)) index.include = BuildColumns(in, *columns);
  } else if (Grammar::ExpressionContext* where = rule.expression()) {
    if (once("`where`", span)) index.where = BuildClause(in, *where);
  } else if (rule.ONLINE() != nullptr) {
    if (once("`online`", span)) index.online = true;
  } else if (rule.nullsNotDistinct() != nullptr) {
    if (once("`nulls not distinct`", span)) index.nulls_not_distinct = true;
  } else if (Grammar::RenamedFromContext* renamed = rule.renamedFrom()) {
    if (once("`renamed from`", span)) index.renamed_from = BuildIdent(in, *renamed->ident());
  } else if (Grammar::WithClauseContext* with = rule.withClause()) {
    for (ast::WithOption& option : BuildWith(in, *with)) index.options.push_back(std::move(option));
  }
}

// What an index of a table and one that stands alone have in common.
template <class Rule>
ast::Index BuildIndex(const Input& in, Rule& rule) {
  ast::Index index;
  index.span = SpanOf(in, rule);
  index.unique = rule.UNIQUE() != nullptr;
  if (const Grammar::IdentContext* name = rule.ident()) index.name = BuildIdent(in, *name);
  if (Grammar::IndexMethodContext* method = rule.indexMethod()) index.method = BuildIdent(in, *method->ident());
  for (Grammar::IndexKeyContext* key : rule.indexKeys()->indexKey()) index.keys.push_back(BuildKey(in, *key));
  Once once(in);
  for (Grammar::IndexOptionContext* option : rule.indexOption()) ApplyOption(in, *option, once, index);
  return index;
}

}  // namespace

ast::Index BuildTableIndex(const Input& in, Grammar::TableIndexContext& rule) { return BuildIndex(in, rule); }

ast::CreateIndex BuildCreateIndex(const Input& in, Grammar::CreateIndexContext& rule) {
  return {BuildName(in, *rule.name()), BuildIndex(in, rule), rule.ifNotExists() != nullptr};
}

}  // namespace migc::parse
