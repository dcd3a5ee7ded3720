#include "emit/postgres/less.h"

#include <algorithm>
#include <optional>
#include <string>

#include "emit/postgres/followed.h"
#include "emit/postgres/rewrite.h"
#include "migc/dialect/lineage.h"
#include "migc/emit/walk.h"

namespace migc::emit::postgres {
namespace {

using diag::Kind;
using dialect::Capability;

constexpr const char* kAnotherTable =
    "create a table of another name that has it, `insert into … select` the rows, and drop this one";

class Checker {
 public:
  Checker(const catalog::Step& step, const dialect::Dialect& dialect, diag::Sink& sink)
      : step_(step), dialect_(dialect), sink_(sink), place_(step.operation.origin) {}

  void Run() {
    const auto& body = step_.operation.body;
    if (const auto* create = std::get_if<ir::CreateTable>(&body)) {
      CheckGeneratedIn(create->table);
      CheckOptions(create->table.options, create->table.name.origin);
      CheckKeyTypes(create->table);
    }
    if (const auto* create = std::get_if<ir::CreateIndex>(&body)) {
      if (const ir::Table* table = TableBefore(create->table)) CheckKeyTypes(*table, create->index);
    }
    if (const auto* alter = std::get_if<ir::AlterTable>(&body)) CheckAlter(*alter);
    if (const auto* rename = std::get_if<ir::RenameTable>(&body)) CheckRename(*rename);
    if (std::holds_alternative<ir::RenameIndex>(body)) {
      Need(Capability::kRenameIndex, {}, "another name for an index", "drop it, and create it under its new name");
    }
    if (const auto* create = std::get_if<ir::CreateSequence>(&body)) CheckCache(create->options, create->name.origin);
    if (const auto* set = std::get_if<ir::SetTimeouts>(&body)) CheckTimeouts(*set);
    Visitor visitor;
    visitor.column = [this](const ir::Column& column) { CheckColumn(column); };
    visitor.index = [this](const ir::Index& index) { CheckIndex(index); };
    Walk(step_.operation, visitor);
  }

 private:
  std::optional<source::Span> Place(const ir::Origin& origin) const {
    if (origin.known) return origin.span;
    if (place_.known) return place_.span;
    if (step_.operation.origin.known) return step_.operation.origin.span;
    return std::nullopt;
  }

  void Refuse(const ir::Origin& origin, const std::string& what, const std::string& instead) {
    sink_.Report(diag::Make(Kind::kCapabilityMissing, Place(origin), what, dialect_.title, dialect::Text(dialect_.target))
                     .WithHelp(instead));
  }
  void Need(Capability capability, const ir::Origin& origin, const std::string& what, const std::string& instead) {
    if (!dialect_.Has(capability)) Refuse(origin, what, instead);
  }
  void Follow(Capability capability, const ir::Origin& origin, std::string_view what, std::string_view instead) {
    if (dialect_.Has(capability)) return;
    sink_.Report(
        diag::Make(Kind::kCapabilityNotFollowed, Place(origin), dialect_.title, dialect::Text(dialect_.target), what, instead));
  }

  // ---- columns ----

  void CheckColumn(const ir::Column& column) {
    if (column.generated && column.not_null) {
      Need(Capability::kGeneratedNotNull, column.origin, "NOT NULL on a generated column", "leave it out");
    }
    if (!column.identity) return;
    if (column.identity->always) {
      Follow(Capability::kIdentity, column.origin, "GENERATED ALWAYS", "values that are given are taken");
    }
    CheckCache(column.identity->options, column.origin);
  }

  void CheckCache(const ir::SequenceOptions& options, const ir::Origin& origin) {
    if (options.cache) Need(Capability::kAlterSequence, origin, "a cache of a sequence", "leave `cache` out");
  }

  void CheckGeneratedIn(const ir::Table& table) {
    if (dialect_.Has(Capability::kGeneratedNotNull)) return;
    const auto is_generated = [&](const ir::Identifier& name) {
      const ir::Column* column = ir::FindColumn(table, name.text);
      return column != nullptr && column->generated;
    };
    for (const ir::Constraint& constraint : table.constraints) {
      std::vector<ir::Identifier> used;
      if (const auto* key = std::get_if<ir::PrimaryKey>(&constraint.body)) used = key->columns;
      if (const auto* key = std::get_if<ir::Unique>(&constraint.body)) used = key->columns;
      if (const auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) used = key->columns;
      if (const auto* check = std::get_if<ir::Check>(&constraint.body)) used = ir::ColumnsOf(check->expr);
      if (std::none_of(used.begin(), used.end(), is_generated)) continue;
      Refuse(constraint.origin, "a constraint over a generated column", "write it over the columns that it is made of");
    }
  }

  // Storage parameters and the like: they are PostgreSQL's, and DuckDB has none.
  void CheckOptions(const std::vector<std::string>& options, const ir::Origin& origin) {
    if (options.empty() || dialect_.tool != dialect::Tool::kDuckdb) return;
    Refuse(origin, "option \"" + options.front() + "\"", "write the statement in `for " + dialect_.name + " { … } else { … }`");
  }

  void CheckIndex(const ir::Index& index) {
    if (!Has(Capability::kIndexes)) return;
    CheckOptions(index.options, index.origin);
    for (const ir::IndexKey& key : index.keys) {
      if (key.order == ir::SortOrder::kDescending) {
        Follow(Capability::kDescendingIndexes, key.expr.origin, "an index key in descending order",
               "the index has no order of its own");
      }
      if (key.collation) Need(Capability::kCollations, key.expr.origin, "a collation of an index key", "leave it out");
    }
  }

  void CheckTimeouts(const ir::SetTimeouts& set) {
    if (set.lock_ms)
      Follow(Capability::kLockTimeout, {}, "a limit on waiting for locks", "it has no such locks, or waits for them");
    if (set.statement_ms) {
      Follow(Capability::kStatementTimeout, {}, "a limit on how long a statement runs", "it runs until it is done");
    }
  }

  // ---- tables ----

  void CheckRename(const ir::RenameTable& rename) {
    const auto schema = [&](const ir::Name& name) { return name.schema.empty() ? dialect_.default_schema : name.schema; };
    if (!rename.to.schema.empty() && schema(rename.to) != schema(rename.from)) {
      Need(Capability::kSetSchema, rename.to.origin, "moving a table to another schema",
           "create it there, `insert into … select` the rows, and drop it here");
    }
    for (const catalog::Change& change : step_.changes) {
      const auto* table = change.before ? std::get_if<catalog::Table>(change.before.get()) : nullptr;
      if (table == nullptr || table->definition.name.name != rename.from.name) continue;
      for (const ir::Column& column : table->definition.columns) CheckCounter(column, rename.from, rename.from.origin);
    }
  }

  // Its sequence would keep the former name, by which nobody would find it.
  void CheckCounter(const ir::Column& column, const ir::Name& table, const ir::Origin& origin) {
    if (!CountsBySequence(column, dialect_)) return;
    Refuse(origin,
           "another name for identity column \"" + column.name.text + "\" or its table: sequence \"" +
               SequenceOf(table, column.name.text).Text() + "\" counts for it, and keeps its name",
           kAnotherTable);
  }

  void CheckAlter(const ir::AlterTable& alter) {
    TableState state(step_, alter.table);
    for (const ir::AlterAction& action : alter.actions) {
      place_ = action.origin;
      CheckAction(state, alter, action);
      state.Apply(action, dialect_.default_schema);
    }
    place_ = step_.operation.origin;
  }

  // What the columns of a key or index can be.
  void CheckKeyTypes(const ir::Table& table) {
    for (const ir::Constraint& constraint : table.constraints) CheckKeyTypes(table.columns, constraint);
    for (const ir::Index& index : table.indexes) CheckKeyTypes(table, index);
  }
  void CheckKeyTypes(const std::vector<ir::Column>& columns, const ir::Constraint& constraint) {
    const bool key = std::holds_alternative<ir::PrimaryKey>(constraint.body) || std::holds_alternative<ir::Unique>(constraint.body);
    if (!key) return;
    for (const ir::Identifier& name : KeyColumns(constraint)) CheckKeyType(columns, name.text, constraint.origin);
  }
  void CheckKeyTypes(const ir::Table& table, const ir::Index& index) {
    for (const ir::IndexKey& key : index.keys) {
      if (key.expr.kind == ir::ExprKind::kColumn) CheckKeyType(table.columns, key.expr.text, index.origin);
    }
  }
  void CheckKeyType(const std::vector<ir::Column>& columns, const std::string& name, const ir::Origin& origin) {
    if (Has(Capability::kKeysOfAnyType)) return;
    for (const ir::Column& column : columns) {
      if (column.name.text != name) continue;
      const ir::TypeKind kind = column.type.kind;
      const bool no_key = column.type.array_dimensions > 0 || kind == ir::TypeKind::kJson || kind == ir::TypeKind::kJsonb ||
                          kind == ir::TypeKind::kInterval;
      if (!no_key) continue;
      Refuse(origin, "a key or index over \"" + name + "\", which is " + ir::Describe(column.type),
             "index an expression of it that is a number, a text or a time");
    }
  }

  static std::vector<ir::Identifier> KeyColumns(const ir::Constraint& constraint) {
    if (const auto* key = std::get_if<ir::PrimaryKey>(&constraint.body)) return key->columns;
    if (const auto* key = std::get_if<ir::Unique>(&constraint.body)) return key->columns;
    if (const auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) return key->columns;
    return {};
  }

  static const ir::Table* TableIn(const catalog::ObjectPtr& object) {
    const auto* table = object ? std::get_if<catalog::Table>(object.get()) : nullptr;
    return table == nullptr ? nullptr : &table->definition;
  }
  const ir::Table* TableBefore(const ir::Name& name) const {
    for (const catalog::Change& change : step_.changes) {
      const ir::Table* table = TableIn(change.before);
      if (table != nullptr && table->name.name == name.name) return table;
    }
    return nullptr;
  }

  // A primary key's columns, a foreign key's, and those that it refers to.
  void CheckRetype(const ir::Name& name, const ir::SetType& set) {
    if (Has(Capability::kRetypeKeys)) return;
    const std::string what = "another type for \"" + set.column.text + "\", which is in ";
    constexpr const char* kAnew = "drop the key before, and add it again after";
    const auto holds = [&](const std::vector<ir::Identifier>& columns) {
      return std::any_of(columns.begin(), columns.end(), [&](const ir::Identifier& one) { return one.text == set.column.text; });
    };
    if (const ir::Table* table = TableBefore(name)) {
      for (const ir::Constraint& constraint : table->constraints) {
        if (std::holds_alternative<ir::Unique>(constraint.body) || !holds(KeyColumns(constraint))) continue;
        Refuse({}, what + std::string(ir::KindName(constraint)) + " \"" + constraint.name.text + "\"", kAnew);
      }
    }
    for (const catalog::ObjectPtr& object : step_.dependents) {
      const ir::Table* other = TableIn(object);
      if (other == nullptr) continue;
      for (const ir::Constraint& constraint : other->constraints) {
        const auto* key = std::get_if<ir::ForeignKey>(&constraint.body);
        if (key == nullptr || key->table.name != name.name || !holds(key->referred_columns)) continue;
        Refuse({}, what + "what foreign key \"" + constraint.name.text + "\" refers to", kAnew);
      }
    }
  }

  void CheckAction(const TableState& state, const ir::AlterTable& alter, const ir::AlterAction& action) {
    if (const auto* set = std::get_if<ir::SetType>(&action.body)) CheckRetype(alter.table, *set);
    if (const auto* add = std::get_if<ir::AddConstraint>(&action.body)) CheckKeyTypes(state.columns(), add->constraint);
    if (const auto* add = std::get_if<ir::AddColumn>(&action.body)) CheckAddColumn(*add);
    if (const auto* add = std::get_if<ir::AddConstraint>(&action.body)) CheckAddConstraint(*add);
    if (const auto* set = std::get_if<ir::SetTableOption>(&action.body)) CheckOptions({set->option}, {});
    if (const auto* drop = std::get_if<ir::DropConstraint>(&action.body)) CheckDropConstraint(alter.table, *drop);
    if (std::holds_alternative<ir::RenameConstraint>(action.body)) {
      Need(Capability::kRenameConstraint, {}, "another name for a constraint", "leave its name as it is");
    }
    if (std::holds_alternative<ir::ValidateConstraint>(action.body)) {
      Need(Capability::kValidateConstraint, {}, "VALIDATE CONSTRAINT", "leave it out: constraints are checked when they are made");
    }
    const bool identity = std::holds_alternative<ir::AddIdentity>(action.body) ||
                          std::holds_alternative<ir::DropIdentity>(action.body) ||
                          std::holds_alternative<ir::SetIdentity>(action.body);
    if (identity) Need(Capability::kAlterIdentity, {}, "a change of a column's identity", kAnotherTable);
    if (const auto* set = std::get_if<ir::SetNotNull>(&action.body); set != nullptr && set->fill && Has(Capability::kHeldTables)) {
      Refuse({}, "SET NOT NULL after an UPDATE of the table in one transaction",
             "`update` it in the revision before, and leave `fill` out");
    }
    if (const auto* rename = std::get_if<ir::RenameColumnAction>(&action.body)) {
      if (const ir::Column* column = state.Find(rename->from.text)) CheckCounter(*column, alter.table, rename->from.origin);
    }
  }

  bool Has(Capability capability) const { return dialect_.Has(capability); }

  void CheckAddColumn(const ir::AddColumn& add) {
    const ir::Column& column = add.column;
    for (const ir::Constraint& constraint : add.constraints) CheckKeyTypes({column}, constraint);
    if (Has(Capability::kAddColumnConstraints)) return;
    if (!add.constraints.empty()) {
      Refuse(add.constraints.front().origin, "a new column with a " + std::string(ir::KindName(add.constraints.front())),
             kAnotherTable);
    }
    if (column.generated) Refuse(column.origin, "a new column that is generated", kAnotherTable);
    if (CountsBySequence(column, dialect_)) Refuse(column.origin, "a new column that is an identity", kAnotherTable);
    if (column.not_null && add.if_not_exists) {
      Refuse(column.origin, "IF NOT EXISTS with NOT NULL", "leave `if not exists` out: the chain says what is there");
    }
  }

  void CheckDropConstraint(const ir::Name& name, const ir::DropConstraint& drop) {
    constexpr const char* kWithout =
        "create a table of another name without it, `insert into … select` the rows, and drop this one";
    if (!Has(Capability::kAlterConstraints)) return Refuse(drop.name.origin, "dropping a constraint", kWithout);
    for (const catalog::Change& change : step_.changes) {
      const auto* table = change.before ? std::get_if<catalog::Table>(change.before.get()) : nullptr;
      if (table == nullptr || table->definition.name.name != name.name) continue;
      const ir::Constraint* constraint = ir::FindConstraint(table->definition, drop.name.text);
      if (constraint == nullptr) continue;
      if (std::holds_alternative<ir::PrimaryKey>(constraint->body)) {
        Need(Capability::kDropPrimaryKey, drop.name.origin, "dropping a primary key", kWithout);
      } else if (std::holds_alternative<ir::Unique>(constraint->body) && !dialect::IsCockroachdb(dialect_)) {
        Need(Capability::kDropUnique, drop.name.origin, "dropping a unique constraint", kWithout);
      }
    }
  }

  // A primary key is the one that can come later (DuckDB since 1.2).
  void CheckAddConstraint(const ir::AddConstraint& add) {
    if (Has(Capability::kAlterConstraints) || std::holds_alternative<ir::PrimaryKey>(add.constraint.body)) return;
    Refuse(add.constraint.origin, "adding a " + std::string(ir::KindName(add.constraint)) + " to a table that is there",
           "write it in `create table`, after the tables that it refers to");
  }

  const catalog::Step& step_;
  const dialect::Dialect& dialect_;
  diag::Sink& sink_;
  ir::Origin place_;
};

}  // namespace

void CheckLessThanPostgres(std::span<const catalog::Step> steps, const dialect::Dialect& dialect, diag::Sink& sink) {
  for (const catalog::Step& step : steps) Checker(step, dialect, sink).Run();
}

}  // namespace migc::emit::postgres
