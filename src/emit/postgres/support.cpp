#include "emit/postgres/support.h"

#include <algorithm>
#include <optional>
#include <string>

#include "emit/postgres/casts.h"
#include "emit/postgres/cockroachdb.h"
#include "emit/postgres/held_tables.h"
#include "emit/postgres/less.h"
#include "emit/postgres/redshift.h"
#include "emit/postgres/rewrite.h"
#include "migc/base/text.h"
#include "migc/dialect/lineage.h"
#include "migc/emit/print.h"
#include "migc/emit/sql_text.h"
#include "migc/emit/walk.h"

namespace migc::emit::postgres {
namespace {

using diag::Kind;

// The first words of the statement, in upper case and without comments.
std::vector<std::string> Words(const std::string& sql, const dialect::Dialect& dialect, std::size_t most) {
  std::vector<std::string> words;
  for (const Token& token : Tokenize(sql, dialect.lexical).tokens) {
    if (token.kind == TokenKind::kComment) continue;
    if (words.size() == most) break;
    words.push_back(token.kind == TokenKind::kWord ? base::UpperAscii(sql.substr(token.begin, token.end - token.begin)) : "");
  }
  words.resize(most);
  return words;
}

// "VACUUM", "CREATE INDEX CONCURRENTLY": statements that call PreventInTransactionBlock; else "".
std::string OutsideTransactionOnly(const std::string& sql, const dialect::Dialect& dialect) {
  const std::vector<std::string> words = Words(sql, dialect, 4);
  const auto& [first, second, third, fourth] = std::tie(words[0], words[1], words[2], words[3]);
  if (first == "VACUUM") return first;
  if (dialect::IsRedshift(dialect)) {
    if (std::string word = RedshiftOutsideOnly(sql, dialect); !word.empty()) return word;
  }
  if (first == "ALTER" && second == "SYSTEM") return "ALTER SYSTEM";
  const bool made_or_dropped = first == "CREATE" || first == "DROP";
  if (made_or_dropped && (second == "DATABASE" || second == "TABLESPACE" || second == "SUBSCRIPTION")) return first + " " + second;
  if (made_or_dropped && second == "INDEX" && third == "CONCURRENTLY") return first + " INDEX CONCURRENTLY";
  if (first == "CREATE" && second == "UNIQUE" && third == "INDEX" && fourth == "CONCURRENTLY") return "CREATE INDEX CONCURRENTLY";
  if (first == "REINDEX" && (second == "DATABASE" || second == "SYSTEM" || third == "CONCURRENTLY")) return "REINDEX " + second;
  return {};
}

class Checker {
 public:
  Checker(const catalog::Step& step, const dialect::Dialect& dialect, diag::Sink& sink)
      : step_(step), dialect_(dialect), sink_(sink) {}

  void Run() {
    const auto& body = step_.operation.body;
    if (const auto* alter = std::get_if<ir::AlterTable>(&body)) CheckAlterTable(*alter);
    if (const auto* create = std::get_if<ir::CreateEnum>(&body); create != nullptr && create->if_not_exists) {
      Refuse(create->name.origin, "IF NOT EXISTS on CREATE TYPE", "leave it out: the chain says what is there");
    }
    if (const auto* define = std::get_if<ir::Define>(&body)) CheckDefine(define->routine);
    if (const auto* raw = std::get_if<ir::RawSql>(&body)) CheckRawSql(*raw);
    Visitor visitor;
    visitor.expr = [this](const ir::Expr& expr) { CheckExpr(expr); };
    Walk(step_.operation, visitor);
  }

 private:
  std::optional<source::Span> Place(const ir::Origin& origin) const {
    if (origin.known) return origin.span;
    if (step_.operation.origin.known) return step_.operation.origin.span;
    return std::nullopt;
  }

  // Of no version.
  void Refuse(const ir::Origin& origin, const std::string& what, const std::string& instead) {
    sink_.Report(diag::Make(Kind::kPostgresHasNot, Place(origin), dialect_.title, what).WithHelp(instead));
  }

  void CheckExpr(const ir::Expr& expr) {
    if (expr.kind != ir::ExprKind::kFunction || expr.function != ir::Function::kUuid) return;
    if (dialect_.Has(dialect::Capability::kUuidFunction)) return;
    sink_.Report(diag::Make(Kind::kCapabilityMissing, Place(expr.origin), "a random UUID without an extension", dialect_.title,
                            dialect::Text(dialect_.target))
                     .WithHelp(dialect_.Has(dialect::Capability::kExtensions)
                                   ? "create extension pgcrypto, and write sql $$ gen_random_uuid() $$"
                                   : "give the values, or write `native` SQL of your own"));
  }

  void CheckAlterTable(const ir::AlterTable& alter) {
    TableState state(step_, alter.table);
    for (const ir::AlterAction& action : alter.actions) {
      if (const auto* set = std::get_if<ir::SetType>(&action.body)) CheckSetType(state, alter, action, *set);
      if (const auto* add = std::get_if<ir::AddConstraint>(&action.body); add != nullptr && add->if_not_exists) {
        Refuse(action.origin, "ADD CONSTRAINT IF NOT EXISTS",
               "write `drop constraint if exists " + add->constraint.name.text + ", add constraint …`");
      }
      CheckAbsentTable(alter, action);
      state.Apply(action, dialect_.default_schema);
    }
  }

  // ALTER TABLE IF EXISTS has no like for what is not an ALTER TABLE here.
  void CheckAbsentTable(const ir::AlterTable& alter, const ir::AlterAction& action) {
    if (!alter.if_exists || !step_.changes.empty()) return;
    const auto* not_null = std::get_if<ir::SetNotNull>(&action.body);
    const auto* add = std::get_if<ir::AddColumn>(&action.body);
    const bool comment = std::holds_alternative<ir::SetColumnComment>(action.body) ||
                         std::holds_alternative<ir::SetTableComment>(action.body) || (add != nullptr && add->column.comment);
    if (comment) Refuse(action.origin, "COMMENT ON with IF EXISTS", "leave `if exists` out: the chain says what is there");
    if (not_null != nullptr && not_null->fill) {
      Refuse(action.origin, "UPDATE with IF EXISTS", "leave `if exists` out: the chain says what is there");
    }
  }

  void CheckSetType(const TableState& state, const ir::AlterTable& alter, const ir::AlterAction& action, const ir::SetType& set) {
    const ir::Column* column = state.Find(set.column.text);
    if (column == nullptr) return;
    const ir::Origin& origin = action.origin;
    if (column->default_value && !DefaultFits(*column->default_value, set.type) &&
        !DefaultChangesAfter(alter, action, set.column.text)) {
      sink_.Report(diag::Make(Kind::kPostgresDefaultOfType, Place(origin), ir::Describe(*column->default_value), set.column.text,
                              ir::Describe(set.type))
                       .WithHelp("add `alter column " + set.column.text + " set default …`, or `drop default`, to the statement"));
    }
    for (const ir::Column& other : state.columns()) {
      if (!other.generated) continue;
      const std::vector<ir::Identifier> used = ir::ColumnsOf(other.generated->expr);
      const bool uses =
          std::any_of(used.begin(), used.end(), [&](const ir::Identifier& name) { return name.text == set.column.text; });
      if (!uses) continue;
      sink_.Report(diag::Make(Kind::kPostgresTypeOfGenerated, Place(origin), set.column.text, other.name.text)
                       .WithHelp("drop column " + other.name.text + " before, and add it again after"));
    }
    if (WrittenUsing(set) != nullptr || column->generated) return;
    if (ConversionOf(column->type, set.type) != Conversion::kNone) return;
    sink_.Report(diag::Make(Kind::kPostgresNoCast, Place(origin), ir::Describe(column->type), ir::Describe(set.type))
                     .WithHelp("say how: alter column " + set.column.text + " type " + ir::Describe(set.type) + " using (…)"));
  }

  void CheckDefine(const ir::Routine& routine) {
    if (!routine.text) return;
    const bool view = routine.kind == ir::RoutineKind::kView || routine.kind == ir::RoutineKind::kMaterializedView;
    const std::string first = Words(*routine.text, dialect_, 1).front();
    if (!view && first != "CREATE") {
      sink_.Report(diag::Make(Kind::kPostgresRoutineText, Place(routine.origin)).WithHelp("begin it with CREATE …"));
    }
    CheckBackslash(*routine.text);
  }

  void CheckRawSql(const ir::RawSql& raw) {
    for (const std::string& statement : SplitSql(raw.text, dialect_)) {
      const std::string word = OutsideTransactionOnly(statement, dialect_);
      if (word.empty() || step_.operation.no_transaction) continue;
      sink_.Report(diag::Make(Kind::kPostgresOutsideOnly, Place({}), word).WithHelp("write it in `no transaction { … }`"));
    }
    CheckBackslash(raw.text);
  }

  // psql takes a backslash outside quotation marks for a command of its own, such as \! for the shell.
  void CheckBackslash(const std::string& sql) {
    if (dialect_.tool != dialect::Tool::kPsql) return;
    for (const Token& token : Tokenize(sql, dialect_.lexical).tokens) {
      if (token.kind != TokenKind::kSymbol || sql[token.begin] != '\\') continue;
      sink_.Report(diag::Make(Kind::kPostgresBackslash, Place({})).WithHelp("it is no part of SQL: quote it, or leave it out"));
      return;
    }
  }

  const catalog::Step& step_;
  const dialect::Dialect& dialect_;
  diag::Sink& sink_;
};

}  // namespace

void CheckSupport(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink) {
  for (const catalog::Step& step : steps) Checker(step, dialect, sink).Run();
  CheckLessThanPostgres(steps, dialect, sink);
  if (dialect::IsRedshift(dialect)) CheckRedshift(steps, dialect, sink);
  if (dialect::IsCockroachdb(dialect)) CheckCockroachdb(steps, dialect, sink);
  if (dialect.Has(dialect::Capability::kHeldTables)) CheckHeldTables(steps, dialect, sink);
}

}  // namespace migc::emit::postgres
