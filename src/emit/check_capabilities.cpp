// What follows from a dialect's facts alone: one row per construct says which capability it needs and what to do without it.
#include <optional>
#include <string>

#include "emit/check_sql.h"
#include "migc/emit/print.h"
#include "migc/emit/walk.h"

namespace migc::emit {
namespace {

using dialect::Capability;

// A construct: the capability that it needs, what it is called, and the way out (refused) or what happens instead (not followed).
struct Row {
  Capability capability;
  std::string_view what;
  std::string_view instead;
};

constexpr std::string_view kForOthers = "write it in `for … { }` for the dialects that have it";

constexpr Row kSchemas{Capability::kSchemas, "a schema", kForOthers};
constexpr Row kSetSchema{Capability::kSetSchema, "moving a table to another schema",
                         "create it there, `insert into … select` the rows, and drop it here"};
constexpr Row kExtensions{Capability::kExtensions, "an extension", kForOthers};
constexpr Row kSequences{Capability::kSequences, "a sequence",
                         "use an `identity` column, or write it in `for … { }` for the dialects that have sequences"};
constexpr Row kAlterSequence{Capability::kAlterSequence, "changing a sequence", "create one of another name, and drop this one"};
constexpr Row kAlterEnum{Capability::kAlterEnum, "changing an enum",
                         "create one of another name, `alter column … type` to it, and drop this one"};
constexpr Row kTriggers{Capability::kTriggers, "a trigger", "give its text for the other dialects alone"};
constexpr Row kGrants{Capability::kGrants, "GRANT and REVOKE", kForOthers};
constexpr Row kMaterializedViews{Capability::kMaterializedViews, "a materialized view", "define a plain view for this dialect"};
constexpr Row kRoutines{Capability::kRoutines, "a function or procedure", "give its text for the other dialects alone"};
constexpr Row kIfExists{Capability::kIfExists, "IF [NOT] EXISTS", "leave it out: the chain says what is there"};
constexpr Row kColumnIfExists{Capability::kColumnIfExists, "IF [NOT] EXISTS on a column",
                              "leave it out: the chain says what is there"};
constexpr Row kConstraintIfExists{Capability::kConstraintIfExists, "IF EXISTS on a constraint",
                                  "leave it out: the chain says what is there"};
constexpr Row kCascade{Capability::kDropTableCascade, "CASCADE", "leave it out, and drop what depends on it first"};
constexpr Row kExclusion{Capability::kExclusionConstraints, "an exclusion constraint", kForOthers};
constexpr Row kDeferrable{Capability::kDeferrableConstraints, "a deferrable foreign key",
                          "leave `deferrable` out, or write the statement in `for … { }`"};
constexpr Row kMatchFull{Capability::kMatchFull, "MATCH FULL", "check that all or none of the columns are null"};
constexpr Row kOnUpdate{Capability::kOnUpdate, "ON UPDATE in a foreign key",
                        "leave `on update` out, or write the statement in `for … { }`"};
constexpr Row kOnDelete{Capability::kOnDelete, "ON DELETE CASCADE, SET NULL or SET DEFAULT in a foreign key",
                        "leave `on delete` out, and delete or change the rows that refer to it first"};
constexpr Row kNullsNotDistinct{Capability::kNullsNotDistinct, "NULLS NOT DISTINCT",
                                "use a unique index over coalesce(…), or a `not null` column"};
constexpr Row kStored{Capability::kStoredColumns, "a stored generated column", "write `virtual`, or leave it to the dialect"};
constexpr Row kVirtual{Capability::kVirtualColumns, "a virtual generated column", "write `stored`, or leave it to the dialect"};
constexpr Row kGenerated{Capability::kVirtualColumns, "a generated column",
                         "compute it in a view, or fill a plain column by `update`"};
constexpr Row kCollations{Capability::kCollations, "a collation of a column", kForOthers};
constexpr Row kIndexes{Capability::kIndexes, "an index", kForOthers};
constexpr Row kPartialIndexes{Capability::kPartialIndexes, "an index with WHERE",
                              "index all rows, or write the statement in `for … { }`"};
constexpr Row kExpressionIndexes{Capability::kExpressionIndexes, "an expression as index key",
                                 "index a generated column with that expression"};
constexpr Row kIndexMethods{Capability::kIndexMethods, "an index method",
                            "leave `using` out, or write the statement in `for … { }`"};
constexpr Row kIndexOpclass{Capability::kIndexOpclass, "an operator class",
                            "leave `ops` out, or write the statement in `for … { }`"};
constexpr Row kUniquePrefix{Capability::kIndexPrefixLength, "a unique index over a prefix",
                            "index an expression such as substring(c, 1, 20)"};
constexpr Row kArrays{Capability::kArrays, "an array type", "write `native (…)` beside it, use json, or a table of its own"};
constexpr Row kFirstOrAfter{Capability::kColumnPosition, "a column's position", "the column is added as the last one"};
constexpr Row kCharacterSets{Capability::kCharacterSets, "a character set per column", "the column has that of the database"};
constexpr Row kOnlineIndexes{Capability::kOnlineIndexes, "a form that does not block writers",
                             "they wait until the statement is done"};
constexpr Row kOnlineIndexDrop{Capability::kOnlineIndexDrop, "DROP INDEX online", "it is dropped at once"};
constexpr Row kInclude{Capability::kIndexInclude, "INCLUDE in an index", "the index is made without those columns"};
constexpr Row kNullsOrder{Capability::kIndexNullsOrder, "NULLS FIRST | LAST in an index", "the index has the dialect's own order"};
constexpr Row kPrefix{Capability::kIndexPrefixLength, "an index over a prefix", "the index is over the whole column"};
constexpr Row kNotValid{Capability::kValidateConstraint, "NOT VALID", "the rows that are there are checked at once"};

class Checker {
 public:
  Checker(const catalog::Step& step, const dialect::Dialect& dialect, diag::Sink& sink)
      : step_(step), dialect_(dialect), sink_(sink), place_(step.operation.origin) {}

  void Run() {
    std::visit(*this, step_.operation.body);
    place_ = step_.operation.origin;
    Visitor visitor;
    visitor.type = [this](const ir::Type& type) { CheckType(type); };
    visitor.column = [this](const ir::Column& column) { CheckColumn(column); };
    visitor.constraint = [this](const ir::Constraint& constraint) { CheckConstraint(constraint); };
    visitor.index = [this](const ir::Index& index) { CheckIndex(index); };
    Walk(step_.operation, visitor);
    CheckSqlOf(step_.operation, dialect_, sink_);
  }

  void operator()(const ir::CreateTable& create) { NeedIf(create.if_not_exists, kIfExists); }
  void operator()(const ir::DropTable& drop) {
    NeedIf(drop.if_exists, kIfExists);
    NeedIf(drop.cascade, kCascade);
  }
  void operator()(const ir::RenameTable&) {}
  void operator()(const ir::AlterTable& alter) {
    NeedIf(alter.if_exists, kIfExists);
    for (const ir::AlterAction& action : alter.actions) {
      place_ = action.origin;
      std::visit(*this, action.body);
    }
    place_ = step_.operation.origin;
    for (const catalog::Change& change : step_.changes) CheckHeld(change);
  }

  void operator()(const ir::AddColumn& add) {
    NeedIf(add.if_not_exists, kColumnIfExists);
    FollowIf(add.first || add.after, kFirstOrAfter);
  }
  void operator()(const ir::DropColumn& drop) {
    NeedIf(drop.if_exists, kColumnIfExists);
    NeedIf(drop.cascade, kCascade);
  }
  void operator()(const ir::SetCharacterSet&) { FollowIf(true, kCharacterSets); }
  void operator()(const ir::SetCollation&) { NeedIf(true, kCollations); }
  void operator()(const ir::AddConstraint& add) {
    NeedIf(add.if_not_exists, kConstraintIfExists);
    FollowIf(add.constraint.not_valid, kNotValid);
  }
  void operator()(const ir::DropConstraint& drop) {
    NeedIf(drop.if_exists, kConstraintIfExists);
    NeedIf(drop.cascade, kCascade);
  }
  void operator()(const ir::SetSchema&) {
    NeedIf(true, kSchemas);
    NeedIf(dialect_.Has(Capability::kSchemas), kSetSchema);
  }
  // The backend has a form, or a rewrite, for each of these.
  void operator()(const ir::RenameColumnAction&) {}
  void operator()(const ir::SetType&) {}
  void operator()(const ir::SetDefault&) {}
  void operator()(const ir::DropDefault&) {}
  void operator()(const ir::SetNotNull&) {}
  void operator()(const ir::DropNotNull&) {}
  void operator()(const ir::SetColumnComment&) {}
  void operator()(const ir::AddIdentity&) {}
  void operator()(const ir::DropIdentity&) {}
  void operator()(const ir::SetIdentity&) {}
  void operator()(const ir::RenameConstraint&) {}
  void operator()(const ir::ValidateConstraint&) {}
  void operator()(const ir::DropPrimaryKey&) {}
  void operator()(const ir::DropUnique&) {}
  void operator()(const ir::DropForeignKey&) {}
  void operator()(const ir::DropCheck&) {}
  void operator()(const ir::SetTableComment&) {}
  void operator()(const ir::SetTableOption&) {}

  // The index itself is checked like one that a table is created with.
  void operator()(const ir::CreateIndex& create) {
    if (!dialect_.Has(Capability::kIndexes)) return;
    NeedIf(create.if_not_exists, kIfExists);
    FollowIf(create.online, kOnlineIndexes);
  }
  void operator()(const ir::DropIndex& drop) {
    NeedIf(true, kIndexes);
    if (!dialect_.Has(Capability::kIndexes)) return;
    NeedIf(drop.if_exists, kIfExists);
    FollowIf(drop.online, dialect_.Has(Capability::kOnlineIndexes) ? kOnlineIndexDrop : kOnlineIndexes);
  }
  void operator()(const ir::RenameIndex&) { NeedIf(true, kIndexes); }
  void operator()(const ir::CreateSequence& create) {
    NeedIf(true, kSequences);
    NeedIf(create.if_not_exists, kIfExists);
  }
  void operator()(const ir::AlterSequence&) {
    NeedIf(true, kSequences);
    NeedIf(dialect_.Has(Capability::kSequences), kAlterSequence);
  }
  void operator()(const ir::DropSequence& drop) {
    NeedIf(true, kSequences);
    NeedIf(drop.if_exists, kIfExists);
  }
  void operator()(const ir::CreateEnum&) {}
  void operator()(const ir::AlterEnum&) { NeedIf(true, kAlterEnum); }
  void operator()(const ir::DropEnum&) {}
  void operator()(const ir::CreateSchema&) { NeedIf(true, kSchemas); }
  void operator()(const ir::DropSchema&) { NeedIf(true, kSchemas); }
  void operator()(const ir::CreateExtension&) { NeedIf(true, kExtensions); }
  void operator()(const ir::DropExtension&) { NeedIf(true, kExtensions); }
  void operator()(const ir::Define& define) {
    if (define.routine.text) NeedRoutine(define.routine.kind);
  }
  void operator()(const ir::DropRoutine& drop) {
    if (!IsAbsent()) NeedRoutine(drop.kind);
  }
  void operator()(const ir::Grant&) { NeedIf(true, kGrants); }
  void operator()(const ir::Insert&) {}
  void operator()(const ir::Update&) {}
  void operator()(const ir::Delete&) {}
  void operator()(const ir::RawSql&) {}
  void operator()(const ir::SetTimeouts&) {}
  void operator()(const ir::Require&) {}

 private:
  std::optional<source::Span> Place(const ir::Origin& origin) const {
    if (origin.known) return origin.span;
    if (place_.known) return place_.span;
    if (step_.operation.origin.known) return step_.operation.origin.span;
    return std::nullopt;
  }

  void NeedIf(bool asked, const Row& row, const ir::Origin& origin = {}) {
    if (!asked || dialect_.Has(row.capability)) return;
    diag::Diagnostic diagnostic =
        diag::Make(diag::Kind::kCapabilityMissing, Place(origin), row.what, dialect_.title, dialect::Text(dialect_.target));
    const auto since = dialect_.since.find(row.capability);
    if (since != dialect_.since.end()) {
      diagnostic.notes.push_back({std::nullopt, dialect_.title + " has it since version " + dialect::Text(since->second)});
    }
    diagnostic.help = row.instead;
    sink_.Report(std::move(diagnostic));
  }

  void FollowIf(bool asked, const Row& row, const ir::Origin& origin = {}) {
    if (!asked || dialect_.Has(row.capability)) return;
    sink_.Report(diag::Make(diag::Kind::kCapabilityNotFollowed, Place(origin), dialect_.title, dialect::Text(dialect_.target),
                            row.what, row.instead));
  }

  void NeedRoutine(ir::RoutineKind kind) {
    NeedIf(kind == ir::RoutineKind::kMaterializedView, kMaterializedViews);
    NeedIf(kind == ir::RoutineKind::kTrigger, kTriggers);
    NeedIf(kind == ir::RoutineKind::kFunction || kind == ir::RoutineKind::kProcedure, kRoutines);
  }

  // A routine that this dialect was given no text for is not there.
  bool IsAbsent() const {
    for (const catalog::Change& change : step_.changes) {
      const auto* routine = change.before ? std::get_if<ir::Routine>(change.before.get()) : nullptr;
      if (routine != nullptr && !routine->text) return true;
    }
    return false;
  }

  void CheckType(const ir::Type& type) {
    NeedIf(type.array_dimensions > 0 && type.native.empty(), kArrays, type.origin);
    if (!type.native.empty() || ir::KeywordOf(type.kind).empty()) return;
    const dialect::TypeSpelling* spelling = dialect_.FindType(type);
    if (spelling == nullptr) {
      sink_.Report(diag::Make(diag::Kind::kTypeMissing, Place(type.origin), dialect_.title, dialect::Text(dialect_.target),
                              ir::Describe(type))
                       .WithHelp("write `native (" + dialect_.name + " '…')` beside it, or another type"));
    } else if (type.length && spelling->takes_length && spelling->max_length != 0 && *type.length > spelling->max_length) {
      sink_.Report(diag::Make(diag::Kind::kTypeTooLong, Place(type.origin), ir::Describe(type), dialect_.title,
                              std::to_string(spelling->max_length)));
    }
  }

  // A table that no run for this dialect can have made, and whose columns are written again when it is rebuilt or one of them is
  // modified. (What was said where it is made is shown once.)
  void CheckHeld(const catalog::Change& change) {
    const auto* table = change.before && change.after ? std::get_if<catalog::Table>(change.before.get()) : nullptr;
    if (table == nullptr) return;
    for (const ir::Column& column : table->definition.columns) CheckType(column.type);
  }

  void CheckColumn(const ir::Column& column) {
    if (column.generated) {
      const bool some = dialect_.Has(Capability::kStoredColumns) || dialect_.Has(Capability::kVirtualColumns);
      NeedIf(!some, kGenerated, column.origin);
      NeedIf(some && column.generated->storage == ir::Storage::kStored, kStored, column.origin);
      NeedIf(some && column.generated->storage == ir::Storage::kVirtual, kVirtual, column.origin);
    }
    FollowIf(column.character_set.has_value(), kCharacterSets, column.origin);
    NeedIf(column.collation.has_value(), kCollations, column.origin);
  }

  // Of all keys of a statement once.
  void TellOfKeys(const ir::Constraint& constraint) {
    const bool key = std::holds_alternative<ir::PrimaryKey>(constraint.body) ||
                     std::holds_alternative<ir::Unique>(constraint.body) || std::holds_alternative<ir::ForeignKey>(constraint.body);
    if (!key || keys_told_ || !dialect_.Has(Capability::kInformationalKeys)) return;
    keys_told_ = true;
    sink_.Report(diag::Make(diag::Kind::kCapabilityNotFollowed, Place(constraint.origin), dialect_.title,
                            dialect::Text(dialect_.target), "keys that it holds rows to",
                            "it notes them down, and plans by them: the rows must keep to them by themselves"));
  }

  void CheckConstraint(const ir::Constraint& constraint) {
    TellOfKeys(constraint);
    if (const auto* unique = std::get_if<ir::Unique>(&constraint.body)) {
      NeedIf(unique->nulls_not_distinct, kNullsNotDistinct, constraint.origin);
    } else if (const auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) {
      NeedIf(key->deferrable.value_or(false) || key->initially_deferred.value_or(false), kDeferrable, constraint.origin);
      NeedIf(key->match_full, kMatchFull, constraint.origin);
      NeedIf(key->on_update != ir::ReferenceAction::kNone, kOnUpdate, constraint.origin);
      NeedIf(ChangesRows(key->on_delete), kOnDelete, constraint.origin);
    } else if (std::holds_alternative<ir::Exclude>(constraint.body)) {
      NeedIf(true, kExclusion, constraint.origin);
    }
  }

  static bool ChangesRows(ir::ReferenceAction action) {
    return action == ir::ReferenceAction::kCascade || action == ir::ReferenceAction::kSetNull ||
           action == ir::ReferenceAction::kSetDefault;
  }

  void CheckIndex(const ir::Index& index) {
    NeedIf(true, kIndexes, index.origin);
    if (!dialect_.Has(Capability::kIndexes)) return;
    NeedIf(!index.method.empty() && index.method != "btree", kIndexMethods, index.origin);
    NeedIf(index.where.has_value(), kPartialIndexes, index.origin);
    NeedIf(index.nulls_not_distinct, kNullsNotDistinct, index.origin);
    FollowIf(!index.include.empty(), kInclude, index.origin);
    for (const ir::IndexKey& key : index.keys) {
      const ir::Origin& origin = key.expr.origin;
      NeedIf(key.expr.kind != ir::ExprKind::kColumn, kExpressionIndexes, origin);
      NeedIf(key.opclass.has_value(), kIndexOpclass, origin);
      FollowIf(key.nulls != ir::NullsOrder::kUnspecified, kNullsOrder, origin);
      if (!key.length) continue;
      NeedIf(index.unique, kUniquePrefix, origin);
      FollowIf(!index.unique, kPrefix, origin);
    }
  }

  const catalog::Step& step_;
  const dialect::Dialect& dialect_;
  diag::Sink& sink_;
  ir::Origin place_;
  bool keys_told_ = false;
};

}  // namespace

void CheckCapabilities(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink) {
  for (const catalog::Step& step : steps) Checker(step, dialect, sink).Run();
}

}  // namespace migc::emit
