#include "lower/objects.h"

#include <algorithm>
#include <map>
#include <set>

#include "lower/dialects.h"
#include "lower/names.h"
#include "lower/raw.h"
#include "lower/sequences.h"
#include "lower/text.h"
#include "lower/types.h"
#include "migc/base/overloaded.h"

namespace migc::lower {
namespace {

void CheckOnce(Context& context, std::map<std::string, source::Span>& seen, const std::string& value, source::Span place) {
  const auto [first, fresh] = seen.emplace(value, place);
  if (fresh) return;
  context.Report(diag::Make(diag::Kind::kRepeatedEnumValue, place, value)
                     .WithNote(first->second, "the first one is here")
                     .WithHelp("leave one of them out"));
}

std::vector<std::string> LowerValues(Context& context, const std::vector<ast::String>& written) {
  std::vector<std::string> values;
  std::map<std::string, source::Span> seen;
  for (const ast::String& string : written) {
    values.push_back(LowerString(context, string));
    CheckOnce(context, seen, values.back(), string.span);
  }
  return values;
}

ir::SetEnumValues LowerSetValues(Context& context, const ast::SetEnumValues& set) {
  ir::SetEnumValues out;
  out.values = LowerValues(context, set.values);
  std::map<std::string, source::Span> mapped;
  for (const ast::EnumMapping& mapping : set.mappings) {
    out.mappings.push_back({LowerString(context, mapping.from), LowerString(context, mapping.to)});
    CheckOnce(context, mapped, out.mappings.back().from, mapping.from.span);
  }
  return out;
}

constexpr std::string_view kPrivileges[] = {"all",    "all privileges", "alter",    "create",   "delete",
                                            "drop",   "index",          "insert",   "maintain", "references",
                                            "select", "trigger",        "truncate", "update",   "view definition"};

void CheckPrivileges(Context& context, const ast::Grant& grant) {
  const std::vector<std::string> known(std::begin(kPrivileges), std::end(kPrivileges));
  std::set<std::string> seen;
  for (const std::string& privilege : grant.privileges) {
    if (std::find(known.begin(), known.end(), privilege) == known.end()) {
      context.Report(diag::Make(diag::Kind::kUnknownPrivilege, grant.table.span, privilege)
                         .WithHelp(DidYouMean(privilege, known, "write sql $$ … $$ for a privilege that one dialect has")));
    }
    if (!seen.insert(privilege).second) {
      context.Report(
          diag::Make(diag::Kind::kRepeatedAttribute, grant.table.span, "`" + privilege + "`").WithHelp("leave one of them out"));
    }
  }
}

ir::RoutineKind LowerKind(ast::RoutineKind kind) {
  switch (kind) {
    case ast::RoutineKind::kView:
      return ir::RoutineKind::kView;
    case ast::RoutineKind::kMaterializedView:
      return ir::RoutineKind::kMaterializedView;
    case ast::RoutineKind::kFunction:
      return ir::RoutineKind::kFunction;
    case ast::RoutineKind::kProcedure:
      return ir::RoutineKind::kProcedure;
    case ast::RoutineKind::kTrigger:
      return ir::RoutineKind::kTrigger;
  }
  return ir::RoutineKind::kView;
}

std::optional<std::vector<ir::Type>> LowerArguments(Context& context, const std::optional<std::vector<ast::TypeRef>>& arguments) {
  return arguments ? std::optional(LowerTypes(context, *arguments)) : std::nullopt;
}

}  // namespace

Body LowerObject(Context& context, const ast::CreateSequence& create) {
  return ir::CreateSequence{LowerName(context, create.name, "a sequence has"),
                            LowerSequenceOptions(context, create.options, SequenceUse::kMake), create.if_not_exists};
}

Body LowerObject(Context& context, const ast::AlterSequence& alter) {
  ir::AlterSequence out{LowerName(context, alter.name, "a sequence has"),
                        LowerSequenceOptions(context, alter.options, SequenceUse::kChange), std::nullopt};
  if (alter.rename_to) out.rename_to = LowerIdent(context, *alter.rename_to);
  return out;
}

Body LowerObject(Context& context, const ast::CreateEnum& create) {
  ir::CreateEnum out;
  out.name = LowerName(context, create.name, "an enum has");
  out.values = LowerValues(context, create.values);
  out.if_not_exists = create.if_not_exists;
  return out;
}

Body LowerObject(Context& context, const ast::AlterEnum& alter) {
  ir::AlterEnum out;
  out.name = LowerName(context, alter.name, "an enum has");
  std::visit(base::Overloaded{
                 [&](const ast::AddEnumValue& a) {
                   out.action = ir::AddEnumValue{LowerString(context, a.value), LowerString(context, a.before),
                                                 LowerString(context, a.after)};
                 },
                 [&](const ast::RenameEnumValue& a) {
                   out.action = ir::RenameEnumValue{LowerString(context, a.from), LowerString(context, a.to)};
                 },
                 [&](const ast::RenameEnum& a) { out.action = ir::RenameEnum{LowerIdent(context, a.to)}; },
                 [&](const ast::SetEnumValues& a) { out.action = LowerSetValues(context, a); },
             },
             alter.action);
  return out;
}

Body LowerObject(Context& context, const ast::Comment& comment) {
  ir::AlterAction action;
  action.origin = comment.target.span;
  ast::Name table = comment.target;
  if (comment.on_column) {
    if (table.parts.size() < 2) {
      context.Report(
          diag::Make(diag::Kind::kNameParts, table.span, table.parts.size(), "a column here has its table's name before it, and", 3)
              .WithHelp("write table.column"));
      return ir::AlterTable{};
    }
    const ir::Identifier column = LowerIdent(context, table.parts.back());
    table.parts.pop_back();
    table.span.end = table.parts.back().span.end;
    action.body = ir::SetColumnComment{column, LowerString(context, comment.comment)};
  } else {
    action.body = ir::SetTableComment{LowerString(context, comment.comment)};
  }
  return ir::AlterTable{LowerName(context, table, "a table has"), false, {std::move(action)}};
}

Body LowerObject(Context& context, const ast::Grant& grant) {
  CheckPrivileges(context, grant);
  return ir::Grant{grant.revoke, grant.privileges, LowerName(context, grant.table, "a table has"),
                   LowerIdents(context, grant.roles)};
}

Body LowerObject(Context& context, const ast::DropDefined& drop) {
  return ir::DropRoutine{LowerKind(drop.kind), LowerName(context, drop.name, "it has"), LowerArguments(context, drop.arguments),
                         LowerName(context, drop.table, "a table has"), drop.if_exists};
}

Body LowerDefine(Context& context, const ast::Define& define, source::Span statement) {
  ir::Routine routine;
  routine.kind = LowerKind(define.kind);
  routine.name = LowerName(context, define.name, "it has");
  routine.arguments = LowerArguments(context, define.arguments);
  routine.table = LowerName(context, define.table, "a table has");
  routine.origin = statement;
  const Alternatives alternatives = AlternativesOf(define.texts);
  CheckDialects(context, alternatives);
  WarnIfUnreached(context, alternatives, statement);
  if (const auto chosen = Choose(context.options.lineage, alternatives)) {
    routine.text = LowerDialectText(context, define.texts[*chosen], "the text of " + routine.name.Text());
  }
  return ir::Define{std::move(routine)};
}

}  // namespace migc::lower
