// Chain generator: random small chains of revisions that make sense on every engine here, with hostile names and literals, from a
// seed. What an engine cannot have is said in another way in `for … { }`, as an author would, so one chain is for all of them.
//
// What is made, by the sections of docs/language.md:
// - create table: if not exists, comment, with; columns with null, not null, default (literal, now(), sql), comment, identity
//   [always], unique, check, references, generated stored; primary key, unique, check, foreign key and index items, named and not;
//   drop [if exists], rename.
// - types: numbers, text, varchar, boolean, blob, date, timestamp, enums; arrays on PostgreSQL.
// - alter table: add column [if not exists] [first | after], drop [if exists], rename; type [using]; default; null with and without
//   fill; comment; identity (add, set, drop); character set, collate; named and unnamed constraints, not valid, validate,
//   deferrable; constraints dropped by name, by shape and if exists; primary keys; comment, with.
// - indexes: [unique], if not exists, unnamed, several keys, desc, nulls first, length, expressions, ops, using, include, where,
//   with, online outside of transactions; drop [if exists] [on] [online], rename.
// - enums: create, add [before | after] (not on PostgreSQL, which has no way back from it), rename a value, rename to, set [map],
//   drop.
// - data: insert of literals, of a CSV file, of a select; update and delete with expressions; require.
// - raw SQL: undo, effects, by dialect, from a file; for … else; no transaction for a block and for a revision; timeouts.
// - with `objects`: views (upon views, and `select *`), triggers, functions, procedures, sequences, grants.
// - PostgreSQL's own: schemas, set schema, an extension, arrays, exclude, materialized views, cascade, match full, nulls not
//   distinct, options of an identity.
// What is not: written downgrades, labels, merges and branches (a chain is walked step by step); char, time, uuid, json, binary and
// time zones (engines keep them in ways of their own); unique over one column of rows; virtual columns (not on PostgreSQL 15);
// overloads of functions; triggers on views; sequences owned by a column; create enum, sequence and schema if not exists.
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace migc::integration {

// A name as MariaDB's SQL has it; that of a migration is PostgreSQL's and SQLite's.
std::string Ticks(const std::string& name);

class ChainGenerator {
 public:
  // With `objects` there are views, triggers, routines, sequences and grants too, whose tables change under them.
  ChainGenerator(std::uint32_t seed, bool hostile_names, bool objects = false)
      : random_(seed), hostile_(hostile_names), objects_too_(objects) {}

  // A run that was cut off, and then ended, can be held to one that was not: no value depends on when the script runs, and no
  // revision is outside of transactions, where PostgreSQL's scripts must ask a person about a statement that was cut off.
  ChainGenerator& ForReruns() {
    for_reruns_ = true;
    return *this;
  }

  // `count` revisions r1, r2, … by path, each with a few statements; and migc.yaml for the dialect.
  std::map<std::string, std::string> Files(int count, const std::string& dialect);

  // What stands in names for a character above U+FFFF: MySQL and MariaDB have none there (manual, "Schema Object Names").
  static std::string Elephant(const std::string& dialect) { return dialect == "mariadb" ? "\xe8\xb1\xa1" : "🐘"; }
  // Whether a column was put before another, which PostgreSQL cannot do. After Files.
  bool positions() const { return positions_; }
  // To whom a chain grants: somebody must make them before.
  static const std::vector<std::string>& Roles();

 private:
  struct Column {
    std::string name;
    std::string type;
    bool plain = true;  // no constraint, index or generated column names it
    bool not_null = false;
    bool has_default = false;
    bool generated = false;
    bool reference = false;
  };
  struct Table {
    std::string name;
    bool identity = true;         // else the key is of two columns, and nothing refers to it
    std::vector<Column> columns;  // the first is `id`
    std::vector<std::string> indexes;
    std::vector<std::string> constraints;
    bool referenced = false;
    bool counts = true;                  // with one key: it is an identity
    bool always = false;                 // …to which no row brings a number
    std::vector<std::string> shapes;     // what can be dropped by what it is: "unique (a, id)"
    std::vector<std::string> not_valid;  // constraints
    bool options = false;                // an option can be put back only where it was set before
  };
  struct Enum {
    std::string name;
    std::vector<std::string> values;  // as literals
    std::vector<std::string> added;   // that no row ever has, so that they can go again
    std::vector<std::string> order;   // of both
  };

  // A view, trigger or routine, from which its text is made anew whenever something under it has another name.
  struct Object {
    enum class Kind { kView, kTrigger, kFunction, kProcedure, kTriggerFunction };
    Kind kind;
    std::string name;
    std::string table;                 // what it reads, or is on
    std::vector<std::string> columns;  // of that table
    std::string other_table;           // what a trigger writes to as well
    std::string below;                 // a view that it reads, a function that it calls
    std::vector<std::string> taken;    // columns of `below`
    std::vector<std::string> outputs;  // a view's own columns: first those of `taken`, then those of `columns`
    int number = 0;                    // something to tell one definition from the next
    bool star = false;                 // a view of all columns, which nothing stands upon
  };
  // What only PostgreSQL has lives in schemas that only PostgreSQL has.
  struct OwnColumn {
    std::string name;
    bool array = false;
    bool free = true;
  };
  struct OwnTable {
    std::string schema;
    std::string name;
    std::vector<OwnColumn> columns;
    std::vector<std::string> constraints;
    std::vector<std::string> not_valid;
    std::string view;  // a materialized view of its columns, in the same schema
    int number = 0;
    std::string FullName() const { return schema + "." + name; }
  };

  std::uint32_t Below(std::size_t count) { return static_cast<std::uint32_t>(random_() % count); }
  bool OneIn(std::uint32_t count) { return Below(count) == 0; }
  std::string Name(const std::string& stem);
  std::string Literal();
  std::string Value(const std::string& type);
  std::string Type();
  const Enum* FindEnum(const std::string& type) const;
  std::string ColumnDefinition(Column& column);
  std::string DefaultOf(const std::string& type);
  Column* PlainColumn(Table& table, bool sortable = false);
  Table* TableWithId();

  std::string Statement();
  std::string CreateTable();
  std::string DropTable(Table& table);
  std::string RenameTable(Table& table);
  std::string CreateIndex(Table& table);
  std::string DropOrRenameIndex(Table& table);
  std::string EnumStatement();
  std::string Insert(Table& table);
  std::string Update(Table& table);
  std::string CommentOn(Table& table);

  // The options of those.
  std::string TableItems(Table& table);
  std::string IndexWithOptions(Table& table);
  std::string ExpressionIndex(Table& table);
  std::string DropIndexWithOptions(Table& table);
  std::string OptionStatement(Table& table);
  std::string IfExistsStatement(Table& table);
  std::string CollateStatement(Table& table);
  std::string DeferrableStatement(Table& table);
  std::string ChangeEnumNames(Enum& changed);

  // Rows.
  std::string InsertSelect(Table& table);
  std::string InsertCsv(Table& table);
  std::string UpdateWithExpressions(Table& table);
  std::string RawStatement();
  std::string Outside(const std::string& statement) const;

  // Several of these make one `alter table`.
  std::string AlterTable(Table& table);
  std::string Action(Table& table);
  std::string AddColumn(Table& table);
  std::string DropColumn(Table& table);
  std::string RenameColumn(Table& table);
  std::string ChangeColumn(Table& table);
  std::string ChangeType(Column& column);
  std::string AddConstraint(Table& table);
  std::string DropOrRenameConstraint(Table& table);
  std::string AddReference(Table& table);
  std::string AddGenerated(Table& table);
  std::string AddUnnamed(Table& table);
  std::string DropShape(Table& table);
  std::string ChangeKey(Table& table);
  std::string ChangeIdentity(Table& table);
  std::string NotValid(Table& table);
  std::string Position(const Table& table);
  std::string Using(Column& column);

  // Statements about objects, each with what its author must say before and behind it.
  std::string ObjectStatement();
  std::string OtherStatement(Table& table);
  std::string CreateView(Table& table);
  std::string CreateStarView(Table& table);
  std::string CreateViewUpon();
  std::string StarViewsAgain(const Table& table);
  std::string CreateTrigger(Table& table);
  std::string CreateRoutine(Table& table);
  std::string DefineAgain();
  std::string DropObject();
  std::string RetypeUnder();
  std::string RenameColumnUnder();
  std::string DropColumnUnder();
  std::string GrantOn(Table& table);
  std::string SequenceStatement();
  std::string WithoutTable(Table& table, const std::string& statement);

  bool IsUsed(const std::string& column) const;
  Table* TableNamed(const std::string& name);
  Column* UsedColumn(Table** table);
  std::vector<std::size_t> Users(const std::string& table, const std::string& column) const;
  std::vector<std::size_t> WithThoseAbove(std::vector<std::size_t> objects) const;
  std::string DefineAll(const std::vector<std::size_t>& objects) const;
  std::string DropAll(const std::vector<std::size_t>& objects) const;
  void Forget(std::vector<std::size_t> objects);
  void Renamed(const std::string& from, const std::string& to);
  std::string AroundRename(const std::vector<std::size_t>& users, const std::string& from, const std::string& to,
                           const std::string& rename);
  static std::string Define(const Object& object);
  static std::string Drop(const Object& object);

  std::string OwnStatement();
  std::string CreateOwnTable();
  std::string OwnAction(OwnTable& table);
  std::string OwnView(OwnTable& table) const;
  std::string ChangeOwnTable(OwnTable& table);
  std::string OwnThing();

  std::mt19937 random_;  // its sequence is the same everywhere, unlike the distributions'
  bool hostile_;
  bool objects_too_;
  int names_ = 0;
  std::vector<Table> tables_;
  std::vector<Enum> enums_;
  std::vector<Object> objects_;  // what stands upon another comes after it
  std::vector<std::string> sequences_;
  std::vector<std::string> schemas_;
  std::vector<OwnTable> own_tables_;
  bool extension_ = false;
  bool positions_ = false;
  bool for_reruns_ = false;
  bool outside_ = false;                           // the revision is outside of transactions
  std::map<std::string, std::string> more_files_;  // that the revisions read
};

}  // namespace migc::integration
