#include "lower/alter.h"

#include <algorithm>

#include "lower/columns.h"
#include "lower/constraints.h"
#include "lower/dialects.h"
#include "lower/exprs.h"
#include "lower/names.h"
#include "lower/sequences.h"
#include "lower/text.h"
#include "lower/types.h"
#include "migc/base/overloaded.h"

namespace migc::lower {
namespace {

using ActionBody = decltype(ir::AlterAction::body);

ir::AddColumn LowerAddColumn(Context& context, const ast::AddColumn& add) {
  LoweredColumn lowered = LowerColumn(context, add.column);
  ir::AddColumn out;
  out.column = std::move(lowered.column);
  out.constraints = std::move(lowered.constraints);
  out.if_not_exists = add.if_not_exists;
  out.first = add.first;
  if (add.after) out.after = LowerIdent(context, *add.after);
  return out;
}

ir::SetIdentity LowerSetIdentity(Context& context, const ast::SetIdentity& set) {
  return {LowerIdent(context, set.column), set.always, LowerSequenceOptions(context, set.options, SequenceUse::kChange)};
}

std::string LowerOption(Context& context, const ast::SetOption& set) { return LowerString(context, set.option.text); }

ActionBody LowerBody(Context& c, const ast::AlterAction& action) {
  const auto name = [&](const ast::Ident& ident) { return LowerIdent(c, ident); };
  return std::visit(
      base::Overloaded{
          [&](const ast::AddColumn& a) -> ActionBody { return LowerAddColumn(c, a); },
          [&](const ast::DropColumn& a) -> ActionBody {
            return ir::DropColumn{name(a.column), a.if_exists, a.cascade};
          },
          [&](const ast::RenameColumn& a) -> ActionBody {
            return ir::RenameColumnAction{name(a.from), name(a.to)};
          },
          [&](const ast::SetType& a) -> ActionBody {
            return ir::SetType{name(a.column), LowerType(c, a.type), LowerEnclosed(c, a.using_expr)};
          },
          [&](const ast::SetDefault& a) -> ActionBody {
            return ir::SetDefault{name(a.column), LowerExpr(c, a.expr)};
          },
          [&](const ast::DropDefault& a) -> ActionBody { return ir::DropDefault{name(a.column)}; },
          [&](const ast::SetNotNull& a) -> ActionBody {
            return ir::SetNotNull{name(a.column), LowerExpr(c, a.fill)};
          },
          [&](const ast::DropNotNull& a) -> ActionBody { return ir::DropNotNull{name(a.column)}; },
          [&](const ast::SetColumnComment& a) -> ActionBody {
            return ir::SetColumnComment{name(a.column), LowerString(c, a.comment)};
          },
          [&](const ast::AddIdentity& a) -> ActionBody {
            return ir::AddIdentity{name(a.column), LowerIdentity(c, a.identity)};
          },
          [&](const ast::DropIdentity& a) -> ActionBody { return ir::DropIdentity{name(a.column)}; },
          [&](const ast::SetIdentity& a) -> ActionBody { return LowerSetIdentity(c, a); },
          [&](const ast::SetCharacterSet& a) -> ActionBody {
            return ir::SetCharacterSet{name(a.column), LowerString(c, a.name)};
          },
          [&](const ast::SetCollation& a) -> ActionBody {
            return ir::SetCollation{name(a.column), LowerString(c, a.name)};
          },
          [&](const ast::AddConstraint& a) -> ActionBody {
            return ir::AddConstraint{LowerConstraint(c, a.constraint), a.if_not_exists};
          },
          [&](const ast::DropConstraint& a) -> ActionBody {
            return ir::DropConstraint{name(a.name), a.if_exists, a.cascade};
          },
          [&](const ast::RenameConstraint& a) -> ActionBody {
            return ir::RenameConstraint{name(a.from), name(a.to)};
          },
          [&](const ast::ValidateConstraint& a) -> ActionBody { return ir::ValidateConstraint{name(a.name)}; },
          [&](const ast::DropPrimaryKey&) -> ActionBody { return ir::DropPrimaryKey{}; },
          [&](const ast::DropUnique& a) -> ActionBody { return ir::DropUnique{LowerColumnList(c, a.columns)}; },
          [&](const ast::DropForeignKey& a) -> ActionBody { return ir::DropForeignKey{LowerColumnList(c, a.columns)}; },
          [&](const ast::DropCheck& a) -> ActionBody { return ir::DropCheck{LowerEnclosed(c, a.expr)}; },
          [&](const ast::SetTableComment& a) -> ActionBody { return ir::SetTableComment{LowerString(c, a.comment)}; },
          [&](const ast::SetSchema& a) -> ActionBody { return ir::SetSchema{name(a.schema)}; },
          [&](const ast::SetOption& a) -> ActionBody { return ir::SetTableOption{LowerOption(c, a)}; },
      },
      action.action);
}

const ast::SetOption* OptionOf(const ast::AlterAction& action) { return std::get_if<ast::SetOption>(&action.action); }

// The options of one statement are one choice: those count that name the most specific dialect of the lineage.
std::size_t NearestOption(const Lineage& lineage, const ast::AlterTable& alter) {
  std::size_t nearest = lineage.size();
  for (const ast::AlterAction& action : alter.actions) {
    const ast::SetOption* set = OptionOf(action);
    if (set != nullptr) nearest = std::min(nearest, Nearness(lineage, set->option.dialects).value_or(lineage.size()));
  }
  return nearest;
}

void CheckOptions(Context& context, const ast::AlterTable& alter, source::Span statement) {
  Alternatives alternatives;
  for (const ast::AlterAction& action : alter.actions) {
    const ast::SetOption* set = OptionOf(action);
    if (set == nullptr) continue;
    const Alternative alternative{&set->option.dialects, set->option.text.span};
    CheckDialects(context, {alternative});
    alternatives.push_back(alternative);
  }
  if (!alternatives.empty() && alternatives.size() == alter.actions.size()) WarnIfUnreached(context, alternatives, statement);
}

}  // namespace

std::optional<ir::AlterTable> LowerAlterTable(Context& context, const ast::AlterTable& alter, source::Span statement) {
  CheckOptions(context, alter, statement);
  const Lineage& lineage = context.options.lineage;
  const std::size_t nearest = NearestOption(lineage, alter);
  ir::AlterTable out{LowerName(context, alter.name, "a table has"), alter.if_exists, {}};
  for (const ast::AlterAction& action : alter.actions) {
    const ast::SetOption* set = OptionOf(action);
    const bool is_ours = set == nullptr || set->option.dialects.empty() || Nearness(lineage, set->option.dialects) == nearest;
    if (is_ours) out.actions.push_back({LowerBody(context, action), action.span});
  }
  if (out.actions.empty()) return std::nullopt;
  return out;
}

}  // namespace migc::lower
