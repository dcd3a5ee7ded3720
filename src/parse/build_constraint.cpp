#include <initializer_list>

#include "parse/build.h"

namespace migc::parse {

namespace {

ast::ReferenceAction ActionOf(Grammar::ReferenceActionContext& rule) {
  if (rule.NO() != nullptr) return ast::ReferenceAction::kNoAction;
  if (rule.RESTRICT() != nullptr) return ast::ReferenceAction::kRestrict;
  if (rule.CASCADE() != nullptr) return ast::ReferenceAction::kCascade;
  return rule.NULL_() != nullptr ? ast::ReferenceAction::kSetNull : ast::ReferenceAction::kSetDefault;
}

// Puts one option in; false when it had been given.
bool Apply(Grammar::ForeignKeyOptionContext& rule, ast::ForeignKeyOptions& options) {
  if (Grammar::ReferenceActionContext* action = rule.referenceAction()) {
    ast::ReferenceAction& place = rule.DELETE() != nullptr ? options.on_delete : options.on_update;
    if (place != ast::ReferenceAction::kNone) return false;
    place = ActionOf(*action);
    return true;
  }
  if (rule.DEFERRABLE() != nullptr) {
    if (options.deferrable) return false;
    options.deferrable = rule.NOT() == nullptr;
    if (rule.INITIALLY() != nullptr) options.initially_deferred = rule.DEFERRED() != nullptr;
    return true;
  }
  bool& flag = rule.MATCH() != nullptr ? options.match_full : options.not_valid;
  return !std::exchange(flag, true);
}

ast::ExcludeElement BuildExcludeElement(const Input& in, Grammar::ExcludeElementContext& rule) {
  ast::ExcludeElement result{BuildExpression(in, *rule.expression()), rule.stop->getText()};
  if (rule.STRING() != nullptr) result.op = BuildString(in, *rule.STRING()).text;
  return result;
}

void BuildExclude(const Input& in, Grammar::ConstraintBodyContext& rule, ast::Constraint& constraint) {
  constraint.kind = ast::ConstraintKind::kExclude;
  if (const Grammar::IdentContext* method = rule.ident()) constraint.method = BuildIdent(in, *method);
  for (Grammar::ExcludeElementContext* element : rule.excludeElement()) {
    constraint.elements.push_back(BuildExcludeElement(in, *element));
  }
  if (Grammar::ExpressionContext* where = rule.expression()) constraint.expr = BuildClause(in, *where);
}

}  // namespace

std::vector<ast::Ident> BuildColumns(const Input& in, Grammar::ColumnListContext& rule) { return BuildIdents(in, rule.ident()); }

ast::Reference BuildReference(const Input& in, Grammar::ReferenceContext& rule, source::Span span) {
  ast::Reference result{BuildName(in, *rule.name()), {}, {}, span};
  if (Grammar::ColumnListContext* columns = rule.columnList()) result.columns = BuildColumns(in, *columns);
  for (Grammar::ForeignKeyOptionContext* option : rule.foreignKeyOption()) {
    if (!Apply(*option, result.options)) result.options.repeated.push_back(SpanOf(in, *option));
  }
  return result;
}

ast::Attribute BuildNamedAttribute(const Input& in, Grammar::NamedAttributeContext& rule) {
  ast::Attribute result;
  result.span = SpanOf(in, rule);
  if (rule.start->getType() == Grammar::PRIMARY) {
    result.kind = ast::AttributeKind::kPrimaryKey;
  } else if (rule.start->getType() == Grammar::UNIQUE) {
    result.kind = ast::AttributeKind::kUnique;
    result.nulls_not_distinct = rule.nullsNotDistinct() != nullptr;
  } else if (auto* check = FindRule<Grammar::CheckClauseContext>(rule, Grammar::RuleCheckClause)) {
    result.kind = ast::AttributeKind::kCheck;
    result.expr = BuildExpression(in, *check->expression());
    result.not_valid = check->notValid() != nullptr;
  } else if (auto* reference = FindRule<Grammar::ReferenceContext>(rule, Grammar::RuleReference)) {
    result.kind = ast::AttributeKind::kReferences;
    result.reference = BuildReference(in, *reference, result.span);
  } else {
    result.kind = ast::AttributeKind::kNotNull;
  }
  return result;
}

ast::Constraint BuildConstraint(const Input& in, Grammar::ConstraintBodyContext& rule) {
  ast::Constraint result;
  result.span = SpanOf(in, rule);
  if (auto* columns = FindRule<Grammar::ColumnListContext>(rule, Grammar::RuleColumnList))
    result.columns = BuildColumns(in, *columns);
  if (rule.start->getType() == Grammar::PRIMARY) {
    result.kind = ast::ConstraintKind::kPrimaryKey;
  } else if (rule.start->getType() == Grammar::UNIQUE) {
    result.kind = ast::ConstraintKind::kUnique;
    result.nulls_not_distinct = rule.nullsNotDistinct() != nullptr;
  } else if (auto* check = FindRule<Grammar::CheckClauseContext>(rule, Grammar::RuleCheckClause)) {
    result.kind = ast::ConstraintKind::kCheck;
    result.expr = BuildExpression(in, *check->expression());
    result.not_valid = check->notValid() != nullptr;
  } else if (auto* reference = FindRule<Grammar::ReferenceContext>(rule, Grammar::RuleReference)) {
    result.kind = ast::ConstraintKind::kForeignKey;
    result.reference = BuildReference(in, *reference, source::Cover(SpanOf(in, *rule.REFERENCES()), SpanOf(in, *reference)));
  } else {
    BuildExclude(in, rule, result);
  }
  return result;
}

}  // namespace migc::parse
