// Build…: ANTLR's tree of one file becomes ast::File. One function per rule of the grammar that means something.
#pragma once

#include <MigcParser.h>

#include <string>
#include <string_view>
#include <vector>

#include "migc/ast/ast.h"
#include "migc/diag/sink.h"
#include "migc/source/buffers.h"
#include "parse/lexer.h"

namespace migc::parse {

using Grammar = generated::MigcParser;

// What every Build function borrows. The tree is whole: it is built only from text without syntax errors.
struct Input {
  const source::Buffer& buffer;
  const Lexemes& lexemes;
  diag::Sink& sink;
};

// ---- nodes.cpp ----

// What a node is, without the dynamic_cast of ANTLR's own accessors, which look through every child with one: where a file has
// many of a kind, that took a tenth of a compile.
bool IsToken(const antlr4::tree::ParseTree& node);
// Of a node that is a token.
const antlr4::Token& TokenOf(antlr4::tree::ParseTree& node);
// Of a node that is none: Grammar::RuleCondition …
std::size_t RuleOf(const antlr4::tree::ParseTree& node);
// The first child that is this token; null when there is none.
antlr4::tree::TerminalNode* FindToken(const antlr4::ParserRuleContext& rule, std::size_t kind);
inline bool HasToken(const antlr4::ParserRuleContext& rule, std::size_t kind) { return FindToken(rule, kind) != nullptr; }
// The first child that is this rule: FindRule<Grammar::NameContext>(rule, Grammar::RuleName); null when there is none.
template <class Rule>
Rule* FindRule(const antlr4::ParserRuleContext& rule, std::size_t kind) {
  for (antlr4::tree::ParseTree* child : rule.children) {
    if (!IsToken(*child) && RuleOf(*child) == kind) return static_cast<Rule*>(child);
  }
  return nullptr;
}

// ---- build_words.cpp ----

source::Span SpanOf(const Input& in, const antlr4::Token& token);
source::Span SpanOf(const Input& in, const antlr4::ParserRuleContext& rule);
source::Span SpanOf(const Input& in, antlr4::tree::TerminalNode& node);
// A word, a quoted name, or (for revision ids) a string or number.
ast::Ident BuildIdent(const Input& in, const antlr4::Token& token);
ast::Ident BuildIdent(const Input& in, const antlr4::ParserRuleContext& rule_of_one_token);
std::vector<ast::Ident> BuildIdents(const Input& in, const std::vector<Grammar::IdentContext*>& idents);
ast::Name BuildName(const Input& in, Grammar::NameContext& rule);
ast::String BuildString(const Input& in, antlr4::tree::TerminalNode& node);
ast::RawText BuildRaw(const Input& in, antlr4::tree::TerminalNode& node);
std::vector<ast::Ident> BuildDialects(const Input& in, Grammar::DialectListContext& rule);
ast::DialectText BuildDialectString(const Input& in, Grammar::DialectStringContext& rule);
std::vector<ast::DialectText> BuildDialectRaws(const Input& in, const std::vector<Grammar::DialectRawContext*>& rules);
std::vector<ast::WithOption> BuildWith(const Input& in, Grammar::WithClauseContext& rule);
// The text without its quotes and their doubling.
std::string Unquote(std::string_view text, char quote);
// `what` has been given before in the same statement: reports it, with the first place as a note.
void ReportRepeated(const Input& in, std::string_view what, source::Span first, source::Span second);

// ---- build_type.cpp ----

ast::TypeRef BuildType(const Input& in, Grammar::DataTypeContext& rule);
ast::TypeRef BuildType(const Input& in, Grammar::ItemTypeContext& rule);
std::vector<ast::TypeRef> BuildTypes(const Input& in, Grammar::TypeListContext& rule);

// ---- build_expression.cpp ----

ast::Expr BuildExpression(const Input& in, Grammar::ExpressionContext& rule);
// As BuildExpression; parentheses round the whole, which `where (…)` and `using (…)` ask for, are left out.
ast::Expr BuildClause(const Input& in, Grammar::ExpressionContext& rule);

// ---- build_table.cpp, build_constraint.cpp, build_index.cpp, build_sequence.cpp ----

ast::CreateTable BuildCreateTable(const Input& in, Grammar::CreateTableContext& rule);
ast::Column BuildColumn(const Input& in, Grammar::ColumnContext& rule);
// `add column …`, where the rule's own parts are those of a column; the span ends with the last attribute.
ast::Column BuildAddedColumn(const Input& in, Grammar::AddActionContext& rule);
ast::Constraint BuildConstraint(const Input& in, Grammar::ConstraintBodyContext& rule);
ast::Reference BuildReference(const Input& in, Grammar::ReferenceContext& rule, source::Span span);
ast::Attribute BuildNamedAttribute(const Input& in, Grammar::NamedAttributeContext& rule);
std::vector<ast::Ident> BuildColumns(const Input& in, Grammar::ColumnListContext& rule);
ast::Index BuildTableIndex(const Input& in, Grammar::TableIndexContext& rule);
ast::CreateIndex BuildCreateIndex(const Input& in, Grammar::CreateIndexContext& rule);
ast::Identity BuildIdentity(const Input& in, Grammar::IdentityContext& rule);
std::vector<ast::Option> BuildOptions(const Input& in, const std::vector<Grammar::SequenceOptionContext*>& rules);

// ---- build_alter.cpp ----

ast::AlterTable BuildAlterTable(const Input& in, Grammar::AlterTableContext& rule);

// ---- build_object.cpp: what is neither a table nor data ----

void BuildCreate(const Input& in, Grammar::CreateStatementContext& rule, ast::Statement& out);
void BuildDrop(const Input& in, Grammar::DropStatementContext& rule, ast::Statement& out);
void BuildRename(const Input& in, Grammar::RenameStatementContext& rule, ast::Statement& out);
void BuildAlter(const Input& in, Grammar::AlterStatementContext& rule, ast::Statement& out);
ast::Define BuildDefine(const Input& in, Grammar::DefineStatementContext& rule);
ast::Comment BuildComment(const Input& in, Grammar::CommentStatementContext& rule);
ast::Grant BuildGrant(const Input& in, Grammar::GrantStatementContext& rule);
ast::Grant BuildRevoke(const Input& in, Grammar::RevokeStatementContext& rule);

// ---- build_data.cpp ----

ast::Insert BuildInsert(const Input& in, Grammar::InsertStatementContext& rule);
ast::Update BuildUpdate(const Input& in, Grammar::UpdateStatementContext& rule);
ast::Delete BuildDelete(const Input& in, Grammar::DeleteStatementContext& rule);
ast::RawSql BuildSql(const Input& in, Grammar::SqlStatementContext& rule);
ast::SetTimeouts BuildTimeouts(const Input& in, Grammar::SetStatementContext& rule);
ast::Require BuildRequire(const Input& in, Grammar::RequireStatementContext& rule);

// ---- build_file.cpp ----

std::vector<ast::Statement> BuildStatements(const Input& in, const std::vector<Grammar::StatementContext*>& rules);
std::vector<ast::Statement> BuildBlock(const Input& in, Grammar::BlockContext& rule);
ast::File BuildRevisionTree(const Input& in, Grammar::RevisionFileContext& rule);
ast::File BuildHeaderTree(const Input& in, Grammar::HeaderContext& rule);
ast::File BuildModelTree(const Input& in, Grammar::ModelFileContext& rule);

// The lines of the `--` comments that stand directly above `offset`, without the dashes.
std::string LeadingComment(const Input& in, std::uint32_t offset);

}  // namespace migc::parse
