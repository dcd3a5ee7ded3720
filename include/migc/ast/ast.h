// The syntax tree of one `.mig` file: plain structs that say what was written and where; nothing here has a meaning yet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "migc/source/span.h"

namespace migc::ast {

// A word or a quoted name. `text` is without the quotes and their doubling; placeholders stand in it still.
struct Ident {
  std::string text;
  bool quoted = false;
  source::Span span;
};

// `t` or `s.t`; one or two parts (more are reported by lower).
struct Name {
  std::vector<Ident> parts;
  source::Span span;
};

// '…' without the quotes and their doubling. Placeholders stand in it still.
struct String {
  std::string text;
  source::Span span;
};

// $$…$$ without the tags, otherwise verbatim.
struct RawText {
  std::string text;
  source::Span span;  // of the whole block with its tags
};

// ---- Expressions and types -------------------------------------------------------------------------------------------

struct TypeRef;

// What one dialect is given: `postgres 'citext'`, `postgres $$…$$`, `else $$…$$`.
struct DialectText {
  std::vector<Ident> dialects;  // empty: `else`, or all when the text stands alone
  std::string text;             // string or raw text, as in String and RawText
  bool raw = false;
  source::Span span;            // of the text alone, with its quotes or tags
};

enum class ExprKind : std::uint8_t {
  kNull,
  kTrue,
  kFalse,
  kNumber,     // text as written, without sign
  kString,     // text
  kBytes,      // x'…': text is the digits
  kDate,       // date '…'
  kTimestamp,  // timestamp '…'
  kName,       // name: a column, or current_date and the like
  kStar,       // count(*)
  kCall,       // name(operands…)
  kUnary,      // text: "-", "+", "not"
  kBinary,     // text: + - * / % || = <> != < <= > >= and or
  kIsNull,     // operands[0] is null; negated: is not null
  kIn,         // operands[0] in (the rest)
  kBetween,    // three operands
  kLike,       // two operands
  kCase,       // has_operand: operands[0] is the operand; then when/then pairs; has_else: the last is else
  kCast,       // operands[0] as type
  kParens,     // (operands[0])
  kSql,        // sql $$…$$ or sql (…): texts
};

struct Expr {
  ExprKind kind = ExprKind::kNull;
  source::Span span;
  std::string text;
  Name name;
  std::vector<Expr> operands;
  std::vector<TypeRef> type;  // kCast: exactly one
  std::vector<DialectText> texts;
  bool negated = false;  // kIsNull, kIn, kBetween, kLike
  bool has_operand = false;
  bool has_else = false;
};

struct TypeRef {
  Name name;                    // as written (an enum's name is kept to the letter); `double precision` is one part with one blank
  std::vector<std::string> arguments;  // numbers as written
  bool with_time_zone = false;
  std::uint8_t array_dimensions = 0;
  std::vector<DialectText> native;  // native (postgres 'citext', …)
  bool only_native = false;         // no portable type was written; name is empty
  source::Span span;
};

// ---- Tables ----------------------------------------------------------------------------------------------------------

struct Option {  // a word and a number or word: `start 100`, `cycle`, `no cycle`, `owned by t.c`
  std::string key;  // lower-case words joined by one blank: "start", "increment", "min value", "no cycle"
  std::string value;  // number as written with its sign, or empty
  source::Span span;
};

struct Identity {
  bool always = false;
  std::vector<Option> options;
  source::Span span;
};

enum class ReferenceAction : std::uint8_t { kNone, kNoAction, kRestrict, kCascade, kSetNull, kSetDefault };

struct ForeignKeyOptions {
  ReferenceAction on_delete = ReferenceAction::kNone;
  ReferenceAction on_update = ReferenceAction::kNone;
  bool match_full = false;
  std::optional<bool> deferrable;  // `deferrable` or `not deferrable`
  std::optional<bool> initially_deferred;
  bool not_valid = false;
  std::vector<source::Span> repeated;  // an option that was given twice
};

struct Reference {
  Name table;
  std::vector<Ident> columns;  // empty: the primary key
  ForeignKeyOptions options;
  source::Span span;
};

enum class AttributeKind : std::uint8_t {
  kNotNull,
  kNull,
  kPrimaryKey,
  kUnique,
  kCheck,
  kReferences,
  kDefault,
  kIdentity,
  kGenerated,
  kCharacterSet,
  kCollate,
  kComment,
};

enum class Storage : std::uint8_t { kUnspecified, kStored, kVirtual };

struct Attribute {
  AttributeKind kind{};
  std::optional<Ident> constraint_name;  // constraint n, before the attribute
  std::optional<Expr> expr;              // kCheck, kDefault, kGenerated
  std::optional<Reference> reference;    // kReferences
  std::optional<Identity> identity;      // kIdentity
  std::optional<String> text;            // kCharacterSet, kCollate, kComment
  Storage storage = Storage::kUnspecified;
  bool nulls_not_distinct = false;  // kUnique
  bool not_valid = false;           // kCheck
  source::Span span;
};

struct Column {
  Ident name;
  TypeRef type;
  std::vector<Attribute> attributes;
  std::optional<Ident> renamed_from;  // the model file only
  source::Span span;
};

enum class ConstraintKind : std::uint8_t { kPrimaryKey, kUnique, kCheck, kForeignKey, kExclude };

struct ExcludeElement {
  Expr expr;
  std::string op;  // "&&", "="
};

struct Constraint {
  ConstraintKind kind{};
  std::optional<Ident> name;
  std::vector<Ident> columns;          // kPrimaryKey, kUnique, kForeignKey
  std::optional<Expr> expr;            // kCheck; kExclude: where
  std::optional<Reference> reference;  // kForeignKey
  std::vector<ExcludeElement> elements;
  std::optional<Ident> method;  // kExclude
  bool nulls_not_distinct = false;
  bool not_valid = false;
  source::Span span;
};

struct WithOption {
  std::vector<Ident> dialects;
  String text;
};

enum class SortOrder : std::uint8_t { kUnspecified, kAscending, kDescending };
enum class NullsOrder : std::uint8_t { kUnspecified, kFirst, kLast };

struct IndexKey {
  Expr expr;                // a kName of one part, or any expression that stood in parentheses
  bool parenthesised = false;
  SortOrder order = SortOrder::kUnspecified;
  NullsOrder nulls = NullsOrder::kUnspecified;
  std::optional<String> opclass;
  std::optional<String> collation;  // collate 'x' or a bare word
  std::optional<std::string> length;
  source::Span span;
};

struct Index {
  std::optional<Ident> name;
  bool unique = false;
  std::optional<Ident> method;
  std::vector<IndexKey> keys;
  std::vector<Ident> include;
  std::optional<Expr> where;
  bool nulls_not_distinct = false;
  bool online = false;
  std::vector<WithOption> options;
  std::optional<Ident> renamed_from;
  source::Span span;
};

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
