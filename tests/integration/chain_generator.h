// Chain generator: random small chains of revisions that make sense, with hostile names and literals, from a seed.
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

  // `count` revisions r1, r2, … by path, each with a few statements.
  std::map<std::string, std::string> Files(int count);

 private:
  struct Column {
    std::string name;
    std::string type;
    bool plain = true;  // no constraint or index names it
  };
  struct Table {
    std::string name;
    std::vector<Column> columns;  // the first is the key, `id`
    std::vector<std::string> indexes;
    std::vector<std::string> checks;
    bool referenced = false;
  };

  std::uint32_t Below(std::size_t count) { return static_cast<std::uint32_t>(random_() % count); }
  std::string Name(const std::string& stem);
  std::string Literal();
  std::string Value(const std::string& type);
  std::string ColumnDefinition(const Column& column);
  std::string Statement();
  std::string CreateTable();
  std::string AddColumns(Table& table);
  std::string DropColumn(Table& table);
  std::string RenameColumn(Table& table);
  std::string ChangeColumn(Table& table);
  std::string Index(Table& table);
  std::string Check(Table& table);
  std::string Reference(Table& table);
  std::string Insert(Table& table);
  Column* PlainColumn(Table& table);

  std::mt19937 random_;  // its sequence is the same everywhere, unlike the distributions'
  bool hostile_;
  int names_ = 0;
  std::vector<Table> tables_;
};

}  // namespace migc::integration
