#include <algorithm>

#include "parse/build.h"
#include "parse/token_stream.h"

namespace migc::parse {

namespace {

const Token& Ours(const antlr4::Token& token) { return static_cast<const Token&>(token); }

// $tag$…$tag$ without its tags.
std::string_view RawBody(std::string_view block) {
  const std::size_t tag = block.find('$', 1) + 1;
  return block.substr(tag, block.size() - 2 * tag);
}

}  // namespace

source::Span SpanOf(const Input& in, const antlr4::Token& token) {
  return {in.buffer.id(), Ours(token).begin(), Ours(token).end()};
}

source::Span SpanOf(const Input& in, const antlr4::ParserRuleContext& rule) {
  const Token& start = Ours(*rule.start);
  if (rule.stop == nullptr || Ours(*rule.stop).end() < start.begin()) return {in.buffer.id(), start.begin(), start.begin()};
  return {in.buffer.id(), start.begin(), Ours(*rule.stop).end()};
}

source::Span SpanOf(const Input& in, antlr4::tree::TerminalNode& node) { return SpanOf(in, *node.getSymbol()); }

std::string Unquote(std::string_view text, char quote) {
  text = text.substr(1, text.size() - 2);
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    result += text[i];
    if (text[i] == quote) ++i;  // the lexer lets quotes through in pairs only
  }
  return result;
}

ast::Ident BuildIdent(const Input& in, const antlr4::Token& token) {
  const std::string_view text = Ours(token).text();
  const source::Span span = SpanOf(in, token);
  if (text.front() == '"' || text.front() == '\'') return {Unquote(text, text.front()), true, span};
  return {std::string(text), false, span};
}

ast::Ident BuildIdent(const Input& in, const antlr4::ParserRuleContext& rule_of_one_token) {
  return BuildIdent(in, *rule_of_one_token.start);
}

std::vector<ast::Ident> BuildIdents(const Input& in, const std::vector<Grammar::IdentContext*>& idents) {
  std::vector<ast::Ident> result;
  result.reserve(idents.size());
  for (const Grammar::IdentContext* ident : idents) result.push_back(BuildIdent(in, *ident));
  return result;
}

ast::Name BuildName(const Input& in, Grammar::NameContext& rule) {
  ast::Name name{{}, SpanOf(in, rule)};
  for (antlr4::tree::ParseTree* child : rule.children) {
    if (!IsToken(*child)) name.parts.push_back(BuildIdent(in, static_cast<const antlr4::ParserRuleContext&>(*child)));
  }
  return name;
}

ast::String BuildString(const Input& in, antlr4::tree::TerminalNode& node) {
  return {Unquote(Ours(*node.getSymbol()).text(), '\''), SpanOf(in, node)};
}

ast::RawText BuildRaw(const Input& in, antlr4::tree::TerminalNode& node) {
  return {std::string(RawBody(Ours(*node.getSymbol()).text())), SpanOf(in, node)};
}

std::vector<ast::Ident> BuildDialects(const Input& in, Grammar::DialectListContext& rule) {
  std::vector<ast::Ident> result;
  for (const Grammar::DialectContext* dialect : rule.dialect()) result.push_back(BuildIdent(in, *dialect));
  return result;
}

ast::DialectText BuildDialectString(const Input& in, Grammar::DialectStringContext& rule) {
  return {{BuildIdent(in, *rule.dialect())}, BuildString(in, *rule.STRING()).text, false, SpanOf(in, *rule.STRING())};
}

std::vector<ast::DialectText> BuildDialectRaws(const Input& in, const std::vector<Grammar::DialectRawContext*>& rules) {
  std::vector<ast::DialectText> result;
  for (Grammar::DialectRawContext* rule : rules) {
    std::vector<ast::Ident> dialects;
    if (const Grammar::DialectContext* dialect = rule->dialect()) dialects.push_back(BuildIdent(in, *dialect));
    result.push_back({std::move(dialects), BuildRaw(in, *rule->RAW()).text, true, SpanOf(in, *rule->RAW())});
  }
  return result;
}

std::vector<ast::WithOption> BuildWith(const Input& in, Grammar::WithClauseContext& rule) {
  std::vector<ast::WithOption> result;
  for (Grammar::DialectStringContext* entry : rule.dialectString()) {
    result.push_back({{BuildIdent(in, *entry->dialect())}, BuildString(in, *entry->STRING())});
  }
  return result;
}

void ReportRepeated(const Input& in, std::string_view what, source::Span first, source::Span second) {
  in.sink.Report(diag::Make(diag::Kind::kRepeatedClause, second, what)
                     .WithNote(first, "it was given here")
                     .WithHelp("keep the one that is meant"));
}

}  // namespace migc::parse
