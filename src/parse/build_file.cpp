#include <algorithm>
#include <optional>
#include <utility>

#include "migc/base/check.h"
#include "migc/base/text.h"
#include "parse/build.h"

namespace migc::parse {

namespace {

void BuildSimple(const Input& in, Grammar::SimpleStatementContext& rule, ast::Statement& out) {
  antlr4::tree::ParseTree& node = *rule.children.front();
  switch (RuleOf(node)) {
    case Grammar::RuleCreateStatement:
      return BuildCreate(in, static_cast<Grammar::CreateStatementContext&>(node), out);
    case Grammar::RuleAlterStatement:
      return BuildAlter(in, static_cast<Grammar::AlterStatementContext&>(node), out);
    case Grammar::RuleDropStatement:
      return BuildDrop(in, static_cast<Grammar::DropStatementContext&>(node), out);
    case Grammar::RuleRenameStatement:
      return BuildRename(in, static_cast<Grammar::RenameStatementContext&>(node), out);
    case Grammar::RuleDefineStatement:
      out.node = BuildDefine(in, static_cast<Grammar::DefineStatementContext&>(node));
      break;
    case Grammar::RuleCommentStatement:
      out.node = BuildComment(in, static_cast<Grammar::CommentStatementContext&>(node));
      break;
    case Grammar::RuleGrantStatement:
      out.node = BuildGrant(in, static_cast<Grammar::GrantStatementContext&>(node));
      break;
    case Grammar::RuleRevokeStatement:
      out.node = BuildRevoke(in, static_cast<Grammar::RevokeStatementContext&>(node));
      break;
    case Grammar::RuleInsertStatement:
      out.node = BuildInsert(in, static_cast<Grammar::InsertStatementContext&>(node));
      break;
    case Grammar::RuleUpdateStatement:
      out.node = BuildUpdate(in, static_cast<Grammar::UpdateStatementContext&>(node));
      break;
    case Grammar::RuleDeleteStatement:
      out.node = BuildDelete(in, static_cast<Grammar::DeleteStatementContext&>(node));
      break;
    case Grammar::RuleSqlStatement:
      out.node = BuildSql(in, static_cast<Grammar::SqlStatementContext&>(node));
      break;
    case Grammar::RuleSetStatement:
      out.node = BuildTimeouts(in, static_cast<Grammar::SetStatementContext&>(node));
      break;
    case Grammar::RuleRequireStatement:
      out.node = BuildRequire(in, static_cast<Grammar::RequireStatementContext&>(node));
      break;
    default:
      CHECK(false);
  }
}

void BuildWithBlock(const Input& in, Grammar::BlockStatementContext& rule, ast::Statement& out) {
  if (Grammar::NoTransactionStatementContext* alone = rule.noTransactionStatement()) {
    out.node = ast::NoTransaction{BuildBlock(in, *alone->block())};
    return;
  }
  Grammar::ForStatementContext& branch = *rule.forStatement();
  ast::ForDialects result{BuildDialects(in, *branch.dialectList()), BuildBlock(in, *branch.block(0)), {}};
  if (branch.ELSE() != nullptr) result.otherwise = BuildBlock(in, *branch.block(1));
  out.node = std::move(result);
}

ast::Ident BuildRevisionId(const Input& in, const antlr4::ParserRuleContext& rule) { return BuildIdent(in, rule); }

std::vector<ast::Ident> BuildRevisionIds(const Input& in, Grammar::RevisionIdListContext& rule) {
  std::vector<ast::Ident> result;
  for (antlr4::tree::ParseTree* child : rule.children) {
    if (!IsToken(*child)) result.push_back(BuildRevisionId(in, static_cast<const antlr4::ParserRuleContext&>(*child)));
  }
  return result;
}

void Append(std::vector<ast::Ident>& list, std::vector<ast::Ident> more) {
  for (ast::Ident& ident : more) list.push_back(std::move(ident));
}

bool IsBase(const std::vector<ast::Ident>& ids) {
  return ids.size() == 1 && !ids[0].quoted && base::LowerAscii(ids[0].text) == "base";
}

ast::Header BuildHeader(const Input& in, Grammar::HeaderContext& rule) {
  ast::Header header;
  header.span = SpanOf(in, rule);
  header.id = BuildRevisionId(in, *FindRule<Grammar::RevisionIdContext>(rule, Grammar::RuleRevisionId));
  if (auto* message = FindToken(rule, Grammar::STRING)) header.message = BuildString(in, *message);
  std::optional<source::Span> revises_at;
  std::optional<source::Span> created_at;
  for (antlr4::tree::ParseTree* child : rule.children) {
    if (IsToken(*child) || RuleOf(*child) != Grammar::RuleHeaderClause) continue;
    auto& clause = static_cast<Grammar::HeaderClauseContext&>(*child);
    const source::Span span = SpanOf(in, clause);
    const std::size_t first = clause.start->getType();
    if (first == Grammar::CREATED) {
      if (created_at) {
        ReportRepeated(in, "`created`", *created_at, span);
      } else {
        created_at = span;
        header.created = BuildString(in, *FindToken(clause, Grammar::STRING));
      }
      continue;
    }
    std::vector<ast::Ident> ids =
        BuildRevisionIds(in, *FindRule<Grammar::RevisionIdListContext>(clause, Grammar::RuleRevisionIdList));
    if (first == Grammar::DEPENDS) {
      Append(header.depends_on, std::move(ids));
    } else if (first == Grammar::LABEL) {
      Append(header.labels, std::move(ids));
    } else if (revises_at) {
      ReportRepeated(in, "`revises`", *revises_at, span);
    } else {
      revises_at = span;
      header.has_revises = true;
      header.revises_base = IsBase(ids);
      if (!header.revises_base) header.revises = std::move(ids);
    }
  }
  return header;
}

ast::Downgrade BuildDowngrade(const Input& in, Grammar::SectionContext& rule) {
  ast::Downgrade result;
  result.span = SpanOf(in, rule);
  if (rule.IRREVERSIBLE() != nullptr) {
    result.irreversible = BuildString(in, *rule.STRING());
  } else {
    result.statements = BuildBlock(in, *rule.block());
  }
  return result;
}

bool IsBlank(std::string_view text) { return text.find_first_not_of(" \t\r\f\v") == std::string_view::npos; }

// The comment's line has nothing before it.
bool StandsAlone(std::string_view text, const Lexeme& comment) {
  const std::size_t line = text.rfind('\n', comment.begin) + 1;  // npos + 1 is 0
  return IsBlank(text.substr(line, comment.begin - line));
}

// One line end and blanks lie between the two places.
bool OnNextLine(std::string_view text, std::uint32_t from, std::uint32_t to) {
  const std::string_view between = text.substr(from, to - from);
  const std::size_t line_end = between.find('\n');
  return line_end != std::string_view::npos && IsBlank(between.substr(0, line_end)) && IsBlank(between.substr(line_end + 1));
}

// `--` and one blank after it are not part of what the comment says.
std::string_view CommentText(std::string_view line) {
  line.remove_prefix(2);
  if (line.starts_with(' ')) line.remove_prefix(1);
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::string LeadingComment(const Input& in, std::uint32_t offset) {
  const std::string_view text = in.buffer.text();
  const std::vector<Lexeme>& comments = in.lexemes.comments;
  const auto after = std::upper_bound(comments.begin(), comments.end(), offset,
                                      [](std::uint32_t at, const Lexeme& comment) { return at < comment.begin; });
  auto first = after;
  std::uint32_t next = offset;
  while (first != comments.begin()) {
    const Lexeme& comment = *std::prev(first);
    if (comment.kind != Grammar::LINE_COMMENT || !OnNextLine(text, comment.end, next) || !StandsAlone(text, comment)) break;
    next = comment.begin;
    --first;
  }
  std::string result;
  for (auto comment = first; comment != after; ++comment) {
    if (comment != first) result += '\n';
    result += CommentText(text.substr(comment->begin, comment->end - comment->begin));
  }
  return result;
}

std::vector<ast::Statement> BuildStatements(const Input& in, const std::vector<Grammar::StatementContext*>& rules) {
  std::vector<ast::Statement> result;
  result.reserve(rules.size());
  for (Grammar::StatementContext* rule : rules) {
    ast::Statement& statement = result.emplace_back();
    statement.span = SpanOf(in, *rule);
    statement.leading_comment = LeadingComment(in, statement.span.begin);
    if (Grammar::SimpleStatementContext* simple = rule->simpleStatement()) {
      BuildSimple(in, *simple, statement);
    } else {
      BuildWithBlock(in, *rule->blockStatement(), statement);
    }
  }
  return result;
}

std::vector<ast::Statement> BuildBlock(const Input& in, Grammar::BlockContext& rule) {
  return BuildStatements(in, rule.statement());
}

ast::File BuildRevisionTree(const Input& in, Grammar::RevisionFileContext& rule) {
  ast::File file;
  file.file = in.buffer.id();
  file.header = BuildHeader(in, *rule.header());
  file.no_transaction = !rule.revisionOption().empty();
  std::optional<source::Span> upgrade_at;
  for (Grammar::SectionContext* section : rule.section()) {
    const source::Span span = SpanOf(in, *section);
    if (section->DOWNGRADE() != nullptr) {
      if (file.downgrade) {
        ReportRepeated(in, "`downgrade`", file.downgrade->span, span);
      } else {
        file.downgrade = BuildDowngrade(in, *section);
      }
    } else if (upgrade_at) {
      ReportRepeated(in, "`upgrade`", *upgrade_at, span);
    } else {
      upgrade_at = span;
      file.statements = BuildBlock(in, *section->block());
    }
  }
  if (!upgrade_at) {
    in.sink.Report(diag::Make(diag::Kind::kMissingUpgrade, file.header->span)
                       .WithHelp("write `upgrade { }` after the header, if nothing is to be done"));
  }
  return file;
}

ast::File BuildHeaderTree(const Input& in, Grammar::HeaderContext& rule) {
  ast::File file;
  file.file = in.buffer.id();
  file.header = BuildHeader(in, rule);
  return file;
}

ast::File BuildModelTree(const Input& in, Grammar::ModelFileContext& rule) {
  ast::File file;
  file.file = in.buffer.id();
  file.statements = BuildStatements(in, rule.statement());
  return file;
}

}  // namespace migc::parse
