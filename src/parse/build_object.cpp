#include <utility>

#include "migc/base/text.h"
#include "parse/build.h"

namespace migc::parse {

namespace {

std::vector<ast::String> BuildStrings(const Input& in, Grammar::StringListContext& rule) {
  std::vector<ast::String> result;
  for (antlr4::tree::TerminalNode* string : rule.STRING()) result.push_back(BuildString(in, *string));
  return result;
}

ast::AlterSequence BuildAlterSequence(const Input& in, Grammar::AlterSequenceContext& rule) {
  ast::AlterSequence result{BuildName(in, *rule.name()), BuildOptions(in, rule.sequenceOption()), {}};
  if (const Grammar::IdentContext* to = rule.ident()) result.rename_to = BuildIdent(in, *to);
  return result;
}

decltype(ast::AlterEnum::action) BuildEnumAction(const Input& in, Grammar::EnumActionContext& rule) {
  if (Grammar::StringListContext* values = rule.stringList()) {
    ast::SetEnumValues action{BuildStrings(in, *values), {}};
    for (Grammar::EnumMappingContext* mapping : rule.enumMapping()) {
      action.mappings.push_back({BuildString(in, *mapping->STRING(0)), BuildString(in, *mapping->STRING(1))});
    }
    return action;
  }
  if (const Grammar::IdentContext* to = rule.ident()) return ast::RenameEnum{BuildIdent(in, *to)};
  ast::String first = BuildString(in, *rule.STRING(0));
  if (rule.RENAME() != nullptr) return ast::RenameEnumValue{std::move(first), BuildString(in, *rule.STRING(1))};
  ast::AddEnumValue action{std::move(first), {}, {}};
  if (rule.BEFORE() != nullptr) action.before = BuildString(in, *rule.STRING(1));
  if (rule.AFTER() != nullptr) action.after = BuildString(in, *rule.STRING(1));
  return action;
}

ast::DropIndex BuildDropIndex(const Input& in, Grammar::DropIndexContext& rule) {
  ast::DropIndex result{BuildName(in, *rule.name(0)), {}, rule.ifExists() != nullptr, rule.ONLINE() != nullptr};
  if (Grammar::NameContext* table = rule.name(1)) result.table = BuildName(in, *table);
  return result;
}

ast::DropDefined BuildDropView(const Input& in, Grammar::DropViewContext& rule) {
  const auto kind = rule.MATERIALIZED() != nullptr ? ast::RoutineKind::kMaterializedView : ast::RoutineKind::kView;
  return {kind, BuildName(in, *rule.name()), {}, {}, rule.ifExists() != nullptr};
}

ast::DropDefined BuildDropRoutine(const Input& in, Grammar::DropRoutineContext& rule) {
  const auto kind = rule.FUNCTION() != nullptr ? ast::RoutineKind::kFunction : ast::RoutineKind::kProcedure;
  ast::DropDefined result{kind, BuildName(in, *rule.name()), {}, {}, rule.ifExists() != nullptr};
  if (Grammar::TypeListContext* types = rule.typeList()) result.arguments = BuildTypes(in, *types);
  return result;
}

ast::DropDefined BuildDropTrigger(const Input& in, Grammar::DropTriggerContext& rule) {
  return {ast::RoutineKind::kTrigger, BuildName(in, *rule.name(0)), {}, BuildName(in, *rule.name(1)), rule.ifExists() != nullptr};
}

ast::RoutineKind KindOf(Grammar::DefineStatementContext& rule) {
  if (rule.MATERIALIZED() != nullptr) return ast::RoutineKind::kMaterializedView;
  if (rule.VIEW() != nullptr) return ast::RoutineKind::kView;
  if (rule.FUNCTION() != nullptr) return ast::RoutineKind::kFunction;
  return rule.PROCEDURE() != nullptr ? ast::RoutineKind::kProcedure : ast::RoutineKind::kTrigger;
}

std::vector<std::string> BuildPrivileges(Grammar::PrivilegeListContext& rule) {
  std::vector<std::string> result;
  for (Grammar::PrivilegeContext* privilege : rule.privilege()) {
    std::string words;
    for (Grammar::PrivilegeWordContext* word : privilege->privilegeWord()) {
      if (!words.empty()) words += ' ';
      words += base::LowerAscii(word->start->getText());
    }
    result.push_back(std::move(words));
  }
  return result;
}

}  // namespace

void BuildCreate(const Input& in, Grammar::CreateStatementContext& rule, ast::Statement& out) {
  if (auto* table = rule.createTable()) {
    out.node = BuildCreateTable(in, *table);
  } else if (auto* index = rule.createIndex()) {
    out.node = BuildCreateIndex(in, *index);
  } else if (auto* sequence = rule.createSequence()) {
    out.node = ast::CreateSequence{BuildName(in, *sequence->name()), sequence->ifNotExists() != nullptr,
                                   BuildOptions(in, sequence->sequenceOption())};
  } else if (auto* values = rule.createEnum()) {
    out.node =
        ast::CreateEnum{BuildName(in, *values->name()), BuildStrings(in, *values->stringList()), values->ifNotExists() != nullptr};
  } else if (auto* schema = rule.createSchema()) {
    out.node = ast::CreateSchema{BuildIdent(in, *schema->ident()), schema->ifNotExists() != nullptr};
  } else if (auto* extension = rule.createExtension()) {
    out.node = ast::CreateExtension{BuildIdent(in, *extension->ident()), extension->ifNotExists() != nullptr};
  }
}

void BuildDrop(const Input& in, Grammar::DropStatementContext& rule, ast::Statement& out) {
  if (auto* table = rule.dropTable()) {
    out.node = ast::DropTable{BuildName(in, *table->name()), table->ifExists() != nullptr, table->CASCADE() != nullptr};
  } else if (auto* index = rule.dropIndex()) {
    out.node = BuildDropIndex(in, *index);
  } else if (auto* sequence = rule.dropSequence()) {
    out.node = ast::DropSequence{BuildName(in, *sequence->name()), sequence->ifExists() != nullptr};
  } else if (auto* values = rule.dropEnum()) {
    out.node = ast::DropEnum{BuildName(in, *values->name()), values->ifExists() != nullptr};
  } else if (auto* schema = rule.dropSchema()) {
    out.node = ast::DropSchema{BuildIdent(in, *schema->ident()), schema->ifExists() != nullptr};
  } else if (auto* extension = rule.dropExtension()) {
    out.node = ast::DropExtension{BuildIdent(in, *extension->ident()), extension->ifExists() != nullptr};
  } else if (auto* view = rule.dropView()) {
    out.node = BuildDropView(in, *view);
  } else if (auto* routine = rule.dropRoutine()) {
    out.node = BuildDropRoutine(in, *routine);
  } else if (auto* trigger = rule.dropTrigger()) {
    out.node = BuildDropTrigger(in, *trigger);
  }
}

void BuildRename(const Input& in, Grammar::RenameStatementContext& rule, ast::Statement& out) {
  if (auto* table = rule.renameTable()) {
    out.node = ast::RenameTable{BuildName(in, *table->name(0)), BuildName(in, *table->name(1))};
  } else if (auto* index = rule.renameIndex()) {
    ast::RenameIndex result{BuildName(in, *index->name(0)), BuildIdent(in, *index->ident()), {}};
    if (Grammar::NameContext* of = index->name(1)) result.table = BuildName(in, *of);
    out.node = std::move(result);
  }
}

void BuildAlter(const Input& in, Grammar::AlterStatementContext& rule, ast::Statement& out) {
  if (auto* table = rule.alterTable()) {
    out.node = BuildAlterTable(in, *table);
  } else if (auto* sequence = rule.alterSequence()) {
    out.node = BuildAlterSequence(in, *sequence);
  } else if (auto* values = rule.alterEnum()) {
    out.node = ast::AlterEnum{BuildName(in, *values->name()), BuildEnumAction(in, *values->enumAction())};
  }
}

ast::Define BuildDefine(const Input& in, Grammar::DefineStatementContext& rule) {
  ast::Define result{KindOf(rule), BuildName(in, *rule.name(0)), {}, {}, {}};
  if (Grammar::TypeListContext* types = rule.typeList()) result.arguments = BuildTypes(in, *types);
  if (Grammar::NameContext* table = rule.name(1)) result.table = BuildName(in, *table);
  Grammar::DefinitionContext& definition = *rule.definition();
  if (antlr4::tree::TerminalNode* raw = definition.RAW()) {
    result.texts.push_back({{}, BuildRaw(in, *raw).text, true, SpanOf(in, *raw)});
  } else {
    result.texts = BuildDialectRaws(in, definition.dialectRaw());
  }
  return result;
}

ast::Comment BuildComment(const Input& in, Grammar::CommentStatementContext& rule) {
  ast::Comment result{BuildName(in, *rule.name()), rule.COLUMN() != nullptr, {}};
  if (antlr4::tree::TerminalNode* text = rule.STRING()) result.comment = BuildString(in, *text);
  return result;
}

ast::Grant BuildGrant(const Input& in, Grammar::GrantStatementContext& rule) {
  return {false, BuildPrivileges(*rule.privilegeList()), BuildName(in, *rule.name()), BuildIdents(in, rule.identList()->ident())};
}

ast::Grant BuildRevoke(const Input& in, Grammar::RevokeStatementContext& rule) {
  return {true, BuildPrivileges(*rule.privilegeList()), BuildName(in, *rule.name()), BuildIdents(in, rule.identList()->ident())};
}

}  // namespace migc::parse
