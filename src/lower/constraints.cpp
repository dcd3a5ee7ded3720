#include "lower/constraints.h"

#include "lower/exprs.h"
#include "lower/names.h"

namespace migc::lower {
namespace {

ir::ReferenceAction LowerAction(ast::ReferenceAction action) {
  switch (action) {
    case ast::ReferenceAction::kNone:
      return ir::ReferenceAction::kNone;
    case ast::ReferenceAction::kNoAction:
      return ir::ReferenceAction::kNoAction;
    case ast::ReferenceAction::kRestrict:
      return ir::ReferenceAction::kRestrict;
    case ast::ReferenceAction::kCascade:
      return ir::ReferenceAction::kCascade;
    case ast::ReferenceAction::kSetNull:
      return ir::ReferenceAction::kSetNull;
    case ast::ReferenceAction::kSetDefault:
      return ir::ReferenceAction::kSetDefault;
  }
  return ir::ReferenceAction::kNone;
}

ir::Exclude LowerExclude(Context& context, const ast::Constraint& constraint) {
  ir::Exclude exclude;
  exclude.method = constraint.method ? LowerIdent(context, *constraint.method).text : "gist";
  for (const ast::ExcludeElement& element : constraint.elements) {
    exclude.elements.push_back({LowerEnclosed(context, element.expr), element.op});
  }
  exclude.where = LowerEnclosed(context, constraint.expr);
  return exclude;
}

}  // namespace

ir::Check LowerCheck(Context& context, const ast::Expr& written, const std::string& column) {
  ir::Check check;
  check.expr = LowerEnclosed(context, written);
  // As PostgreSQL names it (AddRelationNewConstraints in heap.c): after the one column that it looks at, wherever it was written.
  const std::vector<ir::Identifier> columns = ir::ColumnsOf(check.expr);
  if (ir::HasRawSql(check.expr)) {
    check.column = column;
  } else if (columns.size() == 1) {
    check.column = columns.front().text;
  }
  return check;
}

ir::ForeignKey LowerReference(Context& context, std::vector<ir::Identifier> columns, const ast::Reference& reference) {
  const ast::ForeignKeyOptions& options = reference.options;
  ir::ForeignKey key;
  key.columns = std::move(columns);
  key.table = LowerName(context, reference.table, "a table has");
  key.referred_columns = LowerColumnList(context, reference.columns);
  key.on_delete = LowerAction(options.on_delete);
  key.on_update = LowerAction(options.on_update);
  key.match_full = options.match_full;
  key.deferrable = options.deferrable;
  key.initially_deferred = options.initially_deferred;
  const std::size_t referring = key.columns.size();
  if (!key.referred_columns.empty() && key.referred_columns.size() != referring) {
    context.Report(
        diag::Make(diag::Kind::kReferenceColumns, reference.span, referring, Plural(referring), key.referred_columns.size())
            .WithHelp(referring == 1 ? "name one column, or write `foreign key (a, b) references …` for a key of several"
                                     : "name as many columns on the one side as on the other"));
  }
  for (const source::Span place : options.repeated) {
    context.Report(
        diag::Make(diag::Kind::kRepeatedAttribute, place, "an option of the foreign key").WithHelp("leave one of them out"));
  }
  if (key.initially_deferred.value_or(false)) {
    if (!key.deferrable.value_or(true)) {
      context.Report(diag::Make(diag::Kind::kContradiction, reference.span, "`initially deferred`", "`not deferrable`")
                         .WithHelp("leave `not` out, or write `not deferrable` alone"));
    }
    key.deferrable = true;  // the standard implies it
  }
  return key;
}

ir::Constraint LowerConstraint(Context& context, const ast::Constraint& written) {
  ir::Constraint constraint;
  constraint.name = LowerIdent(context, written.name);
  constraint.origin = written.span;
  constraint.not_valid = written.not_valid;
  switch (written.kind) {
    case ast::ConstraintKind::kPrimaryKey:
      constraint.body = ir::PrimaryKey{LowerColumnList(context, written.columns)};
      break;
    case ast::ConstraintKind::kUnique:
      constraint.body = ir::Unique{LowerColumnList(context, written.columns), written.nulls_not_distinct};
      break;
    case ast::ConstraintKind::kCheck:
      constraint.body = LowerCheck(context, *written.expr, "");
      break;
    case ast::ConstraintKind::kForeignKey:
      constraint.body = LowerReference(context, LowerColumnList(context, written.columns), *written.reference);
      constraint.not_valid = constraint.not_valid || written.reference->options.not_valid;
      break;
    case ast::ConstraintKind::kExclude:
      constraint.body = LowerExclude(context, written);
      break;
  }
  return constraint;
}

}  // namespace migc::lower
