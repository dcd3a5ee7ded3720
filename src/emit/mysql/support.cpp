#include "emit/mysql/support.h"

#include <algorithm>
#include <optional>
#include <string>

#include "emit/mysql/reporter.h"
#include "emit/mysql/syntax.h"
#include "emit/mysql/table_problems.h"
#include "emit/mysql/table_state.h"
#include "emit/mysql/tidb.h"
#include "migc/base/overloaded.h"
#include "migc/base/text.h"
#include "migc/dialect/lineage.h"
#include "migc/emit/print.h"
#include "migc/emit/sql_text.h"
#include "migc/emit/walk.h"

namespace migc::emit::mysql {
namespace {

using diag::Kind;
using dialect::Capability;

constexpr std::string_view kLeaveOut = "leave it out: the chain says what is there";

class Checker {
 public:
  Checker(const catalog::Step& step, const dialect::Dialect& dialect, diag::Sink& sink)
      : step_(step), dialect_(dialect), reporter_(step, dialect, sink) {}

  void Run() {
    std::visit(base::Overloaded{
                   [&](const ir::AlterTable& alter) { CheckAlterTable(alter); },
                   [&](const ir::CreateTable& create) {
                     CheckComment(create.table.comment, create.table.origin);
                     if (create.table.columns.empty()) Refuse(create.table.origin, "table without columns", "give it one");
                   },
                   [&](const ir::CreateIndex& create) { CheckIfExists(create.if_not_exists, "IF NOT EXISTS on an index"); },
                   [&](const ir::DropIndex& drop) {
                     CheckIfExists(drop.if_exists, "IF EXISTS on an index");
                     NeedTable(drop.table, drop.name.name);
                   },
                   [&](const ir::RenameIndex& rename) { NeedTable(rename.table, rename.from.name); },
                   [&](const ir::Define& define) { CheckDefine(define.routine); },
                   [&](const ir::SetTimeouts& set) { CheckTimeouts(set); },
                   [](const auto&) {},
               },
               step_.operation.body);
    reporter_.At({});
    Visitor visitor;
    visitor.column = [this](const ir::Column& column) { CheckColumn(column); };
    visitor.constraint = [this](const ir::Constraint& constraint) { CheckConstraint(constraint); };
    visitor.index = [this](const ir::Index& index) { CheckIndex(index); };
    Walk(step_.operation, visitor);
    CheckTables();
  }

 private:
  std::optional<source::Span> Place(const ir::Origin& origin) const { return reporter_.Place(origin); }

  // Of no version.
  void Refuse(const ir::Origin& origin, const std::string& what, std::string_view instead) {
    reporter_.Report(diag::Make(Kind::kMysqlHasNot, Place(origin), dialect_.title, what).WithHelp(std::string(instead)));
  }

  void Need(Capability capability, const ir::Origin& origin, const std::string& what, std::string instead) {
    if (dialect_.Has(capability)) return;
    const auto since = dialect_.since.find(capability);
    reporter_.Missing(origin, what, std::move(instead),
                      since == dialect_.since.end() ? std::nullopt : std::optional(since->second));
  }

  void CheckIfExists(bool asked, const std::string& what) {
    if (asked) Need(Capability::kColumnIfExists, {}, what, std::string(kLeaveOut));
  }

  void NeedTable(const ir::Name& table, const std::string& index) {
    if (table.empty())
      Refuse({}, "index without a table, and nobody knows that of \"" + index + "\"", "write `drop index … on` its table");
  }

  void CheckDefine(const ir::Routine& routine) {
    const bool view = routine.kind == ir::RoutineKind::kView || routine.kind == ir::RoutineKind::kMaterializedView;
    if (!routine.text || view) return;
    for (const Token& token : Tokenize(*routine.text, dialect_.lexical).tokens) {
      if (token.kind == TokenKind::kComment) continue;
      const std::string first = base::UpperAscii(std::string_view(*routine.text).substr(token.begin, token.end - token.begin));
      if (first != "CREATE")
        reporter_.Report(diag::Make(Kind::kMysqlRoutineText, Place(routine.origin)).WithHelp("begin it with CREATE …"));
      return;
    }
  }

  void CheckTimeouts(const ir::SetTimeouts& set) {
    if (set.lock_ms && !dialect_.Has(Capability::kLockTimeout)) {
      reporter_.Report(diag::Make(Kind::kCapabilityNotFollowed, Place({}), dialect_.title, dialect::Text(dialect_.target),
                                  "a limit on waiting for locks", "it waits until it has them"));
    }
    if (!set.statement_ms || dialect_.Has(Capability::kStatementTimeout)) return;
    reporter_.Report(diag::Make(Kind::kCapabilityNotFollowed, Place({}), dialect_.title, dialect::Text(dialect_.target),
                                "a limit on how long a statement runs", "it runs until it is done"));
  }

  // Comments are metadata, which is kept in utf8mb3 (manual, "UTF-8 for Metadata"); the server says nothing when it cannot convert.
  void CheckComment(const std::optional<std::string>& comment, const ir::Origin& origin) {
    if (!comment || std::none_of(comment->begin(), comment->end(), [](char c) { return static_cast<unsigned char>(c) >= 0xF0; }))
      return;
    reporter_.Report(diag::Make(Kind::kCapabilityNotFollowed, Place(origin), dialect_.title, dialect::Text(dialect_.target),
                                "characters above U+FFFF in a comment", "each becomes a question mark there"));
  }

  // ---- columns ----

  void CheckColumn(const ir::Column& column) {
    CheckComment(column.comment, column.origin);
    if (column.collation) CheckCollation(*column.collation, column.origin);
    if (column.default_value) CheckDefault(column.name.text, column.type, *column.default_value, column.origin);
    if (column.identity) CheckOptions(column.identity->options, column.origin);
    if (column.generated && column.not_null) {
      Need(Capability::kGeneratedNotNull, column.origin, "NOT NULL on a generated column",
           "leave it out, or add `check (" + column.name.text + " is not null)`");
    }
  }

  // They are named after their character set (MariaDB's newer ones after a version of Unicode); `binary` is one too.
  void CheckCollation(const std::string& name, const ir::Origin& origin) {
    if (name == "binary" || name.find('_') != std::string::npos) return;
    Refuse(origin, "collation \"" + name + "\"",
           "its names begin with a character set, such as utf8mb4_bin; write it in `for … { }`");
  }

  void CheckDefault(const std::string& column, const ir::Type& type, const ir::Expr& value, const ir::Origin& origin) {
    if (dialect_.Has(Capability::kExpressionDefaults) || IsCurrentTimestamp(value, type)) return;
    const bool null = value.kind == ir::ExprKind::kNull;
    if (IsLong(type) && !null) {
      reporter_.Report(diag::Make(Kind::kMysqlTextDefault, Place(origin), column, ir::Describe(type), dialect_.title,
                                  dialect::Text(dialect_.target))
                           .WithHelp("leave the default out, or make it varchar(n)"));
    } else if (!IsLiteral(value) && value.kind != ir::ExprKind::kRawSql) {
      reporter_.Report(diag::Make(Kind::kMysqlLiteralDefault, Place(origin), column, dialect_.title, dialect::Text(dialect_.target))
                           .WithHelp(dialect::IsTidb(dialect_)
                                         ? "write a literal, or leave the default out"
                                         : "write a literal, or leave the default out; MySQL takes expressions since 8.0.13"));
    }
  }

  void CheckOptions(const ir::SequenceOptions& options, const ir::Origin& origin) {
    const auto refuse = [&](bool asked, const std::string& option) {
      if (asked) Refuse(origin, option + " of an identity", "leave it out; AUTO_INCREMENT counts up by one, and `start` can stay");
    };
    refuse(options.increment.value_or(1) != 1, "increment");
    refuse(options.min_value && *options.min_value != 1, "minvalue");
    refuse(options.max_value.has_value(), "maxvalue");
    refuse(options.cycle.value_or(false), "cycle");
  }

  // ---- constraints and indexes ----

  void CheckConstraint(const ir::Constraint& constraint) {
    if (std::holds_alternative<ir::Check>(constraint.body)) {
      Need(Capability::kCheckConstraints, constraint.origin, "a check constraint",
           "write it in `for … { }`; this version would parse it and forget it");
    } else if (const auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) {
      const bool sets_default =
          key->on_delete == ir::ReferenceAction::kSetDefault || key->on_update == ir::ReferenceAction::kSetDefault;
      if (sets_default) Refuse(constraint.origin, "SET DEFAULT in a foreign key", "use `set null`, `cascade` or `restrict`");
    }
  }

  void CheckIndex(const ir::Index& index) {
    static const std::vector<std::string> methods = {"", "btree", "hash", "fulltext", "spatial"};
    if (std::find(methods.begin(), methods.end(), index.method) == methods.end()) {
      Refuse(index.origin, "index method \"" + index.method + "\"", "there are btree, hash, fulltext and spatial");
    }
    for (const ir::IndexKey& key : index.keys) {
      if (key.order != ir::SortOrder::kDescending || dialect_.Has(Capability::kDescendingIndexes)) continue;
      reporter_.Report(diag::Make(Kind::kCapabilityNotFollowed, Place(key.expr.origin), dialect_.title,
                                  dialect::Text(dialect_.target), "an index key in descending order",
                                  "the index is in ascending order, and read backwards"));
    }
    const bool collated =
        std::any_of(index.keys.begin(), index.keys.end(), [](const ir::IndexKey& key) { return key.collation.has_value(); });
    if (collated) Refuse(index.origin, "collation of an index key", "give the column that collation");
  }

  // What is wrong with a table as a whole, and was not before the step.
  void CheckTables() {
    for (const catalog::Change& change : step_.changes) {
      const auto* after = change.after ? std::get_if<catalog::Table>(change.after.get()) : nullptr;
      const auto* before = change.before ? std::get_if<catalog::Table>(change.before.get()) : nullptr;
      if (after == nullptr) continue;
      const std::vector<Problem> former = before == nullptr ? std::vector<Problem>() : ProblemsOf(before->definition, dialect_);
      for (Problem& problem : ProblemsOf(after->definition, dialect_)) {
        const bool known = std::any_of(former.begin(), former.end(), [&](const Problem& one) { return one.what == problem.what; });
        if (known) continue;
        const bool here = std::holds_alternative<ir::CreateTable>(step_.operation.body);
        problem.diagnostic.span = Place(here ? problem.origin : ir::Origin());
        if (!here && problem.origin.known) problem.diagnostic.notes.push_back({problem.origin.span, "it is made here"});
        reporter_.Report(std::move(problem.diagnostic));
      }
    }
  }

  // ---- alter table ----

  void CheckAlterTable(const ir::AlterTable& alter) {
    if (alter.if_exists && ChangeOf(step_, alter.table).before == nullptr) return;
    TableState state(step_, alter.table, dialect_);
    for (const ir::AlterAction& action : alter.actions) {
      reporter_.At(action.origin);
      CheckAction(action, state);
      state.Apply(action);
    }
  }

  // MODIFY says the whole definition again.
  const ir::Column* NeedColumn(const ir::Identifier& column, const TableState& state) {
    const ir::Column* found = state.Find(column.text);
    if (found == nullptr) {
      reporter_.Report(diag::Make(Kind::kMysqlUnknownColumn, Place(column.origin), column.text, state.name().Text())
                           .WithHelp("say with `effects` what the raw SQL that made it did"));
    }
    return found;
  }

  void CheckAction(const ir::AlterAction& action, const TableState& state) {
    std::visit(base::Overloaded{
                   [&](const ir::SetType& set) { CheckSetType(set, state); },
                   [&](const ir::SetDefault& set) {
                     const ir::Column* column = state.Find(set.column.text);
                     if (column != nullptr) CheckDefault(column->name.text, column->type, set.value, action.origin);
                     if (column == nullptr && !IsLiteral(set.value)) NeedColumn(set.column, state);
                   },
                   [&](const ir::SetNotNull& set) {
                     const ir::Column* column = NeedColumn(set.column, state);
                     if (column != nullptr && column->generated) {
                       Need(Capability::kGeneratedNotNull, action.origin, "NOT NULL on a generated column", "leave it out");
                     }
                   },
                   [&](const ir::DropNotNull& drop) { NeedColumn(drop.column, state); },
                   [&](const ir::SetColumnComment& set) {
                     NeedColumn(set.column, state);
                     CheckComment(set.comment, action.origin);
                   },
                   [&](const ir::SetTableComment& set) { CheckComment(set.comment, action.origin); },
                   [&](const ir::SetCharacterSet& set) { NeedColumn(set.column, state); },
                   [&](const ir::SetCollation& set) {
                     NeedColumn(set.column, state);
                     if (set.name) CheckCollation(*set.name, action.origin);
                   },
                   [&](const ir::AddIdentity& add) {
                     NeedColumn(add.column, state);
                     CheckOptions(add.identity.options, action.origin);
                   },
                   [&](const ir::DropIdentity& drop) { NeedColumn(drop.column, state); },
                   [&](const ir::SetIdentity& set) { CheckOptions(set.options, action.origin); },
                   [&](const ir::RenameColumnAction& rename) { CheckRename(rename, state); },
                   [&](const ir::RenameConstraint& rename) {
                     if (state.FindConstraint(rename.from.text) == nullptr) {
                       Refuse(action.origin, "RENAME CONSTRAINT, and no migration says what \"" + rename.from.text + "\" is",
                              "drop it, and add it under the other name");
                     }
                   },
                   [&](const ir::AddConstraint& add) {
                     if (!add.if_not_exists) return;
                     Refuse(action.origin, "ADD CONSTRAINT IF NOT EXISTS", kLeaveOut);
                   },
                   [](const auto&) {},
               },
               action.body);
  }

  void CheckSetType(const ir::SetType& set, const TableState& state) {
    const ir::Column* column = NeedColumn(set.column, state);
    if (column == nullptr || !set.using_expr) return;
    for (const ir::Constraint& constraint : state.table().constraints) {
      if (!std::holds_alternative<ir::ForeignKey>(constraint.body) || !Uses(constraint, set.column.text, dialect_)) continue;
      reporter_.Report(diag::Make(Kind::kMysqlKeyInUse, Place(set.column.origin), set.column.text, constraint.name.text)
                           .WithHelp("drop constraint " + constraint.name.text + " before, and add it again after"));
    }
  }

  void CheckRename(const ir::RenameColumnAction& rename, const TableState& state) {
    if (!dialect_.Has(Capability::kRenameColumn)) NeedColumn(rename.from, state);
    // "Column has a generated column dependency" (MySQL; MariaDB follows).
    if (!dialect_.Has(Capability::kDropCheck)) return;
    for (const ir::Column& other : state.table().columns) {
      if (!other.generated) continue;
      const std::vector<ir::Identifier> used = ir::ColumnsOf(other.generated->expr);
      if (std::find(used.begin(), used.end(), rename.from) == used.end()) continue;
      Refuse(rename.from.origin, "rename of a column that the generated column \"" + other.name.text + "\" is made of",
             "drop column " + other.name.text + " before, and add it again after");
    }
  }

  const catalog::Step& step_;
  const dialect::Dialect& dialect_;
  Reporter reporter_;
};

}  // namespace

void CheckSupport(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink) {
  CheckCapabilities(steps, dialect, sink);
  for (const catalog::Step& step : steps) Checker(step, dialect, sink).Run();
  if (dialect::IsTidb(dialect)) CheckTidb(steps, dialect, sink);
}

}  // namespace migc::emit::mysql
