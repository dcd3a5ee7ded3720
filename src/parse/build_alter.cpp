#include <utility>

#include "parse/build.h"

namespace migc::parse {

namespace {

using Action = decltype(ast::AlterAction::action);

Action BuildAdd(const Input& in, Grammar::AddActionContext& rule) {
  const bool if_not_exists = rule.ifNotExists() != nullptr;
  if (Grammar::ConstraintBodyContext* body = rule.constraintBody()) {
    ast::AddConstraint action{BuildConstraint(in, *body), if_not_exists};
    if (const Grammar::IdentContext* name = rule.ident()) action.constraint.name = BuildIdent(in, *name);
    action.constraint.span = SpanOf(in, rule);
    return action;
  }
  ast::AddColumn action;
  action.column = rule.column() != nullptr ? BuildColumn(in, *rule.column()) : BuildAddedColumn(in, rule);
  action.if_not_exists = if_not_exists;
  if (Grammar::ColumnPositionContext* position = rule.columnPosition()) {
    action.first = position->FIRST() != nullptr;
    if (const Grammar::IdentContext* after = position->ident()) action.after = BuildIdent(in, *after);
  }
  return action;
}

Action BuildDropAction(const Input& in, Grammar::DropActionContext& rule) {
  const std::size_t first = rule.start->getType();
  if (Grammar::ColumnListContext* columns = rule.columnList()) {
    if (first == Grammar::UNIQUE) return ast::DropUnique{BuildColumns(in, *columns)};
    return ast::DropForeignKey{BuildColumns(in, *columns)};
  }
  if (Grammar::ExpressionContext* check = rule.expression()) return ast::DropCheck{BuildExpression(in, *check)};
  const Grammar::IdentContext* name = rule.ident();
  if (name == nullptr) return ast::DropPrimaryKey{};
  const bool if_exists = rule.ifExists() != nullptr;
  const bool cascade = rule.CASCADE() != nullptr;
  // `drop constraint;` drops a column of that name: then the word is the name itself.
  if (first == Grammar::CONSTRAINT && name->start != rule.start) {
    return ast::DropConstraint{BuildIdent(in, *name), if_exists, cascade};
  }
  return ast::DropColumn{BuildIdent(in, *name), if_exists, cascade};
}

Action BuildSetColumn(const Input& in, ast::Ident column, Grammar::SetColumnActionContext& rule) {
  if (rule.NOT() != nullptr) {
    ast::SetNotNull action{std::move(column), {}};
    if (Grammar::ExpressionContext* fill = rule.expression()) action.fill = BuildExpression(in, *fill);
    return action;
  }
  if (Grammar::ExpressionContext* value = rule.expression()) return ast::SetDefault{std::move(column), BuildExpression(in, *value)};
  ast::SetIdentity action{std::move(column), {}, {}};
  if (rule.ALWAYS() != nullptr) action.always = true;
  if (rule.BY() != nullptr) action.always = false;
  if (Grammar::IdentityOptionsContext* options = rule.identityOptions())
    action.options = BuildOptions(in, options->sequenceOption());
  return action;
}

Action BuildAlterColumn(const Input& in, ast::Ident column, Grammar::AlterColumnActionContext& rule) {
  if (rule.TYPE() != nullptr) {
    ast::SetType action{std::move(column), BuildType(in, *rule.dataType()), {}};
    if (Grammar::ExpressionContext* conversion = rule.expression()) action.using_expr = BuildClause(in, *conversion);
    return action;
  }
  if (Grammar::SetColumnActionContext* set = rule.setColumnAction()) return BuildSetColumn(in, std::move(column), *set);
  if (rule.DROP() != nullptr) {
    if (rule.DEFAULT() != nullptr) return ast::DropDefault{std::move(column)};
    if (rule.NULL_() != nullptr) return ast::DropNotNull{std::move(column)};
    return ast::DropIdentity{std::move(column)};
  }
  if (Grammar::IdentityContext* identity = rule.identity())
    return ast::AddIdentity{std::move(column), BuildIdentity(in, *identity)};
  if (rule.NO() != nullptr) return ast::SetColumnComment{std::move(column), {}};
  ast::String text = BuildString(in, *rule.STRING());
  if (rule.COMMENT() != nullptr) return ast::SetColumnComment{std::move(column), std::move(text)};
  if (rule.CHARACTER() != nullptr) return ast::SetCharacterSet{std::move(column), std::move(text)};
  return ast::SetCollation{std::move(column), std::move(text)};
}

Action BuildOther(const Input& in, Grammar::AlterActionContext& rule) {
  if (auto* add = FindRule<Grammar::AddActionContext>(rule, Grammar::RuleAddAction)) return BuildAdd(in, *add);
  if (auto* drop = FindRule<Grammar::DropActionContext>(rule, Grammar::RuleDropAction)) return BuildDropAction(in, *drop);
  if (auto* alter = FindRule<Grammar::AlterColumnActionContext>(rule, Grammar::RuleAlterColumnAction)) {
    return BuildAlterColumn(in, BuildIdent(in, *rule.ident(0)), *alter);
  }
  if (rule.RENAME() != nullptr) {
    ast::Ident from = BuildIdent(in, *rule.ident(0));
    ast::Ident to = BuildIdent(in, *rule.ident(1));
    if (rule.COLUMN() != nullptr) return ast::RenameColumn{std::move(from), std::move(to)};
    return ast::RenameConstraint{std::move(from), std::move(to)};
  }
  if (rule.VALIDATE() != nullptr) return ast::ValidateConstraint{BuildIdent(in, *rule.ident(0))};
  if (rule.SET() != nullptr) return ast::SetSchema{BuildIdent(in, *rule.ident(0))};
  if (rule.NO() != nullptr) return ast::SetTableComment{};
  return ast::SetTableComment{BuildString(in, *rule.STRING())};
}

}  // namespace

ast::AlterTable BuildAlterTable(const Input& in, Grammar::AlterTableContext& rule) {
  ast::AlterTable result;
  for (antlr4::tree::ParseTree* child : rule.children) {
    if (IsToken(*child)) continue;
    const std::size_t kind = RuleOf(*child);
    if (kind == Grammar::RuleName) result.name = BuildName(in, static_cast<Grammar::NameContext&>(*child));
    if (kind == Grammar::RuleIfExists) result.if_exists = true;
    if (kind != Grammar::RuleAlterAction) continue;
    auto* action = static_cast<Grammar::AlterActionContext*>(child);
    const source::Span span = SpanOf(in, *action);
    if (auto* with = FindRule<Grammar::WithClauseContext>(*action, Grammar::RuleWithClause)) {
      // Each dialect's text is an action of its own.
      for (ast::WithOption& option : BuildWith(in, *with)) result.actions.push_back({ast::SetOption{std::move(option)}, span});
    } else {
      result.actions.push_back({BuildOther(in, *action), span});
    }
  }
  return result;
}

}  // namespace migc::parse
