// Operation: one change to a schema or its data, for one dialect: what lower makes, replay completes and emit prints.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "migc/ir/table.h"

namespace migc::ir {

// Every struct compares by value; `if_exists` and `if_not_exists` are as written.
#define MIGC_COMPARABLE(T) friend bool operator==(const T&, const T&) = default

struct CreateTable {
  Table table;
  bool if_not_exists = false;
  MIGC_COMPARABLE(CreateTable);
};
struct DropTable {
  Name name;
  bool if_exists = false;
  bool cascade = false;
  MIGC_COMPARABLE(DropTable);
};
struct RenameTable {
  Name from;
  Name to;
  MIGC_COMPARABLE(RenameTable);
};

// ---- actions of alter table ----

struct AddColumn {
  Column column;
  std::vector<Constraint> constraints;  // those written as attributes of the column
  bool if_not_exists = false;
  bool first = false;
  std::optional<Identifier> after;
  MIGC_COMPARABLE(AddColumn);
};
struct DropColumn {
  Identifier column;
  bool if_exists = false;
  bool cascade = false;
  MIGC_COMPARABLE(DropColumn);
};
struct RenameColumnAction {
  Identifier from;
  Identifier to;
  MIGC_COMPARABLE(RenameColumnAction);
};
struct SetType {
  Identifier column;
  Type type;
  std::optional<Expr> using_expr;
  MIGC_COMPARABLE(SetType);
};
struct SetDefault {
  Identifier column;
  Expr value;
  MIGC_COMPARABLE(SetDefault);
};
struct DropDefault {
  Identifier column;
  MIGC_COMPARABLE(DropDefault);
};
struct SetNotNull {
  Identifier column;
  std::optional<Expr> fill;
  MIGC_COMPARABLE(SetNotNull);
};
struct DropNotNull {
  Identifier column;
  MIGC_COMPARABLE(DropNotNull);
};
struct SetColumnComment {
  Identifier column;
  std::optional<std::string> comment;
  MIGC_COMPARABLE(SetColumnComment);
};
struct AddIdentity {
  Identifier column;
  Identity identity;
  MIGC_COMPARABLE(AddIdentity);
};
struct DropIdentity {
  Identifier column;
  MIGC_COMPARABLE(DropIdentity);
};
struct SetIdentity {
  Identifier column;
  std::optional<bool> always;
  SequenceOptions options;
  MIGC_COMPARABLE(SetIdentity);
};
struct SetCharacterSet {
  Identifier column;
  std::optional<std::string> name;  // nothing: the default again (derived downgrades)
  MIGC_COMPARABLE(SetCharacterSet);
};
struct SetCollation {
  Identifier column;
  std::optional<std::string> name;
  MIGC_COMPARABLE(SetCollation);
};
struct AddConstraint {
  Constraint constraint;
  bool if_not_exists = false;
  MIGC_COMPARABLE(AddConstraint);
};
struct DropConstraint {
  Identifier name;
  bool if_exists = false;
  bool cascade = false;
  MIGC_COMPARABLE(DropConstraint);
};
struct RenameConstraint {
  Identifier from;
  Identifier to;
  MIGC_COMPARABLE(RenameConstraint);
};
struct ValidateConstraint {
  Identifier name;
  MIGC_COMPARABLE(ValidateConstraint);
};
// The next four are gone after replay, which knows the name and makes a DropConstraint of them.
struct DropPrimaryKey {
  MIGC_COMPARABLE(DropPrimaryKey);
};
struct DropUnique {
  std::vector<Identifier> columns;
  MIGC_COMPARABLE(DropUnique);
};
struct DropForeignKey {
  std::vector<Identifier> columns;
  MIGC_COMPARABLE(DropForeignKey);
};
struct DropCheck {
  Expr expr;
  MIGC_COMPARABLE(DropCheck);
};
struct SetTableComment {
  std::optional<std::string> comment;
  MIGC_COMPARABLE(SetTableComment);
};
struct SetSchema {
  Identifier schema;  // empty: the default schema (derived downgrades)
  MIGC_COMPARABLE(SetSchema);
};
struct SetTableOption {
  std::string option;
  MIGC_COMPARABLE(SetTableOption);
};

struct AlterAction {
  std::variant<AddColumn, DropColumn, RenameColumnAction, SetType, SetDefault, DropDefault, SetNotNull, DropNotNull, SetColumnComment,
               AddIdentity, DropIdentity, SetIdentity, SetCharacterSet, SetCollation, AddConstraint, DropConstraint, RenameConstraint,
               ValidateConstraint, DropPrimaryKey, DropUnique, DropForeignKey, DropCheck, SetTableComment, SetSchema, SetTableOption>
      body;
  Origin origin;
  MIGC_COMPARABLE(AlterAction);
};

struct AlterTable {
  Name table;
  bool if_exists = false;
  std::vector<AlterAction> actions;
  MIGC_COMPARABLE(AlterTable);
};

// ---- other objects ----

struct CreateIndex {
  Name table;
  Index index;
  bool if_not_exists = false;
  bool online = false;
  MIGC_COMPARABLE(CreateIndex);
};
struct DropIndex {
  Name name;
  Name table;  // empty until replay finds it; empty after only when `if exists` found none or raw SQL made it
  bool if_exists = false;
  bool online = false;
  MIGC_COMPARABLE(DropIndex);
};
struct RenameIndex {
  Name from;
  Identifier to;
  Name table;
  MIGC_COMPARABLE(RenameIndex);
};
struct CreateSequence {
  Name name;
  SequenceOptions options;
  bool if_not_exists = false;
  MIGC_COMPARABLE(CreateSequence);
};
struct AlterSequence {
  Name name;
  SequenceOptions options;
  std::optional<Identifier> rename_to;
  MIGC_COMPARABLE(AlterSequence);
};
struct DropSequence {
  Name name;
  bool if_exists = false;
  MIGC_COMPARABLE(DropSequence);
};
struct CreateEnum {
  Name name;
  std::vector<std::string> values;
  bool if_not_exists = false;
  MIGC_COMPARABLE(CreateEnum);
};
struct AddEnumValue {
  std::string value;
  std::optional<std::string> before;
  std::optional<std::string> after;
  MIGC_COMPARABLE(AddEnumValue);
};
struct RenameEnumValue {
  std::string from;
  std::string to;
  MIGC_COMPARABLE(RenameEnumValue);
};
struct RenameEnum {
  Identifier to;
  MIGC_COMPARABLE(RenameEnum);
};
struct EnumMapping {
  std::string from;
  std::string to;
  MIGC_COMPARABLE(EnumMapping);
};
struct SetEnumValues {
  std::vector<std::string> values;
  std::vector<EnumMapping> mappings;
  MIGC_COMPARABLE(SetEnumValues);
};
struct AlterEnum {
  Name name;
  std::variant<AddEnumValue, RenameEnumValue, RenameEnum, SetEnumValues> action;
  MIGC_COMPARABLE(AlterEnum);
};
struct DropEnum {
  Name name;
  bool if_exists = false;
  MIGC_COMPARABLE(DropEnum);
};
struct CreateSchema {
  Identifier name;
  bool if_not_exists = false;
  MIGC_COMPARABLE(CreateSchema);
};
struct DropSchema {
  Identifier name;
  bool if_exists = false;
  MIGC_COMPARABLE(DropSchema);
};
struct CreateExtension {
  Identifier name;
  bool if_not_exists = false;
  MIGC_COMPARABLE(CreateExtension);
};
struct DropExtension {
  Identifier name;
  bool if_exists = false;
  MIGC_COMPARABLE(DropExtension);
};

enum class RoutineKind : std::uint8_t { kView, kMaterializedView, kFunction, kProcedure, kTrigger };

// A view, routine or trigger: its text belongs to one dialect.
struct Routine {
  RoutineKind kind{};
  Name name;
  std::optional<std::vector<Type>> arguments;  // functions and procedures, when written
  Name table;                                  // triggers
  std::optional<std::string> text;             // nothing: this dialect was given none, and the object is not there
  Origin origin;
  MIGC_COMPARABLE(Routine);
};
struct Define {  // makes it, or replaces the one that is there
  Routine routine;
  MIGC_COMPARABLE(Define);
};
struct DropRoutine {
  RoutineKind kind{};
  Name name;
  std::optional<std::vector<Type>> arguments;
  Name table;
  bool if_exists = false;
  MIGC_COMPARABLE(DropRoutine);
};

struct Grant {
  bool revoke = false;
  std::vector<std::string> privileges;  // lower-case
  Name table;
  std::vector<Identifier> roles;
  MIGC_COMPARABLE(Grant);
};

// ---- data, raw SQL ----

struct Insert {
  Name table;
  std::vector<Identifier> columns;
  std::vector<std::vector<Expr>> rows;  // each as long as `columns`
  std::optional<std::string> select;    // raw SQL instead of rows
  bool undo_nothing = false;
  MIGC_COMPARABLE(Insert);
};
struct Assignment {
  Identifier column;
  Expr value;
  MIGC_COMPARABLE(Assignment);
};
struct Update {
  Name table;
  std::vector<Assignment> assignments;
  std::optional<Expr> where;
  bool undo_nothing = false;
  MIGC_COMPARABLE(Update);
};
struct Delete {
  Name table;
  std::optional<Expr> where;
  bool undo_nothing = false;
  MIGC_COMPARABLE(Delete);
};

struct Operation;

struct RawSql {
  std::string text;
  std::optional<std::string> undo;
  bool undo_nothing = false;
  std::vector<Operation> effects;  // what it does to the catalog; never printed
  friend bool operator==(const RawSql& a, const RawSql& b);
};
// How long a statement may wait for a lock or run, in milliseconds, for the rest of the revision.
struct SetTimeouts {
  std::optional<std::int64_t> lock_ms;
  std::optional<std::int64_t> statement_ms;
  MIGC_COMPARABLE(SetTimeouts);
};
// The script stops with `message` when `query` does not give one true value.
struct Require {
  std::string query;
  std::string message;
  MIGC_COMPARABLE(Require);
};

struct Operation {
  using Body = std::variant<CreateTable, DropTable, RenameTable, AlterTable, CreateIndex, DropIndex, RenameIndex, CreateSequence,
                            AlterSequence, DropSequence, CreateEnum, AlterEnum, DropEnum, CreateSchema, DropSchema, CreateExtension,
                            DropExtension, Define, DropRoutine, Grant, Insert, Update, Delete, RawSql, SetTimeouts, Require>;
  Body body;
  bool no_transaction = false;  // inside `no transaction { … }`, or in a revision that is outside one as a whole
  std::string comment;          // the author's lines directly above, without dashes
  Origin origin;
  MIGC_COMPARABLE(Operation);
};

inline bool operator==(const RawSql& a, const RawSql& b) {
  return a.text == b.text && a.undo == b.undo && a.undo_nothing == b.undo_nothing && a.effects == b.effects;
}

#undef MIGC_COMPARABLE

// One line for a person: "add column account.nick", "create table account", "run raw SQL".
std::string Summary(const Operation& operation);
// The kinds of operations and of actions, as the matrix in the docs lists them: "create table", "alter table add column".
std::string_view KindName(const Operation& operation);
std::string_view KindName(const AlterAction& action);

}  // namespace migc::ir
