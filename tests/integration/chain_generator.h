// Chain generator: random small chains of revisions that make sense on every engine here, with hostile names and literals, from a
// seed. What an engine cannot have is said in another way in `for … { }`, as an author would, so one chain is for all of them.
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace migc::integration {

class ChainGenerator {
 public:
  ChainGenerator(std::uint32_t seed, bool hostile_names) : random_(seed), hostile_(hostile_names) {}

  // `count` revisions r1, r2, … by path, each with a few statements; and migc.yaml for the dialect.
  std::map<std::string, std::string> Files(int count, const std::string& dialect);

  // What stands in names for a character above U+FFFF: MySQL and MariaDB have none there (manual, "Schema Object Names").
  static std::string Elephant(const std::string& dialect) { return dialect == "mariadb" ? "\xe8\xb1\xa1" : "🐘"; }

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
  };
  struct Enum {
    std::string name;
    std::vector<std::string> values;  // as literals
  };

  std::uint32_t Below(std::size_t count) { return static_cast<std::uint32_t>(random_() % count); }
  bool OneIn(std::uint32_t count) { return Below(count) == 0; }
  std::string Name(const std::string& stem);
  std::string Literal();
  std::string Value(const std::string& type);
  std::string Type();
  const Enum* FindEnum(const std::string& type) const;
  std::string ColumnDefinition(Column& column);
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

  std::mt19937 random_;  // its sequence is the same everywhere, unlike the distributions'
  bool hostile_;
  int names_ = 0;
  std::vector<Table> tables_;
  std::vector<Enum> enums_;
};

}  // namespace migc::integration
