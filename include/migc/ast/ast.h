// The syntax tree of one `.mig` file: plain structs that say what was written and where; nothing here has a meaning yet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "migc/ast/table.h"

namespace migc::ast {

// ---- Tables ----------------------------------------------------------------------------------------------------------

using TableItem = std::variant<Column, Constraint, Index>;

struct CreateTable {
  Name name;
  bool if_not_exists = false;
  std::vector<TableItem> items;
  std::optional<String> comment;
  std::vector<WithOption> options;
  std::optional<Ident> renamed_from;
};

struct DropTable {
  Name name;
  bool if_exists = false;
  bool cascade = false;
};

struct RenameTable {
  Name from;
  Name to;
};

// ---- alter table -----------------------------------------------------------------------------------------------------

struct AddColumn {
  Column column;
  bool if_not_exists = false;
  bool first = false;
  std::optional<Ident> after;
};
struct DropColumn {
  Ident column;
  bool if_exists = false;
  bool cascade = false;
};
struct RenameColumn {
  Ident from;
  Ident to;
};
struct SetType {
  Ident column;
  TypeRef type;
  std::optional<Expr> using_expr;
};
struct SetDefault {
  Ident column;
  Expr expr;
};
struct DropDefault {
  Ident column;
};
struct SetNotNull {
  Ident column;
  std::optional<Expr> fill;
};
struct DropNotNull {
  Ident column;
};
struct SetColumnComment {
  Ident column;
  std::optional<String> comment;  // nothing: no comment
};
struct AddIdentity {
  Ident column;
  Identity identity;
};
struct DropIdentity {
  Ident column;
};
struct SetIdentity {  // set identity [always | by default] [(restart 3, …)]
  Ident column;
  std::optional<bool> always;
  std::vector<Option> options;
};
struct SetCharacterSet {
  Ident column;
  String name;
};
struct SetCollation {
  Ident column;
  String name;
};
struct AddConstraint {
  Constraint constraint;
  bool if_not_exists = false;
};
struct DropConstraint {
  Ident name;
  bool if_exists = false;
  bool cascade = false;
};
struct RenameConstraint {
  Ident from;
  Ident to;
};
struct ValidateConstraint {
  Ident name;
};
struct DropPrimaryKey {};
struct DropUnique {
  std::vector<Ident> columns;
};
struct DropForeignKey {
  std::vector<Ident> columns;
};
struct DropCheck {
  Expr expr;
};
struct SetTableComment {
  std::optional<String> comment;
};
struct SetSchema {
  Ident schema;
};
struct SetOption {
  WithOption option;
};

struct AlterAction {
  std::variant<AddColumn, DropColumn, RenameColumn, SetType, SetDefault, DropDefault, SetNotNull, DropNotNull, SetColumnComment,
               AddIdentity, DropIdentity, SetIdentity, SetCharacterSet, SetCollation, AddConstraint, DropConstraint, RenameConstraint,
               ValidateConstraint, DropPrimaryKey, DropUnique, DropForeignKey, DropCheck, SetTableComment, SetSchema, SetOption>
      action;
  source::Span span;
};

struct AlterTable {
  Name name;
  bool if_exists = false;
  std::vector<AlterAction> actions;
};

// ---- Other objects ---------------------------------------------------------------------------------------------------

struct CreateIndex {
  Name table;
  Index index;
  bool if_not_exists = false;
};
struct DropIndex {
  Name name;
  std::optional<Name> table;
  bool if_exists = false;
  bool online = false;
};
struct RenameIndex {
  Name from;
  Ident to;
  std::optional<Name> table;
};
struct CreateSequence {
  Name name;
  bool if_not_exists = false;
  std::vector<Option> options;
};
struct AlterSequence {
  Name name;
  std::vector<Option> options;
  std::optional<Ident> rename_to;
};
struct DropSequence {
  Name name;
  bool if_exists = false;
};
struct CreateEnum {
  Name name;
  std::vector<String> values;
  bool if_not_exists = false;
};
struct EnumMapping {
  String from;
  String to;
};
struct AddEnumValue {
  String value;
  std::optional<String> before;
  std::optional<String> after;
};
struct RenameEnumValue {
  String from;
  String to;
};
struct RenameEnum {
  Ident to;
};
struct SetEnumValues {
  std::vector<String> values;
  std::vector<EnumMapping> mappings;
};
struct AlterEnum {
  Name name;
  std::variant<AddEnumValue, RenameEnumValue, RenameEnum, SetEnumValues> action;
};
struct DropEnum {
  Name name;
  bool if_exists = false;
};
struct CreateSchema {
  Ident name;
  bool if_not_exists = false;
};
struct DropSchema {
  Ident name;
  bool if_exists = false;
};
struct CreateExtension {
  Ident name;
  bool if_not_exists = false;
};
struct DropExtension {
  Ident name;
  bool if_exists = false;
};

enum class RoutineKind : std::uint8_t { kView, kMaterializedView, kFunction, kProcedure, kTrigger };

struct Define {
  RoutineKind kind{};
  Name name;
  std::optional<std::vector<TypeRef>> arguments;  // functions and procedures
  std::optional<Name> table;                      // triggers
  std::vector<DialectText> texts;                 // `as $$…$$` is one text for all
};
struct DropDefined {
  RoutineKind kind{};
  Name name;
  std::optional<std::vector<TypeRef>> arguments;
  std::optional<Name> table;
  bool if_exists = false;
};

struct Comment {  // comment on table t / on column t.c; nothing: no comment
  Name target;
  bool on_column = false;
  std::optional<String> comment;
};

struct Grant {
  bool revoke = false;
  std::vector<std::string> privileges;  // lower-case words
  Name table;
  std::vector<Ident> roles;
};

// ---- Data, raw SQL ---------------------------------------------------------------------------------------------------

struct Insert {
  Name table;
  std::vector<Ident> columns;
  std::vector<std::vector<Expr>> rows;
  std::optional<String> csv;
  std::optional<RawText> select;
  bool undo_nothing = false;
};
struct Assignment {
  Ident column;
  Expr value;
};
struct Update {
  Name table;
  std::vector<Assignment> assignments;
  std::optional<Expr> where;
  bool undo_nothing = false;
};
struct Delete {
  Name table;
  std::optional<Expr> where;
  bool undo_nothing = false;
};

struct Statement;

struct RawSql {
  std::vector<DialectText> texts;  // `sql $$…$$`: one without dialects; `sql (…)`: several
  std::vector<Ident> for_dialects;  // sql for postgres, cockroachdb …
  std::optional<String> file;       // sql file '…' instead of a text
  std::optional<RawText> undo;
  bool undo_nothing = false;
  std::vector<Statement> effects;
};
struct ForDialects {
  std::vector<Ident> dialects;
  std::vector<Statement> body;
  std::vector<Statement> otherwise;
};
struct NoTransaction {
  std::vector<Statement> body;
};
struct SetTimeouts {
  std::optional<String> lock;
  std::optional<String> statement;
};
struct Require {
  RawText query;
  String message;
};

struct Statement {
  std::variant<CreateTable, DropTable, RenameTable, AlterTable, CreateIndex, DropIndex, RenameIndex, CreateSequence, AlterSequence,
               DropSequence, CreateEnum, AlterEnum, DropEnum, CreateSchema, DropSchema, CreateExtension, DropExtension, Define,
               DropDefined, Comment, Grant, Insert, Update, Delete, RawSql, ForDialects, NoTransaction, SetTimeouts, Require>
      node;
  std::string leading_comment;  // lines of the `--` comments directly above, without the dashes
  source::Span span;
};

// ---- The file --------------------------------------------------------------------------------------------------------

struct Header {
  Ident id;        // an Ident or a quoted string
  std::optional<String> message;
  bool revises_base = false;
  std::vector<Ident> revises;
  bool has_revises = false;
  std::vector<Ident> depends_on;
  std::vector<Ident> labels;
  std::optional<String> created;
  source::Span span;
};

struct Downgrade {
  std::optional<String> irreversible;  // why there is none
  std::vector<Statement> statements;
  source::Span span;
};

// A revision, or a model file (no header: `statements` alone).
struct File {
  std::optional<Header> header;
  bool no_transaction = false;
  std::vector<Statement> statements;  // of `upgrade { … }`, or of the model
  std::optional<Downgrade> downgrade;
  source::FileId file;
};

}  // namespace migc::ast
