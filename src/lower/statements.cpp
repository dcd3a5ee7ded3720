#include "lower/statements.h"

#include <algorithm>
#include <iterator>

#include "lower/alter.h"
#include "lower/data.h"
#include "lower/dialects.h"
#include "lower/names.h"
#include "lower/objects.h"
#include "lower/tables.h"
#include "migc/base/overloaded.h"

namespace migc::lower {
namespace {

using Operations = std::vector<ir::Operation>;

ir::RenameTable LowerRenameTable(Context& context, const ast::RenameTable& rename) {
  ir::RenameTable out{LowerName(context, rename.from, "a table has"), LowerName(context, rename.to, "a table has")};
  // The new name alone means the schema that the table is in.
  if (out.to.schema.empty()) out.to.schema = out.from.schema;
  return out;
}

// Statements that are not blocks, and not left out for some dialects.
Body LowerPlain(Context& c, const ast::Statement& statement) {
  const auto name = [&](const ast::Name& written, std::string_view owner) { return LowerName(c, written, owner); };
  const auto ident = [&](const ast::Ident& written) { return LowerIdent(c, written); };
  const auto on_table = [&](const std::optional<ast::Name>& table) { return LowerName(c, table, "a table has"); };
  return std::visit(
      base::Overloaded{
          [&](const ast::CreateTable& s) -> Body { return LowerCreateTable(c, s); },
          [&](const ast::DropTable& s) -> Body {
            return ir::DropTable{name(s.name, "a table has"), s.if_exists, s.cascade};
          },
          [&](const ast::RenameTable& s) -> Body { return LowerRenameTable(c, s); },
          [&](const ast::CreateIndex& s) -> Body {
            return ir::CreateIndex{name(s.table, "a table has"), LowerIndex(c, s.index), s.if_not_exists, s.index.online};
          },
          [&](const ast::DropIndex& s) -> Body {
            return ir::DropIndex{name(s.name, "an index has"), on_table(s.table), s.if_exists, s.online};
          },
          [&](const ast::RenameIndex& s) -> Body {
            return ir::RenameIndex{name(s.from, "an index has"), ident(s.to), on_table(s.table)};
          },
          [&](const ast::CreateSequence& s) -> Body { return LowerObject(c, s); },
          [&](const ast::AlterSequence& s) -> Body { return LowerObject(c, s); },
          [&](const ast::DropSequence& s) -> Body {
            return ir::DropSequence{name(s.name, "a sequence has"), s.if_exists};
          },
          [&](const ast::CreateEnum& s) -> Body { return LowerObject(c, s); },
          [&](const ast::AlterEnum& s) -> Body { return LowerObject(c, s); },
          [&](const ast::DropEnum& s) -> Body {
            return ir::DropEnum{name(s.name, "an enum has"), s.if_exists};
          },
          [&](const ast::CreateSchema& s) -> Body {
            return ir::CreateSchema{ident(s.name), s.if_not_exists};
          },
          [&](const ast::DropSchema& s) -> Body {
            return ir::DropSchema{ident(s.name), s.if_exists};
          },
          [&](const ast::CreateExtension& s) -> Body {
            return ir::CreateExtension{ident(s.name), s.if_not_exists};
          },
          [&](const ast::DropExtension& s) -> Body {
            return ir::DropExtension{ident(s.name), s.if_exists};
          },
          [&](const ast::Define& s) -> Body { return LowerDefine(c, s, statement.span); },
          [&](const ast::DropDefined& s) -> Body { return LowerObject(c, s); },
          [&](const ast::Comment& s) -> Body { return LowerObject(c, s); },
          [&](const ast::Grant& s) -> Body { return LowerObject(c, s); },
          [&](const ast::Insert& s) -> Body { return LowerData(c, s); },
          [&](const ast::Update& s) -> Body { return LowerData(c, s); },
          [&](const ast::Delete& s) -> Body { return LowerData(c, s); },
          [&](const ast::SetTimeouts& s) -> Body { return LowerData(c, s); },
          [&](const ast::Require& s) -> Body { return LowerData(c, s); },
          // These four are taken by LowerStatement.
          [](const ast::AlterTable&) -> Body { base::Fail("a plain statement", __FILE__, __LINE__); },
          [](const ast::RawSql&) -> Body { base::Fail("a plain statement", __FILE__, __LINE__); },
          [](const ast::ForDialects&) -> Body { base::Fail("a plain statement", __FILE__, __LINE__); },
          [](const ast::NoTransaction&) -> Body { base::Fail("a plain statement", __FILE__, __LINE__); },
      },
      statement.node);
}

void Append(Operations& to, Operations&& from) { std::move(from.begin(), from.end(), std::back_inserter(to)); }

// What was written above a block is about what comes first in it.
void AddComment(Operations& operations, const std::string& comment) {
  if (operations.empty() || comment.empty()) return;
  std::string& first = operations.front().comment;
  first = first.empty() ? comment : comment + "\n" + first;
}

// How each kind is called where it may not stand, and whether it may stand in `effects` and in the model file.
struct Places {
  std::string_view name;
  bool in_effects = true;
  bool in_model = false;
};

Places PlacesOf(const ast::Statement& statement) {
  return std::visit(base::Overloaded{
                        [](const ast::CreateTable&) {
                          return Places{"`create table`", true, true};
                        },
                        [](const ast::DropTable&) { return Places{"`drop table`"}; },
                        [](const ast::RenameTable&) { return Places{"`rename table`"}; },
                        [](const ast::AlterTable&) { return Places{"`alter table`"}; },
                        [](const ast::CreateIndex&) {
                          return Places{"`create index`", true, true};
                        },
                        [](const ast::DropIndex&) { return Places{"`drop index`"}; },
                        [](const ast::RenameIndex&) { return Places{"`rename index`"}; },
                        [](const ast::CreateSequence&) {
                          return Places{"`create sequence`", true, true};
                        },
                        [](const ast::AlterSequence&) { return Places{"`alter sequence`"}; },
                        [](const ast::DropSequence&) { return Places{"`drop sequence`"}; },
                        [](const ast::CreateEnum&) {
                          return Places{"`create enum`", true, true};
                        },
                        [](const ast::AlterEnum&) { return Places{"`alter enum`"}; },
                        [](const ast::DropEnum&) { return Places{"`drop enum`"}; },
                        [](const ast::CreateSchema&) {
                          return Places{"`create schema`", true, true};
                        },
                        [](const ast::DropSchema&) { return Places{"`drop schema`"}; },
                        [](const ast::CreateExtension&) {
                          return Places{"`create extension`", true, true};
                        },
                        [](const ast::DropExtension&) { return Places{"`drop extension`"}; },
                        [](const ast::Define&) {
                          return Places{"`define`", true, true};
                        },
                        [](const ast::DropDefined&) { return Places{"`drop`"}; },
                        [](const ast::Comment&) {
                          return Places{"`comment on`", true, true};
                        },
                        [](const ast::Grant& grant) {
                          return Places{grant.revoke ? "`revoke`" : "`grant`", true, !grant.revoke};
                        },
                        [](const ast::Insert&) {
                          return Places{"`insert`", false};
                        },
                        [](const ast::Update&) {
                          return Places{"`update`", false};
                        },
                        [](const ast::Delete&) {
                          return Places{"`delete`", false};
                        },
                        [](const ast::RawSql&) {
                          return Places{"`sql`", false};
                        },
                        [](const ast::ForDialects&) {
                          return Places{"`for`", true, true};
                        },
                        [](const ast::NoTransaction&) {
                          return Places{"`no transaction`", false};
                        },
                        [](const ast::SetTimeouts&) {
                          return Places{"`set … timeout`", false};
                        },
                        [](const ast::Require&) {
                          return Places{"`require`", false};
                        },
                    },
                    statement.node);
}

class StatementLowerer {
 public:
  explicit StatementLowerer(Context& context) : context_(context) {}

  Operations Lower(const ast::Statement& statement) {
    if (!MayStandHere(statement)) return {};
    Operations out = LowerAny(statement);
    AddComment(out, statement.leading_comment);
    return out;
  }

 private:
  bool MayStandHere(const ast::Statement& statement) {
    const Places places = PlacesOf(statement);
    if (context_.in_effects && !places.in_effects) {
      context_.Report(
          diag::Make(diag::Kind::kNotInEffects, statement.span, places.name).WithHelp("leave it out; nothing in `effects` is run"));
      return false;
    }
    if (context_.in_model && !places.in_model) {
      context_.Report(diag::Make(diag::Kind::kNotInModel, statement.span, places.name)
                          .WithHelp("write it in a revision, and what comes of it in the model file"));
      return false;
    }
    return true;
  }

  Operations LowerAny(const ast::Statement& statement) {
    if (const auto* block = std::get_if<ast::ForDialects>(&statement.node)) return LowerFor(*block, statement.span);
    if (const auto* block = std::get_if<ast::NoTransaction>(&statement.node)) return LowerNoTransaction(*block, statement.span);
    if (const auto* sql = std::get_if<ast::RawSql>(&statement.node)) {
      std::optional<ir::RawSql> lowered = LowerRawSql(context_, *sql, statement.span);
      if (!lowered) return {};
      lowered->effects = LowerEffects(sql->effects);
      return One(std::move(*lowered), statement.span);
    }
    if (const auto* alter = std::get_if<ast::AlterTable>(&statement.node)) {
      std::optional<ir::AlterTable> lowered = LowerAlterTable(context_, *alter, statement.span);
      return lowered ? One(std::move(*lowered), statement.span) : Operations();
    }
    return One(LowerPlain(context_, statement), statement.span);
  }

  Operations One(Body body, source::Span place) const {
    Operations out(1);
    out.front().body = std::move(body);
    out.front().no_transaction = context_.no_transaction;
    out.front().origin = place;
    return out;
  }

  Operations LowerFor(const ast::ForDialects& block, source::Span place) {
    const Alternatives named = {{&block.dialects, place}};
    CheckDialects(context_, named);
    WarnIfUnreached(context_, named, place);
    const bool ours = Choose(context_.options.lineage, named).has_value();
    const std::vector<Lineage> reaching = context_.reaching;
    const auto goes_elsewhere = [&](const Lineage& lineage) { return Choose(lineage, named).has_value() != ours; };
    std::erase_if(context_.reaching, goes_elsewhere);
    Operations out = LowerStatements(context_, ours ? block.body : block.otherwise);
    context_.reaching = reaching;
    return out;
  }

  Operations LowerNoTransaction(const ast::NoTransaction& block, source::Span place) {
    if (context_.no_transaction) {
      context_.Report(diag::Make(diag::Kind::kNestedNoTransaction, place).WithHelp("leave the inner one out, and its braces"));
    }
    const bool outside = context_.no_transaction;
    context_.no_transaction = true;
    Operations out = LowerStatements(context_, block.body);
    context_.no_transaction = outside;
    return out;
  }

  Operations LowerEffects(const std::vector<ast::Statement>& effects) {
    context_.in_effects = true;
    Operations out = LowerStatements(context_, effects);
    context_.in_effects = false;
    return out;
  }

  Context& context_;
};

}  // namespace

std::vector<ir::Operation> LowerStatements(Context& context, const std::vector<ast::Statement>& statements) {
  Operations out;
  for (const ast::Statement& statement : statements) Append(out, StatementLowerer(context).Lower(statement));
  return out;
}

}  // namespace migc::lower
