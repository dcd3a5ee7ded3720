// Catalog: the schema as data, as it is after a revision. Cheap to change: objects are shared and never changed in place.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "migc/ir/operation.h"

namespace migc::catalog {

// What a dialect decides about names and objects; made from its facts by the driver.
struct Rules {
  std::size_t max_identifier = 63;  // in bytes, or characters
  bool identifier_in_characters = false;
  bool case_insensitive_names = false;  // "Account" and "account" are one table
  std::string default_schema;           // "public": `public.t` and `t` are one table
  bool index_names_per_table = false;   // MySQL, SQL Server; else per schema
  bool constraint_names_per_schema =
      false;  // Oracle, SQL Server; else per table (keys share the index name space where they are indexes)
  bool keys_are_named_indexes = false;  // PostgreSQL: a primary key or unique constraint takes a name that no table or index has
  bool index_names_apart = false;       // Oracle: an index may have the name of a table
  // A foreign key may stand in CREATE TABLE before its referred table exists (SQLite); else it is added when that is made.
  bool forward_references = false;
  bool column_positions = false;      // MySQL: undoing `drop column` says where the column stood
  bool enum_values_removable = true;  // false: adding a value to an enum cannot be undone
  // A name pattern by kind; {table} {columns} {column} {referred_table} {n}.
  struct Naming {
    std::string primary_key = "{table}_pkey";
    std::string unique = "{table}_{columns}_key";
    std::string foreign_key = "{table}_{columns}_fkey";
    std::string check = "{table}_{column}_check";  // {column} falls away with its "_" when there is none
    std::string index = "{table}_{columns}_idx";
    std::string exclude = "{table}_{columns}_excl";
  } naming;
};

enum class ObjectKind : std::uint8_t {
  kSchema,
  kExtension,
  kEnum,
  kSequence,
  kTable,
  kView,
  kMaterializedView,
  kFunction,
  kProcedure,
  kTrigger
};

// Normalised: the default schema is empty, names are folded when the rules say so; functions carry their argument types,
// triggers their table, in `name`.
struct ObjectKey {
  ObjectKind kind{};
  std::string schema;
  std::string name;
  friend auto operator<=>(const ObjectKey&, const ObjectKey&) = default;
};

struct Privilege {
  std::string role;
  std::string privilege;
  friend auto operator<=>(const Privilege&, const Privilege&) = default;
};

struct Table {
  ir::Table definition;
  std::set<Privilege> privileges;
  friend bool operator==(const Table&, const Table&) = default;
};
struct Enum {
  ir::Name name;
  std::vector<std::string> values;
  ir::Origin origin;
  friend bool operator==(const Enum&, const Enum&) = default;
};
struct Sequence {
  ir::Name name;
  ir::SequenceOptions options;
  ir::Origin origin;
  friend bool operator==(const Sequence&, const Sequence&) = default;
};
struct Schema {
  std::string name;
  ir::Origin origin;
  friend bool operator==(const Schema&, const Schema&) = default;
};
struct Extension {
  std::string name;
  ir::Origin origin;
  friend bool operator==(const Extension&, const Extension&) = default;
};

using Object = std::variant<Table, Enum, Sequence, Schema, Extension, ir::Routine>;
using ObjectPtr = std::shared_ptr<const Object>;

// The same schema: in what order a table has its columns, constraints and indexes does not count, nor does a sequence option
// that says what holds anyway.
bool SameObject(const Object& a, const Object& b);
// What tells `after` from `before`, a line each, for a person; null: there is none. Nothing when they are the same.
std::vector<std::string> DescribeDifferences(const ObjectKey& key, const ObjectPtr& before, const ObjectPtr& after);
// `table "account"`, `trigger "touch on account"`.
std::string Describe(const ObjectKey& key);
std::string_view KindName(ObjectKind kind);

// (schema, name), folded.
using ScopedName = std::pair<std::string, std::string>;

class Catalog {
 public:
  explicit Catalog(Rules rules) : rules_(std::move(rules)) {}

  const Rules& rules() const { return rules_; }
  const std::map<ObjectKey, ObjectPtr>& objects() const { return objects_; }

  // As the rules compare it: lower-case when names are case-insensitive.
  std::string Fold(const std::string& name) const;
  ObjectKey KeyOf(ObjectKind kind, const ir::Name& name) const;
  ObjectKey KeyOf(const ir::Routine& routine) const;
  ObjectPtr Find(const ObjectKey& key) const;  // null when there is none
  const Table* FindTable(const ir::Name& name) const;
  const Enum* FindEnum(const ir::Name& name) const;
  // Tables (not `key` itself) with a foreign key to the table.
  std::vector<ObjectKey> ReferencedBy(const ObjectKey& table) const;
  // Tables with a column of the enum.
  std::vector<ObjectKey> UsersOf(const ObjectKey& enum_key) const;
  // Tables with a default that takes its value from the sequence.
  std::vector<ObjectKey> UsersOfSequence(const ObjectKey& sequence) const;
  std::vector<ObjectKey> TriggersOf(const ObjectKey& table) const;
  // Views, routines and triggers whose text has `name` as a word, in whatever case.
  std::vector<ObjectKey> RoutinesThatName(const std::string& name) const;
  // The table whose index it is, when exactly one is; the name's schema counts where index names are per schema.
  std::optional<ObjectKey> TableOfIndex(const ir::Name& index) const;
  // Tables of the schema with an index, or with a constraint, of that name.
  std::vector<ObjectKey> TablesOfIndex(const ir::Name& index) const;
  std::vector<ObjectKey> TablesOfConstraint(const ir::Name& constraint) const;
  // Functions or procedures of that name, whatever their arguments.
  std::vector<ObjectKey> Overloads(ObjectKind kind, const ir::Name& name) const;

  // Puts, replaces or (null) removes an object, and keeps every look-up above right.
  void Set(const ObjectKey& key, ObjectPtr object);

  // The same objects as SameObject compares them; look-ups and remembered raw SQL do not count.
  friend bool operator==(const Catalog& a, const Catalog& b);

  // Raw SQL that ran so far: a name that the catalog lacks but one of these mentions is a warning, not an error.
  void RememberRawSql(std::string text, ir::Origin origin);
  // The first text that has `name` as a whole word, in whatever case (and `beside` too, when given).
  std::optional<ir::Origin> FindMention(const std::string& name, const std::string& beside = {}) const;

  // True for a schema that was in the catalog and is no more.
  bool WasDropped(const std::string& schema) const { return dropped_schemas_.contains(schema); }

  // Names that a refused operation would have made or removed: what comes of that later is not worth a second error.
  void RememberRefused(const std::string& name);
  bool WasRefused(const std::string& name) const;

 private:
  struct Links;
  Links LinksOf(const ObjectKey& key, const Object* object) const;
  void Link(const ObjectKey& key, const Links& links);
  void Unlink(const ObjectKey& key, const Links& links);

  Rules rules_;
  std::map<ObjectKey, ObjectPtr> objects_;
  std::map<ObjectKey, std::set<ObjectKey>> referenced_by_;
  std::map<ObjectKey, std::set<ObjectKey>> enum_users_;
  std::map<ObjectKey, std::set<ObjectKey>> sequence_users_;
  std::map<ObjectKey, std::set<ObjectKey>> triggers_;
  std::map<ScopedName, std::set<ObjectKey>> index_tables_;
  std::map<ScopedName, std::set<ObjectKey>> constraint_tables_;
  std::map<std::string, std::set<ObjectKey>> routine_words_;
  std::vector<std::pair<std::string, ir::Origin>> raw_sql_;          // lower-case
  std::map<std::string, std::vector<std::uint32_t>> raw_sql_words_;  // word → texts, in order
  std::set<std::string> refused_;
  std::set<std::string> dropped_schemas_;
};

// Every object in key order as indented text, for `--dump replay` and for goldens.
std::string Dump(const Catalog& catalog);

}  // namespace migc::catalog
