// The parts of a table: columns with their attributes, constraints and indexes, as they were written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "migc/ast/expr.h"

namespace migc::ast {

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

}  // namespace migc::ast
