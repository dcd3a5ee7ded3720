#include <algorithm>

#include "parse/build.h"

namespace migc::parse {

namespace {

// A name from the rule's words: the first one (a keyword's rule, or a token), then idents after dots.
template <class Rule>
ast::Name BuildTypeName(const Input& in, Rule& rule) {
  ast::Name name{{}, SpanOf(in, rule)};
  ast::Ident first = BuildIdent(in, *rule.start);
  if (HasToken(rule, Grammar::PRECISION)) {
    first.text = "double precision";
    first.span = name.span;
  }
  name.parts.push_back(std::move(first));
  for (antlr4::tree::ParseTree* child : rule.children) {
    if (IsToken(*child) || RuleOf(*child) != Grammar::RuleIdent) continue;
    name.parts.push_back(BuildIdent(in, static_cast<const antlr4::ParserRuleContext&>(*child)));
  }
  return name;
}

void BuildNative(const Input& in, Grammar::NativeTypeContext& rule, ast::TypeRef& type) {
  for (Grammar::DialectStringContext* entry : rule.dialectString()) type.native.push_back(BuildDialectString(in, *entry));
}

void BuildSuffix(const Input& in, Grammar::TypeSuffixContext& rule, ast::TypeRef& type) {
  if (rule.children.empty()) return;
  if (Grammar::TypeArgumentsContext* arguments = rule.typeArguments()) {
    for (antlr4::tree::TerminalNode* argument : arguments->INTEGER()) type.arguments.push_back(argument->getText());
  }
  type.with_time_zone = HasToken(rule, Grammar::ZONE);
  // More dimensions than any dialect has are one error in lower, whatever their number.
  type.array_dimensions = static_cast<std::uint8_t>(std::min<std::size_t>(rule.LBRACKET().size(), 255));
  if (Grammar::NativeTypeContext* native = rule.nativeType()) BuildNative(in, *native, type);
}

template <class Rule, class Name>
ast::TypeRef BuildAnyType(const Input& in, Rule& rule, Name* name) {
  ast::TypeRef type;
  type.span = SpanOf(in, rule);
  if (name == nullptr) {
    type.only_native = true;
    BuildNative(in, *rule.nativeType(), type);
    return type;
  }
  type.name = BuildTypeName(in, *name);
  BuildSuffix(in, *rule.typeSuffix(), type);
  return type;
}

}  // namespace

ast::TypeRef BuildType(const Input& in, Grammar::DataTypeContext& rule) { return BuildAnyType(in, rule, rule.typeName()); }

ast::TypeRef BuildType(const Input& in, Grammar::ItemTypeContext& rule) { return BuildAnyType(in, rule, rule.itemTypeName()); }

std::vector<ast::TypeRef> BuildTypes(const Input& in, Grammar::TypeListContext& rule) {
  std::vector<ast::TypeRef> result;
  for (Grammar::DataTypeContext* type : rule.dataType()) result.push_back(BuildType(in, *type));
  return result;
}

}  // namespace migc::parse
