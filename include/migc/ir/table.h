// Columns, constraints, indexes and tables, as an operation makes them and as the catalog keeps them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "migc/ir/expr.h"
#include "migc/ir/origin.h"
#include "migc/ir/type.h"

namespace migc::ir {

// What stands after `identity (`, after `create sequence` and after `set identity (`. Only what was written is set.
struct SequenceOptions {
  std::optional<std::int64_t> start;
  std::optional<std::int64_t> increment;
  std::optional<std::int64_t> min_value;
  std::optional<std::int64_t> max_value;
  bool no_min_value = false;
  bool no_max_value = false;
  std::optional<std::int64_t> cache;
  std::optional<bool> cycle;
  std::optional<std::int64_t> restart;  // alter and set only; never kept in the catalog

  friend bool operator==(const SequenceOptions&, const SequenceOptions&) = default;
};

struct Identity {
  bool always = false;
  SequenceOptions options;
  friend bool operator==(const Identity&, const Identity&) = default;
};

enum class Storage : std::uint8_t { kUnspecified, kStored, kVirtual };

struct Generated {
  Expr expr;
  Storage storage = Storage::kUnspecified;
  friend bool operator==(const Generated&, const Generated&) = default;
};

struct Column {
  Identifier name;
  Type type;
  bool not_null = false;  // lower sets it for `not null`, `primary key` and `identity`
  std::optional<Expr> default_value;
  std::optional<Identity> identity;
  std::optional<Generated> generated;
  std::optional<std::string> character_set;
  std::optional<std::string> collation;
  std::optional<std::string> comment;
  std::optional<Identifier> renamed_from;  // the model file only
  Origin origin;

  friend bool operator==(const Column&, const Column&) = default;
};

enum class ReferenceAction : std::uint8_t { kNone, kNoAction, kRestrict, kCascade, kSetNull, kSetDefault };

struct PrimaryKey {
  std::vector<Identifier> columns;
  friend bool operator==(const PrimaryKey&, const PrimaryKey&) = default;
};
struct Unique {
  std::vector<Identifier> columns;
  bool nulls_not_distinct = false;
  friend bool operator==(const Unique&, const Unique&) = default;
};
struct Check {
  Expr expr;
  // The column whose attribute it was, for its name (account_balance_check); empty for a table's own check.
  std::string column;
  friend bool operator==(const Check& a, const Check& b) { return a.expr == b.expr; }
};
struct ForeignKey {
  std::vector<Identifier> columns;
  Name table;
  std::vector<Identifier> referred_columns;  // empty until replay puts in the primary key
  ReferenceAction on_delete = ReferenceAction::kNone;
  ReferenceAction on_update = ReferenceAction::kNone;
  bool match_full = false;
  std::optional<bool> deferrable;
  std::optional<bool> initially_deferred;
  friend bool operator==(const ForeignKey&, const ForeignKey&) = default;
};
struct ExcludeElement {
  Expr expr;
  std::string op;
  friend bool operator==(const ExcludeElement&, const ExcludeElement&) = default;
};
struct Exclude {
  std::string method;
  std::vector<ExcludeElement> elements;
  std::optional<Expr> where;
  friend bool operator==(const Exclude&, const Exclude&) = default;
};

struct Constraint {
  Identifier name;  // empty until replay names it
  std::variant<PrimaryKey, Unique, Check, ForeignKey, Exclude> body;
  bool not_valid = false;  // check and foreign key: rows that are there already are not looked at
  Origin origin;

  friend bool operator==(const Constraint&, const Constraint&) = default;
};

enum class SortOrder : std::uint8_t { kUnspecified, kAscending, kDescending };
enum class NullsOrder : std::uint8_t { kUnspecified, kFirst, kLast };

struct IndexKey {
  Expr expr;  // a kColumn, or any other expression
  SortOrder order = SortOrder::kUnspecified;
  NullsOrder nulls = NullsOrder::kUnspecified;
  std::optional<std::string> opclass;
  std::optional<std::string> collation;
  std::optional<std::uint32_t> length;  // a prefix (MySQL)
  friend bool operator==(const IndexKey&, const IndexKey&) = default;
};

struct Index {
  Identifier name;  // empty until replay names it
  bool unique = false;
  std::string method;  // empty: the dialect's own
  std::vector<IndexKey> keys;
  std::vector<Identifier> include;
  std::optional<Expr> where;
  bool nulls_not_distinct = false;
  std::vector<std::string> options;  // `with`, for this dialect
  std::optional<Identifier> renamed_from;  // the model file only
  Origin origin;

  friend bool operator==(const Index&, const Index&) = default;
};

struct Table {
  Name name;
  std::vector<Column> columns;
  std::vector<Constraint> constraints;
  std::vector<Index> indexes;
  std::optional<std::string> comment;
  std::vector<std::string> options;  // `with`, for this dialect
  std::optional<Identifier> renamed_from;  // the model file only
  Origin origin;

  friend bool operator==(const Table&, const Table&) = default;
};

// Nothing when there is none of that name (exact match).
const Column* FindColumn(const Table& table, const std::string& name);
const Constraint* FindConstraint(const Table& table, const std::string& name);
const Index* FindIndex(const Table& table, const std::string& name);
const Constraint* FindPrimaryKey(const Table& table);

// "primary key", "unique constraint", "check constraint", "foreign key", "exclusion constraint".
std::string_view KindName(const Constraint& constraint);

}  // namespace migc::ir
