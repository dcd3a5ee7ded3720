#include "emit/mssql/support.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "emit/mssql/cascade.h"
#include "emit/mssql/condition.h"
#include "emit/mssql/conversion.h"
#include "emit/mssql/procedure.h"
#include "emit/mssql/routine_text.h"
#include "emit/mssql/table_form.h"
#include "emit/mssql/table_state.h"
#include "migc/base/text.h"
#include "migc/emit/print.h"
#include "migc/emit/walk.h"

namespace migc::emit::mssql {
namespace {

using diag::Kind;

constexpr std::string_view kSequenceInstead =
    "create a sequence and `set default sql $$ NEXT VALUE FOR … $$`, or add a new identity column and drop this one";

class Checker {
 public:
  Checker(const catalog::Step& step, const dialect::Dialect& dialect, CascadeGraph& cascades, diag::Sink& sink)
      : step_(step), dialect_(dialect), cascades_(cascades), sink_(sink), place_(step.operation.origin) {}

  void Run() {
    const auto& body = step_.operation.body;
    if (const auto* alter = std::get_if<ir::AlterTable>(&body)) CheckAlterTable(*alter);
    if (const auto* create = std::get_if<ir::CreateTable>(&body)) CheckCreateTable(*create);
    if (const auto* create = std::get_if<ir::CreateIndex>(&body)) CheckIndexKeys(create->index, TableNamed(create->table));
    if (const auto* drop = std::get_if<ir::DropIndex>(&body)) CheckDropIndex(*drop);
    if (const auto* define = std::get_if<ir::Define>(&body)) CheckDefine(define->routine);
    if (const auto* raw = std::get_if<ir::RawSql>(&body)) CheckRawSql(*raw);
    if (const auto* grant = std::get_if<ir::Grant>(&body)) CheckGrant(*grant);
    place_ = step_.operation.origin;
    Visitor visitor;
    visitor.column = [this](const ir::Column& column) { CheckColumn(column); };
    visitor.index = [this](const ir::Index& index) { CheckIndex(index); };
    Walk(step_.operation, visitor);
    CheckCascades();
  }

 private:
  std::optional<source::Span> Place(const ir::Origin& origin) const {
    if (origin.known) return origin.span;
    if (place_.known) return place_.span;
    if (step_.operation.origin.known) return step_.operation.origin.span;
    return std::nullopt;
  }

  void Refuse(const ir::Origin& origin, std::string_view what, std::string_view instead) {
    sink_.Report(diag::Make(Kind::kMssqlHasNot, Place(origin), dialect_.title, what).WithHelp(std::string(instead)));
  }

  void RefuseIdentity(const ir::Origin& origin, std::string_view what, const std::string& column, std::string_view instead) {
    sink_.Report(diag::Make(Kind::kMssqlIdentityFixed, Place(origin), what, column).WithHelp(std::string(instead)));
  }

  // ---- tables and columns ----

  // The table as it is after the step, when the catalog has it.
  const ir::Table* TableNamed(const ir::Name& name) const { return ChangeOf(step_, name, dialect_).after; }

  void CheckCreateTable(const ir::CreateTable& create) {
    if (create.table.name.name.starts_with('#')) {
      Refuse(create.table.name.origin, "lasting table whose name begins with #", "give it another name: # makes it temporary");
    }
    CheckCommentLength(create.table.comment, create.table.origin);
    for (const ir::Constraint& constraint : create.table.constraints) CheckKeyConstraint(constraint, &create.table);
    for (const ir::Index& index : create.table.indexes) CheckIndexKeys(index, &create.table);
  }

  void CheckCommentLength(const std::optional<std::string>& comment, const ir::Origin& origin) {
    if (!comment || base::CountCodePoints(*comment) <= kLongestComment) return;
    sink_.Report(diag::Make(Kind::kMssqlTooLong, Place(origin), "a comment", base::CountCodePoints(*comment), kLongestComment)
                     .WithHelp("shorten it, or write it in `for … { }` for the other dialects"));
  }

  // Every collation of SQL Server says how it treats case, or that it compares bytes ("Windows Collation Name", "SQL Server
  // Collation Name"); or it is one of two words.
  void CheckCollation(const std::optional<std::string>& collation, const ir::Origin& origin) {
    if (!collation) return;
    const std::string name = base::LowerAscii(*collation);
    const bool plain =
        std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
    const bool known = name.find("_ci") != std::string::npos || name.find("_cs") != std::string::npos ||
                       name.find("_bin") != std::string::npos || name == "database_default" || name == "catalog_default";
    if (plain && known) return;
    Refuse(origin, fmt::format("collation \"{}\"", *collation),
           "write it in `for mssql { … }` with one of its own, such as Latin1_General_CS_AS");
  }

  void CheckColumn(const ir::Column& column) {
    CheckCommentLength(column.comment, column.origin);
    CheckCollation(column.collation, column.origin);
    if (column.generated && column.not_null && column.generated->storage != ir::Storage::kStored) {
      Refuse(column.origin, "NOT NULL for a computed column that is not stored", "write `stored`, or leave `not null` out");
    }
    if (!column.identity) return;
    const ir::SequenceOptions& options = column.identity->options;
    const auto refuse = [&](bool asked, std::string_view option) {
      if (asked) Refuse(column.origin, fmt::format("{} of an identity", option), "leave it out; `start` and `increment` can stay");
    };
    refuse(options.min_value && *options.min_value != options.start.value_or(1), "minvalue");
    refuse(options.max_value.has_value(), "maxvalue");
    refuse(options.cycle.value_or(false), "cycle");
  }

  // UNIQUE is what others call NULLS NOT DISTINCT.
  void WarnOneNull(std::string_view what, const std::string& name, const ir::Origin& origin, const std::string& instead) {
    sink_.Report(diag::Make(Kind::kMssqlOneNull, Place(origin), what, name).WithHelp(instead));
  }

  static const ir::Column* NullableAmong(const std::vector<ir::Identifier>& names, const ir::Table& table) {
    for (const ir::Identifier& name : names) {
      const ir::Column* column = FindColumnNamed(table, name.text);
      if (column != nullptr && !column->generated && !IsNotNull(table, *column)) return column;
    }
    return nullptr;
  }

  // Large values are no keys (error 1919); an index may INCLUDE them.
  void CheckKey(const std::vector<ir::Identifier>& names, const ir::Table& table, const ir::Origin& origin) {
    for (const ir::Identifier& name : names) {
      const ir::Column* column = FindColumnNamed(table, name.text);
      if (column == nullptr || !IsLarge(column->type)) continue;
      Refuse(origin, fmt::format("key of type {} (column \"{}\")", ir::Describe(column->type), name.text),
             "give it a length, such as nvarchar(200); a key has at most 1,700 bytes, and a clustered one 900");
    }
  }

  static bool IsLarge(const ir::Type& type) {
    if (!type.native.empty()) return false;
    const bool variable =
        type.kind == ir::TypeKind::kVarchar || type.kind == ir::TypeKind::kNvarchar || type.kind == ir::TypeKind::kVarbinary;
    return type.kind == ir::TypeKind::kText || type.kind == ir::TypeKind::kBlob || type.kind == ir::TypeKind::kJson ||
           type.kind == ir::TypeKind::kJsonb || type.kind == ir::TypeKind::kXml || (variable && !type.length);
  }

  void CheckKeyConstraint(const ir::Constraint& constraint, const ir::Table* table) {
    if (const auto* key = std::get_if<ir::PrimaryKey>(&constraint.body); key != nullptr && table != nullptr) {
      CheckKey(key->columns, *table, constraint.origin);
    } else if (const auto* keys = std::get_if<ir::Unique>(&constraint.body); keys != nullptr && table != nullptr) {
      CheckKey(keys->columns, *table, constraint.origin);
    }
    const auto* unique = std::get_if<ir::Unique>(&constraint.body);
    if (unique == nullptr || unique->nulls_not_distinct || table == nullptr) return;
    const ir::Column* column = NullableAmong(unique->columns, *table);
    if (column == nullptr) return;
    WarnOneNull("unique constraint", constraint.name.text, constraint.origin,
                fmt::format("make the column `not null`, or write `create unique index … where ({} is not null)` for mssql",
                            column->name.text));
  }

  void CheckIndexKeys(const ir::Index& index, const ir::Table* table) {
    if (table == nullptr) return;
    std::vector<ir::Identifier> names;
    for (const ir::IndexKey& key : index.keys) {
      if (key.expr.kind == ir::ExprKind::kColumn) names.emplace_back(key.expr.text);
    }
    CheckKey(names, *table, index.origin);
    if (!index.unique || index.where || index.nulls_not_distinct) return;
    const ir::Column* column = NullableAmong(names, *table);
    if (column == nullptr) return;
    WarnOneNull("unique index", index.name.text, index.origin, fmt::format("add `where ({} is not null)`", column->name.text));
  }

  // ---- alter table ----

  void CheckAlterTable(const ir::AlterTable& alter) {
    if (alter.if_exists && ChangeOf(step_, alter.table, dialect_).before == nullptr) return;
    TableState state(step_, alter.table, dialect_);
    for (const ir::AlterAction& action : alter.actions) {
      place_ = action.origin.known ? action.origin : step_.operation.origin;
      CheckAction(state, action);
      state.Apply(action);
    }
  }

  void CheckAction(const TableState& state, const ir::AlterAction& action) {
    if (const auto* set = std::get_if<ir::SetType>(&action.body)) {
      CheckSetType(state, *set);
    } else if (const auto* collation = std::get_if<ir::SetCollation>(&action.body)) {
      CheckAltered(state, collation->column);
      CheckCollation(collation->name, action.origin);
    } else if (const auto* not_null = std::get_if<ir::SetNotNull>(&action.body)) {
      CheckAltered(state, not_null->column);
    } else if (const auto* nullable = std::get_if<ir::DropNotNull>(&action.body)) {
      CheckAltered(state, nullable->column);
    } else if (const auto* rename = std::get_if<ir::RenameColumnAction>(&action.body)) {
      CheckComputed(state, rename->from);
    } else if (const auto* add = std::get_if<ir::AddColumn>(&action.body)) {
      TableState after = state;
      after.Apply(action);
      for (const ir::Constraint& constraint : add->constraints) CheckKeyConstraint(constraint, &after.table());
    } else if (const auto* constraint = std::get_if<ir::AddConstraint>(&action.body)) {
      CheckKeyConstraint(constraint->constraint, state.known() ? &state.table() : nullptr);
    } else if (const auto* comment = std::get_if<ir::SetColumnComment>(&action.body)) {
      CheckCommentLength(comment->comment, action.origin);
    } else if (const auto* of_table = std::get_if<ir::SetTableComment>(&action.body)) {
      CheckCommentLength(of_table->comment, action.origin);
    } else {
      CheckIdentityAction(action);
    }
  }

  void CheckIdentityAction(const ir::AlterAction& action) {
    if (const auto* add = std::get_if<ir::AddIdentity>(&action.body)) {
      RefuseIdentity(action.origin, "adding an identity", add->column.text, kSequenceInstead);
    } else if (const auto* drop = std::get_if<ir::DropIdentity>(&action.body)) {
      RefuseIdentity(action.origin, "dropping the identity", drop->column.text,
                     "add a new column, copy the values with `update`, drop this one and rename the new one");
    } else if (const auto* set = std::get_if<ir::SetIdentity>(&action.body)) {
      ir::SequenceOptions options = set->options;
      options.restart.reset();
      options.cache.reset();
      if (options == ir::SequenceOptions{}) return;
      RefuseIdentity(action.origin, "changing the options of the identity", set->column.text,
                     "`restart` can be changed; for the rest add a new identity column and drop this one");
    }
  }

  // Null when it has been refused.
  const ir::Column* CheckAltered(const TableState& state, const ir::Identifier& name) {
    const ir::Column* column = state.Find(name.text);
    if (column == nullptr) {
      sink_.Report(diag::Make(Kind::kMssqlUnknownColumn, Place(name.origin), name.text, state.name().Text())
                       .WithHelp("give the raw SQL that made the table its `effects`"));
      return nullptr;
    }
    if (column->generated) {
      Refuse(name.origin, "change of a computed column", "drop the column, and add it again as it is to be");
      return nullptr;
    }
    return CheckComputed(state, name) ? column : nullptr;
  }

  bool CheckComputed(const TableState& state, const ir::Identifier& name) {
    for (const ir::Column& other : state.table().columns) {
      if (!other.generated || SameName(other.name.text, name.text)) continue;
      if (!mssql::NamesColumn(other.generated->expr, name.text, dialect_)) continue;
      sink_.Report(diag::Make(Kind::kMssqlComputedInTheWay, Place(name.origin), name.text, other.name.text)
                       .WithHelp("drop column " + other.name.text + " before, and add it again after"));
      return false;
    }
    return true;
  }

  void CheckSetType(const TableState& state, const ir::SetType& set) {
    const ir::Column* column = CheckAltered(state, set.column);
    if (column == nullptr) return;
    if (WrittenUsing(set) != nullptr) {
      if (column->identity) {
        RefuseIdentity(set.column.origin, "a new type with `using`", set.column.text, "leave `using` out");
      }
      return;
    }
    if (ConvertsImplicitly(column->type, set.type)) return;
    sink_.Report(diag::Make(Kind::kMssqlNoCast, Place(set.column.origin), ir::Describe(column->type), ir::Describe(set.type))
                     .WithHelp("say how: alter column " + set.column.text + " type " + ir::Describe(set.type) + " using (…)"));
  }

  // ---- indexes and foreign keys ----

  void CheckIndex(const ir::Index& index) {
    for (const ir::IndexKey& key : index.keys) {
      if (key.collation) Refuse(key.expr.origin, "collation of an index key", "give the column that collation");
    }
    if (index.where && !IsFilterPredicate(*index.where)) {
      sink_.Report(diag::Make(Kind::kMssqlFilter, Place(index.where->origin.known ? index.where->origin : index.origin))
                       .WithHelp("index all rows, or compare a stored generated column that says it with a constant"));
    }
  }

  void CheckDropIndex(const ir::DropIndex& drop) {
    if (drop.table.empty()) {
      sink_.Report(diag::Make(Kind::kMssqlIndexTable, Place(drop.name.origin), drop.name.name)
                       .WithHelp("write `drop index " + drop.name.name + " on …`"));
    } else if (drop.online) {
      sink_.Report(diag::Make(Kind::kCapabilityNotFollowed, Place(drop.name.origin), dialect_.title, dialect::Text(dialect_.target),
                              "DROP INDEX online but for clustered indexes", "writers wait the moment that it takes"));
    }
  }

  void CheckCascades() {
    for (const catalog::Change& change : step_.changes) {
      const auto* table = change.after == nullptr ? nullptr : std::get_if<catalog::Table>(change.after.get());
      if (table == nullptr) continue;
      const auto* before = change.before == nullptr ? nullptr : std::get_if<catalog::Table>(change.before.get());
      ir::Table shown = table->definition;
      shown.constraints.clear();
      cascades_.Set(shown);
      // One after the other, so that of two keys that are too many the second one is named.
      for (const ir::Constraint& constraint : table->definition.constraints) {
        const bool is_new = before == nullptr || ir::FindConstraint(before->definition, constraint.name.text) == nullptr;
        const std::optional<std::string> fault = is_new ? cascades_.FaultOf(shown.name, constraint) : std::nullopt;
        if (fault) {
          sink_.Report(diag::Make(Kind::kMssqlCascadePaths, Place(constraint.origin), constraint.name.text, *fault)
                           .WithHelp("leave the action out of one of the keys, and let a trigger or the application do it"));
        }
        shown.constraints.push_back(constraint);
        cascades_.Set(shown);
      }
    }
  }

  // ---- texts ----

  void CheckDefine(const ir::Routine& routine) {
    if (!routine.text || routine.kind == ir::RoutineKind::kView || routine.kind == ir::RoutineKind::kMaterializedView) return;
    if (BeginsWithCreate(*routine.text, dialect_)) return;
    sink_.Report(diag::Make(Kind::kMssqlRoutineText, Place(routine.origin)).WithHelp("begin it with CREATE …"));
  }

  // "Transactions": statements that a user's transaction cannot hold.
  void CheckRawSql(const ir::RawSql& raw) {
    if (step_.operation.no_transaction) return;
    for (const std::string& batch : SplitBatches(raw.text, dialect_)) {
      const std::vector<std::string> words = FirstWords(batch, dialect_, 2);
      const bool changes = words[0] == "ALTER" || words[0] == "CREATE" || words[0] == "DROP";
      const bool outside = words[0] == "BACKUP" || words[0] == "RESTORE" || words[0] == "RECONFIGURE" ||
                           (changes && (words[1] == "DATABASE" || words[1] == "FULLTEXT"));
      if (!outside) continue;
      const std::string what = changes ? words[0] + " " + words[1] : words[0];
      sink_.Report(diag::Make(Kind::kMssqlOutsideOnly, Place({}), what).WithHelp("write it in `no transaction { … }`"));
    }
  }

  // "GRANT Object Permissions (Transact-SQL)"
  void CheckGrant(const ir::Grant& grant) {
    static const std::set<std::string, std::less<>> known = {"select",  "insert", "update",          "delete", "references",
                                                             "execute", "alter",  "view definition", "control"};
    for (const std::string& privilege : grant.privileges) {
      if (known.contains(privilege)) continue;
      Refuse(grant.table.origin, fmt::format("privilege {} on a table", base::UpperAscii(privilege)),
             "name the privileges that are meant: select, insert, update, delete, references");
    }
  }

  const catalog::Step& step_;
  const dialect::Dialect& dialect_;
  CascadeGraph& cascades_;
  diag::Sink& sink_;
  ir::Origin place_;
};

}  // namespace

void CheckSupport(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink) {
  CascadeGraph cascades(dialect);
  for (const catalog::Step& step : steps) Checker(step, dialect, cascades, sink).Run();
}

}  // namespace migc::emit::mssql
