#include <type_traits>
#include <utility>

#include "parse/build.h"

namespace migc::parse {

namespace {

ast::Attribute BuildAttribute(const Input& in, Grammar::ColumnAttributeContext& rule) {
  ast::Attribute result;
  if (auto* named = FindRule<Grammar::NamedAttributeContext>(rule, Grammar::RuleNamedAttribute)) {
    result = BuildNamedAttribute(in, *named);
    if (const auto* name = FindRule<Grammar::IdentContext>(rule, Grammar::RuleIdent))
      result.constraint_name = BuildIdent(in, *name);
  } else if (rule.start->getType() == Grammar::DEFAULT) {
    result.kind = ast::AttributeKind::kDefault;
    result.expr = BuildExpression(in, *rule.expression());
  } else if (Grammar::IdentityContext* identity = rule.identity()) {
    result.kind = ast::AttributeKind::kIdentity;
    result.identity = BuildIdentity(in, *identity);
  } else if (rule.GENERATED() != nullptr) {
    result.kind = ast::AttributeKind::kGenerated;
    result.expr = BuildExpression(in, *rule.expression());
    if (rule.STORED() != nullptr) result.storage = ast::Storage::kStored;
    if (rule.VIRTUAL() != nullptr) result.storage = ast::Storage::kVirtual;
  } else if (antlr4::tree::TerminalNode* text = rule.STRING()) {
    result.kind = rule.CHARACTER() != nullptr ? ast::AttributeKind::kCharacterSet
                  : rule.COLLATE() != nullptr ? ast::AttributeKind::kCollate
                                              : ast::AttributeKind::kComment;
    result.text = BuildString(in, *text);
  } else {
    result.kind = ast::AttributeKind::kNull;
  }
  result.span = SpanOf(in, rule);
  return result;
}

void BuildAttributes(const Input& in, const std::vector<Grammar::ColumnAttributeContext*>& rules, ast::Column& column) {
  source::Span renamed_at;
  for (Grammar::ColumnAttributeContext* rule : rules) {
    auto* renamed = FindRule<Grammar::RenamedFromContext>(*rule, Grammar::RuleRenamedFrom);
    if (renamed == nullptr) {
      column.attributes.push_back(BuildAttribute(in, *rule));
    } else if (column.renamed_from) {
      ReportRepeated(in, "`renamed from`", renamed_at, SpanOf(in, *renamed));
    } else {
      renamed_at = SpanOf(in, *renamed);
      column.renamed_from = BuildIdent(in, *renamed->ident());
    }
  }
}

ast::TableItem BuildItem(const Input& in, Grammar::TableItemContext& rule) {
  antlr4::tree::ParseTree& item = *rule.children.front();
  if (RuleOf(item) == Grammar::RuleColumn) return BuildColumn(in, static_cast<Grammar::ColumnContext&>(item));
  if (RuleOf(item) == Grammar::RuleTableIndex) return BuildTableIndex(in, static_cast<Grammar::TableIndexContext&>(item));
  auto& named = static_cast<Grammar::TableConstraintContext&>(item);
  ast::Constraint constraint = BuildConstraint(in, *named.constraintBody());
  if (const Grammar::IdentContext* name = named.ident()) constraint.name = BuildIdent(in, *name);
  constraint.span = SpanOf(in, rule);
  return constraint;
}

void ApplyOption(const Input& in, Grammar::CreateTableOptionContext& rule, source::Span& comment_at, source::Span& renamed_at,
                 ast::CreateTable& table) {
  const source::Span span = SpanOf(in, rule);
  if (Grammar::WithClauseContext* with = rule.withClause()) {
    for (ast::WithOption& option : BuildWith(in, *with)) table.options.push_back(std::move(option));
  } else if (Grammar::RenamedFromContext* renamed = rule.renamedFrom()) {
    if (table.renamed_from) return ReportRepeated(in, "`renamed from`", renamed_at, span);
    table.renamed_from = BuildIdent(in, *renamed->ident());
    renamed_at = span;
  } else {
    if (table.comment) return ReportRepeated(in, "the comment", comment_at, span);
    table.comment = BuildString(in, *rule.STRING());
    comment_at = span;
  }
}

}  // namespace

ast::Column BuildColumn(const Input& in, Grammar::ColumnContext& rule) {
  ast::Column column;
  column.span = SpanOf(in, rule);
  column.name = BuildIdent(in, *rule.start);
  std::vector<Grammar::ColumnAttributeContext*> attributes;
  for (antlr4::tree::ParseTree* child : rule.children) {
    if (IsToken(*child)) continue;
    const std::size_t kind = RuleOf(*child);
    if (kind == Grammar::RuleDataType) column.type = BuildType(in, static_cast<Grammar::DataTypeContext&>(*child));
    if (kind == Grammar::RuleItemType) column.type = BuildType(in, static_cast<Grammar::ItemTypeContext&>(*child));
    if (kind == Grammar::RuleColumnAttribute) attributes.push_back(static_cast<Grammar::ColumnAttributeContext*>(child));
  }
  BuildAttributes(in, attributes, column);
  return column;
}

ast::Column BuildAddedColumn(const Input& in, Grammar::AddActionContext& rule) {
  ast::Column column;
  column.name = BuildIdent(in, *rule.ident());
  column.type = BuildType(in, *rule.dataType());
  const std::vector<Grammar::ColumnAttributeContext*> attributes = rule.columnAttribute();
  column.span = source::Cover(column.name.span, attributes.empty() ? column.type.span : SpanOf(in, *attributes.back()));
  BuildAttributes(in, attributes, column);
  return column;
}

ast::CreateTable BuildCreateTable(const Input& in, Grammar::CreateTableContext& rule) {
  ast::CreateTable table;
  source::Span comment_at;
  source::Span renamed_at;
  for (antlr4::tree::ParseTree* child : rule.children) {
    if (IsToken(*child)) continue;
    const std::size_t kind = RuleOf(*child);
    if (kind == Grammar::RuleName) table.name = BuildName(in, static_cast<Grammar::NameContext&>(*child));
    if (kind == Grammar::RuleIfNotExists) table.if_not_exists = true;
    if (kind == Grammar::RuleTableItem) table.items.push_back(BuildItem(in, static_cast<Grammar::TableItemContext&>(*child)));
    if (kind != Grammar::RuleCreateTableOption) continue;
    ApplyOption(in, static_cast<Grammar::CreateTableOptionContext&>(*child), comment_at, renamed_at, table);
  }
  return table;
}

}  // namespace migc::parse
